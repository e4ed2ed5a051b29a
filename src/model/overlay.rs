//! Charts as they might be: one laid over another, or without a person.

use std::collections::BTreeMap;

use compact_str::CompactString;

use super::{Chart, Claim, Id, Keyed, SeatClaims, Stated, Table};
use crate::text::{Span, sort};

impl Chart {
    /// Lays another chart over this one: what it states of an entry replaces what is stated here, key by key, and what
    /// it defines anew is added. A key with nothing behind it takes away what is stated here. A seat that gets an owner is
    /// neither vacant nor covered any more.
    ///
    /// The places of the other chart must come after those of this one. The ids come back that both define, at their
    /// places in the other, but for those whose title or name is taken away.
    pub fn lay_over(&mut self, other: Self) -> Vec<Span> {
        let Self { start: _, head, strategy, people, seats, priorities, metrics, is_partial } = other;
        self.head.lay_over(head);
        match (&mut self.strategy, strategy) {
            (Claim::Given(ours), Claim::Given(theirs)) => ours.value.lay_over(theirs.value),
            (ours, theirs) => ours.lay_over(theirs),
        }
        self.is_partial |= is_partial;
        let mut known = join(&mut self.people, people, |_, _| ());
        known.extend(join(&mut self.seats, seats, fill));
        known.extend(join(&mut self.priorities, priorities, |_, _| ()));
        known.extend(join(&mut self.metrics, metrics, |_, _| ()));
        known
    }

    /// Takes a person out: of the people, and of every seat that they own, cover, back up or work in.
    pub fn take_out(&mut self, person: &str) {
        self.people.entries.retain(|entry| entry.id.value.as_str() != person);
        for seat in &mut self.seats.entries {
            let claims = &mut seat.claims;
            claims.owner.retain(|owner| owner.value.as_str() != person);
            let is_gone = |claim: &Claim<super::PersonId>| claim.get().is_some_and(|id| id.as_str() == person);
            if is_gone(&claims.backup) {
                claims.backup = Claim::Absent;
            }
            claims.details.change(|details| {
                details.members.retain(|member| member.value.as_str() != person);
                if is_gone(&details.interim) {
                    details.interim = Claim::Absent;
                }
            });
        }
    }
}

/// A seat that gets an owner is neither vacant nor covered.
fn fill(ours: &mut SeatClaims, theirs: &SeatClaims) {
    if !theirs.owner.is_empty() {
        ours.details.change(|details| {
            details.vacant = Claim::Absent;
            details.interim = Claim::Absent;
        });
    }
}

/// Joins two sections; `before` is what an entry that both have entails for ours.
fn join<K, C: Keyed + Default + PartialEq>(
    ours: &mut Table<K, C>,
    theirs: Table<K, C>,
    before: impl Fn(&mut C, &C),
) -> Vec<Span> {
    let mut places: Vec<usize> = (0..ours.entries.len()).collect();
    sort::by(&mut places, |one, other| ours.entries[*one].id.value.cmp(&ours.entries[*other].id.value));
    let mut known = Vec::new();
    let mut emptied: BTreeMap<Id<K>, Vec<CompactString>> = BTreeMap::new();
    for (id, key) in theirs.emptied {
        emptied.entry(id).or_default().push(key);
    }
    for entry in theirs.entries {
        match places.binary_search_by(|&at| ours.entries[at].id.value.cmp(&entry.id.value)) {
            Ok(at) => {
                let taken = emptied.remove(&entry.id.value).unwrap_or_default();
                // An entry without a word is no plan for it: what it lacks is said.
                let says_something = entry.claims != C::default() || !taken.is_empty();
                if says_something && !taken.iter().any(|key| key == "title" || key == "name") {
                    known.push(entry.id.span());
                }
                let ours = &mut ours.entries[places[at]].claims;
                before(ours, &entry.claims);
                ours.lay_over(entry.claims);
                for key in &taken {
                    ours.empty(key);
                }
            }
            Err(_) => ours.entries.push(entry),
        }
    }
    ours.unreadable.extend(theirs.unreadable);
    known
}
