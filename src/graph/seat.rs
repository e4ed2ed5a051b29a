//! A seat in its chart.

use crate::model::{Seat, SeatId, Share};

use super::{Load, MetricView, PersonView, PriorityView, SeatView, Standing, Tie, Vertex};

/// Who holds a seat.
#[derive(Clone, Copy, Debug)]
pub enum Holding<'g> {
    /// Its one owner.
    Owned(PersonView<'g>),
    /// Nobody owns it; this person covers.
    Interim(PersonView<'g>),
    /// Nobody owns or covers it.
    Vacant,
    /// Several people own it, so nobody does.
    Shared,
    /// Somebody is named who is not in the chart.
    Dangling,
    /// It could not be read who holds it.
    Unknown,
}

impl<'g> Holding<'g> {
    /// The one person who owns or covers the seat.
    #[must_use]
    pub fn person(self) -> Option<PersonView<'g>> {
        match self {
            Self::Owned(person) | Self::Interim(person) => Some(person),
            Self::Vacant | Self::Shared | Self::Dangling | Self::Unknown => None,
        }
    }
}

impl<'g> SeatView<'g> {
    /// The id.
    #[must_use]
    pub fn id(self) -> &'g SeatId {
        &self.claims().id.value
    }

    /// What the chart says of it.
    #[must_use]
    pub fn claims(self) -> &'g Seat {
        &self.graph.chart.seats.entries[self.index as usize]
    }

    /// The title, or the id where there is none.
    #[must_use]
    pub fn title(self) -> &'g str {
        self.claims().title.get().map_or(self.id().as_str(), |title| title.as_str())
    }

    /// The seat that it reports to.
    #[must_use]
    pub fn manager(self) -> Option<Self> {
        self.graph.tree.manager[self.index as usize].map(|index| Self { index, ..self })
    }

    /// The seats from its manager upwards, as far as they are known; a loop is followed once.
    pub fn managers(self) -> impl Iterator<Item = SeatView<'g>> {
        let mut entrance = None;
        std::iter::successors(self.manager(), |seat| seat.manager()).take_while(move |&seat| {
            seat.standing() != Standing::InLoop || entrance.replace(entrance.unwrap_or(seat)) != Some(seat)
        })
    }

    /// The seats that report to it; a seat that names itself as its manager does not count.
    pub fn reports(self) -> impl Iterator<Item = SeatView<'g>> {
        self.seats_into(Tie::ReportsTo).filter(move |seat| *seat != self)
    }

    /// Its relation to the roots.
    #[must_use]
    pub fn standing(self) -> Standing {
        self.graph.tree.standing[self.index as usize]
    }

    /// The layer from the top, 1 at a root.
    #[must_use]
    pub fn layer(self) -> usize {
        self.graph.tree.layer[self.index as usize] as usize
    }

    /// How many seats are below it.
    #[must_use]
    pub fn count_below(self) -> usize {
        self.graph.tree.below[self.index as usize] as usize
    }

    /// The function stated here or by the nearest seat above.
    #[must_use]
    pub fn function(self) -> Option<&'g str> {
        let index = self.graph.functions()[self.index as usize]?;
        let stated = &self.graph.chart.seats.entries[index as usize].function;
        stated.get().map(|function| function.as_str())
    }

    /// Who holds it.
    #[must_use]
    pub fn holding(self) -> Holding<'g> {
        let claims = self.claims();
        if claims.owner.is_wrong() {
            return Holding::Unknown;
        }
        let person = |tie| self.people_by(tie).next();
        match claims.owner.as_ref() {
            owners if self.graph.name_nobody(owners) => match (person(Tie::CoveredBy), claims.interim.spanned()) {
                (Some(person), _) => Holding::Interim(person),
                (None, Some(interim)) if self.graph.is_dangling(interim.span()) => Holding::Dangling,
                (None, Some(interim)) if self.graph.name_nobody(std::slice::from_ref(interim)) => Holding::Vacant,
                (None, None) if claims.interim.is_absent() => Holding::Vacant,
                (None, _) => Holding::Unknown,
            },
            [] => Holding::Vacant,
            [owner] => match person(Tie::OwnedBy) {
                Some(person) => Holding::Owned(person),
                None if self.graph.is_dangling(owner.span()) => Holding::Dangling,
                None => Holding::Unknown,
            },
            _ => Holding::Shared,
        }
    }

    /// The people named as owners.
    pub fn owners(self) -> impl Iterator<Item = PersonView<'g>> {
        self.people_by(Tie::OwnedBy)
    }

    /// The person who could take over tomorrow; the current holder does not count.
    #[must_use]
    pub fn backup(self) -> Option<PersonView<'g>> {
        let backup = self.claims().backup.get().filter(|_| !self.is_its_own_backup())?;
        self.graph.find_person(backup.as_str()).filter(|person| !person.is_nobody())
    }

    /// Whether nobody is named as its backup, or the one who holds it.
    #[must_use]
    pub fn lacks_backup(self) -> bool {
        let backup = &self.claims().backup;
        let is_nobody = backup.spanned().is_some_and(|id| self.graph.name_nobody(std::slice::from_ref(id)));
        backup.is_absent() || is_nobody || self.is_its_own_backup()
    }

    /// Whether the person named as its backup is the one who holds it.
    #[must_use]
    pub fn is_its_own_backup(self) -> bool {
        let holder = self.holding().person();
        self.claims().backup.get().is_some_and(|backup| holder.is_some_and(|holder| holder.id() == backup))
    }

    /// The people who work in it without answering for it.
    pub fn members(self) -> impl Iterator<Item = PersonView<'g>> {
        self.people_by(Tie::WorkedBy)
    }

    /// The seats that it also works for.
    pub fn dotted_to(self) -> impl Iterator<Item = SeatView<'g>> {
        let graph = self.graph;
        graph.out(Vertex::Seat(self.index), Tie::DottedTo).filter_map(move |vertex| match vertex {
            Vertex::Seat(index) => Some(SeatView { graph, index }),
            _ => None,
        })
    }

    /// The seats that also work for it.
    pub fn dotted_from(self) -> impl Iterator<Item = SeatView<'g>> {
        self.seats_into(Tie::DottedTo)
    }

    /// The metrics that it keeps.
    pub fn metrics(self) -> impl Iterator<Item = MetricView<'g>> {
        let graph = self.graph;
        graph.into(Vertex::Seat(self.index), Tie::KeptBy).filter_map(move |vertex| match vertex {
            Vertex::Metric(index) => Some(MetricView { graph, index }),
            _ => None,
        })
    }

    /// The priorities that it owns.
    pub fn priorities(self) -> impl Iterator<Item = PriorityView<'g>> {
        self.priorities_into(Tie::AnsweredBy)
    }

    /// The priorities that it contributes to.
    pub fn contributions(self) -> impl Iterator<Item = PriorityView<'g>> {
        self.priorities_into(Tie::HelpedBy)
    }

    /// What it carries, term by term.
    #[must_use]
    pub fn load(self) -> Load<'g> {
        Load::of(self, &self.graph.rates)
    }

    /// Whether nothing is stated by which its load could be counted.
    #[must_use]
    pub fn is_unassessed(self) -> bool {
        let load = self.load();
        let priorities = load.priorities + load.weighed_priorities + load.contributions;
        load.responsibilities + priorities + load.reports == 0
    }

    /// The sum of what it carries.
    #[must_use]
    pub fn total_load(self) -> Share {
        self.graph.seat_loads[self.index as usize]
    }

    /// Whether it has a line of sight to a strategic priority; see
    /// [`has_strategic_priorities`](super::Graph::has_strategic_priorities).
    #[must_use]
    pub fn is_linked(self) -> bool {
        self.graph.sight().linked[self.index as usize]
    }

    fn people_by(self, tie: Tie) -> impl Iterator<Item = PersonView<'g>> {
        let graph = self.graph;
        graph.out(Vertex::Seat(self.index), tie).filter_map(move |vertex| match vertex {
            Vertex::Person(index) => Some(PersonView { graph, index }),
            _ => None,
        })
    }

    fn seats_into(self, tie: Tie) -> impl Iterator<Item = SeatView<'g>> {
        let graph = self.graph;
        graph.into(Vertex::Seat(self.index), tie).filter_map(move |vertex| match vertex {
            Vertex::Seat(index) => Some(SeatView { graph, index }),
            _ => None,
        })
    }

    fn priorities_into(self, tie: Tie) -> impl Iterator<Item = PriorityView<'g>> {
        let graph = self.graph;
        graph.into(Vertex::Seat(self.index), tie).filter_map(move |vertex| match vertex {
            Vertex::Priority(index) => Some(PriorityView { graph, index }),
            _ => None,
        })
    }
}

impl PartialEq for SeatView<'_> {
    /// Two views of one graph are the same when they are of the same seat.
    fn eq(&self, other: &Self) -> bool {
        self.index == other.index
    }
}
