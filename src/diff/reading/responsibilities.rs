//! What seats answer for: taken on, given up, handed on, reworded.

use std::collections::{BTreeMap, HashMap};

use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

use crate::model::{Claims, Text};
use crate::text::sort;

use super::super::matching::{Matched, letters};
use super::{Change, What, split};

/// From this likeness on, in thousandths, words of one seat are the same responsibility.
const REWORDED: usize = 650;
/// How many pairs of words are compared in one seat.
const COMPARED: usize = 10_000;

/// A responsibility that a seat has no more, or has now; the seat by its place in its chart.
struct Held {
    seat: u32,
    text: String,
}

/// Adds the changes, and tells those of new and removed seats with the seat.
pub(super) fn add(matched: &Matched<'_>, changes: &mut Vec<Change>) {
    let seats = &matched.seats;
    let (mut lost, mut gained) = (Vec::new(), Vec::new());
    for pair in seats.changed() {
        let (old, new) = (&seats.before(pair.0).responsibilities, &seats.after(pair.1).responsibilities);
        if old.is_wrong() || new.is_wrong() {
            continue;
        }
        let (gone, come) = difference(old, new);
        for (was, is) in reworded(
            gone,
            come,
            |text| lost.push(Held { seat: pair.0, text }),
            |text| {
                gained.push(Held { seat: pair.1, text });
            },
        ) {
            changes.push(Change::of(What::ResponsibilityReworded { was, is }, seats.both(pair)));
        }
    }
    let all = |seat: u32, held: &Claims<Text>| -> Vec<Held> {
        held.iter().map(|text| Held { seat, text: text.value.to_string() }).collect()
    };
    lost.extend(seats.removed.iter().flat_map(|&at| all(at, &seats.before(at).responsibilities)));
    gained.extend(seats.added.iter().flat_map(|&at| all(at, &seats.after(at).responsibilities)));
    let mut moved = Vec::new();
    let mut others = Vec::new();
    for (_, (lost, gained)) in by_text(matched, lost, gained) {
        if lost.is_empty() || gained.is_empty() || (lost.len() > 1 && gained.len() > 1) {
            others.extend(lost.iter().map(|held| removed(matched, held)));
            others.extend(gained.iter().map(|held| added(matched, held)));
            continue;
        }
        for (from, to) in lost.iter().flat_map(|from| gained.iter().map(move |to| (from, to))) {
            let what = What::ResponsibilityMoved { was: from.text.clone(), is: to.text.clone() };
            moved.push(((from.seat, to.seat), Change::of(what, seats.both((from.seat, to.seat)))));
        }
    }
    fold_into_seats(others, changes);
    split::fold(matched, moved, changes);
}

/// The same text, whatever its case and punctuation.
fn plain(text: &str) -> String {
    text.nfc().collect::<String>().to_lowercase().unicode_words().collect::<Vec<_>>().join(" ")
}

/// What one list has and the other has not.
fn difference(old: &Claims<Text>, new: &Claims<Text>) -> (Vec<String>, Vec<String>) {
    let mut counts: BTreeMap<&str, i64> = BTreeMap::new();
    old.iter().for_each(|text| *counts.entry(text.value.as_str()).or_default() += 1);
    new.iter().for_each(|text| *counts.entry(text.value.as_str()).or_default() -= 1);
    let (mut gone, mut come) = (Vec::new(), Vec::new());
    for (text, count) in counts {
        let side = if count > 0 { &mut gone } else { &mut come };
        side.extend((0..count.unsigned_abs()).map(|_| text.to_owned()));
    }
    (gone, come)
}

/// Pairs what one seat lost with what it gained where that is the same in other words; the rest is handed on.
fn reworded(
    gone: Vec<String>,
    come: Vec<String>,
    lost: impl FnMut(String),
    gained: impl FnMut(String),
) -> Vec<(String, String)> {
    let mut likely: Vec<(usize, usize, usize)> = Vec::new();
    if gone.len() * come.len() <= COMPARED {
        let known = |text: &String| (plain(text), letters(text));
        let (before, after): (Vec<_>, Vec<_>) = (gone.iter().map(known).collect(), come.iter().map(known).collect());
        for (at, (text, one)) in before.iter().enumerate() {
            for (other_at, (other_text, other)) in after.iter().enumerate() {
                let shared = one.iter().filter(|three| other.binary_search(three).is_ok()).count();
                let is_same = text == other_text;
                let score = if is_same { 1000 } else { 2000 * shared / (one.len() + other.len()).max(1) };
                likely.push((score, at, other_at));
            }
        }
    }
    likely.retain(|(score, ..)| *score >= REWORDED);
    sort::by_key(&mut likely, |&(score, at, other)| (std::cmp::Reverse(score), at, other));
    let (mut gone, mut come): (Vec<_>, Vec<_>) =
        (gone.into_iter().map(Some).collect(), come.into_iter().map(Some).collect());
    let mut pairs = Vec::new();
    for (_, at, other) in likely {
        if gone[at].is_some() && come[other].is_some() {
            pairs.extend(gone[at].take().zip(come[other].take()));
        }
    }
    gone.into_iter().flatten().for_each(lost);
    come.into_iter().flatten().for_each(gained);
    pairs
}

/// What was lost and what was gained in the same words, each by the ids of its seats.
fn by_text(matched: &Matched<'_>, lost: Vec<Held>, gained: Vec<Held>) -> BTreeMap<String, (Vec<Held>, Vec<Held>)> {
    let mut by_text: BTreeMap<String, (Vec<Held>, Vec<Held>)> = BTreeMap::new();
    for held in lost {
        by_text.entry(plain(&held.text)).or_default().0.push(held);
    }
    for held in gained {
        by_text.entry(plain(&held.text)).or_default().1.push(held);
    }
    for (lost, gained) in by_text.values_mut() {
        sort::by_key(lost, |held| &matched.seats.before(held.seat).id.value);
        sort::by_key(gained, |held| &matched.seats.after(held.seat).id.value);
    }
    by_text
}

fn removed(matched: &Matched<'_>, held: &Held) -> Change {
    let seats = &matched.seats;
    let new = seats.to_new[held.seat as usize].map(|at| seats.new_party(at));
    let what = What::ResponsibilityRemoved { was: held.text.clone() };
    Change { what, old: Some(seats.old_party(held.seat)), new, folded: Vec::new() }
}

fn added(matched: &Matched<'_>, held: &Held) -> Change {
    let seats = &matched.seats;
    let old = seats.to_old[held.seat as usize].map(|at| seats.old_party(at));
    let what = What::ResponsibilityAdded { is: held.text.clone() };
    Change { what, old, new: Some(seats.new_party(held.seat)), folded: Vec::new() }
}

/// What went with a seat or came with one is reported with the seat.
fn fold_into_seats(others: Vec<Change>, changes: &mut Vec<Change>) {
    let mut places: HashMap<(bool, String), usize> = HashMap::new();
    for (at, change) in changes.iter().enumerate().filter(|(_, change)| change.what.is_about_existence()) {
        places.extend(change.subject().map(|seat| ((change.new.is_some(), seat.id.clone()), at)));
    }
    for change in others {
        let place = match (&change.old, &change.new) {
            (Some(seat), None) => places.get(&(false, seat.id.clone())),
            (None, Some(seat)) => places.get(&(true, seat.id.clone())),
            _ => None,
        };
        match place {
            Some(&at) => changes[at].folded.push(change),
            None => changes.push(change),
        }
    }
}
