//! Files on the disk.

use std::borrow::Cow;
use std::fs::File;
use std::io::Read;
use std::path::{Component, Path, PathBuf};

use ignore::WalkBuilder;
use rayon::prelude::*;
#[cfg(unix)]
use rustix::fs::OFlags;

use crate::error::Error;
use crate::read::LARGEST_FILE;

use super::tree::{Found, Kind, Reach, Tree};

/// The disk, seen from a folder.
#[derive(Debug)]
pub(super) struct Disk {
    /// The folder from which paths are shown.
    home: PathBuf,
}

impl Disk {
    pub(super) fn from(home: &Path) -> Self {
        Self { home: resolved(home) }
    }

    /// What could not be looked through, with the system's reason.
    fn unseen(&self, folder: &Path, error: &ignore::Error) -> Error {
        let (mut place, mut inner) = (folder, error);
        loop {
            match inner {
                ignore::Error::WithDepth { err, .. } => inner = err,
                ignore::Error::WithPath { path, err } => (place, inner) = (path, err),
                _ => break,
            }
        }
        let shown = self.shown(place);
        match error.io_error() {
            Some(reason) => Error::io("look through", Path::new(&shown), reason),
            None => Error::new(format!("cannot look through {shown}: {inner}")),
        }
    }
}

impl Tree for Disk {
    fn kind(&self, path: &Path) -> Result<Kind, Error> {
        let shown = self.shown(path);
        let kind = std::fs::metadata(path).map_err(|reason| Error::io("read", Path::new(&shown), &reason))?;
        match (kind.is_file(), kind.is_dir()) {
            (true, _) => Ok(Kind::File),
            (_, true) => Ok(Kind::Folder),
            _ => Err(Error::new(format!("{shown} is neither a file nor a folder"))),
        }
    }

    fn holds(&self, folder: &Path, name: &str) -> Result<bool, Error> {
        Ok(std::fs::symlink_metadata(folder.join(name)).is_ok_and(|kind| !kind.is_dir()))
    }

    fn is_top(&self, folder: &Path) -> bool {
        folder.join(".git").exists()
    }

    /// What git ignores is passed over, and links are not followed.
    fn below(&self, folder: &Path, reach: Reach) -> Result<Vec<Found>, Error> {
        let mut walk = WalkBuilder::new(folder);
        walk.ignore(false).git_global(false).require_git(false).follow_links(false);
        walk.max_depth((reach == Reach::Folder).then_some(1));
        let mut found = Vec::new();
        for entry in walk.build() {
            let entry = entry.map_err(|reason| self.unseen(folder, &reason))?;
            if entry.depth() > 0 {
                let is_folder = entry.file_type().is_some_and(|kind| kind.is_dir());
                found.push(Found { path: entry.into_path(), is_folder });
            }
        }
        Ok(found)
    }

    /// From the home folder, with forward slashes.
    fn shown(&self, path: &Path) -> String {
        let common = self.home.components().zip(path.components()).take_while(|(one, other)| one == other).count();
        let up = self.home.components().skip(common).map(|_| "..".into());
        let down = path.components().skip(common).map(|part| part.as_os_str().to_string_lossy());
        let parts: Vec<Cow<'_, str>> = up.chain(down).collect();
        if parts.is_empty() { ".".to_owned() } else { parts.join("/") }
    }

    /// Side by side.
    fn read(&self, paths: &[&Path]) -> Vec<Result<Option<Vec<u8>>, Error>> {
        paths.par_iter().map(|path| bytes(path, &self.shown(path))).collect()
    }
}

/// The bytes of a regular file.
fn bytes(path: &Path, shown: &str) -> Result<Option<Vec<u8>>, Error> {
    let failed = |reason: &std::io::Error| Error::io("read", Path::new(shown), reason);
    // Looked at before it is opened: opening a pipe would wait for a writer.
    let kind = std::fs::symlink_metadata(path).map_err(|reason| failed(&reason))?;
    if kind.is_symlink() {
        return Err(Error::new(format!("{shown} is a link: charts are read from the files themselves")));
    }
    if !kind.is_file() {
        return Err(Error::new(format!("{shown} is no regular file")));
    }
    let file = open(path).map_err(|reason| failed(&reason))?;
    let kind = file.metadata().map_err(|reason| failed(&reason))?;
    if !kind.is_file() {
        return Err(Error::new(format!("{shown} is no regular file any more")));
    }
    if kind.len() > LARGEST_FILE {
        return Ok(None);
    }
    let mut bytes = Vec::with_capacity(usize::try_from(kind.len()).unwrap_or(0) + 1);
    file.take(LARGEST_FILE + 1).read_to_end(&mut bytes).map_err(|reason| failed(&reason))?;
    Ok(Some(bytes).filter(|bytes| bytes.len() as u64 <= LARGEST_FILE))
}

/// Opens a file that was looked at. Should it have become a link or a pipe since, neither is followed or waited for.
fn open(path: &Path) -> std::io::Result<File> {
    let mut options = File::options();
    options.read(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.custom_flags((OFlags::NOFOLLOW | OFlags::NONBLOCK).bits().cast_signed());
    }
    options.open(path)
}

/// A path without `.` and `..`, so that the folders above it are those that it lies in.
pub(super) fn resolved(path: &Path) -> PathBuf {
    let mut resolved = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => {
                resolved.pop();
            }
            part => resolved.push(part),
        }
    }
    resolved
}
