//! Words that several sections have in common.

use crate::phrase::{Phrase, Prose, Say, Tone, cut, figure, row, say, text};
use crate::review::{Entry, Place};

/// How many of a row in a cell are shown.
const SHOWN: usize = 6;

/// Entries in a row, by title and id; a long row is cut.
pub(super) fn entries(entries: &[Entry<'_>]) -> Phrase {
    listed(entries)
}

/// Entries in a row, by their names; a long row is cut.
pub(super) fn names(entries: &[Entry<'_>]) -> Phrase {
    listed(&entries.iter().map(|entry| entry.by_name()).collect::<Vec<_>>())
}

pub(super) fn listed<S: Say>(all: &[S]) -> Phrase {
    let (shown, left) = cut(all, SHOWN);
    match left {
        0 => row(shown, ", "),
        left => say![row(shown, ", "), ", ", left, " more"],
    }
}

/// A file and line; the part of the path that all places of the chart have in common is left out.
pub(super) fn place(chart: &str, place: Place<'_>) -> Prose {
    if place.path == chart {
        return Prose::toned(Tone::Quiet, say!["line ", place.line]);
    }
    let path = place.path.strip_prefix(chart).and_then(|rest| rest.strip_prefix('/')).unwrap_or(place.path);
    Prose::toned(Tone::Quiet, say![text(path), ":", place.line])
}

/// A difference with its sign; nothing where there is none.
pub(super) fn signed(difference: i64) -> Phrase {
    match difference {
        0 => "=".into(),
        1.. => say![figure(format_args!("+{difference}"))],
        _ => say![figure(format_args!("−{}", difference.unsigned_abs()))],
    }
}

/// A number of days.
pub(super) fn days(days: i64) -> Phrase {
    say![days, if days == 1 { " day" } else { " days" }]
}

pub(super) fn dash() -> Prose {
    Prose::toned(Tone::Quiet, "–")
}

pub(super) fn or_dash(phrase: Phrase) -> Prose {
    if phrase.is_empty() { dash() } else { phrase.into() }
}
