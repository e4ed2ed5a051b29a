//! `duplicate-ref`: one number of another system on two people, or on two seats.

use crate::model::{Claim, Entry, Id, Reference, References, Table, repeated};
use crate::phrase::{code, say};
use crate::text::Span;

use super::super::{Context, Findings, Level, Pillar, Rule, RuleId};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("duplicate-ref"),
    summary: "one number of another system on two people, or on two seats",
    pillar: Pillar::Reading,
    level: Level::Error,
    docs: include_str!("duplicate_ref.md"),
    ..Rule::BLANK
};

pub(super) fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let chart = context.chart();
    for (number, entry, other) in doubled(&chart.people, |person| &person.refs) {
        told(findings, number, "people", entry, other);
    }
    for (number, entry, other) in doubled(&chart.seats, |seat| &seat.refs) {
        told(findings, number, "seats", entry, other);
    }
}

fn told(findings: &mut Findings<'_>, number: &Reference, kind: &'static str, entry: (&str, Span), other: (&str, Span)) {
    let message = say![code(number), " is the number of two ", kind, ", ", code(other.0), " and ", code(entry.0)];
    findings
        .at(entry.1, message)
        .help(say![
            "give each the number that the other system knows it by, or remove ",
            code("ref:"),
            " from one of the two"
        ])
        .other(other.1, "first here");
}

/// An id, and the place of the numbers that go with it.
type Placed<'c> = (&'c str, Span);

/// The numbers that stand on a second entry, with that entry and the first.
fn doubled<'c, K, C>(
    table: &'c Table<K, C>,
    refs: impl Fn(&'c C) -> &'c Claim<References>,
) -> Vec<(&'c Reference, Placed<'c>, Placed<'c>)> {
    let mut all: Vec<(&'c Reference, &'c Entry<Id<K>, C>)> = Vec::new();
    for entry in &table.entries {
        let entry: &'c Entry<Id<K>, C> = entry;
        all.extend(refs(&entry.claims).get().into_iter().flatten().map(|number| (number, entry)));
    }
    let placed = |at: usize| {
        let entry = all[at].1;
        (entry.id.value.as_str(), refs(&entry.claims).span().unwrap_or(entry.id.span()))
    };
    let pairs = repeated(all.len(), |at| Some(all[at].0)).into_iter();
    pairs
        .map(|(at, first)| (all[at].0, placed(at), placed(first)))
        .filter(|(_, entry, other)| entry.0 != other.0)
        .collect()
}
