//! `long-interim`: an interim or a vacancy that has lasted longer than a quarter.

use super::words::days;
use crate::graph::by_name;
use crate::phrase::say;

use crate::graph::Holding;

use super::super::{Context, Findings, Level, Limit, Pillar, Rule, RuleId};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("long-interim"),
    summary: "an interim or a vacancy that has lasted longer than a quarter",
    pillar: Pillar::HumanCapital,
    level: Level::Info,
    limits: &[Limit {
        key: "days",
        default: 100,
        meaning: "days without an owner",
        field: |limits| &mut limits.long_interim_days,
    }],
    docs: include_str!("long_interim.md"),
    ..Rule::BLANK
};

pub(super) fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    for seat in context.graph.seats() {
        let Some(since) = seat.claims().vacant.get().and_then(|vacancy| vacancy.since.spanned()) else { continue };
        let state = match seat.holding() {
            Holding::Interim(person) => say![by_name(person), " has covered ", seat],
            Holding::Vacant => say![seat, " has been vacant"],
            _ => continue,
        };
        let age = context.today.days_since(since.value);
        if context.norms.is_long_vacant(age) {
            findings
                .at(since.span(), say![state, " for ", days(age)])
                .days(age)
                .help("fill the seat, hand its work on, or take it out of the chart")
                .on(seat);
        }
    }
}
