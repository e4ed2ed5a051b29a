//! `overloaded-person`: a person whose seats together carry more than the person has to give.

use crate::graph::by_name;
use crate::model::Share;
use crate::phrase::{Phrase, cut, percent, row, say};

use super::words::SHOWN;

use super::super::{Context, Findings, Level, Limit, Pillar, Rule, RuleId};

pub(in crate::check) static RULE: Rule = Rule {
    id: RuleId::new("overloaded-person"),
    summary: "a person whose seats together carry more than the person has to give",
    pillar: Pillar::HumanCapital,
    level: Level::Warning,
    limits: &[Limit {
        key: "percent",
        default: 100,
        meaning: "load of a person, in per cent of their capacity",
        field: |limits| &mut limits.overloaded_person_percent,
    }],
    docs: include_str!("overloaded_person.md"),
    ..Rule::BLANK
};

pub(super) fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    for person in context.graph.people().filter(|&person| context.norms.is_over(person)) {
        let (load, capacity) = (person.total_load(), person.claims().capacity());
        let seats: Vec<_> = person.held().filter(|seat| seat.total_load() > Share::ZERO).collect();
        // One seat that is too much for anybody is the seat's finding.
        if matches!(seats.as_slice(), &[seat] if context.norms.is_overloaded(seat)) {
            continue;
        }
        let (shown, left) = cut(&seats, SHOWN);
        let mut sum: Vec<Phrase> = shown.iter().map(|seat| say![seat.total_load(), " ", seat]).collect();
        if left > 0 {
            sum.push(say![left, " more seats"]);
        }
        let share = match load.percent_of(capacity) {
            Some(share) => say![percent(share), " of a capacity of ", capacity],
            None => "something, with no capacity at all".into(),
        };
        let mut finding = findings
            .at(person.claims().id.span(), say![by_name(person), " carries ", share])
            .help("hand on a seat, a priority or some reports")
            .note(say!["load: ", row(sum, " + "), " = ", load])
            .percent(load.percent_of(capacity).unwrap_or(i64::MAX))
            .on(person);
        for seat in seats {
            finding = finding.on(seat);
        }
        drop(finding);
    }
}
