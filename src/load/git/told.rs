//! What the settings files of a repository and of its user say about ignoring, read without git.

use std::path::{Path, PathBuf};

use crate::load::regular::{linked_text, small_text};

/// Which ignore files there are besides those in folders, and how they are compared.
#[derive(Debug, Default)]
pub(in crate::load) struct Told {
    /// The repository's own, `info/exclude`.
    pub(in crate::load) exclude: Option<PathBuf>,
    /// The one that `core.excludesFile` names, else the usual one.
    pub(in crate::load) user: Option<PathBuf>,
    /// Whether git may have left files of the checkout out.
    pub(in crate::load) is_sparse: bool,
    /// Whether upper and lower case are the same.
    pub(in crate::load) ignores_case: bool,
}

impl Told {
    /// What holds in the repository whose top is a folder.
    pub(in crate::load) fn of(top: &Path) -> Self {
        let (own, common) = folders(top).unzip();
        let mut told = Self {
            exclude: common.as_ref().map(|common| common.join("info/exclude")),
            is_sparse: own.is_some_and(|own| own.join("info/sparse-checkout").exists()),
            ..Self::default()
        };
        let home = variable("HOME").or_else(|| variable("USERPROFILE"));
        let usual = variable("XDG_CONFIG_HOME").or_else(|| Some(home.as_ref()?.join(".config")));
        let usual = usual.map(|folder| folder.join("git"));
        // The later ones say it over again.
        let files = [
            Some(PathBuf::from("/etc/gitconfig")),
            usual.as_ref().map(|folder| folder.join("config")),
            home.as_ref().map(|home| home.join(".gitconfig")),
            common.map(|common| common.join("config")),
        ];
        told.user = usual.map(|folder| folder.join("ignore"));
        for text in files.into_iter().flatten().filter_map(|file| linked_text(&file)) {
            for (key, value) in core(&text) {
                match key.as_str() {
                    "excludesfile" => told.user = expanded(&value, home.as_deref(), top),
                    "ignorecase" => {
                        told.ignores_case = matches!(&*value.to_ascii_lowercase(), "" | "true" | "yes" | "on" | "1");
                    }
                    _ => {}
                }
            }
        }
        told
    }
}

fn variable(name: &str) -> Option<PathBuf> {
    std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from)
}

/// The folder that git keeps for a worktree, and the one that all worktrees of a repository have in common: `.git`, or
/// where the file of that name leads.
fn folders(top: &Path) -> Option<(PathBuf, PathBuf)> {
    let git = top.join(".git");
    if git.is_dir() {
        return Some((git.clone(), git));
    }
    let text = small_text(&git)?;
    let folder = top.join(text.strip_prefix("gitdir:")?.trim());
    let common = small_text(&folder.join("commondir")).map(|common| folder.join(common.trim()));
    Some((folder.clone(), common.unwrap_or(folder)))
}

/// The keys and values below `[core]`, in their order.
fn core(text: &str) -> Vec<(String, String)> {
    let mut is_core = false;
    let mut found = Vec::new();
    for line in text.lines().map(str::trim) {
        let mut line = line;
        if let Some((section, rest)) = line.strip_prefix('[').and_then(|line| line.split_once(']')) {
            is_core = section.trim().eq_ignore_ascii_case("core");
            line = rest.trim();
        }
        if is_core && !line.is_empty() && !line.starts_with(['#', ';']) {
            let (key, value) = line.split_once('=').unwrap_or((line, ""));
            found.push((key.trim().to_ascii_lowercase(), plain(value.trim())));
        }
    }
    found
}

/// A value without its quotes and the comment after it.
fn plain(value: &str) -> String {
    let mut plain = String::new();
    let mut is_quoted = false;
    let mut letters = value.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '"' => is_quoted = !is_quoted,
            '\\' => plain.extend(letters.next()),
            '#' | ';' if !is_quoted => break,
            letter => plain.push(letter),
        }
    }
    plain.trim_end().to_owned()
}

fn expanded(value: &str, home: Option<&Path>, top: &Path) -> Option<PathBuf> {
    match value.strip_prefix("~/") {
        Some(rest) => home.map(|home| home.join(rest)),
        None if value.is_empty() => None,
        None => Some(top.join(value)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_are_found_as_git_writes_them() {
        let text = "[user]\n\tname = A\n\texcludesFile = no\n[core]\n\t# remark\n\texcludesFile = \"/a b/x\" ; why\n\
                    \tIGNORECASE\n[core \"sub\"]\n\texcludesfile = no\n[Core] excludesfile = c:\\\\x\n";
        let found = core(text);
        let found: Vec<(&str, &str)> = found.iter().map(|(key, value)| (key.as_str(), value.as_str())).collect();
        assert_eq!(found, [("excludesfile", "/a b/x"), ("ignorecase", ""), ("excludesfile", "c:\\x")]);
    }

    #[test]
    fn a_path_is_from_home_or_from_the_top() {
        let (home, top) = (Path::new("/home/a"), Path::new("/top"));
        for (value, path) in [("~/x", Some("/home/a/x")), ("/x", Some("/x")), ("y", Some("/top/y")), ("", None)] {
            assert_eq!(expanded(value, Some(home), top), path.map(PathBuf::from), "{value}");
        }
        assert_eq!(expanded("~/x", None, top), None);
    }
}
