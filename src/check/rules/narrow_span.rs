//! `narrow-span`: a manager with a single report.

use crate::graph::Standing;
use crate::phrase::say;

use super::super::{Context, Findings, Level, Pillar, Rule, RuleId};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("narrow-span"),
    summary: "a manager with a single report",
    pillar: Pillar::Leadership,
    level: Level::Info,
    needs_whole: true,
    docs: include_str!("narrow_span.md"),
    ..Rule::BLANK
};

pub(super) fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    if !context.graph.knows_reports() {
        return;
    }
    // In a loop the line is wrong, not the span.
    for seat in context.graph.seats().filter(|seat| seat.standing() != Standing::InLoop) {
        let mut reports = seat.reports();
        if let (Some(only), None) = (reports.next(), reports.next()) {
            findings
                .at(seat.claims().id.span(), say!["only ", only, " reports to ", seat])
                .help("merge the two seats, or let the report move one layer up")
                .other(only.claims().reports_to.span().unwrap_or(only.claims().id.span()), "the one report")
                .on(seat);
        }
    }
}
