//! Activities and structure: whether everything has one owner, and nobody too much.

use std::collections::BTreeMap;

use compact_str::CompactString;

use crate::check::{Judged, letters};
use crate::graph::{Answer, Holding, SeatView, by_name};
use crate::model::Claim;
use crate::phrase::{cut, quoted, row, say};
use crate::review::{Entry, Proportion};
use crate::text::{Span, sort};

use super::{UNREADABLE, unheld, unless, unreadable};

/// How many of the seats that claim one responsibility are named.
const SHOWN: usize = 6;

pub(super) fn shares<'a>(side: &'a Judged<'a>) -> Vec<Proportion<'a>> {
    vec![answered(side), owned(side), within_load(side), claimed_once(side), reviewed(side)]
}

fn answered<'a>(side: &'a Judged<'a>) -> Proportion<'a> {
    let entries = side.open_priorities().map(|priority| {
        let answer = priority.answer();
        let is_unknown = matches!(answer, Answer::Unknown);
        (side.entry(priority), if is_unknown { Some(UNREADABLE.into()) } else { answer.why() })
    });
    Proportion::of("priorities with exactly one accountable person", entries)
}

fn owned<'a>(side: &'a Judged<'a>) -> Proportion<'a> {
    let entries = side.graph.seats().map(|seat| {
        let why = match seat.holding() {
            Holding::Interim(person) => Some(say!["no owner; ", by_name(person), " covers"]),
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
        (side.entry(seat), unless(!side.norms.is_overloaded(seat), || say!["load ", load, " of ", max]))
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
            let (text, span) = (responsibility.value.as_str(), responsibility.span());
            claims.entry(letters(text)).or_default().push(Claimed { seat, text, span });
        }
    }
    for claimed in claims.values_mut() {
        sort::by_key(claimed, |claim| (claim.seat.id(), claim.span));
    }
    claims
}

fn claimed_once<'a>(side: &'a Judged<'a>) -> Proportion<'a> {
    let claims = claims(side);
    let entries = claims.values().map(|claims| {
        let first = claims[0];
        let entry = Entry { name: first.text, place: side.line(first.span), ..side.entry(first.seat) };
        let why = || {
            let (others, left) = cut(&claims[1..], SHOWN);
            let more = (left > 0).then(|| say![" and ", left, " more"]);
            let others = row(others.iter().map(|claim| claim.seat), ", ");
            say![quoted(first.text), " is also claimed by ", others, more]
        };
        (entry, unless(claims.len() == 1, why))
    });
    Proportion::of("responsibilities claimed once", entries)
}

fn reviewed<'a>(side: &'a Judged<'a>) -> Proportion<'a> {
    let chart = side.graph.chart();
    let is_stale = |day| side.norms.is_stale(side.today.days_since(day));
    let reviewed = chart.reviewed.spanned().map(|reviewed| (reviewed.value, reviewed.span(), "last reviewed"));
    // Where none is noted and none was due yet, nothing is known.
    let revision = chart.revision.spanned().filter(|_| chart.reviewed.is_absent());
    let overdue = revision
        .map(|revision| (revision.value.first_day(), revision.span(), "no review is noted, and the revision began"))
        .filter(|(day, ..)| is_stale(*day));
    let max = side.norms.days_between_reviews();
    let entries = reviewed.or(overdue).map(|(day, span, what)| {
        let is_to_come = day > side.latest;
        let age = side.today.days_since(day);
        let why = || {
            if is_to_come {
                return say!["dated ", day, ", which is in the future"];
            }
            say![what, " ", age, " days ago, on ", day, "; at most ", max, " are accepted"]
        };
        (side.statement("reviewed", Some(span)), unless(!is_to_come && !is_stale(day), why))
    });
    Proportion::of(
        "reviewed within the quarter",
        entries.or(unreadable(side, "reviewed", matches!(chart.reviewed, Claim::Wrong))),
    )
}
