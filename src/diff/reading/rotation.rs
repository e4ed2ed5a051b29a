//! Interchangeable seats: who came and who went is reported, not who sits where.
//!
//! A list of co-chairs is written as numbered seats, and one who leaves makes everybody below move up. Reported seat
//! by seat, that would be a page of replaced owners, none of whom was replaced.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use super::super::Party;
use super::super::matching::{Matched, Pairing, party};
use super::{Change, What, listed, one};
use crate::model::{Seat, SeatClaims, Seats};

/// What makes seats alike: title, function, and the title of the seat above.
type Kind<'a> = (&'a str, Option<&'a str>, Option<&'a str>);

/// Seats of one kind in both charts.
#[derive(Default)]
struct Alike<'a> {
    old: BTreeMap<&'a str, &'a Seat>,
    new: BTreeMap<&'a str, &'a Seat>,
    /// The changes that touch them, by their places.
    touched: Vec<usize>,
}

pub(super) fn fold(matched: &Matched<'_>, changes: &mut Vec<Change>) {
    let mut groups = groups(matched, changes);
    groups.retain(|_, alike| alike.has_shifted(matched));
    let mut rotations = Vec::new();
    let mut taken: HashMap<usize, usize> = HashMap::new();
    let mut seats: HashMap<(bool, &str), usize> = HashMap::new();
    for alike in groups.values() {
        let at = rotations.len();
        taken.extend(alike.touched.iter().map(|&change| (change, at)));
        seats.extend(alike.old.keys().map(|id| ((false, *id), at)));
        seats.extend(alike.new.keys().map(|id| ((true, *id), at)));
        rotations.push(alike.told(matched));
    }
    // Who answers to the same person in another of these seats has not moved.
    for (at, change) in changes.iter().enumerate() {
        if let What::SeatMoved { from: Some(from), to: Some(to), .. } = &change.what
            && let (Some(rotation), Some(other)) = (seats.get(&(false, &*from.id)), seats.get(&(true, &*to.id)))
            && rotation == other
            && have_same_owner(matched, from, to)
        {
            taken.insert(at, *rotation);
        }
    }
    let mut kept = Vec::with_capacity(changes.len());
    for (at, mut change) in std::mem::take(changes).into_iter().enumerate() {
        let Some(&rotation) = taken.get(&at) else {
            kept.push(change);
            continue;
        };
        // What reported to a seat that came or went has moved, unless it answers to the same person.
        kept.extend(change.folded.extract_if(.., |folded| match &folded.what {
            What::SeatMoved { from: Some(from), to: Some(to), .. } => !have_same_owner(matched, from, to),
            What::SeatMoved { .. } => true,
            _ => false,
        }));
        rotations[rotation].folded.push(change);
    }
    *changes = kept;
    changes.extend(rotations);
}

/// The kinds of seats where several changed hands, came or went.
fn groups<'a>(matched: &'a Matched<'_>, changes: &[Change]) -> BTreeMap<Kind<'a>, Alike<'a>> {
    let seats = &matched.seats;
    let mut groups: BTreeMap<Kind<'a>, Alike<'a>> = BTreeMap::new();
    for (at, change) in changes.iter().enumerate().filter(|(_, change)| is_about_holders(change)) {
        let of_old = change.old.as_ref().and_then(|seat| seats.old_at(&seat.id));
        let of_new = change.new.as_ref().and_then(|seat| seats.new_at(&seat.id));
        let of_old = of_old.and_then(|at| seats.kind(seats.before(at), true));
        let of_new = of_new.and_then(|at| seats.kind(seats.after(at), false));
        if let Some(kind) = of_new.or(of_old)
            && (of_old.is_none() || of_new.is_none() || of_old == of_new)
        {
            groups.entry(kind).or_default().touched.push(at);
        }
    }
    groups.retain(|_, alike| alike.touched.len() > 1);
    let titles: HashSet<&str> = groups.keys().map(|(title, ..)| *title).collect();
    let is_touched = |seat: &Seat| seat.title.get().is_some_and(|title| titles.contains(title.as_str()));
    for seat in seats.old.entries.iter().filter(|seat| is_touched(seat)) {
        if let Some(alike) = seats.kind(seat, true).and_then(|kind| groups.get_mut(&kind)) {
            alike.old.insert(seat.id.value.as_str(), seat);
        }
    }
    for seat in seats.new.entries.iter().filter(|seat| is_touched(seat)) {
        if let Some(alike) = seats.kind(seat, false).and_then(|kind| groups.get_mut(&kind)) {
            alike.new.insert(seat.id.value.as_str(), seat);
        }
    }
    groups
}

/// Whether a change says nothing but who holds a seat, or that there is one more or less.
fn is_about_holders(change: &Change) -> bool {
    let is_plain = |change: &Change| match &change.what {
        What::SeatMoved { .. } => true,
        What::SeatChanged { key } => key.key == "dotted_to",
        _ => false,
    };
    match &change.what {
        What::OwnerReplaced { .. }
        | What::OwnerFilled { .. }
        | What::OwnerVacated { .. }
        | What::OwnersSwapped { .. } => true,
        what => what.is_about_existence() && change.folded.iter().all(is_plain),
    }
}

impl Pairing<'_, Seats, SeatClaims> {
    fn kind<'s>(&'s self, seat: &'s Seat, is_old: bool) -> Option<Kind<'s>> {
        let title = |seat: &'s Seat| seat.title.get().map(|title| title.as_str());
        let manager = one(&seat.reports_to).next().and_then(|id| {
            if is_old { self.old_at(id).map(|at| self.before(at)) } else { self.new_at(id).map(|at| self.after(at)) }
        });
        let function = seat.function.get().map(|function| function.as_str());
        Some((title(seat)?, function, manager.and_then(title)))
    }
}

impl Alike<'_> {
    /// Each old owner as the new chart calls them, with their seat's id there; and each new one.
    fn owners<'s>(&'s self, matched: &'s Matched<'_>) -> [BTreeSet<(&'s str, &'s str)>; 2] {
        let (seats, people) = (&matched.seats.names, &matched.people.names);
        let old = self
            .old
            .iter()
            .flat_map(|(id, seat)| listed(&seat.owner).map(|owner| (people.mapped(owner), seats.mapped(id))));
        let new = self.new.iter().flat_map(|(id, seat)| listed(&seat.owner).map(|owner| (owner, *id)));
        [old.collect(), new.collect()]
    }

    /// Whether somebody sits in another of these seats than before.
    fn has_shifted(&self, matched: &Matched<'_>) -> bool {
        let [old, new] = self.owners(matched);
        let was: BTreeSet<&str> = old.difference(&new).map(|(owner, _)| *owner).collect();
        new.difference(&old).any(|(owner, _)| was.contains(owner))
    }

    /// Who came and who went, and how many stay.
    fn told(&self, matched: &Matched<'_>) -> Change {
        let people = |owners: &BTreeSet<(&str, &str)>| -> BTreeSet<String> {
            owners.iter().map(|(owner, _)| (*owner).to_owned()).collect()
        };
        let [old, new] = self.owners(matched);
        let (before, after) = (people(&old), people(&new));
        let from = self.old.values().flat_map(|seat| listed(&seat.owner));
        let from: BTreeSet<&str> = from.filter(|id| !after.contains(matched.people.names.mapped(id))).collect();
        let from: Vec<Party> = from.into_iter().map(|id| matched.people.old_named(id)).collect();
        let to: Vec<Party> = after.difference(&before).map(|id| matched.people.new_named(id)).collect();
        let first = |seats: &BTreeMap<&str, &Seat>| seats.values().next().map(|seat| party(seat));
        let stayed = after.intersection(&before).count();
        let (before, after) = (self.old.len(), self.new.len());
        let what = What::OwnersRotated { went: from, came: to, before, after, stayed };
        Change { what, old: first(&self.old), new: first(&self.new), folded: Vec::new() }
    }
}

fn have_same_owner(matched: &Matched<'_>, from: &Party, to: &Party) -> bool {
    let seats = &matched.seats;
    let (Some(from), Some(to)) = (seats.old_at(&from.id), seats.new_at(&to.id)) else { return false };
    let (from, to) = (&seats.before(from).owner, &seats.after(to).owner);
    let before: BTreeSet<&str> = listed(from).map(|id| matched.people.names.mapped(id)).collect();
    !from.is_empty() && before.into_iter().eq(listed(to))
}
