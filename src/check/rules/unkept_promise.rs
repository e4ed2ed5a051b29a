//! `unkept-promise`: a promise to the customer that no staffed seat keeps.

use crate::graph::Holding;
use crate::phrase::say;

use super::super::{Context, Findings, Level, Pillar, Rule, RuleId};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("unkept-promise"),
    summary: "a promise to the customer that no staffed seat keeps",
    pillar: Pillar::Market,
    level: Level::Warning,
    docs: include_str!("unkept_promise.md"),
    ..Rule::BLANK
};

pub(super) fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let Some(promise) = context.chart().strategy.get().and_then(|strategy| strategy.promise.spanned()) else { return };
    let help = say!["name under ", code("owner:"), " a seat that somebody holds"];
    if promise.value.owner.is_absent() {
        findings.at(promise.span(), "no seat keeps the promise").help(help);
        return;
    }
    let (Some(owner), Some(seat)) = (promise.value.owner.span(), context.graph.promise_keeper()) else { return };
    if matches!(seat.holding(), Holding::Vacant) {
        findings
            .at(owner, say!["nobody keeps the promise: ", seat, " is vacant"])
            .help(help)
            .other(seat.claims().id.span(), "the vacant seat")
            .on(seat);
    }
}
