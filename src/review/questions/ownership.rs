//! Who answers for it: priorities, seats, metrics and the promise without exactly one owner.

use crate::check::Finding;
use crate::graph::{Answer, Orphan, SeatView};
use crate::review::Side;

use super::{ANSWERS, Question, alternatives, by_id, held, loaded, subject_priority, subject_seat};

pub(super) fn shared(side: &Side<'_>, finding: &Finding) -> Option<Question> {
    let priority = subject_priority(side, finding)?;
    let seats = by_id(priority.owners());
    let ids: Vec<&str> = seats.iter().map(|seat| seat.id().as_str()).collect();
    let question = format!("who answers for `{}`: {}?", priority.id(), alternatives(&ids));
    Some((question, seats.into_iter().map(held).collect()))
}

pub(super) fn unowned(side: &Side<'_>, finding: &Finding) -> Option<Question> {
    let priority = subject_priority(side, finding)?;
    let above = priority.supports().flat_map(|other| other.owners());
    let mut options: Vec<String> = by_id(priority.contributors()).into_iter().chain(by_id(above)).map(held).collect();
    options.truncate(ANSWERS);
    options.push("nobody: drop it".to_owned());
    Some((format!("who answers for `{}`, \"{}\"?", priority.id(), priority.title()), options))
}

pub(super) fn orphaned(side: &Side<'_>, finding: &Finding) -> Option<Question> {
    let priority = subject_priority(side, finding)?;
    let id = priority.id();
    let contributors = by_id(priority.contributors());
    let hand_on = contributors.into_iter().filter(|seat| seat.holding().person().is_some());
    let hand_on = hand_on.take(ANSWERS).map(|seat| format!("hand it to {}", held(seat)));
    let (question, mut options) = match priority.answer() {
        Answer::Orphaned(Orphan::Vacant(seat)) => {
            let covers = stand_ins(seat).into_iter().map(|cover| format!("{cover} covers `{}`", seat.id()));
            (format!("who answers for `{id}` while `{}` is vacant?", seat.id()), covers.collect())
        }
        Answer::Orphaned(Orphan::Purposeless(dropped)) => {
            let question = format!("what is `{id}` for, now that `{}` is dropped?", dropped.id());
            (question, vec!["drop it too".to_owned(), "let it support another priority".to_owned()])
        }
        Answer::Orphaned(Orphan::CutOff(seat) | Orphan::Loose(seat)) => {
            let question = format!("who answers for `{id}`, since its seat `{}` reports to no root?", seat.id());
            (question, vec![format!("say to whom `{}` reports", seat.id())])
        }
        _ => (format!("who answers for `{id}`?"), Vec::new()),
    };
    options.extend(hand_on);
    Some((question, options))
}

pub(super) fn seat(side: &Side<'_>, finding: &Finding) -> Option<Question> {
    let seat = subject_seat(side, finding)?;
    let mut owners: Vec<_> = seat.owners().collect();
    owners.sort_by_key(|person| person.id());
    let names: Vec<&str> = owners.iter().map(|person| person.name()).collect();
    let question = format!("who owns the seat `{}`: {}?", seat.id(), alternatives(&names));
    let mut options: Vec<String> = owners.into_iter().map(loaded).collect();
    options.push("nobody alone: split the seat".to_owned());
    Some((question, options))
}

pub(super) fn metric(side: &Side<'_>, finding: &Finding) -> Option<Question> {
    let subject = finding.subjects.iter().find(|subject| subject.kind == "metric")?;
    let metric = side.graph.find_metric(&subject.id)?;
    let named = by_id(metric.owners());
    let measured = by_id(metric.measures().flat_map(|priority| priority.owners()));
    let seats = if named.is_empty() { measured } else { named };
    let ids: Vec<&str> = seats.iter().map(|seat| seat.id().as_str()).collect();
    let colon = if ids.is_empty() { "" } else { ": " };
    let question = format!("who answers for the metric `{}`{colon}{}?", metric.id(), alternatives(&ids));
    Some((question, seats.into_iter().take(ANSWERS).map(held).collect()))
}

pub(super) fn promise(side: &Side<'_>, _: &Finding) -> Option<Question> {
    let promise = side.graph.chart().strategy.get()?.promise.get()?;
    let said = promise.text.get().map_or_else(String::new, |text| format!(" \"{text}\""));
    let options = match side.graph.promise_keeper() {
        Some(seat) => stand_ins(seat).into_iter().map(|cover| format!("{cover} covers `{}`", seat.id())).collect(),
        None => Vec::new(),
    };
    Some((format!("who keeps the promise{said}?"), options))
}

pub(super) fn vacant(side: &Side<'_>, finding: &Finding) -> Option<Question> {
    let seat = subject_seat(side, finding)?;
    let mut options: Vec<String> = stand_ins(seat).into_iter().map(|cover| format!("{cover} covers")).collect();
    if seat.claims().vacant.is_absent() {
        options.push("leave it empty: note since when, and the plan".to_owned());
    }
    options.push(match seat.claims().responsibilities.len() {
        0 => "close the seat".to_owned(),
        1 => "close the seat and hand on its responsibility".to_owned(),
        count => format!("close the seat and hand on its {count} responsibilities"),
    });
    let led = match seat.reports().count() {
        0 => String::new(),
        1 => ", to which another reports,".to_owned(),
        count => format!(", to which {count} report,"),
    };
    Some((format!("who covers `{}`{led} until it is filled?", seat.id()), options))
}

/// Who could cover a seat: its backup, the least loaded of its peers, and its manager.
fn stand_ins(seat: SeatView<'_>) -> Vec<String> {
    let backup = seat.backup();
    let manager = seat.manager().and_then(|manager| manager.holding().person());
    let mut peers: Vec<_> = seat
        .manager()
        .into_iter()
        .flat_map(|manager| manager.reports())
        .filter_map(|peer| Some((peer.total_load(), peer.id(), peer.holding().person()?)))
        .collect();
    peers.sort_by_key(|(load, id, _)| (*load, *id));
    let peers = peers.into_iter().map(|(.., person)| person).take(2);
    let mut people = Vec::new();
    for person in backup.into_iter().chain(peers).chain(manager) {
        if !people.contains(&person) {
            people.push(person);
        }
    }
    people.into_iter().map(loaded).collect()
}

pub(super) fn misfit(side: &Side<'_>, finding: &Finding) -> Option<Question> {
    let seat = subject_seat(side, finding)?;
    let mut options = vec!["stays: agree on what has to change, by when".to_owned()];
    options.extend(seat.backup().map(|backup| format!("the backup takes over: {}", loaded(backup))));
    let who = seat.holding().person().map_or_else(|| "its owner".to_owned(), |person| person.name().to_owned());
    options.push(format!("another seat for {who}"));
    Some((format!("does {who} stay in the seat `{}`?", seat.id()), options))
}
