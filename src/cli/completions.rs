//! `rightseat completions`: a shell asks the program what can stand next.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::path::Path;

use clap::{Args, CommandFactory, ValueEnum};
use clap_complete::CompleteEnv;
use clap_complete::engine::{ArgValueCandidates, CompletionCandidate};
use clap_complete::env::Shells;

use crate::check::{AsOf, RULES};
use crate::error::Error;
use crate::load::{discover, load, usual_charts};
use crate::model::{Chart, Claim, Text};
use crate::review::review;
use crate::text::printable_line;

use super::{Arguments, CLEAN, Env};

/// The variable by which a shell asks.
const ASKED: &str = "COMPLETE";

/// What `completions` takes.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  source <(rightseat completions bash)                    # in ~/.bashrc
  source <(rightseat completions zsh)                     # in ~/.zshrc
  rightseat completions fish | source                     # in ~/.config/fish/config.fish

The script asks the program at each tab: write the line into the shell's start file rather than the script.")]
pub(super) struct Completions {
    /// The shell.
    #[arg(value_enum)]
    shell: Shell,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Shell {
    Bash,
    Elvish,
    Fish,
    Powershell,
    Zsh,
}

impl Completions {
    pub(super) fn run(&self, env: &mut Env<'_>) -> Result<u8, Error> {
        let name = self.shell.to_possible_value().expect("no shell is hidden").get_name().to_owned();
        let shells = Shells::builtins();
        let shell = shells.completer(&name).expect("all shells are built in");
        let mut script = Vec::new();
        shell.write_registration(ASKED, "rightseat", "rightseat", "rightseat", &mut script).expect("memory takes all");
        env.print(&String::from_utf8(script).expect("scripts are text"))?;
        Ok(CLEAN)
    }
}

/// Answers a shell that asks what can stand next; `false` when none does.
///
/// # Errors
/// A shell that is not known, or output that can't be written.
pub fn complete(arguments: impl IntoIterator<Item = OsString>, directory: &Path) -> Result<bool, Error> {
    let env = CompleteEnv::with_factory(Arguments::command).var(ASKED).bin("rightseat").completer("rightseat");
    env.try_complete(arguments, Some(directory)).map_err(|reason| Error::new(reason.to_string()))
}

/// The rules' ids, each with what it reports.
pub(super) fn rule_candidates() -> ArgValueCandidates {
    ArgValueCandidates::new(|| {
        RULES.iter().map(|rule| CompletionCandidate::new(rule.id.as_str()).help(Some(rule.summary.into()))).collect()
    })
}

/// The ids of seats in the usual charts, each with its title.
pub(super) fn seat_candidates() -> ArgValueCandidates {
    ArgValueCandidates::new(|| candidates(seats))
}

/// The ids of people in the usual charts, each with the name.
pub(super) fn person_candidates() -> ArgValueCandidates {
    ArgValueCandidates::new(|| candidates(people))
}

/// Every id in the usual charts, each with its title or name.
pub(super) fn entry_candidates() -> ArgValueCandidates {
    ArgValueCandidates::new(|| {
        candidates(|chart| {
            let priorities = chart.priorities.entries.iter().map(|entry| (entry.id.value.as_str(), &entry.title));
            let metrics = chart.metrics.entries.iter().map(|entry| (entry.id.value.as_str(), &entry.title));
            seats(chart).into_iter().chain(people(chart)).chain(priorities).chain(metrics).collect()
        })
    })
}

/// The open decisions of the usual charts by their names and answers, each with its question.
pub(super) fn decision_candidates() -> ArgValueCandidates {
    ArgValueCandidates::new(|| {
        let directory = std::env::current_dir().unwrap_or_default();
        let charts = usual_charts(&directory).unwrap_or_default();
        let charts = charts.iter().filter_map(|named| discover(&directory, named).ok()).flatten();
        let mut found = Vec::new();
        for loaded in charts.filter_map(|files| load(&files).ok()) {
            // The day changes which decisions there are, and who completes a line has none to say.
            let last = loaded.chart.head.revision.get().map(|revision| revision.last_day());
            let Some(day) = last.or(loaded.chart.head.reviewed.get().copied()) else { continue };
            let judged = loaded.judged(&loaded.settings.norms(), AsOf::Day(day));
            for decision in &review(&judged, None).decisions.decisions {
                let can_be_written = decision.options.iter().filter(|option| !option.key.is_empty());
                let question = printable_line(&decision.question.to_string()).into_owned();
                found.extend(can_be_written.map(|option| {
                    CompletionCandidate::new(format!("{}={}", decision.names[0], option.key))
                        .help(Some(question.clone().into()))
                }));
            }
        }
        found
    })
}

/// An id, and what it stands for.
type Named<'c> = (&'c str, &'c Claim<Text>);

fn seats(chart: &Chart) -> Vec<Named<'_>> {
    chart.seats.entries.iter().map(|seat| (seat.id.value.as_str(), &seat.title)).collect()
}

fn people(chart: &Chart) -> Vec<Named<'_>> {
    chart.people.entries.iter().map(|person| (person.id.value.as_str(), &person.name)).collect()
}

/// What can be read of the usual charts; a shell that asks has no use for trouble.
fn candidates(named: impl Fn(&Chart) -> Vec<Named<'_>>) -> Vec<CompletionCandidate> {
    let directory = std::env::current_dir().unwrap_or_default();
    let charts = usual_charts(&directory).unwrap_or_default();
    let charts = charts.iter().filter_map(|named| discover(&directory, named).ok()).flatten();
    let mut found = BTreeMap::new();
    for chart in charts.filter_map(|files| load(&files).ok()) {
        for (id, title) in named(&chart.chart) {
            found
                .entry(id.to_owned())
                .or_insert_with(|| title.get().map(|title| printable_line(title.as_str()).into_owned()));
        }
    }
    let candidate = |(id, title): (String, Option<String>)| CompletionCandidate::new(id).help(title.map(Into::into));
    found.into_iter().map(candidate).collect()
}
