//! `priority-cycle`: priorities that support each other in a loop.

use super::words::{SHOWN, circle};
use crate::phrase::say;

use super::super::{Context, Findings, Level, Pillar, Rule, RuleId};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("priority-cycle"),
    summary: "priorities that support each other in a loop",
    pillar: Pillar::Understanding,
    level: Level::Error,
    docs: include_str!("priority_cycle.md"),
    ..Rule::BLANK
};

pub(super) fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    for path in context.graph.priority_loops() {
        let first = path[0];
        let message = match path.len() {
            1 => say![first, " supports itself"],
            _ => say!["these priorities support each other in a loop: ", circle(&path)],
        };
        // The line by which each leads to the next.
        let line = |at: usize| {
            let next = path[(at + 1) % path.len()].id();
            let supports = &path[at].claims().supports;
            supports.iter().find(|id| id.value == *next).map_or(path[at].claims().id.span(), |id| id.span())
        };
        let mut finding = findings
            .at(line(0), message)
            .count(path.len())
            .help("remove one of these lines: a priority can't be the purpose of what it serves");
        for at in 1..path.len().min(SHOWN) {
            finding = finding.other(line(at), "the loop continues here");
        }
        for priority in &path {
            finding = finding.on(*priority);
        }
        drop(finding);
    }
}
