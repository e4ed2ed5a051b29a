//! Questions about who reports to whom, and about which of two seats does something.

use crate::check::{Finding, letters};
use crate::edit::Intent;
use crate::graph::SeatView;
use crate::model::Noun;
use crate::phrase::{cut, quoted, row, say};
use crate::text::sort;

use super::{ANSWERS, Answer, Asking, Need, Question, alternatives, by_id, held, subject_seat};

pub(super) fn cycle(side: &Asking<'_>, finding: &Finding) -> Option<Question> {
    let seats = by_id(finding.subjects.iter().filter_map(|subject| side.graph.find_seat(&subject.id)));
    let (shown, _) = cut(&seats, ANSWERS);
    let stops = |seat: &SeatView<'_>| {
        let text = say![seat, " stops reporting to ", seat.manager()?];
        let (kind, id, key) = (Noun::Seat, seat.id().to_string(), "reports_to".to_owned());
        Some(Answer::edits(seat.id(), text, vec![Intent::Unset { kind, id, key }]))
    };
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
        let seats: Vec<String> = rest.iter().map(|root| root.id().to_string()).collect();
        let moved = |seat: &String| Intent::Move { seat: seat.clone(), manager: main.id().to_string() };
        let intents = seats.iter().map(moved).collect();
        let options = vec![
            Answer::edits(main.id(), held(side, *main), intents),
            Answer::needs("nobody", "nobody: each is meant to be at the top", accepted(finding, seats)),
        ];
        let (shown, left) = cut(rest, ANSWERS);
        let more = if left > 0 { ", …" } else { "" };
        let question = say!["who do these ", rest.len(), " report to: ", row(shown, ", "), more, "?"];
        return Some((question, options));
    }
    let others = side.roots().iter().filter(|root| **root != seat);
    let below = |root: &SeatView<'_>| {
        let (id, manager) = (seat.id().to_string(), root.id().to_string());
        Answer::edits(root.id(), held(side, *root), vec![Intent::Move { seat: id, manager }])
    };
    let mut options: Vec<Answer> = others.take(ANSWERS).map(below).collect();
    let need = accepted(finding, vec![seat.id().to_string()]);
    options.push(Answer::needs("nobody", "nobody: it is meant to be at the top too", need));
    Some((say!["who does ", seat, " report to?"], options))
}

/// That what a rule finds at seats is intended.
fn accepted(finding: &Finding, seats: Vec<String>) -> Need {
    Need::Accepted { rule: finding.rule.id.to_string(), seats }
}

pub(super) fn claimed_twice(side: &Asking<'_>, finding: &Finding) -> Option<Question> {
    let seat = side.graph.seat_answering_at(finding.span)?;
    let said = seat.claims().responsibilities.iter().find(|one| one.span() == finding.span)?;
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
    let keeps = |seat: SeatView<'_>| {
        let others = claims.iter().filter(|claim| claim.seat != seat).map(|claim| Intent::Remove {
            kind: Noun::Seat,
            id: claim.seat.id().to_string(),
            key: "responsibilities".to_owned(),
            values: vec![claim.text.to_owned()],
        });
        Answer::edits(seat.id(), held(side, seat), others.collect())
    };
    Some((question, seats.into_iter().take(ANSWERS).map(keeps).collect()))
}

pub(super) fn wide(side: &Asking<'_>, finding: &Finding) -> Option<Question> {
    let seat = subject_seat(side, finding)?;
    let mut leads: Vec<SeatView<'_>> = seat.reports().filter(|report| report.reports().next().is_some()).collect();
    sort::by_key(&mut leads, |report| (report.reports().count(), report.id()));
    let some = |lead: SeatView<'_>| {
        Answer::needs(lead.id(), say!["some to ", held(side, lead)], Need::Reports { to: lead.id().to_string() })
    };
    let mut options: Vec<Answer> = leads.into_iter().take(2).map(some).collect();
    options.push("a new seat between".into());
    let count = seat.reports().count();
    Some((say!["which of the ", count, " that report to ", held(side, seat), " report elsewhere?"], options))
}

pub(super) fn deep(side: &Asking<'_>, finding: &Finding) -> Option<Question> {
    let seat = subject_seat(side, finding)?;
    let mut between: Vec<SeatView<'_>> = seat.managers().filter(|manager| manager.manager().is_some()).collect();
    sort::by_key(&mut between, |manager| (manager.reports().count(), manager.id()));
    let options = between.into_iter().take(ANSWERS).map(|layer| {
        let text = match layer.reports().count() {
            1 => say![held(side, layer), ", to which one seat reports"],
            count => say![held(side, layer), ", to which ", count, " seats report"],
        };
        let to = layer.manager().map(|above| above.id().to_string());
        Answer::edits(layer.id(), text, vec![Intent::Close { seat: layer.id().to_string(), to }])
    });
    Some((say!["which of the ", side.graph.layers(), " layers can go?"], options.collect()))
}
