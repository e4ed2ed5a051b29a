//! A judged chart as a review looks at it: its entries as a reader finds them again.

use serde::Serialize;

use crate::check::Judged;
use crate::graph::{EntryView, PriorityView, SeatView};
use crate::model::Noun;
use crate::phrase::{self, Args, Say, named, of_kind};
use crate::text::Span;

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

impl<'a> Entry<'a> {
    /// Shown by its name only.
    #[must_use]
    pub fn by_name(self) -> phrase::Entry<'a> {
        named(self.kind, self.id, self.name)
    }
}

impl Say for Entry<'_> {
    fn say(&self, to: &mut Args) {
        of_kind(self.kind, self.id, self.name).say(to);
    }
}

impl Judged<'_> {
    pub(super) fn line(&self, span: Span) -> Place<'_> {
        let place = self.sources.place(span);
        Place { path: place.path, line: place.line }
    }

    pub(super) fn entry<'a>(&'a self, entry: impl Into<EntryView<'a>>) -> Entry<'a> {
        let entry = entry.into();
        Entry { kind: entry.noun(), id: entry.id(), name: entry.name(), place: self.line(entry.span()) }
    }

    /// A statement that the chart makes of itself, such as its mission, or the place where it would.
    pub(super) fn statement(&self, key: &'static str, span: Option<Span>) -> Entry<'_> {
        let chart = self.graph.chart();
        let place = self.line(span.or(chart.strategy.span()).unwrap_or(chart.start));
        Entry { kind: Noun::Chart, id: key, name: key, place }
    }

    /// The priorities that are neither done nor dropped.
    pub(super) fn open_priorities(&self) -> impl Iterator<Item = PriorityView<'_>> {
        self.graph.priorities().filter(|priority| priority.claims().is_open())
    }

    /// The seats that others report to.
    pub(super) fn managers(&self) -> impl Iterator<Item = SeatView<'_>> {
        self.graph.seats().filter(|seat| seat.reports().next().is_some())
    }

    /// Whether a reference leads to nothing, rather than to what could not be read.
    pub(super) fn is_dangling(&self, span: Span) -> bool {
        self.graph.dangling().binary_search_by_key(&span, |dangling| dangling.span).is_ok()
    }
}
