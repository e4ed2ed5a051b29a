//! The program: what it takes from the system goes into one [`Env`], and an exit code comes out.

use std::cell::RefCell;
use std::io::{self, BufWriter, IsTerminal, Write, stderr, stdout};
use std::process::ExitCode;
#[cfg(unix)]
use std::sync::Arc;

use rightseat::cli::{Env, Patience, complete, run};
use rightseat::load::Steps;

/// musl's own has one lock, at which the threads that read files would wait for each other.
#[cfg(target_env = "musl")]
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    outlive_limits();
    let directory = std::env::current_dir().unwrap_or_default();
    match complete(std::env::args_os(), &directory) {
        Ok(false) => {}
        Ok(true) => return ExitCode::SUCCESS,
        // A shell that asks has no use for words.
        Err(_) => return ExitCode::FAILURE,
    }
    let color = anstream::AutoStream::choice(&stdout()) != anstream::ColorChoice::Never;
    let width = terminal_size::terminal_size().map_or(100, |(width, _)| usize::from(width.0));
    let patience = RefCell::new(if stderr().is_terminal() { Patience::on(stderr()) } else { Patience::default() });
    let mut out = BufWriter::new(Spoken { to: stdout().lock(), patience: &patience });
    let mut err = Spoken { to: stderr(), patience: &patience };
    let mut env = Env {
        stdout: &mut out,
        stderr: &mut err,
        directory,
        today: jiff::ZonedDateTime::now().date().into(),
        color,
        width,
        is_closed: false,
        steps: Steps::default(),
        is_last: true,
    };
    let code = run(std::env::args_os(), &mut env);
    patience.borrow_mut().end();
    ExitCode::from(code)
}

/// Makes a write beyond the user's limit on files (`ulimit -f`) an error like any other. Else the system would end the
/// program there, and what it was writing would stay.
#[cfg(unix)]
fn outlive_limits() {
    // Where the signal can't be taken, all is as it was.
    let _ = signal_hook::flag::register(signal_hook::consts::SIGXFSZ, Arc::default());
}

/// This system has no such limit.
#[cfg(not(unix))]
fn outlive_limits() {}

/// A stream before whose first word it is no longer said that the run takes long.
struct Spoken<'p, W> {
    to: W,
    patience: &'p RefCell<Patience>,
}

impl<W: Write> Write for Spoken<'_, W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.patience.borrow_mut().end();
        self.to.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.to.flush()
    }
}
