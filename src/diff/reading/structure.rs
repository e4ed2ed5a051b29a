//! Seats that are new or gone, have moved, or have changed.

use std::collections::{BTreeMap, HashMap};

use super::super::matching::Matched;
use super::moves::{Above, moves};
use super::{Change, KeyChange, Party, Values, What, listed, one, others};

/// What has words of its own, here or with who holds a seat and what it answers for; `formerly` is reported with the
/// rename.
const OWN: [&str; 10] =
    ["title", "reports_to", "owner", "responsibilities", "backup", "interim", "vacant", "members", "fit", "formerly"];

pub(super) fn changes(matched: &Matched<'_>) -> Vec<Change> {
    let seats = &matched.seats;
    let mut changes = added_and_removed(matched);
    seats.renamed(|how| What::SeatRenamed { how }, |was, is| What::SeatRetitled { was, is }, &mut changes);
    let mut told = Vec::new();
    for pair in seats.changed() {
        let (old, new) = (&seats.before(pair.0).claims, &seats.after(pair.1).claims);
        others(matched, |key| What::SeatChanged { key }, || seats.both(pair), (old, new), &OWN, &mut told);
    }
    let dotted = told.extract_if(.., |change| is_line(change)).collect();
    changes.extend(told);
    fold_lines(dotted, &mut changes);
    changes
}

/// New and removed seats, with the moves that merely follow from them, and all other moves.
fn added_and_removed(matched: &Matched<'_>) -> Vec<Change> {
    let (seats, people) = (&matched.seats, &matched.people);
    let mut changes = Vec::new();
    let mut moves = by_manager(moves(matched), |from, _| from);
    let mut above = Above::new(matched, true);
    for &at in &seats.removed {
        let seat = seats.before(at);
        let under = one(&seat.reports_to).map(|id| seats.old_named(id)).next();
        let owners = listed(&seat.owner).map(|id| people.old_named(id)).collect();
        let folded = moves.remove(seat.id.value.as_str()).unwrap_or_default();
        let home = above.of(at);
        let went_home = |change: &Change| {
            home.is_some() && ends(change).is_some_and(|(_, to)| to.map(|seat| seat.id.as_str()) == home)
        };
        let is_layer = !folded.is_empty() && folded.iter().all(went_home);
        let what = if is_layer { What::LayerRemoved { under, owners } } else { What::SeatRemoved { under, owners } };
        changes.push(Change::removed(what, seats.old_party(at), folded));
    }
    let mut moves = by_manager(moves.into_values().flatten().collect(), |_, to| to);
    let mut above = Above::new(matched, false);
    for &at in &seats.added {
        let seat = seats.after(at);
        let under = one(&seat.reports_to).map(|id| seats.new_named(id)).next();
        let owners = listed(&seat.owner).map(|id| people.new_named(id)).collect();
        let base = above.of(at);
        let is_below = |change: &mut Change| {
            let before = ends(change).and_then(|(from, _)| from).map(|before| seats.names.mapped(&before.id));
            before == base && before.is_some()
        };
        let here = moves.get_mut(seat.id.value.as_str());
        let folded: Vec<Change> = here.map_or_else(Vec::new, |here| here.extract_if(.., is_below).collect());
        let what =
            if folded.is_empty() { What::SeatAdded { under, owners } } else { What::LayerInserted { under, owners } };
        changes.push(Change::added(what, seats.new_party(at), folded));
    }
    changes.extend(moves.into_values().flatten());
    changes
}

/// The managers that a seat has moved between.
fn ends(change: &Change) -> Option<(Option<&Party>, Option<&Party>)> {
    match &change.what {
        What::SeatMoved { from, to, .. } => Some((from.as_ref(), to.as_ref())),
        _ => None,
    }
}

/// Whether it concerns dotted lines only.
fn is_line(change: &Change) -> bool {
    matches!(&change.what, What::SeatChanged { key } if key.key == "dotted_to")
}

/// Moves by the id of the manager before or after.
fn by_manager(
    moves: Vec<Change>,
    end: impl for<'c> Fn(Option<&'c Party>, Option<&'c Party>) -> Option<&'c Party>,
) -> BTreeMap<String, Vec<Change>> {
    let mut by_manager: BTreeMap<String, Vec<Change>> = BTreeMap::new();
    for change in moves {
        let manager = ends(&change).and_then(|(from, to)| end(from, to));
        let id = manager.map_or_else(String::new, |seat| seat.id.clone());
        by_manager.entry(id).or_default().push(change);
    }
    by_manager
}

/// Matrix lines that went or came with a seat are reported with it.
fn fold_lines(dotted: Vec<Change>, changes: &mut Vec<Change>) {
    let mut places: HashMap<(bool, String), usize> = HashMap::new();
    for (at, change) in changes.iter().enumerate() {
        if let (true, Some(seat)) = (change.what.is_about_existence(), change.subject()) {
            places.insert((change.new.is_none(), seat.id.clone()), at);
        }
    }
    for change in dotted {
        let place = |is_old: bool, seat: &Party| places.get(&(is_old, seat.id.clone())).copied();
        let (from, to) = match &change.what {
            What::SeatChanged { key: KeyChange { values: Values::Entries { from, to }, .. } } => (&from[..], &to[..]),
            _ => (&[][..], &[][..]),
        };
        let from = from.iter().map(|seat| place(true, seat));
        let told: Option<Vec<usize>> = from.chain(to.iter().map(|seat| place(false, seat))).collect();
        match told.as_deref() {
            Some([first, ..]) => changes[*first].folded.push(change),
            _ => changes.push(change),
        }
    }
}
