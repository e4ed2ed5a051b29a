//! Folders of outputs, written whole or not at all.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use tempfile::Builder;

use crate::error::Error;

/// Writes files into a new folder beside its place and moves that there, so that nobody ever sees half of it.
///
/// A folder that is there already is replaced when it holds nothing but files that an earlier run has written, as
/// `is_ours` tells by their names.
///
/// # Errors
/// The system's reason, or what else the folder holds; what was there before is untouched then.
pub fn write_folder(
    path: &Path,
    shown: &Path,
    files: &[(String, Vec<u8>)],
    is_ours: impl Fn(&str) -> bool,
) -> Result<(), Error> {
    let failed = |reason: &std::io::Error| Error::io("write", shown, reason);
    let is_there = path.symlink_metadata().is_ok();
    // Where a link leads, so that the link stays.
    let path = if is_there { fs::canonicalize(path).map_err(|reason| failed(&reason))? } else { path.to_path_buf() };
    if is_there {
        refuse_others(&path, shown, is_ours)?;
    }
    let parent = path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    fs::create_dir_all(parent).map_err(|reason| failed(&reason))?;
    let fresh = beside(parent).map_err(|reason| failed(&reason))?;
    for (name, bytes) in files {
        let file = fresh.path().join(name);
        fs::write(&file, bytes).and_then(|()| fs::File::open(&file)?.sync_all()).map_err(|reason| failed(&reason))?;
    }
    if !is_there {
        return fs::rename(fresh.keep(), &path).map_err(|reason| failed(&reason));
    }
    let old = beside(parent).map_err(|reason| failed(&reason))?;
    let moved: PathBuf = old.path().join("old");
    fs::rename(&path, &moved).map_err(|reason| failed(&reason))?;
    if let Err(reason) = fs::rename(fresh.path(), &path) {
        fs::rename(&moved, &path).map_err(|reason| failed(&reason))?;
        return Err(failed(&reason));
    }
    // It has moved: there is nothing left to remove.
    let _ = fresh.keep();
    Ok(())
}

/// A folder that goes away again unless it is kept.
fn beside(parent: &Path) -> std::io::Result<tempfile::TempDir> {
    let mut builder = Builder::new();
    builder.prefix(".rightseat-").suffix(".tmp");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // What a new folder has; the system takes from it what the user has set.
        builder.permissions(fs::Permissions::from_mode(0o777));
    }
    builder.tempdir_in(parent)
}

fn refuse_others(path: &Path, shown: &Path, is_ours: impl Fn(&str) -> bool) -> Result<(), Error> {
    let entries = fs::read_dir(path).map_err(|reason| Error::io("write", shown, &reason))?;
    let mut others: Vec<OsString> = Vec::new();
    for entry in entries {
        let name = entry.map_err(|reason| Error::io("write", shown, &reason))?.file_name();
        others.extend((!name.to_str().is_some_and(&is_ours)).then_some(name));
    }
    others.sort();
    match others.first() {
        None => Ok(()),
        Some(other) => Err(Error::new(format!(
            "{} holds `{}`, which no review wrote: name a folder that is new, empty, or an earlier review",
            shown.display(),
            other.to_string_lossy()
        ))),
    }
}
