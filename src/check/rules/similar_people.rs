//! `similar-people`: two people whose names are the same but for case, accents or spacing.

use crate::phrase::{listed, say, text};
use std::collections::BTreeMap;

use compact_str::CompactString;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::words::SHOWN;

use crate::graph::PersonView;
use crate::model::repeated;

use super::super::{Context, Findings, Level, Pillar, Rule, RuleId};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("similar-people"),
    summary: "two people whose names are the same but for case, accents or spacing",
    pillar: Pillar::HumanCapital,
    level: Level::Info,
    docs: include_str!("similar_people.md"),
    ..Rule::BLANK
};

pub(super) fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let people = &context.chart().people.entries;
    // What has no letters is a placeholder.
    let key = |at: usize| Some(plain(people[at].name.get()?.as_str())).filter(|plain| !plain.is_empty());
    let mut alike: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (at, first) in repeated(people.len(), key) {
        alike.entry(first).or_insert_with(|| vec![first]).push(at);
    }
    for places in alike.into_values() {
        let person = |at: usize| context.graph.find_person(people[at].id.value.as_str());
        let mut people: Vec<PersonView<'_>> =
            places.into_iter().filter_map(person).filter(|person| !person.is_nobody()).collect();
        people.sort_by_key(|person| person.id());
        let Some(last) = people.iter().max_by_key(|person| person.claims().id.span()).copied() else { continue };
        let Some(name) = last.claims().name.spanned().filter(|_| people.len() > 1) else { continue };
        let mut finding = findings
            .at(name.span(), say![listed(&people, SHOWN), " have the same name: ", text(&name.value)])
            .count(people.len())
            .help("keep one of the entries, or tell the names apart");
        for other in people.iter().filter(|other| **other != last).take(SHOWN) {
            finding = finding.other(other.claims().name.span().unwrap_or(other.claims().id.span()), "also here");
        }
        for person in people {
            finding = finding.on(person);
        }
        drop(finding);
    }
}

/// A name without its accents, case, spacing and punctuation.
fn plain(name: &str) -> CompactString {
    if name.is_ascii() {
        let mut letters = CompactString::with_capacity(name.len());
        let kept = name.bytes().filter(u8::is_ascii_alphanumeric);
        letters.extend(kept.map(|byte| char::from(byte.to_ascii_lowercase())));
        return letters;
    }
    name.nfd().filter(|&c| c.is_alphanumeric() && !is_combining_mark(c)).flat_map(char::to_lowercase).collect()
}
