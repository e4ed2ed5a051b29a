//! `crowded-seat`: a seat with more responsibilities than one person can keep in view.

use super::super::{Context, Findings, Level, Limit, Pillar, Rule, RuleId};
use crate::phrase::say;

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("crowded-seat"),
    summary: "a seat with more responsibilities than one person can keep in view",
    pillar: Pillar::Structure,
    level: Level::Warning,
    limits: &[Limit {
        key: "max",
        default: 7,
        meaning: "responsibilities of a seat",
        field: |limits| &mut limits.crowded_seat_max,
    }],
    docs: include_str!("crowded_seat.md"),
    ..Rule::BLANK
};

pub(super) fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let max = context.norms.limits.crowded_seat_max;
    for seat in context.graph.seats() {
        let responsibilities = &seat.claims().responsibilities;
        if let Some(first_too_many) = responsibilities.get(max) {
            findings
                .at(
                    first_too_many.span(),
                    say![seat, " has ", responsibilities.len(), " responsibilities, more than ", max],
                )
                .count(responsibilities.len())
                .help("keep the five that matter most; the others belong in another seat or a job description")
                .on(seat);
        }
    }
}
