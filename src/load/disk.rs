//! Files on the disk.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fs::File;
use std::io::{ErrorKind, Read};
use std::path::{Component, Path, PathBuf};
use std::sync::{Arc, Mutex};

use rayon::prelude::*;
#[cfg(unix)]
use rustix::fs::OFlags;

use crate::error::Error;
use crate::read::LARGEST_FILE;

use super::git::{self, Tracked};
use super::ignored::Rule;
use super::passed_over::{PassedOver, Why};
use super::place::Place;
use super::tree::{Kind, Listing, MAIN_FILE, MainFile, Reach, Tree};
use super::walk::Walk;

/// No longer text is read of an ignore file, or of what git writes for itself.
const LARGEST_SMALL: u64 = 16 << 20;

/// What is said of a link.
const IS_LINK: &str = "is a link: charts are read from the files themselves";

/// The disk, seen from a folder.
#[derive(Debug)]
pub(super) struct Disk {
    /// The folder from which paths are shown.
    home: PathBuf,
    /// The file that was named: it is read whatever hides it.
    named: Option<PathBuf>,
    /// What git tracks, by the top of the repository; asked once.
    tracked: Mutex<BTreeMap<PathBuf, Arc<Tracked>>>,
}

impl Disk {
    pub(super) fn from(home: &Path) -> Self {
        Self { home: resolved(home), named: None, tracked: Mutex::default() }
    }

    /// The disk on which something was named.
    pub(super) fn with(home: &Path, named: &Path) -> Self {
        Self { named: Some(named.to_path_buf()), ..Self::from(home) }
    }

    /// Whether a file was named.
    pub(super) fn is_named(&self, path: &Path) -> bool {
        self.named.as_deref() == Some(path)
    }

    /// Refuses a path that leads through a link in its repository, as git does for paths in commits.
    pub(super) fn follow_no_link(&self, path: &Path) -> Result<(), Error> {
        let Some(top) = path.ancestors().find(|above| is_top(above)) else { return Ok(()) };
        let is_link = |path: &Path| path.symlink_metadata().is_ok_and(|kind| kind.is_symlink());
        match path.ancestors().take_while(|above| *above != top).find(|above| is_link(above)) {
            Some(link) => Err(Error::new(format!("{} {IS_LINK}", self.shown(link)))),
            None => Ok(()),
        }
    }

    pub(super) fn named(&self) -> Option<&Path> {
        self.named.as_deref()
    }

    /// What git tracks in a repository, which decides over what a rule hides.
    pub(super) fn tracked(&self, top: &Path, hidden: &Path, rule: &Rule) -> Result<Arc<Tracked>, Error> {
        self.asked(top).map_err(|error| {
            let (hidden, rule) = (self.shown(hidden), self.shown_rule(rule));
            Error::new(format!("{hidden} is ignored by {rule}, and git can't say whether it tracks it: {error}"))
        })
    }

    /// The same of a sparse checkout, where git knows what else there would be.
    pub(super) fn sparse(&self, top: &Path) -> Result<Arc<Tracked>, Error> {
        let failed = |error| {
            let shown = self.shown(top);
            Error::new(format!("{shown} is a sparse checkout, and git can't say what it left out: {error}"))
        };
        self.asked(top).map_err(failed)
    }

    fn asked(&self, top: &Path) -> Result<Arc<Tracked>, Error> {
        let mut known = self.tracked.lock().expect("no thread panics while it asks git");
        if let Some(tracked) = known.get(top) {
            return Ok(Arc::clone(tracked));
        }
        let tracked = Arc::new(git::tracked(&self.home, top)?);
        known.insert(top.to_path_buf(), Arc::clone(&tracked));
        Ok(tracked)
    }

    /// What a rule hides.
    pub(super) fn ignored(&self, path: &Path, rule: &Rule) -> PassedOver {
        let why = Why::Ignored(self.shown_rule(rule));
        PassedOver { path: path.to_path_buf(), shown: self.shown(path), why, suspect: None }
    }

    fn shown_rule(&self, rule: &Rule) -> String {
        let file = if rule.is_of_all { rule.file.display().to_string() } else { self.shown(&rule.file) };
        rule.line().map_or_else(|| file.clone(), |line| format!("{file}:{line}"))
    }

    /// What could not be looked through, with the system's reason.
    pub(super) fn unseen(&self, folder: &Path, reason: &std::io::Error) -> Error {
        Error::io("look through", Path::new(&self.shown(folder)), reason)
    }
}

impl Tree for Disk {
    fn kind(&self, path: &Path) -> Result<Kind, Error> {
        let shown = self.shown(path);
        let kind = std::fs::metadata(path).map_err(|reason| Error::io("read", Path::new(&shown), &reason))?;
        match (kind.is_file(), kind.is_dir()) {
            (true, _) => Ok(Kind::File),
            (_, true) => Ok(Kind::Folder),
            _ => Err(Error::new(format!("{shown} is neither a file nor a folder"))),
        }
    }

    fn holds(&self, folder: &Path, name: &str) -> Result<bool, Error> {
        let path = folder.join(name);
        match std::fs::symlink_metadata(&path) {
            Ok(kind) => Ok(!kind.is_dir()),
            Err(reason) if matches!(reason.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => Ok(false),
            Err(reason) => Err(Error::io("read", Path::new(&self.shown(&path)), &reason)),
        }
    }

    fn is_top(&self, folder: &Path) -> bool {
        is_top(folder)
    }

    fn main_file(&self, folder: &Path) -> Result<MainFile, Error> {
        let path = folder.join(MAIN_FILE);
        if !self.holds(folder, MAIN_FILE)? {
            return Ok(MainFile::Absent);
        }
        let Some(place) = Place::of(self, folder)? else { return Ok(MainFile::There) };
        let Some(rule) = place.hides(&path) else { return Ok(MainFile::There) };
        let is_read = self.is_named(&path) || place.tracks(self, &path, &rule)?;
        Ok(if is_read { MainFile::There } else { MainFile::PassedOver(self.ignored(&path, &rule)) })
    }

    /// What git ignores and does not track is passed over, and links are not followed.
    fn below(&self, folder: &Path, reach: Reach) -> Result<Listing, Error> {
        Walk::through(self, folder, reach)
    }

    /// From the home folder, with forward slashes.
    fn shown(&self, path: &Path) -> String {
        let common = self.home.components().zip(path.components()).take_while(|(one, other)| one == other).count();
        let up = self.home.components().skip(common).map(|_| "..".into());
        let down = path.components().skip(common).map(|part| part.as_os_str().to_string_lossy());
        let parts: Vec<Cow<'_, str>> = up.chain(down).collect();
        if parts.is_empty() { ".".to_owned() } else { parts.join("/") }
    }

    /// Side by side.
    fn read(&self, paths: &[&Path]) -> Vec<Result<Option<Vec<u8>>, Error>> {
        paths.par_iter().map(|path| bytes(path, &self.shown(path), LARGEST_FILE)).collect()
    }
}

/// Whether a folder is the top of a repository.
pub(super) fn is_top(folder: &Path) -> bool {
    folder.join(".git").exists()
}

/// The text of a small regular file, if there is one.
pub(super) fn small_text(path: &Path) -> Option<String> {
    let bytes = bytes(path, "", LARGEST_SMALL).ok().flatten()?;
    let text = String::from_utf8_lossy(&bytes);
    Some(text.strip_prefix('\u{feff}').unwrap_or(&text).to_owned())
}

/// The same of a file that a user may keep elsewhere, behind a link.
pub(super) fn linked_text(path: &Path) -> Option<String> {
    small_text(&path.canonicalize().ok()?)
}

/// The bytes of a regular file; `None` for one with more than are read.
fn bytes(path: &Path, shown: &str, most: u64) -> Result<Option<Vec<u8>>, Error> {
    let failed = |reason: &std::io::Error| Error::io("read", Path::new(shown), reason);
    // Looked at before it is opened: opening a pipe would wait for a writer.
    let kind = std::fs::symlink_metadata(path).map_err(|reason| failed(&reason))?;
    if kind.is_symlink() {
        return Err(Error::new(format!("{shown} {IS_LINK}")));
    }
    if !kind.is_file() {
        return Err(Error::new(format!("{shown} is no regular file")));
    }
    let file = open(path).map_err(|reason| failed(&reason))?;
    let kind = file.metadata().map_err(|reason| failed(&reason))?;
    if !kind.is_file() {
        return Err(Error::new(format!("{shown} is no regular file any more")));
    }
    if kind.len() > most {
        return Ok(None);
    }
    let mut bytes = Vec::with_capacity(usize::try_from(kind.len()).unwrap_or(0) + 1);
    file.take(most + 1).read_to_end(&mut bytes).map_err(|reason| failed(&reason))?;
    Ok(Some(bytes).filter(|bytes| bytes.len() as u64 <= most))
}

/// Opens a file that was looked at. Should it have become a link or a pipe since, neither is followed or waited for.
fn open(path: &Path) -> std::io::Result<File> {
    let mut options = File::options();
    options.read(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.custom_flags((OFlags::NOFOLLOW | OFlags::NONBLOCK).bits().cast_signed());
    }
    options.open(path)
}

/// A path without `.` and `..`, so that the folders above it are those that it lies in.
pub(super) fn resolved(path: &Path) -> PathBuf {
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
