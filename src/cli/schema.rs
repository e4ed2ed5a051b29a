//! `rightseat schema`: what editors need to complete and check charts while they are typed.

use clap::{Args, ValueEnum};

use crate::config::settings_schema;
use crate::error::Error;
use crate::exchange::{chart_schema, plain_schema, schema_text};

use super::{CLEAN, Env};

/// What `schema` takes.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  rightseat schema chart > chart.schema.json
  rightseat schema settings > settings.schema.json

In the first line of a chart, for editors with the YAML language server:
  # yaml-language-server: $schema=chart.schema.json")]
pub(super) struct SchemaOf {
    /// Which files the schema describes.
    #[arg(value_enum)]
    of: Files,
    /// Leave out messages for editors: some validators refuse the keyword that holds them.
    #[arg(long)]
    plain: bool,
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
        let schema = if self.plain { plain_schema(schema) } else { schema };
        env.print(&schema_text(&schema))?;
        Ok(CLEAN)
    }
}
