//! Which lines of a file are removed, and which added.

use std::ops::Range;

use crate::edit::Splice;

/// Lines that change, with their ends.
pub(super) struct Hunk<'t> {
    /// The first old line, from 0; the one before which lines come, where none goes.
    pub(super) start: usize,
    /// The first new line, from 0.
    pub(super) new_start: usize,
    pub(super) old: Vec<&'t str>,
    pub(super) new: Vec<String>,
}

/// The lines of a text, with their ends.
pub(super) fn lines(text: &str) -> Vec<&str> {
    text.split_inclusive(line_end(text)).collect()
}

fn line_end(text: &str) -> char {
    if text.contains('\n') || !text.contains('\r') { '\n' } else { '\r' }
}

pub(super) fn hunks<'t>(text: &'t str, splices: &[Splice]) -> Vec<Hunk<'t>> {
    let end = line_end(text);
    let whole = |bytes: &Range<usize>, inserted: &str| {
        let start = text[..bytes.start].rfind(end).map_or(0, |at| at + 1);
        let is_whole = bytes.end == start || text[..bytes.end].ends_with(end);
        let stop = if is_whole && (inserted.is_empty() || inserted.ends_with(end)) && bytes.start == start {
            bytes.end
        } else {
            text[bytes.end..].find(end).map_or(text.len(), |at| bytes.end + at + 1)
        };
        start..stop
    };
    let mut ranges: Vec<(Range<usize>, Vec<&Splice>)> = Vec::new();
    for splice in splices {
        let range = whole(&splice.bytes, &splice.text);
        match ranges.last_mut() {
            Some((last, within)) if range.start < last.end => {
                last.end = last.end.max(range.end);
                within.push(splice);
            }
            _ => ranges.push((range, vec![splice])),
        }
    }
    let mut hunks = Vec::new();
    let (mut line, mut counted, mut shift) = (0, 0, 0_isize);
    for (range, within) in ranges {
        line += text[counted..range.start].matches(end).count();
        counted = range.start;
        let mut now = String::new();
        let mut at = range.start;
        for splice in within {
            now.push_str(&text[at..splice.bytes.start]);
            now.push_str(&splice.text);
            at = splice.bytes.end;
        }
        now.push_str(&text[at..range.end]);
        let mut old: Vec<&str> = text[range].split_inclusive(end).collect();
        let mut new: Vec<String> = now.split_inclusive(end).map(str::to_owned).collect();
        let same = old.iter().zip(&new).take_while(|(old, new)| **old == new.as_str()).count();
        old.drain(..same);
        new.drain(..same);
        while old.last().is_some_and(|old| new.last().is_some_and(|new| old == new)) {
            old.pop();
            new.pop();
        }
        let new_start = (line + same).saturating_add_signed(shift);
        shift += isize::try_from(new.len()).unwrap_or(0) - isize::try_from(old.len()).unwrap_or(0);
        hunks.push(Hunk { start: line + same, new_start, old, new });
    }
    hunks
}
