//! What the rules found in one chart and not in the other.

use std::cmp::Ordering;
use std::collections::{HashMap, VecDeque};

use crate::check::{Finding, Pillar, RuleId, Subject};
use crate::model::Noun;

use super::matching::Matched;

/// A finding of both charts.
#[derive(Clone, Copy, Debug)]
pub struct FindingChange<'a> {
    /// In the old chart.
    pub old: &'a Finding,
    /// In the new chart.
    pub new: &'a Finding,
}

/// The findings of two charts: each is in exactly one list. A finding is the same when its rule is and what it is
/// about, under whatever id.
#[derive(Debug, Default)]
pub struct FindingsDelta<'a> {
    /// Only in the new chart.
    pub introduced: Vec<&'a Finding>,
    /// In both, at another level or with another figure: more or less of the same.
    pub changed: Vec<FindingChange<'a>>,
    /// In both, unchanged.
    pub persisting: Vec<FindingChange<'a>>,
    /// Only in the old chart.
    pub fixed: Vec<&'a Finding>,
}

/// What a finding is of and about.
#[derive(PartialEq, Eq, Hash)]
struct Fingerprint<'f> {
    rule: RuleId,
    subjects: Vec<(Noun, &'f str)>,
    /// What tells it from its like where the entries don't.
    detail: Option<&'f str>,
}

/// Compares the findings of two charts.
pub(super) fn delta<'a>(matched: &Matched<'_>, old: &'a [Finding], new: &'a [Finding]) -> FindingsDelta<'a> {
    let mut delta = FindingsDelta { introduced: new.iter().collect(), ..FindingsDelta::default() };
    let mut left: Vec<Option<&Finding>> = old.iter().map(Some).collect();
    // First what is about all the same, then what is about the same at its head: a person who holds one seat more.
    for whole in [true, false] {
        let mut before: HashMap<Fingerprint<'_>, VecDeque<usize>> = HashMap::with_capacity(old.len());
        for (at, finding) in left.iter().enumerate().filter_map(|(at, finding)| Some((at, (*finding)?))) {
            let fingerprint = fingerprint(finding, whole, |subject| matched.id_now(subject));
            before.entry(fingerprint).or_default().push_back(at);
        }
        // What is as grave is the same; what is left over may be more or less of the same.
        for exactly in [true, false] {
            delta.introduced = std::mem::take(&mut delta.introduced)
                .into_iter()
                .filter(|&finding| {
                    let Some(same) = before.get_mut(&fingerprint(finding, whole, |subject| &subject.id)) else {
                        return true;
                    };
                    let is_same = |at: &usize| {
                        left[*at].is_some_and(|old| !exactly || FindingChange { old, new: finding }.tendency().is_eq())
                    };
                    let Some(found) = same.iter().position(is_same) else { return true };
                    let old = same.remove(found).and_then(|at| left[at].take()).expect("it was just found");
                    let both = FindingChange { old, new: finding };
                    let list = if both.tendency().is_ne() { &mut delta.changed } else { &mut delta.persisting };
                    list.push(both);
                    false
                })
                .collect();
        }
    }
    delta.fixed = left.into_iter().flatten().collect();
    delta.changed.sort_by_key(|both| (both.new.span, both.new.rule.id));
    delta.persisting.sort_by_key(|both| (both.new.span, both.new.rule.id));
    delta
}

impl FindingChange<'_> {
    /// Whether it is graver than it was, or milder: by its level, else by its figure. What it names and says is nothing.
    #[must_use]
    pub fn tendency(&self) -> Ordering {
        let by_figure = match (&self.old.measure, &self.new.measure) {
            (Some(old), Some(new)) => new.compared_to(old),
            _ => Ordering::Equal,
        };
        self.new.level.cmp(&self.old.level).then(by_figure)
    }
}

fn fingerprint<'f>(finding: &'f Finding, whole: bool, id: impl Fn(&'f Subject) -> &'f str) -> Fingerprint<'f> {
    let subjects = finding.subjects.iter().take(if whole { usize::MAX } else { 1 });
    let mut subjects: Vec<_> = subjects.map(|subject| (subject.kind, id(subject))).collect();
    // Under other ids they stand in another order.
    subjects.sort_unstable();
    let detail = finding.detail.as_deref().filter(|_| finding.rule.pillar == Pillar::Reading);
    Fingerprint { rule: finding.rule.id, subjects, detail }
}

impl Matched<'_> {
    /// What the new chart calls a subject of the old.
    fn id_now<'s>(&'s self, subject: &'s Subject) -> &'s str {
        match subject.kind {
            Noun::Seat => self.seats.names.mapped(&subject.id),
            Noun::Person => self.people.names.mapped(&subject.id),
            Noun::Priority => self.priorities.names.mapped(&subject.id),
            Noun::Metric => self.metrics.names.mapped(&subject.id),
            Noun::Chart | Noun::Strategy | Noun::Promise => &subject.id,
        }
    }
}
