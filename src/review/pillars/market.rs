//! Market alignment: whether the work follows the lane, and the promise has a keeper.

use crate::check::Judged;
use crate::model::Claim;
use crate::phrase::say;
use crate::review::Proportion;

use super::{UNREADABLE, unheld, unless, unreadable, unstated};

pub(super) fn shares<'a>(side: &'a Judged<'a>) -> Vec<Proportion<'a>> {
    vec![lane(side), on_lane(side), promise(side), customer_metric(side)]
}

fn lane<'a>(side: &'a Judged<'a>) -> Proportion<'a> {
    let strategy = &side.graph.chart().strategy;
    let entry = strategy.get().map(|strategy| (side.statement("lane", strategy.lane.span()), unstated(&strategy.lane)));
    Proportion::of("lane chosen", entry.or(unreadable(side, "lane", matches!(strategy, Claim::Wrong))))
}

fn on_lane<'a>(side: &'a Judged<'a>) -> Proportion<'a> {
    let strategy = &side.graph.chart().strategy;
    let chosen = strategy.get().map_or(&Claim::Absent, |strategy| &strategy.lane);
    let is_unknown = matches!(strategy, Claim::Wrong) || matches!(chosen, Claim::Wrong);
    let entries = side.open_priorities().filter_map(|priority| {
        let why = match (&priority.claims().lane, chosen.get()) {
            (Claim::Absent, _) => return None,
            (Claim::Given(lane), Some(chosen)) => unless(lane.value == *chosen, || say!["serves ", lane.value.name()]),
            (Claim::Given(_) | Claim::Wrong, None) if !is_unknown => return None,
            (Claim::Given(_) | Claim::Wrong, _) => Some(UNREADABLE.into()),
        };
        Some((side.entry(priority), why))
    });
    Proportion::of("priorities naming a lane that name the chosen one", entries)
}

fn promise<'a>(side: &'a Judged<'a>) -> Proportion<'a> {
    let strategy = &side.graph.chart().strategy;
    let promise = strategy.get().map(|strategy| &strategy.promise);
    let is_unreadable = matches!(strategy, Claim::Wrong) || matches!(promise, Some(Claim::Wrong));
    let entry = promise.and_then(Claim::spanned).map(|promise| {
        let why = match (side.graph.promise_keeper(), &promise.value.owner) {
            (Some(seat), _) => unheld(seat.holding()),
            (None, Claim::Absent) => Some("no seat keeps it".into()),
            (None, Claim::Given(owner)) if side.is_dangling(owner.span()) => {
                Some("the seat that keeps it is not in the chart".into())
            }
            (None, Claim::Given(_) | Claim::Wrong) => Some(UNREADABLE.into()),
        };
        (side.statement("promise", Some(promise.span())), why)
    });
    Proportion::of("promise kept by a staffed seat", entry.or(unreadable(side, "promise", is_unreadable)))
}

fn customer_metric<'a>(side: &'a Judged<'a>) -> Proportion<'a> {
    use crate::model::Perspective;
    let mut metrics = side.graph.metrics().peekable();
    let first = metrics.peek().map(|metric| metric.claims().id.span());
    let is_unknown = side.graph.metrics().any(|metric| matches!(metric.claims().perspective, Claim::Wrong));
    let found = metrics.any(|metric| metric.claims().perspective.get() == Some(&Perspective::Customer));
    let why = || if is_unknown { UNREADABLE.into() } else { "no customer metric".into() };
    let entry = first.map(|span| (side.statement("customer", Some(span)), unless(found, why)));
    Proportion::of("a customer metric", entry)
}
