//! `orphaned-priority`: a priority whose owner seat leads to nobody, or whose purpose was dropped.

use super::words::chain;
use crate::phrase::say;

use crate::graph::{Answer, Orphan, Standing};

use super::super::{Context, Findings, Level, Pillar, Rule, RuleId};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("orphaned-priority"),
    summary: "a priority whose owner seat leads to nobody, or whose purpose was dropped",
    pillar: Pillar::Structure,
    level: Level::Error,
    docs: include_str!("orphaned_priority.md"),
    ..Rule::BLANK
};

pub(super) fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    for priority in context.open_priorities() {
        let Answer::Orphaned(orphan) = priority.answer() else { continue };
        let (why, help) = match orphan {
            Orphan::Vacant(seat) => (
                say!["its seat ", seat, " is vacant"],
                say!["fill the seat, add ", code("interim:"), " to it, or name another seat"],
            ),
            // The loop is the finding; this would only follow from it.
            Orphan::CutOff(seat) if seat.standing() == Standing::InLoop => continue,
            Orphan::CutOff(seat) => (
                say!["its seat ", seat, " is cut off from every root"],
                "mend the line above the seat, or name another seat".into(),
            ),
            Orphan::Purposeless(dropped) => (
                say!["what it supports, ", dropped, ", was dropped"],
                "drop it too, or name what it supports now".into(),
            ),
            // The unknown id is the finding; this would only follow from it.
            Orphan::Missing => continue,
        };
        let claims = priority.claims();
        let place = match orphan {
            Orphan::Purposeless(_) => claims.supports[0].span(),
            _ => claims.owner[0].span(),
        };
        let mut finding = findings.at(place, say!["nobody answers for ", priority, ": ", why]).help(help).on(priority);
        match orphan {
            Orphan::Vacant(seat) => finding = finding.other(seat.claims().id.span(), "the vacant seat"),
            Orphan::CutOff(seat) => finding = finding.note(chain(seat)),
            Orphan::Purposeless(dropped) => finding = finding.other(dropped.claims().id.span(), "dropped"),
            Orphan::Missing => {}
        }
        drop(finding);
    }
}
