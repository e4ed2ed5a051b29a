//! Where a chart that is named lies.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::error::Error;

use super::disk::{Disk, resolved};
use super::tree::Tree;

/// The tree that a name leads into, and the path there.
pub(super) fn open(home: &Path, named: &Path) -> Result<(Arc<dyn Tree>, PathBuf), Error> {
    Ok((Arc::new(Disk::from(home)), resolved(&home.join(named))))
}
