//! Charts from and for other tools.

mod backstage;
mod dot;
mod import;
mod into;
mod page;
mod round_trip;
mod sheets;
mod systems;
mod tables;
mod words;
mod workbooks;

use std::fs;
use std::path::Path;

use tempfile::TempDir;

use crate::support::{self, Ran};

fn home(files: &[(&str, &[u8])]) -> TempDir {
    let home = TempDir::new().expect("a folder can be made");
    fs::create_dir(home.path().join(".git")).expect("a folder can be made");
    for (path, bytes) in files {
        fs::write(home.path().join(path), bytes).expect("a file can be written");
    }
    home
}

/// The files of a folder by name.
fn files(folder: &Path) -> Vec<(String, String)> {
    let mut files: Vec<(String, String)> = fs::read_dir(folder)
        .expect("the folder is there")
        .flatten()
        .map(|entry| {
            let text = fs::read_to_string(entry.path()).expect("it is text");
            (entry.file_name().into_string().expect("names are text"), text)
        })
        .collect();
    files.sort();
    files
}

/// Runs a command; a point of what it prints is one line, however long.
fn rightseat(folder: &Path, arguments: &[&str]) -> Ran {
    let ran = support::rightseat(folder, arguments);
    let mut lines: Vec<String> = Vec::new();
    for line in ran.out.split_inclusive('\n') {
        let goes_on = line.strip_prefix("  ").filter(|rest| !rest.starts_with(['+', '-', '~', '>', ' ']));
        match (lines.last_mut(), goes_on) {
            (Some(last), Some(rest)) if last.starts_with("- ") => {
                last.truncate(last.trim_end().len());
                last.extend([" ", rest]);
            }
            _ => lines.push(line.to_owned()),
        }
    }
    Ran { out: lines.concat(), ..ran }
}
