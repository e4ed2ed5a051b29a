//! `vacant-leader`: a seat with direct reports that nobody owns or covers.

use crate::graph::Holding;
use crate::phrase::say;

use super::super::{Context, Findings, Level, Pillar, Rule, RuleId};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("vacant-leader"),
    summary: "a seat with direct reports that nobody owns or covers",
    pillar: Pillar::Leadership,
    level: Level::Warning,
    docs: include_str!("vacant_leader.md"),
    ..Rule::BLANK
};

pub(super) fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    for seat in context.graph.seats().filter(|seat| matches!(seat.holding(), Holding::Vacant)) {
        let reports = seat.reports().count();
        if reports > 0 {
            let noun = if reports == 1 { "seat reports" } else { "seats report" };
            findings
                .at(seat.claims().id.span(), say![reports, " ", noun, " to ", seat, ", which nobody owns or covers"])
                .count(reports)
                .help(say!["name an ", code("owner:"), ", or an ", code("interim:"), " until there is one"])
                .on(seat);
        }
    }
}
