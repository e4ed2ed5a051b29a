//! Names of revisions, and the commits that they mean.

use crate::error::Error;
use crate::text::nearest;

use super::Repository;

/// The two parts of `REV:PATH`. As in git, a colon within braces, as of a time, does not part them.
///
/// A drive of Windows is no revision.
pub(in crate::load) fn split(named: &str) -> Option<(&str, &str)> {
    let mut depth = 0_usize;
    let at = named.bytes().position(|byte| {
        match byte {
            b'{' => depth += 1,
            b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        byte == b':' && depth == 0
    })?;
    let (revision, path) = (&named[..at], &named[at + 1..]);
    let is_letter = revision.len() == 1 && revision.as_bytes()[0].is_ascii_alphabetic();
    let is_drive = is_letter && (cfg!(windows) || path.starts_with(['/', '\\']));
    (!is_drive).then_some((revision, path))
}

/// Refuses what git would take for an option, a search through all messages, or several revisions.
fn refuse(revision: &str) -> Result<(), Error> {
    let what = if revision.is_empty() {
        "the name of a revision belongs before the colon, such as main:charts/acme".to_owned()
    } else if revision.starts_with('-') {
        format!("`{revision}` looks like an option, not a revision")
    } else if revision.contains(|letter: char| letter.is_control() || letter.is_whitespace()) {
        format!(
            "`{revision}` is not a revision: it holds spaces or control characters; write HEAD@{{2.months.ago}} with dots"
        )
    } else if revision.contains("^{/") || revision.starts_with(':') {
        format!("`{revision}` searches through messages: name a branch, tag or commit")
    } else if revision.contains("..") {
        format!("`{revision}` is a range: name one branch, tag or commit")
    } else {
        return Ok(());
    };
    Err(Error::new(what))
}

impl Repository {
    /// The id of the commit that a revision means.
    pub(super) fn resolve(&self, revision: &str) -> Result<String, Error> {
        refuse(revision)?;
        let ran = self.git.run(&["rev-parse", "--verify", "--end-of-options", &format!("{revision}^{{commit}}")])?;
        let id = ran.out.trim();
        let is_id = |text: &str| matches!(text.len(), 40 | 64) && text.bytes().all(|byte| byte.is_ascii_hexdigit());
        if !ran.is_ok || !is_id(id) {
            return Err(self.unknown(revision, &ran.trouble)?);
        }
        if ran.trouble.contains("is ambiguous") && !is_id(revision) {
            return Err(Error::new(format!(
                "`{revision}` is the name of a branch and of a tag: write heads/{revision} or tags/{revision}"
            )));
        }
        if let Some((_, since)) = ran.trouble.split_once("only goes back to ") {
            let since = since.lines().next().unwrap_or_default().trim_end_matches('.');
            return Err(Error::new(format!(
                "`{revision}` asks the log of this clone, which only goes back to {since}: name a tag or a commit"
            )));
        }
        Ok(id.to_owned())
    }

    /// Why a revision means no commit.
    fn unknown(&self, revision: &str, trouble: &str) -> Result<Error, Error> {
        let end = revision.find(['~', '^']).into_iter().chain(revision.find("@{")).min();
        let base = &revision[..end.unwrap_or(revision.len())];
        let shallow = if self.is_shallow {
            "; this clone is shallow: fetch the whole history (`git fetch --unshallow`; in CI, `fetch-depth: 0`)"
        } else {
            ""
        };
        let about = if trouble.contains("is ambiguous") {
            format!("several commits begin with `{revision}`: write more characters of the one you mean")
        } else if trouble.contains("expected commit type") {
            format!("`{revision}` is not a commit: name a branch, tag or commit")
        } else if trouble.contains("log for") {
            format!(
                "`{revision}` asks the log of this clone, which does not reach back that far: name a tag or a commit"
            )
        } else if self.is_ref(base)? && (lost_source(trouble).is_some() || !self.has_commit(base)?) {
            let base = if self.has_commit(base)? { revision } else { base };
            match lost_source(trouble) {
                Some(source) => format!(
                    "the commit of `{base}` can't be read: this clone shares objects with {source}, which is not there \
                     any more; put where it is now into objects/info/alternates, or clone again"
                ),
                None => format!("the commit of `{base}` is missing or damaged: `git fsck` says more"),
            }
        } else if base != revision
            && self.git.run(&["rev-parse", "--verify", "--quiet", "--end-of-options", base])?.is_ok
        {
            format!("`{base}` has no `{}`: its history is not that long{shallow}", &revision[base.len()..])
        } else {
            let near = self.near(base)?.map(|near| format!("; did you mean `{near}`?"));
            let more = near.as_deref().unwrap_or(shallow);
            format!("there is no branch, tag or commit `{revision}`{more}")
        };
        Ok(Error::new(about))
    }

    /// Whether a branch or tag is there, whatever its commit.
    fn is_ref(&self, name: &str) -> Result<bool, Error> {
        let ran = self.git.run(&["for-each-ref", "--format=%(refname)"])?;
        let is_it = |full: &str| {
            let short = full.strip_prefix("refs/").unwrap_or(full);
            let kinds = ["heads/", "tags/", "remotes/"];
            full == name || short == name || kinds.iter().any(|kind| short.strip_prefix(kind) == Some(name))
        };
        Ok(matches!(name, "HEAD" | "@") || ran.out.lines().any(is_it))
    }

    fn has_commit(&self, name: &str) -> Result<bool, Error> {
        let commit = format!("{name}^{{commit}}");
        Ok(self.git.run(&["rev-parse", "--verify", "--quiet", "--end-of-options", &commit])?.is_ok)
    }

    /// The branch or tag that was probably meant.
    fn near(&self, base: &str) -> Result<Option<String>, Error> {
        let names = self
            .git
            .run(&["for-each-ref", "--format=%(refname:lstrip=2)", "refs/heads", "refs/tags", "refs/remotes"])?
            .out;
        let remote = names.lines().find(|name| name.strip_suffix(base).is_some_and(|before| before.ends_with('/')));
        Ok(remote.or_else(|| nearest(base, names.lines().chain(["HEAD"]))).map(str::to_owned))
    }
}

/// The repository whose objects this one uses, where git says that it is not there.
fn lost_source(trouble: &str) -> Option<&str> {
    let (_, objects) = trouble.split_once("unable to normalize alternate object path: ")?;
    let objects = objects.lines().next()?;
    Some(objects.strip_suffix("/objects").map_or(objects, |source| source.strip_suffix("/.git").unwrap_or(source)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_colon_outside_braces_parts_revision_and_path() {
        for (named, parts) in [
            ("main:charts/acme", Some(("main", "charts/acme"))),
            ("HEAD~3:", Some(("HEAD~3", ""))),
            ("HEAD@{2026-10-01T12:00}:a:b", Some(("HEAD@{2026-10-01T12:00}", "a:b"))),
            ("c:charts", if cfg!(windows) { None } else { Some(("c", "charts")) }),
            ("c:/charts", None),
            (r"C:\charts", None),
            ("HEAD@{1:x", None),
            ("charts/acme", None),
            (":x", Some(("", "x"))),
        ] {
            assert_eq!(split(named), parts, "{named}");
        }
    }

    #[test]
    fn what_git_would_read_as_something_else_is_refused() {
        for revision in ["", "-x", "--output=x", "a b", "a\nb", "a\0b", "HEAD^{/fix}", ":/fix", "a..b", "a\u{85}b"] {
            assert!(refuse(revision).is_err(), "{revision:?}");
        }
        for revision in ["main", "HEAD~3", "HEAD@{2.months.ago}", "v1.0^2", "origin/main", "größe", "a-b"] {
            assert!(refuse(revision).is_ok(), "{revision:?}");
        }
    }
}
