//! Seats that are new, gone, elsewhere, or something else than before.

use std::collections::{BTreeMap, HashMap};

use super::super::matching::Matched;
use super::moves::{Above, moves};
use super::{Change, Code, Party, listed, one, others};

/// What has words of its own, here or with who holds a seat and what it answers for; `formerly` is told by the rename.
const OWN: [&str; 10] =
    ["title", "reports_to", "owner", "responsibilities", "backup", "interim", "vacant", "members", "fit", "formerly"];

pub(super) fn changes(matched: &Matched<'_>) -> Vec<Change> {
    let seats = &matched.seats;
    let mut changes = added_and_removed(matched);
    seats.renamed(Code::SeatRenamed, Code::SeatRetitled, &mut changes);
    let mut told = Vec::new();
    for pair in seats.changed() {
        let (old, new) = (&seats.before(pair.0).claims, &seats.after(pair.1).claims);
        others(matched, Code::SeatChanged, || seats.both(pair), (old, new), &OWN, &mut told);
    }
    let dotted = told.extract_if(.., |change| change.field == Some("dotted_to")).collect();
    changes.extend(told);
    fold_lines(dotted, &mut changes);
    changes
}

/// New and removed seats, with the moves that are nothing but their consequence, and all other moves.
fn added_and_removed(matched: &Matched<'_>) -> Vec<Change> {
    let (seats, people) = (&matched.seats, &matched.people);
    let mut changes = Vec::new();
    let mut moves = by_manager(moves(matched), |change| &change.from);
    let mut above = Above::new(matched, true);
    for &at in &seats.removed {
        let seat = seats.before(at);
        let from = one(&seat.reports_to).map(|id| seats.old_named(id));
        let from = from.chain(listed(&seat.owner).map(|id| people.old_named(id))).collect();
        let folded = moves.remove(seat.id.value.as_str()).unwrap_or_default();
        let home = above.of(at);
        let is_layer =
            !folded.is_empty() && folded.iter().all(|change| home.is_some_and(|home| names(&change.to, home)));
        let code = if is_layer { Code::LayerRemoved } else { Code::SeatRemoved };
        let change = Change { old: Some(seats.old_party(at)), folded, ..Change::new(code) };
        changes.push(change.parties(from, Vec::new()));
    }
    let mut moves = by_manager(moves.into_values().flatten().collect(), |change| &change.to);
    let mut above = Above::new(matched, false);
    for &at in &seats.added {
        let seat = seats.after(at);
        let to = one(&seat.reports_to).map(|id| seats.new_named(id));
        let to = to.chain(listed(&seat.owner).map(|id| people.new_named(id))).collect();
        let base = above.of(at);
        let is_below = |change: &mut Change| {
            let before = change.from.first().map(|before| seats.names.mapped(&before.id));
            before == base && before.is_some()
        };
        let here = moves.get_mut(seat.id.value.as_str());
        let folded: Vec<Change> = here.map_or_else(Vec::new, |here| here.extract_if(.., is_below).collect());
        let code = if folded.is_empty() { Code::SeatAdded } else { Code::LayerInserted };
        let change = Change { new: Some(seats.new_party(at)), folded, ..Change::new(code) };
        changes.push(change.parties(Vec::new(), to));
    }
    changes.extend(moves.into_values().flatten());
    changes
}

/// Moves by the id of the manager before or after.
fn by_manager(moves: Vec<Change>, manager: impl Fn(&Change) -> &[Party]) -> BTreeMap<String, Vec<Change>> {
    let mut by_manager: BTreeMap<String, Vec<Change>> = BTreeMap::new();
    for change in moves {
        let id = manager(&change).first().map_or_else(String::new, |seat| seat.id.clone());
        by_manager.entry(id).or_default().push(change);
    }
    by_manager
}

fn names(parties: &[Party], id: &str) -> bool {
    matches!(parties, [party] if party.id == id)
}

/// Matrix lines that are gone with a seat or came with one are told with it.
fn fold_lines(dotted: Vec<Change>, changes: &mut Vec<Change>) {
    let mut places: HashMap<(bool, String), usize> = HashMap::new();
    for (at, change) in changes.iter().enumerate() {
        match (change.code, change.subject()) {
            (Code::SeatRemoved | Code::LayerRemoved, Some(seat)) => places.insert((true, seat.id.clone()), at),
            (Code::SeatAdded | Code::LayerInserted, Some(seat)) => places.insert((false, seat.id.clone()), at),
            _ => None,
        };
    }
    for change in dotted {
        let place = |is_old: bool, seat: &Party| places.get(&(is_old, seat.id.clone())).copied();
        let from: Vec<_> = change.from.iter().map(|seat| place(true, seat)).collect();
        let to = change.to.iter().map(|seat| place(false, seat));
        let told: Option<Vec<usize>> = from.into_iter().chain(to).collect();
        match told.as_deref() {
            Some([first, ..]) => changes[*first].folded.push(change),
            _ => changes.push(change),
        }
    }
}
