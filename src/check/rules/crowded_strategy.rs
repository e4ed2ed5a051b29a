//! `crowded-strategy`: more strategic priorities than an organisation can pursue.

use super::super::{Context, Findings, Level, Limit, Pillar, Rule, RuleId};
use crate::phrase::say;

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("crowded-strategy"),
    summary: "more strategic priorities than an organisation can pursue",
    pillar: Pillar::Understanding,
    level: Level::Warning,
    limits: &[Limit {
        key: "max",
        default: 5,
        meaning: "open strategic priorities",
        field: |limits| &mut limits.crowded_strategy_max,
    }],
    docs: include_str!("crowded_strategy.md"),
    ..Rule::BLANK
};

pub(super) fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let max = context.norms.limits.crowded_strategy_max;
    let mut strategic: Vec<_> = context.open_priorities().filter(|priority| priority.claims().is_strategic()).collect();
    if strategic.len() <= max {
        return;
    }
    let place = strategic[max].claims().id.span();
    // It is about the same in whatever order they stand: one that is accepted, else the first too many by id.
    strategic.sort_by_key(|priority| priority.id());
    let accepted = strategic.iter().find(|priority| context.waivers.accepts(&RULE, &(**priority).into()));
    let priority = *accepted.unwrap_or(&strategic[max]);
    findings
        .at(place, say![strategic.len(), " strategic priorities, more than ", max])
        .count(strategic.len())
        .help("keep the few that matter most; let the others support them or wait")
        .on(priority);
}
