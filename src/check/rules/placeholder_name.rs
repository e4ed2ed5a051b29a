//! `placeholder-name`: a placeholder where a person is meant.

use super::super::{Context, Findings, Level, Pillar, Rule, RuleId};
use crate::text::unseen;

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("placeholder-name"),
    summary: "a placeholder where a person is meant",
    pillar: Pillar::HumanCapital,
    level: Level::Warning,
    docs: include_str!("placeholder_name.md"),
    check,
    ..Rule::BLANK
};

/// What people write when there is nobody, in letters only.
const PLACEHOLDERS: [&str; 15] = [
    "tbd",
    "tba",
    "tbc",
    "tbh",
    "none",
    "nobody",
    "vacant",
    "vacancy",
    "open",
    "openseat",
    "openposition",
    "newhire",
    "tobehired",
    "tobedetermined",
    "tobeconfirmed",
];

/// Whether a name says that there is nobody.
pub(crate) fn is_nobody(name: &str) -> bool {
    let letters = name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase);
    let Some(first) = letters.clone().next() else { return true };
    // Nearly every name is settled by its first letter.
    let is = |word: &str| word.starts_with(first) && letters.clone().eq(word.chars());
    PLACEHOLDERS.into_iter().any(is) || (is("na") && name.contains('/'))
}

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    for person in context.graph.people() {
        let Some(name) = person.claims().name.spanned() else { continue };
        // What shows nothing is `unseen-text`.
        if is_nobody(name.value.as_str()) && unseen(name.value.as_str()).is_none() {
            findings
                .at(name.span, format!("\"{}\" is nobody", name.value))
                .help("remove the person, and say `vacant: {since: …, plan: …}` in the seat")
                .on(person);
        }
    }
}
