//! `idle-leader`: a seat with direct reports that owns no priority.

use crate::graph::Holding;
use crate::phrase::say;

use super::super::{Context, Findings, Level, Pillar, Rule, RuleId};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("idle-leader"),
    summary: "a seat with direct reports that owns no priority",
    pillar: Pillar::Leadership,
    level: Level::Info,
    needs_whole: true,
    docs: include_str!("idle_leader.md"),
    ..Rule::BLANK
};

pub(super) fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    if context.open_priorities().next().is_none() || !context.graph.knows_owners() {
        return;
    }
    for seat in context.graph.seats().filter(|seat| !matches!(seat.holding(), Holding::Vacant)) {
        let leads = seat.reports().next().is_some();
        if leads && !seat.priorities().any(|priority| priority.claims().is_open()) {
            findings
                .at(seat.claims().id.span(), say![seat, " leads others but owns no priority"])
                .help(say!["name it as ", code("owner:"), " of what it should bring about"])
                .on(seat);
        }
    }
}
