//! Why an edit is not made.

use std::fmt;

use crate::model::Noun;
use crate::read::Oddity;
use crate::text::printable_line;

/// Why nothing is edited. The list is closed: whatever is asked, it is done, or this is why not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The chart can't be read to its end.
    Partial,
    /// A file is written in a way that can't be edited by machine.
    Unusual {
        /// The file.
        path: String,
        /// What is unusual.
        what: &'static str,
    },
    /// An entry does not exist.
    Unknown {
        /// Its kind.
        kind: Noun,
        /// Its id.
        id: String,
        /// The nearest that exists.
        near: Option<String>,
    },
    /// An entry is there twice.
    Twice {
        /// Its kind.
        kind: Noun,
        /// Its id.
        id: String,
    },
    /// An entry is there and can't be read.
    Unreadable {
        /// Its kind.
        kind: Noun,
        /// Its id.
        id: String,
    },
    /// An entry is there already.
    Taken {
        /// Its kind.
        kind: Noun,
        /// Its id.
        id: String,
    },
    /// A key or value that the format does not have, in words.
    Value(String),
    /// What contradicts what the chart says, in words.
    Contradiction(String),
    /// Something refers to what would be removed, or depends on it.
    Needed {
        /// What would go.
        what: String,
        /// What needs it.
        by: Vec<String>,
        /// What to do about it.
        help: String,
    },
    /// A comment would be lost or get another meaning.
    Comment {
        /// The file.
        path: String,
        /// The line.
        line: usize,
    },
    /// The chart would have a mistake that it has not.
    Mistake(String),
    /// What came of it is not what was meant: a bug.
    Unproven {
        /// What was meant.
        meant: String,
        /// What came of it.
        came: String,
    },
}

impl Refusal {
    pub(super) fn unusual(path: &str, oddity: Oddity) -> Self {
        let what = match oddity {
            Oddity::Broken => "it can't be read to its end",
            Oddity::Anchor => "it has an anchor or an alias",
            Oddity::Tag => "it has a tag",
            Oddity::Directive => "it has a directive",
            Oddity::SecondDocument => "it has a second document",
            Oddity::LongKey => "it has a key after `?`, or one that is not text",
            Oddity::BarePair => "it has a pair in square brackets",
            Oddity::Unknown => "it is written in an unusual way",
        };
        Self::Unusual { path: path.to_owned(), what }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = match self {
            Self::Partial => "the chart can't be read in full: `rightseat check` says where".to_owned(),
            Self::Unusual { path, what } => format!("{path} can't be edited by a program: {what}"),
            Self::Unknown { kind, id, near } => {
                let help = near.as_ref().map_or_else(String::new, |near| format!(": did you mean `{near}`?"));
                format!("there is no {kind} `{id}`{help}")
            }
            Self::Twice { kind, id } => format!("the {kind} `{id}` is defined twice: keep one of the two first"),
            Self::Unreadable { kind, id } => {
                format!("what the chart says about the {kind} `{id}` can't be read: `rightseat check` says why")
            }
            Self::Taken { kind, id } => format!("there already is a {kind} `{id}`"),
            Self::Value(reason) | Self::Contradiction(reason) => reason.clone(),
            Self::Needed { what, by, help } => format!("{what} is needed by {}: {help}", by.join(", ")),
            Self::Comment { path, line } => {
                format!("{path}:{line}: there is a comment within what would change: edit this by hand")
            }
            Self::Mistake(message) => format!("the chart would have a mistake: {message}"),
            Self::Unproven { meant, came } => format!(
                "the edit would not say exactly what was meant, which is a bug; meant: {meant}; it would be: {came}"
            ),
        };
        f.write_str(&printable_line(&text))
    }
}

impl std::error::Error for Refusal {}
