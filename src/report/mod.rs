//! Findings in words and in machine formats.

mod concise;
mod diff;
mod explain;
mod human;
mod json;
mod trend;

use crate::check::Outcome;
use crate::graph::Graph;
use crate::model::Date;
use crate::text::Sources;

pub use concise::concise;
pub use diff::{Compared, diff_json, diff_markdown, diff_text};
pub use explain::{rule_page, rule_table};
pub use human::{Look, human};
pub use json::json;
pub use trend::{trend_csv, trend_json, trend_table};

/// One checked chart, as reports take it.
#[derive(Debug)]
pub struct Checked<'a> {
    /// The path by which the chart is shown.
    pub name: &'a str,
    /// The newest of how many revisions it is.
    pub revisions: usize,
    /// Its texts.
    pub sources: &'a Sources,
    /// Its graph.
    pub graph: &'a Graph<'a>,
    /// What was found.
    pub outcome: &'a Outcome,
    /// As of which day.
    pub today: Date,
}

/// A number and its noun.
fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}
