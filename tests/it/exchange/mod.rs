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
