//! Seats that nobody owns, and for how long.

use serde::Serialize;

use crate::check::Judged;
use crate::graph::{Holding, SeatView};
use crate::model::Share;
use crate::text::sort;

use super::Entry;
use super::before::Before;
use super::loads::decimal;

/// A seat without an owner.
#[derive(Clone, Debug, Serialize)]
pub struct Vacancy<'a> {
    /// The seat.
    pub seat: Entry<'a>,
    /// Who covers.
    pub interim: Option<Entry<'a>>,
    /// The first day without an owner, where stated.
    pub since: Option<String>,
    /// Whether it had no owner in the revision before; none where there is no such revision or seat.
    pub was_vacant: Option<bool>,
    /// For how many days.
    pub days: Option<i64>,
    /// Whether it has lasted longer than a quarter.
    pub is_long: bool,
    /// What is being done.
    pub plan: Option<&'a str>,
    /// How many report to it.
    pub reports: usize,
    /// The load of the seat, as a share of one full-time person.
    #[serde(serialize_with = "decimal")]
    pub load: Share,
    /// Whether anything is stated by which the load could be counted.
    pub is_assessed: bool,
}

/// The oldest first; those of unknown age before all others.
pub(super) fn vacancies<'a>(side: &'a Judged<'a>, before: Option<&Before<'a>>) -> Vec<Vacancy<'a>> {
    let empty = side.graph.seats().filter(|seat| matches!(seat.holding(), Holding::Vacant | Holding::Interim(_)));
    let mut rows: Vec<Vacancy<'a>> = empty.map(|seat| row(side, before, seat)).collect();
    sort::by_key(&mut rows, |row| (row.days.is_some(), row.days.map(std::cmp::Reverse), row.seat.id));
    rows
}

fn row<'a>(side: &'a Judged<'a>, before: Option<&Before<'a>>, seat: SeatView<'a>) -> Vacancy<'a> {
    let noted = seat.claims().vacant.get();
    let since = noted.and_then(|vacancy| vacancy.since.get().copied());
    let days = since.map(|since| side.today.days_since(since));
    let old = before.and_then(|before| before.seat(seat));
    Vacancy {
        seat: side.entry(seat),
        interim: seat.holding().person().map(|person| side.entry(person)),
        was_vacant: old.map(|old| matches!(old.holding(), Holding::Vacant | Holding::Interim(_))),
        since: since.map(|since| since.to_string()),
        days,
        is_long: days.is_some_and(|days| side.norms.is_long_vacant(days)),
        plan: noted.and_then(|vacancy| vacancy.plan.get()).map(|plan| plan.as_str()),
        reports: seat.reports().count(),
        load: seat.total_load(),
        is_assessed: !seat.is_unassessed(),
    }
}
