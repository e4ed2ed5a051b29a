//! The norms by which a chart is judged, settled once: who carries too much, who leads too many, which seats
//! must not stand empty.
//!
//! Rules, reviews, diffs, trends and pictures all ask here, so that they agree.

use std::fmt;

use serde::Serialize;

use crate::graph::{Graph, LoadRates, PersonView, PriorityView, SeatView, Spans, Standing};
use crate::model::{Claim, Share};

use super::limits::Limits;
use super::{Level, Rule, RuleSettings};

/// From this share of what somebody may carry, a load is high, in per cent.
const MUCH: usize = 80;

/// A team's settings, settled.
#[derive(Clone, Debug)]
pub struct Norms {
    rules: RuleSettings,
    rates: LoadRates,
    pub(super) limits: Limits,
    are_people_judged: bool,
    are_seats_judged: bool,
}

/// How much somebody carries, of what they may.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Burden {
    /// Less than what is worth a second look, or it is not judged.
    Easy,
    /// Nearly all.
    Much,
    /// More.
    Over,
}

/// How good a score is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Grade {
    /// Below half.
    Poor,
    /// From half on.
    Weak,
    /// From 70 per cent on.
    Fair,
    /// From 90 per cent on.
    Good,
}

/// How many reports suit a kind of manager.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Band {
    /// The kind of manager.
    pub kind: &'static str,
    /// The fewest.
    pub min: usize,
    /// The most; none where there is no such bound.
    pub max: Option<usize>,
}

/// How many layers there are, and how many the headcount needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shape {
    /// The layers that there are.
    pub layers: usize,
    /// The fewest that hold the headcount.
    pub needed: usize,
    /// The most that are accepted.
    pub allowed: usize,
    /// Seats, and the members in them.
    pub places: usize,
    /// The span by which the need is counted.
    pub span: usize,
}

/// Why a seat must not stand empty a day.
#[derive(Clone, Copy, Debug)]
pub enum Key<'g> {
    /// It owns this strategic priority.
    Owns(PriorityView<'g>),
    /// It stands in this layer, near the top.
    InLayer(usize),
}

impl Norms {
    /// Norms of these limits, with what of people's and seats' load is judged.
    pub(super) fn of(
        rules: &RuleSettings,
        rates: LoadRates,
        limits: Limits,
        (are_people_judged, are_seats_judged): (bool, bool),
    ) -> Self {
        let spans = Spans {
            usual: limits.wide_span_max,
            player_coach: limits.wide_span_player_coach,
            coach: limits.wide_span_coach,
            supervisor: limits.wide_span_supervisor,
            facilitator: limits.wide_span_facilitator,
        };
        let rates = LoadRates { spans, ..rates };
        Self { rules: rules.clone(), rates, limits, are_people_judged, are_seats_judged }
    }

    /// The rates by which load is counted.
    #[must_use]
    pub fn rates(&self) -> LoadRates {
        self.rates
    }

    /// Whether a rule reports at all.
    #[must_use]
    pub fn is_on(&self, rule: &Rule) -> bool {
        self.levels(rule).0.is_some()
    }

    /// The level of a rule's findings, and of its mild ones.
    pub(super) fn levels(&self, rule: &Rule) -> (Option<Level>, Option<Level>) {
        self.rules.levels(rule)
    }

    /// Whether a person carries more than they may. Where the rule is off, nobody is judged; nor is a person whose
    /// capacity can't be read.
    #[must_use]
    pub fn is_over(&self, person: PersonView<'_>) -> bool {
        self.burden(person) == Burden::Over
    }

    /// How much a person carries, of what they may.
    #[must_use]
    pub fn burden(&self, person: PersonView<'_>) -> Burden {
        if !self.are_people_judged || matches!(person.claims().capacity, Claim::Wrong) {
            return Burden::Easy;
        }
        let (load, may) = (person.total_load() * 100, self.may_carry(person));
        match () {
            () if load > may => Burden::Over,
            () if load * 100 >= may * MUCH => Burden::Much,
            () => Burden::Easy,
        }
    }

    /// How much more a person may carry before it is too much; nothing where it is already.
    #[must_use]
    pub fn room(&self, person: PersonView<'_>) -> Share {
        (self.may_carry(person) - person.total_load() * 100).max(Share::ZERO).divided(100)
    }

    /// How much more than they may a person carries.
    #[must_use]
    pub fn excess(&self, person: PersonView<'_>) -> Share {
        (person.total_load() * 100 - self.may_carry(person)).divided(100)
    }

    /// A hundred times what a person may carry: a limit in per cent of a capacity need not be a round share.
    fn may_carry(&self, person: PersonView<'_>) -> Share {
        person.claims().capacity() * self.limits.overloaded_person_percent
    }

    /// Whether a seat carries more than it may. Where the rule is off, no seat is judged.
    #[must_use]
    pub fn is_overloaded(&self, seat: SeatView<'_>) -> bool {
        self.are_seats_judged && seat.total_load() > self.most_in_a_seat()
    }

    /// What one seat may carry.
    #[must_use]
    pub fn most_in_a_seat(&self) -> Share {
        Share::thousandths(10) * self.limits.overloaded_seat_percent
    }

    /// How much more than it may a seat carries.
    #[must_use]
    pub fn excess_of(&self, seat: SeatView<'_>) -> Share {
        seat.total_load() - self.most_in_a_seat()
    }

    /// Whether a seat, or whoever holds it, carries too much.
    #[must_use]
    pub fn is_alarming(&self, seat: SeatView<'_>) -> bool {
        self.is_overloaded(seat) || seat.holding().person().is_some_and(|person| self.is_over(person))
    }

    /// How many reports suit a seat's kind of manager; none where that can't be read.
    #[must_use]
    pub fn band(&self, seat: SeatView<'_>) -> Option<Band> {
        let manages = match &seat.claims().manages {
            Claim::Wrong => return None,
            Claim::Absent => None,
            Claim::Given(manages) => Some(manages.value),
        };
        let (kind, min) = manages.map_or(("manager", 3), |manages| (manages.name(), manages.fewest()));
        Some(Band { kind, min, max: self.rates.spans.most(manages) })
    }

    /// Why a seat must not stand empty a day, if there is a reason.
    #[must_use]
    pub fn key<'g>(&self, seat: SeatView<'g>) -> Option<Key<'g>> {
        let is_strategic =
            |priority: &PriorityView<'_>| priority.claims().is_strategic() && priority.claims().is_open();
        let is_high = seat.standing() == Standing::Connected && seat.layer() <= self.limits.missing_backup_layers;
        let owned = seat.priorities().filter(is_strategic).min_by_key(|priority| priority.id()).map(Key::Owns);
        owned.or(is_high.then(|| Key::InLayer(seat.layer())))
    }

    /// The layers of a chart against those that its headcount needs.
    #[must_use]
    pub fn shape(&self, graph: &Graph<'_>) -> Shape {
        let members: usize = graph.seats().map(|seat| seat.claims().members.len()).sum();
        let places = graph.seats().len() + members;
        let span = self.limits.deep_chart_span.max(2);
        let needed = layers_needed(places, span);
        Shape { layers: graph.layers(), needed, allowed: needed + self.limits.deep_chart_spare, places, span }
    }

    /// Whether a seat has been without an owner for long.
    #[must_use]
    pub fn is_long_vacant(&self, days: i64) -> bool {
        is_more(days, self.limits.long_interim_days)
    }

    /// Whether a review lies too far back.
    #[must_use]
    pub fn is_stale(&self, days: i64) -> bool {
        is_more(days, self.limits.stale_review_days)
    }

    /// How many days may lie between two reviews.
    #[must_use]
    pub fn days_between_reviews(&self) -> usize {
        self.limits.stale_review_days
    }

    /// How many sentences make a strategic intent at most.
    #[must_use]
    pub fn sentences_of_an_intent(&self) -> usize {
        self.limits.rambling_intent_sentences
    }

    /// How many per cent of the metrics are to be leading, at least one.
    #[must_use]
    pub fn leading_percent(&self) -> usize {
        self.limits.lagging_scorecard_percent.max(1)
    }

    /// How good a score is, in per cent.
    #[must_use]
    pub fn grade(percent: u8) -> Grade {
        match percent {
            90.. => Grade::Good,
            70.. => Grade::Fair,
            50.. => Grade::Weak,
            _ => Grade::Poor,
        }
    }
}

fn is_more(days: i64, max: usize) -> bool {
    usize::try_from(days).is_ok_and(|days| days > max)
}

impl Band {
    /// Whether this many reports are neither too few nor too many.
    #[must_use]
    pub fn holds(self, reports: usize) -> bool {
        reports >= self.min && !self.is_passed_by(reports)
    }

    /// Whether this many reports are too many.
    #[must_use]
    pub fn is_passed_by(self, reports: usize) -> bool {
        self.max.is_some_and(|max| reports > max)
    }
}

impl fmt::Display for Band {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.max {
            Some(max) => write!(f, "{} to {max}", self.min),
            None => write!(f, "{} and more", self.min),
        }
    }
}

/// The fewest layers that hold this many people when everybody has `span` reports:
/// the smallest L with `(span^L - 1) / (span - 1) >= people`.
fn layers_needed(people: usize, span: usize) -> usize {
    let (mut layers, mut held, mut width) = (0, 0_usize, 1_usize);
    while held < people {
        held = held.saturating_add(width);
        width = width.saturating_mul(span);
        layers += 1;
    }
    layers
}

#[cfg(test)]
mod tests {
    use super::layers_needed;

    #[test]
    fn layers_follow_the_geometric_sum() {
        for (people, layers) in
            [(0, 0), (1, 1), (7, 2), (8, 3), (43, 3), (50, 4), (250, 4), (500, 5), (1000, 5), (5000, 6)]
        {
            assert_eq!(layers_needed(people, 6), layers, "{people}");
        }
    }
}
