//! Views of entries: eight bytes beside the graph, that answer every question about an entry.

use super::Graph;

/// A seat, with everything that depends on it.
#[derive(Clone, Copy, Debug)]
pub struct SeatView<'g> {
    pub(super) graph: &'g Graph<'g>,
    pub(super) index: u32,
}

/// A person, with the seats that they hold.
#[derive(Clone, Copy, Debug)]
pub struct PersonView<'g> {
    pub(super) graph: &'g Graph<'g>,
    pub(super) index: u32,
}

/// A priority, with the seats and metrics that depend on it.
#[derive(Clone, Copy, Debug)]
pub struct PriorityView<'g> {
    pub(super) graph: &'g Graph<'g>,
    pub(super) index: u32,
}

/// A metric.
#[derive(Clone, Copy, Debug)]
pub struct MetricView<'g> {
    pub(super) graph: &'g Graph<'g>,
    pub(super) index: u32,
}
