//! Which files differ from what git has committed.

use std::path::{Path, PathBuf};

use crate::error::Error;

use super::program::Git;

/// Those of some files that differ from the last commit; `None` where there is no repository.
pub(in crate::load) fn dirty(home: &Path, folder: &Path, files: &[PathBuf]) -> Result<Option<Vec<PathBuf>>, Error> {
    let git = Git::find(home, folder)?;
    let mut dirty = Vec::new();
    for file in files {
        let path = file.to_string_lossy();
        let ran = git.run(&["status", "--porcelain", "--untracked-files=all", "--ignored", "--", &path])?;
        if !ran.is_ok && ran.trouble.contains("not a git repository") {
            return Ok(None);
        }
        if !ran.is_ok {
            return Err(Error::new(format!("git: {}", ran.trouble.trim().trim_start_matches("fatal: "))));
        }
        if !ran.out.trim().is_empty() {
            dirty.push(file.clone());
        }
    }
    Ok(Some(dirty))
}
