//! The bytes of files, as texts to read.

use std::path::Path;

use rayon::prelude::*;

use crate::error::Error;
use crate::read::{Input, Unread};
use crate::text::Sources;

use super::chart_files::ChartFile;
use super::tree::Tree;

/// Reads files; those too large or not UTF-8 come as inputs that are not to be read.
pub(super) fn read(tree: &dyn Tree, files: &[ChartFile], sources: &mut Sources) -> Result<Vec<Input>, Vec<Error>> {
    let paths: Vec<&Path> = files.iter().map(|file| file.path.as_path()).collect();
    let texts: Vec<_> = tree.read(&paths).into_par_iter().map(|bytes| bytes.map(text)).collect();
    let mut inputs = Vec::new();
    let mut errors = Vec::new();
    for (file, read) in files.iter().zip(texts) {
        let (text, unread) = match read {
            Ok(read) => read,
            Err(error) => {
                errors.push(error);
                continue;
            }
        };
        match sources.add(file.shown.as_str(), text) {
            Some(source) => inputs.push(Input { source, is_main: file.is_main, unread }),
            None => errors.push(Error::new(format!("{}: the files together are larger than 4 GiB", file.shown))),
        }
    }
    if errors.is_empty() { Ok(inputs) } else { Err(errors) }
}

/// The text of a file, and why it is not to be read.
pub(super) fn text(bytes: Option<Vec<u8>>) -> (String, Option<Unread>) {
    let Some(bytes) = bytes else { return (String::new(), Some(Unread::TooLarge)) };
    match String::from_utf8(bytes) {
        Ok(text) => (text, None),
        Err(error) => {
            let at = error.utf8_error().valid_up_to();
            (String::from_utf8_lossy(error.as_bytes()).into_owned(), Some(Unread::NotUtf8 { at }))
        }
    }
}
