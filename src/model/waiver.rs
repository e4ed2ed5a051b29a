//! Waivers: a finding that is accepted on purpose, for a reason, until a day.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::keys::keys;
use super::{Claim, Date, Text};

keys! {
    /// Permission for one rule to be broken at one seat, priority or metric.
    #[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
    #[serde(default)]
    #[schemars(deny_unknown_fields, extend("required" = ["rule", "reason", "until"]))]
    pub struct Waiver {
        /// The rule's id.
        #[schemars(with = "Text")]
        rule: Claim<Text>,
        /// Why it is accepted.
        #[schemars(with = "Text")]
        reason: Claim<Text>,
        /// The last day.
        #[schemars(with = "Date")]
        until: Claim<Date>,
    }
}
