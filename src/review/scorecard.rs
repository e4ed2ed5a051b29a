//! The metrics by perspective.

use serde::Serialize;

use crate::check::Judged;
use crate::graph::MetricView;
use crate::model::Perspective;
use crate::text::sort;

use super::Entry;
use super::before::Before;
use super::priorities::by_id;

/// The metrics of one perspective; those that miss their target first.
#[derive(Clone, Debug, Serialize)]
pub struct Perspectives<'a> {
    /// "financial", "customer", "operational" or "people"; none for metrics that state no perspective.
    pub perspective: Option<&'static str>,
    /// How many of them move before the result.
    pub leading: usize,
    /// How many tell the result.
    pub lagging: usize,
    /// The metrics.
    pub metrics: Vec<MetricRow<'a>>,
}

/// A metric and where it stands.
#[derive(Clone, Debug, Serialize)]
pub struct MetricRow<'a> {
    /// The metric.
    pub metric: Entry<'a>,
    /// The seats named as owners.
    pub seats: Vec<Entry<'a>>,
    /// The one person who owns or covers its one seat.
    pub person: Option<Entry<'a>>,
    /// What is shown where there is not exactly one person.
    #[serde(skip)]
    pub instead: &'static str,
    /// "leading" or "lagging", where stated.
    pub kind: Option<&'static str>,
    /// What it should be.
    pub target: Option<String>,
    /// What it is.
    pub actual: Option<String>,
    /// Whether it reaches its target; none where that can't be said.
    pub is_met: Option<bool>,
    /// What it was in the revision before.
    pub before: Option<String>,
    /// What it measures.
    pub measures: Vec<Entry<'a>>,
}

/// The four perspectives in the scorecard's order, then what names none.
pub(super) fn scorecard<'a>(side: &'a Judged<'a>, before: Option<&Before<'a>>) -> Vec<Perspectives<'a>> {
    let sides = Perspective::ALL.into_iter().map(Some).chain([None]);
    let groups = sides.map(|perspective| {
        let of_it = side.graph.metrics().filter(|metric| metric.claims().perspective.get() == perspective.as_ref());
        let mut metrics: Vec<MetricRow<'a>> = of_it.map(|metric| row(side, before, metric)).collect();
        sort::by_key(&mut metrics, |row| (row.is_met != Some(false), row.kind != Some("leading"), row.metric.id));
        let of_kind = |kind| metrics.iter().filter(|row| row.kind == Some(kind)).count();
        let (leading, lagging) = (of_kind("leading"), of_kind("lagging"));
        Perspectives { perspective: perspective.map(Perspective::name), leading, lagging, metrics }
    });
    groups.filter(|group| group.perspective.is_some() || !group.metrics.is_empty()).collect()
}

fn row<'a>(side: &'a Judged<'a>, before: Option<&Before<'a>>, metric: MetricView<'a>) -> MetricRow<'a> {
    let claims = metric.claims();
    let (target, actual) = (claims.target.get(), claims.actual.get());
    let seats: Vec<_> = metric.owners().collect();
    let (person, instead) = match seats.as_slice() {
        [seat] => (seat.holding().person().map(|person| side.entry(person)), seat.holding().instead()),
        [] if claims.owner.is_wrong() => (None, "unreadable"),
        _ => (None, "nobody"),
    };
    let old = before.and_then(|before| before.metric(metric));
    MetricRow {
        metric: side.entry(metric),
        seats: by_id(seats.into_iter().map(|seat| side.entry(seat))),
        person,
        instead,
        kind: claims.kind.get().map(|kind| kind.name()),
        target: target.map(|target| target.to_string()),
        actual: actual.map(|actual| actual.to_string()),
        is_met: target.zip(actual).and_then(|(target, actual)| target.is_met_by(actual)),
        before: old.and_then(|old| old.claims().actual.get()).map(|actual| actual.to_string()),
        measures: by_id(metric.measures().map(|priority| side.entry(priority))),
    }
}
