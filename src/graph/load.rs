//! What a seat carries.
//!
//! No single published formula exists, so ours is stated with each finding. A seat at the published
//! norms (five responsibilities, five priorities, eight reports) is full: 0.98.

use std::fmt;

use crate::model::Share;

use super::SeatView;

/// How much each thing weighs, as a share of one full-time person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LoadRates {
    /// Each responsibility.
    pub responsibility: Share,
    /// Each owned open priority that states no effort.
    pub priority: Share,
    /// Each open priority contributed to.
    pub contribution: Share,
    /// Each direct report.
    pub report: Share,
}

impl Default for LoadRates {
    fn default() -> Self {
        Self {
            responsibility: Share::thousandths(80),
            priority: Share::thousandths(60),
            contribution: Share::thousandths(20),
            report: Share::thousandths(35),
        }
    }
}

/// The terms of one seat's load; what is done or dropped weighs nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Load<'r> {
    rates: &'r LoadRates,
    /// Responsibilities.
    pub responsibilities: usize,
    /// Owned open priorities that state no effort.
    pub priorities: usize,
    /// Owned open priorities that state one.
    pub weighed_priorities: usize,
    /// The sum of those efforts.
    pub effort: Share,
    /// Open priorities contributed to.
    pub contributions: usize,
    /// Direct reports.
    pub reports: usize,
}

impl<'r> Load<'r> {
    pub(super) fn of(seat: SeatView<'_>, rates: &'r LoadRates) -> Self {
        let mut load = Self {
            rates,
            responsibilities: seat.claims().responsibilities.len(),
            priorities: 0,
            weighed_priorities: 0,
            effort: Share::ZERO,
            contributions: seat.contributions().filter(|priority| priority.claims().is_open()).count(),
            reports: seat.reports().count(),
        };
        for priority in seat.priorities().filter(|priority| priority.claims().is_open()) {
            match priority.claims().effort.get() {
                Some(&effort) => {
                    load.weighed_priorities += 1;
                    load.effort = load.effort + effort;
                }
                None => load.priorities += 1,
            }
        }
        load
    }

    /// The sum of the terms, as a share of one full-time person.
    #[must_use]
    pub fn total(&self) -> Share {
        self.rates.responsibility * self.responsibilities
            + self.rates.priority * self.priorities
            + self.effort
            + self.rates.contribution * self.contributions
            + self.rates.report * self.reports
    }
}

/// The sum, term by term: `6 responsibilities × 0.08 + 3 priorities × 0.06 = 0.66`.
impl fmt::Display for Load<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let counted = [
            (self.responsibilities, "responsibility", "responsibilities", self.rates.responsibility),
            (self.priorities, "priority", "priorities", self.rates.priority),
            (self.contributions, "contribution", "contributions", self.rates.contribution),
            (self.reports, "direct report", "direct reports", self.rates.report),
        ];
        let mut terms: Vec<String> = counted
            .iter()
            .filter(|(count, ..)| *count > 0)
            .map(|(count, one, many, rate)| format!("{count} {} × {rate}", if *count == 1 { one } else { many }))
            .collect();
        if self.weighed_priorities > 0 {
            let priorities = if self.weighed_priorities == 1 { "priority" } else { "priorities" };
            terms.push(format!("{} {priorities} of effort {}", self.weighed_priorities, self.effort));
        }
        if terms.is_empty() {
            return f.write_str("nothing = 0");
        }
        write!(f, "{} = {}", terms.join(" + "), self.total())
    }
}
