//! What is measured, and whether it is where it should be.

use crate::model::Metric;

use super::super::matching::Matched;
use super::priorities::handed_off;
use super::{Change, Code, fields, listed, others};

/// What has words of its own.
const OWN: [&str; 4] = ["title", "owner", "target", "actual"];

pub(super) fn changes(matched: &Matched<'_>) -> Vec<Change> {
    let (metrics, seats) = (&matched.metrics, &matched.seats);
    let mut changes = Vec::new();
    for &at in &metrics.added {
        let change = Change { new: Some(metrics.new_party(at)), ..Change::new(Code::MetricAdded) };
        let owners = listed(&metrics.after(at).owner).map(|id| seats.new_named(id)).collect();
        changes.push(change.parties(Vec::new(), owners));
    }
    for &at in &metrics.removed {
        let change = Change { old: Some(metrics.old_party(at)), ..Change::new(Code::MetricRemoved) };
        let owners = listed(&metrics.before(at).owner).map(|id| seats.old_named(id)).collect();
        changes.push(change.parties(owners, Vec::new()));
    }
    metrics.renamed(Code::MetricRenamed, Code::MetricRetitled, &mut changes);
    for pair in metrics.changed() {
        let both = || metrics.both(pair);
        let (old, new) = (metrics.before(pair.0), metrics.after(pair.1));
        changes.extend(handed_off(matched, Code::MetricHandedOff, both, &old.owner, &new.owner));
        fields(Code::MetricRetargeted, both, (&old.claims, &new.claims), &["target"], &mut changes);
        let code = match (is_met(old), is_met(new)) {
            (Some(false), Some(true)) => Code::MetricReached,
            (Some(true), Some(false)) => Code::MetricMissed,
            _ => Code::MetricMeasured,
        };
        fields(code, both, (&old.claims, &new.claims), &["actual"], &mut changes);
        others(matched, Code::MetricChanged, both, (&old.claims, &new.claims), &OWN, &mut changes);
    }
    changes
}

fn is_met(metric: &Metric) -> Option<bool> {
    metric.target.get()?.is_met_by(metric.actual.get()?)
}
