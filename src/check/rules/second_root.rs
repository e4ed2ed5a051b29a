//! `second-root`: more than one seat that reports to nobody.

use std::cmp::Reverse;

use super::super::{Context, Findings, Level, Pillar, Rule, RuleId};
use super::words::{SHOWN, listed};
use crate::graph::SeatView;

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("second-root"),
    summary: "more than one seat that reports to nobody",
    pillar: Pillar::Structure,
    level: Level::Warning,
    docs: include_str!("second_root.md"),
    is_of_each: true,
    check,
    ..Rule::BLANK
};

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
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
    let Some(&first) = more.iter().min_by_key(|root| root.claims().id.span) else { return };
    let ids: Vec<&str> = more.iter().map(|root| root.id().as_str()).collect();
    let message = match ids.as_slice() {
        [only] => format!("`{only}` reports to nobody, and neither does `{}`", main.id()),
        ids => format!("{} seats report to nobody beside `{}`: {}", ids.len(), main.id(), listed(ids)),
    };
    let mut finding = findings
        .at(first.claims().id.span, message)
        .count(more.len())
        .help("add `reports_to:`, so that one seat answers for the whole")
        .other(main.claims().id.span, "the other root");
    for root in more.iter().filter(|root| **root != first).take(SHOWN) {
        finding = finding.other(root.claims().id.span, "and here");
    }
    for root in more {
        finding = finding.on(root);
    }
    drop(finding);
}
