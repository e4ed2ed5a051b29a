//! Activities and structure: whether everything has one owner, and nobody too much.

use std::collections::BTreeMap;

use crate::check::letters;
use crate::graph::{Answer, Holding, Orphan, SeatView};
use crate::model::Share;
use crate::review::{Entry, Missed, Proportion, Side};

use super::leadership::unheld;
use super::unless;

pub(super) fn shares<'a>(side: &Side<'a>) -> Vec<Proportion<'a>> {
    vec![answered(side), owned(side), within_load(side), claimed_once(side), reviewed(side)]
}

fn answered<'a>(side: &Side<'a>) -> Proportion<'a> {
    let known = side.open_priorities().filter(|priority| !matches!(priority.answer(), Answer::Unknown));
    let entries = known.map(|priority| (side.priority(priority), unanswered(priority.answer())));
    Proportion::of("priorities with exactly one accountable person", entries)
}

/// Why not exactly one person answers for a priority.
pub(in crate::review) fn unanswered(answer: Answer<'_>) -> Option<String> {
    Some(match answer {
        Answer::Accountable { .. } | Answer::Unknown => return None,
        Answer::Unowned => "no owner".to_owned(),
        Answer::Shared => "more than one owner".to_owned(),
        Answer::Orphaned(Orphan::Vacant(seat)) => format!("`{}` is vacant", seat.id()),
        Answer::Orphaned(Orphan::CutOff(seat) | Orphan::Loose(seat)) => format!("`{}` leads to no root", seat.id()),
        Answer::Orphaned(Orphan::Missing) => "its owner is not in the chart".to_owned(),
        Answer::Orphaned(Orphan::Purposeless(dropped)) => format!("`{}`, which it supports, was dropped", dropped.id()),
    })
}

fn owned<'a>(side: &Side<'a>) -> Proportion<'a> {
    let known = side.graph.seats().filter(|seat| !matches!(seat.holding(), Holding::Unknown));
    let entries = known.map(|seat| {
        let why = match seat.holding() {
            Holding::Interim(person) => Some(format!("no owner; {} covers", person.name())),
            holding => unheld(holding),
        };
        (side.seat(seat), why)
    });
    Proportion::of("seats with exactly one owner", entries)
}

fn within_load<'a>(side: &Side<'a>) -> Proportion<'a> {
    let max = Share::thousandths(10) * side.limit("overloaded-seat", "percent");
    let entries = side.graph.seats().map(|seat| {
        let load = seat.total_load();
        (side.seat(seat), unless(load <= max, || format!("load {load} of {max}")))
    });
    Proportion::of("seats within the load of one full-time person", entries)
}

fn claimed_once<'a>(side: &Side<'a>) -> Proportion<'a> {
    let mut claims: BTreeMap<_, Vec<(SeatView<'a>, Entry<'a>)>> = BTreeMap::new();
    for seat in side.graph.seats() {
        for responsibility in &seat.claims().responsibilities {
            let text = responsibility.value.as_str();
            let place = side.place(responsibility.span);
            claims
                .entry(letters(text))
                .or_default()
                .push((seat, Entry { kind: "seat", name: text, place, ..side.seat(seat) }));
        }
    }
    let mut missed = Vec::new();
    for claim in claims.values_mut().filter(|claim| claim.len() > 1) {
        claim.sort_by_key(|(seat, entry)| (seat.id(), entry.place));
        let seats: Vec<String> = claim.iter().map(|(seat, _)| format!("`{}`", seat.id())).collect();
        missed.push(Missed { entry: claim[0].1, why: format!("claimed by {}", seats.join(" and ")) });
    }
    missed.sort_by_key(|missed| (missed.entry.id, missed.entry.place));
    let share = Proportion::counted("responsibilities claimed once", claims.len() - missed.len(), claims.len());
    Proportion { missed, ..share }
}

fn reviewed<'a>(side: &Side<'a>) -> Proportion<'a> {
    let chart = side.graph.chart();
    let reviewed = chart.reviewed.spanned().map(|reviewed| (reviewed.value, reviewed.span, "last reviewed"));
    let revision = chart.revision.spanned().filter(|_| chart.reviewed.is_absent());
    let day =
        reviewed.or(revision.map(|revision| (revision.value.first_day(), revision.span, "no review noted since")));
    let max = side.limit("stale-review", "days");
    let entries = day.map(|(day, span, what)| {
        let age = side.today.days_since(day);
        let is_recent = usize::try_from(age).map_or(true, |age| age <= max);
        let why = || format!("{what} {age} days ago, on {day}; a quarter and a little are {max}");
        (side.statement("reviewed", Some(span)), unless(is_recent, why))
    });
    Proportion::of("reviewed within the quarter", entries)
}
