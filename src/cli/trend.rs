//! `rightseat trend`: a chart's figures over all its revisions.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use crate::check::{AsOf, Judged, Norms, Outcome};
use crate::config::Settings;
use crate::diff::{Renames, diff};
use crate::error::Error;
use crate::layout::strip_scene;
use crate::load::{self, Loaded, Point, Sampling, timeline};
use crate::model::Date;
use crate::picture::strip;
use crate::report::{trend_csv, trend_json, trend_table};
use crate::text::printable_line;
use crate::trend::{Figures, Row, Trend as Figured};

use super::ending::{ending, fits, listed};
use super::picture_file::{Kind, PictureFile};
use super::written::{guard, is_stdout};
use super::{CLEAN, Env, named_charts, read_in_full, tell_of_passed_over};

/// What `trend` takes.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  rightseat trend charts/northwind
  rightseat trend charts/acme --every quarter
  rightseat trend main:charts/acme --every month --format csv
  rightseat trend charts/acme --tags 'v2026-*' -o trend.svg

A revision that can't be read is a gap with its reason. Exit code: 0, or 2 when no revision could be read.")]
pub(super) struct Trend {
    /// A folder of revisions; with --every or --tags, a chart whose history is in git (`REV:PATH` for that of `REV`).
    #[arg(value_name = "CHART")]
    chart: Option<PathBuf>,
    /// Take the last commit of each period from git.
    #[arg(long, value_enum, value_name = "PERIOD", conflicts_with = "tags")]
    every: Option<Every>,
    /// Take the tags of git that match, such as `v2026-*`.
    #[arg(long, value_name = "PATTERN")]
    tags: Option<String>,
    /// How the figures are shown; by default as the ending of --output says.
    #[arg(long, value_enum)]
    format: Option<Format>,
    /// The file to write; `-` is standard output.
    #[arg(long, short, value_name = "FILE", default_value = "-")]
    output: PathBuf,
    /// Judge dates as of this day at the latest, instead of today.
    #[arg(long, value_name = "DATE", value_parser = Date::parse)]
    today: Option<Date>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Every {
    Quarter,
    Month,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For a terminal, in 80 columns.
    Table,
    /// For spreadsheets.
    Csv,
    /// One JSON document.
    Json,
    /// A page of small charts.
    Svg,
    /// The same, as pixels.
    Png,
    /// The same, for print.
    Pdf,
    /// The same, as a slide that can be edited.
    Pptx,
}

impl Trend {
    pub(super) fn run(&self, env: &mut Env<'_>) -> Result<u8, Error> {
        let format = self.format()?;
        let named: Vec<PathBuf> = self.chart.iter().cloned().collect();
        let named = named_charts(&named, env)?;
        let [named] = named.as_slice() else {
            return Err(Error::new("the settings name several charts: name one of them"));
        };
        let sampling = match (&self.tags, self.every) {
            (Some(pattern), _) => Sampling::Tags(pattern),
            (None, Some(Every::Quarter)) => Sampling::Every(load::Every::Quarter),
            (None, Some(Every::Month)) => Sampling::Every(load::Every::Month),
            (None, None) => Sampling::Folder,
        };
        let timeline = timeline(&env.directory, named, sampling)?;
        if sampling == Sampling::Folder && timeline.points.len() == 1 {
            let help = "for a chart whose history is in git, add `--every quarter` or `--tags PATTERN`";
            let named = named.strip_prefix(&env.directory).unwrap_or(named).display();
            return Err(Error::new(format!("{named} is one revision: {help}")));
        }
        if let Some(Ok(chart)) = timeline.points.last().map(|point| &point.chart) {
            tell_of_passed_over(&chart.passed_over, env)?;
        }
        let is_printed = is_stdout(&self.output);
        let charts = timeline.points.iter().filter_map(|point| point.chart.as_ref().ok());
        let mut guard = guard(std::slice::from_ref(named), charts, env)?;
        if !is_printed {
            guard.writes(&self.output)?;
        }
        let newest = timeline.points.iter().rev().find_map(|point| read(point).ok());
        let settings = newest.as_ref().map(|loaded| loaded.settings.clone()).unwrap_or_default();
        let language = newest.as_ref().map(|loaded| loaded.chart.language()).unwrap_or_default();
        let trend = Figured {
            title: newest.as_ref().map(title).unwrap_or_default(),
            rows: rows(&timeline.points, &settings, self.today.unwrap_or(env.today)),
            notes: timeline.notes,
        };
        if let Some(reason) = trend.why_empty() {
            return Err(Error::new(format!("no revision could be read; the newest: {reason}")));
        }
        if !matches!(format, Format::Table | Format::Json) {
            trend.notes.iter().try_for_each(|note| env.trouble(&format!("note: {}\n", printable_line(note))))?;
        }
        let mut drawn = |kind, env: &mut Env<'_>| {
            let (file, theme) = (PictureFile::named(self.output.clone()), settings.theme.theme(None).0);
            let of = newest.as_ref().map(|loaded| &loaded.chart);
            file.draw(kind, &[strip_scene(&strip(&trend, language))], (&theme, of), &mut guard, env)
        };
        let text = match format {
            Format::Table => trend_table(&trend, is_printed && env.color),
            Format::Csv => trend_csv(&trend),
            Format::Json => trend_json(&trend),
            Format::Svg => return drawn(Kind::Svg, env).map(|()| CLEAN),
            Format::Png => return drawn(Kind::Png, env).map(|()| CLEAN),
            Format::Pdf => return drawn(Kind::Pdf, env).map(|()| CLEAN),
            Format::Pptx => return drawn(Kind::Pptx, env).map(|()| CLEAN),
        };
        if is_printed {
            env.print(&text)?;
        } else {
            env.write_file(&self.output, text.as_bytes())?;
        }
        Ok(CLEAN)
    }

    /// The format that `--format` or the file's ending says.
    fn format(&self) -> Result<Format, Error> {
        let by_ending = ending(&self.output).and_then(|ending| match ending.as_str() {
            "txt" => Some(Format::Table),
            other => Format::from_str(other, false).ok().filter(|format| *format != Format::Table),
        });
        match (self.format, by_ending) {
            (Some(format), Some(other)) if format != other => {
                let (file, ending) = (self.output.display(), format.ending());
                Err(Error::new(format!("{file}: use the ending .{ending} for this format, or leave out `--format`")))
            }
            (Some(format), None) => {
                fits(&self.output, "this format", &[format.ending()])?;
                Ok(format)
            }
            (_, Some(format)) => Ok(format),
            (None, None) if is_stdout(&self.output) => Ok(Format::Table),
            (None, None) => {
                let file = self.output.display();
                let endings = listed(&["svg", "png", "pdf", "pptx", "csv", "json", "txt"]);
                Err(Error::new(format!("{file}: use the ending {endings}, or add `--format`")))
            }
        }
    }
}

impl Format {
    fn ending(self) -> &'static str {
        match self {
            Self::Table => "txt",
            Self::Csv => "csv",
            Self::Json => "json",
            Self::Svg => "svg",
            Self::Png => "png",
            Self::Pdf => "pdf",
            Self::Pptx => "pptx",
        }
    }
}

/// The organisation, or the path of its chart.
fn title(newest: &Loaded) -> String {
    match newest.chart.organization.get() {
        Some(name) => name.to_string(),
        None => newest.name.clone(),
    }
}

/// Loads and counts one revision after the other, so that no more than two are in memory. Levels, limits and rates are
/// those of the newest: to change them is no change of the chart.
fn rows(points: &[Point], settings: &Settings, today: Date) -> Vec<Row> {
    let mut rows = Vec::with_capacity(points.len());
    let mut before: Option<Counted> = None;
    let norms = settings.norms();
    for point in points {
        let name = point.chart.as_ref().map_or_else(|_| String::new(), |chart| chart.name.clone());
        let mut row = Row {
            label: point.label.clone(),
            name,
            commit: point.commit.clone(),
            day: None,
            figures: Err(String::new()),
        };
        match read(point) {
            Ok(loaded) => {
                let revision = loaded.chart.revision.get();
                if let Some(revision) = revision.filter(|_| point.day.is_none()) {
                    row.label = revision.to_string();
                }
                // A chart of the past is judged by its own time.
                let last = point.day.or(revision.map(|revision| revision.last_day()));
                let day = last.map_or(today, |last| last.min(today));
                let (counted, figures) = count(loaded, day, before.as_ref(), &norms);
                (row.day, row.figures) = (Some(day), Ok(figures));
                before = Some(counted);
            }
            Err(reason) => row.figures = Err(reason),
        }
        rows.push(row);
    }
    rows
}

/// A revision that was counted.
struct Counted {
    loaded: Loaded,
    day: AsOf,
    outcome: Outcome,
}

fn count(loaded: Loaded, day: Date, before: Option<&Counted>, norms: &Norms) -> (Counted, Figures) {
    let day = AsOf::Day(day);
    let judged = loaded.judged(norms, day);
    let figures = match before {
        Some(Counted { loaded, day, outcome }) => {
            let old = Judged::again(loaded.claimed(), norms, *day, outcome.clone());
            Figures::of(&judged, Some(&diff(&old, &judged, Renames::default())))
        }
        None => Figures::of(&judged, None),
    };
    let outcome = judged.outcome;
    (Counted { loaded, day, outcome }, figures)
}

/// The chart of a revision, read to its end.
fn read(point: &Point) -> Result<Loaded, String> {
    read_in_full(point.chart.as_ref().map_err(ToString::to_string)?)
}
