//! `unknown-reference`: an id that nothing in the chart defines.

use super::super::Subject;
use super::is_nobody;
use super::words::{SHOWN, listed};

use crate::graph::{Dangling, Found, PersonView};
use crate::model::{Kind, People, Priorities, Seats};

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
            Some(Found::Near(_)) | None if *wanted == People::NOUN && is_nobody(id) => {
                format!("`{id}` is nobody: remove the line, and say `vacant: {{since: …, plan: …}}` in the seat")
            }
            Some(Found::Person(person)) => person_help(context.graph.person(*person)),
            Some(Found::Seat(Some(owner))) if context.graph.find_person(owner).is_some() => {
                format!("`{id}` is a seat, owned by `{owner}`; name the person")
            }
            Some(Found::Seat(_)) => format!("`{id}` is a seat; name a person"),
            Some(Found::Other(kind)) => format!("`{id}` is a {kind}; name a {wanted}"),
            Some(Found::Near(near)) => format!("did you mean `{near}`?"),
            None => format!("define it under `{}:`, or name one that exists", section(wanted)),
        };
        let (kind, from) = dangling.from;
        findings
            .at(dangling.span, format!("no {wanted} `{id}`"))
            .help(help)
            .on(Subject::new(kind, from))
            .detail(format!("{key}: {id}"));
    }
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

/// The section of a chart that defines entries of a kind.
fn section(kind: &str) -> &'static str {
    [(Seats::NOUN, Seats::SECTION), (People::NOUN, People::SECTION)]
        .into_iter()
        .find_map(|(noun, section)| (noun == kind).then_some(section))
        .unwrap_or(Priorities::SECTION)
}
