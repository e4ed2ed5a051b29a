//! What other programs make of our files. A test whose program is missing says that it was skipped; an environment
//! variable that names the program, or says `required`, makes that a failure.

mod browser;
mod editor;
mod office;
mod qt;
mod validators;

use std::ffi::{OsStr, OsString};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;

use crate::support::project;

/// A program that reads our files, and where to find it.
pub(crate) struct Program {
    /// The variable that names it, or demands it.
    variable: &'static str,
    /// What it is called on the search path.
    names: &'static [&'static str],
    /// What it is run with to see whether all it needs is there.
    trial: &'static [&'static str],
}

const PYTHON: Program = Program {
    variable: "RIGHTSEAT_PYTHON",
    names: &["python3"],
    trial: &["-c", "import fastjsonschema, jsonschema, PySide6.QtSvg"],
};

/// The same Python with what reads the files of Office.
const OFFICE: Program =
    Program { variable: "RIGHTSEAT_PYTHON", names: &["python3"], trial: &["-c", "import openpyxl, pptx"] };

/// The same Python with what reads YAML.
pub(crate) const PYYAML: Program =
    Program { variable: "RIGHTSEAT_PYTHON", names: &["python3"], trial: &["-c", "import yaml"] };

const NODE: Program = Program {
    variable: "RIGHTSEAT_NODE",
    names: &["node"],
    trial: &["-e", "require('./tests/consumers/node_modules/ajv/package.json')"],
};

pub(crate) const BROWSER: Program = Program {
    variable: "RIGHTSEAT_BROWSER",
    names: &["chromium", "chromium-browser", "google-chrome"],
    trial: &["--version"],
};

impl Program {
    /// Where it is; `None`, with a note, where it is missing and not required.
    pub(crate) fn found(&self, test: &str) -> Option<PathBuf> {
        let found = self.chosen(std::env::var_os(self.variable).as_deref());
        if found.is_none() {
            let name = self.names[0];
            // Past the harness, which keeps what a passing test prints to itself.
            let line = format!("SKIPPED {test}: no {name} with what the test needs; CONTRIBUTING.md says how\n");
            std::io::stderr().write_all(line.as_bytes()).expect("standard error takes a line");
        }
        found
    }

    fn chosen(&self, wish: Option<&OsStr>) -> Option<PathBuf> {
        let found = match wish {
            Some(path) if path != "required" => Some(PathBuf::from(path)),
            _ => self.names.iter().find_map(|name| on_path(name)),
        };
        let works = |path: &PathBuf| {
            let mut trial = Command::new(path);
            trial.args(self.trial).current_dir(project()).stdout(Stdio::null()).stderr(Stdio::null());
            trial.status().is_ok_and(|status| status.success())
        };
        let found = found.filter(works);
        assert!(found.is_some() || wish.is_none(), "{} is set, and there is none that works", self.variable);
        found
    }
}

fn on_path(name: &str) -> Option<PathBuf> {
    let folders = std::env::var_os("PATH")?;
    std::env::split_paths(&folders).map(|folder| folder.join(name)).find(|path| path.is_file())
}

/// What a script of `tests/consumers` answers to what it is asked.
pub(crate) fn answer(program: &Path, script: &str, arguments: &[OsString], asked: &Value) -> Value {
    let mut command = Command::new(program);
    command.arg(project().join("tests/consumers").join(script)).args(arguments);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("it was there a moment ago");
    let mut input = child.stdin.take().expect("it was asked for");
    let text = asked.to_string();
    // Both sides speak at once: a pipe holds only so much.
    let writing = std::thread::spawn(move || input.write_all(text.as_bytes()));
    let output = child.wait_with_output().expect("it can be waited for");
    let trouble = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{script}: {trouble}");
    writing.join().expect("nothing panics there").expect("the script reads all");
    serde_json::from_slice(&output.stdout).expect("the script answers in JSON")
}

#[test]
fn what_is_demanded_and_missing_fails() {
    let missing = Program { variable: "RIGHTSEAT_TRIED", names: &["no-such-program"], trial: &[] };
    assert_eq!(missing.chosen(None), None);
    for wish in ["required", "/nowhere/python3"] {
        let chosen = std::panic::catch_unwind(|| missing.chosen(Some(wish.as_ref())));
        assert!(chosen.is_err(), "{wish}");
    }
}
