//! The `git` program: which one is run, and with what surroundings.

use std::ffi::OsString;
use std::fs::File;
use std::io::{Read, Seek};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::error::Error;

/// The most that is read of one run's output.
const MOST_OUTPUT: u64 = 64 << 20;

/// What is set for each run: one language, nothing fetched, nobody asked, nothing written, and the objects as they
/// are, without replacements and grafts.
const SET: [(&str, &str); 9] = [
    ("LC_ALL", "C"),
    ("GIT_ALLOW_PROTOCOL", "none"),
    ("GIT_ATTR_NOSYSTEM", "1"),
    ("GIT_GRAFT_FILE", "/dev/null"),
    ("GIT_LITERAL_PATHSPECS", "1"),
    ("GIT_NO_LAZY_FETCH", "1"),
    ("GIT_NO_REPLACE_OBJECTS", "1"),
    ("GIT_OPTIONAL_LOCKS", "0"),
    ("GIT_TERMINAL_PROMPT", "0"),
];

/// Settings of the repository that would change what is read, what is run, or what is said: that grafts are of the past
/// would be told instead of the reason.
const OPTIONS: [&str; 9] = [
    "--no-pager",
    "-c",
    "core.commitGraph=false",
    "-c",
    "core.fsmonitor=false",
    "-c",
    "core.warnAmbiguousRefs=true",
    "-c",
    "advice.graftFileDeprecated=false",
];

/// The program, to be run in a folder.
#[derive(Clone, Debug)]
pub(super) struct Git {
    program: PathBuf,
    folder: PathBuf,
}

/// What a run printed, as text where it is that.
pub(super) struct Ran<T = String> {
    pub(super) is_ok: bool,
    pub(super) out: T,
    pub(super) trouble: String,
}

impl Git {
    /// The program that the search path leads to, never one that is in the folder where we are: that may be
    /// somebody else's.
    pub(super) fn find(home: &Path, folder: &Path) -> Result<Self, Error> {
        let name = if cfg!(windows) { "git.exe" } else { "git" };
        let is_ours = |folder: &PathBuf| folder.is_absolute() && (home.parent().is_none() || !folder.starts_with(home));
        let search = std::env::var_os("PATH").unwrap_or_default();
        let mut passed_over = None;
        for folder_of_programs in std::env::split_paths(&search) {
            let program = home.join(&folder_of_programs).join(name);
            if !program.is_file() {
                continue;
            }
            if is_ours(&folder_of_programs) {
                return Ok(Self { program, folder: folder.to_path_buf() });
            }
            passed_over.get_or_insert(program);
        }
        let why = match passed_over {
            Some(program) => format!(
                "a git below this folder was passed over, since it may be somebody else's: {}; run rightseat from \
                 another folder, or install git elsewhere",
                program.display()
            ),
            None => "there is none on the search path: install git".to_owned(),
        };
        Err(Error::new(format!("charts in git are read with the `git` program, and {why}")))
    }

    /// A run that nothing around us has a say in.
    pub(super) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(&self.program);
        let is_gits = |name: &OsString| name.to_string_lossy().to_ascii_uppercase().starts_with("GIT_");
        for (name, _) in std::env::vars_os().filter(|(name, _)| is_gits(name)) {
            command.env_remove(name);
        }
        command.envs(SET).args(OPTIONS).args(arguments).current_dir(&self.folder);
        command
    }

    /// Runs to the end.
    pub(super) fn run(&self, arguments: &[&str]) -> Result<Ran, Error> {
        let Ran { is_ok, out, trouble } = finish(self.command(arguments))?;
        Ok(Ran { is_ok, out: text(&out), trouble })
    }

    /// Runs to the end, with patterns for paths, and no repository taken that lies above a folder.
    pub(super) fn run_below(&self, ceiling: Option<&Path>, arguments: &[&str]) -> Result<Ran<Vec<u8>>, Error> {
        let mut command = self.command(arguments);
        command.env_remove("GIT_LITERAL_PATHSPECS").envs(ceiling.map(|folder| ("GIT_CEILING_DIRECTORIES", folder)));
        finish(command)
    }
}

fn finish(mut command: Command) -> Result<Ran<Vec<u8>>, Error> {
    let mut trouble = tempfile::tempfile().map_err(|reason| failed(&reason))?;
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(trouble.try_clone().map_err(|reason| failed(&reason))?)
        .spawn()
        .map_err(|reason| failed(&reason))?;
    let mut out = Vec::new();
    let stdout = child.stdout.take().expect("it is piped");
    let read = stdout.take(MOST_OUTPUT).read_to_end(&mut out);
    let status = child.wait().map_err(|reason| failed(&reason))?;
    read.map_err(|reason| failed(&reason))?;
    Ok(Ran { is_ok: status.success(), out, trouble: said(&mut trouble) })
}

/// What was written to a file, from its start. Without it an error says less; it is still one.
pub(super) fn said(file: &mut File) -> String {
    let mut bytes = Vec::new();
    let read = file.rewind().and_then(|()| file.take(1 << 16).read_to_end(&mut bytes));
    read.map_or_else(|_| String::new(), |_| text(&bytes))
}

pub(super) fn failed(reason: &std::io::Error) -> Error {
    Error::new(format!("cannot run git: {reason}"))
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}
