//! The priorities of the quarter in one table.

use std::cmp::Reverse;

use serde::Serialize;

use crate::check::Judged;
use crate::graph::{Answer, PriorityView};
use crate::model::{Share, Status};
use crate::phrase::Phrase;
use crate::text::sort;

use super::Entry;

/// A priority and everything that a review asks of it.
#[derive(Clone, Debug, Serialize)]
pub struct PriorityRow<'a> {
    /// The priority.
    pub priority: Entry<'a>,
    /// Whether the others serve it.
    pub is_strategic: bool,
    /// "quarter", "year" or "long".
    pub horizon: &'static str,
    /// "accountable", "unowned", "shared", "orphaned" or "unknown".
    pub state: &'static str,
    /// Why not exactly one person answers for it.
    pub why: Option<Phrase>,
    /// The seats named as owners.
    pub seats: Vec<Entry<'a>>,
    /// The one person who answers for it.
    pub person: Option<Entry<'a>>,
    /// "on-track", "off-track", "done" or "dropped", where stated.
    pub status: Option<&'static str>,
    /// What it supports.
    pub supports: Vec<Entry<'a>>,
    /// The last day.
    pub due: Option<String>,
    /// How many days it is late, where it is open and its day has passed.
    pub days_late: Option<i64>,
    /// The share of one person's quarter that is planned for it.
    pub effort: Option<String>,
    /// What measures it.
    pub metrics: Vec<Entry<'a>>,
}

impl PriorityRow<'_> {
    /// Whether it is still to be done.
    #[must_use]
    pub fn is_open(&self) -> bool {
        !matches!(self.status, Some("done" | "dropped"))
    }
}

/// Strategic ones first, then what is in trouble, then by day.
pub(super) fn priorities<'a>(side: &'a Judged<'a>) -> Vec<PriorityRow<'a>> {
    let mut all: Vec<PriorityView<'a>> = side.graph.priorities().collect();
    sort::by_key(&mut all, |priority| {
        let claims = priority.claims();
        let trouble = match claims.status.get() {
            Some(Status::OffTrack) => 0,
            None => 1,
            Some(Status::OnTrack) => 2,
            Some(Status::Done) => 3,
            Some(Status::Dropped) => 4,
        };
        let due = claims.due.get().copied();
        (Reverse(claims.is_strategic()), trouble, due.is_none(), due, priority.id())
    });
    all.into_iter().map(|priority| row(side, priority)).collect()
}

fn row<'a>(side: &'a Judged<'a>, priority: PriorityView<'a>) -> PriorityRow<'a> {
    let claims = priority.claims();
    let answer = priority.answer();
    let person = match answer {
        Answer::Accountable { person, .. } => Some(side.entry(person)),
        _ => None,
    };
    let due = claims.due.get().copied();
    let late = due.map(|due| side.today.days_since(due)).filter(|late| *late > 0 && claims.is_open());
    PriorityRow {
        priority: side.entry(priority),
        is_strategic: claims.is_strategic(),
        horizon: claims.horizon().name(),
        state: answer.state(),
        why: answer.why(),
        seats: by_id(priority.owners().map(|seat| side.entry(seat))),
        person,
        status: claims.status.get().map(|status| status.name()),
        supports: by_id(priority.supports().map(|other| side.entry(other))),
        due: due.map(|due| due.to_string()),
        days_late: late,
        effort: claims.effort.get().map(Share::to_string),
        metrics: by_id(priority.metrics().map(|metric| side.entry(metric))),
    }
}

/// Entries by their ids: the order in which a file lists them means nothing.
pub(super) fn by_id<'a>(entries: impl Iterator<Item = Entry<'a>>) -> Vec<Entry<'a>> {
    let mut entries: Vec<Entry<'a>> = entries.collect();
    sort::by_key(&mut entries, |entry| entry.id);
    entries
}
