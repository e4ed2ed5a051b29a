//! A chart as several flat tables, so that nothing is lost: seats, people and priorities, metrics, and what is said of
//! the chart as a whole.

use super::table::{Put, ids, seats, text, waivers};
use crate::graph::Graph;
use crate::model::{Head, Keyed};
use crate::report::counted;

/// One of the tables.
pub(super) struct Table {
    /// What it is called.
    pub(super) name: &'static str,
    /// Hands over its rows one by one, its header first.
    pub(super) rows: fn(&Graph<'_>, Put<'_>),
}

/// All that a chart is, in the order in which it is read.
pub(super) const TABLES: [Table; 3] = [
    Table { name: "seats", rows: seats },
    Table { name: "metrics", rows: metrics },
    Table { name: "strategy", rows: strategy },
];

fn metrics(graph: &Graph<'_>, put: Put<'_>) {
    let header = [
        "Metric ID",
        "Metric",
        "Owner",
        "Measures Priority",
        "Perspective",
        "Metric Kind",
        "Target",
        "Actual",
        "Allow",
        "Metric note",
    ];
    put(&header.map(str::to_owned));
    for metric in &graph.chart().metrics.entries {
        put(&[
            metric.id.value.to_string(),
            text(&metric.title),
            ids(&metric.owner),
            ids(&metric.measures),
            metric.perspective.get().map_or_else(String::new, |perspective| perspective.name().to_owned()),
            metric.kind.get().map_or_else(String::new, |kind| kind.name().to_owned()),
            text(&metric.target),
            text(&metric.actual),
            waivers(&metric.allow),
            text(&metric.note),
        ]);
    }
}

fn strategy(graph: &Graph<'_>, put: Put<'_>) {
    let chart = graph.chart();
    put(&["Strategy Key", "Value"].map(str::to_owned));
    let mut say = |key: &str, value: String| {
        if !value.is_empty() {
            put(&[key.to_owned(), value]);
        }
    };
    let said = chart.head.fields();
    for key in Head::KEYS {
        say(key.name, said.get(key.name).map_or_else(String::new, ToString::to_string));
    }
    if let Some(strategy) = chart.strategy.get() {
        say("mission", text(&strategy.mission));
        say("vision", text(&strategy.vision));
        for value in &strategy.values {
            say("value", value.value.to_string());
        }
        say("intent", text(&strategy.intent));
        say("lane", strategy.lane.get().map_or_else(String::new, |lane| lane.name().to_owned()));
        if let Some(promise) = strategy.promise.get() {
            say("promise", text(&promise.text));
            say("promise owner", text(&promise.owner));
        }
    }
}

/// What of a chart is not in the table of seats: how many metrics and lines of the strategy, and the keys of its head.
#[must_use]
pub fn left_out(graph: &Graph<'_>) -> Vec<String> {
    let metrics = graph.chart().metrics.entries.len();
    let (mut head, mut lines) = (Vec::new(), 0);
    let mut is_header = true;
    strategy(graph, &mut |row| {
        let is_first = std::mem::take(&mut is_header);
        match Head::KEYS.iter().find(|key| key.name == row[0]) {
            _ if is_first => {}
            Some(key) => head.push(format!("`{}`", key.name)),
            None => lines += 1,
        }
    });
    let counts = [(metrics, "metric", "metrics"), (lines, "line of the strategy", "lines of the strategy")];
    let some = counts.into_iter().filter(|(count, ..)| *count > 0);
    some.map(|(count, one, many)| counted(count, one, many)).chain(head).collect()
}
