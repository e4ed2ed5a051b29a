//! `rightseat completions`: a shell asks the program what can stand next.

use std::ffi::OsString;
use std::path::Path;

use clap::{Args, CommandFactory, ValueEnum};
use clap_complete::CompleteEnv;
use clap_complete::engine::{ArgValueCandidates, CompletionCandidate};
use clap_complete::env::Shells;

use crate::check::RULES;
use crate::error::Error;

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
