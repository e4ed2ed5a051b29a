//! Charts as they might be: one laid over another, or without a person.

use std::collections::BTreeMap;

use compact_str::CompactString;

use super::{
    Chart, Claim, Entry, Id, Listed, MetricClaims, PersonClaims, PersonDetails, PriorityClaims, SeatClaims,
    SeatDetails, Strategy, Table,
};
use crate::text::Span;

impl Chart {
    /// Lays another chart over this one: what it states of an entry replaces what is stated here, key by key, and what
    /// it defines anew is added. A key with nothing behind it takes away what is stated here. A seat that gets an owner is
    /// neither vacant nor covered any more.
    ///
    /// The places of the other chart must come after those of this one. The ids come back that both define, at their
    /// places in the other, but for those whose title or name is taken away.
    pub fn lay_over(&mut self, other: Self) -> Vec<Span> {
        let Self {
            start: _,
            organization,
            revision,
            reviewed,
            language,
            strategy,
            people,
            seats,
            priorities,
            metrics,
            is_partial,
        } = other;
        replace(&mut self.organization, organization);
        replace(&mut self.revision, revision);
        replace(&mut self.reviewed, reviewed);
        replace(&mut self.language, language);
        match (&mut self.strategy, strategy) {
            (Claim::Given(ours), Claim::Given(theirs)) => lay_strategy(&mut ours.value, theirs.value),
            (ours, theirs) => replace(ours, theirs),
        }
        self.is_partial |= is_partial;
        let mut known = join(&mut self.people, people, lay_person, empty_person);
        known.extend(join(&mut self.seats, seats, lay_seat, empty_seat));
        known.extend(join(&mut self.priorities, priorities, lay_priority, empty_priority));
        known.extend(join(&mut self.metrics, metrics, lay_metric, empty_metric));
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

fn join<K, C: Default + PartialEq>(
    ours: &mut Table<K, C>,
    theirs: Table<K, C>,
    lay: impl Fn(&mut C, C),
    empty: impl Fn(&mut C, &str),
) -> Vec<Span> {
    let mut places: Vec<usize> = (0..ours.entries.len()).collect();
    places.sort_by(|one, other| ours.entries[*one].id.value.cmp(&ours.entries[*other].id.value));
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
                    known.push(entry.id.span);
                }
                let Entry::<Id<K>, C> { claims, .. } = *entry;
                let ours = &mut ours.entries[places[at]].claims;
                lay(ours, claims);
                for key in &taken {
                    empty(ours, key);
                }
            }
            Err(_) => ours.entries.push(entry),
        }
    }
    ours.unreadable.extend(theirs.unreadable);
    known
}

fn replace<T>(ours: &mut Claim<T>, theirs: Claim<T>) {
    if !theirs.is_absent() {
        *ours = theirs;
    }
}

fn replace_all<T, L: Listed<T>>(ours: &mut L, theirs: L) {
    if !theirs.is_empty() || theirs.is_wrong() {
        *ours = theirs;
    }
}

/// Sets the key of that name to what it is where nothing is written.
macro_rules! empty {
    ($key:expr, $ours:expr, $($name:ident)*) => {
        match $key {
            $(stringify!($name) => $ours.$name = Default::default(),)*
            _ => {}
        }
    };
}

/// The field of a key, whose word Rust may keep for itself.
fn field(key: &str) -> &str {
    if key == "ref" { "refs" } else { key }
}

fn empty_person(ours: &mut PersonClaims, key: &str) {
    empty!(key, ours, name);
    ours.details.change(|details| empty!(field(key), details, capacity outside refs note));
}

fn empty_seat(ours: &mut SeatClaims, key: &str) {
    empty!(key, ours, title reports_to owner responsibilities function backup);
    ours.details.change(|details| {
        empty!(field(key), details, interim vacant members dotted_to manages assistant fit formerly refs allow note);
    });
}

fn empty_priority(ours: &mut PriorityClaims, key: &str) {
    empty!(key, ours, title owner horizon lane supports contributors effort due status allow note);
}

fn empty_metric(ours: &mut MetricClaims, key: &str) {
    empty!(key, ours, title owner measures perspective kind target actual allow note);
}

fn lay_strategy(ours: &mut Strategy, theirs: Strategy) {
    let Strategy { mission, vision, values, intent, lane, promise } = theirs;
    replace(&mut ours.mission, mission);
    replace(&mut ours.vision, vision);
    replace_all(&mut ours.values, values);
    replace(&mut ours.intent, intent);
    replace(&mut ours.lane, lane);
    replace(&mut ours.promise, promise);
}

fn lay_person(ours: &mut PersonClaims, theirs: PersonClaims) {
    let PersonClaims { name, details } = theirs;
    replace(&mut ours.name, name);
    if let Some(theirs) = details.taken() {
        let PersonDetails { capacity, outside, refs, note } = theirs;
        ours.details.change(|ours| {
            replace(&mut ours.capacity, capacity);
            replace(&mut ours.outside, outside);
            replace(&mut ours.refs, refs);
            replace(&mut ours.note, note);
        });
    }
}

fn lay_seat(ours: &mut SeatClaims, theirs: SeatClaims) {
    let SeatClaims { title, reports_to, owner, responsibilities, function, backup, details } = theirs;
    replace(&mut ours.title, title);
    replace(&mut ours.reports_to, reports_to);
    if !owner.is_empty() {
        ours.details.change(|details| {
            details.vacant = Claim::Absent;
            details.interim = Claim::Absent;
        });
    }
    replace_all(&mut ours.owner, owner);
    replace_all(&mut ours.responsibilities, responsibilities);
    replace(&mut ours.function, function);
    replace(&mut ours.backup, backup);
    if let Some(theirs) = details.taken() {
        let SeatDetails { interim, vacant, members, dotted_to, manages, assistant, fit, formerly, refs, allow, note } =
            theirs;
        ours.details.change(|ours| {
            replace(&mut ours.interim, interim);
            replace(&mut ours.vacant, vacant);
            replace_all(&mut ours.members, members);
            replace_all(&mut ours.dotted_to, dotted_to);
            replace(&mut ours.manages, manages);
            replace(&mut ours.assistant, assistant);
            replace(&mut ours.fit, fit);
            replace_all(&mut ours.formerly, formerly);
            replace(&mut ours.refs, refs);
            replace_all(&mut ours.allow, allow);
            replace(&mut ours.note, note);
        });
    }
}

fn lay_priority(ours: &mut PriorityClaims, theirs: PriorityClaims) {
    let PriorityClaims { title, owner, horizon, lane, supports, contributors, effort, due, status, allow, note } =
        theirs;
    replace(&mut ours.title, title);
    replace_all(&mut ours.owner, owner);
    replace(&mut ours.horizon, horizon);
    replace(&mut ours.lane, lane);
    replace_all(&mut ours.supports, supports);
    replace_all(&mut ours.contributors, contributors);
    replace(&mut ours.effort, effort);
    replace(&mut ours.due, due);
    replace(&mut ours.status, status);
    replace_all(&mut ours.allow, allow);
    replace(&mut ours.note, note);
}

fn lay_metric(ours: &mut MetricClaims, theirs: MetricClaims) {
    let MetricClaims { title, owner, measures, perspective, kind, target, actual, allow, note } = theirs;
    replace(&mut ours.title, title);
    replace_all(&mut ours.owner, owner);
    replace_all(&mut ours.measures, measures);
    replace(&mut ours.perspective, perspective);
    replace(&mut ours.kind, kind);
    replace(&mut ours.target, target);
    replace(&mut ours.actual, actual);
    replace_all(&mut ours.allow, allow);
    replace(&mut ours.note, note);
}
