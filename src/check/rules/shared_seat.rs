//! `shared-seat`: a seat with more than one owner.

use super::super::{Context, Findings, Level, Pillar, Rule, RuleId};
use crate::phrase::say;

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("shared-seat"),
    summary: "a seat with more than one owner",
    pillar: Pillar::Structure,
    level: Level::Error,
    docs: include_str!("shared_seat.md"),
    ..Rule::BLANK
};

pub(super) fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    for seat in context.graph.seats() {
        let owners = &seat.claims().owner;
        if owners.len() > 1 {
            let message =
                say!["the seat ", seat, " has ", owners.len(), " owners: if more than one is accountable, nobody is"];
            findings
                .at_several(owners, message)
                .count(owners.len())
                .help(say![
                    "keep one person under ",
                    code("owner:"),
                    " and list the others under ",
                    code("members:"),
                    ", or split the seat"
                ])
                .on(seat);
        }
    }
}
