//! `unknown-reference`: an id that nothing in the chart defines.

use super::super::Subject;
use super::words::{SHOWN, listed};

use crate::graph::{Dangling, EntryView, Found, Graph, PersonView};
use crate::model::Noun;
use crate::text::is_nobody;

use super::super::{Context, Findings, Level, Pillar, Rule, RuleId};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("unknown-reference"),
    summary: "an id that nothing in the chart defines",
    pillar: Pillar::Reading,
    level: Level::Error,
    docs: include_str!("unknown_reference.md"),
    check,
    ..Rule::BLANK
};

fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    for dangling in context.graph.dangling() {
        let Dangling { id, wanted, key, .. } = dangling;
        let help = match &dangling.found {
            Some(Found::Near(_)) | None if *wanted == Noun::Person && is_nobody(id) => {
                format!("`{id}` is nobody: remove the line, and say `vacant: {{since: …, plan: …}}` in the seat")
            }
            Some(Found::Entry(other)) => instead(context.graph, context.graph.entry(*other), *wanted),
            Some(Found::Unreadable(kind)) => named(id, *kind, *wanted),
            Some(Found::Near(near)) => format!("did you mean `{near}`?"),
            None => format!("define it under `{}:`, or name one that exists", wanted.section()),
        };
        let subject = match dangling.from {
            Some(from) => context.graph.entry(from).into(),
            None => Subject::new(Noun::Promise, ""),
        };
        findings.at(dangling.span, format!("no {wanted} `{id}`")).help(help).on(subject).detail(format!("{key}: {id}"));
    }
}

/// What to write where an entry of another kind was named.
fn instead(graph: &Graph<'_>, entry: EntryView<'_>, wanted: Noun) -> String {
    match (entry, wanted) {
        (EntryView::Person(person), Noun::Seat) => person_help(person),
        (EntryView::Seat(seat), Noun::Person) => {
            let owner = seat.claims().owner.first().map(|owner| owner.value.as_str());
            match owner.filter(|owner| graph.find_person(owner).is_some()) {
                Some(owner) => format!("`{}` is a seat, owned by `{owner}`; name the person", seat.id()),
                None => named(seat.id().as_str(), Noun::Seat, wanted),
            }
        }
        (entry, wanted) => named(entry.id(), entry.noun(), wanted),
    }
}

fn named(id: &str, kind: Noun, wanted: Noun) -> String {
    format!("`{id}` is a {kind}; name a {wanted}")
}

/// What to write instead of a person: one of their seats.
fn person_help(person: PersonView<'_>) -> String {
    let mut owned = person.owned().map(|seat| seat.id().as_str());
    let seats: Vec<&str> = owned.by_ref().take(SHOWN).collect();
    let others = if owned.next().is_some() { ", among others" } else { "" };
    match seats.as_slice() {
        [] => format!("`{}` is a person and owns no seat; name a seat", person.id()),
        seats => format!("`{}` is a person and owns {}{others}; name the seat", person.id(), listed(seats)),
    }
}
