//! Font files given on the command line.

use std::path::Path;

use crate::error::Error;

/// The bytes of a font file.
///
/// # Errors
/// The system's reason, or that it is not a regular file.
pub fn read_font(path: &Path, shown: &Path) -> Result<Vec<u8>, Error> {
    let failed = |reason: &std::io::Error| Error::io("read", shown, reason);
    // Looked at before it is opened: opening a pipe would wait for a writer.
    if !std::fs::metadata(path).map_err(|reason| failed(&reason))?.is_file() {
        return Err(Error::new(format!("{} is not a regular file", shown.display())));
    }
    std::fs::read(path).map_err(|reason| failed(&reason))
}
