//! `overloaded-seat`: a seat that carries more than one full-time person can.

use crate::graph::SeatView;
use crate::model::Share;

use super::super::{Context, Findings, Level, Limit, Pillar, Rule, RuleId};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("overloaded-seat"),
    summary: "a seat that carries more than one full-time person can",
    pillar: Pillar::Structure,
    level: Level::Warning,
    limits: &[Limit { key: "percent", default: 100, meaning: "load of a seat, in per cent of one full-time person" }],
    docs: include_str!("overloaded_seat.md"),
    check,
    ..Rule::BLANK
};

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    for seat in context.graph.seats().filter(|&seat| is_overloaded(context, seat)) {
        let percent = seat.total_load().percent_of(Share::ONE).expect("one person is not nothing");
        findings
            .at(seat.claims().id.span, format!("`{}` carries {percent} % of one full-time person", seat.id()))
            .help("hand on a priority, a responsibility or some reports, or state the priorities' `effort:`")
            .note(format!("load: {}", seat.load()))
            .on(seat);
    }
}

/// Whether a seat carries more than the rule allows.
pub(super) fn is_overloaded(context: &Context<'_>, seat: SeatView<'_>) -> bool {
    seat.total_load() > Share::thousandths(10) * context.limit(&RULE, "percent")
}
