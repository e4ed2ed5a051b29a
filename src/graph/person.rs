//! A person in their chart.

use crate::model::{Person, PersonId, Share};

use super::{PersonView, SeatView, Tie, Vertex};

impl<'g> PersonView<'g> {
    /// The id.
    #[must_use]
    pub fn id(self) -> &'g PersonId {
        &self.claims().id.value
    }

    /// What the chart says of them.
    #[must_use]
    pub fn claims(self) -> &'g Person {
        &self.graph.chart.people.entries[self.index as usize]
    }

    /// The name, or the id where there is none.
    #[must_use]
    pub fn name(self) -> &'g str {
        self.claims().name.get().map_or(self.id().as_str(), |name| name.as_str())
    }

    /// Whether the name says that there is nobody, such as `TBD`.
    #[must_use]
    pub fn is_nobody(self) -> bool {
        self.graph.is_nobody(self.id().as_str())
    }

    /// The seats that they own.
    pub fn owned(self) -> impl Iterator<Item = SeatView<'g>> {
        self.seats_by(|tie| tie == Tie::OwnedBy)
    }

    /// The seats that they own or cover as interim.
    pub fn held(self) -> impl Iterator<Item = SeatView<'g>> {
        self.seats_by(|tie| matches!(tie, Tie::OwnedBy | Tie::CoveredBy))
    }

    /// Whether they own, cover or work in any seat.
    #[must_use]
    pub fn is_seated(self) -> bool {
        self.seats_by(|_| true).next().is_some()
    }

    /// The seats that they could take over tomorrow.
    pub fn backs(self) -> impl Iterator<Item = SeatView<'g>> {
        let backups = self.graph.backups();
        let first = backups.partition_point(|(person, _)| *person < self.index);
        let mine = backups[first..].iter().take_while(move |(person, _)| *person == self.index);
        mine.map(move |&(_, index)| SeatView { graph: self.graph, index })
    }

    /// The seats that they work in without answering for them.
    pub fn works_in(self) -> impl Iterator<Item = SeatView<'g>> {
        self.seats_by(|tie| tie == Tie::WorkedBy)
    }

    /// Whether nothing is stated of their seats by which their load could be counted.
    #[must_use]
    pub fn is_unassessed(self) -> bool {
        self.held().all(SeatView::is_unassessed)
    }

    /// The sum of what their seats carry.
    #[must_use]
    pub fn total_load(self) -> Share {
        let sum = |person: PersonView<'_>| person.held().map(SeatView::total_load).sum();
        self.graph.person_loads.get_or_init(|| self.graph.people().map(sum).collect())[self.index as usize]
    }

    fn seats_by(self, keep: impl Fn(Tie) -> bool) -> impl Iterator<Item = SeatView<'g>> {
        let graph = self.graph;
        let ties = graph.ties_into(Vertex::Person(self.index)).filter(move |(tie, _)| keep(*tie));
        ties.filter_map(move |(_, vertex)| match vertex {
            Vertex::Seat(index) => Some(SeatView { graph, index }),
            _ => None,
        })
    }
}

impl PartialEq for PersonView<'_> {
    /// Two views of one graph are the same when they are of the same person.
    fn eq(&self, other: &Self) -> bool {
        self.index == other.index
    }
}
