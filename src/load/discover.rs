//! Which charts a path means, and which files they are made of.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::config;
use crate::error::Error;

use super::history;
use super::source;
use super::tree::{Found, Kind, Reach, Tree, upwards};

/// The file that makes a folder one chart.
pub(super) const MAIN_FILE: &str = "chart.yaml";

/// One chart as files.
#[derive(Clone, Debug)]
pub struct ChartFiles {
    /// The path by which it is shown; `REV:PATH` for one in git.
    pub name: String,
    /// Its folder or file: on the disk, or in the tree of its commit.
    pub path: PathBuf,
    /// Its files: the main one first, the others by path.
    pub files: Vec<ChartFile>,
    /// How many revisions of it there are, of which this is the newest.
    pub revisions: usize,
    /// Where it lies.
    pub(super) tree: Arc<dyn Tree>,
}

/// One file of a chart.
#[derive(Clone, Debug)]
pub struct ChartFile {
    /// Where it is.
    pub path: PathBuf,
    /// How it is shown.
    pub shown: String,
    /// Whether it may state the format's version.
    pub is_main: bool,
}

impl ChartFiles {
    /// The id of the commit that it was read from, for one in git.
    #[must_use]
    pub fn commit(&self) -> Option<&str> {
        self.tree.commit()
    }
}

/// The charts that a path means: a file or a folder with `chart.yaml` is one; of a folder of revisions it is
/// the newest; of any other folder, all that are in it. A path inside a chart means that chart. A path that is not
/// there and reads as `REV:PATH` is looked for in git.
///
/// # Errors
/// A path that is not there, or that holds no chart.
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
        Some((tree, path)) if tree.kind(&path)? == Kind::File || !yaml_files(&*tree, &path)?.is_empty() => {
            charts_at(&tree, &path)
        }
        _ => Ok(Vec::new()),
    }
}

/// The charts that a path in a tree means.
pub(super) fn charts_at(tree: &Arc<dyn Tree>, path: &Path) -> Result<Vec<ChartFiles>, Error> {
    let kind = tree.kind(path)?;
    if let Some(folder) = enclosing_chart(&**tree, path)? {
        return Ok(vec![folder_chart(tree, &folder)?]);
    }
    if kind == Kind::File {
        return Ok(vec![chart_of(tree, path, vec![path.to_path_buf()])]);
    }
    let charts = group(tree, yaml_files(&**tree, path)?);
    if charts.is_empty() {
        let help = "name a YAML file, or a folder that holds some; `rightseat init` writes a chart to start from";
        return Err(Error::new(format!("no chart in {}: {help}", tree.shown(path))));
    }
    Ok(history::newest(charts))
}

/// The charts that lie directly in a folder.
pub(super) fn charts_in(tree: &Arc<dyn Tree>, folder: &Path) -> Result<Vec<ChartFiles>, Error> {
    let mut found = tree.below(folder, Reach::Folder)?;
    found.sort_by(|one, other| one.path.cmp(&other.path));
    let mut charts = Vec::new();
    for entry in found {
        if is_chart_file(&entry) {
            charts.push(chart_of(tree, &entry.path, vec![entry.path.clone()]));
        } else if entry.is_folder && tree.holds(&entry.path, MAIN_FILE)? {
            charts.push(folder_chart(tree, &entry.path)?);
        }
    }
    Ok(charts)
}

/// The outermost folder above a path that is one chart.
fn enclosing_chart(tree: &dyn Tree, path: &Path) -> Result<Option<PathBuf>, Error> {
    for folder in upwards(tree, path)?.into_iter().rev() {
        if tree.holds(folder, MAIN_FILE)? {
            return Ok(Some(folder.to_path_buf()));
        }
    }
    Ok(None)
}

/// Every YAML file below a folder that is no settings' file, by path.
fn yaml_files(tree: &dyn Tree, folder: &Path) -> Result<Vec<PathBuf>, Error> {
    let found = tree.below(folder, Reach::All)?;
    let mut files: Vec<PathBuf> = found.into_iter().filter(is_chart_file).map(|entry| entry.path).collect();
    files.sort();
    Ok(files)
}

pub(super) fn is_chart_file(entry: &Found) -> bool {
    let is_yaml = entry.path.extension().is_some_and(|ending| ending == "yaml" || ending == "yml");
    let is_settings = entry.path.file_name().is_some_and(|name| name == config::FILE_NAME);
    is_yaml && !is_settings && !entry.is_folder
}

/// Cuts files into charts: those below a `chart.yaml` belong together, each other file is by itself.
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
    Ok(chart_of(tree, folder, yaml_files(&**tree, folder)?))
}

fn chart_of(tree: &Arc<dyn Tree>, path: &Path, files: Vec<PathBuf>) -> ChartFiles {
    let is_alone = files.len() == 1 && files[0] == path;
    let main = path.join(MAIN_FILE);
    let mut files: Vec<ChartFile> = files
        .into_iter()
        .map(|file| ChartFile { shown: tree.shown(&file), is_main: is_alone || file == main, path: file })
        .collect();
    files.sort_by_key(|file| !file.is_main);
    ChartFiles { name: tree.shown(path), path: path.to_path_buf(), files, revisions: 1, tree: Arc::clone(tree) }
}
