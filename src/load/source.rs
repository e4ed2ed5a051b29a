//! Where a named chart is.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::error::Error;

use super::checkout::resolved;
use super::disk::Disk;
use super::git::{Repository, split};
use super::tree::Tree;

/// A tree, and a path in it.
type Opened = (Arc<dyn Tree>, PathBuf);

/// The tree of a revision, and a path from here in it; `None` where nothing was there.
pub(super) fn open_at(home: &Path, revision: &str, path: &str) -> Result<Option<Opened>, Error> {
    let Some(repository) = Repository::of(home, home)? else {
        return Err(Error::new(format!("there is no git repository here to look for `{revision}` in")));
    };
    let commit = repository.commit(revision)?;
    let path = repository.path(&format!("./{path}"))?;
    Ok(if Repository::holds(&commit, &path)? { Some((Arc::new(commit), path)) } else { None })
}

/// Whether git knows a revision, in the repository here.
#[must_use]
pub fn knows_revision(home: &Path, revision: &str) -> bool {
    matches!(Repository::of(home, home), Ok(Some(repository)) if repository.commit(revision).is_ok())
}

/// The tree that a name leads into, and the path there. What is there as a file or folder is one, whatever its name.
pub(super) fn open(home: &Path, named: &Path) -> Result<Opened, Error> {
    let path = home.join(named);
    let parts = named.to_str().and_then(split).filter(|_| path.symlink_metadata().is_err());
    let Some((revision, inside)) = parts else {
        let path = resolved(&path);
        let disk = Disk::with(home, &path);
        disk.follow_no_link(&path)?;
        return Ok((Arc::new(disk), path));
    };
    let Some(repository) = Repository::of(home, home)? else {
        let named = named.display();
        return Err(Error::new(format!(
            "there is no file {named}, and no git repository here to look for `{revision}` in"
        )));
    };
    let commit = repository.commit(revision)?;
    Ok((Arc::new(commit), repository.path(inside)?))
}
