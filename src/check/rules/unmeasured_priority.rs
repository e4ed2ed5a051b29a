//! `unmeasured-priority`: a strategic priority that no metric measures.

use super::super::{Context, Findings, Level, Pillar, Rule, RuleId};
use crate::phrase::say;

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("unmeasured-priority"),
    summary: "a strategic priority that no metric measures",
    pillar: Pillar::Metrics,
    level: Level::Info,
    needs_whole: true,
    docs: include_str!("unmeasured_priority.md"),
    ..Rule::BLANK
};

pub(super) fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    if !context.graph.knows_measures() {
        return;
    }
    for priority in context.open_priorities().filter(|priority| priority.claims().is_strategic()) {
        if priority.metrics().next().is_none() {
            findings
                .at(priority.claims().id.span(), say!["no metric measures ", priority])
                .help(say!["name it under ", code("measures:"), " of the metric that shows whether you get there"])
                .on(priority);
        }
    }
}
