//! What ignore files hide, as git reads them: those in folders, the repository's own and the user's.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use ignore::Match;
use ignore::gitignore::{Gitignore, GitignoreBuilder};

use super::git::Told;
use super::regular::{linked_text, small_text};

/// The file in a folder that says what git is to pass over below it.
pub(super) const IGNORE_FILE: &str = ".gitignore";

/// The ignore files that hold in one folder of a repository.
#[derive(Clone, Debug)]
pub(super) struct Scope {
    common: Arc<Common>,
    nearest: Option<Arc<Level>>,
}

/// What holds in all of a repository.
#[derive(Debug)]
struct Common {
    top: PathBuf,
    /// `.git/info/exclude`, then the user's own file.
    last: [Gitignore; 2],
    ignores_case: bool,
    is_sparse: bool,
}

/// The ignore file of one folder, and the next one above it.
#[derive(Debug)]
struct Level {
    rules: Gitignore,
    above: Option<Arc<Level>>,
}

/// The line of an ignore file that hides something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Rule {
    pub(super) file: PathBuf,
    pattern: String,
    /// Whether the file lies outside of the repository, and counts in all.
    pub(super) is_of_all: bool,
}

impl Rule {
    /// The number of its line: of lines that say the same, the last one counts.
    pub(super) fn line(&self) -> Option<usize> {
        let text = linked_text(&self.file)?;
        let is_it = |line: &str| line == self.pattern || line.trim_end() == self.pattern;
        text.lines().zip(1..).filter(|(line, _)| is_it(line)).last().map(|(_, number)| number)
    }
}

impl Scope {
    /// What holds at the top of a repository.
    pub(super) fn at_top(top: &Path) -> Self {
        let told = Told::of(top);
        let last = [told.exclude, told.user].map(|file| {
            let text = file.as_deref().and_then(linked_text);
            file.map_or_else(Gitignore::empty, |file| rules(top, &file, text, told.ignores_case))
        });
        let (ignores_case, is_sparse) = (told.ignores_case, told.is_sparse);
        let common = Common { top: top.to_path_buf(), last, ignores_case, is_sparse };
        Self { common: Arc::new(common), nearest: None }.inside(top)
    }

    /// The top of the repository.
    pub(super) fn top(&self) -> &Path {
        &self.common.top
    }

    /// Whether git may have left files of the checkout out.
    pub(super) fn is_sparse(&self) -> bool {
        self.common.is_sparse
    }

    /// What holds in a folder that is in this one.
    pub(super) fn inside(&self, folder: &Path) -> Self {
        let file = folder.join(IGNORE_FILE);
        // As in git, one that is a link is not followed.
        let text = small_text(&file);
        let rules = rules(folder, &file, text, self.common.ignores_case);
        if rules.is_empty() {
            return self.clone();
        }
        let nearest = Level { rules, above: self.nearest.clone() };
        Self { common: Arc::clone(&self.common), nearest: Some(Arc::new(nearest)) }
    }

    /// The line that hides something in this folder, by its own path; that a folder above is hidden is not looked at.
    pub(super) fn hides(&self, path: &Path, is_folder: bool) -> Option<Rule> {
        let levels = std::iter::successors(self.nearest.as_deref(), |level| level.above.as_deref());
        for rules in levels.map(|level| &level.rules).chain(&self.common.last) {
            match rules.matched(path, is_folder) {
                Match::Ignore(glob) => {
                    let file = glob.from().unwrap_or(self.top()).to_path_buf();
                    let is_of_all = !file.starts_with(self.top());
                    return Some(Rule { file, pattern: glob.original().to_owned(), is_of_all });
                }
                Match::Whitelist(_) => return None,
                Match::None => {}
            }
        }
        None
    }
}

/// The rules of an ignore file for what is below a folder. A line that is no pattern hides nothing, as in git.
fn rules(folder: &Path, file: &Path, text: Option<String>, ignores_case: bool) -> Gitignore {
    let Some(text) = text else { return Gitignore::empty() };
    let mut builder = GitignoreBuilder::new(folder);
    let lines = |builder: &mut GitignoreBuilder| -> Result<(), ignore::Error> {
        builder.case_insensitive(ignores_case)?;
        for line in text.lines() {
            let _: Result<_, ignore::Error> = builder.add_line(Some(file.to_path_buf()), line);
        }
        Ok(())
    };
    let read = lines(&mut builder).and_then(|()| builder.build());
    read.unwrap_or_else(|_| Gitignore::empty())
}
