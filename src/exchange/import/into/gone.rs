//! What the table no longer has: seats that hold nothing of their own go, others stay vacant; what was never in a table
//! stays.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::Noun;
use crate::report::counted;

use super::desk::Desk;
use super::laid::Laid;

/// How many ids are named in a line.
const NAMED: usize = 8;

/// Takes out of a chart what is gone, and says what stays and why.
pub(super) fn gone(laid: &Laid<'_, '_, '_>, desk: &mut Desk<'_>, is_pruned: bool) -> Vec<String> {
    let mut told = Vec::new();
    let unmatched = |at: &usize| laid.same_seats.new[*at].is_none();
    let absent: Vec<usize> = (0..laid.seats.len()).filter(unmatched).collect();
    let is_gone = |at: &usize| is_pruned || laid.has_number(&laid.seats[*at]);
    let (left, kept): (Vec<usize>, Vec<usize>) = absent.into_iter().partition(is_gone);
    let hangs = hanging(desk);
    let mut reports: BTreeMap<String, usize> = BTreeMap::new();
    for id in desk.ids(Noun::Seat) {
        if let Some(manager) = desk.text(Noun::Seat, &id, "reports_to") {
            *reports.entry(manager).or_default() += 1;
        }
    }
    let mut waiting: BTreeSet<&str> = left.iter().map(|&at| laid.seats[at].id).collect();
    let is_free = |id: &str, reports: &BTreeMap<String, usize>| {
        reports.get(id).is_none_or(|count| *count == 0) && !hangs.contains_key(id)
    };
    let mut free: Vec<&str> = waiting.iter().copied().filter(|id| is_free(id, &reports)).collect();
    let mut forgotten = BTreeSet::new();
    while let Some(id) = free.pop() {
        waiting.remove(id);
        let manager = desk.text(Noun::Seat, id, "reports_to");
        desk.remove(Noun::Seat, id);
        forgotten.insert(id);
        if let Some(manager) = manager
            && let Some(count) = reports.get_mut(&manager)
        {
            *count -= 1;
            if let Some(manager) = waiting.get(manager.as_str()).copied().filter(|manager| is_free(manager, &reports)) {
                free.push(manager);
            }
        }
    }
    forget_seats(desk, &forgotten);
    let matched = laid.seats.iter().zip(&laid.same_seats.new).filter(|(_, new)| new.is_some());
    let found: BTreeSet<&str> = matched.flat_map(|(seat, _)| seat.owners.iter().copied()).collect();
    for at in left.into_iter().filter(|&at| waiting.contains(laid.seats[at].id)) {
        let id = laid.seats[at].id;
        let mut why: Vec<String> = hangs.get(id).cloned().unwrap_or_default();
        if let Some(count) = reports.get(id).filter(|count| **count > 0) {
            why.insert(0, counted(*count, "seat that reports to it", "seats that report to it"));
        }
        let holds = if still_holds(laid, at, &found) {
            "stays unchanged"
        } else {
            desk.unset(Noun::Seat, id, "owner");
            desk.unset(Noun::Seat, id, "fit");
            "stays, vacant"
        };
        told.push(format!("`{id}` is not in the table any more and {holds}, since it has {}", why.join(", ")));
    }
    let people = people(laid, desk, is_pruned, &mut told);
    let seats: Vec<&str> = kept.iter().map(|&at| laid.seats[at].id).collect();
    stays(&seats, &people, &mut told);
    told
}

/// Whether who holds a seat is in the table, and has another seat there that the chart had, too: then this is one that
/// people have written.
fn still_holds(laid: &Laid<'_, '_, '_>, at: usize, found: &BTreeSet<&str>) -> bool {
    let owners = &laid.seats[at].owners;
    let is_here = |id: &&str| laid.person_at.get(id).is_some_and(|person| laid.same_people.new[*person].is_some());
    !owners.is_empty() && owners.iter().all(|id| is_here(id) && found.contains(id))
}

/// What people have written that hangs on each seat, in words.
fn hanging(desk: &Desk<'_>) -> BTreeMap<String, Vec<String>> {
    let mut hangs: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for id in desk.ids(Noun::Seat) {
        let count = desk.texts(Noun::Seat, &id, "responsibilities").len();
        if count > 0 {
            hangs.entry(id).or_default().push(counted(count, "responsibility", "responsibilities"));
        }
    }
    for (kind, one, several) in [(Noun::Priority, "priority", "priorities"), (Noun::Metric, "metric", "metrics")] {
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        for id in desk.ids(kind) {
            for owner in desk.texts(kind, &id, "owner") {
                *counts.entry(owner).or_default() += 1;
            }
        }
        for (id, count) in counts {
            hangs.entry(id).or_default().push(counted(count, one, several));
        }
    }
    let promise = desk.chart.strategy.get().and_then(|strategy| strategy.promise.get());
    if let Some(owner) = promise.and_then(|promise| promise.owner.get()) {
        hangs.entry(owner.as_str().to_owned()).or_default().push("the promise".to_owned());
    }
    hangs
}

/// Seats that go are named nowhere any more.
fn forget_seats(desk: &mut Desk<'_>, gone: &BTreeSet<&str>) {
    if gone.is_empty() {
        return;
    }
    let chart = desk.chart;
    for seat in &chart.seats.entries {
        for to in seat.dotted_to.iter().filter(|to| gone.contains(to.value.as_str())) {
            desk.drop_item(Noun::Seat, seat.id.value.as_str(), "dotted_to", to.value.as_str());
        }
    }
    for one in &chart.priorities.entries {
        for seat in one.contributors.iter().filter(|seat| gone.contains(seat.value.as_str())) {
            desk.drop_item(Noun::Priority, one.id.value.as_str(), "contributors", seat.value.as_str());
        }
    }
}

/// People that the table no longer has go, and are named nowhere any more; those who stay are returned.
fn people<'c>(laid: &Laid<'_, '_, 'c>, desk: &mut Desk<'_>, is_pruned: bool, told: &mut Vec<String>) -> Vec<&'c str> {
    let unmatched = (0..laid.people.len()).filter(|at| laid.same_people.new[*at].is_none());
    let is_gone = |at: &usize| is_pruned || !laid.people[*at].refs.is_empty();
    let (left, kept): (Vec<usize>, Vec<usize>) = unmatched.partition(is_gone);
    let gone: BTreeSet<&str> = left.iter().map(|&at| laid.people[at].id).collect();
    let chart = desk.chart;
    for seat in &chart.seats.entries {
        let id = seat.id.value.as_str();
        if !desk.has(Noun::Seat, id) {
            continue;
        }
        for key in ["interim", "backup"] {
            if let Some(person) = desk.text(Noun::Seat, id, key).filter(|person| gone.contains(person.as_str())) {
                desk.unset(Noun::Seat, id, key);
                told.push(format!("`{person}` is gone, and was the {key} of `{id}`"));
            }
        }
        for person in desk.texts(Noun::Seat, id, "members").into_iter().filter(|one| gone.contains(one.as_str())) {
            desk.drop_item(Noun::Seat, id, "members", &person);
        }
        for person in desk.texts(Noun::Seat, id, "owner").into_iter().filter(|one| gone.contains(one.as_str())) {
            desk.drop_item(Noun::Seat, id, "owner", &person);
            desk.unset(Noun::Seat, id, "fit");
            told.push(format!("`{person}` is gone, and held `{id}`, which is not in the table: it is vacant"));
        }
    }
    for id in gone {
        desk.remove(Noun::Person, id);
    }
    kept.into_iter().map(|at| laid.people[at].id).collect()
}

/// Names what was never in a table.
fn stays(seats: &[&str], people: &[&str], told: &mut Vec<String>) {
    if seats.is_empty() && people.is_empty() {
        return;
    }
    let mut counts = Vec::new();
    if !seats.is_empty() {
        counts.push(counted(seats.len(), "seat", "seats"));
    }
    if !people.is_empty() {
        counts.push(counted(people.len(), "person", "people"));
    }
    let ids: Vec<&str> = seats.iter().chain(people).copied().collect();
    let more = if ids.len() > NAMED { format!(" and {} more", ids.len() - NAMED) } else { String::new() };
    let (verb, pronoun) = if ids.len() == 1 { ("is", "it") } else { ("are", "them") };
    let named = ids[..ids.len().min(NAMED)].join(", ");
    told.push(format!(
        "{} {verb} in no table and stay{}: {named}{more}; --prune takes {pronoun} for gone",
        counts.join(" and "),
        if ids.len() == 1 { "s" } else { "" }
    ));
}
