//! Who answers for it: priorities, seats, metrics and the promise without exactly one owner.

use std::cmp::Reverse;

use crate::check::Finding;
use crate::graph::{Answer as Answered, EntryView, Holding, Orphan, PersonView, PriorityView, SeatView, by_name};
use crate::model::Noun;
use crate::phrase::{Phrase, all, count, either, quoted, say};
use crate::text::sort;

use super::{
    ANSWERS, Answer, Asking, Need, Question, alternatives, by_id, held, loaded, set, subject_priority, subject_seat,
    subjects,
};

/// How many peers are looked through.
const CROWD: usize = 50;

pub(super) fn shared(side: &Asking<'_>, finding: &Finding) -> Option<Question> {
    let priority = subject_priority(side, finding)?;
    let seats = by_id(priority.owners());
    let question = say!["who answers for ", priority, ": ", alternatives(&seats), "?"];
    Some((
        question,
        seats.into_iter().map(|seat| Answer::hand_over(seat.id(), held(side, seat), priority, seat)).collect(),
    ))
}

pub(super) fn unowned(side: &Asking<'_>, finding: &Finding) -> Option<Question> {
    let priority = subject_priority(side, finding)?;
    let above = priority.supports().flat_map(|other| other.owners());
    let mut seats: Vec<SeatView<'_>> = by_id(priority.contributors()).into_iter().chain(by_id(above)).collect();
    if seats.is_empty() {
        seats.extend(side.roots());
    }
    let hand_over = |seat: SeatView<'_>| Answer::hand_over(seat.id(), held(side, seat), priority, seat);
    let mut options: Vec<Answer> = seats.into_iter().take(ANSWERS).map(hand_over).collect();
    options.push(Answer::ends("drop", "nobody: drop it", priority, "dropped"));
    Some((say!["who answers for ", priority, "?"], options))
}

pub(super) fn orphaned(side: &Asking<'_>, finding: &Finding) -> Option<Question> {
    let priority = subject_priority(side, finding)?;
    let (question, mut options): (Phrase, Vec<Answer>) = match priority.answer() {
        Answered::Orphaned(Orphan::Vacant(seat)) => return Some(cover(side, seat)),
        Answered::Orphaned(Orphan::Purposeless(dropped)) => {
            let question = say!["what is ", priority, " for, now that ", dropped, " is dropped?"];
            let support = Need::Supported { priority: priority.id().to_string() };
            let options = vec![
                Answer::ends("drop", "drop it too", priority, "dropped"),
                Answer::needs("support", "let it support another priority", support),
            ];
            (question, options)
        }
        Answered::Orphaned(Orphan::CutOff(seat)) => {
            let question = say!["who answers for ", priority, ", since its seat ", seat, " reports to no root?"];
            let need = Need::Manager { seat: seat.id().to_string() };
            (question, vec![Answer::needs("report", say!["say to whom ", seat, " reports"], need)])
        }
        Answered::Orphaned(Orphan::Missing)
        | Answered::Accountable { .. }
        | Answered::Unowned
        | Answered::Shared(_)
        | Answered::Unknown => (say!["who answers for ", priority, "?"], Vec::new()),
    };
    let hand_over =
        |seat: SeatView<'_>| Answer::hand_over(seat.id(), say!["hand it to ", held(side, seat)], priority, seat);
    options.extend(taker(side, priority).map(hand_over));
    Some((question, options))
}

/// The least loaded of those who help with a priority; nobody who carries too much.
fn taker<'g>(side: &Asking<'_>, priority: PriorityView<'g>) -> Option<SeatView<'g>> {
    let staffed =
        priority.contributors().filter(|seat| seat.holding().person().is_some_and(|one| !side.norms.is_over(one)));
    staffed.min_by_key(|seat| (seat.is_unassessed(), seat.total_load(), seat.id()))
}

pub(super) fn seat(side: &Asking<'_>, finding: &Finding) -> Option<Question> {
    let seat = subject_seat(side, finding)?;
    let mut owners: Vec<_> = seat.owners().collect();
    sort::by_key(&mut owners, |person| person.id());
    let names = owners.iter().map(|person| by_name(*person));
    let question = say!["who owns the seat ", seat, ": ", either(names, usize::MAX), "?"];
    let fill = |person: PersonView<'_>| Answer::fill(person.id(), loaded(side, person), seat, person);
    let mut options: Vec<Answer> = owners.into_iter().map(fill).collect();
    options.push("nobody alone: split the seat".into());
    Some((question, options))
}

pub(super) fn metric(side: &Asking<'_>, finding: &Finding) -> Option<Question> {
    let metric = subjects(side, finding).find_map(EntryView::metric)?;
    let named = by_id(metric.owners());
    let measured = by_id(metric.measures().flat_map(|priority| priority.owners()));
    let seats = [named, measured].into_iter().find(|seats| !seats.is_empty()).unwrap_or_else(|| side.roots().to_vec());
    let owned = |seat: SeatView<'_>| {
        Answer::edits(seat.id(), held(side, seat), vec![set(Noun::Metric, metric.id(), "owner", seat.id())])
    };
    let question = match seats.as_slice() {
        [] | [_] => say!["who answers for the metric ", metric, "?"],
        seats => say!["who answers for the metric ", metric, ": ", alternatives(seats), "?"],
    };
    let mut options: Vec<Answer> = seats.into_iter().take(ANSWERS).map(owned).collect();
    if options.is_empty() {
        options.push("nobody: take it out of the chart".into());
    }
    Some((question, options))
}

pub(super) fn promise(side: &Asking<'_>, _: &Finding) -> Option<Question> {
    let promise = side.graph.chart().strategy.get()?.promise.get()?;
    let said = promise.text.get().map(|text| say![" ", quoted(text)]);
    let mut options: Vec<Answer> = match side.graph.promise_keeper() {
        Some(seat) => {
            let covers = |cover| Answer::cover(say![loaded(side, cover), " covers ", seat], seat, cover);
            stand_ins(side, seat).into_iter().map(covers).collect()
        }
        None => Vec::new(),
    };
    if options.is_empty() {
        let keeps = |seat: &SeatView<'_>| {
            let intent = set(Noun::Strategy, "", "promise.owner", seat.id());
            Answer::edits(seat.id(), held(side, *seat), vec![intent])
        };
        let staffed = side.roots().iter().filter(|seat| seat.holding().person().is_some());
        options.extend(staffed.take(ANSWERS).map(keeps));
    }
    if options.is_empty() {
        options.push("nobody: make no promise".into());
    }
    Some((say!["who keeps the promise", said, "?"], options))
}

pub(super) fn vacant(side: &Asking<'_>, finding: &Finding) -> Option<Question> {
    subject_seat(side, finding).map(|seat| match seat.holding() {
        Holding::Interim(person) => covered(side, seat, person),
        Holding::Owned(_) | Holding::Vacant | Holding::Shared | Holding::Dangling | Holding::Unknown => {
            cover(side, seat)
        }
    })
}

/// What is asked of a seat that somebody covers: to ask who covers it would ask again what was decided.
fn covered(side: &Asking<'_>, seat: SeatView<'_>, person: PersonView<'_>) -> Question {
    let takes_over = say![loaded(side, person), " takes it over"];
    let mut options = vec![Answer::fill(person.id(), takes_over, seat, person)];
    if seat.claims().vacant.is_absent() {
        let need = Need::Plan { seat: seat.id().to_string() };
        options.push(Answer::needs("leave", "until it is filled: note since when it is vacant, and the plan", need));
    }
    options.push(close(seat));
    (say!["until when does ", by_name(person), " cover ", seat, "?"], options)
}

/// That a seat is no longer needed.
fn close(seat: SeatView<'_>) -> Answer {
    let text: Phrase = match seat.claims().responsibilities.len() {
        0 => "close the seat".into(),
        1 => "close the seat and hand on its responsibility".into(),
        count => say!["close the seat and hand on its ", count, " responsibilities"],
    };
    Answer::needs("close", text, Need::Heir { seat: seat.id().to_string() })
}

/// One question for a vacant seat, whichever of the rules asks: for itself, and for everything that depends on it.
fn cover(side: &Asking<'_>, seat: SeatView<'_>) -> Question {
    let mut open: Vec<PriorityView<'_>> = seat.priorities().filter(|priority| priority.claims().is_open()).collect();
    sort::by_key(&mut open, |priority| priority.id());
    let mut options: Vec<Answer> =
        stand_ins(side, seat).into_iter().map(|person| Answer::cover(loaded(side, person), seat, person)).collect();
    // Those who help with a priority could take it; else the manager of the empty seat.
    let staffed = |seat: &SeatView<'_>| seat.holding().person().is_some();
    let above = seat.managers().find(staffed);
    let hand_on = open.iter().filter_map(|priority| Some((priority, taker(side, *priority).or(above)?)));
    options.extend(hand_on.take(2).map(|(priority, seat)| {
        Answer::hand_over(priority.id(), say!["hand ", priority, " to ", held(side, seat)], *priority, seat)
    }));
    if seat.claims().vacant.is_absent() && open.is_empty() {
        let need = Need::Plan { seat: seat.id().to_string() };
        options.push(Answer::needs("leave", "leave it empty: note since when, and the plan", need));
    }
    options.push(close(seat));
    let mut hanging: Vec<Phrase> = open.iter().take(ANSWERS).map(|priority| say![priority]).collect();
    if open.len() > ANSWERS {
        hanging.push(say![open.len() - ANSWERS, " more priorities"]);
    }
    match seat.reports().count() {
        0 => {}
        1 => hanging.push("one seat that reports to it".into()),
        reports => hanging.push(say![count(reports, "seat", "seats"), " that report to it"]),
    }
    let hanging = (!hanging.is_empty()).then(|| say![", with ", all(hanging)]);
    (say!["who covers ", seat, hanging, ", until it is filled?"], options)
}

/// Who could cover a seat: its backup, else those peers whose titles are most like its own, of equals the least
/// loaded; and its manager. Those who carry too much come last.
fn stand_ins<'g>(side: &Asking<'_>, seat: SeatView<'g>) -> Vec<PersonView<'g>> {
    let backup = seat.backup();
    let manager = seat.manager().and_then(|manager| manager.holding().person());
    let siblings = seat.manager().into_iter().flat_map(|manager| manager.reports());
    let mut peers: Vec<SeatView<'g>> = siblings.take(CROWD + 1).filter(|peer| *peer != seat).collect();
    // If there are too many, none is near.
    peers.truncate(if peers.len() < CROWD { CROWD } else { 0 });
    sort::by_key(&mut peers, |peer| {
        let likeness = Reverse(words_in_common(seat.title(), peer.title()));
        (likeness, peer.is_unassessed(), peer.total_load(), peer.id())
    });
    let wanted = if backup.is_some() { 0 } else { 2 };
    let has_time = |person: &PersonView<'g>| !side.norms.is_over(*person);
    let peers = peers.into_iter().filter_map(|peer| peer.holding().person()).filter(has_time).take(wanted);
    let mut people = Vec::new();
    for person in backup.into_iter().chain(peers).chain(manager) {
        if !people.contains(&person) {
            people.push(person);
        }
    }
    sort::by_key(&mut people, |person| side.norms.is_over(*person));
    people
}

fn words_in_common(one: &str, other: &str) -> usize {
    let words: Vec<String> = other.split_whitespace().map(str::to_lowercase).collect();
    one.split_whitespace().filter(|word| words.contains(&word.to_lowercase())).count()
}

pub(super) fn misfit(side: &Asking<'_>, finding: &Finding) -> Option<Question> {
    let seat = subject_seat(side, finding)?;
    let mut options: Vec<Answer> = vec!["stays: agree on what has to change, by when".into()];
    let backup = seat.backup();
    let takes_over = |backup| say!["the backup takes over: ", loaded(side, backup)];
    options.extend(backup.map(|backup| Answer::fill(backup.id(), takes_over(backup), seat, backup)));
    let who = seat.holding().person().map_or_else(|| "its owner".into(), |person| say![by_name(person)]);
    options.push(say!["another seat for ", &who].into());
    Some((say!["does ", who, " stay in the seat ", seat, "?"], options))
}
