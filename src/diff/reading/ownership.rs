//! Who holds which seat.

use std::collections::{HashMap, HashSet};

use crate::graph::Graph;
use crate::model::PersonId;
use crate::text::{Spanned, sort};

use super::super::matching::Matched;
use super::{Change, Party, What, key, listed};

/// What changed in who holds the seats that are in both charts.
pub(super) fn changes(matched: &Matched<'_>) -> Vec<Change> {
    let (seats, people) = (&matched.seats, &matched.people);
    let mut changes = Vec::new();
    for pair in seats.changed() {
        let both = || seats.both(pair);
        let (old, new) = (seats.before(pair.0), seats.after(pair.1));
        let claims = (&old.claims, &new.claims);
        let mut told: Vec<Change> = interim(matched, pair).map(|what| Change::of(what, both())).into_iter().collect();
        key(|key| What::VacancyChanged { key }, both, claims, "vacant", &mut told);
        match people.listed(&old.owner, &new.owner) {
            Some((from, to)) => {
                let what = owner(matched, (from, to), (&old.owner, &new.owner));
                changes.push(Change { folded: told, ..Change::of(what, both()) });
            }
            None => changes.extend(told),
        }
        let backup = people.single(&old.backup, &new.backup);
        changes.extend(backup.map(|(from, to)| Change::of(What::BackupChanged { from, to }, both())));
        let members = people.listed(&old.members, &new.members);
        changes.extend(members.map(|(from, to)| Change::of(What::MembersChanged { from, to }, both())));
        key(|key| What::FitChanged { key }, both, claims, "fit", &mut changes);
    }
    fold_swaps(matched, &mut changes);
    changes
}

/// What another owner means, by how many there were and are.
fn owner(
    matched: &Matched<'_>,
    (from, to): (Vec<Party>, Vec<Party>),
    (old, new): (&[Spanned<PersonId>], &[Spanned<PersonId>]),
) -> What {
    let people = &matched.people;
    // Who is nobody owned nothing.
    let owners = |graph: &Graph<'_>, owners: &[Spanned<PersonId>]| {
        owners.iter().filter(|owner| !graph.is_nobody(owner.value.as_str())).count()
    };
    let all_old = || listed(old).map(|id| people.old_named(id)).collect();
    let all_new = || listed(new).map(|id| people.new_named(id)).collect();
    match (owners(matched.old, old), owners(matched.new, new)) {
        (0, 1) => What::OwnerFilled { from, to },
        (_, 0) => What::OwnerVacated { from: all_old(), to: all_new() },
        (1, 1) => What::OwnerReplaced { from, to },
        (_, 1) => What::OwnerSettled { from: all_old(), to: all_new() },
        _ => What::OwnerShared { from, to: all_new() },
    }
}

fn interim(matched: &Matched<'_>, pair: (u32, u32)) -> Option<What> {
    let seats = &matched.seats;
    let (old, new) = (&seats.before(pair.0).interim, &seats.after(pair.1).interim);
    Some(match matched.people.single(old, new)? {
        (None, to) => What::InterimNamed { to },
        (from, None) => What::InterimEnded { from },
        (from, to) => What::InterimReplaced { from, to },
    })
}

/// Two seats that have exchanged their owners are one change.
fn fold_swaps(matched: &Matched<'_>, changes: &mut Vec<Change>) {
    let exchange = |change: &Change| match &change.what {
        What::OwnerReplaced { from, to } => match (from.as_slice(), to.as_slice()) {
            ([from], [to]) => Some((matched.people.names.mapped(&from.id).to_owned(), to.id.clone())),
            _ => None,
        },
        _ => None,
    };
    let mut waiting: HashMap<(String, String), Vec<usize>> = HashMap::new();
    let mut swaps = Vec::new();
    for (at, change) in changes.iter().enumerate() {
        let Some((from, to)) = exchange(change) else { continue };
        match waiting.get_mut(&(to.clone(), from.clone())).and_then(Vec::pop) {
            Some(other) => swaps.push((other, at)),
            None => waiting.entry((from, to)).or_default().push(at),
        }
    }
    let mut folded: HashMap<usize, Change> = HashMap::new();
    let swapped: HashSet<usize> = swaps.iter().flat_map(|&(one, other)| [one, other]).collect();
    let mut kept = Vec::with_capacity(changes.len());
    for (at, change) in std::mem::take(changes).into_iter().enumerate() {
        if swapped.contains(&at) {
            folded.insert(at, change);
        } else {
            kept.push(change);
        }
    }
    for (one, other) in swaps {
        let mut pair = [one, other].map(|at| folded.remove(&at).expect("each is in one swap"));
        sort::by(&mut pair, |one, other| one.new.cmp(&other.new));
        let [first, second] = pair;
        let what = What::OwnersSwapped { other_old: second.old.clone(), other_new: second.new.clone() };
        kept.push(Change { what, old: first.old.clone(), new: first.new.clone(), folded: vec![first, second] });
    }
    *changes = kept;
}
