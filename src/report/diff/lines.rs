//! From changes to lines: what is of one seat, or went the same way, stands on one.

use std::collections::BTreeMap;

use crate::diff::{Change, Code, Diff, Group, Party, Rename, Sign};
use crate::model::Noun;

use super::super::counted;
use super::words::{self, Piece, Pieces, detail, how, list, names, ours, seats, subject, whole};

/// A line and its mark.
pub(in crate::report) struct Line {
    /// `+`, `-`, `~` or `>`.
    pub(in crate::report) mark: char,
    pub(in crate::report) pieces: Pieces,
}

/// The lines of one group, in the order of the changes.
pub(in crate::report) fn lines(diff: &Diff<'_>, group: Group) -> Vec<Line> {
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
    let told: Vec<Told> = gathered.iter().map(|changes| told(changes)).collect();
    match group {
        Group::Structure | Group::Ownership | Group::Responsibilities => joined(told),
        _ => told.into_iter().flat_map(|told| joined(vec![told])).collect(),
    }
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
        // Seats that are alike and came or went together.
        Code::SeatAdded | Code::SeatRemoved => {
            let title = change.subject().map(|seat| seat.name.clone());
            let above = change.from.iter().chain(&change.to).find(|party| party.kind == Noun::Seat);
            Some(Together::Way(change.code, title, id(above)))
        }
        Code::ResponsibilityReworded => None,
        _ if detail(change).is_some() => Some(Together::Subject(id(change.subject()))),
        _ => None,
    }
}

/// A line in two parts: whom it is about, and what is said of them. One without the second part is whole.
struct Told {
    mark: char,
    subject: Pieces,
    detail: Pieces,
}

fn told(changes: &[&Change]) -> Told {
    let first = changes[0];
    let signs: Vec<Sign> = changes.iter().map(|change| change.code.sign()).collect();
    let sign = if signs.iter().all(|sign| *sign == signs[0]) { signs[0] } else { Sign::Changed };
    let (subject, detail) = match first.code {
        Code::SeatMoved => (moved(changes), Vec::new()),
        Code::SeatAdded | Code::SeatRemoved => (seats(changes), Vec::new()),
        Code::ResponsibilityMoved => (way(first), texts(changes)),
        Code::ResponsibilityAdded | Code::ResponsibilityRemoved => (subject(first), texts(changes)),
        _ if detail(first).is_none() => (whole(first), Vec::new()),
        _ => {
            let mut details: Pieces = Vec::new();
            for (at, change) in changes.iter().enumerate() {
                if at > 0 {
                    details.push(ours("; "));
                }
                details.extend(detail(change).unwrap_or_default());
            }
            (subject(first), details)
        }
    };
    Told { mark: sign.mark(), subject, detail }
}

/// The lines, those joined of which the same is said.
fn joined(told: Vec<Told>) -> Vec<Line> {
    let mut places: BTreeMap<(char, Pieces), usize> = BTreeMap::new();
    let mut gathered: Vec<(char, Vec<Pieces>, Pieces)> = Vec::new();
    for Told { mark, subject, detail } in told {
        let next = gathered.len();
        let is_whole = detail.is_empty();
        let at = if is_whole { next } else { *places.entry((mark, detail.clone())).or_insert(next) };
        if at == next {
            gathered.push((mark, Vec::new(), detail));
        }
        gathered[at].1.push(subject);
    }
    let line = |(mark, subjects, detail): (char, Vec<Pieces>, Pieces)| {
        let mut pieces = words::all(subjects);
        if !detail.is_empty() {
            pieces.push(ours(": "));
            pieces.extend(detail);
        }
        Line { mark, pieces }
    };
    gathered.into_iter().map(line).collect()
}

/// From which seat to which.
fn way(change: &Change) -> Pieces {
    let id = |party: Option<&Party>| party.map(|party| Piece::Id(party.id.clone())).into_iter();
    id(change.old.as_ref()).chain([ours(" -> ")]).chain(id(change.new.as_ref())).collect()
}

fn texts(changes: &[&Change]) -> Pieces {
    let texts = changes.iter().filter_map(|change| change.is.as_ref().or(change.was.as_ref()));
    list(texts.map(|text| Piece::Said(text.clone())).collect())
}

fn moved(changes: &[&Change]) -> Pieces {
    let first = changes[0];
    let mut pieces = names(changes.iter().filter_map(|change| change.new.as_ref()));
    // Of two managers that are called the same, only their owners tell a reader which is which.
    let are_alike = first.from.first().map(|seat| &seat.name) == first.to.first().map(|seat| &seat.name);
    for (words, seat, owner) in [(": ", first.from.first(), &first.was), (" -> ", first.to.first(), &first.is)] {
        pieces.push(ours(words));
        pieces.push(seat.map_or_else(|| ours("the top"), words::name));
        if let (true, Some(owner)) = (are_alike, owner) {
            pieces.extend([ours(" ("), Piece::Name(owner.clone()), ours(")")]);
        }
    }
    let below: usize = changes.iter().map(|change| change.count).sum();
    if below > 0 {
        pieces.push(ours(format!(" (with {})", counted(below, "seat", "seats"))));
    }
    pieces
}

/// What may be the same, and what to write to say so.
pub(super) fn hint(hint: &Rename) -> Pieces {
    let (old, new) = (&hint.old, &hint.new);
    let mut pieces = vec![ours(format!("{} ", old.kind.name())), Piece::Id(old.id.clone()), ours(" may now be ")];
    pieces.extend([Piece::Id(new.id.clone()), ours(how(hint.how))]);
    if old.kind == Noun::Seat {
        pieces.extend([ours("; if so, write under it "), Piece::Id(format!("formerly: [{}]", old.id))]);
    }
    pieces
}
