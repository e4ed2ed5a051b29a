//! `shared-metric`: a metric with more than one owner.

use super::super::{Context, Findings, Level, Pillar, Rule, RuleId};
use crate::phrase::say;

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("shared-metric"),
    summary: "a metric with more than one owner",
    pillar: Pillar::Metrics,
    level: Level::Error,
    docs: include_str!("shared_metric.md"),
    ..Rule::BLANK
};

pub(super) fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    for metric in context.graph.metrics() {
        let owners = &metric.claims().owner;
        if owners.len() > 1 {
            let message = say![
                "the metric ",
                metric,
                " has ",
                owners.len(),
                " owners: if more than one is accountable, nobody is"
            ];
            findings
                .at_several(owners, message)
                .count(owners.len())
                .help("keep the one seat that answers for the number")
                .on(metric);
        }
    }
}
