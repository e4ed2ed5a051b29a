//! Leadership: whether those who lead are there, have a goal, and lead neither too few nor too many.

use crate::check::Judged;
use crate::graph::Holding;
use crate::phrase::{count, say, text};
use crate::review::Proportion;

use super::unless;

pub(super) fn shares<'a>(side: &'a Judged<'a>) -> Vec<Proportion<'a>> {
    vec![staffed(side), priorities(side), spans(side), layers(side)]
}

fn staffed<'a>(side: &'a Judged<'a>) -> Proportion<'a> {
    let known = side.managers().filter(|seat| !matches!(seat.holding(), Holding::Unknown));
    let entries = known.map(|seat| (side.entry(seat), seat.holding().why_unheld()));
    Proportion::of("seats with reports that somebody owns or covers", entries)
}

fn priorities<'a>(side: &'a Judged<'a>) -> Proportion<'a> {
    let has_any = side.open_priorities().next().is_some();
    let entries = side.managers().filter(|_| has_any).map(|seat| {
        let owns = seat.priorities().any(|priority| priority.claims().is_open());
        (side.entry(seat), unless(owns, || "owns no open priority".into()))
    });
    Proportion::of("seats with reports that own a priority", entries)
}

fn spans<'a>(side: &'a Judged<'a>) -> Proportion<'a> {
    let entries = side.managers().filter_map(|seat| {
        let band = side.norms.band(seat)?;
        let reports = seat.reports().count();
        let why = || say![count(reports, "report", "reports"), ", the band is ", text(band)];
        Some((side.entry(seat), unless(band.holds(reports), why)))
    });
    Proportion::of("seats with reports whose span is inside the band", entries)
}

fn layers<'a>(side: &'a Judged<'a>) -> Proportion<'a> {
    let shape = side.norms.shape(&side.graph);
    Proportion::counted("layers needed, of the layers there are", shape.needed.min(shape.layers), shape.layers)
}
