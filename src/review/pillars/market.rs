//! Market alignment: whether the work follows the lane, and the promise has a keeper.

use crate::check::Judged;
use crate::model::Claim;
use crate::phrase::say;
use crate::review::Proportion;

use super::{given, unless, unstated};

pub(super) fn shares<'a>(side: &'a Judged<'a>) -> Vec<Proportion<'a>> {
    vec![lane(side), on_lane(side), promise(side), customer_metric(side)]
}

fn lane<'a>(side: &'a Judged<'a>) -> Proportion<'a> {
    let strategy = side.graph.chart().strategy.get();
    let entry = strategy
        .and_then(|strategy| Some((side.statement("lane", strategy.lane.span()), unstated(given(&strategy.lane)?))));
    Proportion::of("lane chosen", entry)
}

fn on_lane<'a>(side: &'a Judged<'a>) -> Proportion<'a> {
    let chosen = side.graph.chart().strategy.get().and_then(|strategy| strategy.lane.get());
    let entries = side.open_priorities().filter_map(|priority| {
        let (lane, chosen) = (priority.claims().lane.get()?, chosen?);
        Some((side.entry(priority), unless(lane == chosen, || say!["serves ", lane.name()])))
    });
    Proportion::of("priorities naming a lane that name the chosen one", entries)
}

fn promise<'a>(side: &'a Judged<'a>) -> Proportion<'a> {
    let promise = side.graph.chart().strategy.get().and_then(|strategy| strategy.promise.spanned());
    let entry = promise.and_then(|promise| {
        let why = match (side.graph.promise_keeper(), &promise.value.owner) {
            (Some(seat), _) => seat.holding().why_unheld(),
            (None, Claim::Absent) => Some("no seat keeps it".into()),
            (None, Claim::Given(owner)) if side.is_dangling(owner.span) => {
                Some("the seat that keeps it is not in the chart".into())
            }
            (None, Claim::Given(_) | Claim::Wrong) => return None,
        };
        Some((side.statement("promise", Some(promise.span)), why))
    });
    Proportion::of("promise kept by a staffed seat", entry)
}

fn customer_metric<'a>(side: &'a Judged<'a>) -> Proportion<'a> {
    use crate::model::Perspective;
    let mut metrics = side.graph.metrics().peekable();
    let first = metrics.peek().map(|metric| metric.claims().id.span);
    let is_unknown = side.graph.metrics().any(|metric| matches!(metric.claims().perspective, Claim::Wrong));
    let found = metrics.any(|metric| metric.claims().perspective.get() == Some(&Perspective::Customer));
    let entry = first
        .filter(|_| found || !is_unknown)
        .map(|span| (side.statement("customer", Some(span)), unless(found, || "no customer metric".into())));
    Proportion::of("a customer metric", entry)
}
