//! `rightseat review`: the quarter's packet.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use rayon::prelude::*;

use crate::check::{Outcome, check};
use crate::config::Settings;
use crate::error::Error;
use crate::graph::Graph;
use crate::layout::{Content, Options, Scene, pages, picture, strategy, strategy_scene, with_changes};
use crate::load::{ChartFiles, Loaded, history, lay_over, write_folder};
use crate::model::Date;
use crate::render::{Drawing, Fonts, Resolution, png, svg};
use crate::report::{review_json, review_markdown, review_text};
use crate::review::{Lookup, Packet, Side, WhatIf, lookup, review};

use super::completions::person_candidates;
use super::picture_file::note_of;
use super::{CLEAN, Env, FAILED, one_chart, tell_of_beside, tell_of_passed_over, tell_of_settings, whole_chart};

/// What `review` takes.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  rightseat review charts/northwind
  rightseat review charts/northwind --since charts/northwind/2026-Q1 --format markdown > review.md
  rightseat review charts/northwind -o review-2026-Q4
  rightseat review charts/northwind --without farah
  rightseat review charts/northwind --with plans/second-service-lead.yaml")]
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
    /// What if this person left: what would be without anybody, overloaded or unlinked. May be given several times.
    #[arg(long, value_name = "PERSON", conflicts_with = "since", add = person_candidates())]
    without: Vec<String>,
    /// What if this held: a YAML file with a planned seat or a hand-over, laid over the chart. No file is changed. May
    /// be given several times.
    #[arg(long, value_name = "FILE", conflicts_with = "since")]
    with: Vec<PathBuf>,
    /// Write the packet into this folder: review.md, review.json, and as SVG and PNG the chart, the strategy and, where
    /// there is something to compare with, the changes.
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
        let Some(loaded) = whole_chart(&files, env)? else { return Ok(FAILED) };
        tell_of_settings(&loaded, env)?;
        let now = Judged::of(&loaded, &loaded, self.today.unwrap_or(env.today));
        let is_supposed = !self.without.is_empty() || !self.with.is_empty();
        if is_supposed { self.what_if(&files, &now, env) } else { self.compared(&files, &now, env) }
    }

    /// The chart beside the revision before, where there is one.
    fn compared(&self, files: &ChartFiles, now: &Judged<'_>, env: &mut Env<'_>) -> Result<u8, Error> {
        let Some(old) = self.before(files, env)? else {
            return self.hand_out(&review(&now.side(), None), now, env);
        };
        let Some(old) = whole_chart(&old, env)? else { return Ok(FAILED) };
        // By the same rules and rates, as of the last day of its time.
        let old = Judged::of(&old, now.chart, last_day(&old, now.today));
        self.hand_out(&review(&now.side(), Some(&old.side())), now, env)
    }

    /// The chart as it might be, beside the chart as it stands.
    fn what_if(&self, files: &ChartFiles, stands: &Judged<'_>, env: &mut Env<'_>) -> Result<u8, Error> {
        let left = self.leaving(&stands.graph)?;
        let Some((supposed, with)) = self.supposed(files, &left, env)? else { return Ok(FAILED) };
        let supposed = Judged::of(&supposed, stands.chart, stands.today);
        let mut packet = review(&supposed.side(), Some(&stands.side()));
        packet.what_if = Some(WhatIf::of(&stands.side(), &left, with.iter().map(String::as_str).collect()));
        self.hand_out(&packet, &supposed, env)
    }

    /// The ids of those who are supposed to leave.
    fn leaving<'g>(&self, graph: &'g Graph<'g>) -> Result<Vec<&'g str>, Error> {
        let one =
            |text: &String| match lookup(graph, &format!("person:{}", text.strip_prefix("person:").unwrap_or(text))) {
                Lookup::One(person) => Ok(person.id()),
                Lookup::None(Some(near)) => {
                    Err(Error::new(format!("there is no person `{text}`: did you mean `{near}`?")))
                }
                Lookup::None(None) | Lookup::Several(_) => {
                    Err(Error::new(format!("there is no person `{text}`: write an id of `people:`")))
                }
            };
        self.without.iter().map(one).collect()
    }

    /// The chart as it is supposed to be, and the names of the fragments; `None` when trouble was told.
    fn supposed(
        &self,
        files: &ChartFiles,
        left: &[&str],
        env: &mut Env<'_>,
    ) -> Result<Option<(Loaded, Vec<String>)>, Error> {
        let Some(mut supposed) = whole_chart(files, env)? else { return Ok(None) };
        for person in left {
            supposed.chart.take_out(person);
        }
        let mut names = Vec::new();
        for named in &self.with {
            let fragment = one_chart(Some(named), env)?;
            if fragment.path == files.path {
                let (name, chart) = (named.display(), &files.name);
                return Err(Error::new(format!(
                    "{name} is a part of {chart} already: write the fragment outside of it"
                )));
            }
            if let Err(errors) = lay_over(&mut supposed, &fragment) {
                for error in &errors {
                    env.report(error);
                }
                return Ok(None);
            }
            names.push(fragment.name);
        }
        Ok(Some((supposed, names)))
    }

    /// Prints the packet, or writes the folder.
    fn hand_out(&self, packet: &Packet<'_>, now: &Judged<'_>, env: &mut Env<'_>) -> Result<u8, Error> {
        match (&self.output, self.format) {
            (Some(folder), _) => write(folder, packet, now, env)?,
            (None, Format::Text) => env.print(&review_text(packet, env.width, env.color))?,
            (None, Format::Markdown) => env.print(&review_markdown(packet))?,
            (None, Format::Json) => env.print(&review_json(packet))?,
        }
        Ok(CLEAN)
    }

    /// The chart to compare with: the one named, else the revision before.
    fn before(&self, chart: &ChartFiles, env: &mut Env<'_>) -> Result<Option<ChartFiles>, Error> {
        if let Some(since) = &self.since {
            return one_chart(Some(since), env).map(Some);
        }
        let mut revisions = history(chart)?;
        tell_of_beside(&revisions, chart, env)?;
        let at = revisions.iter().position(|other| other.path == chart.path);
        let before = at.and_then(|at| at.checked_sub(1)).map(|at| revisions.swap_remove(at));
        tell_of_passed_over(before.iter().flat_map(|before| &before.passed_over), env)?;
        Ok(before)
    }
}

/// A chart with its graph and findings, judged by the settings of the chart that is reviewed.
struct Judged<'a> {
    chart: &'a Loaded,
    settings: &'a Settings,
    graph: Graph<'a>,
    outcome: Outcome,
    today: Date,
}

impl<'a> Judged<'a> {
    fn of(chart: &'a Loaded, settled: &'a Loaded, today: Date) -> Self {
        let settings = &settled.settings;
        let graph = Graph::new(&chart.chart, settings.load);
        let outcome = check(&graph, &chart.defects, &settings.rules, today);
        Self { chart, settings, graph, outcome, today }
    }

    fn side(&self) -> Side<'_> {
        let Self { chart, settings, graph, outcome, today } = self;
        Side { name: &chart.name, graph, sources: &chart.sources, outcome, rules: &settings.rules, today: *today }
    }
}

/// The last day of the time that a chart describes, or today where that is not over.
fn last_day(chart: &Loaded, today: Date) -> Date {
    chart.chart.revision.get().map_or(today, |revision| revision.last_day().min(today))
}

/// Writes the folder and says what is in it.
fn write(folder: &Path, packet: &Packet<'_>, now: &Judged<'_>, env: &mut Env<'_>) -> Result<(), Error> {
    let mut files = vec![
        ("review.md".to_owned(), review_markdown(packet).into_bytes()),
        ("review.json".to_owned(), review_json(packet).into_bytes()),
    ];
    let (drawn, missing) = pictures(packet, now)?;
    files.extend(drawn);
    write_folder(&env.directory.join(folder), folder, &files, is_ours)?;
    let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
    env.print(&format!("wrote {} into {}\n", names.join(", "), folder.display()))?;
    if missing.is_empty() { Ok(()) } else { env.trouble(&note_of(&missing)) }
}

/// Files by their names.
type Files = Vec<(String, Vec<u8>)>;

/// The pictures, each as SVG and PNG, and the letters that no font has.
fn pictures(packet: &Packet<'_>, now: &Judged<'_>) -> Result<(Files, BTreeSet<char>), Error> {
    let (theme, accenting) = now.settings.theme.theme(None);
    let content = Content { findings: &now.outcome.findings, ..Content::default() };
    let mut scenes = Vec::new();
    let options = Options { accenting, ..Options::default() };
    scenes.extend(numbered("chart", pages(&picture(&now.graph, &content)?, &options)));
    if let Some(changes) = &packet.changes {
        let chart = picture(&now.graph, &Content::default())?;
        let changed = with_changes(chart, changes.before.graph, &now.graph, &changes.diff.renames);
        scenes.extend(numbered("changes", pages(&changed, &options)));
    }
    if now.graph.priorities().len() > 0 {
        scenes.push(("strategy".to_owned(), strategy_scene(&strategy(&now.graph), &options.accenting)));
    }
    let fonts = Fonts::embedded();
    let paint = |(name, scene): &(String, Scene)| -> Result<_, Error> {
        let drawn = svg(scene, &theme);
        let drawing = Drawing::new(&drawn, &fonts)?;
        let pixels = png(&drawing, Resolution::Screen)?;
        let files = [(format!("{name}.svg"), drawn.into_bytes()), (format!("{name}.png"), pixels)];
        Ok((files, drawing.missing()))
    };
    let painted = scenes.par_iter().map(paint).collect::<Result<Vec<_>, Error>>()?;
    let missing = painted.iter().flat_map(|(_, missing)| missing).copied().collect();
    Ok((painted.into_iter().flat_map(|(files, _)| files).collect(), missing))
}

/// The pages of a picture by name, numbered where there are several.
fn numbered(name: &str, scenes: Vec<Scene>) -> impl Iterator<Item = (String, Scene)> {
    let several = scenes.len() > 1;
    let named = move |(at, scene)| {
        let name = if several { format!("{name}-{at}") } else { name.to_owned() };
        (name, scene)
    };
    (1..).zip(scenes).map(named)
}

/// Whether a review writes files of this name.
fn is_ours(name: &str) -> bool {
    let Some((stem, ending)) = name.rsplit_once('.') else { return false };
    let (picture, number) = stem.split_once('-').unwrap_or((stem, "1"));
    match ending {
        "md" | "json" => stem == "review",
        "svg" | "png" => {
            matches!(picture, "chart" | "changes" | "strategy") && number.bytes().all(|byte| byte.is_ascii_digit())
        }
        _ => false,
    }
}
