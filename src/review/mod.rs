//! The quarterly review of a chart as data: what a leadership team walks through, in the order in which it does.
//!
//! Every figure comes with what it was counted from; nothing here is formatted.

mod before;
mod decisions;
mod headline;
mod loads;
mod lookup;
mod meant;
mod packet;
mod pillars;
mod priorities;
mod questions;
mod score;
mod scorecard;
mod side;
mod spans;
mod vacancies;
mod views;
mod waivers;
mod watch;
mod weight;
mod what_if;

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::check::{Judged, Level};
use crate::diff::Diff;
use crate::graph::{Accountable, Waits};
use crate::model::{Language, Noun};
use crate::phrase::View;

use before::Before;

pub use decisions::{Decision, Decisions, Remark, Way};
pub use headline::{Counts, Headline};
pub use loads::{LoadRow, Rates, SeatLoad, Terms};
pub use lookup::{Hit, Lookup, lookup, search};
pub use meant::meant;
pub use packet::{PACKET_TITLE, page};
pub use pillars::PillarScore;
pub use priorities::PriorityRow;
pub use questions::{Answer, Does, Given, Need};
pub use score::{Missed, Proportion, Score};
pub use scorecard::{MetricRow, Perspectives};
pub use side::{Entry, Place};
pub use spans::{Manager, Spans};
pub use vacancies::Vacancy;
pub use waivers::WaiverRow;
pub use watch::{FewHands, Leaving, SeatOf, Watch};
pub use what_if::WhatIf;

/// The quarter's packet.
#[derive(Debug, Serialize)]
pub struct Packet<'a> {
    /// The language of its labels.
    #[serde(skip)]
    pub language: Language,
    /// Which pictures of it say something.
    #[serde(skip)]
    pub views: BTreeSet<View>,
    /// Which chart, compared with which, and how large.
    pub headline: Headline<'a>,
    /// What is supposed, for a what-if: the chart is then compared with itself as it stands.
    pub what_if: Option<WhatIf<'a>>,
    /// What needs a decision, and what only needs mending.
    #[serde(flatten)]
    pub decisions: Decisions<'a>,
    /// The six scores.
    pub pillars: Vec<PillarScore<'a>>,
    /// What changed; none where there is no revision before. Its machine form is that of `diff`.
    #[serde(skip)]
    pub changes: Option<Changes<'a>>,
    /// The priorities.
    pub priorities: Vec<PriorityRow<'a>>,
    /// That exactly one person answers for each open priority, where that is so.
    #[serde(skip)]
    pub proof: Option<Accountable<'a>>,
    /// The rates that load is counted by.
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
    /// Which departments wait for each other.
    #[serde(skip)]
    pub waits: Waits<'a>,
}

impl Packet<'_> {
    /// How much is asked about each seat, and whether an error asks it: what a picture of the chart marks.
    #[must_use]
    pub fn asked(&self) -> BTreeMap<String, (usize, bool)> {
        let mut asked: BTreeMap<String, (usize, bool)> = BTreeMap::new();
        for decision in &self.decisions.decisions {
            for seat in decision.about.iter().filter(|entry| entry.kind == Noun::Seat) {
                let (count, severe) = asked.entry(seat.id.to_owned()).or_default();
                *count += 1;
                *severe |= decision.level == Level::Error;
            }
        }
        asked
    }
}

/// What changed since the revision before.
#[derive(Debug)]
pub struct Changes<'a> {
    /// That revision.
    pub before: &'a Judged<'a>,
    /// The revision that is reviewed.
    pub now: &'a Judged<'a>,
    /// What changed from one to the other.
    pub diff: Diff<'a>,
}

/// Reviews a chart beside the revision before, where there is one.
#[must_use]
pub fn review<'a>(side: &'a Judged<'a>, old: Option<&'a Judged<'a>>) -> Packet<'a> {
    let before = old.map(|old| Before::of(old, side));
    Packet {
        language: side.graph.chart().language.get().copied().unwrap_or_default(),
        views: views::views(side),
        headline: headline::headline(side, old),
        what_if: None,
        decisions: decisions::decisions(side, before.as_ref()),
        pillars: pillars::scores(side, old),
        priorities: priorities::priorities(side),
        proof: Accountable::prove(&side.graph).ok(),
        rates: loads::rates(side),
        loads: loads::loads(side, before.as_ref()),
        vacancies: vacancies::vacancies(side, before.as_ref()),
        spans: spans::spans(side),
        scorecard: scorecard::scorecard(side, before.as_ref()),
        watch: watch::watch(side),
        waivers: waivers::waivers(side),
        waits: side.graph.waits(),
        changes: before.map(|before| Changes { before: before.side, now: side, diff: before.diff }),
    }
}
