//! What is known about the disk before it is walked: the folder it is seen from, the paths named on it, and what git
//! tracks.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::{Component, Path, PathBuf};
use std::sync::{Arc, Mutex};

use crate::error::Error;

use super::git::{self, Tracked};
use super::ignored::Rule;
use super::passed_over::{PassedOver, Why};
use super::regular::IS_LINK;

/// The disk as it is seen from a folder: what was named there, and what git says of it.
#[derive(Debug)]
pub(super) struct Checkout {
    /// The folder from which paths are shown.
    home: PathBuf,
    /// The file that was named: it is read whatever hides it.
    named: Option<PathBuf>,
    /// What git tracks, by the top of the repository; asked once.
    tracked: Mutex<BTreeMap<PathBuf, Arc<Tracked>>>,
}

impl Checkout {
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

    /// From the home folder, with forward slashes.
    pub(super) fn shown(&self, path: &Path) -> String {
        let common = self.home.components().zip(path.components()).take_while(|(one, other)| one == other).count();
        let up = self.home.components().skip(common).map(|_| "..".into());
        let down = path.components().skip(common).map(|part| part.as_os_str().to_string_lossy());
        let parts: Vec<Cow<'_, str>> = up.chain(down).collect();
        if parts.is_empty() { ".".to_owned() } else { parts.join("/") }
    }
}

/// Whether a folder is the top of a repository.
pub(super) fn is_top(folder: &Path) -> bool {
    folder.join(".git").exists()
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
