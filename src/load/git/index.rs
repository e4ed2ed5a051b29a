//! Which files of a checkout git tracks.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use crate::error::Error;

use super::program::Git;

/// The YAML files that git tracks, by path from the top of the repository.
#[derive(Debug, Default)]
pub(in crate::load) struct Tracked {
    pub(in crate::load) all: BTreeSet<PathBuf>,
    /// Those among them that a sparse checkout need not have on the disk.
    pub(in crate::load) sparse: BTreeSet<PathBuf>,
}

/// What git tracks in a repository; `home` is where we are.
pub(in crate::load) fn tracked(home: &Path, top: &Path) -> Result<Tracked, Error> {
    let git = Git::find(home, top)?;
    // A `.git` that is no repository must not lead to one further up.
    let yaml = [":(icase)*.yaml", ":(icase)*.yml"];
    let ran = git.run_below(top.parent(), &["ls-files", "-z", "-t", "--cached", "--", yaml[0], yaml[1]])?;
    if !ran.is_ok {
        return Err(Error::new(format!("git: {}", ran.trouble.trim().trim_start_matches("fatal: "))));
    }
    let mut tracked = Tracked::default();
    // A letter that describes a file, a space, and its path.
    for line in ran.out.split(|&byte| byte == 0).filter(|line| line.len() > 2) {
        let path = path(&line[2..]);
        if line[0] == b'S' {
            tracked.sparse.insert(path.clone());
        }
        tracked.all.insert(path);
    }
    Ok(tracked)
}

#[cfg(unix)]
fn path(name: &[u8]) -> PathBuf {
    use std::os::unix::ffi::OsStrExt;
    PathBuf::from(std::ffi::OsStr::from_bytes(name))
}

#[cfg(not(unix))]
fn path(name: &[u8]) -> PathBuf {
    PathBuf::from(String::from_utf8_lossy(name).into_owned())
}
