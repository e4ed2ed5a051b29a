//! `placeholder-name`: a placeholder where a person is meant.

use super::super::{Context, Findings, Level, Pillar, Rule, RuleId};
use crate::phrase::{quoted, say};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("placeholder-name"),
    summary: "a placeholder where a person is meant",
    pillar: Pillar::HumanCapital,
    level: Level::Warning,
    docs: include_str!("placeholder_name.md"),
    ..Rule::BLANK
};

pub(super) fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    for person in context.graph.people().filter(|person| person.is_nobody()) {
        let Some(name) = person.claims().name.spanned() else { continue };
        findings
            .at(name.span(), say![quoted(&name.value), " is nobody"])
            .help(say!["remove the person, and say ", code("vacant: {since: …, plan: …}"), " in the seat"])
            .on(person);
    }
}
