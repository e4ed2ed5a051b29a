//! What is made beside its place: named so that it can be recognised, and locked while the run that made it is alive.

use std::ffi::OsStr;
use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use tempfile::Builder;

use super::place::parent;
use super::steps::Steps;

const PREFIX: &str = ".rightseat-";
const SUFFIX: &str = ".tmp";

/// In a temporary folder, the file that is locked while its run lives.
const LOCK: &str = "lock";
/// In a temporary folder, what becomes the output; after it changed places with the one before, that.
const FRESH: &str = "new";
/// In a temporary folder, where the output before is put, under its name, where two folders can't change places.
const AWAY: &str = "old";

/// The permissions of folders that nobody has said anything else about.
pub(super) const FOLDER_MODE: u32 = 0o777;
/// The same for files.
pub(super) const FILE_MODE: u32 = 0o666;

/// A file that goes away again unless it is moved to its place.
#[derive(Debug)]
pub(super) struct TemporaryFile<'s> {
    steps: Steps<'s>,
    pub(super) path: PathBuf,
    pub(super) file: File,
    is_moved: bool,
}

impl<'s> TemporaryFile<'s> {
    pub(super) fn beside(steps: Steps<'s>, folder: &Path, mode: u32) -> io::Result<Self> {
        let (file, path) = named(folder, |path| {
            let file = steps.create(path, mode)?;
            claim(&file, path)?;
            Ok(file)
        })?;
        Ok(Self { steps, path, file, is_moved: false })
    }

    pub(super) fn move_to(mut self, place: &Path) -> io::Result<()> {
        self.steps.rename(&self.path, place)?;
        self.is_moved = true;
        Ok(())
    }
}

impl Drop for TemporaryFile<'_> {
    fn drop(&mut self) {
        if !self.is_moved {
            // Why the file could not be written is being told; what can't be removed the next run clears.
            let _: io::Result<()> = self.steps.remove_file(&self.path);
        }
    }
}

/// A folder to make another one in, which goes away again with all that is in it.
#[derive(Debug)]
pub(super) struct TemporaryFolder<'s> {
    steps: Steps<'s>,
    path: PathBuf,
    lock: Option<File>,
}

impl<'s> TemporaryFolder<'s> {
    pub(super) fn beside(steps: Steps<'s>, folder: &Path) -> io::Result<Self> {
        let (lock, path) = named(folder, |path| {
            steps.make_folder(path, FOLDER_MODE)?;
            let lock_path = path.join(LOCK);
            let locked = steps.create(&lock_path, FILE_MODE).and_then(|lock| claim(&lock, &lock_path).map(|()| lock));
            locked.map_err(|reason| {
                let _: io::Result<()> = steps.remove_folder(path);
                // Another run has cleared it away in between: then another name will do.
                if reason.kind() == io::ErrorKind::NotFound { io::ErrorKind::AlreadyExists.into() } else { reason }
            })
        })?;
        Ok(Self { steps, path, lock: Some(lock) })
    }

    /// Where what becomes the output is made.
    pub(super) fn fresh(&self) -> PathBuf {
        self.path.join(FRESH)
    }

    /// Where the output before can be put. The next run puts it back should this one not come to its end.
    pub(super) fn away(&self, name: &OsStr) -> io::Result<PathBuf> {
        let away = self.path.join(AWAY);
        self.steps.make_folder(&away, FOLDER_MODE)?;
        Ok(away.join(name))
    }

    /// Removes it, and says why where that can't be done.
    pub(super) fn close(mut self) -> io::Result<()> {
        let lock = self.lock.take();
        remove(self.steps, &self.path, lock)
    }
}

impl Drop for TemporaryFolder<'_> {
    fn drop(&mut self) {
        if let Some(lock) = self.lock.take() {
            // Why the folder could not be written is being told; what can't be removed the next run clears.
            let _: io::Result<()> = remove(self.steps, &self.path, Some(lock));
        }
    }
}

/// Removes a temporary folder. The lock goes last, so that a half-removed folder is still recognised as in use.
fn remove(steps: Steps<'_>, path: &Path, lock: Option<File>) -> io::Result<()> {
    put_back(steps, path)?;
    for part in [FRESH, AWAY] {
        match steps.remove_folder(&path.join(part)) {
            Err(reason) if reason.kind() != io::ErrorKind::NotFound => return Err(reason),
            _ => {}
        }
    }
    // A file that is open can't be removed everywhere.
    drop(lock);
    steps.remove_folder(path)
}

/// Puts back an output that was moved away and that nothing has replaced: it is still the valid one.
fn put_back(steps: Steps<'_>, path: &Path) -> io::Result<()> {
    let away = match fs::read_dir(path.join(AWAY)) {
        Err(reason) if reason.kind() == io::ErrorKind::NotFound => return Ok(()),
        away => away?,
    };
    for output in away {
        let output = output?;
        let place = parent(path).join(output.file_name());
        if place.symlink_metadata().is_err() {
            steps.rename(&output.path(), &place)?;
        }
    }
    Ok(())
}

/// Makes something under a new name in a folder.
fn named<T>(folder: &Path, make: impl FnMut(&Path) -> io::Result<T>) -> io::Result<(T, PathBuf)> {
    let mut builder = Builder::new();
    builder.prefix(PREFIX).suffix(SUFFIX).disable_cleanup(true);
    let (handle, path) = builder.make_in(folder, make)?.into_parts();
    let path = path.to_path_buf();
    Ok((handle, path))
}

/// Locks what was just made. `AlreadyExists`, which leads to another name, where another run took it for a leftover
/// before it was locked.
fn claim(file: &File, path: &Path) -> io::Result<()> {
    match file.try_lock() {
        Err(TryLockError::WouldBlock) => return Err(io::ErrorKind::AlreadyExists.into()),
        // Where the file system has no locks, nobody else gets one either, and nothing is taken for a leftover.
        Ok(()) | Err(TryLockError::Error(_)) => {}
    }
    match path.symlink_metadata() {
        Err(reason) if reason.kind() == io::ErrorKind::NotFound => Err(io::ErrorKind::AlreadyExists.into()),
        _ => Ok(()),
    }
}

/// Clears a folder of what ended runs left in it. What can't be cleared, such as another user's files, stays.
pub(super) fn clear(steps: Steps<'_>, folder: &Path) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let name = entry.file_name();
        let is_ours = name.to_str().is_some_and(|name| name.starts_with(PREFIX) && name.ends_with(SUFFIX));
        let Some(kind) = entry.file_type().ok().filter(|_| is_ours) else { continue };
        let _: io::Result<()> = if kind.is_dir() {
            clear_folder(steps, &entry.path())
        } else if kind.is_file() {
            abandoned(&entry.path()).and_then(|_lock| steps.remove_file(&entry.path()))
        } else {
            Ok(())
        };
    }
}

fn clear_folder(steps: Steps<'_>, path: &Path) -> io::Result<()> {
    let lock = match abandoned(&path.join(LOCK)) {
        Ok(lock) => lock,
        // Its run ended before there was a lock, or while it was removed: then it is empty.
        Err(reason) if reason.kind() == io::ErrorKind::NotFound => return steps.remove_empty(path),
        Err(reason) => return Err(reason),
    };
    remove(steps, path, Some(lock))
}

/// The lock of a leftover that no run holds any more.
fn abandoned(path: &Path) -> io::Result<File> {
    if !path.symlink_metadata()?.is_file() {
        return Err(io::Error::other("no file of ours"));
    }
    let file = File::options().write(true).open(path)?;
    file.try_lock()?;
    Ok(file)
}
