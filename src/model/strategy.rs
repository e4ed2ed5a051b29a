//! What the organisation is for and how it means to win.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::keys::keys;
use super::{Claim, Claims, SeatId, Text};
use crate::text::placed_beside;

keys! {
    /// The strategy that a chart states.
    #[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
    #[serde(default)]
    #[schemars(deny_unknown_fields)]
    pub struct Strategy {
        /// What the organisation is for.
        mission: Claim<Text>,
        /// Where it wants to be.
        vision: Claim<Text>,
        /// What it holds to.
        values: Claims<Text>,
        /// How it means to win, in one or two sentences.
        intent: Claim<Text>,
        /// The discipline that it leads in.
        lane: Claim<Lane>,
        /// What the brand promises.
        promise: Claim<Promise>,
    }
}

/// The discipline that an organisation leads in (Treacy and Wiersema).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Lane {
    /// The lowest price.
    Cost,
    /// The best product.
    Innovation,
    /// The closest to the customer.
    Service,
}

placed_beside!(Lane);

impl Lane {
    /// The word for it in a chart.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Cost => "cost",
            Self::Innovation => "innovation",
            Self::Service => "service",
        }
    }
}

keys! {
    /// What the brand promises, and the seat that keeps it.
    #[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
    #[serde(default)]
    #[schemars(deny_unknown_fields)]
    pub struct Promise {
        /// The promise.
        text: Claim<Text>,
        /// The seat that keeps it.
        owner: Claim<SeatId>,
    }
}
