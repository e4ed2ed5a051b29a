//! A metric in its chart.

use crate::model::{Metric, MetricId};

use super::Graph;

/// A metric.
#[derive(Clone, Copy, Debug)]
pub struct MetricView<'g> {
    pub(super) graph: &'g Graph<'g>,
    pub(super) index: u32,
}

impl<'g> MetricView<'g> {
    /// The id.
    #[must_use]
    pub fn id(self) -> &'g MetricId {
        &self.claims().id.value
    }

    /// What the chart says of it.
    #[must_use]
    pub fn claims(self) -> &'g Metric {
        &self.graph.chart.metrics.entries[self.index as usize]
    }

    /// The title, or the id where there is none.
    #[must_use]
    pub fn title(self) -> &'g str {
        self.claims().title.get().map_or(self.id().as_str(), |title| title.as_str())
    }
}
