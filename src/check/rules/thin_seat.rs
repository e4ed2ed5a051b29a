//! `thin-seat`: a seat with no responsibilities, or too few to be one.

use super::super::{Context, Findings, Level, Limit, Pillar, Rule, RuleId};
use crate::phrase::say;

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("thin-seat"),
    summary: "a seat with no responsibilities, or too few to be one",
    pillar: Pillar::Structure,
    level: Level::Warning,
    mild: Some(Level::Info),
    limits: &[Limit {
        key: "min",
        default: 3,
        meaning: "responsibilities of a seat",
        field: |limits| &mut limits.thin_seat_min,
    }],
    docs: include_str!("thin_seat.md"),
    ..Rule::BLANK
};

pub(super) fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let min = context.norms.limits.thin_seat_min;
    for seat in context.graph.seats().filter(|seat| !seat.claims().responsibilities.is_wrong()) {
        let count = seat.claims().responsibilities.len();
        let place = seat.claims().id.span();
        if count == 0 {
            findings
                .at(place, say![seat, " has no responsibilities"])
                .too_few(0)
                .help(say!["say what the seat answers for under ", code("responsibilities:")])
                .on(seat);
        } else if count < min {
            let message = match count {
                1 => say![seat, " has 1 responsibility, fewer than ", min],
                _ => say![seat, " has ", count, " responsibilities, fewer than ", min],
            };
            findings
                .mild_at(place, message)
                .too_few(count)
                .help("say what else it answers for, or merge it with another seat")
                .on(seat);
        }
    }
}
