//! Phrases that several rules share.

use crate::graph::SeatView;

/// So many of a long row are shown.
pub(super) const SHOWN: usize = 8;

/// Ids in code quotes, in a row; a long row is cut.
pub(super) fn listed(ids: &[&str]) -> String {
    match ids {
        [first @ .., _] if ids.len() > SHOWN => {
            let first: Vec<String> = first.iter().take(SHOWN).map(|id| format!("`{id}`")).collect();
            format!("{} and {} more", first.join(", "), ids.len() - SHOWN)
        }
        [] => String::new(),
        [only] => format!("`{only}`"),
        [rest @ .., last] => {
            let rest: Vec<String> = rest.iter().map(|id| format!("`{id}`")).collect();
            format!("{} and `{last}`", rest.join(", "))
        }
    }
}

/// A number of days.
pub(super) fn days(days: i64) -> String {
    if days == 1 { "1 day".to_owned() } else { format!("{days} days") }
}

/// A loop of ids, back to the first; a long one is cut.
pub(super) fn circle(ids: &[&str]) -> String {
    let mut shown: Vec<String> = ids.iter().take(SHOWN).map(|id| format!("`{id}`")).collect();
    if ids.len() > SHOWN {
        shown.push(format!("… {} more", ids.len() - SHOWN));
    }
    shown.extend(ids.first().map(|first| format!("`{first}`")));
    shown.join(" → ")
}

/// The seat and those above it: `a → b → c`.
pub(super) fn chain(seat: SeatView<'_>) -> String {
    let mut seats: Vec<SeatView<'_>> = std::iter::once(seat).chain(seat.managers()).take(SHOWN + 1).collect();
    let more = if seats.len() > SHOWN { " → …" } else { "" };
    seats.truncate(SHOWN);
    // Whoever still has a manager where the line ends closes a loop.
    let end = seats.last().and_then(|last| last.manager()).filter(|_| more.is_empty());
    let ids: Vec<&str> = seats.into_iter().chain(end).map(|seat| seat.id().as_str()).collect();
    format!("the line upwards: {}{more}", ids.join(" → "))
}
