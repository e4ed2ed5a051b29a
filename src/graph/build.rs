//! From ids to nodes and edges.

use std::collections::{HashMap, HashSet};

use petgraph::graph::{DiGraph, NodeIndex};

use crate::model::{
    Chart, Claims, Id, Index, Kind, Lookup, MetricClaims, Metrics, Noun, People, PersonClaims, Priorities,
    PriorityClaims, SeatClaims, Seats,
};
use crate::text::{Span, Spanned, Suggestions};

use super::{EntryRef, Tie, Vertex, count, is_one_of};

/// A reference to an id that nothing of the right kind defines.
#[derive(Clone, Debug)]
pub struct Dangling<'c> {
    /// Where the id is used.
    pub span: Span,
    /// The id.
    pub id: &'c str,
    /// What should have that id.
    pub wanted: Noun,
    /// What there is instead.
    pub found: Option<Found<'c>>,
    /// The entry that refers to it; none for the promise.
    pub from: Option<EntryRef>,
    /// The key under which it refers to it.
    pub key: &'static str,
}

/// What an id that was taken for another might mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found<'c> {
    /// Another entry of that id.
    Entry(EntryRef),
    /// Something else of that id, which could not be read.
    Unreadable(Noun),
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

/// What a node represents.
pub(super) fn vertex(chart: &Chart, node: NodeIndex<u32>) -> Vertex {
    let mut index = u32::try_from(node.index()).expect("nodes are counted in 32 bits");
    let sizes = [count(&chart.seats.entries), count(&chart.people.entries), count(&chart.priorities.entries)];
    for (size, kind) in sizes.into_iter().zip([Vertex::Seat, Vertex::Person, Vertex::Priority]) {
        match index.checked_sub(size) {
            None => return kind(index),
            Some(rest) => index = rest,
        }
    }
    Vertex::Metric(index)
}

/// Resolves every reference of a chart. A person who is nobody gets no ties.
pub(super) fn build<'c>(chart: &'c Chart, nobodies: &HashSet<&'c str>) -> (DiGraph<(), Tie, u32>, Vec<Dangling<'c>>) {
    let (seats, people) = rayon::join(|| Index::new(&chart.seats), || Index::new(&chart.people));
    let mut builder = Builder {
        chart,
        nobodies,
        seats,
        people,
        priorities: Index::new(&chart.priorities),
        metrics: Index::new(&chart.metrics),
        // A little more than a usual chart has.
        edges: Vec::with_capacity((chart.seats.entries.len() + chart.priorities.entries.len()) * 2),
        dangling: Vec::new(),
        candidates: HashMap::new(),
        suggestions: Suggestions::default(),
    };
    builder.seats();
    builder.priorities();
    builder.metrics();
    builder.promise();
    let Builder { edges, mut dangling, .. } = builder;
    dangling.sort_by_key(|dangling| dangling.span);
    (assemble(chart, &edges), dangling)
}

fn assemble(chart: &Chart, edges: &[Edge]) -> DiGraph<(), Tie, u32> {
    let nodes = node(chart, Vertex::Metric(count(&chart.metrics.entries))).index();
    let mut ties = DiGraph::with_capacity(nodes, edges.len());
    for _ in 0..nodes {
        ties.add_node(());
    }
    // petgraph hands edges out last first: added backwards, they come in the order of the text.
    for &(from, tie, to) in edges.iter().rev() {
        ties.add_edge(from, to, tie);
    }
    ties
}

/// A tie between two nodes.
type Edge = (NodeIndex<u32>, Tie, NodeIndex<u32>);

struct Builder<'b, 'c> {
    chart: &'c Chart,
    nobodies: &'b HashSet<&'c str>,
    seats: Index<'c, Seats, SeatClaims>,
    people: Index<'c, People, PersonClaims>,
    priorities: Index<'c, Priorities, PriorityClaims>,
    metrics: Index<'c, Metrics, MetricClaims>,
    edges: Vec<Edge>,
    dangling: Vec<Dangling<'c>>,
    /// The ids of a kind by name, for suggestions.
    candidates: HashMap<Noun, Vec<&'c str>>,
    suggestions: Suggestions,
}

impl<'c> Builder<'_, 'c> {
    fn seats(&mut self) {
        for (seat, index) in self.chart.seats.entries.iter().zip(0..) {
            let from = Vertex::Seat(index);
            self.tie_seats(from, Some(Tie::ReportsTo), seat.reports_to.spanned());
            self.tie_people(from, Some(Tie::OwnedBy), &seat.owner);
            if seat.owner.iter().all(|owner| is_one_of(self.nobodies, &owner.value)) {
                self.tie_people(from, Some(Tie::CoveredBy), seat.interim.spanned());
            }
            self.tie_people(from, None, seat.backup.spanned());
            self.tie_people(from, Some(Tie::WorkedBy), &seat.members);
            self.tie_seats(from, Some(Tie::DottedTo), &seat.dotted_to);
        }
    }

    fn priorities(&mut self) {
        for (priority, index) in self.chart.priorities.entries.iter().zip(0..) {
            let from = Vertex::Priority(index);
            self.tie_seats(from, Some(Tie::AnsweredBy), &priority.owner);
            self.tie_seats(from, Some(Tie::HelpedBy), &priority.contributors);
            self.tie_priorities(from, Tie::Supports, &priority.supports);
        }
    }

    fn metrics(&mut self) {
        for (metric, index) in self.chart.metrics.entries.iter().zip(0..) {
            let from = Vertex::Metric(index);
            self.tie_seats(from, Some(Tie::KeptBy), &metric.owner);
            self.tie_priorities(from, Tie::Measures, &metric.measures);
        }
    }

    /// The promise has no node; its owner is looked up so that a wrong one is reported.
    fn promise(&mut self) {
        let promise = self.chart.strategy.get().and_then(|strategy| strategy.promise.get());
        if let Some(owner) = promise.and_then(|promise| promise.owner.spanned())
            && self.seats.get(owner.value.as_str()).is_none()
        {
            self.dangle::<Seats>(None, "owner", owner);
        }
    }

    fn tie_seats(&mut self, from: Vertex, tie: Option<Tie>, ids: impl IntoIterator<Item = &'c Spanned<Id<Seats>>>) {
        for id in ids {
            match self.seats.get(id.value.as_str()) {
                Some(Lookup::Entry(to)) => self.add(from, tie, Vertex::Seat(to)),
                Some(Lookup::Unreadable) => {}
                None => self.dangle::<Seats>(Some(EntryRef(from)), key(tie), id),
            }
        }
    }

    fn tie_people(&mut self, from: Vertex, tie: Option<Tie>, ids: impl IntoIterator<Item = &'c Spanned<Id<People>>>) {
        for id in ids {
            match self.people.get(id.value.as_str()) {
                Some(Lookup::Entry(_)) if is_one_of(self.nobodies, &id.value) => {}
                Some(Lookup::Entry(to)) => self.add(from, tie, Vertex::Person(to)),
                Some(Lookup::Unreadable) => {}
                None => self.dangle::<People>(Some(EntryRef(from)), key(tie), id),
            }
        }
    }

    fn tie_priorities(&mut self, from: Vertex, tie: Tie, ids: &'c Claims<Id<Priorities>>) {
        for id in ids {
            match self.priorities.get(id.value.as_str()) {
                Some(Lookup::Entry(to)) => self.add(from, Some(tie), Vertex::Priority(to)),
                Some(Lookup::Unreadable) => {}
                None => self.dangle::<Priorities>(Some(EntryRef(from)), key(Some(tie)), id),
            }
        }
    }

    /// Adds a tie; a reference that few follow is only looked up.
    fn add(&mut self, from: Vertex, tie: Option<Tie>, to: Vertex) {
        self.edges.extend(tie.map(|tie| (node(self.chart, from), tie, node(self.chart, to))));
    }

    /// Keeps a reference that leads nowhere; in a chart that was read in part it may well lead
    /// somewhere.
    fn dangle<K: Kind>(&mut self, from: Option<EntryRef>, key: &'static str, id: &'c Spanned<Id<K>>) {
        if self.chart.is_partial {
            return;
        }
        let text = id.value.as_str();
        let found = self.found(text, K::NOUN);
        self.dangling.push(Dangling { span: id.span(), id: text, wanted: K::NOUN, found, from, key });
    }

    /// What an id might mean that nothing of the wanted kind has.
    fn found(&mut self, id: &str, wanted: Noun) -> Option<Found<'c>> {
        let found = |lookup: Option<Lookup>, noun, vertex: fn(u32) -> Vertex| {
            lookup.map(|lookup| match lookup {
                Lookup::Entry(index) => Found::Entry(EntryRef(vertex(index))),
                Lookup::Unreadable => Found::Unreadable(noun),
            })
        };
        let other = found(self.people.get(id), Noun::Person, Vertex::Person)
            .or_else(|| found(self.seats.get(id), Noun::Seat, Vertex::Seat))
            .or_else(|| found(self.priorities.get(id), Noun::Priority, Vertex::Priority))
            .or_else(|| found(self.metrics.get(id), Noun::Metric, Vertex::Metric));
        if other.is_some() {
            return other;
        }
        // If several are equally near, the first by name.
        let candidates = self.candidates.entry(wanted).or_insert_with(|| {
            let mut ids: Vec<&str> = match wanted {
                Noun::Seat => self.seats.ids().collect(),
                Noun::Person => self.people.ids().collect(),
                _ => self.priorities.ids().collect(),
            };
            ids.sort_unstable();
            ids
        });
        self.suggestions.nearest(id, candidates.iter().copied()).map(Found::Near)
    }
}

/// The key that a tie is written under; without a tie it is a seat's backup.
fn key(tie: Option<Tie>) -> &'static str {
    match tie {
        Some(Tie::ReportsTo) => "reports_to",
        Some(Tie::DottedTo) => "dotted_to",
        Some(Tie::OwnedBy | Tie::AnsweredBy | Tie::KeptBy) => "owner",
        Some(Tie::CoveredBy) => "interim",
        Some(Tie::WorkedBy) => "members",
        Some(Tie::HelpedBy) => "contributors",
        Some(Tie::Supports) => "supports",
        Some(Tie::Measures) => "measures",
        None => "backup",
    }
}
