//! Who holds which seat.

use std::collections::HashMap;

use crate::graph::Graph;
use crate::model::PersonId;
use crate::text::Spanned;

use super::super::matching::Matched;
use super::{Change, Code, fields, listed};

/// What changed in who holds the seats that are in both charts.
pub(super) fn changes(matched: &Matched<'_>) -> Vec<Change> {
    let (seats, people) = (&matched.seats, &matched.people);
    let mut changes = Vec::new();
    for pair in seats.changed() {
        let both = || seats.both(pair);
        let (old, new) = (seats.before(pair.0), seats.after(pair.1));
        let mut told = interim(matched, pair);
        fields(Code::VacancyChanged, both, (&old.claims, &new.claims), &["vacant"], &mut told);
        let owner = people.listed(Code::OwnerReplaced, both, &old.owner, &new.owner).map(|mut change| {
            // Who is nobody owned nothing.
            let owners = |graph: &Graph<'_>, owners: &[Spanned<PersonId>]| {
                owners.iter().filter(|owner| !graph.is_nobody(owner.value.as_str())).count()
            };
            change.code = match (owners(matched.old, &old.owner), owners(matched.new, &new.owner)) {
                (0, 1) => Code::OwnerFilled,
                (_, 0) => Code::OwnerVacated,
                (1, 1) => Code::OwnerReplaced,
                (_, 1) => Code::OwnerSettled,
                _ => Code::OwnerShared,
            };
            if change.code == Code::OwnerShared {
                change.to = listed(&new.owner).map(|id| people.new_named(id)).collect();
            }
            if matches!(change.code, Code::OwnerSettled | Code::OwnerVacated) {
                change.from = listed(&old.owner).map(|id| people.old_named(id)).collect();
                change.to = listed(&new.owner).map(|id| people.new_named(id)).collect();
            }
            change
        });
        match owner {
            Some(change) => changes.push(Change { folded: told, ..change }),
            None => changes.extend(told),
        }
        changes.extend(people.single(Code::BackupChanged, both, &old.backup, &new.backup));
        changes.extend(people.listed(Code::MembersChanged, both, &old.members, &new.members));
        fields(Code::FitChanged, both, (&old.claims, &new.claims), &["fit"], &mut changes);
    }
    fold_swaps(matched, &mut changes);
    changes
}

fn interim(matched: &Matched<'_>, pair: (u32, u32)) -> Vec<Change> {
    let seats = &matched.seats;
    let (old, new) = (&seats.before(pair.0).interim, &seats.after(pair.1).interim);
    let change = matched.people.single(Code::InterimReplaced, || seats.both(pair), old, new);
    let code = |change: &Change| match (change.from.is_empty(), change.to.is_empty()) {
        (true, _) => Code::InterimNamed,
        (_, true) => Code::InterimEnded,
        _ => Code::InterimReplaced,
    };
    change.map(|change| Change { code: code(&change), ..change }).into_iter().collect()
}

/// Two seats that have exchanged their owners are one change.
fn fold_swaps(matched: &Matched<'_>, changes: &mut Vec<Change>) {
    let exchange = |change: &Change| match (change.code, change.from.as_slice(), change.to.as_slice()) {
        (Code::OwnerReplaced, [from], [to]) => Some((matched.people.names.mapped(&from.id).to_owned(), to.id.clone())),
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
    for at in swaps.iter().flat_map(|&(one, other)| [one, other]) {
        folded.insert(at, std::mem::replace(&mut changes[at], Change::new(Code::OwnersSwapped)));
    }
    for (one, other) in swaps {
        let mut pair = [one, other].map(|at| folded.remove(&at).expect("each is in one swap"));
        pair.sort_by(|one, other| one.new.cmp(&other.new));
        let [first, second] = pair;
        let swap = &mut changes[one];
        (swap.old, swap.new) = (first.old.clone(), first.new.clone());
        (swap.from, swap.to) = (second.old.clone().into_iter().collect(), second.new.clone().into_iter().collect());
        swap.folded = vec![first, second];
    }
    changes.retain(|change| change.code != Code::OwnersSwapped || change.new.is_some());
}
