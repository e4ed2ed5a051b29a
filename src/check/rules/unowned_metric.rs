//! `unowned-metric`: a metric that names no owner.

use super::super::{Context, Findings, Level, Pillar, Rule, RuleId};
use crate::phrase::say;

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("unowned-metric"),
    summary: "a metric that names no owner",
    pillar: Pillar::Metrics,
    level: Level::Error,
    docs: include_str!("unowned_metric.md"),
    ..Rule::BLANK
};

pub(super) fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    for metric in context.graph.metrics() {
        let owners = &metric.claims().owner;
        if owners.is_empty() && !owners.is_wrong() {
            findings
                .at(metric.claims().id.span(), say!["nobody owns the metric ", metric])
                .help(say!["add ", code("owner:"), " with the one seat that answers for the number"])
                .on(metric);
        }
    }
}
