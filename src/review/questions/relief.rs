//! What to hand on: seats and people that carry too much.

use std::cmp::Reverse;

use crate::check::Finding;
use crate::graph::{EntryView, PersonView, PriorityView, SeatView};
use crate::model::Share;

use super::{ANSWERS, Asking, Question, has_room, held, loaded, subject_seat, subjects};

pub(super) fn seat(side: &Asking<'_>, finding: &Finding) -> Option<Question> {
    let seat = subject_seat(side, finding)?;
    let mut options = priorities_to_hand_on(seat, side.norms.excess_of(seat));
    if options.is_empty() {
        options.push("split the seat, or put one between it and some of its reports".to_owned());
    }
    let who = seat.holding().person().map_or_else(|| "nobody".to_owned(), loaded);
    Some((format!("what does {who} hand on from `{}`?", seat.id()), options))
}

pub(super) fn responsibilities(side: &Asking<'_>, finding: &Finding) -> Option<Question> {
    let seat = subject_seat(side, finding)?;
    let mut below: Vec<SeatView<'_>> = seat.reports().collect();
    below.sort_by_key(|report| (report.claims().responsibilities.len(), report.id()));
    let mut options: Vec<String> =
        below.into_iter().take(2).map(|report| format!("some go to {}", held(report))).collect();
    options.push("split the seat".to_owned());
    let count = seat.claims().responsibilities.len();
    Some((format!("which of its {count} responsibilities does `{}` hand on?", seat.id()), options))
}

pub(super) fn person(side: &Asking<'_>, finding: &Finding) -> Option<Question> {
    let person = subject_person(side, finding)?;
    let over = side.norms.excess(person);
    let mut options = Vec::new();
    let seats = heaviest(person);
    if seats.len() > 1 {
        options.extend(seats.iter().take(ANSWERS).map(|seat| give_up(*seat, over)));
    }
    for seat in seats {
        options.extend(priorities_to_hand_on(seat, over));
    }
    options.truncate(ANSWERS);
    Some((format!("what does {} hand on?", loaded(person)), options))
}

pub(super) fn scattered(side: &Asking<'_>, finding: &Finding) -> Option<Question> {
    let person = subject_person(side, finding)?;
    let seats = heaviest(person);
    let options = seats.iter().rev().take(ANSWERS).map(|seat| give_up(*seat, Share::ZERO)).collect();
    Some((format!("which of {} seats does {} give up?", seats.len(), person.name()), options))
}

fn subject_person<'a>(side: &'a Asking<'_>, finding: &'a Finding) -> Option<PersonView<'a>> {
    subjects(side, finding).find_map(EntryView::person)
}

fn heaviest(person: PersonView<'_>) -> Vec<SeatView<'_>> {
    let mut seats: Vec<SeatView<'_>> = person.held().collect();
    seats.sort_by_key(|seat| (Reverse(seat.total_load()), seat.id()));
    seats
}

/// A seat to be given up, to its backup where that has room.
fn give_up(seat: SeatView<'_>, over: Share) -> String {
    let load = seat.total_load();
    let enough = if over > Share::ZERO && load >= over { "; that is enough" } else { "" };
    let backup = seat.backup().filter(|backup| backup.total_load() + load <= backup.claims().capacity());
    match backup {
        Some(backup) => format!("the seat `{}` ({load}) to its backup {}{enough}", seat.id(), loaded(backup)),
        None => format!("the seat `{}` ({load}){enough}", seat.id()),
    }
}

/// The open priorities of a seat, the heaviest first, each with the seat that works for it already and has most room.
fn priorities_to_hand_on(seat: SeatView<'_>, over: Share) -> Vec<String> {
    let mut owned: Vec<(Share, PriorityView<'_>)> = seat
        .priorities()
        .filter(|priority| priority.claims().is_open())
        .map(|priority| (priority.load(), priority))
        .collect();
    owned.sort_by_key(|(load, priority)| (Reverse(*load), priority.id()));
    let options = owned.into_iter().filter_map(|(load, priority)| {
        let below = priority.supporters().filter(|below| below.claims().is_open()).flat_map(|below| below.owners());
        let known = priority.contributors().chain(below).filter(|taker| *taker != seat && has_room(*taker, load));
        let taker = known.min_by_key(|taker| (taker.total_load(), taker.id()))?;
        let enough = if load >= over { "; that is enough" } else { "" };
        Some(format!("`{}` ({load}) to {}{enough}", priority.id(), held(taker)))
    });
    options.take(ANSWERS).collect()
}
