//! Seats, people, priorities and metrics where it does not matter which.

use crate::model::Noun;
use crate::phrase::{Args, By, Entry, Say, of_kind};
use crate::text::Span;

use super::{Graph, MetricView, PersonView, PriorityView, SeatView, Vertex};

/// Which entry of a chart: eight bytes that the chart's graph can follow.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntryRef(pub(super) Vertex);

/// An entry in its chart.
#[derive(Clone, Copy, Debug)]
pub enum EntryView<'g> {
    /// A seat.
    Seat(SeatView<'g>),
    /// A person.
    Person(PersonView<'g>),
    /// A priority.
    Priority(PriorityView<'g>),
    /// A metric.
    Metric(MetricView<'g>),
}

impl EntryRef {
    /// What it is.
    #[must_use]
    pub fn noun(self) -> Noun {
        match self.0 {
            Vertex::Seat(_) => Noun::Seat,
            Vertex::Person(_) => Noun::Person,
            Vertex::Priority(_) => Noun::Priority,
            Vertex::Metric(_) => Noun::Metric,
        }
    }
}

impl<'g> EntryView<'g> {
    /// What it is.
    #[must_use]
    pub fn noun(self) -> Noun {
        self.handle().noun()
    }

    /// Its id.
    #[must_use]
    pub fn id(self) -> &'g str {
        match self {
            Self::Seat(seat) => seat.id().as_str(),
            Self::Person(person) => person.id().as_str(),
            Self::Priority(priority) => priority.id().as_str(),
            Self::Metric(metric) => metric.id().as_str(),
        }
    }

    /// Its title or name; the id where it has none.
    #[must_use]
    pub fn name(self) -> &'g str {
        match self {
            Self::Seat(seat) => seat.title(),
            Self::Person(person) => person.name(),
            Self::Priority(priority) => priority.title(),
            Self::Metric(metric) => metric.title(),
        }
    }

    /// Where it is defined.
    #[must_use]
    pub fn span(self) -> Span {
        match self {
            Self::Seat(seat) => seat.claims().id.span(),
            Self::Person(person) => person.claims().id.span(),
            Self::Priority(priority) => priority.claims().id.span(),
            Self::Metric(metric) => metric.claims().id.span(),
        }
    }

    /// Which entry it is, without its graph.
    #[must_use]
    pub fn handle(self) -> EntryRef {
        EntryRef(match self {
            Self::Seat(seat) => Vertex::Seat(seat.index),
            Self::Person(person) => Vertex::Person(person.index),
            Self::Priority(priority) => Vertex::Priority(priority.index),
            Self::Metric(metric) => Vertex::Metric(metric.index),
        })
    }

    /// The seat, if it is one.
    #[must_use]
    pub fn seat(self) -> Option<SeatView<'g>> {
        if let Self::Seat(seat) = self { Some(seat) } else { None }
    }

    /// The person, if it is one.
    #[must_use]
    pub fn person(self) -> Option<PersonView<'g>> {
        if let Self::Person(person) = self { Some(person) } else { None }
    }

    /// The priority, if it is one.
    #[must_use]
    pub fn priority(self) -> Option<PriorityView<'g>> {
        if let Self::Priority(priority) = self { Some(priority) } else { None }
    }

    /// The metric, if it is one.
    #[must_use]
    pub fn metric(self) -> Option<MetricView<'g>> {
        if let Self::Metric(metric) = self { Some(metric) } else { None }
    }
}

impl Say for EntryView<'_> {
    fn say(&self, to: &mut Args) {
        of_kind(self.noun(), self.id(), self.name()).say(to);
    }
}

/// An entry that plain text shows by its name.
pub fn by_name<'g>(entry: impl Into<EntryView<'g>>) -> Entry<'g> {
    let entry = entry.into();
    Entry { by: By::Name, ..of_kind(entry.noun(), entry.id(), entry.name()) }
}

/// An entry that plain text shows only by its id, since many are in a row.
pub fn bare<'g>(entry: impl Into<EntryView<'g>>) -> Entry<'g> {
    Entry { by: By::Bare, ..by_name(entry) }
}

macro_rules! entries {
    ($($view:ident $variant:ident;)*) => {$(
        impl Say for $view<'_> {
            fn say(&self, to: &mut Args) {
                EntryView::from(*self).say(to);
            }
        }

        impl<'g> From<$view<'g>> for EntryView<'g> {
            fn from(view: $view<'g>) -> Self {
                Self::$variant(view)
            }
        }
    )*};
}

entries! {
    SeatView Seat;
    PersonView Person;
    PriorityView Priority;
    MetricView Metric;
}

impl Graph<'_> {
    /// An entry of this chart.
    #[must_use]
    pub fn entry(&self, entry: EntryRef) -> EntryView<'_> {
        match entry.0 {
            Vertex::Seat(index) => SeatView { graph: self, index }.into(),
            Vertex::Person(index) => PersonView { graph: self, index }.into(),
            Vertex::Priority(index) => PriorityView { graph: self, index }.into(),
            Vertex::Metric(index) => MetricView { graph: self, index }.into(),
        }
    }

    /// Every entry: the seats, the people, the priorities and the metrics, each in the order of the files.
    pub fn entries(&self) -> impl Iterator<Item = EntryView<'_>> {
        let seats = self.seats().map(EntryView::from).chain(self.people().map(EntryView::from));
        seats.chain(self.priorities().map(EntryView::from)).chain(self.metrics().map(EntryView::from))
    }

    /// The entry of a kind with an id.
    #[must_use]
    pub fn find(&self, noun: Noun, id: &str) -> Option<EntryView<'_>> {
        match noun {
            Noun::Seat => self.find_seat(id).map(EntryView::from),
            Noun::Person => self.find_person(id).map(EntryView::from),
            Noun::Priority => self.find_priority(id).map(EntryView::from),
            Noun::Metric => self.find_metric(id).map(EntryView::from),
            Noun::Chart | Noun::Strategy | Noun::Promise => None,
        }
    }
}
