//! Charts in git, read through the program's plumbing: nothing is checked out, and nothing that the repository
//! configures is run or obeyed.

mod commit;
mod dirty;
mod index;
mod objects;
mod program;
mod revision;
mod timeline;
mod told;

use std::path::{Component, Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard};

use crate::error::Error;

use commit::Commit;
use objects::Objects;
use program::Git;

pub(super) use dirty::dirty;
pub(super) use index::{Tracked, tracked};
pub(super) use revision::split;
pub use timeline::Every;
pub(super) use timeline::Moment;
pub(super) use told::Told;

/// The repository that a folder is in.
#[derive(Debug)]
pub(super) struct Repository {
    git: Git,
    /// The folder, from the repository's root.
    prefix: PathBuf,
    is_shallow: bool,
    objects: Arc<Mutex<Objects>>,
}

impl Repository {
    /// The repository of a folder; `home` is where we are.
    pub(super) fn of(home: &Path, folder: &Path) -> Result<Option<Self>, Error> {
        let git = Git::find(home, folder)?;
        let ran = git.run(&["rev-parse", "--is-shallow-repository", "--show-prefix"])?;
        if !ran.is_ok && ran.trouble.contains("not a git repository") {
            return Ok(None);
        }
        let Some((is_shallow, prefix)) = ran.out.split_once('\n').filter(|_| ran.is_ok) else {
            return Err(Error::new(format!("git: {}", ran.trouble.trim().trim_start_matches("fatal: "))));
        };
        let prefix = PathBuf::from(prefix.strip_suffix('\n').unwrap_or(prefix));
        let objects = Arc::new(Mutex::new(Objects::of(git.clone())));
        Ok(Some(Self { git, prefix, is_shallow: is_shallow == "true", objects }))
    }

    /// The commit that a revision means.
    pub(super) fn commit(&self, revision: &str) -> Result<Commit, Error> {
        self.commit_of(revision, &self.resolve(revision)?)
    }

    /// The commit with an id, shown by the name of a revision.
    pub(super) fn commit_of(&self, revision: &str, id: &str) -> Result<Commit, Error> {
        let look = self.objects().look(&format!("{id}^{{tree}}"));
        let (root, _, _) = look.map_err(|error| Error::new(format!("cannot read {revision}: {error}")))?;
        let (revision, id, prefix) = (revision.to_owned(), id.to_owned(), self.prefix.clone());
        Ok(Commit { revision, id, root, prefix, objects: Arc::clone(&self.objects) })
    }

    /// Whether there is anything at a path; what can't be read is not absent.
    pub(super) fn has(&self, moment: &Moment, path: &Path) -> bool {
        let entry = self.commit_of(&moment.revision, &moment.id).and_then(|commit| commit.entry(path));
        entry.map_or(true, |entry| entry.is_some())
    }

    /// Whether old commits were left out when it was cloned.
    pub(super) fn is_shallow(&self) -> bool {
        self.is_shallow
    }

    fn objects(&self) -> MutexGuard<'_, Objects> {
        self.objects.lock().expect("no thread panics while it reads an object")
    }

    /// Whether a commit has anything at a path.
    pub(super) fn holds(commit: &Commit, path: &Path) -> Result<bool, Error> {
        Ok(commit.entry(path)?.is_some())
    }

    /// The intended path: from the root, or with `./` or `../` from the folder.
    pub(super) fn path(&self, named: &str) -> Result<PathBuf, Error> {
        let is_relative = matches!(named.split('/').next(), Some("." | ".."));
        let mut path = if is_relative { self.prefix.clone() } else { PathBuf::new() };
        for part in Path::new(named).components() {
            let is_inside = match part {
                Component::CurDir => true,
                Component::ParentDir => is_relative && path.pop(),
                Component::Normal(part) => {
                    path.push(part);
                    true
                }
                Component::RootDir | Component::Prefix(_) => false,
            };
            if !is_inside {
                return Err(Error::new(format!(
                    "`{named}` leads out of the repository: write the path from its root, or with ./ from here"
                )));
            }
        }
        Ok(path)
    }
}
