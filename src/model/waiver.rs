//! Waivers: a finding that is accepted on purpose, for a reason, until a day.

use serde::Deserialize;

use super::{Claim, Date, Text};

/// Permission for one rule to be broken at one seat, priority or metric.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Waiver {
    /// The rule's id.
    pub rule: Claim<Text>,
    /// Why it is accepted.
    pub reason: Claim<Text>,
    /// The last day.
    pub until: Claim<Date>,
}
