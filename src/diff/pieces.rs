//! Parts of what is told of a change, before they are one phrase.

use std::collections::{BTreeMap, BTreeSet};

use super::Party;
use crate::model::Noun;
use crate::phrase::{Args, By, Entry, Part, Phrase, named, of_kind};

/// A part of a sentence.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Piece {
    /// Our own words.
    Ours(String),
    /// What is written as ids are and is none of an entry.
    Id(String),
    /// An entry, by its id and title.
    Entry { noun: Noun, id: String, title: String },
    /// A person, by the name.
    Person { id: String, name: String },
    /// A value of the chart, as it stands.
    Name(String),
    /// Words of the chart, in quotes.
    Said(String),
}

pub(crate) type Pieces = Vec<Piece>;

impl Piece {
    /// An entry by its id and title.
    pub(super) fn entry(party: &Party) -> Self {
        Self::Entry { noun: party.kind, id: party.id.clone(), title: party.name.clone() }
    }

    /// A person by the name.
    pub(super) fn person(party: &Party) -> Self {
        Self::Person { id: party.id.clone(), name: party.name.clone() }
    }

    /// An entry by its id alone, beside its name.
    pub(super) fn id(party: &Party) -> Self {
        Self::Entry { noun: party.kind, id: party.id.clone(), title: party.id.clone() }
    }
}

/// Pieces as a phrase, as everybody shows it.
pub(super) fn phrase(pieces: &Pieces) -> Phrase {
    let mut args = Args::default();
    for piece in pieces {
        match piece {
            Piece::Ours(words) if words == ARROW_WORDS => args.part(Part::Arrow),
            Piece::Ours(words) => args.part(Part::Words(words)),
            Piece::Id(id) => args.part(Part::Entry(bare(Noun::Chart, id, id))),
            Piece::Entry { noun, id, title } => args.part(Part::Entry(bare(*noun, id, title))),
            Piece::Person { id, name } => args.part(Part::Entry(named(Noun::Person, id, name))),
            Piece::Name(text) => args.part(Part::Text(text)),
            Piece::Said(text) => args.part(Part::Quoted(text)),
        }
    }
    args.phrase()
}

fn bare<'p>(noun: Noun, id: &'p str, name: &'p str) -> Entry<'p> {
    Entry { by: By::Bare, ..of_kind(noun, id, name) }
}

/// From what was to what is.
pub(super) const ARROW_WORDS: &str = " -> ";

/// How many of a long list are named.
pub(super) const NAMED: usize = 8;

pub(crate) fn ours(words: impl Into<String>) -> Piece {
    Piece::Ours(words.into())
}

/// The name of a person, the id of anything else.
pub(super) fn name(party: &Party) -> Piece {
    match party.kind {
        Noun::Person => Piece::person(party),
        Noun::Chart | Noun::Strategy | Noun::Promise | Noun::Seat | Noun::Priority | Noun::Metric => {
            Piece::entry(party)
        }
    }
}

/// Several, with commas; a long list ends in a count. People of one name are told apart by their ids.
pub(super) fn names<'p>(parties: impl Iterator<Item = &'p Party>) -> Pieces {
    let parties: Vec<&Party> = parties.collect();
    let shared = shared_names(&parties);
    all(parties.into_iter().map(|party| called(party, &shared)).collect())
}

/// Names that several of some people bear.
pub(super) fn shared_names<'p>(parties: &[&'p Party]) -> BTreeSet<&'p str> {
    let mut seen: BTreeMap<&str, &str> = BTreeMap::new();
    let people = parties.iter().filter(|party| party.kind == Noun::Person);
    people
        .filter(|party| *seen.entry(&party.name).or_insert(&party.id) != party.id)
        .map(|party| party.name.as_str())
        .collect()
}

pub(super) fn called(party: &Party, shared: &BTreeSet<&str>) -> Pieces {
    let mut pieces = vec![name(party)];
    if party.kind == Noun::Person && party.name != party.id && shared.contains(party.name.as_str()) {
        pieces.extend([ours(" ("), Piece::id(party), ours(")")]);
    }
    pieces
}

pub(crate) fn list(items: Vec<Piece>) -> Pieces {
    all(items.into_iter().map(|item| vec![item]).collect())
}

/// Several of more than one piece.
pub(crate) fn all(items: Vec<Pieces>) -> Pieces {
    let more = items.len().saturating_sub(NAMED);
    let mut pieces = Vec::new();
    for (at, item) in items.into_iter().enumerate().take(if more > 1 { NAMED } else { NAMED + 1 }) {
        if at > 0 {
            pieces.push(ours(", "));
        }
        pieces.extend(item);
    }
    if more > 1 {
        pieces.push(ours(format!(" and {more} more")));
    }
    pieces
}

/// A number and its noun.
pub(super) fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

pub(super) fn or(pieces: Pieces, nothing: &str) -> Pieces {
    if pieces.is_empty() { vec![ours(nothing)] } else { pieces }
}

/// `old -> new`, where either may be nothing.
pub(super) fn arrow(from: Pieces, to: Pieces, nothing: &str) -> Pieces {
    let mut pieces = or(from, nothing);
    pieces.push(ours(ARROW_WORDS));
    pieces.extend(or(to, nothing));
    pieces
}

/// From some parties to others; who bears the name of another is reported with the id.
pub(super) fn parties<'p>(
    from: impl IntoIterator<Item = &'p Party>,
    to: impl IntoIterator<Item = &'p Party>,
    nothing: &str,
) -> Pieces {
    let (from, to): (Vec<&Party>, Vec<&Party>) = (from.into_iter().collect(), to.into_iter().collect());
    let shared = shared_names(&[from.as_slice(), to.as_slice()].concat());
    let told = |parties: Vec<&Party>| all(parties.into_iter().map(|party| called(party, &shared)).collect());
    arrow(told(from), told(to), nothing)
}

pub(super) fn value(value: Option<&String>) -> Pieces {
    value.map(|value| Piece::Name(value.clone())).into_iter().collect()
}

pub(super) fn said(value: Option<&String>) -> Pieces {
    value.map(|value| Piece::Said(value.clone())).into_iter().collect()
}

/// What a title or a text was or is.
pub(super) fn title(text: &str) -> Pieces {
    vec![Piece::Said(text.to_owned())]
}

/// `+ a, b, - c`
pub(super) fn exchanged(from: &[Party], to: &[Party]) -> Pieces {
    let mut pieces = Vec::new();
    for (mark, parties) in [("+ ", to), ("- ", from)] {
        if !parties.is_empty() {
            pieces.push(ours(if pieces.is_empty() { mark.to_owned() } else { format!(", {mark}") }));
            pieces.extend(names(parties.iter()));
        }
    }
    pieces
}

pub(super) fn with(words: &str, mut pieces: Pieces) -> Pieces {
    pieces.insert(0, ours(words));
    pieces
}

pub(super) fn then(mut pieces: Pieces, words: &str) -> Pieces {
    pieces.push(ours(words));
    pieces
}

/// The id of an entry.
pub(super) fn entry(party: Option<&Party>) -> Pieces {
    party.map(Piece::entry).into_iter().collect()
}
