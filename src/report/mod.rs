//! Findings and reviews in words and in machine formats.

mod card;
mod code_spans;
mod concise;
mod diff;
mod explain;
mod github;
mod gitlab;
mod human;
mod json;
mod junit;
mod page;
mod ranked;
mod review;
mod sarif;
mod summary;
mod trend;

use crate::check::{Level, Outcome, fingerprints};
use crate::graph::Graph;
use crate::model::Date;
use crate::text::Sources;

pub use card::{Past, card, hits};
pub use concise::concise;
pub use diff::{Compared, diff_json, diff_markdown, diff_text};
pub use explain::{rule_page, rule_table};
pub use github::github;
pub use gitlab::gitlab;
pub use human::{Look, human};
pub(crate) use json::document;
pub use json::json;
pub use junit::junit;
pub use review::{review_json, review_markdown, review_text};
pub use sarif::{sarif, sarif_cut};
pub use summary::summary;
pub use trend::{trend_csv, trend_json, trend_table};

/// One checked chart, as reports take it.
#[derive(Debug)]
pub struct Checked<'a> {
    /// The path by which the chart is shown.
    pub name: &'a str,
    /// By what it is known from quarter to quarter.
    pub key: &'a str,
    /// Whether it is read from a revision in git, whose name then stands before the paths of its files.
    pub at_revision: bool,
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
    /// In what people read, so many findings of one rule are shown.
    pub most: usize,
}

impl Checked<'_> {
    /// A name for each finding that stays while lines move.
    fn fingerprints(&self) -> Vec<String> {
        fingerprints(self.key, self.outcome)
    }
}

/// Everything that one run checked.
#[derive(Clone, Copy, Debug)]
pub struct Run<'a> {
    /// The charts.
    pub charts: &'a [Checked<'a>],
    /// In what people read, findings below this level are only counted.
    pub lowest: Level,
    /// From which level on findings fail the run.
    pub failing: Level,
    /// Why some charts could not be checked.
    pub trouble: &'a [String],
}

/// A number and its noun.
pub(crate) fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}
