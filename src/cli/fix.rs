//! `check --fix` and `check --diff`: what is safe to mend in charts, mended or shown.

use clap::Args;

use crate::check::{Norms, Rule};
use crate::edit::{Fixed, GUESSED, fix};
use crate::error::Error;
use crate::load::{ChartFiles, Loaded, replace_texts};
use crate::model::Date;
use crate::report::patch;
use crate::text::printable_line;

use super::{Env, rule_named};

/// What `check` takes to mend.
#[derive(Debug, Args)]
pub(super) struct Mending {
    /// Mend what is safe to mend in the charts' files, each chart completely or not at all, and report what is left; with
    /// `=RULE`, for that rule also what is only likely.
    #[arg(long, value_name = "RULE", num_args = 0..=1, require_equals = true, default_missing_value = "")]
    fix: Option<String>,
    /// Print what --fix, or --fix=RULE, would mend, as a patch, and write nothing.
    #[arg(long, value_name = "RULE", num_args = 0..=1, require_equals = true, default_missing_value = "")]
    #[arg(conflicts_with_all = ["fix", "format", "outputs", "write_baseline", "baseline", "since"])]
    diff: Option<String>,
}

/// What is to become of mends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wanted {
    Nothing,
    Shown,
    Written,
}

impl Mending {
    pub(super) fn wanted(&self) -> Wanted {
        match (&self.fix, &self.diff) {
            (None, None) => Wanted::Nothing,
            (None, Some(_)) => Wanted::Shown,
            (Some(_), _) => Wanted::Written,
        }
    }

    /// The rule whose likely mends are to be made, too.
    pub(super) fn likely(&self) -> Result<Option<&'static Rule>, Error> {
        let Some(id) = self.fix.as_deref().or(self.diff.as_deref()).filter(|id| !id.is_empty()) else {
            return Ok(None);
        };
        let rule = rule_named(id)?;
        if GUESSED.contains(&rule.id.as_str()) {
            return Ok(Some(rule));
        }
        let known = GUESSED.join("`, `");
        Err(Error::new(format!("for `{id}` only what is safe is mended: write `--fix`; `=RULE` takes `{known}`")))
    }
}

/// Mends the files of charts, each chart whole or not at all, and says what was mended; whether any was.
pub(super) fn mend(
    (files, loaded, norms): (&[ChartFiles], &[Loaded], &[Norms]),
    (today, likely): (Date, Option<&Rule>),
    trouble: &mut Vec<Error>,
    env: &mut Env<'_>,
) -> Result<bool, Error> {
    let mut is_any = false;
    for (chart, norms) in loaded.iter().zip(norms) {
        let Some(files) = files.iter().find(|files| files.name == chart.name) else { continue };
        let Some(fixed) = fixed(chart, norms, (today, likely), env)? else { continue };
        if let Err(error) = replace_texts(env.steps, files, &chart.sources, &fixed.sources) {
            env.report(&error);
            trouble.push(error);
            continue;
        }
        is_any = true;
        for mend in &fixed.mends {
            let (path, said) = (printable_line(&mend.path), printable_line(&mend.said));
            env.trouble(&format!("mended {path}:{}: {said} [{}]\n", mend.line, mend.rule))?;
        }
    }
    Ok(is_any)
}

/// Prints what would be mended as one patch; whether anything would.
pub(super) fn show(
    loaded: &[Loaded],
    norms: &[Norms],
    (today, likely): (Date, Option<&Rule>),
    env: &mut Env<'_>,
) -> Result<bool, Error> {
    let mut is_any = false;
    for (chart, norms) in loaded.iter().zip(norms) {
        if let Some(fixed) = fixed(chart, norms, (today, likely), env)? {
            is_any = true;
            env.print(&patch(&chart.sources, &fixed.patches))?;
        }
    }
    Ok(is_any)
}

/// A chart with everything mended that is safe to mend; `None` where there is nothing.
fn fixed(
    chart: &Loaded,
    norms: &Norms,
    (today, likely): (Date, Option<&Rule>),
    env: &mut Env<'_>,
) -> Result<Option<Fixed>, Error> {
    if chart.chart.is_partial {
        env.trouble(&format!("{}: not mended: it can't be read to the end\n", printable_line(&chart.name)))?;
        return Ok(None);
    }
    let fixed = fix(&chart.claimed(), norms, today, &chart.inputs, likely);
    Ok((!fixed.patches.is_empty()).then_some(fixed))
}
