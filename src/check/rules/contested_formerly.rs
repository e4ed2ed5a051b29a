//! `contested-formerly`: an earlier id that two entries claim.

use crate::phrase::{code, listed, say};
use std::collections::BTreeMap;

use super::super::{Context, Findings, Level, Pillar, Rule, RuleId};
use super::words::SHOWN;
use crate::graph::SeatView;
use crate::text::Span;

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("contested-formerly"),
    summary: "an earlier id that two entries claim",
    pillar: Pillar::Reading,
    level: Level::Error,
    since: "0.2.0",
    docs: include_str!("contested_formerly.md"),
    ..Rule::BLANK
};

pub(super) fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let mut claims: BTreeMap<&str, Vec<(Span, SeatView<'_>)>> = BTreeMap::new();
    for seat in context.graph.seats() {
        for id in &seat.claims().formerly {
            claims.entry(id.value.as_str()).or_default().push((id.span(), seat));
        }
    }
    for (id, mut claimants) in claims.into_iter().filter(|(_, claimants)| claimants.len() > 1) {
        claimants.sort_by_key(|(span, _)| *span);
        let seats = claimants.iter().map(|(_, seat)| seat);
        let mut finding = findings
            .at(
                claimants[1].0,
                say![code(id), " can have become only one seat, but ", listed(seats, SHOWN), " claim it"],
            )
            .help("keep it where most of the work went, and remove it from the others")
            .other(claimants[0].0, "claimed first here")
            .detail(format!("formerly: {id}"));
        for (span, _) in claimants.iter().skip(2).take(SHOWN) {
            finding = finding.other(*span, "and here");
        }
        for (_, seat) in &claimants {
            finding = finding.on(*seat);
        }
        drop(finding);
    }
}
