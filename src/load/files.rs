//! The bytes of files, as text.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use rayon::prelude::*;

use crate::error::Error;
use crate::read::{Input, LARGEST_FILE, Unread};
use crate::text::Sources;

use super::discover::ChartFile;

/// Reads files side by side; those too large or not UTF-8 come as inputs that are not to be read.
pub(super) fn read(files: &[ChartFile], sources: &mut Sources) -> Result<Vec<Input>, Vec<Error>> {
    let texts: Vec<Result<_, Error>> = files.par_iter().map(|file| Ok(text(bytes(&file.path, &file.shown)?))).collect();
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

/// The bytes of a regular file; `None` when there are more than are read.
pub(super) fn bytes(path: &Path, shown: &str) -> Result<Option<Vec<u8>>, Error> {
    let failed = |reason: &std::io::Error| Error::io("read", Path::new(shown), reason);
    // Looked at before it is opened: opening a pipe would wait for a writer.
    let kind = std::fs::symlink_metadata(path).map_err(|reason| failed(&reason))?;
    if kind.is_symlink() {
        return Err(Error::new(format!("{shown} is a link: charts are read from the files themselves")));
    }
    if !kind.is_file() {
        return Err(Error::new(format!("{shown} is no regular file")));
    }
    let mut bytes = Vec::with_capacity(usize::try_from(kind.len().min(LARGEST_FILE)).unwrap_or(0) + 1);
    let file = File::open(path).map_err(|reason| failed(&reason))?;
    file.take(LARGEST_FILE + 1).read_to_end(&mut bytes).map_err(|reason| failed(&reason))?;
    Ok(Some(bytes).filter(|bytes| bytes.len() as u64 <= LARGEST_FILE))
}

fn text(bytes: Option<Vec<u8>>) -> (String, Option<Unread>) {
    let Some(bytes) = bytes else { return (String::new(), Some(Unread::TooLarge)) };
    match String::from_utf8(bytes) {
        Ok(text) => (text, None),
        Err(error) => {
            let at = error.utf8_error().valid_up_to();
            (String::from_utf8_lossy(error.as_bytes()).into_owned(), Some(Unread::NotUtf8 { at }))
        }
    }
}
