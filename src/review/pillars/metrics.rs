//! Balanced metrics: whether success is measured on all sides, in time, and by somebody.

use crate::check::Judged;
use crate::graph::MetricView;
use crate::model::{Claim, MetricKind, Perspective};
use crate::phrase::say;
use crate::review::{Missed, Proportion};
use crate::text::sort;

use super::{UNREADABLE, is_unclear, unless};

pub(super) fn shares<'a>(side: &'a Judged<'a>) -> Vec<Proportion<'a>> {
    vec![perspectives(side), measured(side), owned(side), leading(side)]
}

fn perspectives<'a>(side: &'a Judged<'a>) -> Proportion<'a> {
    let covers = |one: Perspective| side.graph.metrics().any(|metric| metric.claims().perspective.get() == Some(&one));
    let is_unknown = side.graph.metrics().any(|metric| matches!(metric.claims().perspective, Claim::Wrong));
    // One that can't be read may be the one that is missing.
    let why = || if is_unknown { UNREADABLE.into() } else { "no metric".into() };
    let counted = Perspective::ALL.into_iter().filter(|_| side.graph.metrics().len() > 0);
    let entries = counted.map(|one| {
        let entry = side.statement(one.name(), side.graph.metrics().next().map(|metric| metric.claims().id.span()));
        (entry, unless(covers(one), why))
    });
    Proportion::of("perspectives with a metric (financial, customer, operational, people)", entries)
}

fn measured<'a>(side: &'a Judged<'a>) -> Proportion<'a> {
    let strategic = side.open_priorities().filter(|priority| priority.claims().is_strategic() || is_unclear(priority));
    let entries = strategic.map(|priority| {
        if is_unclear(&priority) {
            return (side.entry(priority), Some(UNREADABLE.into()));
        }
        let is_measured = priority.metrics().next().is_some();
        (side.entry(priority), unless(is_measured, || "no metric measures it".into()))
    });
    Proportion::of("strategic priorities that a metric measures", entries)
}

fn owned<'a>(side: &'a Judged<'a>) -> Proportion<'a> {
    let entries = side.graph.metrics().map(|metric| {
        let why = match metric.claims().owner.as_ref() {
            _ if metric.claims().owner.is_wrong() => Some(UNREADABLE.into()),
            [] => Some("no owner".into()),
            [_] if metric.owners().next().is_some() => None,
            [owner] if side.is_dangling(owner.span()) => Some("its owner is not in the chart".into()),
            [_] => Some(UNREADABLE.into()),
            owners => Some(say![owners.len(), " owners"]),
        };
        (side.entry(metric), why)
    });
    Proportion::of("metrics with exactly one owner", entries)
}

fn leading<'a>(side: &'a Judged<'a>) -> Proportion<'a> {
    let is_leading = |metric: &MetricView<'_>| metric.claims().kind.get() == Some(&MetricKind::Leading);
    let count = side.graph.metrics().filter(is_leading).count();
    let enough = side.norms.leading_percent();
    let share = Proportion::against("metrics that are leading", count, side.graph.metrics().len(), enough);
    if share.met * 100 >= share.of * enough {
        return share;
    }
    let others = side.graph.metrics().filter(|metric| !is_leading(metric));
    let why = |metric: MetricView<'_>| match metric.claims().kind {
        Claim::Given(_) => "lagging".into(),
        Claim::Absent => "neither leading nor lagging is stated".into(),
        Claim::Wrong => UNREADABLE.into(),
    };
    let mut missed: Vec<_> = others.map(|metric| Missed { entry: side.entry(metric), why: why(metric) }).collect();
    sort::by_key(&mut missed, |missed| missed.entry.id);
    Proportion { missed, ..share }
}
