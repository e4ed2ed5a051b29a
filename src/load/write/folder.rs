//! Folders of outputs.

use std::ffi::OsString;
use std::fs::{self, Metadata};
use std::io;
use std::path::{Path, PathBuf};

use crate::error::Error;

use super::file::{fill, mode, take_after, unsure};
use super::place::{Place, parent};
use super::steps::Steps;
use super::temporary::{FOLDER_MODE, TemporaryFolder, clear};

/// A folder to write.
#[derive(Clone, Copy, Debug)]
pub struct Folder<'o> {
    /// Where.
    pub path: &'o Path,
    /// How the place is shown.
    pub shown: &'o Path,
    /// What is in it, by name.
    pub files: &'o [(String, Vec<u8>)],
}

impl Folder<'_> {
    fn failed(&self, reason: &io::Error) -> Error {
        Error::io("write", self.shown, reason)
    }
}

/// Writes files into a new folder beside its place and moves that there, so that nobody ever sees half of it. A folder
/// that is there already changes places with the new one in a single step where the system has one.
///
/// It is replaced when it holds nothing but files that an earlier run has written, as `is_ours` tells by their names.
///
/// # Errors
/// The system's reason, or what else the folder holds; what was there before is untouched then.
pub fn write_folder(steps: Steps<'_>, folder: &Folder<'_>, is_ours: impl Fn(&str) -> bool) -> Result<(), Error> {
    let (path, is_there) = match Place::of(folder.path).map_err(|reason| folder.failed(&reason))? {
        Place::Folder(path) => (path, true),
        Place::File(path) if path.symlink_metadata().is_err() => (path, false),
        Place::File(_) | Place::Stream(_) => {
            return Err(Error::new(format!("cannot write {}: it is not a folder", folder.shown.display())));
        }
    };
    // Its own name, should it end in dots.
    let path = if is_there { path.canonicalize().map_err(|reason| folder.failed(&reason))? } else { path };
    if is_there {
        refuse_others(&path, folder.shown, is_ours)?;
    }
    let made = Made::parents(steps, parent(&path)).map_err(|reason| folder.failed(&reason))?;
    clear(steps, parent(&path));
    let temporary = TemporaryFolder::beside(steps, parent(&path)).map_err(|reason| folder.failed(&reason))?;
    let old = is_there.then_some(path.as_path());
    fill_folder(steps, &temporary.fresh(), folder, old).map_err(|reason| folder.failed(&reason))?;
    let moved = if is_there { replace(steps, &temporary, &path) } else { steps.rename(&temporary.fresh(), &path) };
    moved.map_err(|reason| folder.failed(&reason))?;
    made.keep();
    steps.sync_folder(parent(&path)).map_err(|reason| unsure(folder.shown, &reason))?;
    temporary.close().map_err(|reason| Error::io("remove the temporary copy beside", folder.shown, &reason))
}

/// Writes and syncs all files, each with the permissions of the one that it replaces.
fn fill_folder(steps: Steps<'_>, fresh: &Path, folder: &Folder<'_>, old: Option<&Path>) -> io::Result<()> {
    let before = old.map(fs::metadata).transpose()?;
    // As open as the folder that it replaces, and open for us.
    steps.make_folder(fresh, before.as_ref().map_or(FOLDER_MODE, |before| mode(Some(before)) | 0o700))?;
    for (name, bytes) in folder.files {
        let path = fresh.join(name);
        make_folders(steps, fresh, parent(&path))?;
        let old: Option<Metadata> = old.and_then(|old| fs::metadata(old.join(name)).ok());
        let mut file = steps.create(&path, mode(old.as_ref()))?;
        fill(steps, &mut file, &path, old.as_ref(), bytes)?;
    }
    if let Some(before) = &before {
        take_after(steps, fresh, before, 0o7777)?;
    }
    steps.sync_folder(fresh)
}

/// Makes the folders within a new one that lead to a file.
fn make_folders(steps: Steps<'_>, fresh: &Path, folder: &Path) -> io::Result<()> {
    let missing: Vec<&Path> = folder.ancestors().take_while(|above| *above != fresh && !above.exists()).collect();
    missing.into_iter().rev().try_for_each(|folder| steps.make_folder(folder, FOLDER_MODE))
}

/// Puts the new folder in place of the old one.
fn replace(steps: Steps<'_>, temporary: &TemporaryFolder<'_>, path: &Path) -> io::Result<()> {
    match steps.exchange(&temporary.fresh(), path) {
        Err(reason) if reason.kind() == io::ErrorKind::Unsupported => {}
        exchanged => return exchanged,
    }
    // Two renames: should the second one fail, or the run end between them, the old folder is put back.
    steps.rename(path, &temporary.away(path.file_name().unwrap_or_default())?)?;
    steps.rename(&temporary.fresh(), path)
}

/// Folders that were made for an output, and go away again with it.
struct Made<'s> {
    steps: Steps<'s>,
    folders: Vec<PathBuf>,
}

impl<'s> Made<'s> {
    fn parents(steps: Steps<'s>, folder: &Path) -> io::Result<Self> {
        let missing = folder.ancestors().take_while(|folder| !folder.as_os_str().is_empty() && !folder.exists());
        let missing: Vec<&Path> = missing.collect();
        let mut made = Self { steps, folders: Vec::new() };
        for folder in missing.into_iter().rev() {
            match steps.make_folder(folder, FOLDER_MODE) {
                // `missing/..` is there as soon as `missing` is.
                Err(reason) if reason.kind() != io::ErrorKind::AlreadyExists || !folder.is_dir() => return Err(reason),
                Err(_) => {}
                Ok(()) => made.folders.push(folder.to_path_buf()),
            }
            steps.sync_folder(parent(folder))?;
        }
        Ok(made)
    }

    fn keep(mut self) {
        self.folders.clear();
    }
}

impl Drop for Made<'_> {
    fn drop(&mut self) {
        for folder in self.folders.iter().rev() {
            // Why the output could not be written is being told.
            let _: io::Result<()> = self.steps.remove_empty(folder);
        }
    }
}

fn refuse_others(path: &Path, shown: &Path, is_ours: impl Fn(&str) -> bool) -> Result<(), Error> {
    let failed = |reason: &io::Error| Error::io("write", shown, reason);
    let entries = fs::read_dir(path).map_err(|reason| failed(&reason))?;
    let mut others: Vec<OsString> = Vec::new();
    for entry in entries {
        let entry = entry.map_err(|reason| failed(&reason))?;
        let is_file = entry.file_type().map_err(|reason| failed(&reason))?.is_file();
        let is_ours = is_file && entry.file_name().to_str().is_some_and(&is_ours);
        others.extend((!is_ours).then(|| entry.file_name()));
    }
    match others.iter().min() {
        None => Ok(()),
        Some(other) => Err(Error::new(format!(
            "{} holds `{}`, which no review wrote: name a folder that is new, empty, or an earlier review",
            shown.display(),
            other.to_string_lossy()
        ))),
    }
}
