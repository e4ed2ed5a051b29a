//! `rightseat init`: a small, valid, commented chart to start from.

use std::path::PathBuf;

use clap::Args;

use crate::error::Error;
use crate::load::{Guard, discover};
use crate::phrase::{Page, say, text};
use crate::text::shell_command;

use super::ending::is_folder_name;
use super::{CLEAN, Env};

/// The chart; `{today}` is the day on which it is written.
const TEMPLATE: &str = include_str!("init.yaml");

/// What `init` takes.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  rightseat init
  rightseat init charts/acme")]
pub(super) struct Init {
    /// The folder to write `chart.yaml` into; it is created if it does not exist.
    #[arg(value_name = "DIR", default_value = "charts")]
    folder: PathBuf,
}

impl Init {
    pub(super) fn run(&self, env: &mut Env<'_>) -> Result<u8, Error> {
        is_folder_name(&self.folder, "a chart to start from")?;
        let shown = self.folder.join("chart.yaml");
        let path = env.directory.join(&shown);
        if path.symlink_metadata().is_ok() {
            return Err(Error::new(format!("{} exists already; nothing was written", shown.display())));
        }
        self.stands_alone(env)?;
        let chart = TEMPLATE.replace("{today}", &env.today.to_string());
        if env.directory.join(&self.folder).is_dir() {
            env.write_file(&shown, chart.as_bytes())?;
        } else {
            env.write_folder(&self.folder, &[("chart.yaml".to_owned(), chart.into_bytes())], |_| false)?;
        }
        let mut page = Page::default();
        page.say(say!["wrote ", text(shown.display())]);
        page.say("change it to your organisation, then:");
        page.command(&shell_command(["rightseat", "check", &self.folder.display().to_string()]));
        env.show(&page)?;
        Ok(CLEAN)
    }

    /// Refuses a folder that belongs to a chart, or whose files would belong to the new one.
    fn stands_alone(&self, env: &Env<'_>) -> Result<(), Error> {
        const WHY: &str = "every YAML file below a `chart.yaml` belongs to its chart";
        let (folder, shown) = (env.directory.join(&self.folder), self.folder.display());
        Guard::new(&env.directory).writes_chart(&self.folder)?;
        match discover(&env.directory, &self.folder)
            .ok()
            .filter(|_| folder.is_dir())
            .and_then(|charts| charts.into_iter().next())
        {
            Some(newest) if newest.revisions > 1 && newest.path.parent() == Some(folder.as_path()) => {
                Err(Error::new(format!(
                    "{shown} holds the revisions of a chart, the newest {}: `rightseat next` makes the next one of them; \
                     name another folder for another organisation",
                    newest.name
                )))
            }
            Some(inside) => Err(Error::new(format!(
                "{shown} holds {}, and {WHY}: name a new folder, such as {}",
                inside.name,
                self.folder.join("acme").display()
            ))),
            None => Ok(()),
        }
    }
}
