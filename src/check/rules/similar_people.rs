//! `similar-people`: two people whose names are the same but for case, accents or spacing.

use compact_str::CompactString;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

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
    let people = &context.chart().people.entries;
    // What has no letters is a placeholder.
    let key = |at: usize| Some(plain(people[at].name.get()?.as_str())).filter(|plain| !plain.is_empty());
    for (at, first) in repeated(people.len(), key) {
        let view = |at: usize| context.graph.find_person(people[at].id.value.as_str());
        let (Some(person), Some(other)) = (view(at), view(first)) else { continue };
        let Some(name) = person.claims().name.spanned() else { continue };
        findings
            .at(name.span, format!("`{}` and `{}` have the same name: {}", other.id(), person.id(), name.value))
            .help("keep one of the two entries, or tell the names apart")
            .other(other.claims().name.span().unwrap_or(other.claims().id.span), "the other one")
            .on(person)
            .on(other);
    }
}

/// A name without its accents, case, spacing and punctuation.
fn plain(name: &str) -> CompactString {
    if name.is_ascii() {
        let mut letters = String::with_capacity(name.len());
        let kept = name.bytes().filter(u8::is_ascii_alphanumeric);
        letters.extend(kept.map(|byte| char::from(byte.to_ascii_lowercase())));
        return letters.into();
    }
    name.nfd().filter(|&c| c.is_alphanumeric() && !is_combining_mark(c)).flat_map(char::to_lowercase).collect()
}
