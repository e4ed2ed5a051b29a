//! A chart's figures, revision by revision.

mod figures;
mod tenths;
mod unrest;

use crate::model::Date;

pub use figures::{Figures, MEASURES, Measure};
pub use tenths::Tenths;

/// The figures of one chart over time.
#[derive(Debug)]
pub struct Trend {
    /// The organisation, or the chart's path.
    pub title: String,
    /// One row a revision, the oldest first.
    pub rows: Vec<Row>,
    /// What was left out, and why.
    pub notes: Vec<String>,
}

/// One revision.
#[derive(Debug)]
pub struct Row {
    /// The revision as the chart or git calls it.
    pub label: String,
    /// The chart's path, by which it can be checked.
    pub name: String,
    /// The id of its commit.
    pub commit: Option<String>,
    /// The day on which dates were judged.
    pub day: Option<Date>,
    /// The figures, or why there are none.
    pub figures: Result<Figures, String>,
}

impl Trend {
    /// Why the newest revision has no figures, if none has.
    #[must_use]
    pub fn why_empty(&self) -> Option<&str> {
        let newest = self.rows.last()?.figures.as_ref().err()?;
        self.rows.iter().all(|row| row.figures.is_err()).then_some(newest)
    }
}
