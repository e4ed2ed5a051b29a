//! Who joins or leaves with one seat is reported once, with what that means for the seat.

use std::collections::{BTreeMap, HashMap};

use super::{Change, Party, What};

/// Moves the change of a seat into the report of the person who joined or left.
pub(super) fn fold(changes: &mut Vec<Change>) {
    let mut people: HashMap<(bool, String), usize> = HashMap::new();
    for (at, change) in changes.iter().enumerate() {
        let (is_new, seats) = match &change.what {
            What::PersonJoined { seats } => (true, seats),
            What::PersonLeft { seats } => (false, seats),
            _ => continue,
        };
        if let ([_], Some(person)) = (seats.as_slice(), change.subject()) {
            people.insert((is_new, person.id.clone()), at);
        }
    }
    let mut told: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (at, change) in changes.iter().enumerate() {
        let (went, came) = holders(change);
        let place = |is_new: bool, person: Option<&Party>| people.get(&(is_new, person?.id.clone())).copied();
        match (place(true, came), place(false, went)) {
            // Whoever held the seat before is reported there, too, unless they stay elsewhere.
            (Some(person), before) => {
                told.entry(person).or_default().extend([Some(at), before].into_iter().flatten());
            }
            (None, Some(person)) if came.is_none() => told.entry(person).or_default().push(at),
            (None, _) => {}
        }
    }
    let mut left: Vec<Option<Change>> = std::mem::take(changes).into_iter().map(Some).collect();
    for (person, seats) in told {
        let folded: Vec<Change> = seats.into_iter().filter_map(|at| left[at].take()).collect();
        if let Some(change) = &mut left[person] {
            change.folded.extend(folded);
        }
    }
    changes.extend(left.into_iter().flatten());
}

/// Who left a seat and who took it, where nothing else about it changed.
fn holders(change: &Change) -> (Option<&Party>, Option<&Party>) {
    let only = |parties: &'_ [Party]| -> bool { parties.len() == 1 };
    let duties = |change: &Change| {
        change
            .folded
            .iter()
            .all(|folded| matches!(folded.what, What::ResponsibilityAdded { .. } | What::ResponsibilityRemoved { .. }))
    };
    match &change.what {
        What::SeatAdded { owners, .. } if only(owners) && duties(change) => (None, owners.first()),
        What::SeatRemoved { owners, .. } if only(owners) && duties(change) => (owners.first(), None),
        What::OwnerFilled { from, to } if from.is_empty() && only(to) && change.folded.is_empty() => (None, to.first()),
        What::OwnerVacated { from, to } if to.is_empty() && only(from) => (from.first(), None),
        What::OwnerReplaced { from, to } if only(from) && only(to) && change.folded.is_empty() => {
            (from.first(), to.first())
        }
        _ => (None, None),
    }
}
