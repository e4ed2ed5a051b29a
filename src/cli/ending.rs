//! What the ending of an output's name says of its kind.

use std::path::Path;

use crate::error::Error;

use super::written::is_stdout;

/// Endings by which people and programs take a file for one of a kind. Any other is a name like any other.
const KNOWN: &[&str] = &[
    "bmp", "csv", "doc", "docx", "dot", "drawio", "eps", "gif", "gv", "htm", "html", "jpeg", "jpg", "json", "key",
    "md", "mermaid", "mmd", "numbers", "odg", "odp", "ods", "odt", "pages", "pdf", "png", "ppt", "pptx", "sarif",
    "svg", "tex", "tif", "tiff", "tsv", "txt", "vsdx", "webp", "xls", "xlsx", "xml", "yaml", "yml", "zip",
];

/// The ending of a name in small letters, where it has one.
pub(super) fn ending(named: &Path) -> Option<String> {
    named.extension().map(|ending| ending.to_string_lossy().to_lowercase())
}

/// The ending of a name, where it is that of a kind of file.
pub(super) fn known_ending(named: &Path) -> Option<String> {
    ending(named).filter(|ending| KNOWN.contains(&ending.as_str()))
}

/// Endings as they are listed: `.svg, .png or .pdf`.
pub(super) fn listed(endings: &[&str]) -> String {
    match endings {
        [] => String::new(),
        [one] => format!(".{one}"),
        [all @ .., last] => {
            let all: Vec<String> = all.iter().map(|one| format!(".{one}")).collect();
            format!("{} or .{last}", all.join(", "))
        }
    }
}

/// Refuses a file whose name says that it is of another kind than what is written into it.
pub(super) fn fits(named: &Path, kind: &str, endings: &[&str]) -> Result<(), Error> {
    match known_ending(named).filter(|ending| !endings.contains(&ending.as_str())) {
        None => Ok(()),
        Some(other) => {
            let (named, endings) = (named.display(), listed(endings));
            Err(Error::new(format!("{named}: {kind} is not a .{other} file: write a name that ends in {endings}")))
        }
    }
}

/// Refuses a folder whose name says that it is a file, or standard output.
pub(super) fn is_folder_name(named: &Path, what: &str) -> Result<(), Error> {
    if is_stdout(named) {
        return Err(Error::new(format!("standard output is not a folder: {what} is one, write its name")));
    }
    match known_ending(named) {
        None => Ok(()),
        Some(ending) => {
            let named = named.display();
            Err(Error::new(format!("{named}: {what} is a folder, not a .{ending} file: write the name of a folder")))
        }
    }
}
