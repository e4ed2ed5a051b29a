//! Outputs, written whole or not at all.

use std::io::Write;
use std::path::Path;

use tempfile::Builder;

use crate::error::Error;

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

/// Whether a path is no place for a file, such as `/dev/stderr` or a pipe: renaming would replace it.
fn is_device(path: &Path) -> bool {
    path.starts_with("/dev") || std::fs::metadata(path).is_ok_and(|kind| !kind.is_file())
}
