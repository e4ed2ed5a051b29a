//! The quarterly review of a chart as data: what a leadership team walks through, in the order in which it does.
//!
//! Every figure comes with what it was counted from; nothing here is formatted.

mod decisions;
mod headline;
mod loads;
mod pillars;
mod priorities;
mod questions;
mod score;
mod scorecard;
mod side;
mod spans;
mod vacancies;
mod waivers;
mod watch;

use serde::Serialize;

pub use decisions::{Decision, Decisions, Remark};
pub use headline::{Counts, Headline};
pub use loads::{LoadRow, Rates, SeatLoad, Terms};
pub use pillars::PillarScore;
pub use priorities::PriorityRow;
pub use score::{Missed, Proportion, Score};
pub use scorecard::{MetricRow, Perspectives};
pub use side::{Entry, Place, Side};
pub use spans::{Band, Manager, Spans};
pub use vacancies::Vacancy;
pub use waivers::WaiverRow;
pub use watch::{FewHands, Leaving, SeatOf, Watch};

/// The quarter's packet.
#[derive(Clone, Debug, Serialize)]
pub struct Packet<'a> {
    /// Which chart, compared with which, and how large.
    pub headline: Headline<'a>,
    /// What needs a decision, and what only needs mending.
    #[serde(flatten)]
    pub decisions: Decisions<'a>,
    /// The six scores.
    pub pillars: Vec<PillarScore<'a>>,
    /// The priorities.
    pub priorities: Vec<PriorityRow<'a>>,
    /// By which rates load is counted.
    pub rates: Rates,
    /// Who carries how much.
    pub loads: Vec<LoadRow<'a>>,
    /// Seats without an owner.
    pub vacancies: Vec<Vacancy<'a>>,
    /// Spans and layers.
    pub spans: Spans<'a>,
    /// The metrics by perspective.
    pub scorecard: Vec<Perspectives<'a>>,
    /// People on whom much hangs.
    pub watch: Watch<'a>,
    /// What was accepted on purpose.
    pub waivers: Vec<WaiverRow<'a>>,
}

/// Reviews a chart beside the revision before, where there is one.
#[must_use]
pub fn review<'a>(side: &Side<'a>, before: Option<&Side<'a>>) -> Packet<'a> {
    Packet {
        headline: headline::headline(side, before),
        decisions: decisions::decisions(side),
        pillars: pillars::scores(side, before),
        priorities: priorities::priorities(side),
        rates: loads::rates(side),
        loads: loads::loads(side, before),
        vacancies: vacancies::vacancies(side, before),
        spans: spans::spans(side),
        scorecard: scorecard::scorecard(side, before),
        watch: watch::watch(side),
        waivers: waivers::waivers(side),
    }
}
