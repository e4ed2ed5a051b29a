//! Which files of a checkout git tracks.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use crate::error::Error;

use super::program::Git;

/// The YAML files that git tracks, by path from the top of the repository; `home` is where we are.
pub(in crate::load) fn tracked(home: &Path, top: &Path) -> Result<BTreeSet<PathBuf>, Error> {
    let git = Git::find(home, top)?;
    // A `.git` that is no repository must not lead to one further up.
    let ran = git.run_below(top.parent(), &["ls-files", "-z", "--cached", "--", "*.yaml", "*.yml"])?;
    if ran.is_ok {
        return Ok(ran.out.split(|&byte| byte == 0).filter(|name| !name.is_empty()).map(path).collect());
    }
    Err(Error::new(format!("git: {}", ran.trouble.trim().trim_start_matches("fatal: "))))
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
