//! From changes to lines: what is of one seat, or went the same way, stands on one.

use std::collections::BTreeMap;

use crate::model::Noun;
use crate::phrase::{Phrase, code, row, say};

use super::words::{detail, how, moves, seats, subject, texts, together, way, whole};
use super::{Change, Code, Diff, Group, Party, Rename, Sign};

/// A line and its mark.
#[derive(Clone, Debug)]
pub struct Line {
    /// `+`, `-`, `~` or `>`.
    pub mark: char,
    /// What has changed.
    pub phrase: Phrase,
}

/// The lines of one group, in the order of the changes.
#[must_use]
pub fn lines(diff: &Diff<'_>, group: Group) -> Vec<Line> {
    // Where each line is, by what its changes have in common.
    let mut places: BTreeMap<Together, usize> = BTreeMap::new();
    let mut gathered: Vec<Vec<&Change>> = Vec::new();
    for change in diff.group(group).flat_map(with_its_moves) {
        let next = gathered.len();
        let at = in_common(change).map_or(next, |together| *places.entry(together).or_insert(next));
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

fn in_common(change: &Change) -> Option<Together> {
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
    subject: Phrase,
    detail: Option<Phrase>,
}

fn told(changes: &[&Change]) -> Told {
    let first = changes[0];
    let signs: Vec<Sign> = changes.iter().map(|change| change.code.sign()).collect();
    let sign = if signs.iter().all(|sign| *sign == signs[0]) { signs[0] } else { Sign::Changed };
    let (subject, detail) = match first.code {
        Code::SeatMoved => (moves(changes), None),
        Code::SeatAdded | Code::SeatRemoved => (seats(changes), None),
        Code::ResponsibilityMoved => (way(first), Some(texts(changes))),
        Code::ResponsibilityAdded | Code::ResponsibilityRemoved => (subject(first), Some(texts(changes))),
        _ if detail(first).is_none() => (whole(first), None),
        _ => (subject(first), Some(row(changes.iter().filter_map(|change| detail(change)), "; "))),
    };
    Told { mark: sign.mark(), subject, detail }
}

/// The lines, those joined of which the same is said.
fn joined(told: Vec<Told>) -> Vec<Line> {
    let mut places: BTreeMap<(char, Phrase), usize> = BTreeMap::new();
    let mut gathered: Vec<(char, Vec<Phrase>, Option<Phrase>)> = Vec::new();
    for Told { mark, subject, detail } in told {
        let next = gathered.len();
        let at = detail.as_ref().map_or(next, |detail| *places.entry((mark, detail.clone())).or_insert(next));
        if at == next {
            gathered.push((mark, Vec::new(), detail));
        }
        gathered[at].1.push(subject);
    }
    let line = |(mark, subjects, detail): (char, Vec<Phrase>, Option<Phrase>)| {
        let phrase = say![together(subjects), detail.map(|detail| say![": ", detail])];
        Line { mark, phrase }
    };
    gathered.into_iter().map(line).collect()
}

/// What may be the same, and what to write to say so.
#[must_use]
pub fn hint(hint: &Rename) -> Phrase {
    let (old, new) = (&hint.old, &hint.new);
    let formerly = || say!["; if so, write under it ", code(format_args!("formerly: [{}]", old.id))];
    let by_id = |party: &Party| {
        say![crate::phrase::Entry {
            by: crate::phrase::By::Bare,
            ..crate::phrase::of_kind(party.kind, &party.id, &party.name)
        }]
    };
    let to_write = (old.kind == Noun::Seat).then(formerly);
    say![old.kind.name(), " ", by_id(old), " may now be ", by_id(new), how(hint.how), to_write]
}
