//! `self-managed-person`: a person whose seat reports to another seat of the same person.

use super::super::{Context, Findings, Level, Pillar, Rule, RuleId};
use crate::graph::by_name;
use crate::phrase::say;

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("self-managed-person"),
    summary: "a person whose seat reports to another seat of the same person",
    pillar: Pillar::Structure,
    level: Level::Info,
    docs: include_str!("self_managed_person.md"),
    ..Rule::BLANK
};

pub(super) fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    for seat in context.graph.seats() {
        let Some(manager) = seat.manager() else { continue };
        let (Some(person), Some(above)) = (seat.holding().person(), manager.holding().person()) else { continue };
        if person == above && seat != manager {
            findings
                .at(seat.claims().id.span(), say![by_name(person), " holds ", seat, " and its manager ", manager])
                .help("nobody holds the other to account here: hand on one of the two seats, or merge them")
                .other(manager.claims().id.span(), "held by the same person")
                .on(seat);
        }
    }
}
