//! `wrong-seat`: an owner who does not fit the seat in head, heart or briefcase.

use super::super::{Context, Findings, Level, Pillar, Rule, RuleId};
use crate::graph::by_name;
use crate::phrase::{row, say};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("wrong-seat"),
    summary: "an owner who does not fit the seat in head, heart or briefcase",
    pillar: Pillar::HumanCapital,
    level: Level::Warning,
    docs: include_str!("wrong_seat.md"),
    ..Rule::BLANK
};

pub(super) fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    for seat in context.graph.seats() {
        let Some(fit) = seat.claims().fit.get() else { continue };
        let counts = [
            ("head", "behaviour", &fit.head),
            ("heart", "values", &fit.heart),
            ("briefcase", "skills", &fit.briefcase),
        ];
        let misses: Vec<_> = counts.into_iter().filter(|(.., claim)| claim.get() == Some(&false)).collect();
        let Some((.., first)) = misses.first() else { continue };
        let words = misses.iter().map(|(count, meaning, _)| say![*count, " (", *meaning, ")"]);
        let place = first.span().unwrap_or(seat.claims().id.span());
        let who = seat.holding().person().map_or_else(|| "its owner".into(), |person| say![by_name(person)]);
        findings
            .at(place, say![who, " does not fit ", seat, " in ", row(words, " and ")])
            .count(misses.len())
            .help("agree on what has to change by when, or find the right seat for the person")
            .on(seat);
    }
}
