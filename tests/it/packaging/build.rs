//! What cargo makes of Cargo.toml: one build for running and testing, and a package without what nobody builds.

use std::collections::BTreeMap;
use std::process::Command;

use super::{read, version};
use crate::support::project;

fn cargo(arguments: &[&str]) -> String {
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    let ran =
        cargo.args(arguments).args(["--offline", "--locked"]).current_dir(project()).output().expect("cargo is there");
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    String::from_utf8(ran.stdout).expect("cargo writes text")
}

/// Each crate of the tree with its features.
fn features(edges: &str) -> BTreeMap<String, String> {
    let tree = cargo(&["tree", "--edges", edges, "--prefix", "none", "--format", "{p} [{f}]"]);
    let entry = |line: &str| {
        let (name, features) = line.trim_end_matches(" (*)").rsplit_once(" [")?;
        Some((name.to_owned(), features.to_owned()))
    };
    tree.lines().filter_map(entry).collect()
}

/// `cargo test` after `cargo run` builds the tests' own crates; with other features it would build most others again.
/// The features in Cargo.toml are those that Linux needs.
#[cfg(target_os = "linux")]
#[test]
fn tests_turn_on_no_feature_of_a_crate_of_the_program() {
    let program = features("normal,build");
    let tests = features("normal,build,dev");
    assert!(program.len() > 100 && tests.len() > program.len());
    for (name, features) in &program {
        assert_eq!(tests.get(name), Some(features), "{name}: Cargo.toml names the features that tests turn on");
    }
}

#[test]
fn the_package_holds_what_is_built_and_its_licences() {
    let list = cargo(&["package", "--list", "--allow-dirty"]);
    let files: Vec<&str> = list.lines().map(str::trim).collect();
    for file in [
        "Cargo.lock",
        "LICENSE-MIT",
        "THIRD-PARTY.txt",
        "README.md",
        "CHANGELOG.md",
        "src/main.rs",
        "assets/third-party.zlib",
        "assets/fonts/OFL.txt",
    ] {
        assert!(files.contains(&file), "{file} is missing");
    }
    let made = ["Cargo.toml", "Cargo.toml.orig", "Cargo.lock", ".cargo_vcs_info.json"];
    let known = ["LICENSE-MIT", "THIRD-PARTY.txt", "README.md", "CHANGELOG.md"];
    for file in files {
        let is_known =
            file.starts_with("src") || file.starts_with("assets") || made.contains(&file) || known.contains(&file);
        assert!(is_known, "{file} has no use in the package");
    }
}

/// A release has its section in the changelog, anything else one that collects.
#[test]
fn the_changelog_is_that_of_the_version() {
    let changelog = read("CHANGELOG.md");
    let first = changelog.lines().find(|line| line.starts_with("## ")).expect("it has sections");
    let version = version();
    if version.ends_with("-dev") {
        assert_eq!(first, "## Unreleased");
    } else {
        assert!(first == format!("## {version}") || first.starts_with(&format!("## {version} ")), "{first}");
    }
}
