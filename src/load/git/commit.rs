//! The files of one commit.

use std::path::{Component, Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard};

use crate::error::Error;
use crate::load::passed_over::{PassedOver, Why};
use crate::load::tree::{Kind, Listing, MAIN_FILE, MainFile, Reach, Tree, is_chart_file};
use crate::read::LARGEST_FILE;
use crate::text::nearest;

use super::objects::{Entry, Folder, Mode, Objects};

/// How many names are looked at below one folder: a few hundred trees can hold each other to billions.
const MOST_ENTRIES: usize = 1_000_000;
/// No longer path is followed.
const LONGEST_PATH: usize = 4096;
/// How much is read of one chart: the reach of its spans.
const MOST_BYTES: u64 = 1 << 32;

/// The tree of a commit, seen by the name of its revision.
#[derive(Debug)]
pub(in crate::load) struct Commit {
    /// The revision as it was named.
    pub(super) revision: String,
    pub(super) id: String,
    /// The id of its root folder.
    pub(super) root: String,
    /// The folder of the repository that the run started in, for advice.
    pub(super) prefix: PathBuf,
    pub(super) objects: Arc<Mutex<Objects>>,
}

impl Commit {
    fn objects(&self) -> MutexGuard<'_, Objects> {
        self.objects.lock().expect("no thread panics while it reads an object")
    }

    fn folder(&self, id: &str, path: &Path) -> Result<Arc<Folder>, Error> {
        self.objects().folder(id).map_err(|error| self.about(path, &error))
    }

    /// What is at a path; `None` where nothing is.
    pub(super) fn entry(&self, path: &Path) -> Result<Option<Entry>, Error> {
        let mut entry = Entry { mode: Mode::Folder, id: self.root.clone() };
        let mut at = PathBuf::new();
        for part in path.components() {
            if entry.mode != Mode::Folder {
                return if entry.mode == Mode::File { Ok(None) } else { Err(self.unread(&at, entry.mode)) };
            }
            let name = part.as_os_str().to_string_lossy();
            match self.folder(&entry.id, &at)?.get(&*name) {
                Some(inner) => entry = inner.clone(),
                None => return Ok(None),
            }
            at.push(part);
        }
        Ok(Some(entry))
    }

    fn about(&self, path: &Path, error: &Error) -> Error {
        Error::new(format!("cannot read {}: {error}", self.shown(path)))
    }

    fn unread(&self, path: &Path, mode: Mode) -> Error {
        let what = match mode {
            Mode::Link => "a link: charts are read from the files themselves",
            Mode::Submodule => "a submodule: its files are in another repository",
            Mode::Folder => "a folder",
            Mode::File | Mode::Other => "not a regular file",
        };
        Error::new(format!("{} is {what}", self.shown(path)))
    }

    /// That nothing is at a path, and what may have been meant.
    fn missing(&self, path: &Path) -> Result<Error, Error> {
        let here = self.prefix.join(path);
        let help = if !self.prefix.as_os_str().is_empty() && self.entry(&here)?.is_some() {
            format!(": the path counts from the repository's root; did you mean `{}`?", self.shown(&here))
        } else {
            let mut known = PathBuf::new();
            for part in path.components() {
                if !matches!(self.entry(&known.join(part))?, Some(Entry { mode: Mode::Folder, .. })) {
                    break;
                }
                known.push(part);
            }
            let wrong = path.components().nth(known.components().count());
            let wrong = wrong.map(|part| part.as_os_str().to_string_lossy()).unwrap_or_default();
            let folder = match self.entry(&known)? {
                Some(folder) => self.folder(&folder.id, &known)?,
                None => Arc::default(),
            };
            let near = nearest(&wrong, folder.keys().map(String::as_str));
            near.map(|near| format!("; did you mean `{}`?", self.shown(&known.join(near)))).unwrap_or_default()
        };
        Ok(Error::new(format!("`{}` has no `{}`{help}", self.revision, slashed(path))))
    }

    /// Id and size of the file at a path, as far as the budget reaches; `None` for one that is too large.
    fn file(&self, path: &Path, budget: &mut u64) -> Result<Option<(String, u64)>, Error> {
        let Some(entry) = self.entry(path)? else { return Err(self.missing(path)?) };
        if entry.mode != Mode::File {
            return Err(self.unread(path, entry.mode));
        }
        let (_, kind, size) = self.objects().look(&entry.id).map_err(|error| self.about(path, &error))?;
        if kind != "blob" {
            return Err(Error::new(format!("{} should be a file, but is a {kind}", self.shown(path))));
        }
        if size > LARGEST_FILE {
            return Ok(None);
        }
        *budget = budget
            .checked_sub(size)
            .ok_or_else(|| Error::new(format!("{}: the files together are larger than 4 GiB", self.shown(path))))?;
        Ok(Some((entry.id, size)))
    }
}

/// What is not read.
impl Commit {
    fn passed_over(&self, path: PathBuf, why: Why, suspect: Option<PathBuf>) -> PassedOver {
        PassedOver { shown: self.shown(&path), path, why, suspect }
    }

    /// Notes a hidden file, or those directly in a hidden folder, to be looked into.
    fn hidden(&self, path: &Path, entry: &Entry, listing: &mut Listing) -> Result<(), Error> {
        let mut files = Vec::new();
        match entry.mode {
            Mode::File if is_chart_file(path) => files.push(path.to_path_buf()),
            Mode::Folder => {
                let folder = self.folder(&entry.id, path)?;
                let inner = folder.iter().filter(|(_, entry)| entry.mode == Mode::File);
                files.extend(inner.map(|(name, _)| path.join(name)).filter(|path| is_chart_file(path)));
            }
            _ => {}
        }
        let passed_over = files.into_iter().map(|file| self.passed_over(file.clone(), Why::Hidden, Some(file)));
        listing.passed_over.extend(passed_over);
        Ok(())
    }

    /// Notes links that lead to folders elsewhere in the commit.
    fn linked(&self, from: &Path, links: Vec<(PathBuf, String)>, listing: &mut Listing) -> Result<(), Error> {
        let mut wanted = Vec::new();
        for (path, id) in links {
            let (_, kind, size) = self.objects().look(&id).map_err(|error| self.about(&path, &error))?;
            if kind == "blob" && size <= LONGEST_PATH as u64 {
                wanted.push((path, (id, size)));
            }
        }
        if wanted.is_empty() {
            return Ok(());
        }
        let (paths, wanted): (Vec<_>, Vec<_>) = wanted.into_iter().unzip();
        let targets = self.objects().files(&wanted);
        for (path, target) in paths.into_iter().zip(targets) {
            let target = target.map_err(|error| self.about(&path, &error))?;
            let target = String::from_utf8_lossy(&target).into_owned();
            let target = path.parent().and_then(|folder| inside(folder, Path::new(&target)));
            let Some(target) = target.filter(|target| !target.starts_with(from)) else { continue };
            // One that leads on through another link leads nowhere here.
            if let Ok(Some(Entry { mode: Mode::Folder, .. })) = self.entry(&target) {
                listing.passed_over.push(self.passed_over(path, Why::Link, None));
            }
        }
        Ok(())
    }
}

/// Where a link in a folder leads to in the commit; `None` for one that leads out of it.
fn inside(folder: &Path, target: &Path) -> Option<PathBuf> {
    let mut path = folder.to_path_buf();
    for part in target.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => {
                path.pop().then_some(())?;
            }
            Component::Normal(part) => path.push(part),
            Component::RootDir | Component::Prefix(_) => return None,
        }
    }
    Some(path)
}

impl Tree for Commit {
    fn kind(&self, path: &Path) -> Result<Kind, Error> {
        match self.entry(path)? {
            Some(Entry { mode: Mode::File, .. }) => Ok(Kind::File),
            Some(Entry { mode: Mode::Folder, .. }) => Ok(Kind::Folder),
            Some(entry) => Err(self.unread(path, entry.mode)),
            None => Err(self.missing(path)?),
        }
    }

    fn holds(&self, folder: &Path, name: &str) -> Result<bool, Error> {
        Ok(self.entry(&folder.join(name))?.is_some_and(|entry| entry.mode != Mode::Folder))
    }

    fn is_top(&self, folder: &Path) -> bool {
        folder.as_os_str().is_empty()
    }

    fn main_file(&self, folder: &Path) -> Result<MainFile, Error> {
        Ok(if self.holds(folder, MAIN_FILE)? { MainFile::There } else { MainFile::Absent })
    }

    fn below(&self, folder: &Path, reach: Reach) -> Result<Listing, Error> {
        let mut listing = Listing::default();
        let (mut seen, mut links) = (0, Vec::new());
        let mut left = vec![(folder.to_path_buf(), 0)];
        while let Some((folder, depth)) = left.pop() {
            let Some(entry) = self.entry(&folder)? else { continue };
            for (name, entry) in &*self.folder(&entry.id, &folder)? {
                let path = folder.join(name);
                if name.starts_with('.') {
                    self.hidden(&path, entry, &mut listing)?;
                    continue;
                }
                seen += 1;
                if seen > MOST_ENTRIES || path.as_os_str().len() > LONGEST_PATH {
                    let what = "holds more than a million names, or names too long for a path: name a folder in it";
                    return Err(Error::new(format!("{} {what}", self.shown(&folder))));
                }
                if name.contains(|letter: char| letter == '\\' || letter.is_control()) {
                    let what = "holds a backslash or a control character: not every system can have such a file";
                    return Err(Error::new(format!("{} {what}", self.shown(&path))));
                }
                match entry.mode {
                    Mode::Folder if reach.covers(depth + 1) => left.push((path, depth + 1)),
                    Mode::Folder => {}
                    _ if is_chart_file(&path) => listing.files.push(path),
                    Mode::Link => links.push((path, entry.id.clone())),
                    Mode::Submodule => listing.passed_over.push(self.passed_over(path, Why::Repository, None)),
                    Mode::File | Mode::Other => {}
                }
            }
        }
        self.linked(folder, links, &mut listing)?;
        Ok(listing)
    }

    /// As in git: the revision, a colon, the path from the root.
    fn shown(&self, path: &Path) -> String {
        format!("{}:{}", self.revision, slashed(path))
    }

    fn read(&self, paths: &[&Path]) -> Vec<Result<Option<Vec<u8>>, Error>> {
        let mut budget = MOST_BYTES;
        let files: Vec<_> = paths.iter().map(|path| self.file(path, &mut budget)).collect();
        let wanted: Vec<_> = files.iter().filter_map(|file| file.as_ref().ok().cloned().flatten()).collect();
        let mut read = self.objects().files(&wanted).into_iter();
        let bytes = |(file, path): (Result<_, Error>, &&Path)| match file? {
            Some(_) => {
                let bytes = read.next().expect("each that is wanted is read");
                bytes.map(Some).map_err(|error| self.about(path, &error))
            }
            None => Ok(None),
        };
        files.into_iter().zip(paths).map(bytes).collect()
    }

    fn commit(&self) -> Option<&str> {
        Some(&self.id)
    }
}

fn slashed(path: &Path) -> String {
    let parts: Vec<_> = path.components().map(Component::as_os_str).map(|part| part.to_string_lossy()).collect();
    parts.join("/")
}
