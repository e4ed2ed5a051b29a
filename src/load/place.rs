//! A folder of a repository on the disk: what ignore files hide in it, and what git tracks regardless.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use crate::error::Error;

use super::checkout::{Checkout, is_top};
use super::ignored::{Rule, Scope};

/// A folder that is in a repository.
pub(super) struct Place {
    pub(super) scope: Scope,
    /// The line that hides the folder itself or one above it, where git tracks files in it: then it hides the others.
    /// A folder that git knows nothing about was named on the command line.
    pub(super) whole: Option<Rule>,
}

impl Place {
    /// `None` for a folder that is in no repository.
    pub(super) fn of(disk: &Checkout, folder: &Path) -> Result<Option<Self>, Error> {
        let Some(top) = folder.ancestors().find(|above| is_top(above)) else { return Ok(None) };
        let mut scope = Scope::at_top(top);
        let mut whole = None;
        let mut at = top.to_path_buf();
        for part in folder.strip_prefix(top).expect("it is one of its ancestors").components() {
            at.push(part);
            whole = whole.or_else(|| scope.hides(&at, true));
            scope = scope.inside(&at);
        }
        if let Some(rule) = &whole {
            let tracked = disk.tracked(top, folder, rule)?;
            if below(&tracked.all, folder, top).next().is_none() {
                whole = None;
            }
        }
        Ok(Some(Self { scope, whole }))
    }

    /// The line that hides a file in the folder.
    pub(super) fn hides(&self, file: &Path) -> Option<Rule> {
        self.whole.clone().or_else(|| self.scope.hides(file, false))
    }

    /// Whether git tracks a file that a rule hides.
    pub(super) fn tracks(&self, disk: &Checkout, file: &Path, rule: &Rule) -> Result<bool, Error> {
        let top = self.scope.top();
        let tracked = disk.tracked(top, file, rule)?;
        Ok(file.strip_prefix(top).is_ok_and(|path| tracked.all.contains(path)))
    }
}

/// Those of some paths from the top that are below a folder.
pub(super) fn below<'t>(paths: &'t BTreeSet<PathBuf>, folder: &Path, top: &Path) -> impl Iterator<Item = &'t Path> {
    let folder = folder.strip_prefix(top).unwrap_or(folder).to_path_buf();
    let from = paths.range(folder.clone()..).map(|path| path.as_path());
    from.take_while(move |path| path.starts_with(&folder))
}
