//! `check --since`: what a revision in git had is known.

use crate::check::{Accepted, Baseline, Level, Outcome, RuleSettings, check};
use crate::error::Error;
use crate::load::{Loaded, discover_at, load};
use crate::model::Date;

use super::Env;

/// Takes out of a chart's findings those that it had at a revision, by today's rules and on the same day.
///
/// The old chart is the one at the same path, else the newest of the same history; where there is neither, all is new.
pub(super) fn accept(
    revision: &str,
    loaded: &Loaded,
    rules: &RuleSettings,
    today: Date,
    outcome: &mut Outcome,
    env: &mut Env<'_>,
) -> Result<(), Error> {
    let mut before = discover_at(&env.directory, revision, &loaded.name)?;
    if before.is_empty() {
        before = discover_at(&env.directory, revision, &loaded.key)?;
    }
    let mut known = Baseline::default();
    for old in &before {
        let mut old = load(old).map_err(|mut errors| errors.remove(0))?;
        old.defects.append(&mut old.settings_defects);
        if old.chart.is_partial {
            env.trouble(&format!("{} can't be read in full: more may seem new than is\n", old.name))?;
        }
        let graph = old.graph();
        let found = check(&graph, &old.defects, rules, today);
        known.add(&loaded.key, &found, Level::Info);
    }
    let _: Accepted = known.accept(&loaded.key, outcome, &loaded.sources);
    Ok(())
}
