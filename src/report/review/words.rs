//! Words that several sections have in common.

use crate::report::page::{Prose, Tone};
use crate::review::{Entry, Place};

/// The ids of entries in a row; a long row is cut.
pub(super) fn ids(entries: &[Entry<'_>]) -> String {
    listed(entries.iter().map(|entry| entry.id))
}

/// The names of entries in a row; a long row is cut.
pub(super) fn names(entries: &[Entry<'_>]) -> String {
    listed(entries.iter().map(|entry| entry.name))
}

pub(super) fn listed<'a>(words: impl ExactSizeIterator<Item = &'a str>) -> String {
    const SHOWN: usize = 6;
    let count = words.len();
    let mut shown: Vec<String> = words.take(SHOWN).map(str::to_owned).collect();
    if count > SHOWN {
        shown.push(format!("{} more", count - SHOWN));
    }
    shown.join(", ")
}

/// A file and line; the part of the path that all places of the chart have in common is left out.
pub(super) fn place(chart: &str, place: Place<'_>) -> Prose {
    if place.path == chart {
        return Prose::toned(Tone::Quiet, format!("line {}", place.line));
    }
    let path = place.path.strip_prefix(chart).and_then(|rest| rest.strip_prefix('/')).unwrap_or(place.path);
    Prose::toned(Tone::Quiet, format!("{path}:{}", place.line))
}

/// A difference with its sign; nothing where there is none.
pub(super) fn signed(difference: i64) -> String {
    match difference {
        0 => "=".to_owned(),
        1.. => format!("+{difference}"),
        _ => format!("−{}", difference.unsigned_abs()),
    }
}

/// A number of days.
pub(super) fn days(days: i64) -> String {
    if days == 1 { "1 day".to_owned() } else { format!("{days} days") }
}
