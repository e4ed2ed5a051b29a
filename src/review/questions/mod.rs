//! Findings as questions, with the answers that the chart offers.

mod does;
mod ownership;
mod relief;
mod strategy;
mod structure;

use std::cell::OnceCell;
use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::ops::Deref;

use serde::{Serialize, Serializer};

use crate::check::{Finding, Judged};
use crate::graph::{EntryView, Holding, PersonView, PriorityView, SeatView, bare, by_name};
use crate::model::Share;
use crate::phrase::{Phrase, either, percent, say};
use crate::text::sort;

use crate::edit::Intent;
use crate::model::Noun;

pub use does::{Does, Given, Need};

use super::pillars::{Claims, claims};

/// A question and its possible answers.
pub(super) type Question = (Phrase, Vec<Answer>);

/// One answer that the chart offers to a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// What it says.
    pub text: Phrase,
    /// The id or word that tells it from the other answers of its question; none where it can't be written.
    pub key: String,
    /// What it changes.
    pub does: Does,
}

impl Answer {
    /// An answer that can be written.
    fn edits(key: &(impl ToString + ?Sized), text: impl Into<Phrase>, intents: Vec<Intent>) -> Self {
        Self { text: text.into(), key: key.to_string(), does: Does::Edits(intents) }
    }

    /// The letter of an answer by its place: a, b, c, and so on; a question has few.
    #[must_use]
    pub fn letter(at: usize) -> char {
        char::from(b'a' + u8::try_from(at % 26).expect("less than 26"))
    }

    /// An answer that can be written once a word is given.
    fn needs(key: &(impl ToString + ?Sized), text: impl Into<Phrase>, need: Need) -> Self {
        Self { text: text.into(), key: key.to_string(), does: Does::Needs(need) }
    }

    /// That a priority has come to an end.
    fn ends(key: &(impl ToString + ?Sized), text: impl Into<Phrase>, priority: PriorityView<'_>, status: &str) -> Self {
        Self::edits(key, text, vec![set(Noun::Priority, priority.id(), "status", status)])
    }

    /// That a seat answers for a priority from now on.
    fn hand_over(
        key: &(impl ToString + ?Sized),
        text: impl Into<Phrase>,
        priority: PriorityView<'_>,
        seat: SeatView<'_>,
    ) -> Self {
        let (priority, seat) = (priority.id().to_string(), seat.id().to_string());
        Self::edits(key, text, vec![Intent::HandOver { priority, seat }])
    }

    /// That a person owns a seat from now on.
    fn fill(
        key: &(impl ToString + ?Sized),
        text: impl Into<Phrase>,
        seat: SeatView<'_>,
        person: PersonView<'_>,
    ) -> Self {
        let (seat, person) = (seat.id().to_string(), person.id().to_string());
        Self::edits(key, text, vec![Intent::Fill { seat, person }])
    }

    /// That a person covers a seat.
    fn cover(text: impl Into<Phrase>, seat: SeatView<'_>, person: PersonView<'_>) -> Self {
        let intent = Intent::Cover { seat: seat.id().to_string(), person: person.id().to_string() };
        Self::edits(person.id(), text, vec![intent])
    }
}

fn set(kind: Noun, id: &(impl ToString + ?Sized), key: &str, value: &(impl ToString + ?Sized)) -> Intent {
    Intent::Set { kind, id: id.to_string(), key: key.to_owned(), values: vec![value.to_string()] }
}

impl<T: Into<Phrase>> From<T> for Answer {
    fn from(text: T) -> Self {
        Self { text: text.into(), key: String::new(), does: Does::Talk }
    }
}

/// Machines get the words.
impl Serialize for Answer {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.text.serialize(serializer)
    }
}

type Ask = for<'a> fn(&Asking<'a>, &Finding) -> Option<Question>;

/// What questions are asked about, and what several of them look up.
#[derive(Debug)]
pub(super) struct Asking<'a> {
    side: &'a Judged<'a>,
    claims: OnceCell<Claims<'a>>,
    roots: OnceCell<Vec<SeatView<'a>>>,
}

impl<'a> Asking<'a> {
    pub(super) fn about(side: &'a Judged<'a>) -> Self {
        Self { side, claims: OnceCell::new(), roots: OnceCell::new() }
    }

    fn claims(&self) -> &Claims<'a> {
        self.claims.get_or_init(|| claims(self.side))
    }

    /// The roots, that of the largest tree first.
    fn roots(&self) -> &[SeatView<'a>] {
        self.roots.get_or_init(|| {
            let roots = self.side.graph.seats().filter(|seat| seat.claims().reports_to.is_absent());
            let mut roots: Vec<SeatView<'a>> = roots.collect();
            sort::by_key(&mut roots, |root| (Reverse(root.count_below()), root.id()));
            roots
        })
    }
}

impl<'a> Deref for Asking<'a> {
    type Target = Judged<'a>;

    fn deref(&self) -> &Judged<'a> {
        self.side
    }
}

/// Up to this many answers are a choice; more are a list.
const ANSWERS: usize = 4;

/// The rules that ask something of the leadership team, what is asked first coming first. Errors of other rules are
/// put in their own words; other warnings need only an editor.
const QUESTIONS: [(&str, Ask); 25] = [
    ("reporting-cycle", structure::cycle),
    ("priority-cycle", strategy::cycle),
    ("shared-seat", ownership::seat),
    ("unowned-priority", ownership::unowned),
    ("shared-priority", ownership::shared),
    ("orphaned-priority", ownership::orphaned),
    ("unowned-metric", ownership::metric),
    ("shared-metric", ownership::metric),
    ("unkept-promise", ownership::promise),
    ("second-root", structure::second_root),
    ("vacant-leader", ownership::vacant),
    ("vacant-seat", ownership::vacant),
    ("overloaded-seat", relief::seat),
    ("overloaded-person", relief::person),
    ("scattered-person", relief::scattered),
    ("wrong-seat", ownership::misfit),
    ("overdue-priority", strategy::overdue),
    ("crowded-strategy", strategy::crowded),
    ("crowded-quarter", strategy::quarter),
    ("missing-lane", strategy::lane),
    ("drifting-lane", strategy::lane),
    ("wide-span", structure::wide),
    ("deep-chart", structure::deep),
    ("crowded-seat", relief::responsibilities),
    ("duplicate-responsibility", structure::claimed_twice),
];

/// The question that a finding asks, if it asks one.
pub(super) fn question(side: &Asking<'_>, finding: &Finding) -> Option<Question> {
    let (_, ask) = QUESTIONS.iter().find(|(rule, _)| *rule == finding.rule.id.as_str())?;
    let (question, mut options) = ask(side, finding)?;
    let mut seen = BTreeSet::new();
    options.retain(|option| seen.insert(option.text.clone()));
    Some((question, options))
}

/// Where a rule's questions come among all; those of other rules come last.
pub(super) fn rank(rule: &str) -> usize {
    QUESTIONS.iter().position(|(id, _)| *id == rule).unwrap_or(QUESTIONS.len())
}

/// The entries that a finding is about.
fn subjects<'a>(side: &'a Judged<'a>, finding: &'a Finding) -> impl Iterator<Item = EntryView<'a>> {
    finding.subjects.iter().filter_map(|subject| side.graph.find(subject.kind, &subject.id))
}

/// The seat that a finding is about.
fn subject_seat<'a>(side: &'a Judged<'a>, finding: &'a Finding) -> Option<SeatView<'a>> {
    subjects(side, finding).find_map(EntryView::seat)
}

/// The priority that a finding is about.
fn subject_priority<'a>(side: &'a Judged<'a>, finding: &'a Finding) -> Option<PriorityView<'a>> {
    subjects(side, finding).find_map(EntryView::priority)
}

/// A seat and who holds it: `support-lead`, Priya Nair (47 % loaded).
fn held(side: &Judged<'_>, seat: SeatView<'_>) -> Phrase {
    let holder = match seat.holding() {
        Holding::Owned(person) | Holding::Interim(person) => loaded(side, person),
        holding => holding.clause().into(),
    };
    say![seat, ", ", holder]
}

/// A person and how much they carry: Priya Nair (47 % loaded). If that is already too much, it says so.
fn loaded(side: &Judged<'_>, person: PersonView<'_>) -> Phrase {
    let load = person.total_load().percent_of(person.claims().capacity());
    let state = match load {
        _ if person.held().next().is_none() => Some(" (holds no seat)".into()),
        _ if person.is_unassessed() => Some(" (load not assessed)".into()),
        Some(load) if side.norms.is_over(person) => Some(say![" (", percent(load), " loaded, too much already)"]),
        Some(load) => Some(say![" (", percent(load), " loaded)"]),
        None => None,
    };
    say![by_name(person), state]
}

/// Whether a seat's person could carry this much more.
fn has_room(seat: SeatView<'_>, more: Share) -> bool {
    seat.holding().person().is_some_and(|person| person.total_load() + more <= person.claims().capacity())
}

/// Alternatives in a row: a, b or c.
fn alternatives<'g, E: Into<EntryView<'g>> + Copy>(entries: &[E]) -> Phrase {
    either(entries.iter().map(|entry| bare(*entry)), usize::MAX)
}

/// Ids of seats in the order of the ids.
fn by_id<'a>(seats: impl Iterator<Item = SeatView<'a>>) -> Vec<SeatView<'a>> {
    let mut seats: Vec<SeatView<'a>> = seats.collect();
    sort::by_key(&mut seats, |seat| seat.id());
    seats
}

#[cfg(test)]
mod tests {
    use super::QUESTIONS;
    use crate::check::{Level, Pillar, RULES, rule};

    #[test]
    fn every_question_is_one_of_a_rule_and_every_error_that_is_no_slip_of_the_pen_has_one() {
        for (id, _) in QUESTIONS {
            assert!(rule(id).is_some_and(|rule| rule.level > Level::Info), "{id}");
        }
        for rule in RULES.iter().filter(|rule| rule.level == Level::Error && rule.pillar != Pillar::Reading) {
            assert!(QUESTIONS.iter().any(|(id, _)| *id == rule.id.as_str()), "{}", rule.id);
        }
    }
}
