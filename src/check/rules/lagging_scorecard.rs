//! `lagging-scorecard`: metrics that say much about the past and too little about the future.

use crate::model::{Claim, Metric, MetricKind};
use crate::phrase::{percent, say};

use super::super::{Context, Findings, Level, Limit, Pillar, Rule, RuleId};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("lagging-scorecard"),
    summary: "metrics that say much about the past and too little about the future",
    pillar: Pillar::Metrics,
    level: Level::Warning,
    mild: Some(Level::Info),
    limits: &[Limit {
        key: "percent",
        default: 40,
        meaning: "share of leading metrics, in per cent",
        field: |limits| &mut limits.lagging_scorecard_percent,
    }],
    needs_whole: true,
    docs: include_str!("lagging_scorecard.md"),
    ..Rule::BLANK
};

pub(super) fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let metrics: Vec<_> = context.graph.metrics().map(|metric| metric.claims()).collect();
    let is_unknown = |metric: &&Metric| matches!(metric.kind, Claim::Wrong);
    if !context.chart().metrics.unreadable.is_empty() || metrics.iter().any(is_unknown) {
        return;
    }
    let Some(first) = metrics.first() else { return };
    let leading = metrics.iter().filter(|metric| metric.kind.get() == Some(&MetricKind::Leading)).count();
    let min = context.norms.limits.lagging_scorecard_percent;
    let place = first.id.span();
    let help = say!["add metrics that move before the result does, and mark them ", code("kind: leading")];
    if leading == 0 {
        findings.at(place, say!["none of ", metrics.len(), " metrics is leading"]).too_few(0).help(help);
    } else if leading * 100 < metrics.len() * min {
        findings
            .mild_at(place, say![leading, " of ", metrics.len(), " metrics are leading, less than ", percent(min)])
            .too_few(leading)
            .help(help);
    }
}
