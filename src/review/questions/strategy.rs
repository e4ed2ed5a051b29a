//! What to do and what to leave: priorities and the lane.

use crate::check::Finding;
use crate::edit::Intent;
use crate::graph::{EntryView, PriorityView};
use crate::model::{Horizon, Lane, Noun};
use crate::phrase::{Phrase, say};
use crate::text::sort;

use super::{
    ANSWERS, Answer, Asking, Need, Question, alternatives, held, set, subject_priority, subject_seat, subjects,
};

pub(super) fn overdue(side: &Asking<'_>, finding: &Finding) -> Option<Question> {
    let priority = subject_priority(side, finding)?;
    let due = *priority.claims().due.get()?;
    let question = say!["what becomes of ", priority, ", due on ", due, "?"];
    let keeper = priority.owners().find(|seat| seat.holding().person().is_some());
    let keeper = keeper.map(|seat| say![" that ", held(side, seat), " holds to"]);
    let need = Need::Due { priority: priority.id().to_string() };
    let options = vec![
        Answer::needs("due", say!["a new date", keeper], need),
        Answer::ends("done", "it is done: say so", priority, "done"),
        Answer::ends("drop", "drop it", priority, "dropped"),
    ];
    Some((question, options))
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
fn choice<'a>(what: &'static str, priorities: impl Iterator<Item = PriorityView<'a>>) -> Option<Question> {
    let mut all: Vec<PriorityView<'a>> = priorities.collect();
    sort::by_key(&mut all, |priority| (priority.supporters().count(), priority.id()));
    let question = say!["which of ", all.len(), " ", what, " can wait?"];
    let options = all.into_iter().take(ANSWERS).map(|priority| {
        let text: Phrase = match priority.supporters().count() {
            0 => say![priority, ", which nothing supports"],
            1 => say![priority, ", which one priority supports"],
            count => say![priority, ", which ", count, " priorities support"],
        };
        // The format has no word for what waits.
        Answer::ends(priority.id(), text, priority, "dropped")
    });
    let options: Vec<Answer> = options.collect();
    (!options.is_empty()).then_some((question, options))
}

pub(super) fn cycle(side: &Asking<'_>, finding: &Finding) -> Option<Question> {
    let mut priorities: Vec<PriorityView<'_>> = subjects(side, finding).filter_map(EntryView::priority).collect();
    sort::by_key(&mut priorities, |priority| priority.id());
    priorities.truncate(ANSWERS);
    let question: Phrase = match priorities.as_slice() {
        [only] => say!["what is ", only, " for, if not for itself?"],
        several => say!["which of ", alternatives(several), " is the end, and which the means?"],
    };
    let within: Vec<String> = priorities.iter().map(|priority| priority.id().to_string()).collect();
    let end = |priority: &PriorityView<'_>| {
        let values: Vec<String> =
            priority.supports().map(|other| other.id().to_string()).filter(|id| within.contains(id)).collect();
        let (id, key) = (priority.id().to_string(), "supports".to_owned());
        let text = say![priority, " is the end"];
        if values.is_empty() {
            return text.into();
        }
        Answer::edits(priority.id(), text, vec![Intent::Remove { kind: Noun::Priority, id, key, values }])
    };
    let options: Vec<Answer> = priorities.iter().map(end).collect();
    (!options.is_empty()).then_some((question, options))
}

pub(super) fn lane(side: &Asking<'_>, _: &Finding) -> Option<Question> {
    let chosen = side.graph.chart().strategy.get()?.lane.get();
    let count =
        |lane: Lane| side.open_priorities().filter(|priority| priority.claims().lane.get() == Some(&lane)).count();
    let options = [Lane::Cost, Lane::Innovation, Lane::Service].map(|lane| {
        let text: Phrase = match count(lane) {
            1 => say![lane.name(), ": 1 open priority serves it"],
            count => say![lane.name(), ": ", count, " open priorities serve it"],
        };
        Answer::edits(lane.name(), text, vec![set(Noun::Strategy, "", "lane", lane.name())])
    });
    let question = match chosen {
        Some(lane) => say!["is the lane still ", lane.name(), ", or the one that the priorities serve?"],
        None => "which lane does the organisation lead in?".into(),
    };
    Some((question, options.into()))
}
