//! `vacant-seat`: a seat that nobody owns.

use super::words::days;
use super::{long_interim, vacant_leader};
use crate::phrase::{say, text};

use crate::graph::Holding;

use super::super::{Context, Findings, Level, Pillar, Rule, RuleId};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("vacant-seat"),
    summary: "a seat that nobody owns",
    pillar: Pillar::HumanCapital,
    level: Level::Warning,
    mild: Some(Level::Info),
    docs: include_str!("vacant_seat.md"),
    ..Rule::BLANK
};

pub(super) fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    for seat in context.graph.seats() {
        let claims = seat.claims();
        // An empty seat with reports is `vacant-leader`.
        let is_led = matches!(seat.holding(), Holding::Vacant) && seat.reports().next().is_some();
        if (is_led && context.norms.is_on(&vacant_leader::RULE))
            || !matches!(seat.holding(), Holding::Vacant | Holding::Interim(_))
        {
            continue;
        }
        let Some(vacancy) = claims.vacant.get() else {
            if claims.vacant.is_absent() {
                findings
                    .at(claims.id.span(), say!["nobody owns the seat ", seat])
                    .help(say![
                        "name an ",
                        code("owner:"),
                        ", or acknowledge it with ",
                        code("vacant: {since: …, plan: …}")
                    ])
                    .on(seat);
            }
            continue;
        };
        let since = vacancy.since.get().map(|&since| (since, context.today.days_since(since)));
        // One that has lasted is `long-interim`.
        if since.is_some_and(|(_, age)| context.norms.is_on(&long_interim::RULE) && context.norms.is_long_vacant(age)) {
            continue;
        }
        let place = claims.vacant.span().unwrap_or(claims.id.span());
        let state = match since {
            Some((since, ..=0)) => say!["is vacant from ", since, " on"],
            Some((_, age)) => say!["has been vacant for ", days(age)],
            None => "is vacant".into(),
        };
        let plan = match vacancy.plan.get() {
            Some(plan) => say!["the plan: ", text(plan)],
            None => say!["add a ", code("plan:")],
        };
        findings
            .mild_at(place, say![seat, " ", state])
            .help(plan)
            .days(since.map_or(0, |(_, age)| age.max(0)))
            .on(seat);
    }
}
