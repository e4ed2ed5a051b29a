//! Files of outputs.

use std::fs::{self, File, Metadata};
use std::io;
use std::path::{Path, PathBuf};

use crate::error::Error;

use super::place::{Place, parent};
use super::steps::Steps;
use super::temporary::{FILE_MODE, TemporaryFile, clear};

/// A file to write.
#[derive(Clone, Copy, Debug)]
pub struct Output<'o> {
    /// Where.
    pub path: &'o Path,
    /// How the place is shown.
    pub shown: &'o Path,
    /// What.
    pub bytes: &'o [u8],
}

impl Output<'_> {
    fn failed(&self, reason: &io::Error) -> Error {
        Error::io("write", self.shown, reason)
    }
}

/// Writes files beside their places and then moves them there, so that nobody ever sees half of one, and where one
/// can't be written none is replaced. A file that is replaced hands on its permissions and, as far as the system lets
/// us, its owner; a link stays and leads to the new file. Devices and pipes are written to directly.
///
/// # Errors
/// The system's reason.
pub fn write_files(steps: Steps<'_>, outputs: &[Output<'_>]) -> Result<(), Error> {
    let mut places = Vec::with_capacity(outputs.len());
    for output in outputs {
        let place = Place::of(output.path).map_err(|reason| output.failed(&reason))?;
        match &place {
            Place::Folder(_) => {
                return Err(Error::new(format!("cannot write {}: it is a folder", output.shown.display())));
            }
            Place::File(path) => clear(steps, parent(path)),
            Place::Stream(_) => {}
        }
        places.push(place);
    }
    let mut staged = Vec::with_capacity(outputs.len());
    for (output, place) in outputs.iter().zip(&places) {
        let Place::File(path) = place else { continue };
        let temporary = stage(steps, path, output.bytes).map_err(|reason| output.failed(&reason))?;
        staged.push((output, path, temporary));
    }
    for (output, place) in outputs.iter().zip(&places) {
        let Place::Stream(path) = place else { continue };
        let written = steps.open_stream(path).and_then(|mut stream| steps.write(&mut stream, output.bytes));
        written.map_err(|reason| output.failed(&reason))?;
    }
    let mut folders: Vec<(&Output<'_>, &Path)> = Vec::new();
    for (output, path, temporary) in staged {
        temporary.move_to(path).map_err(|reason| output.failed(&reason))?;
        if folders.iter().all(|(_, other)| *other != parent(path)) {
            folders.push((output, parent(path)));
        }
    }
    for (output, folder) in folders {
        steps.sync_folder(folder).map_err(|reason| unsure(output.shown, &reason))?;
    }
    Ok(())
}

/// The message about an output that is in place but might not survive a power failure.
pub(super) fn unsure(shown: &Path, reason: &io::Error) -> Error {
    Error::io("make sure that the disk keeps", shown, reason)
}

fn stage<'s>(steps: Steps<'s>, path: &PathBuf, bytes: &[u8]) -> io::Result<TemporaryFile<'s>> {
    let old = fs::metadata(path).ok();
    let mut temporary = TemporaryFile::beside(steps, parent(path), mode(old.as_ref()))?;
    fill(steps, &mut temporary.file, &temporary.path, old.as_ref(), bytes)?;
    Ok(temporary)
}

/// The permissions that a file begins with: no more than those of the one that it replaces.
pub(super) fn mode(old: Option<&Metadata>) -> u32 {
    #[cfg(unix)]
    if let Some(old) = old {
        return std::os::unix::fs::MetadataExt::mode(old) & 0o777;
    }
    let _ = old;
    FILE_MODE
}

/// Writes a file that was just made, and syncs it.
pub(super) fn fill(
    steps: Steps<'_>,
    file: &mut File,
    path: &Path,
    old: Option<&Metadata>,
    bytes: &[u8],
) -> io::Result<()> {
    steps.write(file, bytes)?;
    if let Some(old) = old {
        take_after(steps, path, old, 0o777)?;
    }
    steps.sync(file)
}

/// Gives a file or folder the owner, as far as the system lets us, and the permissions of the one that it replaces.
#[cfg(unix)]
pub(super) fn take_after(steps: Steps<'_>, path: &Path, old: &Metadata, bits: u32) -> io::Result<()> {
    use std::os::unix::fs::{MetadataExt, chown};
    let new = fs::metadata(path)?;
    if (new.uid(), new.gid()) != (old.uid(), old.gid()) && chown(path, Some(old.uid()), Some(old.gid())).is_err() {
        // The owner is root's to change, the group may be ours.
        let _: io::Result<()> = chown(path, None, Some(old.gid()));
    }
    let mode = old.mode() & bits;
    if fs::metadata(path)?.mode() & bits == mode { Ok(()) } else { steps.permit(path, mode) }
}

/// Permissions are inherited from the folder here.
#[cfg(not(unix))]
pub(super) fn take_after(_: Steps<'_>, _: &Path, _: &Metadata, _: u32) -> io::Result<()> {
    Ok(())
}
