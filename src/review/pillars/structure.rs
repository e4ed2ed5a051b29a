//! Activities and structure: whether everything has one owner, and nobody too much.

use std::collections::BTreeMap;

use compact_str::CompactString;

use crate::check::{Judged, letters};
use crate::graph::{Answer, Holding, Orphan, SeatView};
use crate::review::{Entry, Proportion};
use crate::text::Span;

use super::leadership::unheld;
use super::unless;

/// So many of the seats that claim one responsibility are named.
const SHOWN: usize = 6;

pub(super) fn shares<'a>(side: &'a Judged<'a>) -> Vec<Proportion<'a>> {
    vec![answered(side), owned(side), within_load(side), claimed_once(side), reviewed(side)]
}

fn answered<'a>(side: &'a Judged<'a>) -> Proportion<'a> {
    let known = side.open_priorities().filter(|priority| !matches!(priority.answer(), Answer::Unknown));
    let entries = known.map(|priority| (side.entry(priority), unanswered(priority.answer())));
    Proportion::of("priorities with exactly one accountable person", entries)
}

/// Why not exactly one person answers for a priority.
pub(in crate::review) fn unanswered(answer: Answer<'_>) -> Option<String> {
    Some(match answer {
        Answer::Accountable { .. } | Answer::Unknown => return None,
        Answer::Unowned => "no owner".to_owned(),
        Answer::Shared => "more than one owner".to_owned(),
        Answer::Orphaned(Orphan::Vacant(seat)) => format!("`{}` is vacant", seat.id()),
        Answer::Orphaned(Orphan::CutOff(seat)) => format!("`{}` leads to no root", seat.id()),
        Answer::Orphaned(Orphan::Missing) => "its owner is not in the chart".to_owned(),
        Answer::Orphaned(Orphan::Purposeless(dropped)) => format!("`{}`, which it supports, was dropped", dropped.id()),
    })
}

fn owned<'a>(side: &'a Judged<'a>) -> Proportion<'a> {
    let known = side.graph.seats().filter(|seat| !matches!(seat.holding(), Holding::Unknown));
    let entries = known.map(|seat| {
        let why = match seat.holding() {
            Holding::Interim(person) => Some(format!("no owner; {} covers", person.name())),
            holding => unheld(holding),
        };
        (side.entry(seat), why)
    });
    Proportion::of("seats with exactly one owner", entries)
}

fn within_load<'a>(side: &'a Judged<'a>) -> Proportion<'a> {
    let max = side.norms.most_in_a_seat();
    let entries = side.graph.seats().map(|seat| {
        let load = seat.total_load();
        (side.entry(seat), unless(!side.norms.is_overloaded(seat), || format!("load {load} of {max}")))
    });
    Proportion::of("seats within the load of one full-time person", entries)
}

/// The responsibilities by their letters, with every seat that claims each, by id.
pub(in crate::review) type Claims<'a> = BTreeMap<CompactString, Vec<Claimed<'a>>>;

/// A responsibility of a seat.
#[derive(Clone, Copy, Debug)]
pub(in crate::review) struct Claimed<'a> {
    pub(in crate::review) seat: SeatView<'a>,
    pub(in crate::review) text: &'a str,
    span: Span,
}

pub(in crate::review) fn claims<'a>(side: &'a Judged<'a>) -> Claims<'a> {
    let mut claims = Claims::new();
    for seat in side.graph.seats() {
        for responsibility in &seat.claims().responsibilities {
            let (text, span) = (responsibility.value.as_str(), responsibility.span);
            claims.entry(letters(text)).or_default().push(Claimed { seat, text, span });
        }
    }
    for claimed in claims.values_mut() {
        claimed.sort_by_key(|claim| (claim.seat.id(), claim.span));
    }
    claims
}

fn claimed_once<'a>(side: &'a Judged<'a>) -> Proportion<'a> {
    let claims = claims(side);
    let entries = claims.values().map(|claims| {
        let first = claims[0];
        let entry = Entry { name: first.text, place: side.line(first.span), ..side.entry(first.seat) };
        let why = || {
            let others = claims.iter().skip(1).take(SHOWN).map(|claim| format!("`{}`", claim.seat.id()));
            let more = claims.len().saturating_sub(SHOWN + 1);
            let more = if more > 0 { format!(" and {more} more") } else { String::new() };
            format!("\"{}\" is also claimed by {}{more}", first.text, others.collect::<Vec<_>>().join(", "))
        };
        (entry, unless(claims.len() == 1, why))
    });
    Proportion::of("responsibilities claimed once", entries)
}

fn reviewed<'a>(side: &'a Judged<'a>) -> Proportion<'a> {
    let chart = side.graph.chart();
    let reviewed = chart.reviewed.spanned().map(|reviewed| (reviewed.value, reviewed.span, "last reviewed"));
    let revision = chart.revision.spanned().filter(|_| chart.reviewed.is_absent());
    let day = reviewed.or(revision
        .map(|revision| (revision.value.first_day(), revision.span, "no review is noted, and the revision began")));
    let max = side.norms.days_between_reviews();
    let entries = day.map(|(day, span, what)| {
        let age = side.today.days_since(day);
        let why = || format!("{what} {age} days ago, on {day}; a quarter and a little are {max}");
        (side.statement("reviewed", Some(span)), unless(!side.norms.is_stale(age), why))
    });
    Proportion::of("reviewed within the quarter", entries)
}
