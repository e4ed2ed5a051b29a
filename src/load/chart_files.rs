//! Charts as the files that they consist of.

use std::path::PathBuf;
use std::sync::Arc;

use super::passed_over::PassedOver;
use super::tree::Tree;

/// One chart as files.
#[derive(Clone, Debug)]
pub struct ChartFiles {
    /// The path by which it is shown; `REV:PATH` for one in git.
    pub name: String,
    /// Its folder or file: on the disk, or in the tree of its commit.
    pub path: PathBuf,
    /// Its files: the main one first, the others by path.
    pub files: Vec<ChartFile>,
    /// How many revisions of it there are; this is the newest.
    pub revisions: usize,
    /// What is among its files, or beside it where it was looked for, but is not read.
    pub passed_over: Vec<PassedOver>,
    /// Where it is.
    pub(super) tree: Arc<dyn Tree>,
}

/// One file of a chart.
#[derive(Clone, Debug)]
pub struct ChartFile {
    /// Where it is.
    pub path: PathBuf,
    /// How it is shown.
    pub shown: String,
    /// Whether it may state the format's version.
    pub is_main: bool,
}

impl ChartFiles {
    /// The id of the commit that it was read from, for one in git.
    #[must_use]
    pub fn commit(&self) -> Option<&str> {
        self.tree.commit()
    }
}
