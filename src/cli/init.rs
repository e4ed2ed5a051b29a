//! `rightseat init`: a small, valid, commented chart to start from.

use std::path::PathBuf;

use clap::Args;

use crate::error::Error;
use crate::load::{discover, write_whole};

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
        self.stands_alone(env)?;
        std::fs::create_dir_all(env.directory.join(&self.folder))
            .map_err(|reason| Error::new(format!("cannot make the folder {}: {reason}", self.folder.display())))?;
        let text = TEMPLATE.replace("{today}", &env.today.to_string());
        write_whole(&path, &shown, text.as_bytes())?;
        let (shown, folder) = (shown.display(), self.folder.display());
        env.print(&format!("wrote {shown}\nchange it to your organisation, then: rightseat check {folder}\n"))?;
        Ok(CLEAN)
    }

    /// Refuses a folder that belongs to a chart, or whose files would belong to the new one.
    fn stands_alone(&self, env: &Env<'_>) -> Result<(), Error> {
        const WHY: &str = "every YAML file below a `chart.yaml` belongs to its chart";
        let (folder, shown) = (env.directory.join(&self.folder), self.folder.display());
        let there = folder.ancestors().find_map(|above| above.canonicalize().ok());
        let chart = there.iter().flat_map(|there| there.ancestors()).find(|above| above.join("chart.yaml").is_file());
        if let Some(chart) = chart {
            let home = env.directory.canonicalize().ok();
            let chart = home.and_then(|home| chart.strip_prefix(home).ok()).unwrap_or(chart).join("chart.yaml");
            let chart = chart.display();
            return Err(Error::new(format!("{shown} lies in the chart of {chart}, and {WHY}: name a folder outside")));
        }
        match discover(&env.directory, &self.folder)
            .ok()
            .filter(|_| folder.is_dir())
            .and_then(|charts| charts.into_iter().next())
        {
            Some(inside) => Err(Error::new(format!(
                "{shown} holds {}, and {WHY}: name a new folder, such as {}",
                inside.name,
                self.folder.join("acme").display()
            ))),
            None => Ok(()),
        }
    }
}
