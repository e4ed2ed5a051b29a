//! What a team has settled about the rules.

use std::collections::BTreeMap;

use super::{Level, Limit, Rule};

/// Levels and limits that differ from the rules' own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RuleSettings {
    rules: BTreeMap<&'static str, Adjustment>,
}

/// What is settled about one rule.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Adjustment {
    /// The level of all its findings, `Some(None)` for none; the rule's own levels where not given.
    pub level: Option<Option<Level>>,
    /// Limits by their keys.
    pub limits: BTreeMap<&'static str, u32>,
}

impl RuleSettings {
    /// Overrides a rule's settings, limit by limit.
    pub fn adjust(&mut self, rule: &'static Rule, adjustment: Adjustment) {
        let settled = self.rules.entry(rule.id.as_str()).or_default();
        settled.level = adjustment.level.or(settled.level);
        settled.limits.extend(adjustment.limits);
    }

    /// The level of a rule's findings, and of its mild ones.
    pub(super) fn levels(&self, rule: &Rule) -> (Option<Level>, Option<Level>) {
        match self.rules.get(rule.id.as_str()).and_then(|adjustment| adjustment.level) {
            Some(level) => (level, level),
            None => (Some(rule.level), rule.mild),
        }
    }

    /// The value of one of a rule's limits.
    pub(super) fn value(&self, rule: &Rule, limit: &Limit) -> u32 {
        let settled = self.rules.get(rule.id.as_str()).and_then(|adjustment| adjustment.limits.get(limit.key));
        settled.copied().unwrap_or(limit.default)
    }
}
