//! Who answers for it: priorities, seats, metrics and the promise without exactly one owner.

use std::cmp::Reverse;

use crate::check::Finding;
use crate::graph::{Answer, EntryView, Orphan, PriorityView, SeatView};

use super::{ANSWERS, Asking, Question, alternatives, by_id, held, loaded, subject_priority, subject_seat, subjects};

/// So many peers are looked through.
const CROWD: usize = 50;

pub(super) fn shared(side: &Asking<'_>, finding: &Finding) -> Option<Question> {
    let priority = subject_priority(side, finding)?;
    let seats = by_id(priority.owners());
    let ids: Vec<&str> = seats.iter().map(|seat| seat.id().as_str()).collect();
    let question = format!("who answers for `{}`: {}?", priority.id(), alternatives(&ids));
    Some((question, seats.into_iter().map(held).collect()))
}

pub(super) fn unowned(side: &Asking<'_>, finding: &Finding) -> Option<Question> {
    let priority = subject_priority(side, finding)?;
    let above = priority.supports().flat_map(|other| other.owners());
    let mut options: Vec<String> = by_id(priority.contributors()).into_iter().chain(by_id(above)).map(held).collect();
    if options.is_empty() {
        options.extend(side.roots().iter().take(ANSWERS).map(|root| held(*root)));
    }
    options.truncate(ANSWERS);
    options.push("nobody: drop it".to_owned());
    Some((format!("who answers for `{}`, \"{}\"?", priority.id(), priority.title()), options))
}

pub(super) fn orphaned(side: &Asking<'_>, finding: &Finding) -> Option<Question> {
    let priority = subject_priority(side, finding)?;
    let id = priority.id();
    let (question, mut options) = match priority.answer() {
        Answer::Orphaned(Orphan::Vacant(seat)) => return Some(cover(seat)),
        Answer::Orphaned(Orphan::Purposeless(dropped)) => {
            let question = format!("what is `{id}` for, now that `{}` is dropped?", dropped.id());
            (question, vec!["drop it too".to_owned(), "let it support another priority".to_owned()])
        }
        Answer::Orphaned(Orphan::CutOff(seat)) => {
            let question = format!("who answers for `{id}`, since its seat `{}` reports to no root?", seat.id());
            (question, vec![format!("say to whom `{}` reports", seat.id())])
        }
        _ => (format!("who answers for `{id}`?"), Vec::new()),
    };
    options.extend(taker(priority).map(|seat| format!("hand it to {}", held(seat))));
    Some((question, options))
}

/// The least loaded of those who help with a priority.
fn taker(priority: PriorityView<'_>) -> Option<SeatView<'_>> {
    let staffed = priority.contributors().filter(|seat| seat.holding().person().is_some());
    staffed.min_by_key(|seat| (seat.total_load(), seat.id()))
}

pub(super) fn seat(side: &Asking<'_>, finding: &Finding) -> Option<Question> {
    let seat = subject_seat(side, finding)?;
    let mut owners: Vec<_> = seat.owners().collect();
    owners.sort_by_key(|person| person.id());
    let names: Vec<&str> = owners.iter().map(|person| person.name()).collect();
    let question = format!("who owns the seat `{}`: {}?", seat.id(), alternatives(&names));
    let mut options: Vec<String> = owners.into_iter().map(loaded).collect();
    options.push("nobody alone: split the seat".to_owned());
    Some((question, options))
}

pub(super) fn metric(side: &Asking<'_>, finding: &Finding) -> Option<Question> {
    let metric = subjects(side, finding).find_map(EntryView::metric)?;
    let named = by_id(metric.owners());
    let measured = by_id(metric.measures().flat_map(|priority| priority.owners()));
    let seats = if named.is_empty() { measured } else { named };
    let ids: Vec<&str> = seats.iter().map(|seat| seat.id().as_str()).collect();
    let question = match ids.as_slice() {
        [] | [_] => format!("who answers for the metric `{}`, \"{}\"?", metric.id(), metric.title()),
        ids => format!("who answers for the metric `{}`: {}?", metric.id(), alternatives(ids)),
    };
    Some((question, seats.into_iter().take(ANSWERS).map(held).collect()))
}

pub(super) fn promise(side: &Asking<'_>, _: &Finding) -> Option<Question> {
    let promise = side.graph.chart().strategy.get()?.promise.get()?;
    let said = promise.text.get().map_or_else(String::new, |text| format!(" \"{text}\""));
    let options = match side.graph.promise_keeper() {
        Some(seat) => stand_ins(seat).into_iter().map(|cover| format!("{cover} covers `{}`", seat.id())).collect(),
        None => Vec::new(),
    };
    Some((format!("who keeps the promise{said}?"), options))
}

pub(super) fn vacant(side: &Asking<'_>, finding: &Finding) -> Option<Question> {
    subject_seat(side, finding).map(cover)
}

/// One question for a vacant seat, whichever of the rules asks: for itself, and for all that hangs on it.
fn cover(seat: SeatView<'_>) -> Question {
    let mut open: Vec<PriorityView<'_>> = seat.priorities().filter(|priority| priority.claims().is_open()).collect();
    open.sort_by_key(|priority| priority.id());
    let mut options = stand_ins(seat);
    let hand_on = open.iter().filter_map(|priority| Some((priority, taker(*priority)?)));
    options.extend(hand_on.take(2).map(|(priority, seat)| format!("hand `{}` to {}", priority.id(), held(seat))));
    if seat.claims().vacant.is_absent() && open.is_empty() {
        options.push("leave it empty: note since when, and the plan".to_owned());
    }
    options.push(match seat.claims().responsibilities.len() {
        0 => "close the seat".to_owned(),
        1 => "close the seat and hand on its responsibility".to_owned(),
        count => format!("close the seat and hand on its {count} responsibilities"),
    });
    let mut hanging: Vec<String> = open.iter().take(ANSWERS).map(|priority| format!("`{}`", priority.id())).collect();
    if open.len() > ANSWERS {
        hanging.push(format!("{} more priorities", open.len() - ANSWERS));
    }
    match seat.reports().count() {
        0 => {}
        1 => hanging.push("one seat that reports to it".to_owned()),
        count => hanging.push(format!("{count} seats that report to it")),
    }
    let hanging = match hanging.as_slice() {
        [] => String::new(),
        [only] => format!(", with {only}"),
        [rest @ .., last] => format!(", with {} and {last}", rest.join(", ")),
    };
    (format!("who covers `{}`{hanging}, until it is filled?", seat.id()), options)
}

/// Who could cover a seat: its backup, else those peers whose titles are most like its own, of equals the least
/// loaded; and its manager.
fn stand_ins(seat: SeatView<'_>) -> Vec<String> {
    let backup = seat.backup();
    let manager = seat.manager().and_then(|manager| manager.holding().person());
    let siblings = seat.manager().into_iter().flat_map(|manager| manager.reports());
    let mut peers: Vec<SeatView<'_>> = siblings.take(CROWD + 1).filter(|peer| *peer != seat).collect();
    // In a crowd nobody is near.
    peers.truncate(if peers.len() < CROWD { CROWD } else { 0 });
    peers.sort_by_key(|peer| (Reverse(words_in_common(seat.title(), peer.title())), peer.total_load(), peer.id()));
    let wanted = if backup.is_some() { 0 } else { 2 };
    let peers = peers.into_iter().filter_map(|peer| peer.holding().person()).take(wanted);
    let mut people = Vec::new();
    for person in backup.into_iter().chain(peers).chain(manager) {
        if !people.contains(&person) {
            people.push(person);
        }
    }
    people.into_iter().map(loaded).collect()
}

fn words_in_common(one: &str, other: &str) -> usize {
    let words: Vec<String> = other.split_whitespace().map(str::to_lowercase).collect();
    one.split_whitespace().filter(|word| words.contains(&word.to_lowercase())).count()
}

pub(super) fn misfit(side: &Asking<'_>, finding: &Finding) -> Option<Question> {
    let seat = subject_seat(side, finding)?;
    let mut options = vec!["stays: agree on what has to change, by when".to_owned()];
    options.extend(seat.backup().map(|backup| format!("the backup takes over: {}", loaded(backup))));
    let who = seat.holding().person().map_or_else(|| "its owner".to_owned(), |person| person.name().to_owned());
    options.push(format!("another seat for {who}"));
    Some((format!("does {who} stay in the seat `{}`?", seat.id()), options))
}
