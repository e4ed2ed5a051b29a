//! What is already where a folder is to be written.

use std::path::Path;

use crate::error::Error;
use crate::load::read_file;

use super::place::{Place, parent};
use super::steps::Steps;
use super::temporary::clear;

/// What is already at a folder's place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Nothing, or an empty folder.
    Nothing,
    /// A folder, and the bytes of the file that identifies it.
    Folder(Option<Vec<u8>>),
}

/// What is already where a folder is to be written, recognised by one of its files. A folder that a run before took away
/// and could not replace is put back first.
///
/// # Errors
/// No folder, or what can't be read.
pub fn standing(steps: Steps<'_>, path: &Path, shown: &Path, known_by: &str) -> Result<Standing, Error> {
    let failed = |reason: &std::io::Error| Error::io("write", shown, reason);
    let place = Place::of(path).map_err(|reason| failed(&reason))?;
    if let Place::File(path) | Place::Folder(path) = &place {
        clear(steps, parent(path));
    }
    match Place::of(path).map_err(|reason| failed(&reason))? {
        Place::Folder(path) => {
            let mut entries = std::fs::read_dir(&path).map_err(|reason| failed(&reason))?;
            if entries.next().is_none() {
                return Ok(Standing::Nothing);
            }
            let file = path.join(known_by);
            if file.symlink_metadata().is_err() {
                return Ok(Standing::Folder(None));
            }
            read_file(&path, &file).map(|bytes| Standing::Folder(Some(bytes)))
        }
        Place::File(path) if path.symlink_metadata().is_err() => Ok(Standing::Nothing),
        _ => Err(Error::new(format!("cannot write {}: it is not a folder", shown.display()))),
    }
}
