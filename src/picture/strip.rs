//! What the page of small charts says: the figures of a chart over its revisions, one bar a revision.

use std::borrow::Cow;

use crate::model::Language;
use crate::phrase::Label;
use crate::trend::{MEASURES, Trend};

use super::clean::some;

/// Notes are no figure to show a board: they are left out, and the rows come out even.
const SHOWN: usize = 12;
/// How many revisions that could not be read are named.
const MOST_NAMED: usize = 6;

/// Small charts of the same revisions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Strip {
    /// The language of the labels.
    pub language: Language,
    /// The organisation, or the chart's path.
    pub title: String,
    /// Which revisions are shown, in words.
    pub subtitle: String,
    /// What the oldest and the newest revision are called.
    pub ends: [String; 2],
    /// One a figure.
    pub charts: Vec<BarChart>,
    /// What could not be read; empty where all could.
    pub note: String,
}

/// One figure over time.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BarChart {
    /// What is counted.
    pub title: String,
    /// One a revision, the oldest first.
    pub bars: Vec<Bar>,
}

/// One figure of one revision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Bar {
    /// Its value.
    Value {
        /// In tenths.
        tenths: u64,
        /// As people read it.
        shown: String,
    },
    /// The revision has no such figure.
    Absent,
    /// The revision could not be read.
    Unread,
}

/// The figures of a chart over its revisions.
#[must_use]
pub fn strip(trend: &Trend, language: Language) -> Strip {
    let count = trend.rows.len();
    let label = |row: Option<&crate::trend::Row>| row.map(|row| row.label.clone()).unwrap_or_default();
    let ends = [label(trend.rows.first()), label(trend.rows.last())];
    let subtitle = match count {
        0 => String::new(),
        _ => Label::RevisionsFromTo.with(language, &[&count, &ends[0], &ends[1]]),
    };
    let bar_charts = MEASURES[..SHOWN].iter().map(|measure| BarChart {
        title: measure.title.words(language).to_owned(),
        bars: trend
            .rows
            .iter()
            .map(|row| {
                let Ok(figures) = &row.figures else { return Bar::Unread };
                match (measure.of(figures), measure.shown(figures)) {
                    (Some(value), Some(shown)) => Bar::Value { tenths: value.0, shown },
                    _ => Bar::Absent,
                }
            })
            .collect(),
    });
    let (title, note) = (trend.title.clone(), note(trend, language));
    Strip { language, title, subtitle, ends, charts: bar_charts.collect(), note }
}

/// Which revisions are gaps.
fn note(trend: &Trend, language: Language) -> String {
    let gaps: Vec<&str> = trend.rows.iter().filter(|row| row.figures.is_err()).map(|row| row.label.as_str()).collect();
    if gaps.is_empty() {
        return String::new();
    }
    let named = gaps.iter().map(|name| Cow::Borrowed(*name));
    Label::Unread.with(language, &[&some(named, MOST_NAMED, language)])
}
