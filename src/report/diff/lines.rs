//! From changes to lines: what is of one seat, or went the same way, stands on one.

use std::collections::BTreeMap;

use crate::diff::{Change, Code, Diff, Group, Party, Rename, Sign};

use super::super::counted;
use super::words::{Piece, Pieces, detail, how, list, names, ours, subject, whole};

/// A line and its mark.
pub(super) struct Line {
    /// `+`, `-`, `~` or `>`.
    pub(super) mark: char,
    pub(super) pieces: Pieces,
}

/// The lines of one group, in the order of the changes.
pub(super) fn lines(diff: &Diff<'_>, group: Group) -> Vec<Line> {
    // Where each line is, by what its changes have in common.
    let mut places: BTreeMap<Together, usize> = BTreeMap::new();
    let mut gathered: Vec<Vec<&Change>> = Vec::new();
    for change in diff.group(group).flat_map(with_its_moves) {
        let next = gathered.len();
        let at = together(change).map_or(next, |together| *places.entry(together).or_insert(next));
        if at == next {
            gathered.push(Vec::new());
        }
        gathered[at].push(change);
    }
    gathered.iter().map(|changes| line(changes)).collect()
}

/// A split or merger is followed by what moved.
fn with_its_moves(change: &Change) -> Vec<&Change> {
    match change.code {
        Code::SeatSplit | Code::SeatsMerged => std::iter::once(change).chain(&change.folded).collect(),
        _ => vec![change],
    }
}

/// What changes on one line have in common.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Together {
    /// The same subject.
    Subject(Option<String>),
    /// The same code, and the same two seats.
    Way(Code, Option<String>, Option<String>),
}

fn together(change: &Change) -> Option<Together> {
    let id = |party: Option<&Party>| party.map(|party| party.id.clone());
    match change.code {
        Code::SeatMoved => Some(Together::Way(change.code, id(change.from.first()), id(change.to.first()))),
        Code::ResponsibilityMoved | Code::ResponsibilityAdded | Code::ResponsibilityRemoved => {
            Some(Together::Way(change.code, id(change.old.as_ref()), id(change.new.as_ref())))
        }
        Code::ResponsibilityReworded => None,
        _ if detail(change).is_some() => Some(Together::Subject(id(change.subject()))),
        _ => None,
    }
}

fn line(changes: &[&Change]) -> Line {
    let first = changes[0];
    let signs: Vec<Sign> = changes.iter().map(|change| change.code.sign()).collect();
    let sign = if signs.iter().all(|sign| *sign == signs[0]) { signs[0] } else { Sign::Changed };
    let pieces = match first.code {
        Code::SeatMoved => moved(changes),
        Code::ResponsibilityMoved | Code::ResponsibilityAdded | Code::ResponsibilityRemoved => {
            responsibilities(changes)
        }
        _ => match detail(first) {
            None => whole(first),
            Some(_) => {
                let mut pieces = subject(first);
                for (at, change) in changes.iter().enumerate() {
                    pieces.push(ours(if at == 0 { ": " } else { "; " }));
                    pieces.extend(detail(change).unwrap_or_default());
                }
                pieces
            }
        },
    };
    Line { mark: sign.mark(), pieces }
}

fn moved(changes: &[&Change]) -> Pieces {
    let first = changes[0];
    let mut pieces = names(changes.iter().filter_map(|change| change.new.as_ref()));
    pieces.push(ours(": "));
    pieces.extend(first.from.first().map_or_else(|| vec![ours("the top")], |seat| names(std::iter::once(seat))));
    pieces.push(ours(" -> "));
    pieces.extend(first.to.first().map_or_else(|| vec![ours("the top")], |seat| names(std::iter::once(seat))));
    let below: usize = changes.iter().map(|change| change.count).sum();
    if below > 0 {
        pieces.push(ours(format!(" (with {})", counted(below, "seat", "seats"))));
    }
    pieces
}

fn responsibilities(changes: &[&Change]) -> Pieces {
    let first = changes[0];
    let id = |party: Option<&Party>| party.map(|party| Piece::Id(party.id.clone())).into_iter();
    let mut pieces: Pieces = Vec::new();
    if first.code == Code::ResponsibilityMoved {
        pieces.extend(id(first.old.as_ref()));
        pieces.push(ours(" -> "));
        pieces.extend(id(first.new.as_ref()));
    } else {
        pieces.extend(id(first.subject()));
    }
    pieces.push(ours(": "));
    let texts = changes.iter().filter_map(|change| change.is.as_ref().or(change.was.as_ref()));
    pieces.extend(list(texts.map(|text| Piece::Said(text.clone())).collect()));
    pieces
}

/// What may be the same, and what to write to say so.
pub(super) fn hint(hint: &Rename) -> Pieces {
    let (old, new) = (&hint.old, &hint.new);
    let mut pieces = vec![ours(format!("{} ", old.kind.name())), Piece::Id(old.id.clone()), ours(" may now be ")];
    pieces.extend([Piece::Id(new.id.clone()), ours(how(hint.how))]);
    if old.kind == crate::diff::Noun::Seat {
        pieces.extend([ours("; if so, write under it "), Piece::Id(format!("formerly: [{}]", old.id))]);
    }
    pieces
}
