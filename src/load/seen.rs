//! Whether the files of a chart are still as they were: their names, sizes and times.

use std::path::{Path, PathBuf};
use std::time::SystemTime;

use crate::config;

use super::chart_files::ChartFiles;
use super::history::history;

/// How files looked at some moment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Seen(Vec<(PathBuf, Option<(u64, SystemTime)>)>);

impl Seen {
    /// The files can't be looked at, for this reason.
    #[must_use]
    pub fn nothing(reason: &str) -> Self {
        Self(vec![(PathBuf::from(reason), None)])
    }
}

/// How the files of a chart look, of the revisions beside it, and of the settings that could hold for it.
#[must_use]
pub fn seen(chart: &ChartFiles) -> Seen {
    let look = |path: &Path| {
        let data = std::fs::symlink_metadata(path).ok()?;
        Some((data.len(), data.modified().ok()?))
    };
    let mut paths: Vec<PathBuf> = chart.files.iter().map(|file| file.path.clone()).collect();
    // A folder that can't be read is reported when the page is made.
    paths.extend(history(chart).unwrap_or_default().into_iter().flat_map(|other| other.files).map(|file| file.path));
    paths.extend(chart.path.ancestors().map(|folder| folder.join(config::FILE_NAME)));
    paths.sort();
    paths.dedup();
    Seen(paths.into_iter().map(|path| (look(&path), path)).map(|(seen, path)| (path, seen)).collect())
}
