//! `reporting-cycle`: seats that report to each other in a loop.

use super::words::{SHOWN, circle};
use crate::phrase::say;

use super::super::{Context, Findings, Level, Pillar, Rule, RuleId};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("reporting-cycle"),
    summary: "seats that report to each other in a loop",
    pillar: Pillar::Structure,
    level: Level::Error,
    docs: include_str!("reporting_cycle.md"),
    ..Rule::BLANK
};

pub(super) fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    for path in context.graph.seat_loops() {
        let first = path[0];
        let line = first.claims().reports_to.span().unwrap_or(first.claims().id.span());
        let message = match path.len() {
            1 => say![first, " reports to itself"],
            _ => say!["these seats report to each other in a loop: ", circle(&path)],
        };
        let mut finding = findings
            .at(line, message)
            .count(path.len())
            .help("make one of them report to a seat outside the loop, or to none, as a root");
        for seat in path.iter().take(SHOWN).skip(1) {
            finding = finding
                .other(seat.claims().reports_to.span().unwrap_or(seat.claims().id.span()), "the loop continues here");
        }
        for seat in path {
            finding = finding.on(seat);
        }
        drop(finding);
    }
}
