//! `rightseat completions`: a shell asks the program what can stand next.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

use clap::{Args, CommandFactory, ValueEnum};
use clap_complete::CompleteEnv;
use clap_complete::engine::{ArgValueCandidates, CompletionCandidate};
use clap_complete::env::Shells;

use crate::check::{AsOf, RULES};
use crate::edit::written_keys;
use crate::error::Error;
use crate::load::{discover, load, usual_charts};
use crate::model::{Chart, Claim, Noun, Text};
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
        env.print_bytes(&script)?;
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

/// The ids of priorities in the usual charts, each with its title.
pub(super) fn priority_candidates() -> ArgValueCandidates {
    ArgValueCandidates::new(|| candidates(priorities))
}

/// Every id in the usual charts, each with its title or name.
pub(super) fn entry_candidates() -> ArgValueCandidates {
    ArgValueCandidates::new(|| candidates(all))
}

/// The same, and with their kinds: `seat:ceo`.
pub(super) fn kind_candidates() -> ArgValueCandidates {
    ArgValueCandidates::new(|| {
        let of = |kind: Noun, named: fn(&Chart) -> Vec<Named<'_>>| {
            let one = move |one: CompletionCandidate| one.add_prefix(format!("{kind}:"));
            candidates(named).into_iter().map(one).collect::<Vec<_>>()
        };
        let kinds = [
            of(Noun::Seat, seats),
            of(Noun::Person, people),
            of(Noun::Priority, priorities),
            of(Noun::Metric, metrics),
        ];
        let whole =
            [("chart", "what the chart says of itself"), ("strategy", "mission, vision, values, intent, promise")];
        let whole = whole.map(|(word, help)| CompletionCandidate::new(word).help(Some(help.into())));
        candidates(all).into_iter().chain(kinds.into_iter().flatten()).chain(whole).collect()
    })
}

/// The kinds of entries, to be followed by a new id.
pub(super) fn new_candidates() -> ArgValueCandidates {
    ArgValueCandidates::new(|| KINDS.iter().map(|kind| CompletionCandidate::new(format!("{kind}:"))).collect())
}

/// The keys of the format, each with the kinds that have it; with those within a key, such as `vacant.plan`.
pub(super) fn key_candidates() -> ArgValueCandidates {
    ArgValueCandidates::new(|| keys_with("", KINDS.iter().chain(&[Noun::Chart, Noun::Strategy])))
}

/// The keys of entries, to be followed by `=` and what they say.
pub(super) fn pair_candidates() -> ArgValueCandidates {
    ArgValueCandidates::new(|| keys_with("=", &KINDS))
}

const KINDS: [Noun; 4] = [Noun::Seat, Noun::Person, Noun::Priority, Noun::Metric];

fn keys_with<'k>(suffix: &str, kinds: impl IntoIterator<Item = &'k Noun>) -> Vec<CompletionCandidate> {
    let mut found: BTreeMap<String, Vec<&'static str>> = BTreeMap::new();
    for kind in kinds {
        for key in written_keys(*kind) {
            found.entry(key).or_default().push(kind.name());
        }
    }
    let one = |(key, kinds): (String, Vec<&str>)| {
        CompletionCandidate::new(format!("{key}{suffix}")).help(Some(kinds.join(", ").into()))
    };
    found.into_iter().map(one).collect()
}

/// The open decisions of the usual charts by their names and answers, each with its question.
pub(super) fn decision_candidates() -> ArgValueCandidates {
    ArgValueCandidates::new(|| {
        let directory = std::env::current_dir().unwrap_or_default();
        let charts = asked(&directory);
        let charts = charts.iter().filter_map(|named| discover(&directory, named).ok()).flatten();
        let mut found = Vec::new();
        for loaded in charts.filter_map(|files| load(&files).ok()) {
            // The day changes which decisions there are, and a line being completed does not state one.
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

fn priorities(chart: &Chart) -> Vec<Named<'_>> {
    chart.priorities.entries.iter().map(|entry| (entry.id.value.as_str(), &entry.title)).collect()
}

fn metrics(chart: &Chart) -> Vec<Named<'_>> {
    chart.metrics.entries.iter().map(|entry| (entry.id.value.as_str(), &entry.title)).collect()
}

fn all(chart: &Chart) -> Vec<Named<'_>> {
    seats(chart).into_iter().chain(people(chart)).chain(priorities(chart)).chain(metrics(chart)).collect()
}

fn people(chart: &Chart) -> Vec<Named<'_>> {
    chart.people.entries.iter().map(|person| (person.id.value.as_str(), &person.name)).collect()
}

/// The chart that the line names by `--chart`, else the usual ones.
fn asked(directory: &Path) -> Vec<PathBuf> {
    let words: Vec<String> = std::env::args().collect();
    let behind = words.windows(2).rev().find(|pair| pair[0] == "--chart").map(|pair| pair[1].as_str());
    let named = words.iter().rev().find_map(|word| word.strip_prefix("--chart=")).or(behind);
    match named.filter(|named| !named.is_empty()) {
        Some(named) => vec![PathBuf::from(named)],
        None => usual_charts(directory).unwrap_or_default(),
    }
}

/// What can be read of the charts; a shell that asks has no use for trouble.
fn candidates(named: impl Fn(&Chart) -> Vec<Named<'_>>) -> Vec<CompletionCandidate> {
    let directory = std::env::current_dir().unwrap_or_default();
    let charts = asked(&directory);
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
