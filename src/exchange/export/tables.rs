//! A chart as several flat tables, so that nothing is lost: seats, people and priorities, metrics, and what is said of
//! the chart as a whole.

use csv::{Terminator, WriterBuilder};

use super::table::{ids, table, text, waivers};
use crate::graph::Graph;
use crate::text::{armour, printable};

/// The tables by the names of their files. `import table` reads them back together.
#[must_use]
pub fn tables(graph: &Graph<'_>, with_mark: bool) -> Vec<(&'static str, String)> {
    vec![
        ("seats.csv", table(graph, with_mark)),
        ("metrics.csv", csv(&metrics(graph), with_mark)),
        ("strategy.csv", csv(&strategy(graph), with_mark)),
    ]
}

fn metrics(graph: &Graph<'_>) -> Vec<Vec<String>> {
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
    let mut rows = vec![header.map(str::to_owned).to_vec()];
    for metric in &graph.chart().metrics.entries {
        rows.push(vec![
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
    rows
}

fn strategy(graph: &Graph<'_>) -> Vec<Vec<String>> {
    let chart = graph.chart();
    let mut rows = vec![vec!["Strategy Key".to_owned(), "Value".to_owned()]];
    let mut say = |key: &str, value: String| {
        if !value.is_empty() {
            rows.push(vec![key.to_owned(), value]);
        }
    };
    say("organization", text(&chart.organization));
    say("revision", text(&chart.revision));
    say("reviewed", text(&chart.reviewed));
    say("language", text(&chart.language));
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
    rows
}

fn csv(rows: &[Vec<String>], with_mark: bool) -> String {
    let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(Vec::new());
    for row in rows {
        let cells = row.iter().map(|cell| armour(&printable(cell)).into_owned());
        writer.write_record(cells).expect("memory takes all");
    }
    let text = String::from_utf8(writer.into_inner().expect("memory takes all")).expect("cells are text");
    if with_mark { format!("\u{feff}{text}") } else { text }
}
