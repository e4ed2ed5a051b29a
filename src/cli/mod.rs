//! The commands: arguments in, exit code out.

mod check;
mod diff;
mod env;
mod explain;
mod init;
mod render;
mod trend;

use std::ffi::OsString;
use std::path::PathBuf;

use clap::{ColorChoice, Parser, Subcommand};

use crate::error::Error;

pub use env::Env;

/// Nothing at the failing level.
const CLEAN: u8 = 0;
/// Findings at the failing level.
const FINDINGS: u8 = 1;
/// The run could not be done.
const FAILED: u8 = 2;

/// Type-checks an organisation: who answers for what, in YAML.
#[derive(Debug, Parser)]
#[command(name = "rightseat", version, propagate_version = true, arg_required_else_help = true)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
    /// Whether to use colour; `auto` asks the terminal, `NO_COLOR` and `CLICOLOR_FORCE`.
    #[arg(long, global = true, value_name = "WHEN", default_value_t = ColorChoice::Auto)]
    color: ColorChoice,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Run every rule over charts.
    Check(check::Check),
    /// Tell what changed between two charts.
    Diff(diff::Diff),
    /// Draw a chart.
    Render(render::Render),
    /// Show a chart's figures over all its revisions.
    Trend(trend::Trend),
    /// Explain a rule, or list them all.
    Explain(explain::Explain),
    /// Write a small chart to start from.
    Init(init::Init),
}

/// Runs a command and returns its exit code: 0 clean, 1 findings, 2 could not run.
pub fn run(arguments: impl IntoIterator<Item = OsString>, env: &mut Env<'_>) -> u8 {
    let code = match Arguments::try_parse_from(arguments) {
        Ok(arguments) => {
            env.color = match arguments.color {
                ColorChoice::Always => true,
                ColorChoice::Never => false,
                ColorChoice::Auto => env.color,
            };
            match arguments.command {
                Command::Check(command) => command.run(env),
                Command::Diff(command) => command.run(env),
                Command::Render(command) => command.run(env),
                Command::Trend(command) => command.run(env),
                Command::Explain(command) => command.run(env),
                Command::Init(command) => command.run(env),
            }
        }
        Err(usage) => {
            let text = if env.color { usage.render().ansi().to_string() } else { usage.render().to_string() };
            if usage.use_stderr() { env.trouble(&text).map(|()| FAILED) } else { env.print(&text).map(|()| CLEAN) }
        }
    };
    code.and_then(|code| env.flush().map(|()| code)).unwrap_or_else(|error| env.report(&error))
}

/// The charts that are named, or the usual ones.
fn named_charts(named: &[PathBuf], env: &Env<'_>) -> Result<Vec<PathBuf>, Error> {
    if named.is_empty() { crate::load::usual_charts(&env.directory) } else { Ok(named.to_vec()) }
}
