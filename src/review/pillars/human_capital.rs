//! Human capital: whether the right people are in the seats, with time for them, and others could step in.

use crate::check::Judged;
use crate::graph::{Holding, SeatView};
use crate::model::Claim;
use crate::phrase::{row, say};
use crate::review::Proportion;

use super::{UNREADABLE, is_unclear, unheld, unless};

pub(super) fn shares<'a>(side: &'a Judged<'a>) -> Vec<Proportion<'a>> {
    vec![staffed(side), within_capacity(side), fitting(side), backed(side)]
}

fn staffed<'a>(side: &'a Judged<'a>) -> Proportion<'a> {
    let entries = side.graph.seats().map(|seat| (side.entry(seat), unheld(seat.holding())));
    Proportion::of("seats that somebody owns or covers", entries)
}

fn within_capacity<'a>(side: &'a Judged<'a>) -> Proportion<'a> {
    let people = side.graph.people().filter(|person| person.held().next().is_some());
    let entries = people.map(|person| {
        let (load, capacity) = (person.total_load(), person.claims().capacity());
        let why = match person.claims().capacity {
            Claim::Wrong => Some(UNREADABLE.into()),
            Claim::Absent | Claim::Given(_) => {
                unless(!side.norms.is_over(person), || say!["load ", load, " of ", capacity])
            }
        };
        (side.entry(person), why)
    });
    Proportion::of("people who hold seats and are within their capacity", entries)
}

fn fitting<'a>(side: &'a Judged<'a>) -> Proportion<'a> {
    let entries = side.graph.seats().filter_map(|seat| {
        let fit = match &seat.claims().fit {
            Claim::Given(fit) => &fit.value,
            Claim::Absent => return None,
            Claim::Wrong => return Some((side.entry(seat), Some(UNREADABLE.into()))),
        };
        let counts = [("head", &fit.head), ("heart", &fit.heart), ("briefcase", &fit.briefcase)];
        let misses: Vec<&'static str> =
            counts.iter().filter(|(_, claim)| claim.get() == Some(&false)).map(|(count, _)| *count).collect();
        if misses.is_empty() && counts.iter().any(|(_, claim)| matches!(claim, Claim::Wrong)) {
            return Some((side.entry(seat), Some(UNREADABLE.into())));
        }
        // Half an assessment without a "no" does not count yet.
        let is_assessed = !misses.is_empty() || counts.iter().all(|(_, claim)| claim.get().is_some());
        is_assessed.then(|| (side.entry(seat), unless(misses.is_empty(), || say!["not in ", row(&misses, ", ")])))
    });
    Proportion::of("assessed seats whose owner fits in head, heart and briefcase", entries)
}

fn backed<'a>(side: &'a Judged<'a>) -> Proportion<'a> {
    let may_be_key = |seat: &SeatView<'_>| seat.priorities().any(|one| one.claims().is_open() && is_unclear(&one));
    let held = side.graph.seats().filter(|seat| !matches!(seat.holding(), Holding::Vacant));
    let key = held.filter(|seat| side.norms.key(*seat).is_some() || may_be_key(seat));
    let entries = key.map(|seat| {
        let why = match &seat.claims().backup {
            _ if side.norms.key(seat).is_none() => Some(UNREADABLE.into()),
            Claim::Absent => Some("no backup".into()),
            Claim::Given(_) if seat.is_its_own_backup() => Some("its backup holds it".into()),
            Claim::Given(_) if seat.lacks_backup() => Some("no backup".into()),
            Claim::Given(_) if seat.backup().is_some() => None,
            Claim::Given(backup) if side.is_dangling(backup.span()) => Some("its backup is not in the chart".into()),
            Claim::Given(_) | Claim::Wrong => Some(UNREADABLE.into()),
        };
        (side.entry(seat), why)
    });
    Proportion::of("key seats with a backup (the top layers, and owners of strategic priorities)", entries)
}
