//! One organisation at one moment.

use crate::text::Span;

use super::{
    Claim, Head, MetricClaims, Metrics, People, PersonClaims, Priorities, PriorityClaims, SeatClaims, Seats, Strategy,
    Table,
};

/// Everything that the files of one chart claim, in the order of files and of lines.
#[derive(Debug, Default)]
pub struct Chart {
    /// Where the first file begins: the place of what concerns the whole chart.
    pub start: Span,
    /// What it says of itself.
    pub head: Head,
    /// The strategy, and where it starts.
    pub strategy: Claim<Strategy>,
    /// The people.
    pub people: Table<People, PersonClaims>,
    /// The seats.
    pub seats: Table<Seats, SeatClaims>,
    /// The priorities.
    pub priorities: Table<Priorities, PriorityClaims>,
    /// The metrics.
    pub metrics: Table<Metrics, MetricClaims>,
    /// Whether a file could not be read to its end, or a section not at all, so that an absence proves nothing.
    pub is_partial: bool,
}

impl std::ops::Deref for Chart {
    type Target = Head;

    fn deref(&self) -> &Head {
        &self.head
    }
}
