//! Leadership: whether those who lead are there, have a goal, and lead neither too few nor too many.

use crate::check::Judged;
use crate::phrase::{count, say, text};
use crate::review::Proportion;

use super::{UNREADABLE, unheld, unless};

pub(super) fn shares<'a>(side: &'a Judged<'a>) -> Vec<Proportion<'a>> {
    vec![staffed(side), priorities(side), spans(side), layers(side)]
}

fn staffed<'a>(side: &'a Judged<'a>) -> Proportion<'a> {
    let entries = side.managers().map(|seat| (side.entry(seat), unheld(seat.holding())));
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
    let entries = side.managers().map(|seat| {
        let reports = seat.reports().count();
        let why = match side.norms.band(seat) {
            Some(band) => {
                unless(band.holds(reports), || say![count(reports, "report", "reports"), ", the band is ", text(band)])
            }
            None => Some(UNREADABLE.into()),
        };
        (side.entry(seat), why)
    });
    Proportion::of("seats with reports whose span is inside the band", entries)
}

fn layers<'a>(side: &'a Judged<'a>) -> Proportion<'a> {
    let shape = side.norms.shape(&side.graph);
    Proportion::counted("layers needed, of the layers there are", shape.needed.min(shape.layers), shape.layers)
}
