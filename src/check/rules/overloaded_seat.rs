//! `overloaded-seat`: a seat that carries more than one full-time person can.

use crate::model::Share;
use crate::phrase::{percent, say};

use super::super::{Context, Findings, Level, Limit, Pillar, Rule, RuleId};

pub(in crate::check) static RULE: Rule = Rule {
    id: RuleId::new("overloaded-seat"),
    summary: "a seat that carries more than one full-time person can",
    pillar: Pillar::Structure,
    level: Level::Warning,
    limits: &[Limit {
        key: "percent",
        default: 100,
        meaning: "load of a seat, in per cent of one full-time person",
        field: |limits| &mut limits.overloaded_seat_percent,
    }],
    docs: include_str!("overloaded_seat.md"),
    ..Rule::BLANK
};

pub(super) fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    for seat in context.graph.seats().filter(|&seat| context.norms.is_overloaded(seat)) {
        let share = seat.total_load().percent_of(Share::ONE).expect("one person is not nothing");
        findings
            .at(seat.claims().id.span(), say![seat, " carries ", percent(share), " of one full-time person"])
            .percent(share)
            .help(say![
                "hand on a priority, a responsibility or some reports, or state the priorities' ",
                code("effort:")
            ])
            .note(say!["load: ", seat.load()])
            .on(seat);
    }
}
