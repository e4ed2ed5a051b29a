//! From files to texts: which files a chart is made of, and what they hold, on the disk or in a commit.
//!
//! The first layer that touches the world. `tree` is what discovery sees of it, so that a chart has the same files
//! and findings wherever it is. Only regular files are read, and links are not followed.

mod chart_files;
mod checkout;
mod discover;
mod disk;
mod files;
mod font;
mod git;
mod history;
mod ignored;
mod interest;
mod order;
mod overlay;
mod passed_over;
mod place;
mod regular;
mod seen;
mod source;
mod timeline;
mod tree;
mod walk;
mod write;

use std::path::{Path, PathBuf};

use crate::check::{AsOf, Claimed, Judged, Level, Norms, chart_key};
use crate::config::{self, Settings};
use crate::error::Error;
use crate::graph::Graph;
use crate::model::{Chart, Date};
use crate::read::{self, Defect, Input};
use crate::text::{Sources, shell_command};

use disk::Disk;
use tree::{Tree, upwards};

pub use chart_files::{ChartFile, ChartFiles};
pub use discover::{discover, discover_at};
pub use font::read_font;
pub use git::Every;
pub use history::history;
pub use order::{moment, no_history};
pub use overlay::lay_over;
pub use passed_over::PassedOver;
pub use seen::{Seen, seen};
pub use source::knows_revision;
pub use timeline::{Point, Sampling, Timeline, timeline};
pub use write::{
    Folder, Guard, Output, Standing, Step, Steps, bring_back, left_behind, let_go, replace_texts, standing,
    write_files, write_folder,
};

/// A chart as it was read, with the settings that hold for it.
#[derive(Debug)]
pub struct Loaded {
    /// The path by which the chart is shown.
    pub name: String,
    /// What identifies it from quarter to quarter, and from commit to commit.
    pub key: String,
    /// Whether it is read from a revision in git, whose name then stands before the paths of its files.
    pub at_revision: bool,
    /// The newest of how many revisions it is, where it stands in a history.
    pub revisions: usize,
    /// The texts of its files and of its settings.
    pub sources: Sources,
    /// Its files among the texts.
    pub inputs: Vec<Input>,
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
    /// What is among its files but was not read.
    pub passed_over: Vec<PassedOver>,
    /// Whether there is nothing in any of its files.
    is_empty: bool,
}

impl Loaded {
    /// What it claims, under its names.
    #[must_use]
    pub fn claimed(&self) -> Claimed<'_> {
        let Self { name, key, at_revision, revisions, sources, chart, defects, .. } = self;
        Claimed { name, key, at_revision: *at_revision, revisions: *revisions, sources, chart, defects }
    }

    /// The graph of the chart, with load counted by its own settings.
    #[must_use]
    pub fn graph(&self) -> Graph<'_> {
        Graph::new(&self.chart, self.settings.norms().rates())
    }

    /// The chart, judged by its own norms as of a day.
    #[must_use]
    pub fn judge(&self, today: Date) -> Judged<'_> {
        self.judged(&self.settings.norms(), AsOf::Day(today))
    }

    /// The chart, judged by norms that are its own or those of a newer chart.
    #[must_use]
    pub fn judged(&self, norms: &Norms, as_of: AsOf) -> Judged<'_> {
        Judged::new(self.claimed(), norms, as_of)
    }

    /// The same, only by the rules that can find something of this level or above.
    #[must_use]
    pub fn judged_down_to(&self, least: Level, norms: &Norms, as_of: AsOf) -> Judged<'_> {
        Judged::down_to(least, self.claimed(), norms, as_of)
    }

    /// Whether it was read to its end, and holds anything: of the rest of a chart nobody can tell what it is.
    ///
    /// # Errors
    /// That it was not.
    pub fn whole(&self) -> Result<(), Error> {
        let name = &self.name;
        if self.chart.is_partial {
            Err(Error::new(format!("{name} can't be read in full: `rightseat check {name}` says where")))
        } else if self.is_empty {
            Err(Error::new(format!(
                "{name} is empty: write a chart into it; `rightseat init` writes one to start from"
            )))
        } else {
            Ok(())
        }
    }
}

/// Reads the one chart that a path means, from where the program stands: a file, a folder with `chart.yaml`, a folder of
/// revisions, of which it is the newest, or `REV:PATH` in git.
///
/// What is wrong in the chart is no error but what [`Loaded::judge`] finds; only [`Loaded::whole`] says whether the chart
/// could be read to its end.
///
/// # Errors
/// A path that leads nowhere or to several charts, and files that can't be read, each in a line.
pub fn open(path: impl AsRef<Path>) -> Result<Loaded, Error> {
    let path = path.as_ref();
    let home = std::env::current_dir().map_err(|reason| Error::io("find", Path::new("."), &reason))?;
    let [chart] = <[ChartFiles; 1]>::try_from(discover(&home, path)?).map_err(|charts| {
        let names: Vec<&str> = charts.iter().map(|chart| chart.name.as_str()).collect();
        Error::new(format!("{} holds {} charts; name one of them: {}", path.display(), names.len(), names.join(", ")))
    })?;
    load(&chart).map_err(|errors| {
        let lines: Vec<String> = errors.iter().map(Error::to_string).collect();
        Error::new(lines.join("\n"))
    })
}

/// Reads a chart and the settings that hold for it.
///
/// # Errors
/// Each file that could not be read, with the system's reason.
pub fn load(files: &ChartFiles) -> Result<Loaded, Vec<Error>> {
    let tree = &*files.tree;
    if let Some((link, _)) = left_behind(files).map_err(|error| vec![error])?.first() {
        let command = |verb| shell_command(["rightseat", "edit", verb, "--chart", &files.name]);
        let (link, undo, keep) = (tree.shown(link), command("undo"), command("keep"));
        return Err(vec![Error::new(format!(
            "{link} was left by a run that was ended while it wrote: `{undo}` brings the old files back, `{keep}` keeps \
             them as they are"
        ))]);
    }
    if files.files.is_empty() {
        return Err(vec![passed_over::nothing_read(&files.name, &files.passed_over)]);
    }
    let mut sources = Sources::new();
    let inputs = files::read(tree, &files.files, &mut sources)?;
    let settings_file = find_settings(tree, &files.path).map_err(|error| vec![error])?;
    let (settings, settings_defects) = match &settings_file {
        Some(path) => read_settings(tree, path, &mut sources).map_err(|error| vec![error])?,
        None => (Settings::default(), Vec::new()),
    };
    let (chart, defects) = read::chart(&sources, &inputs);
    let is_empty = defects.iter().filter(|defect| defect.is_of_an_empty_file()).count() == inputs.len();
    let passed_over = files.passed_over.clone();
    let (name, revisions) = (files.name.clone(), files.revisions);
    // In git the name begins with the commit's.
    let path = if tree.commit().is_some() { name.split_once(':').map_or(&*name, |(_, path)| path) } else { &*name };
    let key = chart_key(path, revisions > 1).to_owned();
    Ok(Loaded {
        name,
        key,
        at_revision: tree.commit().is_some(),
        revisions,
        sources,
        inputs,
        chart,
        defects,
        settings,
        settings_defects,
        settings_file,
        passed_over,
        is_empty,
    })
}

/// Those files of a chart that differ from what git has committed, as they are shown; `None` where there is no
/// repository.
///
/// # Errors
/// Git's.
pub fn uncommitted(home: &Path, chart: &ChartFiles) -> Result<Option<Vec<String>>, Error> {
    let folder = chart.files[0].path.parent().unwrap_or(home);
    let paths: Vec<PathBuf> = chart.files.iter().map(|file| file.path.clone()).collect();
    let dirty = git::dirty(home, folder, &paths)?;
    let shown = |path: &PathBuf| chart.files.iter().find(|file| file.path == *path).map(|file| file.shown.clone());
    Ok(dirty.map(|dirty| dirty.iter().filter_map(shown).collect()))
}

/// The settings that hold for a place: those in its folder or the nearest above, no further up than the
/// repository reaches.
fn find_settings(tree: &dyn Tree, path: &Path) -> Result<Option<PathBuf>, Error> {
    for folder in upwards(tree, path)? {
        if tree.holds(folder, config::FILE_NAME)? {
            return Ok(Some(folder.join(config::FILE_NAME)));
        }
    }
    Ok(None)
}

/// The bytes of a regular file that is no chart, such as a baseline.
///
/// # Errors
/// A link, a folder, a file that is too large or can't be read.
pub fn read_file(home: &Path, named: &Path) -> Result<Vec<u8>, Error> {
    let bytes = Disk::from(home).read(&[&home.join(named)]).remove(0)?;
    bytes.ok_or_else(|| Error::new(format!("{} is too large", named.display())))
}

fn read_settings(tree: &dyn Tree, path: &Path, sources: &mut Sources) -> Result<(Settings, Vec<Defect>), Error> {
    let shown = tree.shown(path);
    let bytes =
        tree.read(&[path]).remove(0)?.ok_or_else(|| Error::new(format!("{shown} is too large for settings")))?;
    let text = String::from_utf8(bytes).map_err(|_| Error::new(format!("{shown} is not UTF-8 text")))?;
    let id = sources.add(shown, text).ok_or_else(|| Error::new("the files together are larger than 4 GiB"))?;
    Ok(config::settings(sources.file(id)))
}

/// The charts that the settings of a folder name, as paths from the folder; `charts` where they name none.
///
/// # Errors
/// Settings that can't be read.
pub fn usual_charts(folder: &Path) -> Result<Vec<PathBuf>, Error> {
    let disk = Disk::from(folder);
    let Some(path) = find_settings(&disk, folder)? else { return Ok(vec![folder.join("charts")]) };
    let (settings, _) = read_settings(&disk, &path, &mut Sources::new())?;
    let home = path.parent().unwrap_or(folder);
    let named = settings.charts.iter().map(|chart| home.join(chart)).collect();
    Ok(if settings.charts.is_empty() { vec![home.join("charts")] } else { named })
}
