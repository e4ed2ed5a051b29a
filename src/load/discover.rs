//! Which charts a path means, and which files they are made of.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Component, Path, PathBuf};

use ignore::WalkBuilder;

use crate::config;
use crate::error::Error;
use crate::read;
use crate::text::Sources;

use super::files;

/// The file that makes a folder one chart.
const MAIN_FILE: &str = "chart.yaml";

/// One chart as files.
#[derive(Clone, Debug)]
pub struct ChartFiles {
    /// The path by which it is shown.
    pub name: String,
    /// Its folder or file.
    pub path: PathBuf,
    /// Its files: the main one first, the others by path.
    pub files: Vec<ChartFile>,
    /// How many revisions of it there are, of which this is the newest.
    pub revisions: usize,
    /// The folder from which paths are shown.
    home: PathBuf,
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
    /// How a path is shown beside this chart's.
    pub(super) fn shown(&self, path: &Path) -> String {
        shown(&self.home, path)
    }
}

/// The charts that a path means: a file or a folder with `chart.yaml` is one; of a folder of revisions it is
/// the newest; of any other folder, all that are in it. A path inside a chart means that chart.
///
/// # Errors
/// A path that is not there, or that holds no chart.
pub fn discover(home: &Path, named: &Path) -> Result<Vec<ChartFiles>, Error> {
    let path = resolved(&home.join(named));
    let kind = std::fs::metadata(&path).map_err(|reason| Error::io("read", named, &reason))?;
    if !kind.is_file() && !kind.is_dir() {
        return Err(Error::new(format!("{} is neither a file nor a folder", named.display())));
    }
    if let Some(folder) = enclosing_chart(&path) {
        let files = yaml_files(&folder)?;
        return Ok(vec![chart_of(home, &folder, files)]);
    }
    if kind.is_file() {
        return Ok(vec![chart_of(home, &path, vec![path.clone()])]);
    }
    let charts = group(home, yaml_files(&path)?);
    if charts.is_empty() {
        let help = "name a YAML file, or a folder that holds some; `rightseat init` writes a chart to start from";
        return Err(Error::new(format!("no chart in {}: {help}", named.display())));
    }
    newest(charts)
}

/// The folder and those above it, as far as the repository reaches.
pub(super) fn upwards(path: &Path) -> impl Iterator<Item = &Path> {
    let mut is_inside = true;
    let start = if path.is_dir() { Some(path) } else { path.parent() };
    std::iter::successors(start, |folder| folder.parent())
        .take_while(move |folder| std::mem::replace(&mut is_inside, !folder.join(".git").exists()))
}

/// The outermost folder above a path that is one chart.
fn enclosing_chart(path: &Path) -> Option<PathBuf> {
    upwards(path).filter(|folder| folder.join(MAIN_FILE).is_file()).last().map(Path::to_path_buf)
}

/// Every YAML file below a folder that is no settings' file, hidden or ignored by git, by path.
fn yaml_files(folder: &Path) -> Result<Vec<PathBuf>, Error> {
    let walk = WalkBuilder::new(folder).ignore(false).git_global(false).require_git(false).follow_links(false).build();
    let mut files = Vec::new();
    for entry in walk {
        let entry =
            entry.map_err(|reason| Error::new(format!("cannot look through {}: {reason}", folder.display())))?;
        let path = entry.path();
        let is_yaml = path.extension().is_some_and(|ending| ending == "yaml" || ending == "yml");
        let is_settings = path.file_name().is_some_and(|name| name == config::FILE_NAME);
        let is_folder = entry.file_type().is_some_and(|kind| kind.is_dir());
        if is_yaml && !is_settings && !is_folder {
            files.push(entry.into_path());
        }
    }
    files.sort();
    Ok(files)
}

/// Cuts files into charts: those below a `chart.yaml` belong together, each other file is by itself.
fn group(home: &Path, files: Vec<PathBuf>) -> Vec<ChartFiles> {
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
    charts.into_iter().map(|(path, files)| chart_of(home, &path, files)).collect()
}

fn chart_of(home: &Path, path: &Path, files: Vec<PathBuf>) -> ChartFiles {
    let is_alone = files.len() == 1 && files[0] == path;
    let main = path.join(MAIN_FILE);
    let mut files: Vec<ChartFile> = files
        .into_iter()
        .map(|file| ChartFile { shown: shown(home, &file), is_main: is_alone || file == main, path: file })
        .collect();
    files.sort_by_key(|file| !file.is_main);
    ChartFiles { name: shown(home, path), path: path.to_path_buf(), files, revisions: 1, home: home.to_path_buf() }
}

/// Of charts side by side that are revisions of one organisation, keeps the newest.
fn newest(charts: Vec<ChartFiles>) -> Result<Vec<ChartFiles>, Error> {
    let mut families: BTreeMap<PathBuf, Vec<ChartFiles>> = BTreeMap::new();
    for chart in charts {
        let folder = chart.path.parent().unwrap_or(&chart.path).to_path_buf();
        families.entry(folder).or_default().push(chart);
    }
    let mut kept = Vec::new();
    for mut family in families.into_values() {
        if let Some(latest) = latest_revision(&family)? {
            let mut chart = family.swap_remove(latest);
            chart.revisions = family.len() + 1;
            family = vec![chart];
        }
        kept.append(&mut family);
    }
    kept.sort_by(|one, other| one.path.cmp(&other.path));
    Ok(kept)
}

/// Which of some charts is the newest, if all say that they are one organisation's at different times.
fn latest_revision(family: &[ChartFiles]) -> Result<Option<usize>, Error> {
    if family.len() < 2 {
        return Ok(None);
    }
    let mut organization = None;
    let mut revisions = Vec::new();
    for chart in family {
        let mut sources = Sources::new();
        let inputs = files::read(&chart.files[..1], &mut sources).map_err(|mut errors| errors.remove(0))?;
        let header = read::header(sources.file(inputs[0].source));
        let (Some(name), Some(revision)) = (header.organization, header.revision) else { return Ok(None) };
        if organization.get_or_insert_with(|| name.clone()) != &name || revisions.contains(&revision) {
            return Ok(None);
        }
        revisions.push(revision);
    }
    Ok((0..revisions.len()).max_by_key(|&at| revisions[at]))
}

/// A path without `.` and `..`, so that the folders above it are those that it lies in.
fn resolved(path: &Path) -> PathBuf {
    let mut resolved = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => {
                resolved.pop();
            }
            part => resolved.push(part),
        }
    }
    resolved
}

/// A path as it is shown: from the home folder, with forward slashes.
fn shown(home: &Path, path: &Path) -> String {
    let home = resolved(home);
    let common = home.components().zip(path.components()).take_while(|(one, other)| one == other).count();
    let up = home.components().skip(common).map(|_| "..".into());
    let down = path.components().skip(common).map(|part| part.as_os_str().to_string_lossy());
    let parts: Vec<Cow<'_, str>> = up.chain(down).collect();
    if parts.is_empty() { ".".to_owned() } else { parts.join("/") }
}
