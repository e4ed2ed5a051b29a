//! Seats with a new manager, and how many others moved with each.

use std::collections::{HashMap, HashSet};

use super::super::matching::Matched;
use super::{Change, What, listed, one};

/// Every seat whose manager is another; a seat that only went along with its manager is counted there.
pub(super) fn moves(matched: &Matched<'_>) -> Vec<Change> {
    let seats = &matched.seats;
    let mut found = Vec::new();
    let mut elsewhere = HashSet::new();
    for pair in seats.changed() {
        let (old, new) = (&seats.before(pair.0).reports_to, &seats.after(pair.1).reports_to);
        if let Some((from, to)) = seats.single(old, new) {
            elsewhere.insert(pair.1);
            found.push((pair, from, to));
        }
    }
    if found.is_empty() {
        return Vec::new();
    }
    let carried = carried(matched, &elsewhere);
    let told = found.into_iter().map(|(pair, from, to)| {
        let before = from.as_ref().and_then(|seat| seats.old_at(&seat.id));
        let after = to.as_ref().and_then(|seat| seats.new_at(&seat.id));
        let before = before.and_then(|at| listed(&seats.before(at).owner).next());
        let after = after.and_then(|at| listed(&seats.after(at).owner).next());
        let what = What::SeatMoved {
            from,
            to,
            below: carried[pair.1 as usize],
            from_owner: before.map(|owner| matched.people.old_named(owner).name),
            to_owner: after.map(|owner| matched.people.new_named(owner).name),
        };
        Change::of(what, seats.both(pair))
    });
    told.collect()
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

/// The nearest seats above that are in both charts. Each way up is gone once.
pub(super) struct Above<'m> {
    matched: &'m Matched<'m>,
    /// Whether the way goes up in the old chart.
    is_old: bool,
    found: HashMap<u32, Option<u32>>,
}

impl<'m> Above<'m> {
    pub(super) fn new(matched: &'m Matched<'m>, is_old: bool) -> Self {
        Self { matched, is_old, found: HashMap::new() }
    }

    /// The id, as the new chart has it, of the nearest seat above that is in both charts.
    pub(super) fn of(&mut self, seat: u32) -> Option<&'m str> {
        let seats = &self.matched.seats;
        let mut path = Vec::new();
        let mut at = seat;
        let found = loop {
            // A seat seen before means a loop.
            self.found.insert(at, None);
            path.push(at);
            let claims = if self.is_old { seats.before(at) } else { seats.after(at) };
            let Some(manager) = one(&claims.reports_to).next() else { break None };
            let Some(up) = (if self.is_old { seats.old_at(manager) } else { seats.new_at(manager) }) else {
                break None;
            };
            let other = if self.is_old { seats.to_new[up as usize] } else { seats.to_old[up as usize].and(Some(up)) };
            if other.is_some() {
                break other;
            }
            if let Some(known) = self.found.get(&up) {
                break *known;
            }
            at = up;
        };
        self.found.extend(path.into_iter().map(|at| (at, found)));
        found.map(|new| seats.new.entries[new as usize].id.value.as_str())
    }
}
