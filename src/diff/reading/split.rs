//! Seats whose work now lies in several, and several whose work now lies in one.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use crate::text::sort;

use super::super::matching::Matched;
use super::super::{How, Party};
use super::{Change, What};

/// A part has at least this share of the whole, in thousandths.
const PART: usize = 300;
/// All parts together have at least this.
const TOGETHER: usize = 600;
/// With fewer responsibilities, no conclusion is drawn.
const FEWEST: usize = 3;

/// A responsibility that moved, between places in the two charts.
pub(super) type Move = ((u32, u32), Change);

/// Adds the moves; those of a split or merger are reported with it.
pub(super) fn fold(matched: &Matched<'_>, moved: Vec<Move>, changes: &mut Vec<Change>) {
    let (splits, moved) = parts(matched, moved, true);
    let (mergers, moved) = parts(matched, moved, false);
    changes.extend(splits);
    changes.extend(mergers);
    changes.extend(moved.into_iter().map(|(_, change)| change));
}

/// The splits (or, with the charts swapped, the mergers), and the moves that belong to none.
fn parts(matched: &Matched<'_>, moved: Vec<Move>, is_split: bool) -> (Vec<Change>, Vec<Move>) {
    let seats = &matched.seats;
    let ends = |&(from, to): &(u32, u32)| if is_split { (from, to) } else { (to, from) };
    let mut wholes: BTreeMap<u32, BTreeMap<u32, usize>> = BTreeMap::new();
    for (between, _) in &moved {
        let (whole, part) = ends(between);
        *wholes.entry(whole).or_default().entry(part).or_default() += 1;
    }
    let guessed: HashSet<u32> = seats
        .renamed
        .iter()
        .filter(|(.., how)| matches!(how, How::Likely(_)))
        .map(|&(old, new, _)| if is_split { new } else { old })
        .collect();
    let mut found: BTreeMap<u32, (BTreeSet<u32>, u16)> = BTreeMap::new();
    for (whole, mut counts) in wholes {
        let (total, own, is_there) = if is_split {
            (seats.before(whole).responsibilities.len(), seats.to_new[whole as usize], &seats.to_old)
        } else {
            (seats.after(whole).responsibilities.len(), seats.to_old[whole as usize], &seats.to_new)
        };
        // Whatever is not among the moves stayed where it was.
        if let Some(own) = own {
            let gone: usize = counts.values().sum();
            counts.insert(own, total.saturating_sub(gone));
        }
        // A seat that goes on under another id is reported as renamed, and not as split too.
        counts.retain(|part, count| *count * 1000 >= total * PART && !guessed.contains(part));
        let together = counts.values().sum::<usize>() * 1000 / total.max(1);
        let has_new = counts.keys().any(|&part| is_there[part as usize].is_none());
        if total >= FEWEST && counts.len() > 1 && has_new && together >= TOGETHER {
            let score = u16::try_from(together.min(1000)).expect("at most 1000");
            found.insert(whole, (counts.into_keys().collect(), score));
        }
    }
    let mut changes: BTreeMap<u32, Change> = found
        .iter()
        .map(|(&whole, (parts, score))| (whole, told(matched, whole, parts, How::Likely(*score), is_split)))
        .collect();
    let mut rest = Vec::new();
    for (between, change) in moved {
        let (whole, part) = ends(&between);
        match changes.get_mut(&whole) {
            Some(told) if found[&whole].0.contains(&part) => told.folded.push(change),
            _ => rest.push((between, change)),
        }
    }
    (changes.into_values().collect(), rest)
}

fn told(matched: &Matched<'_>, whole: u32, parts: &BTreeSet<u32>, how: How, is_split: bool) -> Change {
    let seats = &matched.seats;
    let end = |&at: &u32| if is_split { seats.new_party(at) } else { seats.old_party(at) };
    let mut parts: Vec<Party> = parts.iter().map(end).collect();
    sort::by(&mut parts, Ord::cmp);
    if is_split {
        let new = seats.to_new[whole as usize].map(|at| seats.new_party(at));
        let what = What::SeatSplit { into: parts, how };
        Change { what, old: Some(seats.old_party(whole)), new, folded: Vec::new() }
    } else {
        let old = seats.to_old[whole as usize].map(|at| seats.old_party(at));
        let what = What::SeatsMerged { of: parts, how };
        Change { what, old, new: Some(seats.new_party(whole)), folded: Vec::new() }
    }
}
