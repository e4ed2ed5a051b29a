//! A new revision of a chart, made from the newest: what it leaves behind, and what is to be filled in.

use std::collections::BTreeSet;

use crate::check::Judged;
use crate::model::{Edit, Keyed, Noun, Priority, Revision, Status, Value};
use crate::phrase::{count, listed, text};

use super::intent::Intent;
use super::refusal::Refusal;

/// How many ids are named in a line.
const NAMED: usize = 6;

/// What a new revision means.
#[derive(Clone, Debug)]
pub struct Rollover {
    /// The revision that it is made from.
    pub from: Revision,
    /// What changes in the chart.
    pub intents: Vec<Intent>,
    /// That, and what is left to do, in words.
    pub told: Vec<String>,
}

/// The chart of a later revision.
///
/// # Errors
/// A revision that is not later, or not of the same kind.
pub fn next(judged: &Judged<'_>, revision: Revision) -> Result<Rollover, Refusal> {
    let chart = judged.graph.chart();
    let Some(&from) = chart.head.revision.get() else {
        return Err(Refusal::Contradiction(
            "the chart does not say of when it is: `edit set chart revision 2026-Q4` lets it".to_owned(),
        ));
    };
    let kind = |revision: Revision| {
        let text = revision.to_string();
        (text.len(), text.contains('Q'))
    };
    if kind(from) != kind(revision) {
        return Err(Refusal::Contradiction(format!(
            "the chart's revision is {from}: name one of the same form, not {revision}"
        )));
    }
    if revision.first_day() <= from.first_day() {
        return Err(Refusal::Contradiction(format!("{revision} is not later than {from}, the revision of the chart")));
    }
    let mut edits = vec![edit(
        (Noun::Chart, "", Some("revision")),
        Some(Value::Text(from.to_string())),
        Some(Value::Text(revision.to_string())),
    )];
    let reviewed = chart.head.reviewed.get().map(|day| {
        let old = Some(Value::Text(day.to_string()));
        edits.push(edit((Noun::Chart, "", Some("reviewed")), old, None));
        format!("; reviewed {day} removed")
    });
    let mut told = vec![format!("revision {from} → {revision}{}", reviewed.unwrap_or_default())];
    let gone = priorities(judged, &mut edits, &mut told);
    waivers(judged, &gone, revision, &mut edits, &mut told);
    to_do(judged, revision, &mut told);
    Ok(Rollover { from, intents: vec![Intent::Exactly(edits)], told })
}

fn edit((kind, id, field): (Noun, &str, Option<&str>), old: Option<Value>, new: Option<Value>) -> Edit {
    Edit { kind, id: id.to_owned(), field: field.map(str::to_owned), old, new }
}

/// Those that are done or dropped stay behind, except for those that something continuing refers to.
fn priorities<'c>(judged: &'c Judged<'_>, edits: &mut Vec<Edit>, told: &mut Vec<String>) -> BTreeSet<&'c str> {
    let chart = judged.graph.chart();
    let all = &chart.priorities.entries;
    let mut needed: BTreeSet<&str> = BTreeSet::new();
    let metrics = chart.metrics.entries.iter().flat_map(|metric| &metric.measures);
    let mut left: Vec<&str> = metrics.map(|id| id.value.as_str()).collect();
    for priority in all.iter().filter(|priority| priority.is_open()) {
        left.extend(priority.supports.iter().map(|id| id.value.as_str()));
    }
    let by_id: std::collections::HashMap<&str, &Priority> =
        all.iter().map(|priority| (priority.id.value.as_str(), priority)).collect();
    // What stays still refers to what it supports.
    while let Some(id) = left.pop() {
        if needed.insert(id)
            && let Some(priority) = by_id.get(id)
        {
            left.extend(priority.supports.iter().map(|id| id.value.as_str()));
        }
    }
    let closed = || all.iter().filter(|priority| !priority.is_open());
    let is_needed = |priority: &&Priority| needed.contains(priority.id.value.as_str());
    let gone: Vec<_> = closed().filter(|priority| !is_needed(priority)).collect();
    for priority in &gone {
        edits.push(edit((Noun::Priority, priority.id.value.as_str(), None), Some(priority.claims.value()), None));
    }
    let ids = |status: Status| {
        let ids = gone.iter().filter(|priority| priority.status.get() == Some(&status));
        ids.map(|priority| priority.id.value.as_str()).collect::<Vec<_>>()
    };
    let groups = [(Status::Dropped, ids(Status::Dropped)), (Status::Done, ids(Status::Done))];
    let groups = groups.iter().filter(|(_, ids)| !ids.is_empty());
    let groups: Vec<String> = groups.map(|(status, ids)| format!("{} ({})", named(ids), status.name())).collect();
    if !groups.is_empty() {
        told.push(format!("{} left behind: {}", count(gone.len(), "priority", "priorities"), groups.join(", ")));
    }
    let kept: Vec<&str> = closed().filter(is_needed).map(|priority| priority.id.value.as_str()).collect();
    if !kept.is_empty() {
        let why = "an open one supports them, or a metric measures them";
        told.push(format!("{} kept although done or dropped, since {why}: {}", kept.len(), named(&kept)));
    }
    gone.iter().map(|priority| priority.id.value.as_str()).collect()
}

/// Waivers that end before the new revision begins.
fn waivers(
    judged: &Judged<'_>,
    gone: &BTreeSet<&str>,
    revision: Revision,
    edits: &mut Vec<Edit>,
    told: &mut Vec<String>,
) {
    let chart = judged.graph.chart();
    let first = revision.first_day().to_string();
    let mut ended = Vec::new();
    let mut look = |kind: Noun, id: &str, allow: Option<Value>| {
        let Some(Value::List(all)) = allow else { return };
        let is_over = |waiver: &&Value| matches!(waiver, Value::Map(pairs) if matches!(pairs.get("until"), Some(Value::Text(day)) if *day < first));
        let kept: Vec<Value> = all.iter().filter(|waiver| !is_over(waiver)).cloned().collect();
        if kept.len() < all.len() {
            ended.push(format!("{kind}:{id}"));
            let now = (!kept.is_empty()).then_some(Value::List(kept));
            edits.push(edit((kind, id, Some("allow")), Some(Value::List(all)), now));
        }
    };
    for seat in &chart.seats.entries {
        look(Noun::Seat, seat.id.value.as_str(), Value::list(&seat.allow));
    }
    for priority in chart.priorities.entries.iter().filter(|priority| !gone.contains(priority.id.value.as_str())) {
        look(Noun::Priority, priority.id.value.as_str(), Value::list(&priority.allow));
    }
    for metric in &chart.metrics.entries {
        look(Noun::Metric, metric.id.value.as_str(), Value::list(&metric.allow));
    }
    if !ended.is_empty() {
        let ids: Vec<&str> = ended.iter().map(String::as_str).collect();
        told.push(format!("{} ended: {}", if ended.len() == 1 { "a waiver" } else { "waivers" }, named(&ids)));
    }
}

/// What nobody but a person can fill in.
fn to_do(judged: &Judged<'_>, revision: Revision, told: &mut Vec<String>) {
    let chart = judged.graph.chart();
    let actual = chart.metrics.entries.iter().filter(|metric| !metric.actual.is_absent()).count();
    if actual > 0 {
        told.push(format!("{} last actual", count(actual, "metric still shows its", "metrics still show their")));
    }
    let is_late =
        |priority: &&Priority| priority.is_open() && priority.due.get().is_some_and(|due| *due < revision.first_day());
    let late: Vec<&str> =
        chart.priorities.entries.iter().filter(is_late).map(|priority| priority.id.value.as_str()).collect();
    if !late.is_empty() {
        let open = count(late.len(), "open priority is", "open priorities are");
        told.push(format!("{open} past the due date and to be decided first: {}", named(&late)));
    }
}

fn named(ids: &[&str]) -> String {
    listed(ids.iter().map(text), NAMED).plain()
}
