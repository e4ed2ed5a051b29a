//! Leadership: whether those who lead are there, have a goal, and lead neither too few nor too many.

use crate::check::layers_needed;
use crate::graph::Holding;
use crate::review::spans::Band;
use crate::review::{Proportion, Side};

use super::unless;

pub(super) fn shares<'a>(side: &Side<'a>) -> Vec<Proportion<'a>> {
    vec![staffed(side), priorities(side), spans(side), layers(side)]
}

fn staffed<'a>(side: &Side<'a>) -> Proportion<'a> {
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

fn priorities<'a>(side: &Side<'a>) -> Proportion<'a> {
    let has_any = side.open_priorities().next().is_some();
    let entries = side.managers().filter(|_| has_any).map(|seat| {
        let owns = seat.priorities().any(|priority| priority.claims().is_open());
        (side.entry(seat), unless(owns, || "owns no open priority".to_owned()))
    });
    Proportion::of("seats with reports that own a priority", entries)
}

fn spans<'a>(side: &Side<'a>) -> Proportion<'a> {
    let entries = side.managers().filter_map(|seat| {
        let band = Band::of(side, seat)?;
        let reports = seat.reports().count();
        let noun = if reports == 1 { "report" } else { "reports" };
        Some((side.entry(seat), unless(band.holds(reports), || format!("{reports} {noun}, the band is {band}"))))
    });
    Proportion::of("seats with reports whose span is inside the band", entries)
}

fn layers<'a>(side: &Side<'a>) -> Proportion<'a> {
    let shape = Shape::of(side);
    Proportion::counted("layers needed, of the layers there are", shape.needed.min(shape.layers), shape.layers)
}

/// How many layers there are, and how many the headcount needs.
pub(in crate::review) struct Shape {
    pub(in crate::review) layers: usize,
    pub(in crate::review) needed: usize,
    /// Seats and members.
    pub(in crate::review) places: usize,
    /// The span by which the need is counted.
    pub(in crate::review) span: usize,
}

impl Shape {
    pub(in crate::review) fn of(side: &Side<'_>) -> Self {
        let members: usize = side.graph.seats().map(|seat| seat.claims().members.len()).sum();
        let places = side.graph.seats().len() + members;
        let span = side.limit("deep-chart", "span").max(2);
        Self { layers: side.graph.layers(), needed: layers_needed(places, span), places, span }
    }
}
