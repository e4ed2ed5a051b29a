//! Repositories made for a test, with dates and settings of their own.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use tempfile::TempDir;

/// The day on which everything is committed that has no other.
const DAY: &str = "2026-10-06T12:00:00Z";

pub(crate) struct Repository {
    folder: TempDir,
}

impl Repository {
    /// One with a first commit, on the branch `main`.
    pub(crate) fn of(files: &[(&str, &str)]) -> Self {
        Self::with(&[], files)
    }

    pub(crate) fn with(options: &[&str], files: &[(&str, &str)]) -> Self {
        let repository = Self { folder: TempDir::new().expect("a folder can be made") };
        repository.git(&[&["init", "--quiet", "--initial-branch=main"], options].concat());
        repository.commit(files);
        repository
    }

    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }

    pub(crate) fn join(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    pub(crate) fn write(&self, path: &str, text: &str) {
        let path = self.join(path);
        fs::create_dir_all(path.parent().expect("a file has a folder")).expect("a folder can be made");
        fs::write(path, text).expect("a file can be written");
    }

    /// Writes files and commits everything that is there; the new commit's id.
    pub(crate) fn commit(&self, files: &[(&str, &str)]) -> String {
        self.commit_on(DAY, files)
    }

    pub(crate) fn commit_on(&self, date: &str, files: &[(&str, &str)]) -> String {
        for (path, text) in files {
            self.write(path, text);
        }
        self.git(&["add", "--all"]);
        self.run(&["commit", "--quiet", "--allow-empty", "--message=work"], date, b"");
        self.git(&["rev-parse", "HEAD"])
    }

    /// Runs git here and returns what it printed.
    pub(crate) fn git(&self, arguments: &[&str]) -> String {
        self.run(arguments, DAY, b"")
    }

    /// Writes an object that git itself would refuse to make; its id.
    pub(crate) fn object(&self, kind: &str, bytes: &[u8]) -> String {
        self.run(&["hash-object", "-t", kind, "-w", "--stdin", "--literally"], DAY, bytes)
    }

    /// A tree object from modes, names and ids.
    pub(crate) fn tree(&self, entries: &[(&str, &str, &str)]) -> String {
        let mut bytes = Vec::new();
        for (mode, name, id) in entries {
            bytes.extend(format!("{mode} {name}\0").bytes());
            bytes.extend((0..id.len() / 2).map(|at| u8::from_str_radix(&id[at * 2..at * 2 + 2], 16).expect("hex")));
        }
        self.object("tree", &bytes)
    }

    /// A branch with one commit of a tree.
    pub(crate) fn branch(&self, name: &str, tree: &str) {
        let commit = self.git(&["commit-tree", tree, "-m", "work"]);
        self.git(&["update-ref", &format!("refs/heads/{name}"), &commit]);
    }

    /// Makes commits from a script, as many as it likes.
    pub(crate) fn fast_import(&self, script: &str) {
        self.run(&["fast-import", "--quiet"], DAY, script.as_bytes());
    }

    /// The file of an object that is in no pack.
    pub(crate) fn loose(&self, id: &str) -> PathBuf {
        self.join(".git/objects").join(&id[..2]).join(&id[2..])
    }

    /// Puts other bytes where an object lies.
    pub(crate) fn damage(&self, id: &str, bytes: &[u8]) {
        let file = self.loose(id);
        fs::remove_file(&file).expect("the object is there");
        fs::write(file, bytes).expect("a file can be written");
    }

    fn run(&self, arguments: &[&str], date: &str, input: &[u8]) -> String {
        let mut command = Command::new("git");
        for (name, _) in std::env::vars_os().filter(|(name, _)| name.to_string_lossy().starts_with("GIT_")) {
            command.env_remove(name);
        }
        command.envs([
            ("GIT_CONFIG_GLOBAL", "/dev/null"),
            ("GIT_CONFIG_NOSYSTEM", "1"),
            ("GIT_AUTHOR_NAME", "Ana"),
            ("GIT_AUTHOR_EMAIL", "ana@example.org"),
            ("GIT_COMMITTER_NAME", "Ana"),
            ("GIT_COMMITTER_EMAIL", "ana@example.org"),
            ("GIT_AUTHOR_DATE", date),
            ("GIT_COMMITTER_DATE", date),
        ]);
        command.current_dir(self.path()).args(arguments);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("these tests need the `git` program");
        child.stdin.take().expect("it is piped").write_all(input).expect("git reads what it asked for");
        let output = child.wait_with_output().expect("git ends");
        let trouble = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "git {arguments:?}: {trouble}");
        String::from_utf8(output.stdout).expect("ids are text").trim().to_owned()
    }
}
