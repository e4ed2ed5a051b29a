//! A tree of files, wherever it is: on the disk or in a commit.

use std::fmt::Debug;
use std::path::{Path, PathBuf};

use crate::config;
use crate::error::Error;

use super::passed_over::PassedOver;

/// The file that makes a folder one chart.
pub(super) const MAIN_FILE: &str = "chart.yaml";

/// Where charts are. Discovery and reading know nothing else of the place.
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

    /// Whether a folder holds the file that makes it one chart, to be read.
    fn main_file(&self, folder: &Path) -> Result<MainFile, Error>;

    /// The files below a folder that charts can be made of, in any order, and what else there looks like some.
    fn below(&self, folder: &Path, reach: Reach) -> Result<Listing, Error>;

    /// A path for display.
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

/// Whether there is a `chart.yaml`.
#[derive(Clone, Debug)]
pub(super) enum MainFile {
    Absent,
    There,
    PassedOver(PassedOver),
}

/// How far down is looked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reach {
    /// At what lies in the folder itself, and in the folders in it: enough to find charts side by side.
    Near,
    /// At everything below it.
    All,
}

impl Reach {
    /// Whether what is this many folders down is looked at.
    pub(super) fn covers(self, depth: usize) -> bool {
        self == Self::All || depth <= 1
    }
}

/// What is below a folder.
#[derive(Clone, Debug, Default)]
pub(super) struct Listing {
    /// By their names; reading finds out if one is a link or a pipe.
    pub(super) files: Vec<PathBuf>,
    pub(super) passed_over: Vec<PassedOver>,
}

/// Whether a file of this name can be part of a chart.
pub(super) fn is_chart_file(path: &Path) -> bool {
    is_yaml(path) && path.file_name().is_some_and(|name| name != config::FILE_NAME)
}

/// Whether a file of this name is YAML; in either case, so that nothing is hidden by an ending in capitals.
pub(super) fn is_yaml(path: &Path) -> bool {
    let is = |ending: &str| ending.eq_ignore_ascii_case("yaml") || ending.eq_ignore_ascii_case("yml");
    path.extension().and_then(|ending| ending.to_str()).is_some_and(is)
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
