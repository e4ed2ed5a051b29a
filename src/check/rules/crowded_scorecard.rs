//! `crowded-scorecard`: more metrics than a leadership team can follow.

use crate::graph::MetricView;
use crate::phrase::say;

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
    ..Rule::BLANK
};

pub(super) fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let max = context.norms.limits.crowded_scorecard_max;
    let mut metrics: Vec<MetricView<'_>> = context.graph.metrics().collect();
    if metrics.len() <= max {
        return;
    }
    let place = metrics[max].claims().id.span();
    // It is about the same in whatever order they stand: one that is accepted, else the first too many by id.
    metrics.sort_by_key(|metric| metric.id());
    let accepted = metrics.iter().find(|metric| context.waivers.accepts(&RULE, &(**metric).into()));
    let metric = *accepted.unwrap_or(&metrics[max]);
    findings
        .at(place, say![metrics.len(), " metrics, more than ", max])
        .count(metrics.len())
        .help("keep those that you steer by; leave the others to the departments")
        .on(metric);
}
