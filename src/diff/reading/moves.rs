//! Seats that report elsewhere, and how many others went with each.

use std::collections::HashSet;

use super::super::matching::Matched;
use super::{Change, Claim, Code, listed, one};

/// Every seat whose manager is another; a seat that only went along with its manager is counted there.
pub(super) fn moves(matched: &Matched<'_>) -> Vec<Change> {
    let seats = &matched.seats;
    let mut moves = Vec::new();
    let mut elsewhere = HashSet::new();
    for pair in seats.changed() {
        let (old, new) = (&seats.before(pair.0).reports_to, &seats.after(pair.1).reports_to);
        moves.extend(seats.single(Code::SeatMoved, || seats.both(pair), old, new).inspect(|_| {
            elsewhere.insert(pair.1);
        }));
    }
    if !moves.is_empty() {
        let carried = carried(matched, &elsewhere);
        for change in &mut moves {
            let new = change.new.as_ref().and_then(|seat| seats.new_at(&seat.id));
            change.count = new.map_or(0, |at| carried[at as usize]);
            let before = change.from.first().and_then(|seat| seats.old_at(&seat.id));
            let after = change.to.first().and_then(|seat| seats.new_at(&seat.id));
            let before = before.and_then(|at| listed(&seats.before(at).owner).next());
            let after = after.and_then(|at| listed(&seats.after(at).owner).next());
            change.was = before.map(|owner| matched.people.old_named(owner).name);
            change.is = after.map(|owner| matched.people.new_named(owner).name);
        }
    }
    moves
}

/// How many seats stand below each seat of the new chart as they stood before, link by link.
fn carried(matched: &Matched<'_>, moved: &HashSet<u32>) -> Vec<usize> {
    let seats = &matched.seats;
    let order: Vec<u32> = matched.new.tree().filter_map(|seat| seats.new_at(seat.id().as_str())).collect();
    let mut carried = vec![0; seats.new.entries.len()];
    // Each before those below it: backwards, a seat's own count is whole when it is handed on.
    for &at in order.iter().rev() {
        let stays = seats.to_old[at as usize].is_some() && !moved.contains(&at);
        let manager = one(&seats.after(at).reports_to).next().and_then(|id| seats.new_at(id));
        if let (true, Some(manager)) = (stays, manager) {
            carried[manager as usize] += 1 + carried[at as usize];
        }
    }
    carried
}

/// The nearest seat above one of the old chart that is not gone, as the new chart calls it.
pub(super) fn kept_above(matched: &Matched<'_>, old: u32) -> Option<String> {
    let seats = &matched.seats;
    let mut at = old;
    for _ in 0..seats.old.entries.len() {
        let Claim::Given(manager) = &seats.before(at).reports_to else { return None };
        at = seats.old_at(manager.value.as_str())?;
        if let Some(new) = seats.to_new[at as usize] {
            return Some(seats.after(new).id.value.as_str().to_owned());
        }
    }
    None
}

/// The nearest seat above one of the new chart that is not new.
pub(super) fn known_above(matched: &Matched<'_>, new: u32) -> Option<String> {
    let seats = &matched.seats;
    let mut at = new;
    for _ in 0..seats.new.entries.len() {
        let Claim::Given(manager) = &seats.after(at).reports_to else { return None };
        at = seats.new_at(manager.value.as_str())?;
        if seats.to_old[at as usize].is_some() {
            return Some(seats.after(at).id.value.as_str().to_owned());
        }
    }
    None
}
