//! Whether every entry could be read as far as it names others: only then does silence prove anything.

use crate::model::{Claim, PriorityClaims};

use super::Graph;

impl Graph<'_> {
    /// Whether it is known of every seat to whom it reports.
    #[must_use]
    pub fn knows_reports(&self) -> bool {
        let seats = &self.chart.seats;
        seats.unreadable.is_empty() && !seats.entries.iter().any(|seat| matches!(seat.reports_to, Claim::Wrong))
    }

    /// Whether it is known of every seat who owns it, covers it and works in it.
    #[must_use]
    pub fn knows_holders(&self) -> bool {
        let seats = &self.chart.seats;
        seats.unreadable.is_empty()
            && !seats
                .entries
                .iter()
                .any(|seat| seat.owner.is_wrong() || matches!(seat.interim, Claim::Wrong) || seat.members.is_wrong())
    }

    /// Whether it is known of every priority who owns it.
    #[must_use]
    pub fn knows_owners(&self) -> bool {
        let priorities = &self.chart.priorities;
        priorities.unreadable.is_empty() && !priorities.entries.iter().any(|priority| priority.owner.is_wrong())
    }

    /// Whether it is known of every priority who works on it and what it serves.
    #[must_use]
    pub fn knows_sight(&self) -> bool {
        let is_wrong = |priority: &PriorityClaims| {
            priority.supports.is_wrong() || priority.contributors.is_wrong() || matches!(priority.horizon, Claim::Wrong)
        };
        self.knows_owners() && !self.chart.priorities.entries.iter().any(|priority| is_wrong(priority))
    }

    /// Whether it is known of every metric what it measures.
    #[must_use]
    pub fn knows_measures(&self) -> bool {
        let metrics = &self.chart.metrics;
        metrics.unreadable.is_empty() && !metrics.entries.iter().any(|metric| metric.measures.is_wrong())
    }
}
