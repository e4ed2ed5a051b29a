//! A run never overwrites what it reads: before anything is computed, every place that it writes to is compared with
//! every file that it reads and with every other place.

use std::path::{MAIN_SEPARATOR, Path, PathBuf};

use crate::config;
use crate::error::Error;
use crate::load::chart_files::ChartFiles;
use crate::load::find_settings;
use crate::load::tree::{MAIN_FILE, is_chart_file};

use super::place::{Place, Real, parent};

const PARTS: &str = "every YAML file below a `chart.yaml` belongs to its chart";

/// The files that a run reads, and the places that it writes to.
#[derive(Debug)]
pub struct Guard {
    home: PathBuf,
    read: Vec<Input>,
    looked_through: Vec<(PathBuf, String)>,
    written: Vec<(Real, PathBuf)>,
}

/// A file that is read.
#[derive(Debug)]
struct Input {
    real: Real,
    shown: String,
    /// Such as `a file of the chart acme`.
    what: String,
}

impl Guard {
    /// A guard for a run from this folder, with nothing to read or write yet.
    #[must_use]
    pub fn new(home: &Path) -> Self {
        Self { home: home.to_path_buf(), read: Vec::new(), looked_through: Vec::new(), written: Vec::new() }
    }

    /// A path given for charts; a folder is searched for them.
    pub fn named(&mut self, named: &Path) {
        let path = self.home.join(named);
        let shown = named.strip_prefix(&self.home).unwrap_or(named).display();
        if path.is_dir() {
            self.looked_through.push((Real::of(&path).path, shown.to_string()));
        } else if path.exists() {
            self.reads(named, "the chart");
        }
    }

    /// A chart, as far as it lies on the disk: its files, its settings, and the folder of its history.
    /// What can't be searched can't be read either, and the reader reports it.
    pub fn chart(&mut self, chart: &ChartFiles) {
        if chart.commit().is_some() {
            return;
        }
        for file in &chart.files {
            let what = if chart.files.len() > 1 {
                format!("a file of the chart {}", chart.name)
            } else {
                "the chart".to_owned()
            };
            self.read.push(Input { real: Real::of(&file.path), shown: file.shown.clone(), what });
        }
        if let Ok(Some(settings)) = find_settings(&*chart.tree, &chart.path) {
            let what = format!("the file of settings of {}", chart.name);
            self.read.push(Input { real: Real::of(&settings), shown: chart.tree.shown(&settings), what });
        }
        if chart.revisions > 1 {
            self.looked_through.push((Real::of(parent(&chart.path)).path, chart.tree.shown(parent(&chart.path))));
        }
    }

    /// Another file that is read, and what it is, such as `the baseline`.
    pub fn reads(&mut self, named: &Path, what: &str) {
        let (real, shown) = (Real::of(&self.home.join(named)), named.display().to_string());
        self.read.push(Input { real, shown, what: what.to_owned() });
    }

    /// A file that is written.
    ///
    /// # Errors
    /// It is also read, or written twice, or would become part of a chart; or there is no folder to write it into.
    pub fn writes(&mut self, named: &Path) -> Result<(), Error> {
        let shown = named.display();
        let failed = |reason: &std::io::Error| Error::io("write", named, reason);
        let path = match Place::of(&self.home.join(named)).map_err(|reason| failed(&reason))? {
            Place::Stream(_) => return Ok(()),
            Place::Folder(_) => return Err(Error::new(format!("cannot write {shown}: it is a folder"))),
            Place::File(path) => path,
        };
        let is_folder_name = |end: char| end == '/' || end == MAIN_SEPARATOR;
        if named.as_os_str().to_string_lossy().ends_with(is_folder_name) {
            return Err(Error::new(format!("cannot write {shown}: it is a folder's name; name a file in it")));
        }
        if !parent(&path).is_dir() {
            let folder = parent(if path == self.home.join(named) { named } else { &path }).display();
            return Err(Error::new(format!("cannot write {shown}: there is no folder {folder}; create it first")));
        }
        let real = Real::of(&path);
        if let Some(Input { shown: read, what, .. }) = self.read.iter().find(|read| read.real.is(&real)) {
            let is = if *read == shown.to_string() { String::new() } else { format!("{read}, ") };
            return Err(Error::new(format!("{shown} is {is}{what}, which this run reads: name another file to write")));
        }
        self.refuse_chart(named, &real)?;
        self.refuse_twice(named, real)
    }

    /// A folder that is written as a whole.
    ///
    /// # Errors
    /// It holds a file that is read, or is somebody's working directory, or is written twice.
    pub fn writes_folder(&mut self, named: &Path) -> Result<(), Error> {
        let (real, shown) = (self.folder(named)?, named.display());
        // Another folder takes its place, and whoever was inside the old one would be nowhere.
        if Real::of(&self.home).path.starts_with(&real.path) {
            return Err(Error::new(format!(
                "{shown} holds the current folder: name a folder below it, or leave it first"
            )));
        }
        self.refuse_twice(named, real)
    }

    /// A folder that becomes a chart, all that is in it new.
    ///
    /// # Errors
    /// It lies in a chart and would become part of it.
    pub fn writes_chart(&mut self, named: &Path) -> Result<(), Error> {
        let (real, shown) = (self.folder(named)?, named.display());
        if let Some(chart) = enclosing(&real.path) {
            let main = self.shown(&chart.join(MAIN_FILE));
            return Err(Error::new(format!("{shown} is in the chart of {main}, and {PARTS}: name a folder outside")));
        }
        self.refuse_twice(named, real)
    }

    fn folder(&self, named: &Path) -> Result<Real, Error> {
        let shown = named.display();
        let place = Place::of(&self.home.join(named)).map_err(|reason| Error::io("write", named, &reason))?;
        let real = match place {
            Place::Folder(path) => Real::of(&path),
            Place::File(path) if path.symlink_metadata().is_err() => Real::of(&path),
            Place::File(_) | Place::Stream(_) => {
                return Err(Error::new(format!("cannot write the folder {shown}: a file of that name exists")));
            }
        };
        match self.read.iter().find(|read| read.real.path.starts_with(&real.path)) {
            Some(input) => Err(Error::new(format!(
                "{shown} holds {}, which this run reads: name a folder for the output alone",
                input.shown
            ))),
            None => Ok(real),
        }
    }

    /// Refuses a name by which a file would change what a chart is, or the settings.
    fn refuse_chart(&self, named: &Path, real: &Real) -> Result<(), Error> {
        let shown = named.display();
        let name = real.path.file_name().unwrap_or_default();
        if name == config::FILE_NAME {
            return Err(Error::new(format!("{shown}: this name is reserved for settings; name another file to write")));
        }
        if !is_chart_file(&real.path) {
            return Ok(());
        }
        let folder = parent(&real.path);
        if let Some(chart) = enclosing(folder) {
            let main = self.shown(&chart.join(MAIN_FILE));
            return Err(Error::new(format!(
                "{shown} would be a part of the chart of {main}, since {PARTS}: name a place outside of it"
            )));
        }
        if let Some((_, through)) = self.looked_through.iter().find(|(through, _)| folder.starts_with(through)) {
            return Err(Error::new(format!(
                "{shown} would be taken for a chart, since {through} is looked through for YAML files: name a place \
                 outside of it"
            )));
        }
        match self.read.iter().find(|read| name == MAIN_FILE && read.real.path.starts_with(folder)) {
            Some(input) => Err(Error::new(format!(
                "{shown} would make one chart of its folder, which holds {}: name another place",
                input.shown
            ))),
            None => Ok(()),
        }
    }

    fn refuse_twice(&mut self, named: &Path, real: Real) -> Result<(), Error> {
        let same = |other: &Real| other.is(&real) || other.is_but_for_case(&real);
        if let Some((_, other)) = self.written.iter().find(|(other, _)| same(other)) {
            let one = named.display();
            let both = if named == other {
                format!("{one}")
            } else {
                format!("{} and {one}, which are the same file", other.display())
            };
            return Err(Error::new(format!("two outputs for {both}: name a file for each")));
        }
        self.written.push((real, named.to_path_buf()));
        Ok(())
    }

    /// A real path, shown relative to here.
    fn shown(&self, path: &Path) -> String {
        let home = self.home.canonicalize().ok();
        home.and_then(|home| path.strip_prefix(home).ok()).unwrap_or(path).display().to_string()
    }
}

/// The outermost folder that is one chart, among this folder and those above it within its repository.
fn enclosing(folder: &Path) -> Option<PathBuf> {
    let mut outermost = None;
    for above in folder.ancestors() {
        if above.join(MAIN_FILE).is_file() {
            outermost = Some(above.to_path_buf());
        }
        if above.join(".git").exists() {
            break;
        }
    }
    outermost
}
