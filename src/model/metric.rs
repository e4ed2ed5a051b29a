//! Metrics: how the organisation sees whether it gets there.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::keys::keys;
use super::{Amount, Claim, Claims, Entry, MetricId, OneOrMany, PriorityId, SeatId, Target, Text, Waiver};
use crate::text::placed_beside;

/// A metric as a chart defines it.
pub type Metric = Entry<MetricId, MetricClaims>;

keys! {
    /// What a chart says of one metric.
    #[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
    #[serde(default)]
    #[schemars(deny_unknown_fields, extend("required" = ["title"]))]
    pub struct MetricClaims {
        /// What is measured.
        #[schemars(with = "Text")]
        title: Claim<Text>,
        /// The seat that answers for it; exactly one in a sound chart.
        owner: OneOrMany<SeatId>,
        /// The priorities that it measures.
        measures: Claims<PriorityId>,
        /// Which side of the balanced scorecard it stands on.
        perspective: Claim<Perspective>,
        /// Whether it tells the future or the past.
        kind: Claim<MetricKind>,
        /// What it should be.
        target: Claim<Box<Target>>,
        /// What it is.
        actual: Claim<Box<Amount>>,
        /// Waivers.
        allow: Claims<Waiver>,
        /// For the reader.
        note: Claim<Text>,
    }
}

/// The four sides of the balanced scorecard (Kaplan and Norton).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Perspective {
    /// Money.
    Financial,
    /// What customers see.
    Customer,
    /// How the work runs.
    Operational,
    /// Learning and growth.
    People,
}

placed_beside!(MetricKind, Perspective);

impl Perspective {
    /// All four, in the scorecard's order.
    pub const ALL: [Self; 4] = [Self::Financial, Self::Customer, Self::Operational, Self::People];

    /// The word for it in a chart.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Financial => "financial",
            Self::Customer => "customer",
            Self::Operational => "operational",
            Self::People => "people",
        }
    }
}

/// Whether a metric moves before or after the result.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum MetricKind {
    /// Moves before the result and can still be acted on.
    Leading,
    /// Tells the result.
    Lagging,
}

impl MetricKind {
    /// The word for it in a chart.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Leading => "leading",
            Self::Lagging => "lagging",
        }
    }
}
