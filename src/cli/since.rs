//! `check --since`: what a revision in git had is known.

use crate::check::{Accepted, AsOf, Baseline, Judged, Level};
use crate::error::Error;
use crate::load::{discover_at, load};

use super::Env;

/// Takes out of a chart's findings those that it had at a revision, by the norms of today and on the same day.
///
/// The old chart is the one at the same path, else the newest of the same history; where there is neither, all is new.
pub(super) fn accept(revision: &str, now: &mut Judged<'_>, env: &mut Env<'_>) -> Result<(), Error> {
    let mut before = discover_at(&env.directory, revision, now.name)?;
    if before.is_empty() {
        before = discover_at(&env.directory, revision, now.key)?;
    }
    let mut known = Baseline::default();
    for old in &before {
        let mut old = load(old).map_err(|mut errors| errors.remove(0))?;
        old.defects.append(&mut old.settings_defects);
        if old.chart.is_partial {
            env.trouble(&format!("{} can't be read in full: more may seem new than is\n", old.name))?;
        }
        let old = old.judged(&now.norms, AsOf::Day(now.today));
        known.add(now.key, &old.outcome, Level::Info);
    }
    let _: Accepted = known.accept(now.key, &mut now.outcome, now.sources);
    Ok(())
}
