//! A tree of files, wherever it lies: on the disk or in a commit.

use std::fmt::Debug;
use std::path::{Path, PathBuf};

use crate::error::Error;

/// Where charts lie. Discovery and reading know nothing else of the place.
pub(super) trait Tree: Debug + Send + Sync {
    /// What a path is.
    ///
    /// # Errors
    /// Nothing is there, or neither a file nor a folder.
    fn kind(&self, path: &Path) -> Result<Kind, Error>;

    /// Whether a folder holds a file of this name, or a link, which reading refuses.
    fn holds(&self, folder: &Path, name: &str) -> Result<bool, Error>;

    /// Whether what lies above a folder is no part of the repository.
    fn is_top(&self, folder: &Path) -> bool;

    /// What lies below a folder and is not hidden, in any order.
    fn below(&self, folder: &Path, reach: Reach) -> Result<Vec<Found>, Error>;

    /// A path as it is shown.
    fn shown(&self, path: &Path) -> String;

    /// The bytes of files, in their order; `None` for one with more than are read.
    fn read(&self, paths: &[&Path]) -> Vec<Result<Option<Vec<u8>>, Error>>;

    /// The commit that the tree is of.
    fn commit(&self) -> Option<&str> {
        None
    }
}

/// What a path is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    File,
    Folder,
}

/// How far down is looked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reach {
    /// At what lies in the folder itself.
    Folder,
    /// At everything below it.
    All,
}

/// Something below a folder.
#[derive(Clone, Debug)]
pub(super) struct Found {
    pub(super) path: PathBuf,
    /// Anything else is listed as a file; reading says what it is.
    pub(super) is_folder: bool,
}

/// A folder, or the folder of a file, and those above it, as far as the repository reaches.
pub(super) fn upwards<'p>(tree: &dyn Tree, path: &'p Path) -> Result<Vec<&'p Path>, Error> {
    let mut folder = if tree.kind(path)? == Kind::Folder { Some(path) } else { path.parent() };
    let mut folders = Vec::new();
    while let Some(this) = folder {
        folders.push(this);
        folder = if tree.is_top(this) { None } else { this.parent() };
    }
    Ok(folders)
}
