//! `crowded-scorecard`: more metrics than a leadership team can follow.

use super::super::{Context, Findings, Level, Limit, Pillar, Rule, RuleId};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("crowded-scorecard"),
    summary: "more metrics than a leadership team can follow",
    pillar: Pillar::Metrics,
    level: Level::Info,
    limits: &[Limit {
        key: "max",
        default: 25,
        meaning: "metrics in all",
        field: |limits| &mut limits.crowded_scorecard_max,
    }],
    docs: include_str!("crowded_scorecard.md"),
    check,
    ..Rule::BLANK
};

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let max = context.norms.limits.crowded_scorecard_max;
    let count = context.graph.metrics().len();
    if let Some(first_too_many) = context.graph.metrics().nth(max) {
        findings
            .at(first_too_many.claims().id.span, format!("{count} metrics, more than {max}"))
            .help("keep those by which you steer; the others can live in the departments")
            .on(first_too_many);
    }
}
