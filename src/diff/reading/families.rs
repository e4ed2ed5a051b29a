//! A renamed team: its seats have new ids and titles for one reason, which is reported once.

use std::collections::{BTreeMap, HashMap};

use super::super::matching::{Substitution, substitution};
use super::{Change, How, Values, What};

/// How many seats whose ids differ by the same words are one story.
const FEWEST: usize = 3;

/// Folds renames by the same words, and what else of these seats is called by the new words.
pub(super) fn fold(changes: &mut Vec<Change>) {
    let mut families: BTreeMap<(String, String), Vec<String>> = BTreeMap::new();
    for change in changes.iter() {
        if let (What::SeatRenamed { .. }, Some(old), Some(new)) = (&change.what, &change.old, &change.new)
            && let Some(Substitution { was, is, .. }) = substitution(&old.id, &new.id)
        {
            families.entry((was, is)).or_default().push(new.id.clone());
        }
    }
    families.retain(|_, seats| seats.len() >= FEWEST);
    let of_seat: HashMap<&str, &(String, String)> =
        families.iter().flat_map(|(words, seats)| seats.iter().map(move |seat| (seat.as_str(), words))).collect();
    let mut folded: BTreeMap<&(String, String), Vec<Change>> = BTreeMap::new();
    for change in std::mem::take(changes) {
        let words = change.new.as_ref().and_then(|seat| of_seat.get(seat.id.as_str()).copied());
        match words.filter(|words| is_of(&change, words)) {
            Some(words) => folded.entry(words).or_default().push(change),
            None => changes.push(change),
        }
    }
    for ((was, is), folded) in folded {
        let hows = folded.iter().filter_map(|change| match change.what {
            What::SeatRenamed { how } => Some(how),
            _ => None,
        });
        // As sure as the least sure of them.
        let how = hows.min_by_key(|how| how.confidence()).unwrap_or(How::Id);
        let what = What::SeatsRenamed {
            was: was.clone(),
            is: is.clone(),
            seats: families[&(was.clone(), is.clone())].len(),
            how,
        };
        let first = folded.iter().min_by(|one, other| one.new.cmp(&other.new));
        let (old, new) = first.map_or((None, None), |first| (first.old.clone(), first.new.clone()));
        changes.push(Change { what, old, new, folded });
    }
}

/// Whether a change says no more than that other words stand for some.
fn is_of(change: &Change, (was, is): &(String, String)) -> bool {
    let says = |old: &str, new: &str| substitution(old, new).is_some_and(|found| found.was == *was && found.is == *is);
    match &change.what {
        What::SeatRenamed { .. } => true,
        What::SeatRetitled { was, is } => says(was, is),
        What::SeatChanged { key } if key.key == "function" => match &key.values {
            Values::Words { was: Some(was), is: Some(is) } => says(was, is),
            _ => false,
        },
        _ => false,
    }
}
