//! `rightseat diff`: what changed between two charts, in people's words.

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use crate::check::{AsOf, Judged, Level, Outcome};
use crate::diff::{Renames, diff, introduced};
use crate::error::Error;
use crate::layout::pages;
use crate::load::{ChartFiles, Loaded, history, load};
use crate::model::Date;
use crate::picture::{Content, Diagram, picture, with_changes};
use crate::report::{Compared, Look, diff_json, diff_markdown, diff_text};

use super::past::{Past, REVISIONS, alike};
use super::picture_file::{Kind, PictureFile};
use super::points::legible;
use super::written::{guard, is_stdout};
use super::{CLEAN, Env, FAILED, FINDINGS, meant, tell_of_passed_over, tell_of_settings};

/// What `diff` takes.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  rightseat diff charts/northwind/2026-Q3 charts/northwind/2026-Q4
  rightseat diff 2026-Q3 2026-Q4
  rightseat diff --format markdown --fail-on introduced old.yaml new.yaml

Exit code: 0 by default; 1 with --exit-code when the charts differ, or with --fail-on when there are such findings; \
2 could not run. Guessed renames never affect it.")]
pub(super) struct Diff {
    /// The old chart: a file, a folder with `chart.yaml`, or a folder of revisions (the newest is taken); `REV:PATH`
    /// in git; or a revision of the new chart's history such as `2026-Q3`.
    #[arg(value_name = "OLD")]
    old: PathBuf,
    /// The new chart. Without it, the last two revisions of a folder of revisions are compared.
    #[arg(value_name = "NEW")]
    new: Option<PathBuf>,
    /// How the changes are shown.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// Also draw the new chart with its changes marked, into this file: .svg, .png, .pdf or .pptx; split over pages where
    /// words would be smaller than 7 points.
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
    /// How far to go in recognising old entries under new ids.
    #[arg(long, value_enum, value_name = "HOW", default_value_t = Guess::Likely)]
    renames: Guess,
    /// Look for likely renames among at most this many pairs of removed and added entries.
    #[arg(long, value_name = "PAIRS", default_value_t = 1_000_000)]
    rename_limit: usize,
    /// Exit with 1 when the charts differ.
    #[arg(long)]
    exit_code: bool,
    /// Which findings of the new chart set the exit code to 1.
    #[arg(long, value_enum, value_name = "WHICH", default_value_t = FailOn::None)]
    fail_on: FailOn,
    /// The lowest level of findings that --fail-on counts.
    #[arg(long, value_enum, value_name = "LEVEL", default_value_t = Floor::Error)]
    level: Floor,
    /// Judge the dates in both charts as of this day. By default that is today, or for a chart of the past the last day
    /// that it describes.
    #[arg(long, value_name = "DATE", value_parser = Date::parse)]
    today: Option<Date>,
    /// Show notes too.
    #[arg(long, short)]
    verbose: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For a terminal, at most 80 columns.
    Text,
    /// For a comment on a pull request.
    Markdown,
    /// One JSON document, enough to apply and to undo the changes.
    Json,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Guess {
    /// By ids alone.
    Off,
    /// By ids and `formerly:`.
    Declared,
    /// Also by likeness, and marked as guessed.
    Likely,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum FailOn {
    /// None.
    None,
    /// Those that the old chart does not have.
    Introduced,
    /// All.
    Any,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Floor {
    Error,
    Warning,
    Info,
}

impl Diff {
    pub(super) fn run(&self, env: &mut Env<'_>) -> Result<u8, Error> {
        let picture_file = self.picture_file()?;
        let named = match &self.new {
            Some(new) => [self.old.clone(), new.clone()],
            None => meant::last_two(&self.old, env)?,
        };
        let found = both(&named, env);
        let mut guard = guard(&named, [&found.0, &found.1].into_iter().flatten(), env)?;
        if let (Some(_), Ok(new)) = (&picture_file, &found.1) {
            history(new)?.iter().for_each(|other| guard.chart(other));
        }
        if let Some((file, _)) = &picture_file {
            file.guard(&mut guard)?;
        }
        // Colours and order are those that the new chart's pictures have.
        let past = match (&picture_file, &found.1) {
            (Some(_), Ok(chart)) => Some(Past::before(chart, REVISIONS)?),
            _ => None,
        };
        let one = |found: Result<ChartFiles, Error>| found.map_err(|error| vec![error]).and_then(|chart| whole(&chart));
        let loaded = rayon::join(|| one(found.0), || one(found.1));
        let (old, new) = match loaded {
            (Ok(old), Ok(new)) => (old, new),
            (old, new) => {
                for error in [old.err(), new.err()].into_iter().flatten().flatten() {
                    env.report(&error);
                }
                return Ok(FAILED);
            }
        };
        tell_of_passed_over(old.passed_over.iter().chain(&new.passed_over), env)?;
        tell_of_settings(&new, env)?;
        // The norms are those that hold now: a changed setting is no change of the chart.
        let norms = new.settings.norms();
        let as_of = self.today.map_or(AsOf::ItsTime(env.today), AsOf::Day);
        let (old, judged) = rayon::join(|| old.judged(&norms, as_of), || new.judged(&norms, as_of));
        let renames = match self.renames {
            Guess::Off => Renames::Off,
            Guess::Declared => Renames::Declared,
            Guess::Likely => Renames::Likely { limit: self.rename_limit },
        };
        let diff = diff(&old, &judged, renames);
        let lowest = if self.verbose { Level::Info } else { Level::Warning };
        let compared = Compared { old: &old, new: &judged, diff: &diff, lowest };
        if let Some((file, kind)) = &picture_file {
            let (theme, accenting) = new.settings.theme.theme(None);
            let past = past.as_ref().expect("it is read for the picture");
            let (content, options) = alike(past, &Content::default(), &legible(accenting));
            let marked = with_changes(picture(&judged, &content)?, &old.graph, &judged.graph, &diff);
            let scenes = || pages(&marked, &options);
            file.write(*kind, scenes, || Diagram::of_tree(&marked), (&theme, Some(&new.chart)), &mut guard, env)?;
        }
        env.print(&match self.format {
            Format::Text => diff_text(&compared, Look { color: env.color, width: env.width, lowest }),
            Format::Markdown => diff_markdown(&compared),
            Format::Json => diff_json(&compared),
        })?;
        let differs = self.exit_code && !diff.is_empty();
        Ok(if differs || self.fails((&old, &judged), renames) { FINDINGS } else { CLEAN })
    }

    /// Where the picture goes and as what; not every kind can show what has changed.
    fn picture_file(&self) -> Result<Option<(PictureFile, Kind)>, Error> {
        let Some(output) = &self.output else { return Ok(None) };
        if is_stdout(output) {
            let help = "name a file, such as `-o changes.svg`";
            return Err(Error::new(format!("the changes in words go to standard output, the picture can't: {help}")));
        }
        let file = PictureFile::named(output.clone());
        match file.kind() {
            Ok(kind) if matches!(kind, Kind::Svg | Kind::Png | Kind::Pdf | Kind::Pptx) => Ok(Some((file, kind))),
            _ => {
                let output = output.display();
                let words = "the changes in words go to standard output, as in `--format markdown > changes.md`";
                let help = "write a name that ends in .svg, .png, .pdf or .pptx";
                Err(Error::new(format!("{output}: the changes are drawn into a picture: {help}; {words}")))
            }
        }
    }

    /// Whether there are findings that are not to be.
    fn fails(&self, (old, new): (&Judged<'_>, &Judged<'_>), renames: Renames) -> bool {
        let floor = match self.level {
            Floor::Error => Level::Error,
            Floor::Warning => Level::Warning,
            Floor::Info => Level::Info,
        };
        let worst = |outcome: &Outcome| outcome.worst().is_some_and(|worst| worst >= floor);
        match self.fail_on {
            FailOn::None => false,
            FailOn::Any => worst(&new.outcome),
            FailOn::Introduced => introduced(old, new, renames).iter().any(|finding| finding.level >= floor),
        }
    }
}

/// The charts that two arguments mean, each looked for beside the other where it is no path.
fn both([old, new]: &[PathBuf; 2], env: &mut Env<'_>) -> (Result<ChartFiles, Error>, Result<ChartFiles, Error>) {
    let is_path = |named: &Path, env: &Env<'_>| {
        env.directory.join(named).symlink_metadata().is_ok() || named.to_string_lossy().contains(':')
    };
    if is_path(new, env) {
        let new = meant::chart(new, None, env);
        return (meant::chart(old, new.as_ref().ok(), env), new);
    }
    let old = meant::chart(old, None, env);
    let new = meant::chart(new, old.as_ref().ok(), env);
    (old, new)
}

/// The chart, read to its end.
fn whole(chart: &ChartFiles) -> Result<Loaded, Vec<Error>> {
    let loaded = load(chart)?;
    loaded.whole().map_err(|error| vec![error])?;
    Ok(loaded)
}
