//! `second-root`: more than one seat that reports to nobody.

use crate::phrase::{listed, say};
use std::cmp::Reverse;

use super::super::{Context, Findings, Level, Pillar, Rule, RuleId};
use super::words::SHOWN;
use crate::graph::SeatView;

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("second-root"),
    summary: "more than one seat that reports to nobody",
    pillar: Pillar::Structure,
    level: Level::Warning,
    docs: include_str!("second_root.md"),
    is_of_each: true,
    ..Rule::BLANK
};

pub(super) fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let mut roots: Vec<_> = context.graph.seats().filter(|seat| seat.claims().reports_to.is_absent()).collect();
    // The root of most seats is the one that is meant; of equals, the first by its id.
    roots.sort_by_key(|root| (Reverse(root.count_below()), root.id()));
    let Some((&main, more)) = roots.split_first() else { return };
    // A waiver at one root accepts that one alone.
    let (waived, others): (Vec<_>, Vec<_>) =
        more.iter().copied().partition(|root| context.waivers.accepts(&RULE, &(*root).into()));
    for group in [others, waived] {
        tell(main, group, findings);
    }
}

fn tell(main: SeatView<'_>, mut more: Vec<SeatView<'_>>, findings: &mut Findings<'_>) {
    more.sort_by_key(|root| root.id());
    let Some(&first) = more.iter().min_by_key(|root| root.claims().id.span()) else { return };
    let message = match more.as_slice() {
        [only] => say![only, " reports to nobody, and neither does ", main],
        roots => say![roots.len(), " seats report to nobody besides ", main, ": ", listed(roots, SHOWN)],
    };
    let mut finding = findings
        .at(first.claims().id.span(), message)
        .count(more.len())
        .help(say!["add ", code("reports_to:"), ", so that one seat answers for the whole"])
        .other(main.claims().id.span(), "the other root");
    for root in more.iter().filter(|root| **root != first).take(SHOWN) {
        finding = finding.other(root.claims().id.span(), "and here");
    }
    for root in more {
        finding = finding.on(root);
    }
    drop(finding);
}
