//! From the file system to texts: which files a chart is made of, and what they hold.
//!
//! The first layer that touches files. Only regular files are read, links are not followed, and what git
//! ignores is passed over.

mod discover;
mod files;
mod write;

use std::path::{Path, PathBuf};

use crate::check::chart_key;
use crate::config::{self, Settings};
use crate::error::Error;
use crate::graph::Graph;
use crate::model::Chart;
use crate::read::{self, Defect};
use crate::text::Sources;

pub use discover::{ChartFiles, discover};
pub use write::{write_folder, write_whole};

/// A chart as it was read, with the settings that hold for it.
#[derive(Debug)]
pub struct Loaded {
    /// The path by which the chart is shown.
    pub name: String,
    /// The newest of how many revisions it is, where it stands in a history.
    pub revisions: usize,
    /// The texts of its files and of its settings.
    pub sources: Sources,
    /// What it claims.
    pub chart: Chart,
    /// What is wrong in its text.
    pub defects: Vec<Defect>,
    /// What the team has settled.
    pub settings: Settings,
    /// What is wrong in the text of the settings.
    pub settings_defects: Vec<Defect>,
    /// The file of the settings, where there is one.
    pub settings_file: Option<PathBuf>,
}

impl Loaded {
    /// The graph of the chart, with the team's rates of load.
    #[must_use]
    pub fn graph(&self) -> Graph<'_> {
        Graph::new(&self.chart, self.settings.load)
    }

    /// By what the chart is known from quarter to quarter.
    #[must_use]
    pub fn key(&self) -> &str {
        chart_key(&self.name, self.revisions > 1)
    }
}

/// Reads a chart and the settings that hold for it.
///
/// # Errors
/// Each file that could not be read, with the system's reason.
pub fn load(files: &ChartFiles) -> Result<Loaded, Vec<Error>> {
    let mut sources = Sources::new();
    let inputs = files::read(&files.files, &mut sources)?;
    let settings_file = find_settings(&files.path);
    let (settings, settings_defects) = match &settings_file {
        Some(path) => read_settings(path, &files.shown(path), &mut sources).map_err(|error| vec![error])?,
        None => (Settings::default(), Vec::new()),
    };
    let (chart, defects) = read::chart(&sources, &inputs);
    let (name, revisions) = (files.name.clone(), files.revisions);
    Ok(Loaded { name, revisions, sources, chart, defects, settings, settings_defects, settings_file })
}

/// The settings that hold for a place: those in its folder or the nearest above, no further up than the
/// repository reaches.
fn find_settings(path: &Path) -> Option<PathBuf> {
    discover::upwards(path).map(|folder| folder.join(config::FILE_NAME)).find(|file| file.is_file())
}

/// The bytes of a regular file that is no chart, such as a baseline.
///
/// # Errors
/// A link, a folder, a file that is too large or can't be read.
pub fn read_file(path: &Path, shown: &Path) -> Result<Vec<u8>, Error> {
    let shown = shown.display().to_string();
    files::bytes(path, &shown)?.ok_or_else(|| Error::new(format!("{shown} is too large")))
}

fn read_settings(path: &Path, shown: &str, sources: &mut Sources) -> Result<(Settings, Vec<Defect>), Error> {
    let bytes = files::bytes(path, shown)?.ok_or_else(|| Error::new(format!("{shown} is too large for settings")))?;
    let text = String::from_utf8(bytes).map_err(|_| Error::new(format!("{shown} is not UTF-8 text")))?;
    let id = sources.add(shown, text).ok_or_else(|| Error::new("the files together are larger than 4 GiB"))?;
    Ok(config::settings(sources.file(id)))
}

/// The charts that the settings of a folder name, as paths from the folder; `charts` where they name none.
///
/// # Errors
/// Settings that can't be read.
pub fn usual_charts(folder: &Path) -> Result<Vec<PathBuf>, Error> {
    let Some(path) = find_settings(folder) else { return Ok(vec![folder.join("charts")]) };
    let mut sources = Sources::new();
    let (settings, _) = read_settings(&path, config::FILE_NAME, &mut sources)?;
    let home = path.parent().unwrap_or(folder);
    let named = settings.charts.iter().map(|chart| home.join(chart)).collect();
    Ok(if settings.charts.is_empty() { vec![home.join("charts")] } else { named })
}
