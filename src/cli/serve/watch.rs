//! Looks at the files of a chart, and makes its page again when they have changed.
//!
//! By names, sizes and times, three times a second: that works in containers and on network drives, and costs no crate.

use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::check::AsOf;
use crate::error::Error;
use crate::load::{ChartFiles, Loaded, Seen, discover, seen};
use crate::model::Date;
use crate::page::Life;
use crate::review::review;

use super::super::page::packet_page;
use super::super::past::{Past, REVISIONS};
use super::super::{read_in_full, with_place};

/// Between two looks.
const PAUSE: Duration = Duration::from_millis(300);

/// What is to be shown.
pub(super) enum Shown {
    /// A page, and what was skipped in making it.
    Page(String, Option<String>),
    /// Why there is no newer one.
    Trouble(String),
}

/// A chart whose files are looked at.
pub(super) struct Watched {
    directory: PathBuf,
    named: PathBuf,
    today: Date,
    seen: Seen,
}

impl Watched {
    pub(super) fn new(directory: &Path, named: &Path, today: Date) -> Self {
        Self { directory: directory.to_path_buf(), named: named.to_path_buf(), today, seen: Seen::default() }
    }

    /// What to begin with.
    ///
    /// # Errors
    /// There is not exactly one chart there, or it is in git, where nothing changes.
    pub(super) fn first(&mut self) -> Result<Shown, Error> {
        let chart = self.chart()?;
        if chart.commit().is_some() {
            let help = "`rightseat render` writes the page of a revision";
            return Err(Error::new(format!("{} is in git and does not change: {help}", self.named.display())));
        }
        self.seen = seen(&chart);
        Ok(self.shown(&chart))
    }

    /// Looks for ever, and tells what there is to show whenever the files have changed and then stayed as they are.
    pub(super) fn watch(&mut self, mut tell: impl FnMut(Shown)) {
        let mut shown = self.seen.clone();
        loop {
            std::thread::sleep(PAUSE);
            let now = self.chart().map(|chart| (seen(&chart), chart));
            let found = now.as_ref().map_or_else(|error| Seen::nothing(&error.to_string()), |(seen, _)| seen.clone());
            let is_still = found == self.seen;
            self.seen = found;
            if !is_still || self.seen == shown {
                continue;
            }
            shown = self.seen.clone();
            tell(now.map_or_else(|error| Shown::Trouble(error.to_string()), |(_, chart)| self.shown(&chart)));
        }
    }

    fn chart(&self) -> Result<ChartFiles, Error> {
        let charts = discover(&self.directory, &self.named)?;
        let [chart] = <[ChartFiles; 1]>::try_from(charts).map_err(|charts| {
            let found: Vec<&str> = charts.iter().map(|chart| chart.name.as_str()).collect();
            Error::new(format!("there are {} charts here; name one of them: {}", found.len(), found.join(", ")))
        })?;
        Ok(chart)
    }

    /// What there is to show of the chart as it stands.
    fn shown(&self, chart: &ChartFiles) -> Shown {
        let page = read_in_full(chart).and_then(|loaded| {
            let mistake = loaded.settings_defects.first();
            let note = mistake.map(|mistake| format!("{}\nIt is ignored.", with_place(&loaded, mistake)));
            Ok((self.page(chart, &loaded)?, note))
        });
        page.map_or_else(Shown::Trouble, |(page, note)| Shown::Page(page, note))
    }

    /// The page of the chart, or why there is none.
    fn page(&self, chart: &ChartFiles, loaded: &Loaded) -> Result<String, String> {
        let judged = loaded.judged(&loaded.settings.norms(), AsOf::Day(self.today));
        let past = Past::before(chart, REVISIONS).map_err(|error| error.to_string())?;
        let before = past.newest(&judged).transpose()?;
        let packet = review(&judged, before.as_ref());
        let look = &loaded.settings.theme;
        packet_page(&packet, &judged, &past, look, Life::Served).map_err(|error| error.to_string())
    }
}
