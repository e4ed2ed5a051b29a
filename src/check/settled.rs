//! From the settings of all rules to the norms.

use crate::graph::LoadRates;

use super::limits::Limits;
use super::rules::{OVERLOADED_PERSON, OVERLOADED_SEAT, RULES};
use super::{Norms, RuleSettings};

impl Default for Norms {
    fn default() -> Self {
        Self::new(&RuleSettings::default(), LoadRates::default())
    }
}

impl Norms {
    /// Settles levels, limits and rates; where they say nothing, the published norms hold.
    #[must_use]
    pub fn new(rules: &RuleSettings, rates: LoadRates) -> Self {
        let mut limits = Limits::default();
        for rule in RULES {
            for limit in rule.limits {
                *(limit.field)(&mut limits) = rules.value(rule, limit) as usize;
            }
        }
        let is_on = |rule| rules.levels(rule).0.is_some();
        Self::of(rules, rates, limits, (is_on(&OVERLOADED_PERSON), is_on(&OVERLOADED_SEAT)))
    }
}
