//! Who reports to whom, and which of two seats.

use crate::check::{Finding, letters};
use crate::graph::SeatView;
use crate::phrase::{cut, quoted, row, say};

use super::{ANSWERS, Answer, Asking, Question, alternatives, by_id, held, subject_seat};

pub(super) fn cycle(side: &Asking<'_>, finding: &Finding) -> Option<Question> {
    let seats = by_id(finding.subjects.iter().filter_map(|subject| side.graph.find_seat(&subject.id)));
    let (shown, _) = cut(&seats, ANSWERS);
    let stops = |seat: &SeatView<'_>| Some(say![seat, " stops reporting to ", seat.manager()?].into());
    let options: Vec<Answer> = shown.iter().filter_map(stops).collect();
    let question = match shown {
        [only] => say!["who does ", only, " report to, if not itself?"],
        seats => say!["which of ", alternatives(seats), " stands at the top?"],
    };
    (!options.is_empty()).then_some((question, options))
}

pub(super) fn second_root(side: &Asking<'_>, finding: &Finding) -> Option<Question> {
    let seat = subject_seat(side, finding)?;
    if let [main, rest @ ..] = side.roots()
        && finding.subjects.len() > 1
    {
        let options = vec![held(side, *main).into(), "nobody: they are tops of their own on purpose".into()];
        let (shown, left) = cut(rest, ANSWERS);
        let more = if left > 0 { ", …" } else { "" };
        let question = say!["who do these ", rest.len(), " report to: ", row(shown, ", "), more, "?"];
        return Some((question, options));
    }
    let others = side.roots().iter().filter(|root| **root != seat);
    let mut options: Vec<Answer> = others.take(ANSWERS).map(|root| held(side, *root).into()).collect();
    options.push("nobody: it is a second top on purpose".into());
    Some((say!["who does ", seat, " report to?"], options))
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
    let question = match seats.len() {
        1 => return None,
        count if count > ANSWERS => {
            say!["who answers for ", quoted(text), ", which is claimed ", claims.len(), " times?"]
        }
        _ => say!["who answers for ", quoted(text), ": ", alternatives(&seats), "?"],
    };
    Some((question, seats.into_iter().take(ANSWERS).map(|seat| held(side, seat).into()).collect()))
}

pub(super) fn wide(side: &Asking<'_>, finding: &Finding) -> Option<Question> {
    let seat = subject_seat(side, finding)?;
    let mut leads: Vec<SeatView<'_>> = seat.reports().filter(|report| report.reports().next().is_some()).collect();
    leads.sort_by_key(|report| (report.reports().count(), report.id()));
    let mut options: Vec<Answer> =
        leads.into_iter().take(2).map(|lead| say!["some to ", held(side, lead)].into()).collect();
    options.push("a new seat between".into());
    let count = seat.reports().count();
    Some((say!["which of the ", count, " that report to ", held(side, seat), " report elsewhere?"], options))
}

pub(super) fn deep(side: &Asking<'_>, finding: &Finding) -> Option<Question> {
    let seat = subject_seat(side, finding)?;
    let mut between: Vec<SeatView<'_>> = seat.managers().filter(|manager| manager.manager().is_some()).collect();
    between.sort_by_key(|manager| (manager.reports().count(), manager.id()));
    let options = between.into_iter().take(ANSWERS).map(|manager| match manager.reports().count() {
        1 => say![held(side, manager), ", to which one seat reports"].into(),
        count => say![held(side, manager), ", to which ", count, " seats report"].into(),
    });
    Some((say!["which of the ", side.graph.layers(), " layers can go?"], options.collect()))
}
