//! From changes to lines: changes of one seat, or moves along the same way, share one.

use std::collections::BTreeMap;

use crate::model::Noun;
use crate::phrase::{Phrase, code, ours, quoted, row, say};

use super::parties::{entry, several};
use super::words::{self, Around, Move, Told as Words};
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
    let mut gathered: Vec<Vec<(&Change, Words<'_>)>> = Vec::new();
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

fn together(change: &Change, words: &Words<'_>) -> Option<Together> {
    let id = |party: Option<&Party>| party.map(|party| party.id.clone());
    match words {
        Words::Moved(Move { from, to, .. }) => Some(Together::Way(change.code(), id(*from), id(*to))),
        Words::Text { .. } => Some(Together::Way(change.code(), id(change.old.as_ref()), id(change.new.as_ref()))),
        Words::Alike(Around { under, .. }) => {
            let title = change.subject().map(|seat| seat.name.clone());
            Some(Together::Way(change.code(), title, id(*under)))
        }
        Words::Of(_) => Some(Together::Subject(id(change.subject()))),
        Words::Whole(_) | Words::Alone(_) | Words::Seat(_) => None,
    }
}

/// A line in two parts: whom it is about, and what is said of them. One without the second part is whole.
struct Told {
    mark: char,
    subject: Phrase,
    detail: Phrase,
    /// Whether it says no more than who answers for it now.
    is_hand_off: bool,
}

fn told(gathered: Vec<(&Change, Words<'_>)>) -> Told {
    let signs: Vec<Sign> = gathered.iter().map(|(change, _)| change.code().sign()).collect();
    let sign = if signs.iter().all(|sign| *sign == signs[0]) { signs[0] } else { Sign::Changed };
    let is_hand_off = gathered
        .iter()
        .all(|(change, _)| matches!(change.what, What::PriorityHandedOff { .. } | What::MetricHandedOff { .. }));
    let mut subject = gathered[0].0.about();
    let (mut details, mut texts, mut moves, mut seats) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for (change, words) in gathered {
        match words {
            Words::Whole(phrase) => subject = phrase,
            Words::Moved(way) => moves.push((change, way)),
            Words::Alike(around) | Words::Seat(around) => seats.push((change, around)),
            Words::Text { of, text } => {
                subject = of;
                texts.push(say![quoted(text)]);
            }
            Words::Of(phrase) | Words::Alone(phrase) => details.push(phrase),
        }
    }
    if !moves.is_empty() {
        subject = words::moved(&moves);
    }
    if !seats.is_empty() {
        subject = words::seats(&seats);
    }
    Told { mark: sign.mark(), subject, detail: say![row(details, "; "), several(&texts)], is_hand_off }
}

/// The lines; those that say the same are joined.
fn joined(told: Vec<Told>) -> Vec<Line> {
    let mut places: BTreeMap<(char, Phrase), usize> = BTreeMap::new();
    let mut gathered: Vec<(char, Vec<Phrase>, Phrase)> = Vec::new();
    for Told { mark, subject, detail, .. } in told {
        let next = gathered.len();
        let is_whole = detail.is_empty();
        let at = if is_whole { next } else { *places.entry((mark, detail.clone())).or_insert(next) };
        if at == next {
            gathered.push((mark, Vec::new(), detail));
        }
        gathered[at].1.push(subject);
    }
    let line = |(mark, subjects, detail): (char, Vec<Phrase>, Phrase)| {
        let detail = (!detail.is_empty()).then(|| say![": ", detail]);
        Line { mark, phrase: say![several(&subjects), detail] }
    };
    gathered.into_iter().map(line).collect()
}

/// What may be the same, and what to write to say so.
#[must_use]
pub fn hint(hint: &Rename) -> Phrase {
    let (old, new) = (&hint.old, &hint.new);
    let to_write = (old.kind == Noun::Seat)
        .then(|| say!["; if so, write under it ", code(format_args!("formerly: [{}]", old.id))]);
    say![ours(old.kind.name()), " ", entry(old), " may now be ", entry(new), hint.how.told(), to_write]
}
