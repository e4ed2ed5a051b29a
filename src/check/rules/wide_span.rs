//! `wide-span`: more direct reports than the seat's kind of manager can lead.

use super::super::{Context, Findings, Level, Limit, Pillar, Rule, RuleId};
use crate::phrase::say;

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("wide-span"),
    summary: "more direct reports than the seat's kind of manager can lead",
    pillar: Pillar::Leadership,
    level: Level::Warning,
    limits: &[
        Limit {
            key: "max",
            default: 10,
            meaning: "direct reports of a manager whose kind is not stated",
            field: |limits| &mut limits.wide_span_max,
        },
        Limit {
            key: "player-coach",
            default: 5,
            meaning: "direct reports of a player-coach",
            field: |limits| &mut limits.wide_span_player_coach,
        },
        Limit {
            key: "coach",
            default: 7,
            meaning: "direct reports of a coach",
            field: |limits| &mut limits.wide_span_coach,
        },
        Limit {
            key: "supervisor",
            default: 10,
            meaning: "direct reports of a supervisor",
            field: |limits| &mut limits.wide_span_supervisor,
        },
        Limit {
            key: "facilitator",
            default: 15,
            meaning: "direct reports of a facilitator",
            field: |limits| &mut limits.wide_span_facilitator,
        },
    ],
    docs: include_str!("wide_span.md"),
    ..Rule::BLANK
};

pub(super) fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    for seat in context.graph.seats() {
        let Some(band) = context.norms.band(seat) else { continue };
        let reports = seat.reports().count();
        let Some(max) = band.max.filter(|_| band.is_passed_by(reports)) else { continue };
        let (manages, kind) = (&seat.claims().manages, band.kind);
        let mut finding = findings
            .at(seat.claims().id.span(), say![reports, " seats report to ", seat, "; a ", kind, " leads up to ", max])
            .count(reports)
            .help(say!["put a seat in between, or state with ", code("manages:"), " what kind of manager it is"])
            .on(seat);
        if let Some(place) = manages.span() {
            finding = finding.other(place, "this sets the band");
        }
        drop(finding);
    }
}
