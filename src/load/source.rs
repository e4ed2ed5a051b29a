//! Where a chart that is named lies.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::error::Error;

use super::disk::{Disk, resolved};
use super::git::{Repository, split};
use super::tree::Tree;

/// The tree that a name leads into, and the path there. What is there as a file or folder is one, whatever its name.
pub(super) fn open(home: &Path, named: &Path) -> Result<(Arc<dyn Tree>, PathBuf), Error> {
    let path = home.join(named);
    let parts = named.to_str().and_then(split).filter(|_| path.symlink_metadata().is_err());
    let Some((revision, inside)) = parts else { return Ok((Arc::new(Disk::from(home)), resolved(&path))) };
    let Some(repository) = Repository::of(home, home)? else {
        let named = named.display();
        return Err(Error::new(format!(
            "there is no file {named}, and no git repository here that `{revision}` could be in"
        )));
    };
    let commit = repository.commit(revision)?;
    Ok((Arc::new(commit), repository.path(inside)?))
}
