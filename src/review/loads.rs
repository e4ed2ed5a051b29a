//! Who carries how much, most loaded first.

use serde::Serialize;

use crate::check::{Burden, Judged};
use crate::graph::{LoadRates, PersonView, SeatView};
use crate::model::Share;
use crate::text::sort;

use super::Entry;
use super::before::Before;

/// What one person carries.
#[derive(Clone, Debug, Serialize)]
pub struct LoadRow<'a> {
    /// The person.
    pub person: Entry<'a>,
    /// Their seats, the heaviest first.
    pub seats: Vec<SeatLoad<'a>>,
    /// The sum over the seats, as a share of one full-time person.
    #[serde(serialize_with = "decimal")]
    pub load: Share,
    /// The person's share of full time.
    #[serde(serialize_with = "decimal")]
    pub capacity: Share,
    /// The load in per cent of the capacity; none without capacity.
    pub percent: Option<i64>,
    /// What the load is summed from, over all seats.
    pub terms: Terms,
    /// How much that is of what the person may carry.
    #[serde(skip)]
    pub burden: Burden,
    /// Whether it passes what the person may carry.
    pub is_over: bool,
    /// Whether anything is stated by which the load could be counted.
    pub is_assessed: bool,
    /// The load in the revision before; none where the person held no seat then, or there is no such revision.
    #[serde(serialize_with = "decimal_if_any")]
    pub before: Option<Share>,
    /// That load in per cent of the capacity then.
    pub before_percent: Option<i64>,
}

/// How many things a load is summed from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Terms {
    /// Responsibilities.
    pub responsibilities: usize,
    /// Open priorities owned.
    pub priorities: usize,
    /// What those weigh together.
    #[serde(serialize_with = "decimal")]
    pub effort: Share,
    /// Open priorities contributed to.
    pub contributions: usize,
    /// Direct reports.
    pub reports: usize,
}

/// What a seat carries, and how that was summed.
#[derive(Clone, Debug, Serialize)]
pub struct SeatLoad<'a> {
    /// The seat.
    pub seat: Entry<'a>,
    /// Whether the person covers it without owning it.
    pub is_interim: bool,
    /// The sum.
    #[serde(serialize_with = "decimal")]
    pub load: Share,
    /// The sum, term by term.
    pub terms: String,
}

/// What each thing weighs, as a share of one full-time person.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Rates {
    /// Each responsibility.
    #[serde(serialize_with = "decimal")]
    pub responsibility: Share,
    /// Each owned open priority that states no effort.
    #[serde(serialize_with = "decimal")]
    pub priority: Share,
    /// Each open priority contributed to.
    #[serde(serialize_with = "decimal")]
    pub contribution: Share,
    /// Each direct report.
    #[serde(serialize_with = "decimal")]
    pub report: Share,
}

pub(super) fn rates(side: &Judged<'_>) -> Rates {
    let LoadRates { responsibility, priority, contribution, report, spans: _ } = *side.graph.rates();
    Rates { responsibility, priority, contribution, report }
}

pub(super) fn loads<'a>(side: &'a Judged<'a>, before: Option<&Before<'a>>) -> Vec<LoadRow<'a>> {
    let holders = side.graph.people().filter(|person| person.held().next().is_some());
    let mut rows: Vec<LoadRow<'a>> = holders.map(|person| row(side, before, person)).collect();
    // Load over capacity, compared without dividing.
    sort::by(&mut rows, |one, other| {
        (other.load.millionths() * one.capacity.millionths())
            .cmp(&(one.load.millionths() * other.capacity.millionths()))
            .then(other.load.cmp(&one.load))
            .then(one.person.id.cmp(other.person.id))
    });
    rows
}

fn row<'a>(side: &'a Judged<'a>, before: Option<&Before<'a>>, person: PersonView<'a>) -> LoadRow<'a> {
    let mut seats: Vec<SeatLoad<'a>> = person.held().map(|seat| seat_load(side, seat)).collect();
    sort::by(&mut seats, |one, other| other.load.cmp(&one.load).then(one.seat.id.cmp(other.seat.id)));
    let (load, capacity) = (person.total_load(), person.claims().capacity());
    let old = before.and_then(|before| before.person(person));
    let old = old.filter(|old| old.held().next().is_some());
    LoadRow {
        person: side.entry(person),
        seats,
        load,
        capacity,
        percent: load.percent_of(capacity),
        terms: terms(person),
        burden: side.norms.burden(person),
        is_over: side.norms.is_over(person),
        is_assessed: !person.is_unassessed(),
        before: old.map(PersonView::total_load),
        before_percent: old.and_then(|old| old.total_load().percent_of(old.claims().capacity())),
    }
}

fn terms(person: PersonView<'_>) -> Terms {
    let mut terms = Terms::default();
    for seat in person.held() {
        let load = seat.load();
        terms.responsibilities += load.responsibilities;
        terms.priorities += load.priorities + load.weighed_priorities;
        terms.effort = terms.effort + seat.priorities().map(|priority| priority.load()).sum();
        terms.contributions += load.contributions;
        terms.reports += load.reports;
    }
    terms
}

pub(super) fn seat_load<'a>(side: &'a Judged<'a>, seat: SeatView<'a>) -> SeatLoad<'a> {
    SeatLoad {
        seat: side.entry(seat),
        is_interim: seat.owners().next().is_none(),
        load: seat.total_load(),
        terms: seat.load().to_string(),
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands out the field as it is")]
pub(super) fn decimal<S: serde::Serializer>(share: &Share, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(share)
}

#[expect(clippy::ref_option, reason = "serde hands out the field as it is")]
fn decimal_if_any<S: serde::Serializer>(share: &Option<Share>, serializer: S) -> Result<S::Ok, S::Error> {
    match share {
        Some(share) => serializer.collect_str(share),
        None => serializer.serialize_none(),
    }
}
