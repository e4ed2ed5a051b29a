//! A priority in its chart.

use crate::model::{Priority, PriorityId, Share, Status};

use super::{Answer, MetricView, PriorityView, SeatView, Tie, Vertex};

impl<'g> PriorityView<'g> {
    /// The id.
    #[must_use]
    pub fn id(self) -> &'g PriorityId {
        &self.claims().id.value
    }

    /// What the chart says of it.
    #[must_use]
    pub fn claims(self) -> &'g Priority {
        &self.graph.chart.priorities.entries[self.index as usize]
    }

    /// The title, or the id where there is none.
    #[must_use]
    pub fn title(self) -> &'g str {
        self.claims().title.get().map_or(self.id().as_str(), |title| title.as_str())
    }

    /// What it weighs in the load of its owner: its effort, or the usual rate; nothing once it is done or dropped.
    #[must_use]
    pub fn load(self) -> Share {
        let claims = self.claims();
        if claims.is_open() { claims.effort.get().copied().unwrap_or(self.graph.rates.priority) } else { Share::ZERO }
    }

    /// Who answers for it.
    #[must_use]
    pub fn answer(self) -> Answer<'g> {
        Answer::of(self)
    }

    /// The seats named as owners, as far as they exist.
    pub fn owners(self) -> impl Iterator<Item = SeatView<'g>> {
        self.seats_by(Tie::AnsweredBy)
    }

    /// The seats that contribute to it.
    pub fn contributors(self) -> impl Iterator<Item = SeatView<'g>> {
        self.seats_by(Tie::HelpedBy)
    }

    /// The priorities that it supports.
    pub fn supports(self) -> impl Iterator<Item = PriorityView<'g>> {
        let graph = self.graph;
        graph.out(Vertex::Priority(self.index), Tie::Supports).filter_map(move |vertex| match vertex {
            Vertex::Priority(index) => Some(PriorityView { graph, index }),
            _ => None,
        })
    }

    /// The priorities that support it.
    pub fn supporters(self) -> impl Iterator<Item = PriorityView<'g>> {
        let graph = self.graph;
        graph.into(Vertex::Priority(self.index), Tie::Supports).filter_map(move |vertex| match vertex {
            Vertex::Priority(index) => Some(PriorityView { graph, index }),
            _ => None,
        })
    }

    /// The metrics that measure it.
    pub fn metrics(self) -> impl Iterator<Item = MetricView<'g>> {
        let graph = self.graph;
        graph.into(Vertex::Priority(self.index), Tie::Measures).filter_map(move |vertex| match vertex {
            Vertex::Metric(index) => Some(MetricView { graph, index }),
            _ => None,
        })
    }

    /// The dropped priority that it supports, when it supports no other.
    pub(super) fn dropped_purpose(self) -> Option<PriorityView<'g>> {
        let is_dropped = |priority: &PriorityView<'_>| priority.claims().status.get() == Some(&Status::Dropped);
        let first = self.supports().next()?;
        let all_known = self.supports().count() == self.claims().supports.len();
        (all_known && self.supports().all(|priority| is_dropped(&priority))).then_some(first)
    }

    fn seats_by(self, tie: Tie) -> impl Iterator<Item = SeatView<'g>> {
        let graph = self.graph;
        graph.out(Vertex::Priority(self.index), tie).filter_map(move |vertex| match vertex {
            Vertex::Seat(index) => Some(SeatView { graph, index }),
            _ => None,
        })
    }
}

impl PartialEq for PriorityView<'_> {
    /// Two views of one graph are the same when they are of the same priority.
    fn eq(&self, other: &Self) -> bool {
        self.index == other.index
    }
}
