//! `wrong-seat`: an owner who does not fit the seat in head, heart or briefcase.

use crate::graph::PersonView;

use super::super::{Context, Findings, Level, Pillar, Rule, RuleId};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("wrong-seat"),
    summary: "an owner who does not fit the seat in head, heart or briefcase",
    pillar: Pillar::HumanCapital,
    level: Level::Warning,
    docs: include_str!("wrong_seat.md"),
    check,
    ..Rule::BLANK
};

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    for seat in context.graph.seats() {
        let Some(fit) = seat.claims().fit.get() else { continue };
        let counts = [
            ("head", "behaviour", &fit.head),
            ("heart", "values", &fit.heart),
            ("briefcase", "skills", &fit.briefcase),
        ];
        let misses: Vec<_> = counts.into_iter().filter(|(.., claim)| claim.get() == Some(&false)).collect();
        let Some((.., first)) = misses.first() else { continue };
        let words: Vec<String> = misses.iter().map(|(count, meaning, _)| format!("{count} ({meaning})")).collect();
        let place = first.span().unwrap_or(seat.claims().id.span);
        let who = seat.holding().person().map_or("its owner", PersonView::name);
        findings
            .at(place, format!("{who} does not fit `{}` in {}", seat.id(), words.join(" and ")))
            .count(misses.len())
            .help("agree on what has to change by when, or find the right seat for the person")
            .on(seat);
    }
}
