//! `missed-target`: a metric whose actual misses its target.

use super::super::{Context, Findings, Level, Pillar, Rule, RuleId};
use crate::phrase::{figure, say};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("missed-target"),
    summary: "a metric whose actual misses its target",
    pillar: Pillar::Metrics,
    level: Level::Info,
    docs: include_str!("missed_target.md"),
    ..Rule::BLANK
};

pub(super) fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    for metric in context.graph.metrics() {
        let (Some(target), Some(actual)) = (metric.claims().target.spanned(), metric.claims().actual.spanned()) else {
            continue;
        };
        if target.value.is_met_by(&actual.value) == Some(false) {
            findings
                .at(actual.span(), say![metric, " is ", figure(&actual.value), ", the target ", figure(&target.value)])
                .help("decide what to change, or whether the target was right")
                .missing_by(target.value.distance(&actual.value), &actual.value.to_string())
                .other(target.span(), "the target")
                .on(metric);
        }
    }
}
