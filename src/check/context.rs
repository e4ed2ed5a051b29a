//! What a rule may look at.

use crate::graph::{Graph, PriorityView};
use crate::model::{Chart, Date};
use crate::read::{Defect, DefectKind};
use crate::text::Span;

use super::Norms;
use super::waivers::Waivers;

/// A chart, what went wrong in reading it, and the day.
#[derive(Debug)]
pub(crate) struct Context<'a> {
    pub(super) graph: &'a Graph<'a>,
    pub(super) defects: &'a [Defect],
    pub(super) norms: &'a Norms,
    pub(super) today: Date,
    /// The day of the run, which no day of the past comes after.
    pub(super) latest: Date,
    pub(super) waivers: Waivers<'a>,
}

impl<'a> Context<'a> {
    pub(super) fn chart(&self) -> &'a Chart {
        self.graph.chart()
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
