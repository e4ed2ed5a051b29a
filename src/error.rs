//! Trouble with the run itself: files that can't be read, arguments and values that make no sense.
//!
//! What is wrong *in* a chart is never an error but a finding of a rule.

use std::fmt;

/// Why a run could not be done, in words for the person who started it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    message: String,
}

impl Error {
    /// An error that says what went wrong and, where it can, what to do.
    pub fn new(message: impl Into<String>) -> Self {
        Self { message: message.into() }
    }

    /// What went wrong.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.message
    }

    /// An error about a path, with the reason that the system gave.
    pub(crate) fn io(doing: &str, path: &std::path::Path, reason: &std::io::Error) -> Self {
        Self::new(format!("cannot {doing} {}: {}", path.display(), plain(reason)))
    }
}

/// The system's reason without its number.
fn plain(reason: &std::io::Error) -> String {
    let text = reason.to_string();
    let text = text.split(" (os error").next().unwrap_or(&text);
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Error {}

/// Its words, to stand in a larger message.
impl From<Error> for String {
    fn from(error: Error) -> Self {
        error.message
    }
}
