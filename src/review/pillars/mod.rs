//! The six pillars of execution, each scored by the mean of its shares.

mod human_capital;
mod leadership;
mod market;
mod metrics;
mod structure;
mod understanding;

use serde::Serialize;

use crate::check::{Judged, Pillar};
use crate::graph::{Holding, PriorityView};
use crate::model::Claim;
use crate::phrase::Phrase;
use crate::text::Placed;

use super::{Entry, Proportion, Score};

pub(super) use structure::{Claims, claims};

/// A pillar's score and what it is made of.
#[derive(Clone, Debug, Serialize)]
pub struct PillarScore<'a> {
    /// The pillar's word in machine output.
    pub pillar: &'static str,
    /// Its name as people say it.
    pub title: &'static str,
    /// The mean of the shares that could be assessed; none where none could.
    pub score: Option<Score>,
    /// The score of the revision before.
    pub before: Option<Score>,
    /// The shares, in a fixed order.
    pub shares: Vec<Proportion<'a>>,
}

impl PillarScore<'_> {
    /// How many of its shares could be assessed.
    #[must_use]
    pub fn assessed(&self) -> usize {
        self.shares.iter().filter(|share| share.score.is_some()).count()
    }
}

/// The six scores, with those of the revision before beside them.
pub(super) fn scores<'a>(side: &'a Judged<'a>, before: Option<&'a Judged<'a>>) -> Vec<PillarScore<'a>> {
    let mut scores = one_side(side);
    for (score, old) in scores.iter_mut().zip(before.map(one_side).into_iter().flatten()) {
        score.before = old.score;
        for (share, old) in score.shares.iter_mut().zip(old.shares) {
            share.before = Some((old.met, old.of));
        }
    }
    scores
}

fn one_side<'a>(side: &'a Judged<'a>) -> Vec<PillarScore<'a>> {
    let pillars = [
        (Pillar::Understanding, understanding::shares(side)),
        (Pillar::Leadership, leadership::shares(side)),
        (Pillar::Metrics, metrics::shares(side)),
        (Pillar::Structure, structure::shares(side)),
        (Pillar::HumanCapital, human_capital::shares(side)),
        (Pillar::Market, market::shares(side)),
    ];
    let scored = pillars.into_iter().map(|(pillar, shares)| {
        let assessed: Vec<Score> = shares.iter().filter_map(|share| share.score).collect();
        let score = Score::mean(&assessed);
        PillarScore { pillar: pillar.name(), title: pillar.title(), score, before: None, shares }
    });
    scored.collect()
}

/// Why something unreadable does not count: a typo must not improve a score.
const UNREADABLE: &str = "can't be read";

/// A statement of the chart that counts for nothing where it is there and can't be read.
fn unreadable<'a>(side: &'a Judged<'a>, key: &'static str, is_so: bool) -> Option<(Entry<'a>, Option<Phrase>)> {
    is_so.then(|| (side.statement(key, None), Some(UNREADABLE.into())))
}

/// Whether nobody can tell if a priority is strategic.
fn is_unclear(priority: &PriorityView<'_>) -> bool {
    matches!(priority.claims().horizon, Claim::Wrong)
}

/// Why something is not stated, if it isn't.
fn unstated<T: Placed>(claim: &Claim<T>) -> Option<Phrase> {
    match claim {
        Claim::Given(_) => None,
        Claim::Absent => Some("not stated".into()),
        Claim::Wrong => Some(UNREADABLE.into()),
    }
}

/// Why nobody holds a seat, as far as that can be read.
fn unheld(holding: Holding<'_>) -> Option<Phrase> {
    if matches!(holding, Holding::Unknown) { Some(UNREADABLE.into()) } else { holding.why_unheld() }
}

fn unless(holds: bool, why: impl FnOnce() -> Phrase) -> Option<Phrase> {
    (!holds).then(why)
}
