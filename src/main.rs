//! The program: what it takes from the system goes into one [`Env`], and an exit code comes out.

use std::io::{BufWriter, stderr, stdout};
use std::process::ExitCode;

use rightseat::cli::{Env, complete, run};

fn main() -> ExitCode {
    let directory = std::env::current_dir().unwrap_or_default();
    match complete(std::env::args_os(), &directory) {
        Ok(false) => {}
        Ok(true) => return ExitCode::SUCCESS,
        // A shell that asks has no use for words.
        Err(_) => return ExitCode::FAILURE,
    }
    let color = anstream::AutoStream::choice(&stdout()) != anstream::ColorChoice::Never;
    let width = terminal_size::terminal_size().map_or(100, |(width, _)| usize::from(width.0));
    let mut out = BufWriter::new(stdout().lock());
    let mut err = stderr().lock();
    let mut env = Env {
        stdout: &mut out,
        stderr: &mut err,
        directory,
        today: jiff::ZonedDateTime::now().date().into(),
        color,
        width,
        is_closed: false,
    };
    ExitCode::from(run(std::env::args_os(), &mut env))
}
