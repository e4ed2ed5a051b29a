//! THIRD-PARTY.txt names the crates of Cargo.lock, and the program prints it.

use std::collections::BTreeSet;
use std::io::{Read, Write};

use flate2::Compression;
use flate2::read::ZlibDecoder;
use flate2::write::ZlibEncoder;

use super::{read, toml};
use crate::support::{project, rightseat};

/// The copy of THIRD-PARTY.txt that the program carries.
const PACKED: &str = "assets/third-party.zlib";

/// A crate with its version.
type Crate = (String, String);

/// The crates that a text names: `name version (licence)`, each on a line of its own above a licence.
fn named(text: &str) -> BTreeSet<Crate> {
    let heads = text.split("\n====").filter_map(|part| part.split("\n----").next());
    let entry = |line: &str| {
        let (name, rest) = line.strip_prefix("  ")?.split_once(' ')?;
        let (version, _) = rest.split_once(" (")?;
        let is_crate = !name.is_empty() && version.starts_with(|first: char| first.is_ascii_digit());
        is_crate.then(|| (name.to_owned(), version.to_owned()))
    };
    heads.flat_map(str::lines).filter_map(entry).collect()
}

/// What Cargo.lock holds: each crate, and what it needs.
fn locked() -> Vec<(Crate, Vec<String>)> {
    let lock = read("Cargo.lock");
    let value = |package: &str, key: &str| {
        let start = format!("{key} = \"");
        package
            .lines()
            .find_map(|line| line.strip_prefix(&start)?.strip_suffix('"').map(str::to_owned))
            .expect("each has one")
    };
    let package = |package: &str| {
        let needs = package.split("dependencies = [\n").nth(1).unwrap_or_default();
        let needs =
            needs.lines().filter_map(|line| line.trim().strip_prefix('"')?.strip_suffix("\",").map(str::to_owned));
        ((value(package, "name"), value(package, "version")), needs.collect())
    };
    lock.split("[[package]]\n").skip(1).map(package).collect()
}

/// The names below the headings of Cargo.toml that end in `dependencies]`, tests' own left out.
fn needed() -> BTreeSet<String> {
    let cargo = read("Cargo.toml");
    let mut names = BTreeSet::new();
    let mut is_needed = false;
    for line in cargo.lines() {
        if line.starts_with('[') {
            is_needed = line.ends_with("dependencies]") && line != "[dev-dependencies]";
        } else if let Some((name, value)) =
            line.split_once(" = ").filter(|(name, _)| is_needed && !name.starts_with('#'))
        {
            let package = value.split("package = \"").nth(1).and_then(|rest| rest.split('"').next());
            names.insert(package.unwrap_or(name).to_owned());
        }
    }
    names
}

/// All that Cargo.lock says is needed to build the program on any system.
fn reached() -> BTreeSet<Crate> {
    let locked = locked();
    let find = |need: &str| {
        let (name, version) = need.split_once(' ').map_or((need, None), |(name, version)| (name, Some(version)));
        let found =
            locked.iter().find(|((known, its), _)| known == name && version.is_none_or(|version| version == its));
        found.unwrap_or_else(|| panic!("{need} is not in Cargo.lock"))
    };
    let own = find("rightseat");
    let needed = needed();
    let mut left: Vec<&String> =
        own.1.iter().filter(|need| needed.contains(need.split(' ').next().expect("a name"))).collect();
    let mut reached = BTreeSet::new();
    while let Some(need) = left.pop() {
        let (name, needs) = find(need);
        if reached.insert(name.clone()) {
            left.extend(needs);
        }
    }
    reached
}

/// Crates that only run while others are built, only on systems that have no archive, or only with features that are
/// off.
const NOT_IN_THE_PROGRAM: [&str; 15] = [
    "autocfg",
    "cc",
    "cfg_aliases",
    "euclid",
    "find-msvc-tools",
    "jiff-static",
    "js-sys",
    "portable-atomic",
    "portable-atomic-util",
    "r-efi",
    "version_check",
    "wasm-bindgen",
    "wasm-bindgen-macro",
    "wasm-bindgen-macro-support",
    "wasm-bindgen-shared",
];

#[test]
fn third_party_names_the_crates_of_the_lock_file() {
    let named = named(&read("THIRD-PARTY.txt"));
    let reached = reached();
    assert!(named.len() > 100, "{named:?}");
    let stale: Vec<_> = named.difference(&reached).collect();
    assert!(stale.is_empty(), "packaging/third-party.sh has to be run again: {stale:?}");
    let missing: Vec<_> = reached.difference(&named).map(|(name, _)| name.as_str()).collect();
    assert_eq!(missing, NOT_IN_THE_PROGRAM, "packaging/third-party.sh has to be run again");
}

#[test]
fn the_copy_in_the_program_is_fresh() {
    let text = read("THIRD-PARTY.txt");
    let path = project().join(PACKED);
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        let mut packed = ZlibEncoder::new(Vec::new(), Compression::best());
        packed.write_all(text.as_bytes()).expect("memory takes all");
        std::fs::write(&path, packed.finish().expect("memory takes all")).expect("the file can be written");
    }
    let mut unpacked = String::new();
    let packed = std::fs::read(&path).expect(PACKED);
    ZlibDecoder::new(&packed[..]).read_to_string(&mut unpacked).expect("it is packed text");
    assert!(unpacked == text, "{PACKED} is stale; UPDATE_EXPECT=1 cargo test writes it");
    assert!(packed.len() < 60_000, "{} bytes", packed.len());
}

#[test]
fn the_program_prints_every_licence_in_full() {
    let ran = rightseat(project(), &["licenses"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    for source in ["LICENSE-MIT", "assets/fonts/OFL.txt", "THIRD-PARTY.txt"] {
        assert!(ran.out.contains(&read(source)), "{source}");
    }
    assert!(ran.out.ends_with(&read("THIRD-PARTY.txt")));
}

#[test]
fn the_licence_is_named_alike_everywhere() {
    let licence = toml("Cargo.toml", "license");
    assert_eq!(licence, "MIT AND OFL-1.1");
    assert_eq!(toml("packaging/python/pyproject.toml", "license"), licence);
    assert_eq!(toml("packaging/python/pyproject.toml", "description"), toml("Cargo.toml", "description"));
    for part in licence.split(" AND ") {
        assert!(read("packaging/homebrew.rb.in").contains(&format!("\"{part}\"")), "{part}");
    }
}
