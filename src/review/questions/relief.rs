//! What to hand on: seats and people that carry too much.

use std::cmp::Reverse;

use crate::check::Finding;
use crate::graph::{EntryView, PersonView, PriorityView, SeatView, by_name};
use crate::model::Share;
use crate::phrase::say;
use crate::text::sort;

use super::{ANSWERS, Answer, Asking, Need, Question, has_room, held, loaded, subject_seat, subjects};

pub(super) fn seat(side: &Asking<'_>, finding: &Finding) -> Option<Question> {
    let seat = subject_seat(side, finding)?;
    let mut options = priorities_to_hand_on(side, seat, side.norms.excess_of(seat));
    if options.is_empty() {
        options.push("split the seat, or put one between it and some of its reports".into());
    }
    let question = match seat.holding().person() {
        Some(person) => say!["what does ", loaded(side, person), " hand on from ", seat, "?"],
        None => say!["what should move elsewhere from ", seat, ", which is too much for one person?"],
    };
    Some((question, options))
}

pub(super) fn responsibilities(side: &Asking<'_>, finding: &Finding) -> Option<Question> {
    let seat = subject_seat(side, finding)?;
    let mut below: Vec<SeatView<'_>> = seat.reports().collect();
    sort::by_key(&mut below, |report| (report.claims().responsibilities.len(), report.id()));
    let some = |report: SeatView<'_>| {
        let need = Need::Items { from: seat.id().to_string(), to: report.id().to_string() };
        Answer::needs(report.id(), say!["some go to ", held(side, report)], need)
    };
    let mut options: Vec<Answer> = below.into_iter().take(2).map(some).collect();
    options.push("split the seat".into());
    let count = seat.claims().responsibilities.len();
    Some((say!["which of its ", count, " responsibilities does ", seat, " hand on?"], options))
}

pub(super) fn person(side: &Asking<'_>, finding: &Finding) -> Option<Question> {
    let person = subject_person(side, finding)?;
    let over = side.norms.excess(person);
    let mut options: Vec<Answer> = Vec::new();
    let seats = heaviest(person);
    if seats.len() > 1 {
        // A seat with no stated load relieves nobody, as far as is known.
        let known = seats.iter().filter(|seat| !seat.is_unassessed());
        options.extend(known.take(ANSWERS).map(|seat| give_up(side, *seat, over)));
    }
    for seat in seats {
        options.extend(priorities_to_hand_on(side, seat, over));
    }
    options.truncate(ANSWERS);
    if options.is_empty() {
        // Nobody is available to take a part of it: then a whole seat, or more time for it.
        options.extend(person.held().take(ANSWERS).map(|seat| give_up(side, seat, over)));
        let capacity = say!["nothing, since there is more time for it: say in ", code("capacity:"), " how much"];
        options.push(capacity.into());
    }
    Some((say!["what does ", loaded(side, person), " hand on?"], options))
}

pub(super) fn scattered(side: &Asking<'_>, finding: &Finding) -> Option<Question> {
    let person = subject_person(side, finding)?;
    let seats = heaviest(person);
    let options = seats.iter().rev().take(ANSWERS).map(|seat| give_up(side, *seat, Share::ZERO)).collect();
    Some((say!["which of ", seats.len(), " seats does ", by_name(person), " give up?"], options))
}

fn subject_person<'a>(side: &'a Asking<'_>, finding: &'a Finding) -> Option<PersonView<'a>> {
    subjects(side, finding).find_map(EntryView::person)
}

fn heaviest(person: PersonView<'_>) -> Vec<SeatView<'_>> {
    let mut seats: Vec<SeatView<'_>> = person.held().collect();
    sort::by_key(&mut seats, |seat| (Reverse(seat.total_load()), seat.id()));
    seats
}

/// A seat to be given up, to its backup where that has room.
fn give_up(side: &Asking<'_>, seat: SeatView<'_>, over: Share) -> Answer {
    let load = seat.total_load();
    let enough = if over > Share::ZERO && load >= over { "; that is enough" } else { "" };
    let backup = seat.backup().filter(|backup| backup.total_load() + load <= backup.claims().capacity());
    let to = backup.map(|backup| say![" to its backup ", loaded(side, backup)]);
    let load = if seat.is_unassessed() { "load not assessed".into() } else { say![load] };
    let text = say!["the seat ", seat, " (", load, ")", to, enough];
    match backup {
        Some(backup) => Answer::fill(seat.id(), text, seat, backup),
        None => Answer::needs(seat.id(), text, Need::Owner { seat: seat.id().to_string() }),
    }
}

/// The open priorities of a seat, the heaviest first, each with the seat that works for it already and has most room.
fn priorities_to_hand_on(side: &Asking<'_>, seat: SeatView<'_>, over: Share) -> Vec<Answer> {
    let mut owned: Vec<(Share, PriorityView<'_>)> = seat
        .priorities()
        .filter(|priority| priority.claims().is_open())
        .map(|priority| (priority.load(), priority))
        .collect();
    sort::by_key(&mut owned, |(load, priority)| (Reverse(*load), priority.id()));
    let options = owned.into_iter().filter_map(|(load, priority)| {
        let below = priority.supporters().filter(|below| below.claims().is_open()).flat_map(|below| below.owners());
        let known = priority.contributors().chain(below).filter(|taker| *taker != seat && has_room(*taker, load));
        let taker = known.min_by_key(|taker| (taker.is_unassessed(), taker.total_load(), taker.id()))?;
        let enough = if load >= over { "; that is enough" } else { "" };
        let text = say![priority, " (", load, ") to ", held(side, taker), enough];
        Some(Answer::hand_over(priority.id(), text, priority, taker))
    });
    options.take(ANSWERS).collect()
}
