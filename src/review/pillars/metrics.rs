//! Balanced metrics: whether success is measured on all sides, in time, and by somebody.

use crate::check::Judged;
use crate::graph::MetricView;
use crate::model::{Claim, MetricKind, Perspective};
use crate::phrase::say;
use crate::review::{Missed, Proportion};

use super::unless;

pub(super) fn shares<'a>(side: &'a Judged<'a>) -> Vec<Proportion<'a>> {
    vec![perspectives(side), measured(side), owned(side), leading(side)]
}

fn perspectives<'a>(side: &'a Judged<'a>) -> Proportion<'a> {
    let covers = |one: Perspective| side.graph.metrics().any(|metric| metric.claims().perspective.get() == Some(&one));
    let is_unknown = side.graph.metrics().any(|metric| matches!(metric.claims().perspective, Claim::Wrong));
    let counted = Perspective::ALL.into_iter().filter(|one| {
        // One that could not be read may be the one that is missing.
        side.graph.metrics().len() > 0 && (covers(*one) || !is_unknown)
    });
    let entries = counted.map(|one| {
        let entry = side.statement(one.name(), side.graph.metrics().next().map(|metric| metric.claims().id.span));
        (entry, unless(covers(one), || "no metric".into()))
    });
    Proportion::of("perspectives with a metric (financial, customer, operational, people)", entries)
}

fn measured<'a>(side: &'a Judged<'a>) -> Proportion<'a> {
    let strategic = side.open_priorities().filter(|priority| priority.claims().is_strategic());
    let entries = strategic.map(|priority| {
        let is_measured = priority.metrics().next().is_some();
        (side.entry(priority), unless(is_measured, || "no metric measures it".into()))
    });
    Proportion::of("strategic priorities that a metric measures", entries)
}

fn owned<'a>(side: &'a Judged<'a>) -> Proportion<'a> {
    let known = side.graph.metrics().filter(|metric| !metric.claims().owner.is_wrong());
    let entries = known.filter_map(|metric| {
        let why = match metric.claims().owner.as_ref() {
            [] => Some("no owner".into()),
            [_] if metric.owners().next().is_some() => None,
            [owner] if side.is_dangling(owner.span) => Some("its owner is not in the chart".into()),
            [_] => return None,
            owners => Some(say![owners.len(), " owners"]),
        };
        Some((side.entry(metric), why))
    });
    Proportion::of("metrics with exactly one owner", entries)
}

fn leading<'a>(side: &'a Judged<'a>) -> Proportion<'a> {
    let known = || side.graph.metrics().filter(|metric| !matches!(metric.claims().kind, Claim::Wrong));
    let is_leading = |metric: &MetricView<'_>| metric.claims().kind.get() == Some(&MetricKind::Leading);
    let count = known().filter(is_leading).count();
    let enough = side.norms.leading_percent();
    let share = Proportion::against("metrics that are leading", count, known().count(), enough);
    if share.met * 100 >= share.of * enough {
        return share;
    }
    let others = known().filter(|metric| !is_leading(metric));
    let why = |metric: MetricView<'_>| match metric.claims().kind.get() {
        Some(_) => "lagging".into(),
        None => "neither leading nor lagging is stated".into(),
    };
    let mut missed: Vec<_> = others.map(|metric| Missed { entry: side.entry(metric), why: why(metric) }).collect();
    missed.sort_by_key(|missed| missed.entry.id);
    Proportion { missed, ..share }
}
