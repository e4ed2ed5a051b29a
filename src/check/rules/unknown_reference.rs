//! `unknown-reference`: an id that nothing in the chart defines.

use super::super::Subject;
use super::words::SHOWN;
use crate::phrase::{Phrase, all, code, of_kind, say};

use crate::graph::{Dangling, EntryView, Found, Graph, PersonView, SeatView};
use crate::model::Noun;
use crate::read::Names;

use super::super::{Context, Findings, Level, Pillar, Rule, RuleId};

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("unknown-reference"),
    summary: "an id that nothing in the chart defines",
    pillar: Pillar::Reading,
    level: Level::Error,
    docs: include_str!("unknown_reference.md"),
    ..Rule::BLANK
};

pub(super) fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let mut names = None;
    for dangling in context.graph.dangling() {
        let Dangling { id, wanted, key, .. } = dangling;
        let names = names.get_or_insert_with(|| Names::of(context.chart()));
        let mut by_name = || match &dangling.found {
            Some(Found::Near(near)) if near.eq_ignore_ascii_case(id) => None,
            Some(Found::Near(_)) | None => names.help(id, *wanted, key),
            Some(Found::Entry(_) | Found::Unreadable(_)) => None,
        };
        if let Some(help) = by_name() {
            report(context, findings, dangling, help);
            continue;
        }
        let help = match &dangling.found {
            Some(Found::Entry(other)) => instead(context.graph, context.graph.entry(*other), *wanted),
            Some(Found::Unreadable(kind)) => named(id, *kind, *wanted),
            Some(Found::Near(near)) => say!["did you mean ", code(near), "?"],
            None => say!["define it under ", code(format_args!("{}:", wanted.section())), ", or name one that exists"],
        };
        report(context, findings, dangling, help);
    }
}

fn report(context: &Context<'_>, findings: &mut Findings<'_>, dangling: &Dangling<'_>, help: Phrase) {
    let Dangling { id, wanted, key, .. } = dangling;
    let subject = match dangling.from {
        Some(from) => context.graph.entry(from).into(),
        None => Subject::new(Noun::Promise, ""),
    };
    findings
        .at(dangling.span, say!["no ", wanted.name(), " ", code(id)])
        .help(help)
        .on(subject)
        .detail(format!("{key}: {id}"));
}

/// What to write where an entry of another kind was named.
fn instead(graph: &Graph<'_>, entry: EntryView<'_>, wanted: Noun) -> Phrase {
    match (entry, wanted) {
        (EntryView::Person(person), Noun::Seat) => person_help(person),
        (EntryView::Seat(seat), Noun::Person) => {
            match seat.claims().owner.first().and_then(|owner| graph.find_person(owner.value.as_str())) {
                Some(owner) => say![seat, " is a seat, owned by ", owner, "; name the person"],
                None => named(seat.id().as_str(), Noun::Seat, wanted),
            }
        }
        (entry, wanted) => named(entry.id(), entry.noun(), wanted),
    }
}

fn named(id: &str, kind: Noun, wanted: Noun) -> Phrase {
    say![of_kind(kind, id, ""), " is a ", kind.name(), "; name a ", wanted.name()]
}

/// What to write instead of a person: one of their seats.
fn person_help(person: PersonView<'_>) -> Phrase {
    let mut owned = person.owned();
    let seats: Vec<SeatView<'_>> = owned.by_ref().take(SHOWN).collect();
    let others = if owned.next().is_some() { ", among others" } else { "" };
    match seats.as_slice() {
        [] => say![person, " is a person and owns no seat; name a seat"],
        seats => say![person, " is a person and owns ", all(seats), others, "; name the seat"],
    }
}
