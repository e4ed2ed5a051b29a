//! Leadership: whether those who lead are there, have a goal, and lead neither too few nor too many.

use crate::check::Judged;
use crate::graph::Holding;
use crate::review::Proportion;

use super::unless;

pub(super) fn shares<'a>(side: &'a Judged<'a>) -> Vec<Proportion<'a>> {
    vec![staffed(side), priorities(side), spans(side), layers(side)]
}

fn staffed<'a>(side: &'a Judged<'a>) -> Proportion<'a> {
    let known = side.managers().filter(|seat| !matches!(seat.holding(), Holding::Unknown));
    let entries = known.map(|seat| (side.entry(seat), unheld(seat.holding())));
    Proportion::of("seats with reports that somebody owns or covers", entries)
}

/// Why nobody holds a seat.
pub(super) fn unheld(holding: Holding<'_>) -> Option<String> {
    let why = match holding {
        Holding::Owned(_) | Holding::Interim(_) | Holding::Unknown => return None,
        Holding::Vacant => "vacant, without an interim",
        Holding::Shared => "several owners",
        Holding::Dangling => "its owner is not in the chart",
    };
    Some(why.to_owned())
}

fn priorities<'a>(side: &'a Judged<'a>) -> Proportion<'a> {
    let has_any = side.open_priorities().next().is_some();
    let entries = side.managers().filter(|_| has_any).map(|seat| {
        let owns = seat.priorities().any(|priority| priority.claims().is_open());
        (side.entry(seat), unless(owns, || "owns no open priority".to_owned()))
    });
    Proportion::of("seats with reports that own a priority", entries)
}

fn spans<'a>(side: &'a Judged<'a>) -> Proportion<'a> {
    let entries = side.managers().filter_map(|seat| {
        let band = side.norms.band(seat)?;
        let reports = seat.reports().count();
        let noun = if reports == 1 { "report" } else { "reports" };
        Some((side.entry(seat), unless(band.holds(reports), || format!("{reports} {noun}, the band is {band}"))))
    });
    Proportion::of("seats with reports whose span is inside the band", entries)
}

fn layers<'a>(side: &'a Judged<'a>) -> Proportion<'a> {
    let shape = side.norms.shape(&side.graph);
    Proportion::counted("layers needed, of the layers there are", shape.needed.min(shape.layers), shape.layers)
}
