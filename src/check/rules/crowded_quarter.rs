//! `crowded-quarter`: more of the quarter's priorities at the top than it can pursue.

use crate::graph::PriorityView;
use crate::model::Horizon;
use crate::phrase::say;

use super::super::{Context, Findings, Level, Limit, Pillar, Rule, RuleId};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("crowded-quarter"),
    summary: "more of the quarter's priorities at the top than it can pursue",
    pillar: Pillar::Understanding,
    level: Level::Warning,
    limits: &[Limit {
        key: "max",
        default: 7,
        meaning: "open priorities of the quarter that a root seat owns",
        field: |limits| &mut limits.crowded_quarter_max,
    }],
    docs: include_str!("crowded_quarter.md"),
    ..Rule::BLANK
};

pub(super) fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let max = context.norms.limits.crowded_quarter_max;
    for root in context.graph.seats().filter(|seat| seat.claims().reports_to.is_absent()) {
        let open = |priority: &PriorityView<'_>| {
            priority.claims().is_open() && priority.claims().horizon() == Horizon::Quarter
        };
        let count = root.priorities().filter(open).count();
        if count > max {
            findings
                .at(root.claims().id.span(), say![root, " owns ", count, " priorities of the quarter, more than ", max])
                .count(count)
                .help("keep three to seven for the whole company; hand on or drop the others")
                .on(root);
        }
    }
}
