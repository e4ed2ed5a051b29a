//! One revision as a review looks at it, and its entries as a reader finds them again.

use serde::Serialize;

use crate::check::{Outcome, RuleSettings, rule};
use crate::graph::{EntryView, Graph, PriorityView, SeatView};
use crate::model::{Date, Noun};
use crate::text::{Sources, Span};

/// A checked chart and the day on which it is judged.
#[derive(Clone, Copy, Debug)]
pub struct Side<'a> {
    /// The path by which the chart is shown.
    pub name: &'a str,
    /// Its graph.
    pub graph: &'a Graph<'a>,
    /// Its texts.
    pub sources: &'a Sources,
    /// What was found in it.
    pub outcome: &'a Outcome,
    /// The levels and limits that hold for it.
    pub rules: &'a RuleSettings,
    /// The day.
    pub today: Date,
}

/// An entry of a chart, with the place where it is defined.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Entry<'a> {
    /// What it is.
    pub kind: Noun,
    /// Its id.
    pub id: &'a str,
    /// Its title or name; the id where it has none.
    pub name: &'a str,
    /// Where it is defined.
    pub place: Place<'a>,
}

/// A line of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Place<'a> {
    /// The file's path as it was named.
    pub path: &'a str,
    /// The line, from 1.
    pub line: usize,
}

impl<'a> Side<'a> {
    pub(super) fn place(&self, span: Span) -> Place<'a> {
        let place = self.sources.place(span);
        Place { path: place.path, line: place.line }
    }

    pub(super) fn entry(&self, entry: impl Into<EntryView<'a>>) -> Entry<'a> {
        let entry = entry.into();
        Entry { kind: entry.noun(), id: entry.id(), name: entry.name(), place: self.place(entry.span()) }
    }

    /// A statement that the chart makes of itself, such as its mission, or the place where it would.
    pub(super) fn statement(&self, key: &'static str, span: Option<Span>) -> Entry<'a> {
        let chart = self.graph.chart();
        let place = self.place(span.or(chart.strategy.span()).unwrap_or(chart.start));
        Entry { kind: Noun::Chart, id: key, name: key, place }
    }

    /// The priorities that are neither done nor dropped.
    pub(super) fn open_priorities(&self) -> impl Iterator<Item = PriorityView<'a>> {
        self.graph.priorities().filter(|priority| priority.claims().is_open())
    }

    /// The seats that others report to.
    pub(super) fn managers(&self) -> impl Iterator<Item = SeatView<'a>> {
        self.graph.seats().filter(|seat| seat.reports().next().is_some())
    }

    /// Whether a reference leads to nothing, rather than to what could not be read.
    pub(super) fn is_dangling(&self, span: Span) -> bool {
        self.graph.dangling().binary_search_by_key(&span, |dangling| dangling.span).is_ok()
    }

    /// The value of a rule's limit.
    pub(super) fn limit(&self, id: &str, key: &str) -> usize {
        self.rules.limit(rule(id).expect("a review asks for rules that exist"), key) as usize
    }
}
