//! The pages that name the tests of promises name tests that are there.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use crate::support::project;

/// Every test by its path, and every module that holds one.
fn tests() -> BTreeSet<String> {
    let root = project().join("tests/it");
    let mut found = BTreeSet::new();
    let mut open = vec![root.clone()];
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(folder).expect("it can be read") {
            let path = entry.expect("it can be read").path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let module = module(path.strip_prefix(&root).expect("it is below"));
                let text = fs::read_to_string(&path).expect("it is text");
                for test in text.split("#[test]\n").skip(1) {
                    let (_, rest) = test.split_once("fn ").expect("a test is a function");
                    let (name, _) = rest.split_once('(').expect("a function has arguments");
                    found.insert(format!("{module}::{name}"));
                    let parts = module.match_indices("::").map(|(end, _)| module[..end].to_owned());
                    found.extend(parts.chain([module.clone()]));
                }
            }
        }
    }
    found
}

/// The module of a file below `tests/it`.
fn module(path: &Path) -> String {
    let path = path.with_extension("");
    let parts: Vec<&str> = path.iter().filter_map(|part| part.to_str()).filter(|part| *part != "mod").collect();
    parts.join("::")
}

/// What a page puts into code quotes in the last column of its tables.
fn named(page: &str) -> Vec<&str> {
    let rows = page.lines().filter(|line| line.starts_with("| ") || line.starts_with("|-"));
    let cells = rows.filter_map(|row| row.trim_end_matches([' ', '|']).rsplit('|').next());
    cells.flat_map(|cell| cell.split('`').skip(1).step_by(2)).collect()
}

#[test]
fn each_test_that_a_page_names_is_there() {
    let tests = tests();
    assert!(tests.contains("promises::each_test_that_a_page_names_is_there") && tests.contains("git::hostile"));
    let reliability = fs::read_to_string(project().join("docs/reliability.md")).expect("it is there");
    let names = named(&reliability);
    assert!(names.len() > 20, "{names:?}");
    for name in names {
        assert!(tests.contains(name), "docs/reliability.md: there is no test `{name}`");
    }
    let consumers = fs::read_to_string(project().join("docs/consumers.md")).expect("it is there");
    let names: Vec<&str> = consumers.split('`').skip(1).step_by(2).filter(|name| name.contains("::")).collect();
    assert!(names.len() >= 5);
    for name in names {
        assert!(tests.contains(name), "docs/consumers.md: there is no test `{name}`");
    }
}
