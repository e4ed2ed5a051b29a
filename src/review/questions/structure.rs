//! Who reports to whom, and which of two seats.

use crate::check::{Finding, letters};
use crate::graph::SeatView;

use super::{ANSWERS, Asking, Question, alternatives, by_id, held, subject_seat};

pub(super) fn cycle(side: &Asking<'_>, finding: &Finding) -> Option<Question> {
    let seats = by_id(finding.subjects.iter().filter_map(|subject| side.graph.find_seat(&subject.id)));
    let options = seats
        .iter()
        .take(ANSWERS)
        .filter_map(|seat| Some(format!("`{}` stops reporting to `{}`", seat.id(), seat.manager()?.id())));
    let ids: Vec<&str> = seats.iter().take(ANSWERS).map(|seat| seat.id().as_str()).collect();
    let question = match ids.as_slice() {
        [only] => format!("who does `{only}` report to, if not itself?"),
        ids => format!("which of {} stands at the top?", alternatives(ids)),
    };
    let options: Vec<String> = options.collect();
    (!options.is_empty()).then_some((question, options))
}

pub(super) fn second_root(side: &Asking<'_>, finding: &Finding) -> Option<Question> {
    let seat = subject_seat(side, finding)?;
    if let [main, rest @ ..] = side.roots()
        && finding.subjects.len() > 1
    {
        let options = vec![held(*main), "nobody: they are tops of their own on purpose".to_owned()];
        let ids: Vec<&str> = rest.iter().take(ANSWERS).map(|root| root.id().as_str()).collect();
        let more = if rest.len() > ANSWERS { ", …" } else { "" };
        let ids: Vec<String> = ids.iter().map(|id| format!("`{id}`")).collect();
        return Some((format!("who do these {} report to: {}{more}?", rest.len(), ids.join(", ")), options));
    }
    let others = side.roots().iter().filter(|root| **root != seat);
    let mut options: Vec<String> = others.take(ANSWERS).map(|root| held(*root)).collect();
    options.push("nobody: it is a second top on purpose".to_owned());
    Some((format!("who does `{}` report to?", seat.id()), options))
}

pub(super) fn claimed_twice(side: &Asking<'_>, finding: &Finding) -> Option<Question> {
    let seat = side.graph.seat_answering_at(finding.span)?;
    let said = seat.claims().responsibilities.iter().find(|one| one.span == finding.span)?;
    let claims = side.claims().get(&letters(said.value.as_str()))?;
    let text = claims[0].text;
    let mut seats: Vec<SeatView<'_>> = Vec::new();
    for claim in claims {
        if seats.last() != Some(&claim.seat) {
            seats.push(claim.seat);
        }
        if seats.len() > ANSWERS {
            break;
        }
    }
    let ids: Vec<&str> = seats.iter().map(|seat| seat.id().as_str()).collect();
    let question = match seats.len() {
        1 => return None,
        count if count > ANSWERS => format!("who answers for \"{text}\", which is claimed {} times?", claims.len()),
        _ => format!("who answers for \"{text}\": {}?", alternatives(&ids)),
    };
    Some((question, seats.into_iter().take(ANSWERS).map(held).collect()))
}

pub(super) fn wide(side: &Asking<'_>, finding: &Finding) -> Option<Question> {
    let seat = subject_seat(side, finding)?;
    let mut leads: Vec<SeatView<'_>> = seat.reports().filter(|report| report.reports().next().is_some()).collect();
    leads.sort_by_key(|report| (report.reports().count(), report.id()));
    let mut options: Vec<String> = leads.into_iter().take(2).map(|lead| format!("some to {}", held(lead))).collect();
    options.push("a new seat between".to_owned());
    let count = seat.reports().count();
    Some((format!("which of the {count} that report to {} report elsewhere?", held(seat)), options))
}

pub(super) fn deep(side: &Asking<'_>, finding: &Finding) -> Option<Question> {
    let seat = subject_seat(side, finding)?;
    let mut between: Vec<SeatView<'_>> = seat.managers().filter(|manager| manager.manager().is_some()).collect();
    between.sort_by_key(|manager| (manager.reports().count(), manager.id()));
    let options = between.into_iter().take(ANSWERS).map(|manager| match manager.reports().count() {
        1 => format!("{}, to which one seat reports", held(manager)),
        count => format!("{}, to which {count} seats report", held(manager)),
    });
    Some((format!("which of the {} layers can go?", side.graph.layers()), options.collect()))
}
