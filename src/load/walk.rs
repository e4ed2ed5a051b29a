//! A walk through a folder on the disk: the files that charts can consist of, and what is skipped.

use std::collections::VecDeque;
use std::fs::{self, FileType};
use std::io;
use std::path::{Path, PathBuf};

use crate::error::Error;
use crate::text::sort;

use super::checkout::Checkout;
use super::ignored::{IGNORE_FILE, Rule, Scope};
use super::passed_over::{PassedOver, Why};
use super::place::{Place, below};
use super::tree::{Listing, Reach, is_chart_file};

/// How many names are looked at in a folder that is skipped.
const MOST_GLANCED: usize = 1000;
/// A skipped file larger than this is not looked into.
const LARGEST_SUSPECT: u64 = 4 << 20;

pub(super) struct Walk<'d> {
    disk: &'d Checkout,
    folder: &'d Path,
    reach: Reach,
    hidden: Vec<Hidden>,
    listing: Listing,
}

/// What an ignore file hides: git has the last word.
struct Hidden {
    path: PathBuf,
    is_folder: bool,
    rule: Rule,
    /// The top of its repository.
    top: PathBuf,
}

/// A name in a folder.
struct Entry {
    path: PathBuf,
    name: String,
    kind: FileType,
}

impl<'d> Walk<'d> {
    /// What is below a folder.
    pub(super) fn through(disk: &'d Checkout, folder: &'d Path, reach: Reach) -> Result<Listing, Error> {
        let mut walk = Self { disk, folder, reach, hidden: Vec::new(), listing: Listing::default() };
        let place = Place::of(disk, folder)?;
        if let Some(top) = place.as_ref().filter(|place| place.scope.is_sparse()).map(|place| place.scope.top()) {
            walk.left_out(top)?;
        }
        match place {
            Some(Place { scope, whole: Some(rule) }) => {
                let top = scope.top().to_path_buf();
                walk.hidden.push(Hidden { path: folder.to_path_buf(), is_folder: true, rule, top });
            }
            place => walk.run(place.map(|place| place.scope))?,
        }
        walk.settle()?;
        walk.add_named();
        Ok(walk.listing)
    }

    fn run(&mut self, scope: Option<Scope>) -> Result<(), Error> {
        let mut left = vec![(self.folder.to_path_buf(), 0, scope)];
        while let Some((folder, depth, mut scope)) = left.pop() {
            let entries = entries(&folder).map_err(|reason| self.disk.unseen(&folder, &reason))?;
            let has = |name: &str| depth > 0 && entries.iter().any(|entry| entry.name == name);
            match (&scope, has(".git")) {
                (Some(_), true) => {
                    self.suspect_below(&folder, &Why::Repository);
                    continue;
                }
                (None, true) => scope = Some(Scope::at_top(&folder)),
                (Some(above), false) if has(IGNORE_FILE) => scope = Some(above.inside(&folder)),
                _ => {}
            }
            for entry in entries {
                let is_folder = entry.kind.is_dir();
                if self.meets(&entry, scope.as_ref()) && is_folder && self.reach.covers(depth + 1) {
                    left.push((entry.path, depth + 1, scope.clone()));
                }
            }
        }
        Ok(())
    }

    /// Takes in one name; whether nothing hides it.
    fn meets(&mut self, entry: &Entry, scope: Option<&Scope>) -> bool {
        let (path, is_folder) = (&entry.path, entry.kind.is_dir());
        if entry.name.starts_with('.') {
            if is_folder && entry.name != ".git" {
                let inner = entries(path).unwrap_or_default();
                for inner in inner {
                    self.suspect(&inner.path, &inner.path, Why::Hidden);
                }
            } else if !is_folder {
                self.suspect(path, path, Why::Hidden);
            }
            return false;
        }
        let is_file = !is_folder && is_chart_file(path);
        if !is_folder && !is_file && !entry.kind.is_symlink() {
            return false;
        }
        if let Some((scope, rule)) = scope.and_then(|scope| Some((scope, scope.hides(path, is_folder)?))) {
            if is_folder || is_file {
                let top = scope.top().to_path_buf();
                self.hidden.push(Hidden { path: path.clone(), is_folder, rule, top });
            }
            return false;
        }
        if is_file {
            self.listing.files.push(path.clone());
        } else if !is_folder && self.leads_away(path) {
            self.pass_over(path, path, Why::Link, false);
        }
        true
    }

    /// Whether a link leads to a folder that is not walked through anyway.
    fn leads_away(&self, link: &Path) -> bool {
        let target = link.canonicalize().ok().filter(|target| target.is_dir());
        target.is_some_and(|target| self.folder.canonicalize().is_ok_and(|folder| !target.starts_with(folder)))
    }

    /// Asks git about what ignore files hide.
    fn settle(&mut self) -> Result<(), Error> {
        for hidden in std::mem::take(&mut self.hidden) {
            let mut files = vec![hidden.path.clone()];
            if hidden.is_folder {
                let glance = glance(&hidden.path);
                if glance.is_barren {
                    continue;
                }
                files = glance.files;
            }
            let tracked = self.disk.tracked(&hidden.top, &hidden.path, &hidden.rule)?;
            let is_tracked = |path: &Path| path.strip_prefix(&hidden.top).is_ok_and(|path| tracked.all.contains(path));
            for path in below(&tracked.all, &hidden.path, &hidden.top) {
                let path = hidden.top.join(path);
                if self.is_there(&path, &hidden.path) {
                    self.take_tracked(path);
                }
            }
            for path in files.iter().filter(|path| !is_tracked(path)) {
                let suspect = hidden.is_folder.then(|| path.clone());
                if suspect.is_none() || is_small(path) {
                    self.listing.passed_over.push(PassedOver { suspect, ..self.disk.ignored(path, &hidden.rule) });
                }
            }
        }
        Ok(())
    }

    /// Notes what a sparse checkout has left out.
    fn left_out(&mut self, top: &Path) -> Result<(), Error> {
        let tracked = self.disk.sparse(top)?;
        for path in below(&tracked.sparse, self.folder, top).map(|path| top.join(path)) {
            let rest = path.strip_prefix(self.folder).unwrap_or(&path);
            let is_shown = rest.iter().all(|part| !part.to_string_lossy().starts_with('.'));
            let is_near = self.reach.covers(rest.iter().count().saturating_sub(1));
            if is_shown && is_near && is_chart_file(&path) && path.symlink_metadata().is_err() {
                self.pass_over(&path, &path, Why::LeftOut, false);
            }
        }
        Ok(())
    }

    /// Takes in a file that git tracks, or notes it where a dot hides it or its folder.
    fn take_tracked(&mut self, path: PathBuf) {
        let rest = path.strip_prefix(self.folder).unwrap_or(&path);
        let depth = rest.iter().count().saturating_sub(1);
        let dot = rest.iter().position(|part| part.to_string_lossy().starts_with('.'));
        match dot {
            None if self.reach.covers(depth) => self.listing.files.push(path),
            Some(dot) if self.reach.covers(dot) && depth <= dot + 1 => self.suspect(&path, &path, Why::Hidden),
            _ => {}
        }
    }

    /// Whether a file that git tracks exists, and not through a link.
    fn is_there(&self, path: &Path, hidden: &Path) -> bool {
        let is_file = |path: &Path| path.symlink_metadata().is_ok_and(|kind| !kind.is_dir());
        let is_folder = |path: &Path| path.symlink_metadata().is_ok_and(|kind| kind.is_dir());
        let mut folders = path.ancestors().skip(1).take_while(|above| above.starts_with(hidden) && *above != hidden);
        path.starts_with(self.folder) && is_chart_file(path) && is_file(path) && folders.all(is_folder)
    }

    /// Adds the file that was named, whatever hides it.
    fn add_named(&mut self) {
        let Some(named) = self.disk.named().filter(|named| is_chart_file(named)) else { return };
        let Ok(rest) = named.strip_prefix(self.folder) else { return };
        let is_file = named.symlink_metadata().is_ok_and(|kind| !kind.is_dir());
        if is_file && self.reach.covers(rest.iter().count().saturating_sub(1)) {
            self.listing.passed_over.retain(|passed| passed.path != named);
            if !self.listing.files.iter().any(|file| file == named) {
                self.listing.files.push(named.to_path_buf());
            }
        }
    }

    /// Notes what of a folder might be charts.
    fn suspect_below(&mut self, folder: &Path, why: &Why) {
        for file in glance(folder).files {
            self.suspect(folder, &file, why.clone());
        }
    }

    fn suspect(&mut self, path: &Path, file: &Path, why: Why) {
        if is_chart_file(file) && is_small(file) {
            self.pass_over(path, file, why, true);
        }
    }

    fn pass_over(&mut self, path: &Path, file: &Path, why: Why, is_suspect: bool) {
        let (shown, suspect) = (self.disk.shown(path), is_suspect.then(|| file.to_path_buf()));
        self.listing.passed_over.push(PassedOver { path: path.to_path_buf(), shown, why, suspect });
    }
}

fn is_small(file: &Path) -> bool {
    file.symlink_metadata().is_ok_and(|kind| kind.is_file() && kind.len() <= LARGEST_SUSPECT)
}

/// The names in a folder.
fn entries(folder: &Path) -> io::Result<Vec<Entry>> {
    let entry = |entry: io::Result<fs::DirEntry>| {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        Ok(Entry { path: entry.path(), name, kind: entry.file_type()? })
    };
    fs::read_dir(folder)?.map(entry).collect()
}

/// What a look into a skipped folder has shown.
struct Glance {
    /// Files that charts could be made of.
    files: Vec<PathBuf>,
    /// Whether everything was seen, and nothing is YAML.
    is_barren: bool,
}

/// Looks at the names in a folder, those that are nearest first.
fn glance(folder: &Path) -> Glance {
    let mut glance = Glance { files: Vec::new(), is_barren: true };
    let mut left = VecDeque::from([folder.to_path_buf()]);
    let mut seen = 0;
    while let Some(folder) = left.pop_front() {
        let Ok(mut entries) = entries(&folder) else {
            glance.is_barren = false;
            continue;
        };
        sort::by(&mut entries, |one, other| one.path.cmp(&other.path));
        for entry in entries {
            seen += 1;
            if seen > MOST_GLANCED {
                glance.is_barren = false;
                return glance;
            }
            let is_hidden = entry.name.starts_with('.');
            if !entry.kind.is_dir() && is_chart_file(&entry.path) {
                glance.is_barren = false;
                glance.files.extend((!is_hidden).then_some(entry.path));
            } else if entry.kind.is_dir() && is_hidden {
                glance.is_barren &= !holds_some(&entry.path);
            } else if entry.kind.is_dir() {
                left.push_back(entry.path);
            }
        }
    }
    glance
}

/// Whether a file that a chart could be made of lies directly in a folder, or nobody can tell.
fn holds_some(folder: &Path) -> bool {
    entries(folder).map_or(true, |inner| inner.iter().any(|inner| is_chart_file(&inner.path)))
}
