//! Who reports to whom, and which of two seats.

use crate::check::Finding;
use crate::graph::SeatView;
use crate::review::Side;

use super::{ANSWERS, Question, alternatives, by_id, held, subject_seat};

pub(super) fn cycle(side: &Side<'_>, finding: &Finding) -> Option<Question> {
    let seat = subject_seat(side, finding)?;
    let path = side.graph.seat_loops().find(|path| path.contains(&seat))?;
    let options = path
        .iter()
        .take(ANSWERS)
        .filter_map(|seat| Some(format!("`{}` stops reporting to `{}`", seat.id(), seat.manager()?.id())));
    let ids: Vec<&str> = path.iter().take(ANSWERS).map(|seat| seat.id().as_str()).collect();
    Some((format!("which of {} stands at the top?", alternatives(&ids)), options.collect()))
}

pub(super) fn second_root(side: &Side<'_>, finding: &Finding) -> Option<Question> {
    let seat = subject_seat(side, finding)?;
    let mut roots: Vec<SeatView<'_>> =
        side.graph.seats().filter(|root| root.claims().reports_to.is_absent() && *root != seat).collect();
    roots.sort_by_key(|root| (std::cmp::Reverse(root.count_below()), root.id()));
    let mut options: Vec<String> = roots.into_iter().take(ANSWERS).map(held).collect();
    options.push("nobody: it is a second top on purpose".to_owned());
    Some((format!("who does `{}` report to?", seat.id()), options))
}

pub(super) fn claimed_twice(side: &Side<'_>, finding: &Finding) -> Option<Question> {
    let subjects = finding.subjects.iter().filter(|subject| subject.kind == "seat");
    let mut seats = by_id(subjects.filter_map(|subject| side.graph.find_seat(&subject.id)));
    seats.dedup();
    let ids: Vec<&str> = seats.iter().map(|seat| seat.id().as_str()).collect();
    if ids.len() < 2 {
        return None;
    }
    let text = side.sources.text(finding.span).trim_matches(['"', '\'']);
    Some((format!("who answers for \"{text}\": {}?", alternatives(&ids)), seats.into_iter().map(held).collect()))
}

pub(super) fn wide(side: &Side<'_>, finding: &Finding) -> Option<Question> {
    let seat = subject_seat(side, finding)?;
    let mut leads: Vec<SeatView<'_>> = seat.reports().filter(|report| report.reports().next().is_some()).collect();
    leads.sort_by_key(|report| (report.reports().count(), report.id()));
    let mut options: Vec<String> = leads.into_iter().take(2).map(|lead| format!("some to {}", held(lead))).collect();
    options.push("a new seat between".to_owned());
    let count = seat.reports().count();
    Some((format!("which of the {count} that report to {} report elsewhere?", held(seat)), options))
}

pub(super) fn deep(side: &Side<'_>, finding: &Finding) -> Option<Question> {
    let seat = subject_seat(side, finding)?;
    let mut between: Vec<SeatView<'_>> = seat.managers().filter(|manager| manager.manager().is_some()).collect();
    between.sort_by_key(|manager| (manager.reports().count(), manager.id()));
    let options = between.into_iter().take(ANSWERS).map(|manager| match manager.reports().count() {
        1 => format!("{}, to which one seat reports", held(manager)),
        count => format!("{}, to which {count} seats report", held(manager)),
    });
    Some((format!("which of the {} layers can go?", side.graph.layers()), options.collect()))
}
