//! `rightseat init`: a small, valid, commented chart to start from.

use std::path::PathBuf;

use clap::Args;

use crate::error::Error;
use crate::load::write_whole;

use super::{CLEAN, Env};

/// The chart; `{today}` is the day on which it is written.
const TEMPLATE: &str = include_str!("init.yaml");

/// What `init` takes.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  rightseat init
  rightseat init charts/acme")]
pub(super) struct Init {
    /// The folder to write `chart.yaml` into; it is made where it is not there.
    #[arg(value_name = "DIR", default_value = "charts")]
    folder: PathBuf,
}

impl Init {
    pub(super) fn run(&self, env: &mut Env<'_>) -> Result<u8, Error> {
        let shown = self.folder.join("chart.yaml");
        let path = env.directory.join(&shown);
        if path.symlink_metadata().is_ok() {
            return Err(Error::new(format!("{} is there already; nothing was written", shown.display())));
        }
        std::fs::create_dir_all(env.directory.join(&self.folder))
            .map_err(|reason| Error::new(format!("cannot make the folder {}: {reason}", self.folder.display())))?;
        let text = TEMPLATE.replace("{today}", &env.today.to_string());
        write_whole(&path, &shown, text.as_bytes())?;
        let (shown, folder) = (shown.display(), self.folder.display());
        env.print(&format!("wrote {shown}\nchange it to your organisation, then: rightseat check {folder}\n"))?;
        Ok(CLEAN)
    }
}
