//! What is written: never over what is read, of the kind that its name says, and whole whatever fails.

mod faults;
mod inputs;
mod kept;
mod killed;
mod kinds;
mod packet;
mod streams;
mod trouble;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// A chart without findings.
const CHART: &str = "rightseat: 1\norganization: Acme\nrevision: 2026-Q4\npeople: {x: Xena}\n\
                     seats:\n  a: {title: A, owner: x, responsibilities: [one, two, three]}\n";

/// Every file below a folder, by its path, with its bytes; for a link, where it leads.
fn all(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut left = vec![folder.to_path_buf()];
    while let Some(this) = left.pop() {
        for entry in fs::read_dir(&this).expect("a folder can be read").flatten() {
            let (path, kind) = (entry.path(), entry.file_type().expect("it is there"));
            let name = path.strip_prefix(folder).expect("it is below").to_string_lossy().into_owned();
            if kind.is_dir() {
                found.insert(format!("{name}/"), Vec::new());
                left.push(path);
            } else if kind.is_symlink() {
                let to = fs::read_link(&path).expect("it is a link");
                found.insert(name, to.to_string_lossy().into_owned().into_bytes());
            } else {
                found.insert(name, fs::read(&path).expect("it can be read"));
            }
        }
    }
    found
}

/// The names of what a run left that is no output.
fn temporary(files: &BTreeMap<String, Vec<u8>>) -> Vec<&str> {
    files.keys().map(String::as_str).filter(|name| name.contains(".rightseat-")).collect()
}

/// The page of promises names tests that there are.
#[test]
fn each_promise_has_its_test() {
    let page = fs::read_to_string(crate::support::project().join("docs/reliability.md")).expect("the page is there");
    let mut named = 0;
    for row in page.lines().filter(|line| line.starts_with("| ") && line.contains("::")) {
        let last = row.trim_end_matches([' ', '|']).rsplit('|').next().unwrap_or_default();
        for test in last.split('`').filter(|part| part.contains("::")) {
            assert!(is_there(test), "no test `{test}`");
            named += 1;
        }
    }
    assert!(named > 10 && !is_there("written::no_such_test"), "{named}");
}

/// Whether a test or a module of tests has this name.
fn is_there(test: &str) -> bool {
    let home = crate::support::project().join("tests/it");
    let (module, name) = test.rsplit_once("::").expect("it has a module");
    let (module, name) = (module.replace("::", "/"), format!("fn {name}()"));
    let holds = |file: String| fs::read_to_string(home.join(file)).is_ok_and(|text| text.contains(&name));
    holds(format!("{module}.rs"))
        || holds(format!("{module}/mod.rs"))
        || home.join(format!("{}.rs", test.replace("::", "/"))).exists()
}
