//! `rightseat import`: a chart from the tables and diagrams that people have.

mod into;

use std::path::{Path, PathBuf};

use clap::{Args, Subcommand, ValueEnum};

use crate::error::Error;
use crate::exchange::{Arrows, DayOrder, Imported, Input, Remember, Request, import};
use crate::load::{Guard, read_file};
use crate::model::Revision;
use crate::phrase::{Page, count, say, text};
use crate::text::shell_command;

use super::ending::is_folder_name;
use super::{CLEAN, Env, FAILED};
use into::Into;

/// What `import` takes.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  rightseat import table employees.csv --dry-run
  rightseat import table company.xlsx -o charts/acme --revision 2026-Q4")]
pub(super) struct Import {
    #[command(subcommand)]
    from: From,
}

#[derive(Debug, Subcommand)]
enum From {
    /// Tables exported from spreadsheets and HR systems: people or positions, one per row, and priorities and metrics.
    #[command(visible_alias = "csv")]
    Table(Box<Table>),
    /// A diagram in DOT, the language of Graphviz: arrows lead from managers to reports.
    Dot(Dot),
    #[command(external_subcommand)]
    Other(Vec<String>),
}

#[derive(Debug, Args)]
#[command(after_help = "Examples:
  rightseat import table employees.csv --dry-run
  rightseat import table export.csv -o charts/acme --organization Acme --revision 2026-Q4
  rightseat import table staff.xlsx rocks.csv scorecard.csv
  rightseat import table staff-2027.csv --into charts/acme --revision 2027-Q1
  rightseat import table scorecard.csv --into charts/acme --dry-run
  rightseat import table staff.csv --map name=Worker --map manager=\"Reports to (name)\"

Columns are found by their usual names in many systems and languages, and by what they hold; the manager may be given by \
number, e-mail, name, title or position. What is taken, guessed or left out is reported by row. See docs/exchange.md.")]
struct Table {
    /// The tables, in any order: text with commas, semicolons, tabs or bars; workbooks (xlsx, xlsm, xlsb, xls, ods);
    /// records in JSON or YAML.
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// The folder to create; it must not exist yet. By default one in `charts` with the organisation's name.
    #[arg(long, short, value_name = "DIR")]
    output: Option<PathBuf>,
    /// A chart to update in place: a file, a folder, or a history, whose newest revision is meant. The tables decide
    /// whatever they have a column for; everything else stays as people wrote it.
    #[arg(long, value_name = "CHART", conflicts_with_all = ["output", "organization"])]
    into: Option<PathBuf>,
    /// With --into: remove the seats and people that the tables do not have, even those that were never in a table.
    #[arg(long, requires = "into")]
    prune: bool,
    /// With --into and --revision: edit in place even if files of the chart have uncommitted changes.
    #[arg(long, requires_all = ["into", "revision"])]
    allow_dirty: bool,
    /// Show the plan and write nothing.
    #[arg(long)]
    dry_run: bool,
    /// The organisation's name, instead of the first file's.
    #[arg(long, value_name = "NAME")]
    organization: Option<String>,
    /// The moment that the table describes, such as 2026-Q4. With --into, the chart is rolled over to it first, as
    /// `next` does.
    #[arg(long, value_name = "REVISION", value_parser = Revision::parse)]
    revision: Option<Revision>,
    /// Which column holds a field if its name does not say so; may be given several times. `FIELD=` means none.
    #[arg(long, value_name = "FIELD=COLUMN")]
    map: Vec<String>,
    /// What a sheet holds: people, priorities, metrics, circles, raci or skip.
    #[arg(long, value_name = "NAME=KIND")]
    sheet: Vec<String>,
    /// The row that names the columns, counted from 1.
    #[arg(long, value_name = "ROW")]
    header: Option<usize>,
    /// What comes first in dates such as 03/04/2026.
    #[arg(long, value_enum, value_name = "ORDER")]
    dates: Option<Dates>,
    /// How many hours a week are full time; by default the most frequent number.
    #[arg(long, value_name = "HOURS", value_parser = clap::value_parser!(u8).range(1..=168))]
    full_time: Option<u8>,
    /// A status that means a person has left.
    #[arg(long, value_name = "WORD")]
    gone: Vec<String>,
    /// A status that means a person is still there.
    #[arg(long, value_name = "WORD")]
    keep: Vec<String>,
    /// What to remember people by, as `ref:`, so that the next table finds them.
    #[arg(long, value_enum, value_name = "WHAT", default_value = "number")]
    remember: Remembered,
    /// The system that the numbers come from, if a chart knows several.
    #[arg(long, value_name = "NAME")]
    system: Option<String>,
    /// The files' encoding, if the guess is wrong.
    #[arg(long, value_name = "NAME")]
    encoding: Option<String>,
}

#[derive(Debug, Args)]
#[command(after_help = "Examples:
  rightseat import dot org.gv -o charts/acme
  rightseat import dot org.gv --flip --dry-run")]
struct Dot {
    /// The diagram.
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// The folder to create; it must not exist yet. By default one in `charts` with the organisation's name.
    #[arg(long, short, value_name = "DIR")]
    output: Option<PathBuf>,
    /// Show the plan and write nothing.
    #[arg(long)]
    dry_run: bool,
    /// Read arrows as leading from reports to managers.
    #[arg(long)]
    flip: bool,
    /// The organisation's name, instead of the file's.
    #[arg(long, value_name = "NAME")]
    organization: Option<String>,
    /// The moment that the diagram describes, such as 2026-Q4.
    #[arg(long, value_name = "REVISION", value_parser = Revision::parse)]
    revision: Option<Revision>,
}

impl Dot {
    fn run(&self, env: &mut Env<'_>) -> Result<u8, Error> {
        early(self.output.as_deref(), std::slice::from_ref(&self.file), self.dry_run, env)?;
        let origin = self.file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let input = Input { origin, bytes: read_file(&env.directory, &self.file)? };
        let stem = self.file.file_stem().map(|stem| stem.to_string_lossy()).unwrap_or_default();
        let organization = self.organization.as_deref().unwrap_or(&stem).trim();
        let revision = self.revision.map(|revision| revision.to_string());
        let request = Request {
            diagram: Some(if self.flip { Arrows::Up } else { Arrows::Down }),
            organization: if organization.is_empty() { "Organisation" } else { organization },
            revision: revision.as_deref(),
            ..Request::default()
        };
        let names = [self.file.display().to_string()];
        let imported = import(vec![input], &request).map_err(|reason| Error::new(placed(&names, reason.as_str())))?;
        write(imported, std::slice::from_ref(&self.file), self.output.as_deref(), self.dry_run, env)
    }
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Dates {
    /// The day.
    Dmy,
    /// The month.
    Mdy,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Remembered {
    /// Their number.
    Number,
    /// Their e-mail.
    Email,
    /// Nothing.
    None,
}

impl Import {
    pub(super) fn run(&self, env: &mut Env<'_>) -> Result<u8, Error> {
        match &self.from {
            From::Table(table) => table.run(env),
            From::Dot(dot) => dot.run(env),
            From::Other(words) => {
                let file = words.first().map_or("FILE", String::as_str);
                Err(Error::new(format!(
                    "`import` takes a kind before the file: write `rightseat import table {file}`, or `import dot {file}`"
                )))
            }
        }
    }
}

impl Table {
    fn run(&self, env: &mut Env<'_>) -> Result<u8, Error> {
        early(self.output.as_deref(), &self.files, self.dry_run, env)?;
        let mut inputs = Vec::new();
        for file in &self.files {
            let origin = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            inputs.push(Input { origin, bytes: read_file(&env.directory, file)? });
        }
        let stem = self.files[0].file_stem().map(|stem| stem.to_string_lossy()).unwrap_or_default();
        let organization = self.organization.as_deref().unwrap_or(&stem).trim();
        let revision = self.revision.map(|revision| revision.to_string());
        let request = Request {
            encoding: self.encoding.as_deref(),
            maps: &self.map,
            sheets: &self.sheet,
            header: self.header,
            dates: self.dates.map(|order| match order {
                Dates::Dmy => DayOrder::DayFirst,
                Dates::Mdy => DayOrder::MonthFirst,
            }),
            full_time: self.full_time,
            diagram: None,
            gone: &self.gone,
            keep: &self.keep,
            remember: match self.remember {
                Remembered::Number => Remember::Number,
                Remembered::Email => Remember::Email,
                Remembered::None => Remember::None,
            },
            system: self.system.as_deref(),
            organization: if organization.is_empty() { "Organisation" } else { organization },
            revision: revision.as_deref(),
        };
        let names: Vec<String> = self.files.iter().map(|file| file.display().to_string()).collect();
        if let Some(chart) = &self.into {
            let into = Into {
                chart,
                revision: self.revision,
                is_pruned: self.prune,
                is_dry: self.dry_run,
                may_be_dirty: self.allow_dirty,
                read: &self.files,
            };
            return into.run(inputs, &request, env);
        }
        let imported = import(inputs, &request).map_err(|reason| Error::new(placed(&names, reason.as_str())))?;
        write(imported, &self.files, self.output.as_deref(), self.dry_run, env)
    }
}

/// A reason with the file that it is about, unless it begins with that.
fn placed(names: &[String], reason: &str) -> String {
    match names {
        [name] => {
            let file = Path::new(name).file_name().map(|file| file.to_string_lossy().into_owned()).unwrap_or_default();
            let reason = reason.strip_prefix(&format!("{file}: ")).unwrap_or(reason);
            format!("{name}: {reason}")
        }
        _ => reason.to_owned(),
    }
}

/// Refuses an output before anything is read.
fn early(output: Option<&Path>, read: &[PathBuf], is_dry: bool, env: &Env<'_>) -> Result<(), Error> {
    let Some(folder) = output.filter(|_| !is_dry) else { return Ok(()) };
    is_folder_name(folder, "a chart from a table")?;
    guard(folder, read, env)
}

/// Refuses a folder that exists, or that would be a part of another chart.
fn guard(folder: &Path, read: &[PathBuf], env: &Env<'_>) -> Result<(), Error> {
    if env.directory.join(folder).symlink_metadata().is_ok() {
        let shown = folder.display().to_string();
        let into = shell_command(["--into", &shown]);
        return Err(Error::new(format!(
            "{shown} is there already; nothing was written: `{into}` updates it, `-o` writes elsewhere"
        )));
    }
    let mut guard = Guard::new(&env.directory);
    for file in read {
        guard.reads(file, "the table");
    }
    guard.writes_chart(folder)
}

/// Tells the plan and writes the chart, unless it is only to be shown or rests on guesses.
fn write(
    imported: Imported,
    read: &[PathBuf],
    output: Option<&Path>,
    is_dry: bool,
    env: &mut Env<'_>,
) -> Result<u8, Error> {
    let folder = output.map_or_else(|| Path::new("charts").join(imported.folder.as_str()), Path::to_path_buf);
    let shown = folder.display().to_string();
    let is_guess = !imported.guesses.is_empty();
    if !is_dry && !is_guess {
        guard(&folder, read, env)?;
    }
    let count = imported.files.len();
    let mut page = imported.summary;
    page.blocks.extend(imported.odd.blocks);
    if is_guess {
        only_guessed(&imported.guesses, &mut page);
    } else if is_dry {
        page.say("nothing written (--dry-run)");
    } else {
        let files: Vec<_> = imported.files.into_iter().map(|file| (file.name, file.text.into_bytes())).collect();
        env.write_folder(&folder, &files, |_| false)?;
        wrote(&shown, count, &mut page);
    }
    env.show(&page)?;
    Ok(if is_guess { FAILED } else { CLEAN })
}

/// Says why nothing was written, and what to add where the guesses are right.
fn only_guessed(guesses: &[String], page: &mut Page) {
    page.say("nothing written: names or managers are only guessed; if the plan is right, add");
    page.command(&guesses.join(" "));
}

/// Says what was written, and what comes next.
fn wrote(chart: &str, files: usize, page: &mut Page) {
    page.say(say!["wrote ", text(chart), ", ", count(files, "file", "files"), "; next:"]);
    page.command(&shell_command(["rightseat", "check", chart]));
}
