//! Each step to the disk fails once, in every command that writes: each file is the old one or the new one whole, the
//! run says what failed, and nothing stays that the next run does not clear.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::io;
use std::path::Path;

use rightseat::load::{Step, Steps};

use crate::support::{Ran, folder, rightseat_by};

use super::{CHART, all, temporary};

/// Every way of writing: what is there before, and the command.
const WRITERS: &[(&str, &str)] = &[
    ("", "render c.yaml -o new.svg"),
    ("out.svg", "render c.yaml -o out.svg"),
    ("p-1.svg p-2.svg", "render wide.yaml -o p.svg"),
    ("out.pdf", "trend acme -o out.pdf"),
    ("out.csv", "trend acme -o out.csv"),
    ("out.svg", "diff acme/2026-Q3.yaml acme -o out.svg"),
    ("out.csv", "export csv c.yaml -o out.csv"),
    ("a.json", "check c.yaml --output json=a.json --output sarif=b.sarif"),
    ("", "check wide.yaml --write-baseline b.json"),
    ("known.json", "check c.yaml --baseline known.json --prune-baseline"),
    ("packet/review.md packet/review.json packet/chart-3.svg", "review c.yaml -o packet"),
    ("", "review c.yaml -o far/away/packet"),
    ("out.md", "review c.yaml -o out.md"),
    ("", "import csv table.csv -o charts/new"),
    ("", "init charts/first"),
    ("man/rightseat.1", "man -o man"),
    ("", "man -o new/man"),
];

fn home(before: &str) -> tempfile::TempDir {
    let old = CHART.replace("2026-Q4", "2026-Q3").replace("title: A", "title: B");
    let seats: String = (1..90).map(|n| format!("  s{n}: {{title: Seat {n}, reports_to: a}}\n")).collect();
    let wide = format!("{CHART}{seats}");
    let mut files = vec![
        ("c.yaml", CHART),
        ("wide.yaml", &wide),
        ("acme/2026-Q3.yaml", &old),
        ("acme/2026-Q4.yaml", CHART),
        ("table.csv", "Name,Title,Manager\nXena,A,\n"),
    ];
    let packet = "{\"tool\": {\"name\": \"rightseat\"}, \"what_if\": null, \
                  \"headline\": {\"chart\": \"c.yaml\", \"organization\": \"Acme\", \"revision\": \"2026-Q4\"}}";
    let known = "{\"version\": 1, \"findings\": [{\"chart\": \"c.yaml\", \"rule\": \"thin-seat\", \"subjects\": [\"seat a\"]}]}";
    for name in before.split_whitespace() {
        files.push((
            name,
            match name {
                "packet/review.json" => packet,
                "known.json" => known,
                _ => "old",
            },
        ));
    }
    folder(&files)
}

/// Runs a command, counting its steps; one of them may fail.
fn run(home: &Path, command: &str, failing: Option<usize>, exchanges: bool) -> (Ran, Vec<Step>) {
    let (at, steps) = (Cell::new(0), std::cell::RefCell::new(Vec::new()));
    let watch = |step| {
        let this = at.replace(at.get() + 1);
        steps.borrow_mut().push(step);
        match step {
            _ if failing == Some(this) => Err(io::Error::other("the disk is on fire")),
            Step::Exchange if !exchanges => Err(io::ErrorKind::Unsupported.into()),
            _ => Ok(()),
        }
    };
    let ran = rightseat_by(home, &command.split(' ').collect::<Vec<_>>(), Steps::watched(&watch));
    (ran, steps.into_inner())
}

type Files = BTreeMap<String, Vec<u8>>;

/// Each file, and each folder that is written as one, is that of before or that of after.
fn assert_whole(case: &str, before: &Files, after: &Files, now: &Files) {
    let is_ours = |name: &&String| !name.contains(".rightseat-");
    for name in before.keys().chain(after.keys()).chain(now.keys()).filter(is_ours) {
        let is = now.get(name);
        assert!(is == before.get(name) || is == after.get(name), "{case}: {name}");
    }
    for folder in ["packet/", "far/away/packet/", "charts/new/", "charts/first/", "new/man/"] {
        let within = |files: &Files| -> Files {
            let within = files.iter().filter(|(name, _)| name.starts_with(folder) && is_ours(name));
            within.map(|(name, bytes)| (name.clone(), bytes.clone())).collect()
        };
        let is = within(now);
        assert!(is == within(before) || is == within(after), "{case}: {folder} is half of it: {:?}", is.keys());
    }
}

/// Where the new folder is, for a command that makes one and never replaces it.
fn beside(command: &str) -> Option<&'static str> {
    match command.split(' ').next() {
        Some("import" | "init") => Some("charts"),
        Some("man") => Some("new"),
        _ => None,
    }
}

#[test]
fn a_step_that_fails_leaves_what_was_before_or_what_comes_after() {
    for (there, command) in WRITERS {
        for exchanges in [true, false] {
            let (before, after, steps) = {
                let home = home(there);
                let before = all(home.path());
                let (ran, steps) = run(home.path(), command, None, exchanges);
                assert!(ran.code < 2, "{command}: {}", ran.err);
                (before, all(home.path()), steps)
            };
            assert_eq!(temporary(&after), Vec::<&str>::new(), "{command}");
            assert!(before != after, "{command}");
            if !exchanges && !steps.contains(&Step::Exchange) {
                continue;
            }
            for (at, step) in steps.iter().enumerate() {
                if !exchanges && *step == Step::Exchange {
                    continue;
                }
                let case = format!("{command}: step {at} of {}, {step:?}", steps.len());
                let home = home(there);
                let (ran, _) = run(home.path(), command, Some(at), exchanges);
                let now = all(home.path());
                assert_eq!(ran.code, 2, "{case}");
                assert!(ran.err.contains("the disk is on fire"), "{case}: {}", ran.err);
                assert_whole(&case, &before, &after, &now);
                // What can't be removed is cleared by the next run, and so is all that it was to write there.
                let is_left = !temporary(&now).is_empty();
                assert!(!is_left || *step == Step::Remove, "{case}: {:?}", temporary(&now));
                if is_left {
                    let (again, _) = run(home.path(), command, None, exchanges);
                    if let Some(beside) = beside(command) {
                        // It is done, and its folder is no longer written into: any other run clears there.
                        let (other, _) = run(home.path(), &format!("check c.yaml -o json={beside}/x"), None, exchanges);
                        assert!(other.code < 2, "{case}: {}", other.err);
                        std::fs::remove_file(home.path().join(beside).join("x")).expect("it was written");
                    } else {
                        assert!(again.code < 2, "{case}: {}", again.err);
                    }
                    let cleared = all(home.path());
                    assert!(cleared == after, "{case}: {:?}", cleared.keys());
                }
            }
        }
    }
}

/// Nothing reaches the disk past the steps that can be watched.
#[test]
fn only_the_steps_change_the_disk() {
    let mut left = vec![crate::support::project().join("src")];
    let mut files = 0;
    while let Some(path) = left.pop() {
        if path.is_dir() {
            left.extend(std::fs::read_dir(path).expect("a folder can be read").flatten().map(|entry| entry.path()));
            continue;
        }
        if path.ends_with("load/write/steps.rs") || path.extension().is_none_or(|ending| ending != "rs") {
            continue;
        }
        files += 1;
        let text = std::fs::read_to_string(&path).expect("source is text");
        let product = text.split("#[cfg(test)]").next().unwrap_or_default();
        for word in [
            "fs::write(",
            "File::create",
            "fs::rename",
            "fs::create_dir",
            "fs::remove_",
            "fs::set_permissions",
            "fs::copy",
            "hard_link",
            "fs::symlink(",
            "set_len",
            ".persist(",
            "DirBuilder",
        ] {
            assert!(!product.contains(word), "{} uses {word}", path.display());
        }
    }
    assert!(files > 100);
}
