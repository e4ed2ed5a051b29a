//! What is measured, and whether it is where it should be.

use crate::model::Metric;

use super::super::matching::Matched;
use super::priorities::{Handover, handed_off};
use super::{Change, What, key, listed, others};

/// What has words of its own.
const OWN: [&str; 4] = ["title", "owner", "target", "actual"];

pub(super) fn changes(matched: &Matched<'_>) -> Vec<Change> {
    let (metrics, seats) = (&matched.metrics, &matched.seats);
    let mut changes = Vec::new();
    for &at in &metrics.added {
        let owners = listed(&metrics.after(at).owner).map(|id| seats.new_named(id)).collect();
        changes.push(Change::added(What::MetricAdded { owners }, metrics.new_party(at), Vec::new()));
    }
    for &at in &metrics.removed {
        let owners = listed(&metrics.before(at).owner).map(|id| seats.old_named(id)).collect();
        changes.push(Change::removed(What::MetricRemoved { owners }, metrics.old_party(at), Vec::new()));
    }
    metrics.renamed(|how| What::MetricRenamed { how }, |was, is| What::MetricRetitled { was, is }, &mut changes);
    for pair in metrics.changed() {
        let both = || metrics.both(pair);
        let (old, new) = (metrics.before(pair.0), metrics.after(pair.1));
        let claims = (&old.claims, &new.claims);
        if let Some(Handover { from, to, before, after }) = handed_off(matched, &old.owner, &new.owner) {
            changes.push(Change::of(What::MetricHandedOff { from, to, before, after }, both()));
        }
        key(|key| What::MetricRetargeted { key }, both, claims, "target", &mut changes);
        let measured = |key| match (is_met(old), is_met(new)) {
            (Some(false), Some(true)) => What::MetricReached { key },
            (Some(true), Some(false)) => What::MetricMissed { key },
            _ => What::MetricMeasured { key },
        };
        key(measured, both, claims, "actual", &mut changes);
        others(matched, |key| What::MetricChanged { key }, both, claims, &OWN, &mut changes);
    }
    changes
}

fn is_met(metric: &Metric) -> Option<bool> {
    metric.target.get()?.is_met_by(metric.actual.get()?)
}
