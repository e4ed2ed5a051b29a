//! From ids to nodes and edges.

use std::collections::HashMap;

use petgraph::graph::{DiGraph, NodeIndex};

use crate::model::{Chart, Claims, Id, Kind, Metrics, People, Priorities, Seats, Table};
use crate::text::{Span, Spanned, nearest};

use super::{Tie, Vertex, count};

/// How many ids are looked through to suggest others: all that a person reads, and no more of a chart made to
/// have nothing but unknown ids.
const LOOKED_THROUGH: usize = 2_000_000;

/// A reference to an id that nothing of the right kind defines.
#[derive(Clone, Debug)]
pub struct Dangling<'c> {
    /// Where the id is used.
    pub span: Span,
    /// The id.
    pub id: &'c str,
    /// What should have that id: "seat", "person" or "priority".
    pub wanted: &'static str,
    /// What there is instead.
    pub found: Option<Found<'c>>,
    /// The entry that refers to it: its kind and id.
    pub from: (&'static str, &'c str),
}

/// Which of a chart's people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PersonIndex(pub(super) u32);

/// What an id that was taken for another might mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found<'c> {
    /// A person, where a seat was meant; [`Graph::person`](super::Graph::person) tells of them.
    Person(PersonIndex),
    /// A seat, where a person was meant; its owner, if it has one.
    Seat(Option<&'c str>),
    /// Something else of that id.
    Other(&'static str),
    /// The nearest id of the right kind.
    Near(&'c str),
}

/// The node of a vertex: the tables lie end to end.
pub(super) fn node(chart: &Chart, vertex: Vertex) -> NodeIndex<u32> {
    let seats = count(&chart.seats.entries);
    let people = seats + count(&chart.people.entries);
    let priorities = people + count(&chart.priorities.entries);
    NodeIndex::new(match vertex {
        Vertex::Seat(index) => index,
        Vertex::Person(index) => seats + index,
        Vertex::Priority(index) => people + index,
        Vertex::Metric(index) => priorities + index,
    } as usize)
}

/// Resolves every reference of a chart.
pub(super) fn build(chart: &Chart) -> (DiGraph<Vertex, Tie, u32>, Vec<Dangling<'_>>) {
    let mut builder = Builder {
        chart,
        seats: ids(&chart.seats),
        people: ids(&chart.people),
        priorities: ids(&chart.priorities),
        metrics: ids(&chart.metrics),
        edges: Vec::with_capacity(chart.seats.entries.len() * 2),
        dangling: Vec::new(),
        candidates: HashMap::new(),
        to_look_through: LOOKED_THROUGH,
    };
    builder.seats();
    builder.priorities();
    builder.metrics();
    builder.promise();
    let Builder { edges, mut dangling, .. } = builder;
    dangling.sort_by_key(|dangling| dangling.span);
    (assemble(chart, &edges), dangling)
}

fn assemble(chart: &Chart, edges: &[(Vertex, Tie, Vertex)]) -> DiGraph<Vertex, Tie, u32> {
    let sizes = [
        count(&chart.seats.entries),
        count(&chart.people.entries),
        count(&chart.priorities.entries),
        count(&chart.metrics.entries),
    ];
    let mut ties = DiGraph::with_capacity(sizes.iter().sum::<u32>() as usize, edges.len());
    for (kind, size) in [Vertex::Seat, Vertex::Person, Vertex::Priority, Vertex::Metric].into_iter().zip(sizes) {
        for index in 0..size {
            ties.add_node(kind(index));
        }
    }
    // petgraph hands edges out last first: added backwards, they come in the order of the text.
    for &(from, tie, to) in edges.iter().rev() {
        ties.add_edge(node(chart, from), node(chart, to), tie);
    }
    ties
}

/// The entries by their ids; `None` where an entry exists but could not be read.
type Ids<'c> = HashMap<&'c str, Option<u32>>;

fn ids<K, C>(table: &Table<K, C>) -> Ids<'_> {
    let readable = table.entries.iter().zip(0..).map(|(entry, index)| (entry.id.value.as_str(), Some(index)));
    let unreadable = table.unreadable.iter().map(|id| (id.value.as_str(), None));
    readable.chain(unreadable).collect()
}

struct Builder<'c> {
    chart: &'c Chart,
    seats: Ids<'c>,
    people: Ids<'c>,
    priorities: Ids<'c>,
    metrics: Ids<'c>,
    edges: Vec<(Vertex, Tie, Vertex)>,
    dangling: Vec<Dangling<'c>>,
    /// The ids of a kind by name, for suggestions.
    candidates: HashMap<&'static str, Vec<&'c str>>,
    to_look_through: usize,
}

impl<'c> Builder<'c> {
    fn seats(&mut self) {
        for (seat, index) in self.chart.seats.entries.iter().zip(0..) {
            let from = (Vertex::Seat(index), seat.id.value.as_str());
            self.tie_seats(from, Tie::ReportsTo, seat.reports_to.spanned());
            self.tie_people(from, Tie::OwnedBy, &seat.owner);
            if seat.owner.is_empty() {
                self.tie_people(from, Tie::CoveredBy, seat.interim.spanned());
            }
            self.tie_people(from, Tie::BackedUpBy, seat.backup.spanned());
            self.tie_people(from, Tie::WorkedBy, &seat.members);
            self.tie_seats(from, Tie::DottedTo, &seat.dotted_to);
        }
    }

    fn priorities(&mut self) {
        for (priority, index) in self.chart.priorities.entries.iter().zip(0..) {
            let from = (Vertex::Priority(index), priority.id.value.as_str());
            self.tie_seats(from, Tie::AnsweredBy, &priority.owner);
            self.tie_seats(from, Tie::HelpedBy, &priority.contributors);
            self.tie_priorities(from, Tie::Supports, &priority.supports);
        }
    }

    fn metrics(&mut self) {
        for (metric, index) in self.chart.metrics.entries.iter().zip(0..) {
            let from = (Vertex::Metric(index), metric.id.value.as_str());
            self.tie_seats(from, Tie::KeptBy, &metric.owner);
            self.tie_priorities(from, Tie::Measures, &metric.measures);
        }
    }

    /// The promise has no node; its owner is looked up so that a wrong one is reported.
    fn promise(&mut self) {
        let promise = self.chart.strategy.get().and_then(|strategy| strategy.promise.get());
        if let Some(owner) = promise.and_then(|promise| promise.owner.spanned())
            && !self.seats.contains_key(owner.value.as_str())
        {
            self.dangle::<Seats>(("promise", ""), owner);
        }
    }

    fn tie_seats(&mut self, from: (Vertex, &'c str), tie: Tie, ids: impl IntoIterator<Item = &'c Spanned<Id<Seats>>>) {
        for id in ids {
            match self.seats.get(id.value.as_str()) {
                Some(Some(to)) => self.edges.push((from.0, tie, Vertex::Seat(*to))),
                Some(None) => {}
                None => self.dangle::<Seats>((noun(from.0), from.1), id),
            }
        }
    }

    fn tie_people(
        &mut self,
        from: (Vertex, &'c str),
        tie: Tie,
        ids: impl IntoIterator<Item = &'c Spanned<Id<People>>>,
    ) {
        for id in ids {
            match self.people.get(id.value.as_str()) {
                Some(Some(to)) => self.edges.push((from.0, tie, Vertex::Person(*to))),
                Some(None) => {}
                None => self.dangle::<People>((noun(from.0), from.1), id),
            }
        }
    }

    fn tie_priorities(&mut self, from: (Vertex, &'c str), tie: Tie, ids: &'c Claims<Id<Priorities>>) {
        for id in ids {
            match self.priorities.get(id.value.as_str()) {
                Some(Some(to)) => self.edges.push((from.0, tie, Vertex::Priority(*to))),
                Some(None) => {}
                None => self.dangle::<Priorities>((noun(from.0), from.1), id),
            }
        }
    }

    /// Keeps a reference that leads nowhere; in a chart that was read in part it may well lead
    /// somewhere.
    fn dangle<K: Kind>(&mut self, from: (&'static str, &'c str), id: &'c Spanned<Id<K>>) {
        if self.chart.is_partial {
            return;
        }
        let text = id.value.as_str();
        let found = self.found(text, K::NOUN);
        self.dangling.push(Dangling { span: id.span, id: text, wanted: K::NOUN, found, from });
    }

    fn found(&mut self, id: &str, wanted: &'static str) -> Option<Found<'c>> {
        let chart = self.chart;
        let (right, seats, people) = match wanted {
            Seats::NOUN => (&self.seats, None, self.people.get(id)),
            People::NOUN => (&self.people, self.seats.get(id), None),
            _ => (&self.priorities, self.seats.get(id), self.people.get(id)),
        };
        if let Some(person) = people {
            return Some(match person {
                Some(index) if wanted == Seats::NOUN => Found::Person(PersonIndex(*index)),
                _ => Found::Other(People::NOUN),
            });
        }
        if let Some(seat) = seats {
            let owner = seat.and_then(|index| chart.seats.entries[index as usize].owner.first());
            return Some(match wanted {
                People::NOUN => Found::Seat(owner.map(|owner| owner.value.as_str())),
                _ => Found::Other(Seats::NOUN),
            });
        }
        for (ids, kind) in [(&self.priorities, Priorities::NOUN), (&self.metrics, Metrics::NOUN)] {
            if kind != wanted && ids.contains_key(id) {
                return Some(Found::Other(kind));
            }
        }
        self.to_look_through = self.to_look_through.checked_sub(right.len())?;
        // Hash order must not show: of several that are equally near, the first by name.
        let candidates = self.candidates.entry(wanted).or_insert_with(|| {
            let mut ids: Vec<&str> = right.keys().copied().collect();
            ids.sort_unstable();
            ids
        });
        nearest(id, candidates.iter().copied()).map(Found::Near)
    }
}

fn noun(vertex: Vertex) -> &'static str {
    match vertex {
        Vertex::Seat(_) => Seats::NOUN,
        Vertex::Person(_) => People::NOUN,
        Vertex::Priority(_) => Priorities::NOUN,
        Vertex::Metric(_) => Metrics::NOUN,
    }
}
