//! `rightseat.yaml`: what a team has settled.
//!
//! It names no outputs, commands or addresses, so that a pull request can't use it to reach anything.

mod file;
mod rules;
mod schema;

use crate::check::RuleSettings;
use crate::graph::LoadRates;
use crate::read::Defect;
use crate::text::Source;

pub use rules::{find_rule, level};
pub use schema::settings_schema;

/// The name of the settings' file.
pub const FILE_NAME: &str = "rightseat.yaml";

/// What a team has settled, and the rules' own choices where it has not.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// The charts to take where none is named, as paths from the settings' folder.
    pub charts: Vec<String>,
    /// Levels and limits.
    pub rules: RuleSettings,
    /// How load is counted.
    pub load: LoadRates,
    /// The colour of the picture's accents, as `#rrggbb`.
    pub accent: Option<String>,
}

/// Reads settings; what is wrong in them is kept with its place, and the rest holds.
#[must_use]
pub fn settings(source: &Source) -> (Settings, Vec<Defect>) {
    file::read(source)
}
