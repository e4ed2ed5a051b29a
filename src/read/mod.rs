//! From text to a chart: every file read to its end, every mistake kept with its place.
//!
//! Reading never fails: what can't be read is a [`Defect`], and the rest is a [`Chart`].

mod agree;
mod complete;
mod defect;
mod enclosed;
mod event;
mod events;
mod file;
mod header;
mod meant;
mod merge;
mod node;
mod outline;
mod plain;
mod shape;
mod synonyms;
mod syntax;
mod typed;
mod yaml;

use rayon::prelude::*;

use crate::model::Chart;
use crate::text::{SourceId, Sources, Span};

pub use agree::{Route, agree};
pub use defect::{Defect, DefectKind, Other};
use events::Reading;
pub use file::{LARGEST_FILE, Unread};
pub(crate) use meant::Names;

pub use header::{Header, header};
pub(crate) use outline::{Node, Oddity, Outline, Shape, Style};
pub(crate) use typed::document;

/// One file of a chart.
#[derive(Clone, Debug)]
pub struct Input {
    /// Its text.
    pub source: SourceId,
    /// Whether it may carry the chart's version: `chart.yaml`, or the only file.
    pub is_main: bool,
    /// Why its text is not to be read, found before reading.
    pub unread: Option<Unread>,
}

/// Reads the files of one chart, side by side.
///
/// The result does not depend on the number of threads. Defects come in the order of the files and
/// of their lines.
#[must_use]
pub fn chart(sources: &Sources, files: &[Input]) -> (Chart, Vec<Defect>) {
    let parts = files.par_iter().map(|input| file::read(sources.file(input.source), input, Reading::Fast)).collect();
    let start = files.first().map_or(Span::default(), |first| sources.file(first.source).span(0..0));
    merge::merge(start, parts)
}
