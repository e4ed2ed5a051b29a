//! `rightseat edit`: one thing that somebody wants of a chart, shown with what follows, and written where that is said.

mod named;
mod run;
mod verbs;

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};

use crate::check::{AsOf, Level};
use crate::error::Error;
use crate::load::{bring_back, left_behind, let_go};
use crate::model::Date;
use crate::phrase::{say, text};

use super::completions::{
    key_candidates, kind_candidates, new_candidates, pair_candidates, person_candidates, priority_candidates,
    rule_candidates, seat_candidates,
};
use super::{CLEAN, Env, FAILED, chart_option, tell_of_settings, whole_chart};

pub(super) use run::{Asked, carry_out};

/// What `edit` takes.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  rightseat edit hand-over west-van field-west
  rightseat edit fill field-south iris --write
  rightseat edit set seat:field-south vacant.plan \"Advert is out\"
  rightseat edit rename seat:service-lead service-head --format diff

Shows what would change and what follows from it; --write writes it into the chart's files, all of them or none.

Exit code: 0 shown, written or nothing to change; 1 with --fail-on when it would bring such a finding, and nothing is \
written; \
2 refused or could not run, and nothing is written.")]
pub(super) struct Edit {
    #[command(subcommand)]
    verb: Verb,
    #[command(flatten)]
    options: Options,
}

/// What all edits take.
#[derive(Clone, Debug, Args)]
pub(super) struct Options {
    /// The chart: a file, a folder with `chart.yaml`, or a folder of revisions (the newest is edited). Without it: the
    /// settings' `charts:`, else `charts`.
    #[arg(long, value_name = "CHART", global = true)]
    pub(super) chart: Option<PathBuf>,
    /// Write it into the chart's files.
    #[arg(long, global = true)]
    pub(super) write: bool,
    /// How the plan is shown.
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t = Format::Text, global = true)]
    pub(super) format: Format,
    /// Write nothing and exit with 1 if the change brings a finding of this level or worse.
    #[arg(long, value_enum, value_name = "LEVEL", global = true)]
    pub(super) fail_on: Option<FailOn>,
    /// Judge dates as of this day instead of today.
    #[arg(long, value_name = "DATE", value_parser = Date::parse, global = true)]
    pub(super) today: Option<Date>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// For people.
    Text,
    /// One JSON document.
    Json,
    /// A patch for `git apply` or `patch`; with -R they undo it.
    Diff,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum FailOn {
    Error,
    Warning,
    Info,
}

impl FailOn {
    pub(super) fn level(self) -> Level {
        match self {
            Self::Error => Level::Error,
            Self::Warning => Level::Warning,
            Self::Info => Level::Info,
        }
    }
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// Give a priority to a seat, which then owns it alone; if it had several owners, they become contributors.
    HandOver {
        /// The priority.
        #[arg(add = priority_candidates())]
        priority: String,
        /// The seat.
        #[arg(add = seat_candidates())]
        seat: String,
    },
    /// Give a seat to a person; it is no longer vacant or covered.
    Fill {
        /// The seat.
        #[arg(add = seat_candidates())]
        seat: String,
        /// The person.
        #[arg(add = person_candidates())]
        person: String,
    },
    /// Have a person cover a seat that has no owner.
    Cover {
        /// The seat.
        #[arg(add = seat_candidates())]
        seat: String,
        /// The person.
        #[arg(add = person_candidates())]
        person: String,
    },
    /// Remove the owner from a seat, which leaves it vacant.
    Vacate {
        /// The seat.
        #[arg(add = seat_candidates())]
        seat: String,
        /// The first day without an owner, instead of today.
        #[arg(long, value_name = "DAY", value_parser = Date::parse)]
        since: Option<Date>,
        /// What is being done about it.
        #[arg(long, value_name = "TEXT")]
        plan: Option<String>,
    },
    /// Make a seat report to another one.
    Move {
        /// The seat.
        #[arg(add = seat_candidates())]
        seat: String,
        /// The seat that it is to report to.
        #[arg(add = seat_candidates())]
        manager: String,
    },
    /// Give an entry another id, wherever it is named; a seat remembers the old one.
    Rename {
        /// `KIND:ID`, or the id alone if only one kind has it.
        #[arg(value_name = "KIND:ID", add = kind_candidates())]
        entry: String,
        /// The new id.
        new: String,
    },
    /// Close a seat: its reports go to its manager, everything else it holds goes to another seat.
    Close {
        /// The seat.
        #[arg(add = seat_candidates())]
        seat: String,
        /// The seat that takes over everything else.
        #[arg(long, value_name = "SEAT", add = seat_candidates())]
        to: Option<String>,
    },
    /// Set the value of a key; a list is replaced as a whole.
    Set {
        /// `KIND:ID`, `chart` or `strategy`.
        #[arg(value_name = "KIND:ID", add = kind_candidates())]
        entry: String,
        /// The key; `vacant.plan` for a key within one.
        #[arg(add = key_candidates())]
        key: String,
        /// The value; several for a list, KEY=VALUE for a mapping.
        #[arg(required = true)]
        value: Vec<String>,
    },
    /// Remove a key.
    Unset {
        /// `KIND:ID`, `chart` or `strategy`.
        #[arg(value_name = "KIND:ID", add = kind_candidates())]
        entry: String,
        /// The key.
        #[arg(add = key_candidates())]
        key: String,
    },
    /// Add items to a list.
    Add {
        /// `KIND:ID` or `strategy`.
        #[arg(value_name = "KIND:ID", add = kind_candidates())]
        entry: String,
        /// The key of the list.
        #[arg(add = key_candidates())]
        key: String,
        /// The items to add.
        #[arg(required = true)]
        value: Vec<String>,
    },
    /// Remove items from a list.
    Remove {
        /// `KIND:ID` or `strategy`.
        #[arg(value_name = "KIND:ID", add = kind_candidates())]
        entry: String,
        /// The key of the list.
        #[arg(add = key_candidates())]
        key: String,
        /// The items to remove.
        #[arg(required = true)]
        value: Vec<String>,
    },
    /// Write a new entry next to the others of its kind.
    New {
        /// `KIND:ID`, such as `seat:field-east`.
        #[arg(value_name = "KIND:ID", add = new_candidates())]
        entry: String,
        /// Its keys and their values; repeat a list's key for each item.
        #[arg(value_name = "KEY=VALUE", required = true, add = pair_candidates())]
        values: Vec<String>,
    },
    /// Remove an entry that nothing refers to.
    Delete {
        /// `KIND:ID`.
        #[arg(value_name = "KIND:ID", add = kind_candidates())]
        entry: String,
    },
    /// Accept what a rule finds about an entry, for a reason and until a day.
    Allow {
        /// The rule.
        #[arg(add = rule_candidates())]
        rule: String,
        /// `KIND:ID`, as `check` prints it.
        #[arg(value_name = "KIND:ID", add = kind_candidates())]
        entry: String,
        /// Why it is accepted.
        #[arg(long, value_name = "TEXT")]
        reason: String,
        /// The last day on which it is accepted.
        #[arg(long, value_name = "DAY", value_parser = Date::parse)]
        until: Date,
    },
    /// Stop accepting what a rule finds about an entry.
    Disallow {
        /// The rule.
        #[arg(add = rule_candidates())]
        rule: String,
        /// `KIND:ID`.
        #[arg(value_name = "KIND:ID", add = kind_candidates())]
        entry: String,
    },
    /// Write into the chart what `review --with FILE` only supposes.
    Apply {
        /// The fragment.
        file: PathBuf,
    },
    /// After a run that was interrupted while writing: restore the old files.
    Undo,
    /// After a run that was interrupted while writing: keep the files as they are.
    Keep,
}

impl Edit {
    /// Runs the edit that these words asked for.
    pub(super) fn run(&self, words: &[String], env: &mut Env<'_>) -> Result<u8, Error> {
        let files = chart_option(self.options.chart.as_deref(), env)?;
        if matches!(self.verb, Verb::Undo | Verb::Keep) {
            return self.settle(&files, env);
        }
        let Some(loaded) = whole_chart(&files, env)? else { return Ok(FAILED) };
        tell_of_settings(&loaded, env)?;
        let judged = loaded.judged(&loaded.settings.norms(), AsOf::Day(self.options.today.unwrap_or(env.today)));
        let intents = self.verb.intents(&judged, &loaded, &files, env)?;
        let asked = Asked { lines: Vec::new(), intents, words: words.to_vec() };
        carry_out((&files, &loaded, &judged), &asked, &self.options, env)
    }

    /// Settles what a run left behind.
    fn settle(&self, files: &crate::load::ChartFiles, env: &mut Env<'_>) -> Result<u8, Error> {
        let left = left_behind(files)?;
        if left.is_empty() {
            return Err(Error::new(format!("{}: no run was interrupted while writing", files.name)));
        }
        let is_undo = matches!(self.verb, Verb::Undo);
        if is_undo { bring_back(env.steps, &left) } else { let_go(env.steps, &left) }?;
        for (_, path) in &left {
            let shown = path.strip_prefix(&env.directory).unwrap_or(path).display();
            env.tell(say![text(shown), if is_undo { " is the old one again" } else { " stays as it is" }])?;
        }
        Ok(CLEAN)
    }
}
