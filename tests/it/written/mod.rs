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

/// The names of leftovers of a run, outputs aside.
fn temporary(files: &BTreeMap<String, Vec<u8>>) -> Vec<&str> {
    files.keys().map(String::as_str).filter(|name| name.contains(".rightseat-")).collect()
}
