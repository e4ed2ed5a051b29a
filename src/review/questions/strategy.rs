//! What to do and what to leave: priorities and the lane.

use crate::check::Finding;
use crate::graph::PriorityView;
use crate::model::{Horizon, Lane};

use super::{ANSWERS, Asking, Question, alternatives, held, subject_priority, subject_seat};

pub(super) fn overdue(side: &Asking<'_>, finding: &Finding) -> Option<Question> {
    let priority = subject_priority(side, finding)?;
    let due = priority.claims().due.get()?;
    let question = format!("what becomes of `{}`, due on {due}?", priority.id());
    let keeper = priority.owners().find(|seat| seat.holding().person().is_some());
    let keeper = keeper.map_or_else(String::new, |seat| format!(" that {} holds to", held(seat)));
    let options = [format!("a new day{keeper}"), "it is done: say so".to_owned(), "drop it".to_owned()];
    Some((question, options.into()))
}

pub(super) fn crowded(side: &Asking<'_>, _: &Finding) -> Option<Question> {
    let strategic = side.open_priorities().filter(|priority| priority.claims().is_strategic());
    choice("strategic priorities", strategic)
}

pub(super) fn quarter(side: &Asking<'_>, finding: &Finding) -> Option<Question> {
    let root = subject_seat(side, finding)?;
    let of_quarter =
        |priority: &PriorityView<'_>| priority.claims().is_open() && priority.claims().horizon() == Horizon::Quarter;
    choice("priorities of the quarter", root.priorities().filter(of_quarter))
}

/// Which of many priorities wait; those that fewest others support are named first.
fn choice<'a>(what: &str, priorities: impl Iterator<Item = PriorityView<'a>>) -> Option<Question> {
    let mut all: Vec<PriorityView<'a>> = priorities.collect();
    all.sort_by_key(|priority| (priority.supporters().count(), priority.id()));
    let question = format!("which of {} {what} can wait?", all.len());
    let options = all.into_iter().take(ANSWERS).map(|priority| match priority.supporters().count() {
        0 => format!("`{}`, which nothing supports", priority.id()),
        1 => format!("`{}`, which one priority supports", priority.id()),
        count => format!("`{}`, which {count} priorities support", priority.id()),
    });
    let options: Vec<String> = options.collect();
    (!options.is_empty()).then_some((question, options))
}

pub(super) fn cycle(_: &Asking<'_>, finding: &Finding) -> Option<Question> {
    let mut ids: Vec<&str> = finding.subjects.iter().map(|subject| subject.id.as_str()).collect();
    ids.sort_unstable();
    ids.truncate(ANSWERS);
    let question = match ids.as_slice() {
        [only] => format!("what is `{only}` for, if not for itself?"),
        ids => format!("which of {} is the end, and which the means?", alternatives(ids)),
    };
    let options: Vec<String> = ids.iter().map(|id| format!("`{id}` is the end")).collect();
    (!options.is_empty()).then_some((question, options))
}

pub(super) fn lane(side: &Asking<'_>, _: &Finding) -> Option<Question> {
    let chosen = side.graph.chart().strategy.get()?.lane.get();
    let count =
        |lane: Lane| side.open_priorities().filter(|priority| priority.claims().lane.get() == Some(&lane)).count();
    let options = [Lane::Cost, Lane::Innovation, Lane::Service].map(|lane| match count(lane) {
        1 => format!("{}: 1 open priority serves it", lane.name()),
        count => format!("{}: {count} open priorities serve it", lane.name()),
    });
    let question = match chosen {
        Some(lane) => format!("is the lane still {}, or the one that the priorities serve?", lane.name()),
        None => "which lane does the organisation lead in?".to_owned(),
    };
    Some((question, options.into()))
}
