//! Outputs, written whole or not at all.

use std::io::Write;
use std::path::Path;

use tempfile::Builder;

use crate::error::Error;
use crate::exchange::File;

/// Writes a file beside its place and moves it there, so that nobody ever sees half of it.
///
/// # Errors
/// The system's reason; what was there before is untouched then.
pub fn write_whole(path: &Path, shown: &Path, bytes: &[u8]) -> Result<(), Error> {
    let failed = |reason: &std::io::Error| Error::io("write", shown, reason);
    if path.is_dir() {
        return Err(Error::new(format!("cannot write {}: it is a folder", shown.display())));
    }
    if is_device(path) {
        let mut device = std::fs::File::create(path).map_err(|reason| failed(&reason))?;
        return device.write_all(bytes).map_err(|reason| failed(&reason));
    }
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut builder = Builder::new();
    builder.prefix(".rightseat-").suffix(".tmp");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // The permissions of the file that it replaces, else those that a new file has.
        let mode = std::fs::metadata(path).map_or(0o666, |old| old.permissions().mode());
        builder.permissions(std::fs::Permissions::from_mode(mode));
    }
    let mut file = builder.tempfile_in(folder).map_err(|reason| failed(&reason))?;
    file.write_all(bytes).and_then(|()| file.as_file().sync_all()).map_err(|reason| failed(&reason))?;
    file.persist(path).map_err(|reason| failed(&reason.error))?;
    Ok(())
}

/// Makes a folder of texts beside its place and moves it there; what is there already is never touched.
///
/// # Errors
/// A path that is taken, or the system's reason.
pub fn write_folder(path: &Path, shown: &Path, files: &[File]) -> Result<(), Error> {
    let failed = |reason: &std::io::Error| Error::io("write", shown, reason);
    if path.symlink_metadata().is_ok() {
        return Err(Error::new(format!("{} is there already; nothing was written", shown.display())));
    }
    let parent = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    std::fs::create_dir_all(parent).map_err(|reason| failed(&reason))?;
    let folder = Builder::new().prefix(".rightseat-").suffix(".tmp").tempdir_in(parent);
    let folder = folder.map_err(|reason| failed(&reason))?;
    for file in files {
        write_whole(&folder.path().join(&file.name), &shown.join(&file.name), file.text.as_bytes())?;
    }
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // Temporary folders are for their owner alone; this one is to be as any other.
        let like = std::fs::metadata(parent).map_err(|reason| failed(&reason))?.permissions().mode() & 0o777;
        let permissions = std::fs::Permissions::from_mode(like | 0o700);
        std::fs::set_permissions(folder.path(), permissions).map_err(|reason| failed(&reason))?;
    }
    std::fs::rename(folder.path(), path).map_err(|reason| failed(&reason))?;
    // It has moved: there is nothing left to remove.
    let _: std::path::PathBuf = folder.keep();
    Ok(())
}

/// Whether a path is no place for a file, such as `/dev/stderr` or a pipe: renaming would replace it.
fn is_device(path: &Path) -> bool {
    path.starts_with("/dev") || std::fs::metadata(path).is_ok_and(|kind| !kind.is_file())
}
