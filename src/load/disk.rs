//! Files on the disk.

use std::io::ErrorKind;
use std::path::Path;

use rayon::prelude::*;

use crate::error::Error;
use crate::read::LARGEST_FILE;

use super::checkout::{Checkout, is_top};
use super::place::Place;
use super::regular::bytes;
use super::tree::{Kind, Listing, MAIN_FILE, MainFile, Reach, Tree};
use super::walk::Walk;

/// The disk, seen from a folder.
#[derive(Debug)]
pub(super) struct Disk(Checkout);

impl Disk {
    pub(super) fn from(home: &Path) -> Self {
        Self(Checkout::from(home))
    }

    /// The disk on which something was named.
    pub(super) fn with(home: &Path, named: &Path) -> Self {
        Self(Checkout::with(home, named))
    }

    /// Refuses a path that leads through a link in its repository, as git does for paths in commits.
    pub(super) fn follow_no_link(&self, path: &Path) -> Result<(), Error> {
        self.0.follow_no_link(path)
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
        let path = folder.join(name);
        match std::fs::symlink_metadata(&path) {
            Ok(kind) => Ok(!kind.is_dir()),
            Err(reason) if matches!(reason.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => Ok(false),
            Err(reason) => Err(Error::io("read", Path::new(&self.shown(&path)), &reason)),
        }
    }

    fn is_top(&self, folder: &Path) -> bool {
        is_top(folder)
    }

    fn main_file(&self, folder: &Path) -> Result<MainFile, Error> {
        let path = folder.join(MAIN_FILE);
        if !self.holds(folder, MAIN_FILE)? {
            return Ok(MainFile::Absent);
        }
        let Some(place) = Place::of(&self.0, folder)? else { return Ok(MainFile::There) };
        let Some(rule) = place.hides(&path) else { return Ok(MainFile::There) };
        let is_read = self.0.is_named(&path) || place.tracks(&self.0, &path, &rule)?;
        Ok(if is_read { MainFile::There } else { MainFile::PassedOver(self.0.ignored(&path, &rule)) })
    }

    /// Skips what git ignores and does not track, and follows no links.
    fn below(&self, folder: &Path, reach: Reach) -> Result<Listing, Error> {
        Walk::through(&self.0, folder, reach)
    }

    fn shown(&self, path: &Path) -> String {
        self.0.shown(path)
    }

    /// Side by side.
    fn read(&self, paths: &[&Path]) -> Vec<Result<Option<Vec<u8>>, Error>> {
        paths.par_iter().map(|path| bytes(path, &self.shown(path), LARGEST_FILE)).collect()
    }
}
