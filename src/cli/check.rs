//! `rightseat check`: every rule, and the exit code for CI.

use std::collections::BTreeSet;
use std::path::PathBuf;

use clap::{Args, ValueEnum};
use rayon::prelude::*;

use crate::check::{Adjustment, AsOf, Judged, Level, Norms, Rule};
use crate::config::{self, Settings};
use crate::edit::{Offer, offers};
use crate::error::Error;
use crate::load::{ChartFiles, Loaded, load};
use crate::model::Date;
use crate::report::{Run, sarif_cut};
use crate::text::sort;

use super::baseline::Baselines;
use super::completions::rule_candidates;
use super::fix::{self, Mending, Wanted};
use super::outputs::{Outputs, Settled};
use super::since;
use super::written::guard;
use super::{CLEAN, Env, FAILED, FINDINGS, meant, named_charts, rule_named, tell_of_passed_over};

/// How many findings of one rule are shown to people, unless they ask for all.
const ALIKE: usize = 8;
/// With more findings than this the way to accept what there is, for a start, is named.
const MANY: usize = 40;

const START: &str = "many for a start? `rightseat check --write-baseline baseline.json` notes what there is, and with \
                     `--baseline baseline.json` only what is new is shown and fails\n";

/// What `check` takes.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  rightseat check charts/northwind
  rightseat check --fail-on warning --format concise
  rightseat check --format github --output sarif=out.sarif --output markdown=summary.md
  rightseat check --write-baseline baseline.json && rightseat check --baseline baseline.json
  rightseat check --since origin/main
  rightseat check -A narrow-span -D crowded-seat charts/acme.yaml
  rightseat check main:charts/acme
  rightseat check --fix charts/acme

Exit code: 0 nothing at the failing level, 1 findings, 2 could not run. \
With --fix it depends on what is left; --diff exits with 1 when there is something to mend.")]
pub(super) struct Check {
    /// Files, folders with `chart.yaml`, or folders of revisions (the newest is checked); `REV:PATH` in git. Without
    /// one: the settings' `charts:`, else `charts`.
    #[arg(value_name = "CHART")]
    charts: Vec<PathBuf>,
    #[command(flatten)]
    outputs: Outputs,
    #[command(flatten)]
    baselines: Baselines,
    /// Report and fail only on findings that the charts did not have at this revision in git, matched by rule and entry.
    #[arg(long, value_name = "REV", conflicts_with = "write_baseline")]
    since: Option<String>,
    /// The lowest level that sets the exit code to 1.
    #[arg(long, value_enum, value_name = "LEVEL", default_value_t = FailOn::Error)]
    fail_on: FailOn,
    /// Judge dates as of this day instead of today.
    #[arg(long, value_name = "DATE", value_parser = Date::parse)]
    today: Option<Date>,
    /// Show notes too.
    #[arg(long, short)]
    verbose: bool,
    /// Show every finding, even if a rule has many; formats for machines always hold all.
    #[arg(long)]
    all: bool,
    #[command(flatten)]
    mending: Mending,
    /// Turn a rule off for this run.
    #[arg(long, short = 'A', value_name = "RULE", add = rule_candidates())]
    allow: Vec<String>,
    /// Make a rule's findings warnings for this run.
    #[arg(long, short = 'W', value_name = "RULE", add = rule_candidates())]
    warn: Vec<String>,
    /// Make a rule's findings errors for this run.
    #[arg(long, short = 'D', value_name = "RULE", add = rule_candidates())]
    deny: Vec<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum FailOn {
    Error,
    Warning,
}

/// Rules with the levels that flags give them.
type Flags = Vec<(&'static Rule, Option<Level>)>;

/// What can be offered for the findings of a chart, where its files can be changed.
fn offered(judged: &Judged<'_>, loaded: &Loaded) -> Vec<Offer> {
    if loaded.at_revision { Vec::new() } else { offers(judged, &loaded.claimed(), &loaded.inputs) }
}

impl Check {
    pub(super) fn run(&self, env: &mut Env<'_>) -> Result<u8, Error> {
        let likely = self.mending.likely()?;
        let mut outputs = self.outputs.settled()?;
        let mut trouble = Vec::new();
        let found = self.found(&mut outputs, &mut trouble, env);
        if let Ok((_, charts)) = &found {
            tell_of_passed_over(charts.iter().flat_map(|chart| &chart.passed_over), env)?;
        }
        for error in &trouble {
            env.report(error);
        }
        let (flags, found) = match found {
            Ok(found) => found,
            Err(error) => return self.give_up(&outputs, trouble, error, env),
        };
        let told = trouble.len();
        let mut loaded = loaded(&found, &mut trouble);
        for error in &trouble[told..] {
            env.report(error);
        }
        let today = self.today.unwrap_or(env.today);
        let lowest = self.lowest();
        let norms: Vec<Norms> = loaded.iter().map(|loaded| with_flags(&loaded.settings, &flags)).collect();
        if self.mending.wanted() == Wanted::Shown {
            let is_any = fix::show(&loaded, &norms, (today, likely), env)?;
            return Ok(if trouble.is_empty() { if is_any { FINDINGS } else { CLEAN } } else { FAILED });
        }
        if self.mending.wanted() == Wanted::Written
            && fix::mend((&found, &loaded, &norms), (today, likely), &mut trouble, env)?
        {
            // The report is about the files as they are now; files that could not be read have been reported already.
            let mut again = Vec::new();
            loaded = self::loaded(&found, &mut again);
            again.retain(|error| trouble.iter().all(|told| told.to_string() != error.to_string()));
            for error in again {
                env.report(&error);
                trouble.push(error);
            }
        }
        let norms: Vec<Norms> = loaded.iter().map(|loaded| with_flags(&loaded.settings, &flags)).collect();
        let side_by_side = loaded.par_iter().zip(&norms);
        let mut charts: Vec<Judged<'_>> =
            side_by_side.map(|(loaded, norms)| loaded.judged(norms, AsOf::Day(today))).collect();
        if let Err(error) = self.accept_known(&mut charts, &found, trouble.is_empty(), env) {
            return self.give_up(&outputs, trouble, error, env);
        }
        let trouble: Vec<String> = trouble.iter().map(Error::to_string).collect();
        let offered: Vec<Vec<Offer>> = if outputs.says_mends() {
            charts.par_iter().zip(&loaded).map(|(chart, loaded)| offered(chart, loaded)).collect()
        } else {
            Vec::new()
        };
        let run = Run { offers: &offered, ..self.reported(&charts, &trouble) };
        if let Some(cut) = sarif_cut(run).filter(|_| outputs.has_sarif()) {
            env.trouble(&format!("{cut}\n"))?;
        }
        outputs.write(run, env)?;
        let shown = charts.iter().flat_map(|chart| &chart.outcome.findings).filter(|finding| finding.level >= lowest);
        if shown.count() > MANY && outputs.is_for_people() && !self.baselines.is_used() && self.since.is_none() {
            env.trouble(START)?;
        }
        let worst = charts.iter().filter_map(|chart| chart.outcome.worst()).max();
        env.leave((charts, offered));
        env.leave(loaded);
        Ok(match worst {
            _ if !trouble.is_empty() => FAILED,
            Some(worst) if worst >= self.failing() => FINDINGS,
            _ => CLEAN,
        })
    }

    /// The rules that flags set, and the charts that are meant, once it is sure that no output takes the place of what
    /// is read.
    fn found(
        &self,
        outputs: &mut Settled<'_>,
        trouble: &mut Vec<Error>,
        env: &mut Env<'_>,
    ) -> Result<(Flags, Vec<ChartFiles>), Error> {
        let charts = self.charts(env, trouble);
        if self.writes() {
            let guarded = guard(&self.charts, charts.as_deref().unwrap_or_default(), env);
            let guarded = guarded.and_then(|mut guard| {
                self.baselines.guard(&mut guard)?;
                outputs.guard(&mut guard)
            });
            if let Err(error) = guarded {
                outputs.write_no_files();
                return Err(error);
            }
        }
        let (flags, charts) = (self.flags()?, charts?);
        if let Some(chart) = charts.iter().find(|chart| self.since.is_some() && chart.commit().is_some()) {
            return Err(Error::new(format!("{}: `--since` compares files on the disk with a revision", chart.name)));
        }
        if let Some(chart) =
            charts.iter().find(|chart| self.mending.wanted() != Wanted::Nothing && chart.commit().is_some())
        {
            return Err(Error::new(format!("{} is read from a revision in git, which can't be changed", chart.name)));
        }
        Ok((flags, charts))
    }

    /// Takes out of the findings what a baseline or a revision knows; the baseline first: what `--since` knows still
    /// occurs.
    fn accept_known(
        &self,
        charts: &mut [Judged<'_>],
        files: &[ChartFiles],
        whole: bool,
        env: &mut Env<'_>,
    ) -> Result<(), Error> {
        self.baselines.apply(charts, self.lowest(), whole, env)?;
        if let Some(revision) = &self.since {
            for chart in charts {
                let files = files.iter().find(|files| files.name == chart.name).expect("it was read from them");
                since::accept(revision, chart, files, env)?;
            }
        }
        Ok(())
    }

    /// What is reported of charts, and of why others could not be checked.
    fn reported<'r>(&self, charts: &'r [Judged<'r>], trouble: &'r [String]) -> Run<'r> {
        let (lowest, failing) = (self.lowest(), self.failing());
        Run { charts, offers: &[], lowest, failing, trouble, most: if self.all { usize::MAX } else { ALIKE } }
    }

    /// Says in every output why nothing was checked: who reads them would take silence for a check that passed.
    fn give_up(
        &self,
        outputs: &Settled<'_>,
        mut trouble: Vec<Error>,
        error: Error,
        env: &mut Env<'_>,
    ) -> Result<u8, Error> {
        env.report(&error);
        trouble.push(error);
        let trouble: Vec<String> = trouble.iter().map(Error::to_string).collect();
        outputs.write(self.reported(&[], &trouble), env)?;
        Ok(FAILED)
    }

    fn writes(&self) -> bool {
        self.outputs.writes_files() || self.baselines.writes()
    }

    fn lowest(&self) -> Level {
        if self.verbose { Level::Info } else { Level::Warning }
    }

    fn failing(&self) -> Level {
        match self.fail_on {
            FailOn::Error => Level::Error,
            FailOn::Warning => Level::Warning,
        }
    }

    /// The files of the charts that are meant, each chart once.
    fn charts(&self, env: &mut Env<'_>, trouble: &mut Vec<Error>) -> Result<Vec<ChartFiles>, Error> {
        let mut charts = Vec::new();
        for named in named_charts(&self.charts, env)? {
            match meant::charts(&named, None, env) {
                Ok(found) => charts.extend(found),
                Err(error) => trouble.push(error),
            }
        }
        sort::by(&mut charts, |one, other| one.name.cmp(&other.name));
        charts.dedup_by(|one, other| one.name == other.name);
        Ok(charts)
    }

    /// The rules that flags set, as long as they may be.
    fn flags(&self) -> Result<Flags, Error> {
        let groups = [(&self.allow, None), (&self.warn, Some(Level::Warning)), (&self.deny, Some(Level::Error))];
        let mut flags = Vec::new();
        for (ids, level) in groups {
            for id in ids {
                let rule = rule_named(id)?;
                flags.push((rule, config::level(rule, level).map_err(Error::new)?));
            }
        }
        Ok(flags)
    }
}

/// The charts that could be read; why the others could not goes to `trouble`.
fn loaded(charts: &[ChartFiles], trouble: &mut Vec<Error>) -> Vec<Loaded> {
    let mut loaded = Vec::new();
    let mut settings = BTreeSet::new();
    // Side by side, and joined in their order.
    let read: Vec<_> = charts.par_iter().map(load).collect();
    for chart in read {
        match chart {
            Ok(mut chart) => {
                // Charts below one settings' file have its mistakes in common: they are said once.
                if chart.settings_file.as_ref().is_some_and(|file| settings.insert(file.clone())) {
                    chart.defects.append(&mut chart.settings_defects);
                }
                loaded.push(chart);
            }
            Err(errors) => trouble.extend(errors),
        }
    }
    loaded
}

/// A chart's own norms, with what flags set for this run.
fn with_flags(settings: &Settings, flags: &[(&'static Rule, Option<Level>)]) -> Norms {
    let mut rules = settings.rules.clone();
    for (rule, level) in flags {
        rules.adjust(rule, Adjustment { level: Some(*level), ..Adjustment::default() });
    }
    Norms::new(&rules, settings.load)
}
