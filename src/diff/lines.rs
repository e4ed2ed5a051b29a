//! From changes to lines: what is of one seat, or went the same way, stands on one.

use std::collections::BTreeMap;

use crate::model::Noun;
use crate::phrase::Phrase;

use super::words::{self, Piece, Pieces, Told as Words, list, ours, phrase};
use super::{Change, Code, Diff, Group, Party, Rename, Sign, What};

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
    let mut gathered: Vec<Vec<(&Change, Words)>> = Vec::new();
    for change in diff.group(group).flat_map(with_its_moves) {
        let words = change.told();
        let next = gathered.len();
        let at = together(change, &words).map_or(next, |together| *places.entry(together).or_insert(next));
        if at == next {
            gathered.push(Vec::new());
        }
        gathered[at].push((change, words));
    }
    let told: Vec<Told> = gathered.into_iter().map(told).collect();
    match group {
        Group::Structure | Group::Ownership | Group::Responsibilities => joined(told),
        // Elsewhere each stands by itself, but for what is handed on together.
        Group::People | Group::Priorities | Group::Metrics | Group::Strategy => {
            let (handed, others): (Vec<Told>, Vec<Told>) = told.into_iter().partition(|told| told.is_hand_off);
            let mut lines: Vec<Line> = others.into_iter().flat_map(|told| joined(vec![told])).collect();
            lines.extend(joined(handed));
            lines
        }
    }
}

/// A split or merger is followed by what moved.
fn with_its_moves(change: &Change) -> Vec<&Change> {
    let is_told_with = matches!(change.what, What::SeatSplit { .. } | What::SeatsMerged { .. });
    std::iter::once(change).chain(change.folded.iter().filter(|_| is_told_with)).collect()
}

/// What changes on one line have in common.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Together {
    /// The same subject.
    Subject(Option<String>),
    /// The same code, and the same two seats.
    Way(Code, Option<String>, Option<String>),
}

fn together(change: &Change, words: &Words) -> Option<Together> {
    let id = |party: Option<&Party>| party.map(|party| party.id.clone());
    let flat = change.what.flat();
    match words {
        Words::Moved => {
            let (from, to) = (flat.from.first().copied(), flat.to.first().copied());
            Some(Together::Way(change.code(), id(from), id(to)))
        }
        Words::Text { .. } => Some(Together::Way(change.code(), id(change.old.as_ref()), id(change.new.as_ref()))),
        Words::Alike => {
            let title = change.subject().map(|seat| seat.name.clone());
            let above = flat.from.into_iter().chain(flat.to).find(|party| party.kind == Noun::Seat);
            Some(Together::Way(change.code(), title, id(above)))
        }
        Words::Of(_) => Some(Together::Subject(id(change.subject()))),
        Words::Whole(_) | Words::Alone(_) | Words::Seat => None,
    }
}

/// A line in two parts: whom it is about, and what is said of them. One without the second part is whole.
struct Told {
    mark: char,
    subject: Pieces,
    detail: Pieces,
    /// Whether it says no more than who answers for it now.
    is_hand_off: bool,
}

fn told(gathered: Vec<(&Change, Words)>) -> Told {
    let changes: Vec<&Change> = gathered.iter().map(|(change, _)| *change).collect();
    let signs: Vec<Sign> = changes.iter().map(|change| change.code().sign()).collect();
    let sign = if signs.iter().all(|sign| *sign == signs[0]) { signs[0] } else { Sign::Changed };
    let is_hand_off = changes
        .iter()
        .all(|change| matches!(change.what, What::PriorityHandedOff { .. } | What::MetricHandedOff { .. }));
    let about = changes[0].about();
    let (mut subject, mut details, mut texts) = (about, Pieces::new(), Vec::new());
    for (change, words) in gathered {
        match words {
            Words::Whole(pieces) => subject = pieces,
            Words::Moved => subject = words::moved(&changes),
            Words::Alike => subject = words::seats(&changes),
            Words::Seat => subject = words::seats(&[change]),
            Words::Text { of, text } => {
                subject = of;
                texts.push(Piece::Said(text));
            }
            Words::Of(pieces) | Words::Alone(pieces) => {
                if !details.is_empty() {
                    details.push(ours("; "));
                }
                details.extend(pieces);
            }
        }
    }
    details.extend(list(texts));
    Told { mark: sign.mark(), subject, detail: details, is_hand_off }
}

/// The lines, those joined of which the same is said.
fn joined(told: Vec<Told>) -> Vec<Line> {
    let mut places: BTreeMap<(char, Pieces), usize> = BTreeMap::new();
    let mut gathered: Vec<(char, Vec<Pieces>, Pieces)> = Vec::new();
    for Told { mark, subject, detail, .. } in told {
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
        Line { mark, phrase: phrase(&pieces) }
    };
    gathered.into_iter().map(line).collect()
}

/// What may be the same, and what to write to say so.
#[must_use]
pub fn hint(hint: &Rename) -> Phrase {
    let (old, new) = (&hint.old, &hint.new);
    let mut pieces = vec![ours(format!("{} ", old.kind.name())), Piece::entry(old), ours(" may now be ")];
    pieces.push(Piece::entry(new));
    pieces.extend(hint.how.told());
    if old.kind == Noun::Seat {
        pieces.extend([ours("; if so, write under it "), Piece::Id(format!("formerly: [{}]", old.id))]);
    }
    phrase(&pieces)
}
