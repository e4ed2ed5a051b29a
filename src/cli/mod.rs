//! The commands: arguments in, exit code out.

mod baseline;
mod check;
mod completions;
mod decide;
mod diff;
mod edit;
mod ending;
mod env;
mod explain;
mod export;
mod fix;
mod hints;
mod import;
mod init;
mod licenses;
mod man;
mod meant;
mod next;
mod outputs;
mod packet;
mod page;
mod past;
mod patience;
mod picture_file;
mod points;
mod render;
mod review;
mod schema;
mod serve;
mod show;
mod since;
mod suits;
mod trend;
mod views;
mod written;

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use clap::{ColorChoice, Parser, Subcommand};

use crate::check::{Judged, Level, Rule};
use crate::config;
use crate::error::Error;
use crate::load::{ChartFiles, Loaded, PassedOver, load};
use crate::read::{Defect, DefectKind};
use crate::report::counted;
use crate::text::{printable, printable_line};

pub use completions::complete;
pub use env::Env;
pub use man::reference;
pub use patience::Patience;

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
    /// Make the packet for a quarterly review.
    Review(review::Review),
    /// Write answers of the review into the chart.
    Decide(decide::Decide),
    /// Roll the quarter over: make the chart of the next revision.
    Next(next::Next),
    /// Say what changed between two charts.
    Diff(diff::Diff),
    /// Show who owns a seat, priority or metric, and who they answer to.
    Show(show::Show),
    /// Change a chart: show what would change and what follows, or write it.
    Edit(edit::Edit),
    /// Draw a chart.
    Render(render::Render),
    /// Show a chart in the browser, live while it is edited.
    Serve(serve::Serve),
    /// Show a chart's figures over all its revisions.
    Trend(trend::Trend),
    /// Explain a rule, or list them all.
    Explain(explain::Explain),
    /// Write a small chart to start from.
    Init(init::Init),
    /// Make a chart from a spreadsheet or an HR system's export.
    Import(import::Import),
    /// Write a chart for spreadsheets and other tools.
    Export(export::Export),
    /// Print the JSON Schema of charts or settings, for editors.
    Schema(schema::SchemaOf),
    /// Print the script that makes a shell complete commands, rules and formats.
    Completions(completions::Completions),
    /// Print a manual page, or write them all.
    Man(man::Man),
    /// Print the licences of the program, its typeface and what is built in.
    Licenses(licenses::Licenses),
}

/// Runs a command and returns its exit code: 0 clean, 1 findings, 2 could not run.
pub fn run(arguments: impl IntoIterator<Item = OsString>, env: &mut Env<'_>) -> u8 {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let words: Vec<String> = arguments.iter().skip(1).map(|word| word.to_string_lossy().into_owned()).collect();
    let command = arguments.get(1).and_then(|word| word.to_str()).map(str::to_owned);
    let code = match Arguments::try_parse_from(arguments) {
        Ok(arguments) => {
            env.color = match arguments.color {
                ColorChoice::Always => true,
                ColorChoice::Never => false,
                ColorChoice::Auto => env.color,
            };
            match arguments.command {
                Command::Check(command) => command.run(env),
                Command::Review(command) => command.run(env),
                Command::Decide(command) => command.run(&words, env),
                Command::Next(command) => command.run(&words, env),
                Command::Diff(command) => command.run(env),
                Command::Show(command) => command.run(env),
                Command::Edit(command) => command.run(&words, env),
                Command::Render(command) => command.run(env),
                Command::Serve(command) => command.run(env),
                Command::Trend(command) => command.run(env),
                Command::Explain(command) => command.run(env),
                Command::Init(command) => command.run(env),
                Command::Import(command) => command.run(env),
                Command::Export(command) => command.run(env),
                Command::Schema(command) => command.run(env),
                Command::Completions(command) => command.run(env),
                Command::Man(command) => command.run(env),
                Command::Licenses(command) => command.run(env),
            }
        }
        Err(usage) => {
            let usage_text = usage.render();
            let text =
                if env.color { usage_text.ansi().to_string() } else { printable(&usage_text.to_string()).into_owned() };
            let hint = hints::hint(&usage, command.as_deref());
            let text = hint.map_or(text.clone(), |hint| format!("{}\n\nhelp: {hint}\n", text.trim_end()));
            if usage.use_stderr() { env.say(&text).map(|()| FAILED) } else { env.print(&text).map(|()| CLEAN) }
        }
    };
    code.and_then(|code| env.flush().map(|()| code)).unwrap_or_else(|error| env.report(&error))
}

/// The rule with an id.
fn rule_named(id: &str) -> Result<&'static Rule, Error> {
    config::find_rule(id).map_err(|help| Error::new(format!("there is no rule `{id}`: {help}")))
}

/// The charts that are named, or the usual ones.
fn named_charts(named: &[PathBuf], env: &Env<'_>) -> Result<Vec<PathBuf>, Error> {
    if !named.is_empty() {
        return Ok(named.to_vec());
    }
    let usual = crate::load::usual_charts(&env.directory)?;
    match usual.as_slice() {
        [only] if only.ends_with("charts") && only.symlink_metadata().is_err() => Err(Error::new(
            "no chart is named, and there is no folder `charts` here: name a chart, or let `rightseat init` write one to \
             start from",
        )),
        _ => Ok(usual),
    }
}

/// The one chart that is named, or the usual one; what of it is not read is reported.
fn one_chart(named: Option<&Path>, env: &mut Env<'_>) -> Result<ChartFiles, Error> {
    one_of(named, env, meant::not_revisions)
}

/// The same where `--chart` names it.
fn chart_option(named: Option<&Path>, env: &mut Env<'_>) -> Result<ChartFiles, Error> {
    one_of(named, env, |charts| {
        charts.first().map_or_else(String::new, |chart| format!("\nhelp: such as `--chart {}`", chart.name))
    })
}

fn one_of(
    named: Option<&Path>,
    env: &mut Env<'_>,
    help: impl Fn(&[ChartFiles]) -> String,
) -> Result<ChartFiles, Error> {
    let named: Vec<PathBuf> = named.into_iter().map(Path::to_path_buf).collect();
    let mut charts = Vec::new();
    for named in named_charts(&named, env)? {
        charts.extend(meant::charts(&named, None, env)?);
    }
    match <[ChartFiles; 1]>::try_from(charts) {
        Ok([chart]) => {
            tell_of_passed_over(&chart.passed_over, env)?;
            Ok(chart)
        }
        Err(charts) => {
            let found: Vec<&str> = charts.iter().map(|chart| chart.name.as_str()).collect();
            let help = help(&charts);
            Err(Error::new(format!(
                "there are {} charts here; name one of them: {}{help}",
                found.len(),
                found.join(", ")
            )))
        }
    }
}

/// A chart that could be read to its end; `None` when trouble with it was told.
fn whole_chart(files: &ChartFiles, env: &mut Env<'_>) -> Result<Option<Loaded>, Error> {
    let loaded = match load(files) {
        Ok(loaded) => loaded,
        Err(errors) => {
            for error in &errors {
                env.report(error);
            }
            return Ok(None);
        }
    };
    loaded.whole()?;
    Ok(Some(loaded))
}

/// A revision of a chart, read to its end, or in a line why it could not be.
fn read_in_full(files: &ChartFiles) -> Result<Loaded, String> {
    let loaded = load(files).map_err(|errors| errors[0].to_string())?;
    let Err(error) = loaded.whole() else { return Ok(loaded) };
    let broken = loaded.defects.iter().find(|defect| defect.kind == DefectKind::InvalidYaml);
    Err(match broken {
        Some(defect) => with_place(&loaded, defect),
        None => error.to_string(),
    })
}

/// A defect in a line, with its place.
fn with_place(loaded: &Loaded, defect: &Defect) -> String {
    let place = loaded.sources.place(defect.span);
    format!("{}:{}:{}: {}", place.path, place.line, place.column, defect.message)
}

/// Says in one line what lies among the files of charts and is not read.
fn tell_of_passed_over<'p>(all: impl IntoIterator<Item = &'p PassedOver>, env: &mut Env<'_>) -> Result<(), Error> {
    PassedOver::line(all).map_or(Ok(()), |line| env.trouble(&format!("note: not read: {}\n", printable_line(&line))))
}

/// Says what beside a chart may be one more revision of it and is not read.
fn tell_of_beside(revisions: &[ChartFiles], chart: &ChartFiles, env: &mut Env<'_>) -> Result<(), Error> {
    let found = revisions.iter().filter(|other| other.path == chart.path).flat_map(|other| &other.passed_over);
    tell_of_passed_over(found.filter(|passed| !chart.passed_over.contains(passed)), env)
}

/// Says that settings are not as somebody meant them; what they are is for `check` to show.
fn tell_of_settings(loaded: &Loaded, env: &mut Env<'_>) -> Result<(), Error> {
    let Some(first) = loaded.settings_defects.first() else { return Ok(()) };
    let (file, name) = (loaded.sources.place(first.span).path, &loaded.name);
    let count = match loaded.settings_defects.len() {
        1 => "a mistake".to_owned(),
        count => format!("{count} mistakes"),
    };
    env.trouble(&format!("note: {count} in {file}, ignored: `rightseat check {name}` shows what to write\n"))
}

/// Says that an older chart says that it is of another organisation.
fn tell_of_another(old: &Loaded, now: &Judged<'_>, env: &mut Env<'_>) -> Result<(), Error> {
    let organizations = (old.chart.organization.get(), now.graph.chart().organization.get());
    let (Some(was), Some(is)) = organizations else { return Ok(()) };
    if was == is {
        return Ok(());
    }
    let note = format!(
        "note: {} is the chart of `{was}`, {} that of `{is}`: is it the one to compare with?",
        old.name, now.name
    );
    env.trouble(&format!("{}\n", printable_line(&note)))
}

/// Says that a chart has errors; what they are is for `check` to show.
fn tell_of_errors(judged: &Judged<'_>, env: &mut Env<'_>) -> Result<(), Error> {
    let errors = judged.outcome.count(Level::Error);
    if errors == 0 {
        return Ok(());
    }
    let (errors, name) = (counted(errors, "error", "errors"), printable_line(judged.name));
    env.trouble(&format!("note: the chart has {errors}: `rightseat check {name}` says where\n"))
}

/// Says why a picture is blank.
fn tell_of_nothing(what: &str, env: &mut Env<'_>) -> Result<(), Error> {
    env.trouble(&format!("note: there is no {what} to draw\n"))
}
