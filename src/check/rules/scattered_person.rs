//! `scattered-person`: one person who owns three seats or more.

use super::words::SHOWN;
use crate::graph::by_name;
use crate::phrase::{listed, say};

use super::super::{Context, Findings, Level, Limit, Pillar, Rule, RuleId};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("scattered-person"),
    summary: "one person who owns three seats or more",
    pillar: Pillar::HumanCapital,
    level: Level::Warning,
    limits: &[Limit {
        key: "max",
        default: 2,
        meaning: "seats of a person",
        field: |limits| &mut limits.scattered_person_max,
    }],
    docs: include_str!("scattered_person.md"),
    ..Rule::BLANK
};

pub(super) fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let max = context.norms.limits.scattered_person_max;
    for person in context.graph.people() {
        let seats: Vec<_> = person.owned().collect();
        if seats.len() <= max {
            continue;
        }
        let mut finding = findings
            .at(
                person.claims().id.span(),
                say![by_name(person), " owns ", seats.len(), " seats: ", listed(&seats, SHOWN)],
            )
            .count(seats.len())
            .help("hand on the seats that others can own; more than one splits a person's attention")
            .on(person);
        for seat in seats {
            finding = finding.on(seat);
        }
        drop(finding);
    }
}
