//! `crowded-strategy`: more strategic priorities than an organisation can pursue.

use super::super::{Context, Findings, Level, Limit, Pillar, Rule, RuleId};

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
    check,
    ..Rule::BLANK
};

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let max = context.norms.limits.crowded_strategy_max;
    let strategic: Vec<_> = context.open_priorities().filter(|priority| priority.claims().is_strategic()).collect();
    if let Some(first_too_many) = strategic.get(max) {
        findings
            .at(first_too_many.claims().id.span, format!("{} strategic priorities, more than {max}", strategic.len()))
            .help("keep the few that matter most; let the others support them or wait")
            .on(*first_too_many);
    }
}
