//! Findings as questions, with the answers that the chart offers.

mod ownership;
mod relief;
mod strategy;
mod structure;

use crate::check::Finding;
use crate::graph::{PersonView, PriorityView, SeatView};
use crate::model::Share;

use super::Side;

/// A question and its possible answers.
pub(super) type Question = (String, Vec<String>);

type Ask = for<'a> fn(&Side<'a>, &Finding) -> Option<Question>;

/// So many answers are a choice; more are a list.
const ANSWERS: usize = 4;

/// The rules that ask something of the leadership team. Errors of other rules are put in their own words; other
/// warnings need only an editor.
const QUESTIONS: [(&str, Ask); 25] = [
    ("crowded-quarter", strategy::quarter),
    ("crowded-seat", relief::responsibilities),
    ("crowded-strategy", strategy::crowded),
    ("deep-chart", structure::deep),
    ("drifting-lane", strategy::lane),
    ("duplicate-responsibility", structure::claimed_twice),
    ("missing-lane", strategy::lane),
    ("orphaned-priority", ownership::orphaned),
    ("overdue-priority", strategy::overdue),
    ("overloaded-person", relief::person),
    ("overloaded-seat", relief::seat),
    ("priority-cycle", strategy::cycle),
    ("reporting-cycle", structure::cycle),
    ("scattered-person", relief::scattered),
    ("second-root", structure::second_root),
    ("shared-metric", ownership::metric),
    ("shared-priority", ownership::shared),
    ("shared-seat", ownership::seat),
    ("unkept-promise", ownership::promise),
    ("unowned-metric", ownership::metric),
    ("unowned-priority", ownership::unowned),
    ("vacant-leader", ownership::vacant),
    ("vacant-seat", ownership::vacant),
    ("wide-span", structure::wide),
    ("wrong-seat", ownership::misfit),
];

/// The question that a finding asks, if it asks one.
pub(super) fn question(side: &Side<'_>, finding: &Finding) -> Option<Question> {
    let at = QUESTIONS.binary_search_by_key(&finding.rule.id.as_str(), |(rule, _)| rule).ok()?;
    let (question, mut options) = QUESTIONS[at].1(side, finding)?;
    let mut seen = Vec::new();
    options.retain(|option| {
        !seen.contains(option) && {
            seen.push(option.clone());
            true
        }
    });
    Some((question, options))
}

/// The seat that a finding is about.
fn subject_seat<'a>(side: &Side<'a>, finding: &Finding) -> Option<SeatView<'a>> {
    finding.subjects.iter().find(|subject| subject.kind == "seat").and_then(|seat| side.graph.find_seat(&seat.id))
}

/// The priority that a finding is about.
fn subject_priority<'a>(side: &Side<'a>, finding: &Finding) -> Option<PriorityView<'a>> {
    let subject = finding.subjects.iter().find(|subject| subject.kind == "priority")?;
    side.graph.find_priority(&subject.id)
}

/// A seat and who holds it: `support-lead` (Priya Nair, 47 % loaded).
fn held(seat: SeatView<'_>) -> String {
    match seat.holding().person() {
        Some(person) => format!("`{}` ({})", seat.id(), loaded(person)),
        None => format!("`{}` (nobody holds it)", seat.id()),
    }
}

/// A person and how much they carry: Priya Nair, 47 % loaded.
fn loaded(person: PersonView<'_>) -> String {
    match person.total_load().percent_of(person.claims().capacity()) {
        Some(percent) => format!("{}, {percent} % loaded", person.name()),
        None => person.name().to_owned(),
    }
}

/// Whether a seat's person could carry so much more.
fn has_room(seat: SeatView<'_>, more: Share) -> bool {
    seat.holding().person().is_some_and(|person| person.total_load() + more <= person.claims().capacity())
}

/// Alternatives in a row: a, b or c.
fn alternatives(ids: &[&str]) -> String {
    match ids {
        [rest @ .., last] if !rest.is_empty() => format!("{} or {last}", rest.join(", ")),
        _ => ids.join(""),
    }
}

/// Ids of seats in the order of the ids.
fn by_id<'a>(seats: impl Iterator<Item = SeatView<'a>>) -> Vec<SeatView<'a>> {
    let mut seats: Vec<SeatView<'a>> = seats.collect();
    seats.sort_by_key(|seat| seat.id());
    seats
}
