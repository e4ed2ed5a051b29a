//! Words that several rules share.

use crate::graph::{EntryView, SeatView, bare};
use crate::phrase::{Phrase, cut, row, say};

/// How many of a long row are shown.
pub(super) const SHOWN: usize = 8;

/// A number of days.
pub(super) fn days(days: i64) -> Phrase {
    say![days, if days == 1 { " day" } else { " days" }]
}

/// A loop of entries, back to the first; a long one is cut.
pub(super) fn circle<'g, E: Into<EntryView<'g>> + Copy>(loop_of: &[E]) -> Phrase {
    let (shown, left) = cut(loop_of, SHOWN);
    let mut way: Vec<Phrase> = shown.iter().map(|&entry| say![entry.into()]).collect();
    if left > 0 {
        way.push(say!["… ", left, " more"]);
    }
    way.extend(loop_of.first().map(|&first| say![first.into()]));
    row(way, " → ")
}

/// The seat and those above it: `a → b → c`.
pub(super) fn chain(seat: SeatView<'_>) -> Phrase {
    let mut seats: Vec<SeatView<'_>> = std::iter::once(seat).chain(seat.managers()).take(SHOWN + 1).collect();
    let more = if seats.len() > SHOWN { " → …" } else { "" };
    seats.truncate(SHOWN);
    // Whoever still has a manager where the line ends closes a loop.
    let end = seats.last().and_then(|last| last.manager()).filter(|_| more.is_empty());
    say!["the line upwards: ", row(seats.into_iter().chain(end).map(bare), " → "), more]
}
