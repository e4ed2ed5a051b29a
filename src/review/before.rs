//! The revision before, seen from the one that is reviewed: entries are found under the ids that they had then.

use std::collections::{BTreeMap, BTreeSet};

use crate::check::{Finding, Judged, RuleId};
use crate::diff::{Diff, Renames, diff};
use crate::graph::{MetricView, PersonView, SeatView};
use crate::model::Noun;
use crate::text::Span;

/// The revision before, and what changed since.
pub(super) struct Before<'a> {
    pub(super) side: &'a Judged<'a>,
    pub(super) diff: Diff<'a>,
    /// The old ids of what has another now.
    old_ids: BTreeMap<(Noun, String), String>,
    /// The findings that were not there.
    introduced: BTreeSet<(Span, RuleId)>,
}

impl<'a> Before<'a> {
    pub(super) fn of(side: &'a Judged<'a>, now: &'a Judged<'a>) -> Self {
        let diff = diff(side, now, Renames::default());
        let renamed =
            diff.renames.iter().map(|rename| ((rename.new.kind, rename.new.id.clone()), rename.old.id.clone()));
        let old_ids = renamed.collect();
        let introduced = diff.findings.introduced.iter().map(|finding| (finding.span, finding.rule.id)).collect();
        Self { side, diff, old_ids, introduced }
    }

    /// Whether a finding was not there before.
    pub(super) fn is_new(&self, finding: &Finding) -> bool {
        self.introduced.contains(&(finding.span, finding.rule.id))
    }

    pub(super) fn seat(&self, seat: SeatView<'_>) -> Option<SeatView<'a>> {
        self.side.graph.find_seat(self.old_id(Noun::Seat, seat.id().as_str()))
    }

    pub(super) fn person(&self, person: PersonView<'_>) -> Option<PersonView<'a>> {
        self.side.graph.find_person(self.old_id(Noun::Person, person.id().as_str()))
    }

    pub(super) fn metric(&self, metric: MetricView<'_>) -> Option<MetricView<'a>> {
        self.side.graph.find_metric(self.old_id(Noun::Metric, metric.id().as_str()))
    }

    fn old_id<'s>(&'s self, kind: Noun, id: &'s str) -> &'s str {
        self.old_ids.get(&(kind, id.to_owned())).map_or(id, |old| old)
    }
}
