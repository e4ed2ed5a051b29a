//! `thin-seat`: a seat with no responsibilities, or too few to be one.

use super::super::{Context, Findings, Level, Limit, Pillar, Rule, RuleId};

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
    check,
    ..Rule::BLANK
};

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let min = context.norms.limits.thin_seat_min;
    for seat in context.graph.seats().filter(|seat| !seat.claims().responsibilities.is_wrong()) {
        let count = seat.claims().responsibilities.len();
        let place = seat.claims().id.span;
        if count == 0 {
            findings
                .at(place, format!("`{}` has no responsibilities", seat.id()))
                .too_few(0)
                .help("say what the seat answers for under `responsibilities:`")
                .on(seat);
        } else if count < min {
            let noun = if count == 1 { "responsibility" } else { "responsibilities" };
            findings
                .mild_at(place, format!("`{}` has {count} {noun}, fewer than {min}", seat.id()))
                .too_few(count)
                .help("say what else it answers for, or join it with another seat")
                .on(seat);
        }
    }
}
