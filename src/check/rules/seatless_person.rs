//! `seatless-person`: a person in no seat.

use super::super::{Context, Findings, Level, Pillar, Rule, RuleId};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("seatless-person"),
    summary: "a person in no seat",
    pillar: Pillar::HumanCapital,
    level: Level::Info,
    needs_whole: true,
    docs: include_str!("seatless_person.md"),
    check,
    ..Rule::BLANK
};

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    if !context.graph.knows_holders() {
        return;
    }
    for person in context.graph.people().filter(|person| !person.is_seated() && !person.is_nobody()) {
        findings
            .at(person.claims().id.span, format!("{} is in no seat", person.name()))
            .help("name them as `owner:` or among the `members:` of a seat, or remove them")
            .on(person);
    }
}
