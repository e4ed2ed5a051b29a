//! A metric in its chart.

use crate::model::{Metric, MetricId};

use super::{MetricView, PriorityView, SeatView, Tie, Vertex};

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

    /// The seats named as owners, as far as they exist.
    pub fn owners(self) -> impl Iterator<Item = SeatView<'g>> {
        let graph = self.graph;
        graph.out(Vertex::Metric(self.index), Tie::KeptBy).filter_map(move |vertex| match vertex {
            Vertex::Seat(index) => Some(SeatView { graph, index }),
            _ => None,
        })
    }

    /// The priorities that it measures.
    pub fn measures(self) -> impl Iterator<Item = PriorityView<'g>> {
        let graph = self.graph;
        graph.out(Vertex::Metric(self.index), Tie::Measures).filter_map(move |vertex| match vertex {
            Vertex::Priority(index) => Some(PriorityView { graph, index }),
            _ => None,
        })
    }
}
