//! `rightseat serve`: the page of a chart, live while the chart is edited.
//!
//! Only on loopback, two paths, nothing written. `http` speaks with browsers, `watch` looks at the files.

mod http;
mod watch;

use std::io::ErrorKind;
use std::net::{Ipv4Addr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;

use clap::Args;

use crate::error::Error;
use crate::phrase::{say, text};

use super::{CLEAN, Env, named_charts};
use http::Showing;
use watch::Watched;

/// What `serve` takes.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  rightseat serve charts/northwind
  rightseat serve charts/northwind --open
  rightseat serve --port 0

The page reloads when a file of the chart changes. While the chart can't be read, the last good page stays under a strip \
that says why. Only this machine can reach it; Ctrl-C ends it.")]
pub(super) struct Serve {
    /// A file, a folder with `chart.yaml`, or a folder of revisions (the newest is shown).
    #[arg(value_name = "CHART")]
    chart: Option<PathBuf>,
    /// The port on this machine; 0 picks any free one.
    #[arg(long, value_name = "PORT", default_value_t = 7878)]
    port: u16,
    /// Open the page in the browser.
    #[arg(long)]
    open: bool,
}

impl Serve {
    pub(super) fn run(&self, env: &mut Env<'_>) -> Result<u8, Error> {
        let named = self.named(env)?;
        let mut watched = Watched::new(&env.directory, &named, env.today);
        let showing = Arc::new(Showing::new(watched.first()?));
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, self.port)).map_err(|reason| self.taken(&reason))?;
        let port = listener.local_addr().map_err(|reason| self.taken(&reason))?.port();
        let address = format!("http://127.0.0.1:{port}/");
        env.tell(say![text(&address), " shows ", text(named.display()), "; Ctrl-C ends it"])?;
        env.flush()?;
        if env.is_closed {
            // Nobody learned the address.
            return Ok(CLEAN);
        }
        if self.open {
            open(&address, env)?;
        }
        let served = Arc::clone(&showing);
        std::thread::spawn(move || http::serve(&listener, port, &served));
        watched.watch(|shown| showing.show(shown));
        Ok(CLEAN)
    }

    /// The path of the one chart to show.
    fn named(&self, env: &Env<'_>) -> Result<PathBuf, Error> {
        let named: Vec<PathBuf> = self.chart.clone().into_iter().collect();
        match <[PathBuf; 1]>::try_from(named_charts(&named, env)?) {
            Ok([named]) => Ok(named.strip_prefix(&env.directory).map_or_else(|_| named.clone(), Path::to_path_buf)),
            Err(several) => Err(Error::new(format!("{} charts here, name one of them", several.len()))),
        }
    }

    fn taken(&self, reason: &std::io::Error) -> Error {
        let port = self.port;
        match reason.kind() {
            ErrorKind::AddrInUse => {
                Error::new(format!("port {port} is taken: name another, or `--port 0` for any free one"))
            }
            ErrorKind::PermissionDenied => {
                Error::new(format!("port {port} needs special rights: name one from 1024 on, or `--port 0`"))
            }
            _ => Error::new(format!("cannot listen on port {port}: {reason}")),
        }
    }
}

/// Asks the system to open a page.
fn open(address: &str, env: &mut Env<'_>) -> Result<(), Error> {
    let (program, before): (_, &[&str]) = match std::env::consts::OS {
        "macos" => ("open", &[]),
        "windows" => ("cmd", &["/c", "start", ""]),
        _ => ("xdg-open", &[]),
    };
    let mut command = Command::new(program);
    command.args(before).arg(address).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    match command.spawn() {
        Ok(_) => Ok(()),
        Err(_) => env.trouble(&format!("note: `{program}` can't be run: open {address} yourself\n")),
    }
}
