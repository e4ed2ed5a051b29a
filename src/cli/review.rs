//! `rightseat review`: the quarter's packet.

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use crate::check::{Outcome, check};
use crate::error::Error;
use crate::graph::Graph;
use crate::layout::{picture, tidy};
use crate::load::{ChartFiles, Loaded, history, write_folder};
use crate::model::Date;
use crate::render::svg;
use crate::report::{review_json, review_markdown, review_text};
use crate::review::{Packet, Side, review};

use super::{CLEAN, Env, FAILED, one_chart, whole_chart};

/// What `review` takes.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  rightseat review charts/northwind
  rightseat review charts/northwind --since charts/northwind/2026-Q1 --format markdown > review.md
  rightseat review charts/northwind -o review-2026-Q4")]
pub(super) struct Review {
    /// A file, a folder with `chart.yaml`, or a folder of revisions (the newest is reviewed).
    #[arg(value_name = "CHART")]
    chart: Option<PathBuf>,
    /// The chart to compare with; without it, the revision before in the chart's history.
    #[arg(long, value_name = "OLD")]
    since: Option<PathBuf>,
    /// The day on which dates are judged; today where not given.
    #[arg(long, value_name = "DATE", value_parser = Date::parse)]
    today: Option<Date>,
    /// How the packet is shown.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// Write the packet into this folder: review.md, review.json and chart.svg.
    #[arg(long, short, value_name = "DIR", conflicts_with = "format")]
    output: Option<PathBuf>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For this terminal.
    Text,
    /// For a wiki or a pull request.
    Markdown,
    /// One JSON document with every figure.
    Json,
}

impl Review {
    pub(super) fn run(&self, env: &mut Env<'_>) -> Result<u8, Error> {
        let files = one_chart(self.chart.as_deref(), env)?;
        let old_files = self.before(&files, env)?;
        let Some(loaded) = whole_chart(&files, env)? else { return Ok(FAILED) };
        let old = match old_files {
            Some(files) => match whole_chart(&files, env)? {
                Some(old) => Some(old),
                None => return Ok(FAILED),
            },
            None => None,
        };
        let today = self.today.unwrap_or(env.today);
        let now = Judged::of(&loaded, &loaded, today);
        // The old chart is judged by the same rules and rates, as of the last day of its time.
        let old = old.as_ref().map(|old| (old, Judged::of(old, &loaded, last_day(old, today))));
        let before = old.as_ref().map(|(old, judged)| judged.side(old, &loaded));
        let packet = review(&now.side(&loaded, &loaded), before.as_ref());
        if let Some(folder) = &self.output {
            write(folder, &packet, &now.graph, env)?;
        } else {
            env.print(&match self.format {
                Format::Text => review_text(&packet, env.width, env.color),
                Format::Markdown => review_markdown(&packet),
                Format::Json => review_json(&packet),
            })?;
        }
        Ok(CLEAN)
    }

    /// The chart to compare with: the one named, else the revision before.
    fn before(&self, chart: &ChartFiles, env: &Env<'_>) -> Result<Option<ChartFiles>, Error> {
        if let Some(since) = &self.since {
            return one_chart(Some(since), env).map(Some);
        }
        let mut revisions = history(chart)?;
        let at = revisions.iter().position(|other| other.path == chart.path);
        Ok(at.and_then(|at| at.checked_sub(1)).map(|at| revisions.swap_remove(at)))
    }
}

/// A chart with its graph and findings, for as long as a command looks at it.
struct Judged<'a> {
    graph: Graph<'a>,
    outcome: Outcome,
    today: Date,
}

impl<'a> Judged<'a> {
    fn of(chart: &'a Loaded, settled: &Loaded, today: Date) -> Self {
        let graph = Graph::new(&chart.chart, settled.settings.load);
        let outcome = check(&graph, &chart.defects, &settled.settings.rules, today);
        Self { graph, outcome, today }
    }

    fn side(&'a self, chart: &'a Loaded, settled: &'a Loaded) -> Side<'a> {
        Side {
            name: &chart.name,
            graph: &self.graph,
            sources: &chart.sources,
            outcome: &self.outcome,
            rules: &settled.settings.rules,
            today: self.today,
        }
    }
}

/// The last day of the time that a chart describes, or today where that is not over.
fn last_day(chart: &Loaded, today: Date) -> Date {
    chart.chart.revision.get().map_or(today, |revision| revision.last_day().min(today))
}

/// Writes the folder and says what is in it.
fn write(folder: &Path, packet: &Packet<'_>, graph: &Graph<'_>, env: &mut Env<'_>) -> Result<(), Error> {
    let files = [
        ("review.md", review_markdown(packet).into_bytes()),
        ("review.json", review_json(packet).into_bytes()),
        ("chart.svg", svg(&tidy(&picture(graph))).into_bytes()),
    ];
    write_folder(&env.directory.join(folder), folder, &files, &[])?;
    let names: Vec<&str> = files.iter().map(|(name, _)| *name).collect();
    env.print(&format!("wrote {} into {}\n", names.join(", "), folder.display()))
}
