//! `seatless-person`: a person in no seat.

use super::super::{Context, Findings, Level, Pillar, Rule, RuleId};
use crate::graph::by_name;
use crate::phrase::say;

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("seatless-person"),
    summary: "a person in no seat",
    pillar: Pillar::HumanCapital,
    level: Level::Info,
    needs_whole: true,
    docs: include_str!("seatless_person.md"),
    ..Rule::BLANK
};

pub(super) fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    if !context.graph.knows_holders() {
        return;
    }
    for person in context.graph.people().filter(|person| !person.is_seated() && !person.is_nobody()) {
        findings
            .at(person.claims().id.span(), say![by_name(person), " is in no seat"])
            .help(say![
                "name them as ",
                code("owner:"),
                " or among the ",
                code("members:"),
                " of a seat, or remove them"
            ])
            .on(person);
    }
}
