//! `rightseat check`: every rule, and the exit code for CI.

use std::collections::BTreeSet;
use std::path::PathBuf;

use clap::{Args, ValueEnum};

use crate::check::{Adjustment, Level, Outcome, Rule, RuleSettings, check};
use crate::config;
use crate::error::Error;
use crate::load::{Loaded, discover, load};
use crate::model::Date;
use crate::report::{Checked, Look, concise, human, json};

use super::{CLEAN, Env, FAILED, FINDINGS, named_charts};

/// What `check` takes.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  rightseat check charts/northwind
  rightseat check --fail-on warning --format concise
  rightseat check -A narrow-span -D crowded-seat charts/acme.yaml
  rightseat check main:charts/acme

Exit code: 0 nothing at the failing level, 1 findings, 2 could not run.")]
pub(super) struct Check {
    /// Files, folders with `chart.yaml`, or folders of revisions (the newest is checked); `REV:PATH` in git. Without
    /// one: the settings' `charts:`, else `charts`.
    #[arg(value_name = "CHART")]
    charts: Vec<PathBuf>,
    /// How findings are shown.
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
    /// The lowest level that makes the exit code 1.
    #[arg(long, value_enum, value_name = "LEVEL", default_value_t = FailOn::Error)]
    fail_on: FailOn,
    /// The day on which dates are judged; today where not given.
    #[arg(long, value_name = "DATE", value_parser = Date::parse)]
    today: Option<Date>,
    /// Show notes too.
    #[arg(long, short)]
    verbose: bool,
    /// Turn a rule off for this run.
    #[arg(long, short = 'A', value_name = "RULE")]
    allow: Vec<String>,
    /// Make a rule's findings warnings for this run.
    #[arg(long, short = 'W', value_name = "RULE")]
    warn: Vec<String>,
    /// Make a rule's findings errors for this run.
    #[arg(long, short = 'D', value_name = "RULE")]
    deny: Vec<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// The line with the place underlined, and what to write.
    Human,
    /// One line a finding.
    Concise,
    /// One JSON document with all findings.
    Json,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum FailOn {
    Error,
    Warning,
}

impl Check {
    pub(super) fn run(&self, env: &mut Env<'_>) -> Result<u8, Error> {
        let flags = self.flags()?;
        let mut charts = Vec::new();
        let mut failed = false;
        for named in named_charts(&self.charts, env)? {
            match discover(&env.directory, &named) {
                Ok(found) => charts.extend(found),
                Err(error) => {
                    env.report(&error);
                    failed = true;
                }
            }
        }
        charts.sort_by(|one, other| one.name.cmp(&other.name));
        charts.dedup_by(|one, other| one.name == other.name);
        let mut loaded = Vec::new();
        let mut settings = BTreeSet::new();
        for chart in &charts {
            match load(chart) {
                Ok(mut chart) => {
                    // Charts below one settings' file have its mistakes in common: they are said once.
                    if chart.settings_file.as_ref().is_some_and(|file| settings.insert(file.clone())) {
                        chart.defects.append(&mut chart.settings_defects);
                    }
                    loaded.push(chart);
                }
                Err(errors) => {
                    for error in errors {
                        env.report(&error);
                    }
                    failed = true;
                }
            }
        }
        let worst = self.report(&loaded, &flags, env)?;
        let failing = match self.fail_on {
            FailOn::Error => Level::Error,
            FailOn::Warning => Level::Warning,
        };
        Ok(match worst {
            _ if failed => FAILED,
            Some(worst) if worst >= failing => FINDINGS,
            _ => CLEAN,
        })
    }

    /// Checks and shows each chart; the worst level found comes back.
    fn report(
        &self,
        charts: &[Loaded],
        flags: &[(&'static Rule, Option<Level>)],
        env: &mut Env<'_>,
    ) -> Result<Option<Level>, Error> {
        let today = self.today.unwrap_or(env.today);
        let graphs: Vec<_> = charts.iter().map(Loaded::graph).collect();
        let outcomes: Vec<Outcome> = charts
            .iter()
            .zip(&graphs)
            .map(|(loaded, graph)| check(graph, &loaded.defects, &with_flags(&loaded.settings.rules, flags), today))
            .collect();
        let checked = charts.iter().zip(&graphs).zip(&outcomes).map(|((loaded, graph), outcome)| Checked {
            name: &loaded.name,
            revisions: loaded.revisions,
            sources: &loaded.sources,
            graph,
            outcome,
            today,
        });
        let lowest = if self.verbose { Level::Info } else { Level::Warning };
        match self.format {
            Format::Json if !charts.is_empty() => env.print(&json(&checked.collect::<Vec<_>>()))?,
            Format::Json => {}
            Format::Concise => checked.into_iter().try_for_each(|chart| env.print(&concise(&chart, lowest)))?,
            Format::Human => {
                let look = Look { color: env.color, width: env.width, lowest };
                checked.into_iter().try_for_each(|chart| env.print(&human(&chart, look)))?;
            }
        }
        Ok(outcomes.iter().filter_map(Outcome::worst).max())
    }

    /// The rules that flags set, as long as they may be.
    fn flags(&self) -> Result<Vec<(&'static Rule, Option<Level>)>, Error> {
        let groups = [(&self.allow, None), (&self.warn, Some(Level::Warning)), (&self.deny, Some(Level::Error))];
        let mut flags = Vec::new();
        for (ids, level) in groups {
            for id in ids {
                let rule =
                    config::find_rule(id).map_err(|help| Error::new(format!("there is no rule `{id}`: {help}")))?;
                flags.push((rule, config::level(rule, level).map_err(Error::new)?));
            }
        }
        Ok(flags)
    }
}

fn with_flags(settings: &RuleSettings, flags: &[(&'static Rule, Option<Level>)]) -> RuleSettings {
    let mut settings = settings.clone();
    for (rule, level) in flags {
        settings.adjust(rule, Adjustment { level: Some(*level), ..Adjustment::default() });
    }
    settings
}
