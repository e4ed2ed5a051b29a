//! The bytes of regular files on the disk: links are not followed, and nothing waits for a pipe.

use std::fs::File;
use std::io::Read;
use std::path::Path;

#[cfg(unix)]
use rustix::fs::OFlags;

use crate::error::Error;

/// The most that is read of an ignore file, or of git's own files.
const LARGEST_SMALL: u64 = 16 << 20;

/// The message about a link.
pub(super) const IS_LINK: &str = "is a link: charts are read from the files themselves";

/// The text of a small regular file, if there is one.
pub(super) fn small_text(path: &Path) -> Option<String> {
    let bytes = bytes(path, "", LARGEST_SMALL).ok().flatten()?;
    let text = String::from_utf8_lossy(&bytes);
    Some(text.strip_prefix('\u{feff}').unwrap_or(&text).to_owned())
}

/// The same for a file that a user may keep elsewhere, through a link.
pub(super) fn linked_text(path: &Path) -> Option<String> {
    small_text(&path.canonicalize().ok()?)
}

/// The bytes of a regular file; `None` for one with more than are read.
pub(super) fn bytes(path: &Path, shown: &str, most: u64) -> Result<Option<Vec<u8>>, Error> {
    let failed = |reason: &std::io::Error| Error::io("read", Path::new(shown), reason);
    // Looked at before it is opened: opening a pipe would wait for a writer.
    let kind = std::fs::symlink_metadata(path).map_err(|reason| failed(&reason))?;
    if kind.is_symlink() {
        return Err(Error::new(format!("{shown} {IS_LINK}")));
    }
    if !kind.is_file() {
        return Err(Error::new(format!("{shown} is not a regular file")));
    }
    let file = open(path).map_err(|reason| failed(&reason))?;
    let kind = file.metadata().map_err(|reason| failed(&reason))?;
    if !kind.is_file() {
        return Err(Error::new(format!("{shown} is no longer a regular file")));
    }
    if kind.len() > most {
        return Ok(None);
    }
    let mut bytes = Vec::with_capacity(usize::try_from(kind.len()).unwrap_or(0) + 1);
    file.take(most + 1).read_to_end(&mut bytes).map_err(|reason| failed(&reason))?;
    Ok(Some(bytes).filter(|bytes| bytes.len() as u64 <= most))
}

/// Opens a file that was looked at. Should it have become a link or a pipe since, neither is followed or waited for.
fn open(path: &Path) -> std::io::Result<File> {
    let mut options = File::options();
    options.read(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.custom_flags((OFlags::NOFOLLOW | OFlags::NONBLOCK).bits().cast_signed());
    }
    options.open(path)
}
