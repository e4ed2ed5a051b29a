//! Figures over time for programs, in a versioned form.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::Number;

use crate::trend::{MEASURES, Row, Tenths, Trend};

use super::super::json::{self, Tool};

/// The version of this form; it grows by one when a reader of the last would misunderstand.
const VERSION: u32 = 1;

#[derive(Serialize)]
struct Document<'a> {
    version: u32,
    tool: Tool,
    title: &'a str,
    revisions: Vec<Entry<'a>>,
    notes: &'a [String],
}

#[derive(Serialize)]
struct Entry<'a> {
    revision: &'a str,
    chart: &'a str,
    commit: Option<&'a str>,
    day: Option<String>,
    figures: Option<BTreeMap<&'static str, Option<Number>>>,
    gap: Option<&'a str>,
}

/// All rows as one JSON document.
#[must_use]
pub fn trend_json(trend: &Trend) -> String {
    let revisions = trend.rows.iter().map(entry).collect();
    let document = Document { version: VERSION, tool: Tool::THIS, title: &trend.title, revisions, notes: &trend.notes };
    json::document(&document)
}

fn entry(row: &Row) -> Entry<'_> {
    let figures = row.figures.as_ref().ok();
    Entry {
        revision: &row.label,
        chart: &row.name,
        commit: row.commit.as_deref(),
        day: row.day.map(|day| day.to_string()),
        figures: figures.map(|figures| {
            MEASURES.iter().map(|measure| (measure.key, measure.of(figures).and_then(number))).collect()
        }),
        gap: row.figures.as_ref().err().map(String::as_str),
    }
}

/// Whole where it is.
fn number(value: Tenths) -> Option<Number> {
    if value.0.is_multiple_of(10) { Some(Number::from(value.0 / 10)) } else { value.to_string().parse().ok() }
}
