//! Findings that were accepted on purpose.

use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::model::{Chart, Claims, Date, Id, Kind, Waiver};
use crate::text::Spanned;

use super::{Finding, Pillar, Rule, Subject};

/// Every waiver of a chart, and whether it has been of use.
#[derive(Debug)]
pub(super) struct Waivers<'c> {
    all: Vec<Standing<'c>>,
    /// The waivers on an entry.
    by_subject: HashMap<Subject, Vec<usize>>,
}

/// A waiver where it stands.
#[derive(Debug)]
pub(super) struct Standing<'c> {
    /// The entry that carries it.
    pub(super) subject: Subject,
    pub(super) waiver: &'c Spanned<Waiver>,
    pub(super) is_over: bool,
    is_used: AtomicBool,
}

impl<'c> Waivers<'c> {
    pub(super) fn of(chart: &'c Chart, today: Date) -> Self {
        let mut waivers = Self { all: Vec::new(), by_subject: HashMap::new() };
        for seat in &chart.seats.entries {
            waivers.add(&seat.id.value, &seat.allow, today);
        }
        for priority in &chart.priorities.entries {
            waivers.add(&priority.id.value, &priority.allow, today);
        }
        for metric in &chart.metrics.entries {
            waivers.add(&metric.id.value, &metric.allow, today);
        }
        waivers
    }

    fn add<K: Kind>(&mut self, id: &Id<K>, allow: &'c Claims<Waiver>, today: Date) {
        for waiver in allow {
            let subject = Subject::new(K::NOUN, id.as_str());
            self.by_subject.entry(subject.clone()).or_default().push(self.all.len());
            let is_over = waiver.value.until.get().is_some_and(|&until| today > until);
            self.all.push(Standing { subject, waiver, is_over, is_used: AtomicBool::new(false) });
        }
    }

    /// Whether a finding is accepted. A waiver without a reason or an end accepts nothing, and the
    /// mistakes of reading can't be accepted at all.
    pub(super) fn accept(&self, finding: &Finding) -> bool {
        if self.all.is_empty() || finding.rule.pillar == Pillar::Reading {
            return false;
        }
        // Each of them is of use, not the first alone.
        finding.subjects.iter().filter(|subject| self.accepts(finding.rule, subject)).count() > 0
    }

    /// Whether an entry carries a waiver of a rule.
    pub(super) fn accepts(&self, of: &Rule, subject: &Subject) -> bool {
        let mut is_accepted = false;
        for at in self.by_subject.get(subject).into_iter().flatten() {
            let standing = &self.all[*at];
            let Waiver { rule, reason, until } = &standing.waiver.value;
            let is_whole = reason.get().is_some() && until.get().is_some();
            if is_whole && !standing.is_over && rule.get().is_some_and(|rule| rule.as_str() == of.id.as_str()) {
                standing.is_used.store(true, Ordering::Relaxed);
                is_accepted = true;
            }
        }
        is_accepted
    }

    pub(super) fn all(&self) -> &[Standing<'c>] {
        &self.all
    }
}

impl Standing<'_> {
    /// Whether it has accepted a finding.
    pub(super) fn is_used(&self) -> bool {
        self.is_used.load(Ordering::Relaxed)
    }
}
