//! `similar-people`: two people whose names are the same but for case, accents or spacing.

use compact_str::CompactString;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::graph::PersonView;
use crate::model::repeated;

use super::super::{Context, Findings, Level, Pillar, Rule, RuleId};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("similar-people"),
    summary: "two people whose names are the same but for case, accents or spacing",
    pillar: Pillar::HumanCapital,
    level: Level::Info,
    docs: include_str!("similar_people.md"),
    check,
    ..Rule::BLANK
};

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    // What has no letters is a placeholder.
    let named = |person: &PersonView<'_>| !plain(*person).is_empty();
    let people: Vec<PersonView<'_>> = context.graph.people().filter(named).collect();
    for (at, first) in repeated(&people, |&person| plain(person)) {
        let (person, other) = (people[at], people[first]);
        let Some(name) = person.claims().name.spanned() else { continue };
        findings
            .at(name.span, format!("`{}` and `{}` have the same name: {}", other.id(), person.id(), name.value))
            .help("keep one of the two entries, or tell the names apart")
            .other(other.claims().name.span().unwrap_or(other.claims().id.span), "the other one")
            .on(person)
            .on(other);
    }
}

/// The name without its accents, case, spacing and punctuation; empty where there is none.
fn plain(person: PersonView<'_>) -> CompactString {
    let name = person.claims().name.get().map_or("", |name| name.as_str());
    if name.is_ascii() {
        return name.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect();
    }
    name.nfd().filter(|&c| c.is_alphanumeric() && !is_combining_mark(c)).flat_map(char::to_lowercase).collect()
}
