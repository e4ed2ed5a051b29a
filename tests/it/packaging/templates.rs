//! The table of targets stands once, and every template that names a file of a release names the one that is packed.

use std::fs;

use super::scripts::{Bench, installed};
use super::{read, targets, toml, version};
use crate::support::project;

/// What `archive.sh` calls the archive for a target.
fn packed(bench: &Bench, target: &str) -> String {
    let program = bench
        .script("program", "case $1 in man) mkdir -p \"$3\" && echo page >\"$3/rightseat.1\" ;; *) echo $1 ;; esac");
    let program = program.to_str().expect("temporary folders have plain names");
    let arguments = [target, program, "out"];
    let ended = bench.run(&project().join("packaging/archive.sh"), &arguments, &[("SOURCE_DATE_EPOCH", "1796043600")]);
    assert_eq!(ended.code, 0, "{}", ended.err);
    ended.out.trim_end().to_owned()
}

#[test]
fn binstall_looks_for_the_names_that_are_packed() {
    let bench = Bench::new();
    let cargo = read("Cargo.toml");
    let (_, binstall) = cargo.split_once("[package.metadata.binstall]").expect("it is there");
    let (usual, windows) =
        binstall.split_once("[package.metadata.binstall.overrides.x86_64-pc-windows-msvc]").expect("it is there");
    let value = |section: &str, key: &str| {
        let start = format!("{key} = \"");
        section
            .lines()
            .find_map(|line| line.strip_prefix(&start)?.strip_suffix('"').map(str::to_owned))
            .expect("it is set")
    };
    for target in targets() {
        let is_windows = target.contains("windows");
        if is_windows && !installed("zip") {
            continue;
        }
        // `archive-format` is what `pkg-fmt` becomes: https://github.com/cargo-bins/cargo-binstall, SUPPORT.md.
        let format = match value(if is_windows { windows } else { usual }, "pkg-fmt").as_str() {
            "tgz" => "tar.gz",
            "zip" => "zip",
            other => panic!("{other} is not packed"),
        };
        let fill = |template: &str| {
            [
                ("{ repo }", toml("Cargo.toml", "repository").as_str()),
                ("{ version }", version().as_str()),
                ("{ target }", target.as_str()),
                ("{ archive-format }", format),
                ("{ bin }", "rightseat"),
                ("{ binary-ext }", if is_windows { ".exe" } else { "" }),
            ]
            .iter()
            .fold(template.to_owned(), |text, (key, value)| text.replace(key, value))
        };
        let name = packed(&bench, &target);
        let repository = toml("Cargo.toml", "repository");
        assert_eq!(fill(&value(usual, "pkg-url")), format!("{repository}/releases/download/v{}/{name}", version()));
        let inside = fill(&value(usual, "bin-dir"));
        let lists = if is_windows { "unzip -Z1 \"$1\"" } else { "tar -tzf \"$1\"" };
        let listed = bench.run(&bench.script("list.sh", lists), &[&format!("out/{name}")], &[]);
        assert!(listed.out.lines().any(|line| line == inside), "{inside} is not in {}", listed.out);
    }
}

#[test]
fn the_formula_is_filled_in() {
    let bench = Bench::new();
    let sum = |at: usize| format!("{at:064x}");
    let sums: String = targets()
        .iter()
        .enumerate()
        .map(|(at, target)| format!("{}  rightseat-1.2.3-{target}.tar.gz\n", sum(at)))
        .collect();
    let sums = bench.write("SHA256SUMS", &sums);
    let template = project().join("packaging/homebrew.rb.in");
    let fill = |sums: &str| {
        let arguments = [template.to_str().expect("plain"), "1.2.3", "acme/rightseat", sums];
        bench.run(&project().join("packaging/fill.sh"), &arguments, &[])
    };
    let formula = fill(sums.to_str().expect("plain"));
    assert_eq!(formula.code, 0, "{}", formula.err);
    assert!(!formula.out.contains('@'), "{}", formula.out);
    for (at, target) in targets().iter().enumerate() {
        let address = format!(
            "url \"https://github.com/acme/rightseat/releases/download/v1.2.3/rightseat-1.2.3-{target}.tar.gz\""
        );
        let expected = target.contains("apple") || target.ends_with("linux-gnu");
        assert_eq!(formula.out.contains(&address), expected, "{target}");
        if expected {
            let after = formula.out.split(&address).nth(1).expect("it is there").trim_start();
            assert!(after.starts_with(&format!("sha256 \"{}\"", sum(at))), "{target}: {after}");
        }
    }
    if installed("ruby") {
        let path = bench.write("rightseat.rb", &formula.out);
        let check = bench.script("check.sh", "ruby -c \"$1\"");
        assert_eq!(bench.run(&check, &[path.to_str().expect("plain")], &[]).code, 0);
    }
    let empty = bench.write("EMPTY", "");
    let ended = fill(empty.to_str().expect("plain"));
    assert!(ended.code == 1 && ended.err.contains("has no sum for"), "{}", ended.err);
}

#[test]
fn a_follower_is_brought_to_the_release() {
    let bench = Bench::new();
    let git = "git init --quiet --bare follower.git && git clone --quiet follower.git first 2>/dev/null && cd first \
        && git -c user.name=a -c user.email=a@example.com commit --quiet --allow-empty --message first \
        && git push --quiet origin HEAD";
    assert_eq!(bench.run(&bench.script("start.sh", git), &[], &[]).code, 0);
    let sums = bench.write("SHA256SUMS", "");
    let follower = format!("file://{}", bench.at("follower.git").display());
    let arguments = ["pre-commit", "1.2.3", "acme/rightseat", sums.to_str().expect("plain")];
    let ended = bench.run(&project().join("packaging/follow.sh"), &arguments, &[("FOLLOWER", &follower)]);
    assert_eq!(ended.code, 0, "{}", ended.err);
    let show = |what: &str| {
        let show = bench.script("show.sh", "git --git-dir follower.git show v1.2.3:$1");
        let shown = bench.run(&show, &[what], &[]);
        assert_eq!(shown.code, 0, "{}", shown.err);
        shown.out
    };
    assert!(show("pyproject.toml").contains("dependencies = [\"rightseat==1.2.3\"]"));
    assert!(show("README.md").contains("repo: https://github.com/acme/rightseat-pre-commit\n    rev: v1.2.3\n"));
    assert_eq!(show(".pre-commit-hooks.yaml"), read("packaging/pre-commit/.pre-commit-hooks.yaml"));
}

#[test]
fn hooks_run_for_a_commit_that_only_deletes() {
    for (path, expected) in [
        (".pre-commit-hooks.yaml", vec![("rightseat", "rust"), ("rightseat-system", "system")]),
        ("packaging/pre-commit/.pre-commit-hooks.yaml", vec![("rightseat", "python")]),
    ] {
        let hooks: Vec<serde_yaml::Value> = serde_yaml::from_str(&read(path)).expect("it is YAML");
        let found: Vec<_> = hooks
            .iter()
            .map(|hook| (hook["id"].as_str().unwrap_or(""), hook["language"].as_str().unwrap_or("")))
            .collect();
        assert_eq!(found, expected);
        for hook in &hooks {
            assert_eq!(
                (hook["entry"].as_str(), &hook["always_run"]),
                (Some("rightseat check"), &true.into()),
                "{path}"
            );
            assert_eq!((&hook["pass_filenames"], &hook["require_serial"]), (&false.into(), &true.into()), "{path}");
            assert!(hook["files"].is_null(), "{path}: no file chooses whether it runs");
        }
    }
}

/// pre-commit runs `pip install .` in a hook's repository.
#[test]
fn nothing_at_the_root_makes_pip_compile() {
    assert!(!project().join("pyproject.toml").exists() && !project().join("setup.py").exists());
    let manifest = toml("packaging/python/pyproject.toml", "manifest-path");
    let found = fs::canonicalize(project().join("packaging/python").join(manifest)).expect("it leads to a file");
    assert_eq!(found, fs::canonicalize(project().join("Cargo.toml")).expect("it is there"));
}

/// Targets in a text: words of three or four parts that begin with a processor.
fn targets_in(text: &str) -> Vec<String> {
    let words = text.split(|letter: char| !(letter.is_ascii_alphanumeric() || letter == '_' || letter == '-'));
    let known =
        |word: &&str| (word.starts_with("x86_64-") || word.starts_with("aarch64-")) && word.split('-').count() >= 3;
    let mut found: Vec<String> = words.filter(known).map(str::to_owned).collect();
    found.sort();
    found.dedup();
    found
}

#[test]
fn the_table_of_targets_is_the_same_everywhere() {
    let mut table = targets();
    table.sort();
    let workflow: serde_yaml::Value = serde_yaml::from_str(&read(".github/workflows/release.yml")).expect("it is YAML");
    for job in ["wheel", "try"] {
        let rows = workflow["jobs"][job]["strategy"]["matrix"]["include"].as_sequence().expect("a matrix");
        let mut matrix: Vec<_> = rows.iter().map(|row| row["target"].as_str().expect("a target").to_owned()).collect();
        matrix.sort();
        assert_eq!(matrix, table, "{job}");
    }
    assert_eq!(targets_in(&read("docs/install.md")), table);
}
