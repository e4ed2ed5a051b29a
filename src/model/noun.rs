//! What something is said of: an entry of one of the four sections, or what a chart states of itself.

use serde::{Deserialize, Serialize};

/// What something is said of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Noun {
    /// The chart as a whole.
    Chart,
    /// Its strategy.
    Strategy,
    /// What the strategy promises.
    Promise,
    /// A person.
    Person,
    /// A seat.
    Seat,
    /// A priority.
    Priority,
    /// A metric.
    Metric,
}

impl Noun {
    /// The word for it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Chart => "chart",
            Self::Strategy => "strategy",
            Self::Promise => "promise",
            Self::Person => "person",
            Self::Seat => "seat",
            Self::Priority => "priority",
            Self::Metric => "metric",
        }
    }

    /// The section of a chart that defines entries of this kind; what is no entry stands at the top by its own key.
    #[must_use]
    pub const fn section(self) -> &'static str {
        match self {
            Self::Chart => "organization",
            Self::Strategy | Self::Promise => "strategy",
            Self::Person => "people",
            Self::Seat => "seats",
            Self::Priority => "priorities",
            Self::Metric => "metrics",
        }
    }
}

impl std::fmt::Display for Noun {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(self.name())
    }
}
