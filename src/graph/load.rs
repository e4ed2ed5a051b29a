//! What a seat carries.
//!
//! No single published formula exists, so ours is stated with each finding. A seat at the published
//! norms (five responsibilities, five priorities, eight reports) is full: 0.98.

use std::fmt;

use crate::model::{Manages, Share};
use crate::phrase::{Args, Phrase, Say, count, row, say};

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
    /// Each direct report of a usual manager.
    pub report: Share,
    /// How many a manager of each kind leads: one with a wider span than usual spends less time on each.
    pub spans: Spans,
}

/// The most reports that a manager of each kind leads; a coordinator knows no such bound.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spans {
    /// Where `manages:` says nothing.
    pub usual: usize,
    /// Of a player-coach.
    pub player_coach: usize,
    /// Of a coach.
    pub coach: usize,
    /// Of a supervisor.
    pub supervisor: usize,
    /// Of a facilitator.
    pub facilitator: usize,
}

impl Default for Spans {
    fn default() -> Self {
        Self { usual: 10, player_coach: 5, coach: 7, supervisor: 10, facilitator: 15 }
    }
}

impl Spans {
    /// The most that a kind of manager leads; none where there is no such bound.
    #[must_use]
    pub fn most(&self, manages: Option<Manages>) -> Option<usize> {
        match manages {
            None => Some(self.usual),
            Some(Manages::PlayerCoach) => Some(self.player_coach),
            Some(Manages::Coach) => Some(self.coach),
            Some(Manages::Supervisor) => Some(self.supervisor),
            Some(Manages::Facilitator) => Some(self.facilitator),
            Some(Manages::Coordinator) => None,
        }
    }
}

impl LoadRates {
    /// What each report of a seat weighs, and how many of them weigh at all. A full span takes as much of anybody as
    /// the usual one does: of a wider one each report weighs less, and where a span knows no bound, no more weigh than
    /// make it one.
    fn reports(&self, manages: Option<Manages>, reports: usize) -> (Share, usize) {
        let full = match (self.spans.most(manages), manages) {
            (Some(most), _) => most,
            (None, manages) => manages.map_or(self.spans.usual, Manages::fewest),
        };
        if full <= self.spans.usual {
            return (self.report, reports);
        }
        // In thousandths, as people write rates.
        let rate = (self.report * self.spans.usual).divided(full).divided(1000) * 1000;
        let is_bound = self.spans.most(manages).is_some();
        (rate, if is_bound { reports } else { reports.min(full) })
    }
}

impl Default for LoadRates {
    fn default() -> Self {
        Self {
            responsibility: Share::thousandths(80),
            priority: Share::thousandths(60),
            contribution: Share::thousandths(20),
            report: Share::thousandths(35),
            spans: Spans::default(),
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
    /// What each of those weighs that weigh.
    report_rate: Share,
    /// How many weigh.
    weighing: usize,
}

impl<'r> Load<'r> {
    pub(super) fn of(seat: SeatView<'_>, rates: &'r LoadRates) -> Self {
        let reports = seat.reports().count();
        let (report_rate, weighing) = rates.reports(seat.claims().manages.get().copied(), reports);
        let mut load = Self {
            rates,
            responsibilities: seat.claims().responsibilities.len(),
            priorities: 0,
            weighed_priorities: 0,
            effort: Share::ZERO,
            contributions: seat.contributions().filter(|priority| priority.claims().is_open()).count(),
            reports,
            report_rate,
            weighing,
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
            + self.report_rate * self.weighing
    }
}

/// The sum, term by term: `6 responsibilities × 0.08 + 3 priorities × 0.06 = 0.66`.
/// The sum, term by term.
impl Say for Load<'_> {
    fn say(&self, to: &mut Args) {
        let counted = [
            (self.responsibilities, "responsibility", "responsibilities", self.rates.responsibility),
            (self.priorities, "priority", "priorities", self.rates.priority),
            (self.contributions, "contribution", "contributions", self.rates.contribution),
            (self.reports, "direct report", "direct reports", self.report_rate),
        ];
        let mut terms: Vec<Phrase> = counted
            .into_iter()
            .filter(|(number, ..)| *number > 0)
            .map(|(number, one, many, rate)| say![count(number, one, many), " × ", rate])
            .collect();
        if let Some(last) = terms.last_mut().filter(|_| self.weighing < self.reports) {
            *last = say![self.weighing, " of ", &*last];
        }
        if self.weighed_priorities > 0 {
            terms.push(say![count(self.weighed_priorities, "priority", "priorities"), " of effort ", self.effort]);
        }
        let sum = if terms.is_empty() { "nothing".into() } else { row(terms, " + ") };
        say![sum, " = ", self.total()].say(to);
    }
}

impl fmt::Display for Load<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        say![self].fmt(f)
    }
}
