//! A reader that goes away is no error; an output that can't take any more is one.

use std::io::{self, Write};

use rightseat::cli::{Env, run};
use rightseat::load::Steps;

use crate::support::{TODAY, day, folder, project, rightseat};

use super::CHART;

/// A stream that takes nothing.
struct Broken(io::ErrorKind);

impl Write for Broken {
    fn write(&mut self, _: &[u8]) -> io::Result<usize> {
        Err(self.0.into())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// For each command a call that prints.
const PRINTING: &[(&str, &str)] = &[
    ("check", "check c.yaml -v"),
    ("review", "review c.yaml"),
    ("review", "review c.yaml -o packet"),
    ("diff", "diff c.yaml c.yaml"),
    ("show", "show a --chart c.yaml"),
    ("render", "render c.yaml -o -"),
    ("render", "render c.yaml -o - --format png"),
    ("serve", "serve c.yaml --port 0"),
    ("edit", "edit set seat:a title B --chart c.yaml"),
    ("trend", "trend acme"),
    ("decide", "decide 1a --chart vacant.yaml"),
    ("next", "next 2027-Q1 --chart acme"),
    ("explain", "explain"),
    ("init", "init charts/new"),
    ("import", "import csv table.csv -o imported"),
    ("export", "export csv c.yaml"),
    ("edit", "edit set seat:a title New --chart c.yaml"),
    ("schema", "schema chart"),
    ("completions", "completions bash"),
    ("licenses", "licenses"),
    ("man", "man"),
    ("man", "man -o pages"),
    ("--help", "--help"),
    ("--version", "--version"),
];

fn home() -> tempfile::TempDir {
    folder(&[
        ("c.yaml", CHART),
        ("acme/2026-Q3.yaml", &CHART.replace("2026-Q4", "2026-Q3")),
        ("acme/2026-Q4.yaml", CHART),
        ("table.csv", "Name,Title,Manager\nXena,A,\n"),
        ("vacant.yaml", &format!("{CHART}  b: {{title: B, reports_to: a}}\n")),
    ])
}

#[test]
fn every_command_is_here() {
    let help = rightseat(project(), &["--help"]).out;
    let section = help.split("Commands:\n").nth(1).expect("it lists them").split("\n\n").next().expect("it ends");
    for command in section.lines().filter_map(|line| line.split_whitespace().next()).filter(|name| *name != "help") {
        assert!(PRINTING.iter().any(|(name, _)| *name == command), "no call of `{command}`");
    }
}

#[test]
fn a_closed_pipe_is_quiet_and_a_full_device_is_not() {
    for (_, command) in PRINTING {
        for (kind, expected) in [(io::ErrorKind::BrokenPipe, 0), (io::ErrorKind::StorageFull, 2)] {
            let home = home();
            let (mut out, mut err) = (Broken(kind), Vec::new());
            let mut env = Env {
                stdout: &mut out,
                stderr: &mut err,
                directory: home.path().to_path_buf(),
                today: day(TODAY),
                color: false,
                width: 100,
                is_closed: false,
                steps: Steps::default(),
                is_last: false,
            };
            let code = run(["rightseat"].into_iter().chain(command.split(' ')).map(Into::into), &mut env);
            let err = String::from_utf8(err).expect("it is text");
            assert_eq!(code, expected, "{command} {kind}: {err}");
            let said = err.contains("error: cannot write the output: no storage space");
            assert_eq!(said, expected == 2, "{command} {kind}: {err}");
        }
    }
}

#[test]
fn nobody_to_tell_is_no_reason_to_fail() {
    let home = folder(&[("c.yaml", CHART), ("rightseat.yaml", "rules: {no-such: off}\n")]);
    for (kind, expected) in [(io::ErrorKind::BrokenPipe, 0), (io::ErrorKind::StorageFull, 2)] {
        let (mut out, mut err) = (Vec::new(), Broken(kind));
        let mut env = Env {
            stdout: &mut out,
            stderr: &mut err,
            directory: home.path().to_path_buf(),
            today: day(TODAY),
            color: false,
            width: 100,
            is_closed: false,
            steps: Steps::default(),
            is_last: false,
        };
        let arguments = ["rightseat", "review", "c.yaml"];
        assert_eq!(run(arguments.map(Into::into), &mut env), expected, "{kind}");
    }
}

#[cfg(unix)]
#[test]
fn the_program_itself_does_so() {
    use std::process::{Command, Stdio};
    let home = home();
    let call = |command: &str, to: Stdio| {
        let mut call = Command::new(env!("CARGO_BIN_EXE_rightseat"));
        call.args(command.split(' ')).current_dir(home.path()).stdout(to).output().expect("it can be started")
    };
    for command in ["check c.yaml -v", "explain", "render c.yaml -o - --format png", "schema chart"] {
        let (reader, writer) = io::pipe().expect("a pipe can be made");
        drop(reader);
        let closed = call(command, writer.into());
        assert_eq!((closed.status.code(), closed.stderr.as_slice()), (Some(0), &b""[..]), "{command}");
        let Ok(full) = std::fs::File::options().write(true).open("/dev/full") else { continue };
        let full = call(command, full.into());
        assert_eq!(full.status.code(), Some(2), "{command}");
        assert!(String::from_utf8_lossy(&full.stderr).contains("cannot write the output"), "{command}");
    }
}
