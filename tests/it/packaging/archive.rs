//! `archive.sh`, `from-wheel.sh` and `version.sh`: what an archive holds, and that the same is packed the same.

use std::fs;
use std::path::Path;
use std::process::Command;

use super::scripts::{Bench, Ended, installed};
use super::{read, version};
use crate::support::{project, rightseat};

/// 2026-11-30 13:00 UTC.
const EPOCH: (&str, &str) = ("SOURCE_DATE_EPOCH", "1796043600");
const SHELLS: [&str; 5] = ["_rightseat", "_rightseat.ps1", "rightseat.bash", "rightseat.elv", "rightseat.fish"];
const BINARY: &str = env!("CARGO_BIN_EXE_rightseat");

/// Packs a small program that calls the one that was built: that takes as long to pack as a test may.
fn pack(bench: &Bench, target: &str, folder: &str) -> Ended {
    let program = bench.script("program", &format!("exec {BINARY} \"$@\""));
    let program = program.to_str().expect("temporary folders have plain names");
    bench.run(&project().join("packaging/archive.sh"), &[target, program, folder], &[EPOCH])
}

/// The lines of `tar --list --verbose` with mode, owner, day, time and name.
fn listed(archive: &Path) -> Vec<[String; 5]> {
    let mut tar = Command::new("tar");
    let tar = tar.args(["--list", "--verbose", "--numeric-owner", "--full-time", "--utc", "--file"]).arg(archive);
    let listing = String::from_utf8(tar.output().expect("tar is there").stdout).expect("names are plain");
    let words = |line: &str| line.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    let line = |line: &str| {
        let [mode, owner, _, day, time, name] = words(line).try_into().expect("six columns");
        [mode, owner, day, time, name]
    };
    listing.lines().map(line).collect()
}

/// What an archive of this version holds, in order: folders end in a slash.
fn expected(root: &str) -> Vec<String> {
    let pages = tempfile::TempDir::new().expect("a folder can be made");
    assert_eq!(rightseat(pages.path(), &["man", "-o", "man"]).code, 0);
    let pages = fs::read_dir(pages.path().join("man")).expect("it was written").flatten();
    let pages = pages.map(|page| format!("man/{}", page.file_name().into_string().expect("a plain name")));
    let texts = ["CHANGELOG.md", "LICENSE-MIT", "LICENSE-OFL-Inter.txt", "README.md", "THIRD-PARTY.txt"];
    let shells = SHELLS.map(|shell| format!("completions/{shell}"));
    let rest = ["", "rightseat", "completions/", "man/"].into_iter().chain(texts).map(str::to_owned);
    let mut names: Vec<String> = rest.chain(shells).chain(pages).map(|name| format!("{root}/{name}")).collect();
    names.sort();
    names
}

#[test]
fn equal_input_gives_equal_bytes() {
    for target in ["x86_64-unknown-linux-gnu", "x86_64-pc-windows-msvc"] {
        if target.contains("windows") && !installed("zip") {
            continue;
        }
        let bench = Bench::new();
        let first = pack(&bench, target, "first");
        assert_eq!(first.code, 0, "{}", first.err);
        // Whoever packs elsewhere, with other rights on new files, packs the same.
        let script = project().join("packaging/archive.sh");
        let elsewhere = format!("umask 077; export TZ=Asia/Tokyo; exec bash {} \"$@\"", script.display());
        let program = bench.at("program");
        let arguments = [target, program.to_str().expect("plain"), "second"];
        let again = bench.run(&bench.script("again.sh", &elsewhere), &arguments, &[EPOCH]);
        assert_eq!((again.code, &again.out), (0, &first.out), "{}", again.err);
        let bytes = |folder: &str| fs::read(bench.at(folder).join(first.out.trim_end())).expect("it was packed");
        assert!(bytes("first") == bytes("second"), "{target}");
    }
}

#[test]
fn an_archive_holds_exactly_what_it_should() {
    let bench = Bench::new();
    let target = "aarch64-unknown-linux-musl";
    let root = format!("rightseat-{}-{target}", version());
    assert_eq!(pack(&bench, target, "out").out, format!("{root}.tar.gz\n"));
    let archive = bench.at(&format!("out/{root}.tar.gz"));
    let listed = listed(&archive);
    let mut names: Vec<String> = listed.iter().map(|[_, _, _, _, name]| name.clone()).collect();
    names.sort();
    assert_eq!(names, expected(&root));
    for [mode, owner, day, time, name] in &listed {
        let right = match name.strip_prefix(&format!("{root}/")).expect("all is in one folder") {
            folder if folder.is_empty() || folder.ends_with('/') => "drwxr-xr-x",
            "rightseat" => "-rwxr-xr-x",
            _ => "-rw-r--r--",
        };
        assert_eq!([mode, owner, day, time], [right, "0/0", "2026-11-30", "00:00:00"], "{name}");
    }

    let unpacked = Command::new("tar").arg("-xzf").arg(&archive).current_dir(bench.folder.path()).status();
    assert!(unpacked.is_ok_and(|status| status.success()));
    let said = Command::new(bench.at(&root).join("rightseat")).arg("--version").output().expect("it runs");
    assert_eq!(String::from_utf8_lossy(&said.stdout), format!("rightseat {}\n", version()));
    let sources = [("LICENSE-MIT", "LICENSE-MIT"), ("LICENSE-OFL-Inter.txt", "assets/fonts/OFL.txt")];
    for (name, source) in
        sources.into_iter().chain(["README.md", "CHANGELOG.md", "THIRD-PARTY.txt"].map(|name| (name, name)))
    {
        assert_eq!(bench.text(&format!("{root}/{name}")), read(source), "{name}");
    }
    for shell in SHELLS {
        assert!(bench.text(&format!("{root}/completions/{shell}")).contains("COMPLETE"), "{shell}");
    }
}

#[test]
fn an_unknown_target_is_refused() {
    let bench = Bench::new();
    let ended = pack(&bench, "riscv64gc-unknown-linux-gnu", "out");
    assert!(ended.code == 1 && ended.err.contains("packaging/targets.txt"), "{}", ended.err);
    assert_eq!(fs::read_dir(bench.at("out")).map_or(0, Iterator::count), 0);
}

/// The archive that this system's tests can run, tried as a release tries it.
#[cfg(target_os = "linux")]
#[test]
fn an_archive_is_tried() {
    let bench = Bench::new();
    let target = "x86_64-apple-darwin";
    let name = pack(&bench, target, "out").out;
    let archive = bench.at("out").join(name.trim_end());
    let archive = archive.to_str().expect("plain");
    let script = project().join("packaging/test-archive.sh");
    let ended = bench.run(&script, &[archive], &[]);
    assert_eq!(ended.code, 0, "{}{}", ended.out, ended.err);

    for (wrong, why) in [
        (
            "case $1 in --version) echo rightseat 0.0.1 ;; *) exec REAL \"$@\" ;; esac",
            "the program says rightseat 0.0.1",
        ),
        ("case $1 in review) REAL \"$@\" | sed s/Farah/Sarah/ ;; *) exec REAL \"$@\" ;; esac", "not the golden one"),
        ("case $1 in render) echo no >\"$4\" ;; *) exec REAL \"$@\" ;; esac", "chart.png is no PNG"),
        ("case $1 in licenses) echo none ;; *) exec REAL \"$@\" ;; esac", "other licences"),
        ("# /root/.cargo/registry/src\nexec REAL \"$@\"", "folders it was built in"),
    ] {
        let program = bench.script("wrong", &wrong.replace("REAL", BINARY));
        let packed = [target, program.to_str().expect("plain"), "out", BINARY];
        assert_eq!(bench.run(&project().join("packaging/archive.sh"), &packed, &[EPOCH]).code, 0);
        let ended = bench.run(&script, &[archive], &[]);
        assert!(ended.code != 0 && ended.err.contains(why), "{why}: {}{}", ended.out, ended.err);
    }
}

#[test]
fn a_tag_is_the_version_of_cargo_and_of_the_changelog() {
    let bench = Bench::new();
    let script = bench.write("project/packaging/version.sh", &read("packaging/version.sh"));
    let state = |version: &str, changelog: &str, owner: &str| {
        let cargo =
            format!("[package]\nversion = \"{version}\"\nrepository = \"https://github.com/{owner}/rightseat\"\n");
        bench.write("project/Cargo.toml", &cargo);
        bench.write("project/CHANGELOG.md", changelog);
    };
    let said = |arguments: &[&str]| {
        let ended = bench.run(&script, arguments, &[]);
        if ended.code == 0 { ended.out } else { ended.err }
    };
    state("1.2.3", "# Changelog\n\n## 1.2.3 (2026-12-01)\n", "acme");
    assert_eq!((said(&[]).as_str(), said(&["v1.2.3"]).as_str()), ("1.2.3\n", "1.2.3\n"));
    assert!(said(&["v1.2.4"]).contains("the tag is v1.2.4"));
    state("1.2.3", "# Changelog\n\n## Unreleased\n\n## 1.2.30\n", "acme");
    assert!(said(&["v1.2.3"]).contains("no section ## 1.2.3"));
    state("1.2.3-dev", "## 1.2.3-dev\n", "acme");
    assert!(said(&["v1.2.3-dev"]).contains("no version of a release"));
    state("1.2.3", "## 1.2.3\n", "OWNER");
    assert!(said(&["v1.2.3"]).contains("OWNER"));
    assert_eq!(bench.run(&project().join("packaging/version.sh"), &[], &[]).out, format!("{}\n", version()));
}
