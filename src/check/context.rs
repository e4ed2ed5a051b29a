//! What a rule may look at.

use crate::graph::{Graph, PriorityView};
use crate::model::{Chart, Date};
use crate::read::{Defect, DefectKind};
use crate::text::Span;

use super::waivers::Waivers;
use super::{Rule, RuleSettings};

/// A chart, what went wrong in reading it, and the day.
#[derive(Debug)]
pub struct Context<'a> {
    pub(super) graph: &'a Graph<'a>,
    pub(super) defects: &'a [Defect],
    pub(super) settings: &'a RuleSettings,
    pub(super) today: Date,
    pub(super) waivers: Waivers<'a>,
}

impl<'a> Context<'a> {
    pub(super) fn chart(&self) -> &'a Chart {
        self.graph.chart()
    }

    /// The value of one of a rule's limits.
    pub(super) fn limit(&self, rule: &Rule, key: &str) -> usize {
        self.settings.limit(rule, key) as usize
    }

    /// Whether a rule reports at all.
    pub(super) fn is_on(&self, rule: &Rule) -> bool {
        self.settings.levels(rule).0.is_some()
    }

    /// Reading's mistakes of one kind.
    pub(super) fn defects(&self, kind: DefectKind) -> impl Iterator<Item = &'a Defect> {
        self.defects.iter().filter(move |defect| defect.kind == kind)
    }

    /// The priorities that are neither done nor dropped: the others need nobody any more.
    pub(super) fn open_priorities(&self) -> impl Iterator<Item = PriorityView<'a>> {
        self.graph.priorities().filter(|priority| priority.claims().is_open())
    }

    /// The place of what concerns the whole chart.
    pub(super) fn chart_span(&self) -> Span {
        let chart = self.chart();
        chart.organization.span().or(chart.revision.span()).unwrap_or(chart.start)
    }
}
