//! Files and folders among charts that are skipped, and why.

use std::collections::BTreeSet;
use std::fmt;
use std::path::PathBuf;

use crate::error::Error;

/// How many are named in one line.
const NAMED: usize = 5;

/// A file or folder among charts that is not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PassedOver {
    pub(super) path: PathBuf,
    pub(super) shown: String,
    pub(super) why: Why,
    /// A file to look into first: the whole is reported only if that file looks like a chart.
    pub(super) suspect: Option<PathBuf>,
}

/// Why it is not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Why {
    /// An ignore file hides it, in this line, and git does not track it.
    Ignored(String),
    /// Its name, or that of a folder it is in, begins with a dot.
    Hidden,
    /// It is a link to a folder.
    Link,
    /// It is a repository of its own.
    Repository,
    /// A sparse checkout left it out.
    LeftOut,
}

impl fmt::Display for PassedOver {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let shown = &self.shown;
        match &self.why {
            Why::Ignored(line) => write!(f, "{shown} (ignored by {line})"),
            Why::Hidden => write!(f, "{shown} (hidden)"),
            Why::Link => write!(f, "{shown} (a link)"),
            Why::Repository => write!(f, "{shown} (another repository)"),
            Why::LeftOut => write!(f, "{shown} (left out by a sparse checkout)"),
        }
    }
}

impl PassedOver {
    /// All of them in one line, each once; `None` where there are none.
    #[must_use]
    pub fn line<'p>(all: impl IntoIterator<Item = &'p Self>) -> Option<String> {
        let all: BTreeSet<String> = all.into_iter().map(ToString::to_string).collect();
        let more = all.len().saturating_sub(NAMED);
        let more = if more > 0 { format!(" and {more} more") } else { String::new() };
        let line = all.into_iter().take(NAMED).collect::<Vec<_>>().join(", ") + &more;
        (!line.is_empty()).then_some(line)
    }

    /// How to have it read.
    fn help(&self) -> &'static str {
        match self.why {
            Why::Ignored(_) => "git does not track it: name the file itself, or `git add --force` it",
            Why::Hidden => "name the file itself, or let its name not begin with a dot",
            Why::Link => "name what it leads to",
            Why::Repository => "name it",
            Why::LeftOut => "`git sparse-checkout add` its folder",
        }
    }
}

/// The error that there is no chart at a path, with what was skipped there.
pub(super) fn nothing_read(shown: &str, passed_over: &[PassedOver]) -> Error {
    let line = PassedOver::line(passed_over).zip(passed_over.first());
    Error::new(if let Some((line, first)) = line {
        format!("no chart in {shown}, since this is not read: {line}; {}", first.help())
    } else {
        let help = "name a YAML file, or a folder that holds some; `rightseat init` writes a chart to start from";
        format!("no chart in {shown}: {help}")
    })
}
