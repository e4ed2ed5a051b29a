//! What a chart says of itself, at the top of its files.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::keys::keys;
use super::{Claim, Date, Language, Revision, Text};

keys! {
    /// What a chart says of itself; it is read as if it stood in the chart: `chart.revision`.
    #[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
    #[serde(default)]
    pub struct Head {
        /// The organisation's name.
        organization: Claim<Text>,
        /// The moment that the chart describes.
        revision: Claim<Revision>,
        /// The day of the last quarterly review.
        reviewed: Claim<Date>,
        /// The language of the labels on pictures and pages; English by default.
        language: Claim<Language>,
    }
}

impl Head {
    /// The language of the labels; English by default.
    #[must_use]
    pub fn language(&self) -> Language {
        self.language.get().copied().unwrap_or_default()
    }
}
