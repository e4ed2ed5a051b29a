//! `check --since`: what a revision had is known.

use std::path::Path;

use crate::check::{Accepted, AsOf, Baseline, Judged, Level};
use crate::error::Error;
use crate::load::{ChartFiles, load};

use super::{Env, meant, tell_of_another};

/// Takes out of a chart's findings those that it had at a revision, by the norms of today and on the same day. Where
/// there was no chart, all is new.
pub(super) fn accept(revision: &str, now: &mut Judged<'_>, files: &ChartFiles, env: &mut Env<'_>) -> Result<(), Error> {
    let before = meant::since(Path::new(revision), files, env)?;
    let mut known = Baseline::default();
    for old in &before {
        let mut old = load(old).map_err(|mut errors| errors.remove(0))?;
        old.defects.append(&mut old.settings_defects);
        tell_of_another(&old, now, env)?;
        if old.chart.is_partial {
            env.trouble(&format!("{} can't be read in full: some findings may wrongly seem new\n", old.name))?;
        }
        let old = old.judged(&now.norms, AsOf::Day(now.today));
        known.add(now.key, &old.outcome, Level::Info);
    }
    let _: Accepted = known.accept(now.key, &mut now.outcome, now.sources);
    Ok(())
}
