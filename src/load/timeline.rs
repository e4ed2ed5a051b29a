//! The revisions of a chart over time: from a folder of them, or from git.

use std::path::Path;
use std::sync::Arc;

use crate::check::without_ending;
use crate::error::Error;
use crate::model::Date;

use super::chart_files::ChartFiles;
use super::discover::{charts_at, discover};
use super::git::{Every, Moment, Repository};
use super::history::history;
use super::tree::Tree;

/// How many revisions are looked at, the newest ones.
const MOST_POINTS: usize = 120;

/// Which revisions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sampling<'a> {
    /// Those that are side by side in a folder.
    Folder,
    /// The tags of git that match a pattern, such as `v2026-*`.
    Tags(&'a str),
    /// The last commit of each period.
    Every(Every),
}

/// The revisions of a chart, the oldest first.
#[derive(Debug)]
pub struct Timeline {
    /// The revisions.
    pub points: Vec<Point>,
    /// What was left out, and why.
    pub notes: Vec<String>,
}

/// One revision of a chart.
#[derive(Debug)]
pub struct Point {
    /// The name of its folder or tag, or the period.
    pub label: String,
    /// The id of its commit.
    pub commit: Option<String>,
    /// The day of its commit.
    pub day: Option<Date>,
    /// The chart, or why there is none.
    pub chart: Result<ChartFiles, Error>,
}

/// The revisions of the chart that a path means.
///
/// # Errors
/// There is no chart, or there are several; tags or periods of a path that is in no repository.
pub fn timeline(home: &Path, named: &Path, sampling: Sampling<'_>) -> Result<Timeline, Error> {
    let (repository, revision, path) = match sampling {
        Sampling::Folder => return folder(home, named),
        Sampling::Tags(_) | Sampling::Every(_) => Repository::holding(home, named)?,
    };
    let mut notes = Vec::new();
    let mut moments = match sampling {
        Sampling::Tags(pattern) => repository.tags(pattern, &mut notes)?,
        Sampling::Every(every) => repository.every(every, &revision, MOST_POINTS + 1, &mut notes)?,
        Sampling::Folder => Vec::new(),
    };
    if moments.len() > MOST_POINTS {
        moments.drain(..moments.len() - MOST_POINTS);
        notes.push(format!("only the newest {MOST_POINTS} revisions are shown"));
    }
    if repository.is_shallow() {
        notes.push(
            "this clone is shallow, and older revisions are missing: `git fetch --unshallow`; in CI, `fetch-depth: 0`"
                .to_owned(),
        );
    }
    // Before its first commit a chart is not missing, it does not exist.
    match moments.iter().position(|moment| repository.has(moment, &path)) {
        Some(first) => drop(moments.drain(..first)),
        None => drop(moments.drain(..moments.len().saturating_sub(1))),
    }
    let points: Vec<Point> = moments.into_iter().map(|moment| point(&repository, moment, &path)).collect();
    Ok(Timeline { points, notes })
}

fn point(repository: &Repository, moment: Moment, path: &Path) -> Point {
    let chart = repository.commit_of(&moment.revision, &moment.id).and_then(|commit| {
        let tree: Arc<dyn Tree> = Arc::new(commit);
        one(charts_at(&tree, path)?, &tree.shown(path))
    });
    Point { day: moment.day(), label: moment.label, commit: Some(moment.id), chart }
}

fn folder(home: &Path, named: &Path) -> Result<Timeline, Error> {
    let shown = named.strip_prefix(home).unwrap_or(named).display().to_string();
    let newest = one(discover(home, named)?, &shown)?;
    let points = history(&newest)?.into_iter().map(|chart| {
        let name = chart.name.rsplit(['/', ':']).next().unwrap_or_default();
        Point {
            label: without_ending(name).to_owned(),
            commit: chart.commit().map(str::to_owned),
            day: None,
            chart: Ok(chart),
        }
    });
    Ok(Timeline { points: points.collect(), notes: Vec::new() })
}

fn one(mut charts: Vec<ChartFiles>, shown: &str) -> Result<ChartFiles, Error> {
    match charts.pop() {
        Some(chart) if charts.is_empty() => Ok(chart),
        last => {
            let names: Vec<&str> = charts.iter().chain(&last).map(|chart| chart.name.as_str()).collect();
            Err(Error::new(format!("{shown} holds {} charts; name one of them: {}", names.len(), names.join(", "))))
        }
    }
}
