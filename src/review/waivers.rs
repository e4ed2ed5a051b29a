//! What was accepted on purpose, and until when.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::check::{Finding, Judged};
use crate::model::{Claims, Waiver};
use crate::text::{Span, shell_command, sort};

use super::{Entry, Place};

/// A waiver.
#[derive(Clone, Debug, Serialize)]
pub struct WaiverRow<'a> {
    /// The entry that carries it.
    pub on: Entry<'a>,
    /// The rule.
    pub rule: &'a str,
    /// Why it is accepted.
    pub reason: Option<&'a str>,
    /// The last day.
    pub until: Option<String>,
    /// The days that are left; negative when it has ended.
    pub days_left: Option<i64>,
    /// "in force", "ended", "unused" or "incomplete".
    pub state: &'static str,
    /// Its place.
    pub place: Place<'a>,
    /// The command that ends it.
    pub ended_by: String,
}

/// The one that ends first comes first.
pub(super) fn waivers<'a>(side: &'a Judged<'a>) -> Vec<WaiverRow<'a>> {
    let graph = &side.graph;
    let seats = graph.seats().map(|seat| (side.entry(seat), &seat.claims().allow));
    let priorities = graph.priorities().map(|priority| (side.entry(priority), &priority.claims().allow));
    let metrics = graph.metrics().map(|metric| (side.entry(metric), &metric.claims().allow));
    let is_unused = |found: &&Finding| found.rule.id.as_str() == "unused-waiver";
    let unused = side.outcome.findings.iter().filter(is_unused).map(|found| found.span).collect();
    let mut rows: Vec<WaiverRow<'a>> =
        seats.chain(priorities).chain(metrics).flat_map(|(on, allow)| of_entry(side, on, allow, &unused)).collect();
    sort::by(&mut rows, |one, other| {
        let key = |row: &WaiverRow<'a>| (row.days_left.is_none(), row.days_left, row.on.kind, row.on.id, row.rule);
        key(one).cmp(&key(other))
    });
    rows
}

/// The command that takes a waiver for a rule, on an entry such as `seat:top`, out of a chart.
pub(super) fn ended_by(chart: &str, rule: &str, entry: &str) -> String {
    shell_command(["rightseat", "edit", "disallow", rule, entry, "--chart", chart, "--write"])
}

fn of_entry<'a>(
    side: &'a Judged<'a>,
    on: Entry<'a>,
    allow: &'a Claims<Waiver>,
    unused: &BTreeSet<Span>,
) -> impl Iterator<Item = WaiverRow<'a>> {
    allow.iter().filter_map(move |waiver| {
        let Waiver { rule, reason, until } = &waiver.value;
        let rule = rule.spanned()?;
        let days_left = until.get().map(|until| until.days_since(side.today));
        let state = match days_left {
            Some(left) if left < 0 => "ended",
            None => "incomplete",
            Some(_) if reason.get().is_none() => "incomplete",
            Some(_) if unused.contains(&rule.span()) => "unused",
            Some(_) => "in force",
        };
        Some(WaiverRow {
            on,
            rule: rule.value.as_str(),
            reason: reason.get().map(|reason| reason.as_str()),
            until: until.get().map(ToString::to_string),
            days_left,
            state,
            place: side.line(waiver.span()),
            ended_by: ended_by(side.name, rule.value.as_str(), &format!("{}:{}", on.kind, on.id)),
        })
    })
}
