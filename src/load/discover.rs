//! Which charts a path means, and which files they are made of.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::config;
use crate::error::Error;
use crate::text::sort;

use super::chart_files::{ChartFile, ChartFiles};
use super::interest::of_interest;
use super::order;
use super::passed_over::{PassedOver, nothing_read};
use super::source;
use super::tree::{Kind, Listing, MAIN_FILE, MainFile, Reach, Tree, upwards};

/// The charts that a path means: a file or a folder with `chart.yaml` is one; of a folder of revisions it is
/// the newest; of any other folder, all that are in it. A path inside a chart means that chart. A path that is not
/// there and reads as `REV:PATH` is looked for in git.
///
/// # Errors
/// A path that does not exist, or that holds no chart.
pub fn discover(home: &Path, named: &Path) -> Result<Vec<ChartFiles>, Error> {
    let (tree, path) = source::open(home, named)?;
    charts_at(&tree, &path)
}

/// The charts that a path from here meant at a revision; none where nothing was there yet.
///
/// # Errors
/// A revision that git does not know, or what can't be looked through.
pub fn discover_at(home: &Path, revision: &str, path: &str) -> Result<Vec<ChartFiles>, Error> {
    match source::open_at(home, revision, path)? {
        Some((tree, path))
            if tree.kind(&path)? == Kind::File || !files(&*tree, &path, Reach::All)?.files.is_empty() =>
        {
            charts_at(&tree, &path)
        }
        _ => Ok(Vec::new()),
    }
}

/// The charts that a path in a tree means.
pub(super) fn charts_at(tree: &Arc<dyn Tree>, path: &Path) -> Result<Vec<ChartFiles>, Error> {
    let kind = tree.kind(path)?;
    let enclosing = enclosing_chart(&**tree, path)?;
    if let Enclosing { folder: Some(folder), .. } = enclosing {
        return Ok(vec![folder_chart(tree, &folder)?]);
    }
    if kind == Kind::File {
        if path.file_name().is_some_and(|name| name == config::FILE_NAME) {
            let help = "it holds settings, and is not a chart: name the chart, or its folder";
            return Err(Error::new(format!("{}: {help}", tree.shown(path))));
        }
        if let Some(help) = no_chart(path) {
            return Err(Error::new(format!("{}: {help}", tree.shown(path))));
        }
        let chart = chart_of(tree, path, vec![path.to_path_buf()]);
        return Ok(vec![ChartFiles { passed_over: enclosing.passed_over, ..chart }]);
    }
    let Listing { files, mut passed_over } = files(&**tree, path, Reach::All)?;
    passed_over.extend(enclosing.passed_over.into_iter().filter(|above| !above.path.starts_with(path)));
    if files.is_empty() {
        return Err(nothing_read(&tree.shown(path), &passed_over));
    }
    let mut charts = group(tree, files);
    // What lies in a chart is reported with it; the rest with the first.
    let mut beside = Vec::new();
    for passed in passed_over {
        match charts.iter_mut().find(|chart| passed.path.starts_with(&chart.path)) {
            Some(chart) => chart.passed_over.push(passed),
            None => beside.push(passed),
        }
    }
    let mut charts = order::newest(charts);
    charts[0].passed_over.extend(beside);
    Ok(charts)
}

/// What to do with a file whose ending says that it is not a chart.
fn no_chart(path: &Path) -> Option<String> {
    let ending = path.extension()?.to_str()?.to_lowercase();
    let name = path.file_name()?.to_str()?;
    let is_table = matches!(ending.as_str(), "csv" | "tsv" | "xlsx" | "xls" | "ods");
    is_table.then(|| format!("it holds a table, and is not a chart: `rightseat import table {name}` makes one of it"))
}

/// The charts directly in a folder, and what was skipped there that may be one.
pub(super) fn charts_in(tree: &Arc<dyn Tree>, folder: &Path) -> Result<(Vec<ChartFiles>, Vec<PassedOver>), Error> {
    let listing = files(&**tree, folder, Reach::Near)?;
    let is_main = |path: &Path| path.file_name().is_some_and(|name| name == MAIN_FILE);
    let mut charts = Vec::new();
    for file in listing.files {
        let inner = file.parent().filter(|inner| *inner != folder);
        match inner {
            None => charts.push(chart_of(tree, &file, vec![file.clone()])),
            Some(inner) if is_main(&file) => charts.push(folder_chart(tree, inner)?),
            Some(_) => {}
        }
    }
    sort::by(&mut charts, |one, other| one.path.cmp(&other.path));
    let is_beside = |passed: &PassedOver| passed.path.parent() == Some(folder) || is_main(&passed.path);
    Ok((charts, listing.passed_over.into_iter().filter(is_beside).collect()))
}

/// The chart that a path is in.
#[derive(Default)]
struct Enclosing {
    /// Its folder, the outermost that is one chart.
    folder: Option<PathBuf>,
    /// The files that would make a folder a chart, if they were read.
    passed_over: Vec<PassedOver>,
}

fn enclosing_chart(tree: &dyn Tree, path: &Path) -> Result<Enclosing, Error> {
    let mut enclosing = Enclosing::default();
    for folder in upwards(tree, path)? {
        match tree.main_file(folder)? {
            MainFile::There => enclosing.folder = Some(folder.to_path_buf()),
            MainFile::PassedOver(passed) => enclosing.passed_over.push(passed),
            MainFile::Absent => {}
        }
    }
    Ok(enclosing)
}

/// The files below a folder that charts are made of, by path, and what of interest is skipped.
fn files(tree: &dyn Tree, folder: &Path, reach: Reach) -> Result<Listing, Error> {
    let Listing { mut files, passed_over } = tree.below(folder, reach)?;
    files.sort();
    Ok(Listing { files, passed_over: of_interest(tree, passed_over) })
}

/// Cuts files into charts: those below a `chart.yaml` belong together, every other file is a chart of its own.
fn group(tree: &Arc<dyn Tree>, files: Vec<PathBuf>) -> Vec<ChartFiles> {
    let folders: BTreeSet<PathBuf> = files
        .iter()
        .filter(|file| file.file_name().is_some_and(|name| name == MAIN_FILE))
        .filter_map(|file| file.parent().map(Path::to_path_buf))
        .collect();
    let mut charts: BTreeMap<PathBuf, Vec<PathBuf>> = BTreeMap::new();
    for file in files {
        let outermost = file.ancestors().skip(1).filter(|folder| folders.contains(*folder)).last();
        let chart = outermost.map_or_else(|| file.clone(), Path::to_path_buf);
        charts.entry(chart).or_default().push(file);
    }
    charts.into_iter().map(|(path, files)| chart_of(tree, &path, files)).collect()
}

/// The chart that a folder with `chart.yaml` is.
fn folder_chart(tree: &Arc<dyn Tree>, folder: &Path) -> Result<ChartFiles, Error> {
    let Listing { files, passed_over } = files(&**tree, folder, Reach::All)?;
    if files.is_empty() {
        return Err(nothing_read(&tree.shown(folder), &passed_over));
    }
    Ok(ChartFiles { passed_over, ..chart_of(tree, folder, files) })
}

fn chart_of(tree: &Arc<dyn Tree>, path: &Path, files: Vec<PathBuf>) -> ChartFiles {
    let is_alone = files.len() == 1 && files[0] == path;
    let main = path.join(MAIN_FILE);
    let mut files: Vec<ChartFile> = files
        .into_iter()
        .map(|file| ChartFile { shown: tree.shown(&file), is_main: is_alone || file == main, path: file })
        .collect();
    sort::by_key(&mut files, |file| !file.is_main);
    let (name, path, passed_over) = (tree.shown(path), path.to_path_buf(), Vec::new());
    ChartFiles { name, path, files, revisions: 1, passed_over, tree: Arc::clone(tree) }
}
