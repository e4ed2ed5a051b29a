//! The story of a folder, one step a line: files are written, links made, everything is committed, commands are run.
//! A command that only reads changes no file, prints no hidden letter and never fails silently.
//!
//! ```text
//! file charts/acme.yaml
//!   seats: {a: {title: A}}
//! link charts/other.yaml acme.yaml
//! commit
//! run check HEAD:charts/acme.yaml
//! ```

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use rightseat::cli::{Env, run};
use rightseat::load::Steps;
use rightseat::model::Date;
use rightseat::text::forbidden;

/// As many deeds of each kind are done; the rest of a story is left untold.
const DEEDS: usize = 12;

/// As many commits are made: each takes git some milliseconds.
const COMMITS: usize = 3;

/// The commands that only read.
const COMMANDS: [&str; 6] = ["check", "review", "diff", "show", "trend", "export"];

/// What makes a command write.
const WRITING: [&str; 5] = ["-o", "--output", "--write", "--fix", "--force"];

/// Any bytes as a story.
pub fn story(bytes: &[u8]) {
    let text = super::text(bytes);
    let folder = tempfile::Builder::new().prefix("rightseat-story-").tempdir().expect("a folder can be made");
    let (mut files, mut commits, mut runs) = (0, 0, 0);
    let mut lines = text.lines().peekable();
    while let Some(line) = lines.next() {
        let (deed, rest) = line.split_once(' ').unwrap_or((line, ""));
        match deed {
            "file" if files < DEEDS => {
                files += 1;
                let mut content = String::new();
                while let Some(more) = lines.next_if(|line| line.starts_with("  ")) {
                    content += &more[2..];
                    content.push('\n');
                }
                write(folder.path(), rest, &content);
            }
            "link" if files < DEEDS => {
                files += 1;
                link(folder.path(), rest);
            }
            "commit" if commits < COMMITS => {
                commits += 1;
                commit(folder.path());
            }
            "run" if runs < DEEDS => {
                runs += 1;
                assert_only_read(folder.path(), &rest.split_whitespace().collect::<Vec<_>>());
            }
            _ => {}
        }
    }
    assert_only_read(folder.path(), &["check", "."]);
}

/// A path that stays in the folder and out of git's own.
fn inside(folder: &Path, path: &str) -> Option<PathBuf> {
    let mut parts = path.split('/');
    let is_plain = |part: &str| {
        !part.is_empty()
            && part.len() < 60
            && !part.contains('\0')
            && !part.starts_with("..")
            && !part.eq_ignore_ascii_case(".git")
    };
    (parts.clone().count() < 6 && parts.all(is_plain)).then(|| folder.join(path))
}

/// What can't be written, since a file stands where a folder would, is left out.
fn write(folder: &Path, path: &str, content: &str) {
    let Some(path) = inside(folder, path).filter(|path| !path.is_symlink()) else { return };
    // A link on the way may lead to what was made before, and never outside.
    if path.parent().is_some_and(|parent| fs::create_dir_all(parent).is_ok()) {
        let _ = fs::write(path, content);
    }
}

fn link(folder: &Path, names: &str) {
    let Some((from, to)) = names.split_once(' ') else { return };
    let Some(from) = inside(folder, from).filter(|_| inside(folder, to).is_some()) else { return };
    if from.parent().is_some_and(|parent| fs::create_dir_all(parent).is_ok()) {
        #[cfg(unix)]
        let _ = std::os::unix::fs::symlink(to, from);
    }
}

fn commit(folder: &Path) {
    git(folder, &["init", "--quiet", "--initial-branch=main"]);
    git(folder, &["add", "--all"]);
    git(folder, &["commit", "--quiet", "--allow-empty", "--message=work"]);
}

fn git(folder: &Path, arguments: &[&str]) {
    let mut git = Command::new("git");
    git.args(arguments).current_dir(folder).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    for (variable, value) in [
        ("GIT_CONFIG_GLOBAL", "/dev/null"),
        ("GIT_CONFIG_NOSYSTEM", "1"),
        ("GIT_AUTHOR_NAME", "Kim"),
        ("GIT_AUTHOR_EMAIL", "kim@example.org"),
        ("GIT_AUTHOR_DATE", "2026-10-06T12:00:00Z"),
        ("GIT_COMMITTER_NAME", "Kim"),
        ("GIT_COMMITTER_EMAIL", "kim@example.org"),
        ("GIT_COMMITTER_DATE", "2026-10-06T12:00:00Z"),
    ] {
        git.env(variable, value);
    }
    assert!(git.status().expect("git is there").success(), "git {arguments:?}");
}

/// Runs a command twice, if it is one that reads, inside the folder.
fn assert_only_read(folder: &Path, arguments: &[&str]) {
    let reads = arguments.first().is_some_and(|command| COMMANDS.contains(command));
    let leads_out = |argument: &&str| argument.contains("..") || argument.starts_with('/') || argument.contains("=/");
    let writes = |argument: &&str| WRITING.iter().any(|word| argument.starts_with(word));
    if !reads || arguments.iter().any(leads_out) || arguments.iter().any(writes) {
        return;
    }
    let before = files(folder);
    let ran = ran(folder, arguments);
    let (code, out, err) = &ran;
    assert!(*code <= 2, "{arguments:?} ended with {code}");
    assert!(*code != 2 || !err.is_empty(), "{arguments:?} failed without a word");
    // Some exports are no text.
    let is_clean = |bytes: &[u8]| std::str::from_utf8(bytes).map_or(true, |text| !text.contains(forbidden));
    assert!(is_clean(out) && is_clean(err), "{arguments:?} prints a hidden letter");
    assert_eq!(self::ran(folder, arguments), ran, "{arguments:?} says something else the second time");
    assert_eq!(files(folder), before, "{arguments:?} changed a file");
}

fn ran(folder: &Path, arguments: &[&str]) -> (u8, Vec<u8>, Vec<u8>) {
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let mut env = Env {
        stdout: &mut out,
        stderr: &mut err,
        directory: folder.to_path_buf(),
        today: Date::parse("2026-10-20").expect("it is a day"),
        color: false,
        width: 100,
        is_closed: false,
        steps: Steps::default(),
        is_last: false,
    };
    let all = std::iter::once("rightseat").chain(arguments.iter().copied()).map(Into::into);
    let code = run(all.collect::<Vec<_>>(), &mut env);
    (code, out, err)
}

/// Every file below a folder but git's own, with its bytes; a link with where it leads.
fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut open = vec![folder.to_path_buf()];
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(folder).expect("it can be read") {
            let path = entry.expect("it can be read").path();
            if let Ok(target) = fs::read_link(&path) {
                found.insert(path, target.into_os_string().into_encoded_bytes());
            } else if path.is_dir() {
                open.extend((!path.ends_with(".git")).then_some(path));
            } else {
                let bytes = fs::read(&path).expect("it can be read");
                found.insert(path, bytes);
            }
        }
    }
    found
}
