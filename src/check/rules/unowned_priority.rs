//! `unowned-priority`: a priority that names no owner.

use crate::graph::Answer;
use crate::phrase::say;

use super::super::{Context, Findings, Level, Pillar, Rule, RuleId};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("unowned-priority"),
    summary: "a priority that names no owner",
    pillar: Pillar::Structure,
    level: Level::Error,
    docs: include_str!("unowned_priority.md"),
    ..Rule::BLANK
};

pub(super) fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    for priority in context.open_priorities().filter(|priority| matches!(priority.answer(), Answer::Unowned)) {
        findings
            .at(priority.claims().id.span(), say!["nobody owns ", priority])
            .help(say!["add ", code("owner:"), " with the one seat that answers for it"])
            .on(priority);
    }
}
