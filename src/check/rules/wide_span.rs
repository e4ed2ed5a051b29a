//! `wide-span`: more direct reports than the seat's kind of manager can lead.

use crate::model::{Claim, Manages};

use super::super::{Context, Findings, Level, Limit, Pillar, Rule, RuleId};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("wide-span"),
    summary: "more direct reports than the seat's kind of manager can lead",
    pillar: Pillar::Leadership,
    level: Level::Warning,
    limits: &[
        Limit { key: "max", default: 10, meaning: "direct reports where `manages:` says nothing" },
        Limit { key: "player-coach", default: 5, meaning: "direct reports of a player-coach" },
        Limit { key: "coach", default: 7, meaning: "direct reports of a coach" },
        Limit { key: "supervisor", default: 10, meaning: "direct reports of a supervisor" },
        Limit { key: "facilitator", default: 15, meaning: "direct reports of a facilitator" },
    ],
    docs: include_str!("wide_span.md"),
    check,
    ..Rule::BLANK
};

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    for seat in context.graph.seats() {
        let manages = &seat.claims().manages;
        let (key, kind) = match manages.get() {
            None => ("max", "a manager"),
            Some(Manages::PlayerCoach) => ("player-coach", "a player-coach"),
            Some(Manages::Coach) => ("coach", "a coach"),
            Some(Manages::Supervisor) => ("supervisor", "a supervisor"),
            Some(Manages::Facilitator) => ("facilitator", "a facilitator"),
            Some(Manages::Coordinator) => continue,
        };
        let max = context.limit(&RULE, key);
        let reports = seat.reports().count();
        if matches!(manages, Claim::Wrong) || reports <= max {
            continue;
        }
        let mut finding = findings
            .at(seat.claims().id.span, format!("{reports} seats report to `{}`; {kind} leads up to {max}", seat.id()))
            .help("put a seat between, or say with `manages:` what kind of leading it is")
            .on(seat);
        if let Some(place) = manages.span() {
            finding = finding.other(place, "this sets the band");
        }
        drop(finding);
    }
}
