//! The other scripts of the action: the key of its cache, the check itself, and the bash that macOS has.

use std::fs;

use super::read;
use super::scripts::Bench;
use crate::support::project;

#[test]
fn the_key_follows_the_source_and_the_compiler() {
    let bench = Bench::new();
    let script = bench.write("action/integrations/github/key.sh", &read("integrations/github/key.sh"));
    for (path, text) in [("Cargo.toml", "a"), ("Cargo.lock", "b"), ("src/main.rs", "c"), ("assets/font", "d")] {
        bench.write(&format!("action/{path}"), text);
    }
    bench.stand_in("rustc", "echo rustc 1.95.0");
    let key = || {
        let _ = fs::remove_file(bench.at("output"));
        let ended = bench.run(&script, &[], &[]);
        assert_eq!((ended.code, ended.err.as_str()), (0, ""));
        bench.text("output")
    };
    let first = key();
    assert!(first.starts_with("key=rightseat-") && first.len() > 60 && first.lines().count() == 1, "{first}");
    let mut keys = vec![first.clone()];
    assert_eq!(key(), first);
    bench.write("action/src/main.rs", "changed");
    keys.push(key());
    bench.write("action/src/other.rs", "");
    keys.push(key());
    bench.write("action/Cargo.lock", "changed");
    keys.push(key());
    bench.stand_in("rustc", "echo rustc 1.96.0");
    keys.push(key());
    bench.stand_in("uname", "echo Other");
    keys.push(key());
    bench.write("action/README.md", "not of the build");
    assert_eq!(Some(&key()), keys.last());
    let count = keys.len();
    keys.sort();
    keys.dedup();
    assert_eq!(keys.len(), count, "{keys:?}");
}

#[test]
fn without_charts_the_settings_say_which_are_checked() {
    let bench = Bench::new();
    bench.stand_in("rightseat", "for word in \"$@\"; do echo \"$word\" >>\"$RUNNER_TEMP/words\"; done");
    let script = project().join("integrations/github/check.sh");
    let words = |charts: &str| {
        let _ = fs::remove_file(bench.at("words"));
        assert_eq!(bench.run(&script, &[], &[("CHARTS", charts)]).code, 0);
        let words = bench.text("words");
        words.split("--\n").nth(1).unwrap_or_else(|| panic!("{words}")).to_owned()
    };
    assert_eq!(words(""), "");
    assert_eq!(words("\n\n"), "");
    assert_eq!(words("one\nof two\n"), "one\nof two\n");
}

/// What bash 3.2 lacks, or does otherwise, in a script.
fn beyond_bash_3(script: &str) -> Vec<String> {
    let lacks =
        ["mapfile", "readarray", "declare -A", "local -n", "declare -n", ",,}", "^^}", "@Q}", "|&", "&>>", "coproc"];
    let mut found: Vec<String> =
        lacks.iter().filter(|word| script.contains(*word)).map(|word| (*word).to_owned()).collect();
    for line in script.lines() {
        let Some(name) = line.trim().strip_suffix("=()").map(|name| name.trim_start_matches("local ")) else {
            continue;
        };
        let (bare, guarded) = (format!("\"${{{name}[@]}}\""), format!("${{{name}[@]+\"${{{name}[@]}}\"}}"));
        if script.replace(&guarded, "").contains(&bare) {
            found.push(bare);
        }
    }
    found
}

#[test]
fn scripts_that_run_on_macos_are_for_its_bash() {
    let mut scripts = vec!["packaging/test-archive.sh".to_owned(), "packaging/texts.sh".to_owned()];
    for entry in fs::read_dir(project().join("integrations/github")).expect("it is there").flatten() {
        let name = entry.file_name().into_string().expect("a plain name");
        if name.strip_suffix(".sh").is_some() {
            scripts.push(format!("integrations/github/{name}"));
        }
    }
    assert!(scripts.len() >= 6, "{scripts:?}");
    for script in scripts {
        assert_eq!(beyond_bash_3(&read(&script)), Vec::<String>::new(), "{script}");
    }
    assert_eq!(beyond_bash_3("charts=()\nrun \"${charts[@]}\"\n"), ["\"${charts[@]}\""]);
    assert_eq!(beyond_bash_3("charts=()\nrun ${charts[@]+\"${charts[@]}\"}\n"), Vec::<String>::new());
    assert_eq!(beyond_bash_3("mapfile -t lines"), ["mapfile"]);
}
