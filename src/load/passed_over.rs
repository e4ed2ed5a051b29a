//! What lies among charts and is not read, and why.

use std::collections::BTreeSet;
use std::fmt;
use std::path::{Path, PathBuf};

use crate::error::Error;

use super::tree::Tree;

/// How many files that might be charts are looked into.
const MOST_LOOKED_INTO: usize = 100;
/// How many are named in one line.
const NAMED: usize = 5;
/// What stands at the beginning of a line of a chart.
const KEYS: [&str; 6] = ["rightseat", "organization", "people", "seats", "priorities", "metrics"];

/// Something among charts that is not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PassedOver {
    pub(super) path: PathBuf,
    pub(super) shown: String,
    pub(super) why: Why,
    /// A file to look into first: it is told of only when that looks like a chart.
    pub(super) suspect: Option<PathBuf>,
}

/// Why something is not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Why {
    /// An ignore file hides it, in this line, and git does not track it.
    Ignored(String),
    /// Its name, or that of a folder that it is in, begins with a dot.
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
    /// All in one line, each once; `None` where there is nothing.
    #[must_use]
    pub fn line<'p>(all: impl IntoIterator<Item = &'p Self>) -> Option<String> {
        let all: BTreeSet<String> = all.into_iter().map(ToString::to_string).collect();
        let more = all.len().saturating_sub(NAMED);
        let more = if more > 0 { format!(" and {more} more") } else { String::new() };
        let line = all.into_iter().take(NAMED).collect::<Vec<_>>().join(", ") + &more;
        (!line.is_empty()).then_some(line)
    }

    /// What to do so that it is read.
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

/// Why there is no chart at a path, by what was passed over there.
pub(super) fn nothing_read(shown: &str, passed_over: &[PassedOver]) -> Error {
    let line = PassedOver::line(passed_over).zip(passed_over.first());
    Error::new(if let Some((line, first)) = line {
        format!("no chart in {shown}, since this is passed over: {line}; {}", first.help())
    } else {
        let help = "name a YAML file, or a folder that holds some; `rightseat init` writes a chart to start from";
        format!("no chart in {shown}: {help}")
    })
}

/// Leaves out what does not look like a chart, and what is there twice; the rest is in the order of its paths.
pub(super) fn of_interest(tree: &dyn Tree, mut passed_over: Vec<PassedOver>) -> Vec<PassedOver> {
    passed_over.sort_by(|one, other| (&one.path, &one.suspect).cmp(&(&other.path, &other.suspect)));
    let suspects: Vec<&Path> = passed_over.iter().filter_map(|passed| passed.suspect.as_deref()).collect();
    let suspects = &suspects[..suspects.len().min(MOST_LOOKED_INTO)];
    let texts = if suspects.is_empty() { Vec::new() } else { tree.read(suspects) };
    let mut is_chart = texts.into_iter().map(|read| read.ok().flatten().is_some_and(|text| looks_like_a_chart(&text)));
    let mut kept: Vec<PassedOver> = Vec::new();
    for passed in passed_over {
        let is_told = passed.suspect.is_none() || is_chart.next().unwrap_or(false);
        if is_told && kept.last().is_none_or(|last| last.path != passed.path) {
            kept.push(passed);
        }
    }
    kept
}

/// Whether a line begins with a key of charts.
fn looks_like_a_chart(text: &[u8]) -> bool {
    let text = text.strip_prefix(b"\xef\xbb\xbf").unwrap_or(text);
    text.split(|byte| matches!(byte, b'\n' | b'\r')).any(|line| {
        let is_before = |byte: &u8| matches!(byte, b'{' | b'"' | b'\'') || line[0] == b'{' && *byte == b' ';
        let start = line.iter().position(|byte| !is_before(byte)).unwrap_or(line.len());
        let is_key = |key: &&str| {
            let rest = line[start..].strip_prefix(key.as_bytes());
            let rest = rest.map(|rest| rest.strip_prefix(b"\"").or(rest.strip_prefix(b"'")).unwrap_or(rest));
            rest.is_some_and(|rest| rest.trim_ascii_start().first() == Some(&b':'))
        };
        KEYS.iter().any(is_key)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chart_is_known_by_its_keys() {
        for text in [
            "seats: {}",
            "# x\nseats:\r\n",
            "\u{feff}people :\n",
            "{\"seats\": {}}",
            "{ seats: {}}",
            "a: 1\rmetrics: x",
        ] {
            assert!(looks_like_a_chart(text.as_bytes()), "{text}");
        }
        for text in
            ["", "repos: []\n", "on:\n  seats: 1\n", " seats: {}", "seatsx: 1", "seats", "- seats: 1", "{", "\"\n"]
        {
            assert!(!looks_like_a_chart(text.as_bytes()), "{text}");
        }
    }
}
