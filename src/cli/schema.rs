//! `rightseat schema`: what editors need to complete and check charts while they are typed.

use clap::{Args, ValueEnum};

use crate::config::settings_schema;
use crate::error::Error;
use crate::exchange::chart_schema;

use super::{CLEAN, Env};

/// What `schema` takes.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  rightseat schema chart > chart.schema.json
  rightseat schema settings > settings.schema.json

In the first line of a chart, for editors with the YAML language server:
  # yaml-language-server: $schema=chart.schema.json")]
pub(super) struct SchemaOf {
    /// Of which files.
    #[arg(value_enum)]
    of: Files,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Files {
    /// Charts.
    Chart,
    /// `rightseat.yaml`.
    Settings,
}

impl SchemaOf {
    pub(super) fn run(&self, env: &mut Env<'_>) -> Result<u8, Error> {
        let schema = match self.of {
            Files::Chart => chart_schema(),
            Files::Settings => settings_schema(),
        };
        env.print(&format!("{schema:#}\n"))?;
        Ok(CLEAN)
    }
}
