//! How parties and values are worded in the report of a change.

use std::collections::{BTreeMap, BTreeSet};

use super::Party;
use crate::model::Noun;
use crate::phrase::{ARROW, By, Entry, Phrase, cut, named, of_kind, quoted, row, say, text};

/// How many of a long list are named.
pub(super) const NAMED: usize = 8;

/// An entry by its id and title.
pub(super) fn entry(party: &Party) -> Phrase {
    bare(party, &party.name)
}

/// An entry by its id alone, beside its name.
pub(super) fn id(party: &Party) -> Phrase {
    bare(party, &party.id)
}

fn bare(party: &Party, name: &str) -> Phrase {
    say![Entry { by: By::Bare, ..of_kind(party.kind, &party.id, name) }]
}

/// A person, by the name.
pub(super) fn person(party: &Party) -> Phrase {
    say![named(Noun::Person, &party.id, &party.name)]
}

/// The words of an id by themselves, which are no entry's.
pub(super) fn part_of_id(words: &str) -> Phrase {
    say![Entry { by: By::Bare, ..of_kind(Noun::Chart, words, words) }]
}

/// The name of a person, the id of anything else.
pub(super) fn name(party: &Party) -> Phrase {
    match party.kind {
        Noun::Person => person(party),
        Noun::Chart | Noun::Strategy | Noun::Promise | Noun::Seat | Noun::Priority | Noun::Metric => entry(party),
    }
}

/// Several, with commas. People of one name are told apart by their ids.
pub(super) fn names<'p>(parties: impl IntoIterator<Item = &'p Party>) -> Phrase {
    apart(parties, &[])
}

/// The same, also told apart from others.
pub(super) fn apart<'p>(parties: impl IntoIterator<Item = &'p Party>, others: &[&'p Party]) -> Phrase {
    let parties: Vec<&Party> = parties.into_iter().collect();
    let shared = shared_names(&[parties.as_slice(), others].concat());
    several(&parties.into_iter().map(|party| called(party, &shared)).collect::<Vec<_>>())
}

/// Names that several of some people bear.
fn shared_names<'p>(parties: &[&'p Party]) -> BTreeSet<&'p str> {
    let mut seen: BTreeMap<&str, &str> = BTreeMap::new();
    let people = parties.iter().filter(|party| party.kind == Noun::Person);
    people
        .filter(|party| *seen.entry(&party.name).or_insert(&party.id) != party.id)
        .map(|party| party.name.as_str())
        .collect()
}

fn called(party: &Party, shared: &BTreeSet<&str>) -> Phrase {
    let is_shared = party.kind == Noun::Person && party.name != party.id && shared.contains(party.name.as_str());
    say![name(party), is_shared.then(|| say![" (", id(party), ")"])]
}

/// Several, with commas; a long list ends in a count.
pub(super) fn several(items: &[Phrase]) -> Phrase {
    let most = if items.len() > NAMED + 1 { NAMED } else { items.len() };
    let (shown, more) = cut(items, most);
    say![row(shown, ", "), (more > 0).then(|| say![" and ", more, " more"])]
}

pub(super) fn or(phrase: Phrase, nothing: &'static str) -> Phrase {
    if phrase.is_empty() { nothing.into() } else { phrase }
}

/// `old -> new`, where either may be nothing.
pub(super) fn arrow(from: Phrase, to: Phrase, nothing: &'static str) -> Phrase {
    say![or(from, nothing), ARROW, or(to, nothing)]
}

/// From some parties to others; people with the same name are reported with their ids.
pub(super) fn parties<'p>(
    from: impl IntoIterator<Item = &'p Party>,
    to: impl IntoIterator<Item = &'p Party>,
    nothing: &'static str,
) -> Phrase {
    let (from, to): (Vec<&Party>, Vec<&Party>) = (from.into_iter().collect(), to.into_iter().collect());
    arrow(apart(from.iter().copied(), &to), apart(to.iter().copied(), &from), nothing)
}

/// What goes from one to another.
pub(super) fn way(from: Option<&Party>, to: Option<&Party>) -> Phrase {
    say![from.map(entry), ARROW, to.map(entry)]
}

pub(super) fn value(value: Option<&String>) -> Phrase {
    say![value.map(text)]
}

pub(super) fn said(value: Option<&String>) -> Phrase {
    say![value.map(quoted)]
}

/// Other words for the same.
pub(super) fn reworded(was: &str, is: &str) -> Phrase {
    arrow(say![quoted(was)], say![quoted(is)], "untitled")
}

/// `+ a, b, - c`
pub(super) fn exchanged(from: &[Party], to: &[Party]) -> Phrase {
    let marked = [("+ ", to), ("- ", from)].into_iter().filter(|(_, parties)| !parties.is_empty());
    row(marked.map(|(mark, parties)| say![mark, names(parties)]), ", ")
}
