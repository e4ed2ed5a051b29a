//! The files of one commit.

use std::path::{Component, Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard};

use crate::error::Error;
use crate::load::tree::{Found, Kind, Reach, Tree};
use crate::read::LARGEST_FILE;
use crate::text::nearest;

use super::objects::{Entry, Folder, Mode, Objects};

/// So many names are looked at below one folder: a few hundred trees can hold each other to billions.
const MOST_ENTRIES: usize = 1_000_000;
/// No longer path is followed.
const LONGEST_PATH: usize = 4096;
/// So much is read of one chart: the reach of its spans.
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

    /// What stands at a path; `None` where nothing does.
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
            Mode::File | Mode::Other => "no regular file",
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
            return Err(Error::new(format!("{} is said to be a file, and is a {kind}", self.shown(path))));
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

    fn below(&self, folder: &Path, reach: Reach) -> Result<Vec<Found>, Error> {
        let mut found = Vec::new();
        let mut left = vec![folder.to_path_buf()];
        while let Some(folder) = left.pop() {
            let Some(entry) = self.entry(&folder)? else { continue };
            for (name, entry) in self.folder(&entry.id, &folder)?.iter().filter(|(name, _)| !name.starts_with('.')) {
                let path = folder.join(name);
                if found.len() == MOST_ENTRIES || path.as_os_str().len() > LONGEST_PATH {
                    let what = "holds more than a million names, or longer ones than paths can be: name a folder in it";
                    return Err(Error::new(format!("{} {what}", self.shown(&folder))));
                }
                if name.contains(|letter: char| letter == '\\' || letter.is_control()) {
                    let what = "holds a backslash or a control character: not every system can have such a file";
                    return Err(Error::new(format!("{} {what}", self.shown(&path))));
                }
                let is_folder = entry.mode == Mode::Folder;
                if is_folder && reach == Reach::All {
                    left.push(path.clone());
                }
                found.push(Found { path, is_folder });
            }
        }
        Ok(found)
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
