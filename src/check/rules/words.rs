//! Phrases that several rules share.

use crate::graph::SeatView;

/// A longer chain is cut in the middle.
const SHOWN: usize = 8;

/// Ids in code quotes, in a row.
pub(super) fn listed(ids: &[&str]) -> String {
    match ids {
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

/// The seat and those above it: `a → b → c`.
pub(super) fn chain(seat: SeatView<'_>) -> String {
    let ids: Vec<&str> =
        std::iter::once(seat).chain(seat.managers()).take(SHOWN + 1).map(|seat| seat.id().as_str()).collect();
    let more = if ids.len() > SHOWN { " → …" } else { "" };
    format!("the line upwards: {}{more}", ids[..ids.len().min(SHOWN)].join(" → "))
}
