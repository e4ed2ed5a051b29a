//! The revisions before a chart, for what shows it beside them or keeps their looks.

use rayon::prelude::*;

use crate::check::{AsOf, Judged};
use crate::error::Error;
use crate::layout::{Accenting, Options};
use crate::load::{ChartFiles, Loaded, history};
use crate::picture::{Content, Earlier};

use super::read_in_full;

/// How many revisions a page holds where nobody says otherwise.
pub(super) const REVISIONS: usize = 12;

/// The revisions before a chart, the oldest first, under their names.
pub(super) struct Past(Vec<(String, Result<Loaded, String>)>);

impl Past {
    /// The revisions before a chart, as many as make `most` with it.
    pub(super) fn before(chart: &ChartFiles, most: usize) -> Result<Self, Error> {
        if most < 2 {
            return Ok(Self(Vec::new()));
        }
        let mut before = history(chart)?;
        before.truncate(before.iter().position(|other| other.path == chart.path).unwrap_or(0));
        before.drain(..before.len().saturating_sub(most - 1));
        let read = before.into_par_iter().map(|files| {
            let loaded = read_in_full(&files);
            let revision = loaded.as_ref().ok().and_then(|loaded| loaded.chart.revision.get());
            let name = || files.path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            (revision.map_or_else(name, ToString::to_string), loaded)
        });
        Ok(Self(read.collect()))
    }

    /// What their pictures looked like. One that can't be read is skipped.
    pub(super) fn earlier(&self) -> Earlier {
        let read = self.0.iter().filter_map(|(_, loaded)| loaded.as_ref().ok());
        read.fold(Earlier::default(), |earlier, loaded| earlier.then(&loaded.graph()))
    }

    /// Each judged by the norms of the chart that they stand before, as of its own time.
    pub(super) fn judged(&self, now: &Judged<'_>) -> Vec<(&str, Result<Judged<'_>, &str>)> {
        self.0.iter().map(|(name, loaded)| (name.as_str(), at_its_time(loaded, now))).collect()
    }

    /// The last of them, judged alike.
    pub(super) fn newest(&self, now: &Judged<'_>) -> Option<Result<Judged<'_>, &str>> {
        self.0.last().map(|(_, loaded)| at_its_time(loaded, now))
    }
}

fn at_its_time<'p>(past: &'p Result<Loaded, String>, now: &Judged<'_>) -> Result<Judged<'p>, &'p str> {
    let loaded = past.as_ref().map_err(String::as_str)?;
    Ok(loaded.judged(&now.norms, AsOf::ItsTime(now.today)))
}

/// What is drawn of a chart and how, so that it looks as it did in the revisions before.
pub(super) fn alike(past: &Past, content: &Content, options: &Options) -> (Content, Options) {
    let Earlier { functions, order } = past.earlier();
    let accenting = Accenting { earlier: functions, ..options.accenting.clone() };
    (Content { order, ..content.clone() }, Options { accenting, ..options.clone() })
}
