//! What follows from the claims of a chart: who answers to whom, who answers for what, who carries how
//! much.
//!
//! The only layer that knows petgraph. Outside it go borrowed views with ids; indices stay here.
//! Everything is computed by loops, so that no chart is too deep.

mod accountable;
mod answer;
mod build;
mod entry;
mod find;
mod known;
mod load;
mod meaning;
mod metric;
mod person;
mod priority;
mod seat;
mod sight;
mod tree;
mod views;
mod waits;

use std::collections::HashSet;
use std::sync::OnceLock;

use petgraph::Direction;
use petgraph::graph::{DiGraph, NodeIndex};
use petgraph::visit::EdgeRef;

use crate::model::{Chart, Entries, PersonId, Share};
use crate::text::{Span, Spanned, is_nobody, unseen};

pub use accountable::{Accountable, Charge};
pub use answer::{Answer, Orphan, Sharing};
pub use build::{Dangling, Found};
pub use entry::{EntryRef, EntryView, bare, by_name};
pub use load::{Load, LoadRates, Spans};
pub use seat::Holding;
pub use tree::Standing;
pub use views::{MetricView, PersonView, PriorityView, SeatView};
pub use waits::{Department, Wait, Waits};

/// A chart as a graph: ids resolved, the tree laid out, loads summed.
#[derive(Debug)]
pub struct Graph<'c> {
    chart: &'c Chart,
    rates: LoadRates,
    ties: DiGraph<(), Tie, u32>,
    /// References that nothing defines, in the order of the text.
    dangling: Vec<Dangling<'c>>,
    /// The ids of people whose name says that there is nobody: an entry that names only them names nobody.
    nobodies: HashSet<&'c str>,
    tree: tree::Tree,
    priority_loops: Vec<Vec<u32>>,
    seat_loads: Vec<Share>,
    person_loads: OnceLock<Vec<Share>>,
    sight: OnceLock<sight::Sight>,
    by_id: OnceLock<find::ById>,
    /// Where the function that holds for each seat is stated: itself or a seat above.
    functions: OnceLock<Vec<Option<u32>>>,
    /// Who could take over which seat, in the order of the people and then of the text.
    backups: OnceLock<Vec<(u32, u32)>>,
}

/// What a node represents: an index into the chart's table of that kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Vertex {
    Seat(u32),
    Person(u32),
    Priority(u32),
    Metric(u32),
}

/// What an edge says of the node it starts from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Tie {
    /// Seat to seat: answers to.
    ReportsTo,
    /// Seat to seat: a matrix line.
    DottedTo,
    /// Seat to person.
    OwnedBy,
    /// Seat to person: covers while there is no owner.
    CoveredBy,
    /// Seat to person: works in it.
    WorkedBy,
    /// Priority to seat.
    AnsweredBy,
    /// Priority to seat.
    HelpedBy,
    /// Priority to priority: the line of sight upwards.
    Supports,
    /// Metric to seat.
    KeptBy,
    /// Metric to priority.
    Measures,
}

impl<'c> Graph<'c> {
    /// Builds the graph of a chart, with the rates by which load is counted.
    #[must_use]
    pub fn new(chart: &'c Chart, rates: LoadRates) -> Self {
        let nobodies = nobodies(chart);
        let (ties, dangling) = build::build(chart, &nobodies);
        let (tree, priority_loops) =
            rayon::join(|| tree::Tree::new(chart, &ties, &dangling), || tree::priority_loops(chart, &ties));
        let mut graph = Self {
            chart,
            rates,
            ties,
            dangling,
            nobodies,
            tree,
            priority_loops,
            seat_loads: Vec::new(),
            person_loads: OnceLock::new(),
            sight: OnceLock::new(),
            by_id: OnceLock::new(),
            functions: OnceLock::new(),
            backups: OnceLock::new(),
        };
        graph.seat_loads = graph.seats().map(|seat| seat.load().total()).collect();
        graph
    }

    /// The chart that this is the graph of.
    #[must_use]
    pub fn chart(&self) -> &'c Chart {
        self.chart
    }

    /// The rates by which load is counted.
    #[must_use]
    pub fn rates(&self) -> &LoadRates {
        &self.rates
    }

    /// The references that nothing defines, in the order of the text.
    #[must_use]
    pub fn dangling(&self) -> &[Dangling<'c>] {
        &self.dangling
    }

    /// The seats in the order of the files.
    pub fn seats(&self) -> impl ExactSizeIterator<Item = SeatView<'_>> {
        (0..count(&self.chart.seats.entries)).map(|index| SeatView { graph: self, index })
    }

    /// The seats in tree order: each before those below it, siblings in the order of the files, and at
    /// the end those that no root leads to.
    pub fn tree(&self) -> impl ExactSizeIterator<Item = SeatView<'_>> {
        self.tree.order.iter().map(|&index| SeatView { graph: self, index })
    }

    /// The seat with a responsibility at this place in the text.
    #[must_use]
    pub fn seat_answering_at(&self, place: Span) -> Option<SeatView<'_>> {
        let answers = |seat: &SeatView<'_>| seat.claims().responsibilities.iter().any(|one| one.span() == place);
        // The entry in which it lies, unless one text was laid over another.
        let after = self.chart.seats.entries.partition_point(|seat| seat.id.span().start() <= place.start());
        let at = after.checked_sub(1).and_then(|at| u32::try_from(at).ok());
        let near = at.map(|index| SeatView { graph: self, index });
        near.filter(answers).or_else(|| self.seats().find(answers))
    }

    /// The people in the order of the files.
    pub fn people(&self) -> impl ExactSizeIterator<Item = PersonView<'_>> {
        (0..count(&self.chart.people.entries)).map(|index| PersonView { graph: self, index })
    }

    /// The priorities in the order of the files.
    pub fn priorities(&self) -> impl ExactSizeIterator<Item = PriorityView<'_>> {
        (0..count(&self.chart.priorities.entries)).map(|index| PriorityView { graph: self, index })
    }

    /// The metrics in the order of the files.
    pub fn metrics(&self) -> impl ExactSizeIterator<Item = MetricView<'_>> {
        (0..count(&self.chart.metrics.entries)).map(|index| MetricView { graph: self, index })
    }

    /// Where the function that holds for each seat is stated. Rules don't need it, so it is computed on demand.
    fn functions(&self) -> &[Option<u32>] {
        self.functions.get_or_init(|| {
            let mut functions = vec![None; self.chart.seats.entries.len()];
            // A manager comes before the reports.
            for &seat in &self.tree.order {
                let is_stated = !self.chart.seats.entries[seat as usize].function.is_absent();
                let manager = self.tree.manager[seat as usize];
                functions[seat as usize] =
                    if is_stated { Some(seat) } else { manager.and_then(|manager| functions[manager as usize]) };
            }
            functions
        })
    }

    /// The seat that keeps the promise, if one is named and exists.
    #[must_use]
    pub fn promise_keeper(&self) -> Option<SeatView<'_>> {
        let owner = &self.chart.strategy.get()?.promise.get()?.owner;
        let owner = owner.get()?;
        self.seats().find(|seat| seat.id() == owner)
    }

    /// The loops of seats that report to each other; each from its first seat in the order of the files
    /// upwards.
    pub fn seat_loops(&self) -> impl Iterator<Item = Vec<SeatView<'_>>> {
        self.tree.loops.iter().map(|path| path.iter().map(|&index| SeatView { graph: self, index }).collect())
    }

    /// The loops of priorities that support each other; one path for each knot of them.
    pub fn priority_loops(&self) -> impl Iterator<Item = Vec<PriorityView<'_>>> {
        self.priority_loops.iter().map(|path| path.iter().map(|&index| PriorityView { graph: self, index }).collect())
    }

    /// The number of layers, counted from the roots; 0 without a root.
    #[must_use]
    pub fn layers(&self) -> usize {
        self.tree.layers
    }

    /// Whether an id is that of a person whose name says that there is nobody, such as `TBD`.
    #[must_use]
    pub fn is_nobody(&self, person: &str) -> bool {
        self.nobodies.contains(person)
    }

    /// Whether ids of people name nobody but those whose name says that there is nobody, or none at all.
    fn name_nobody(&self, people: &[Spanned<PersonId>]) -> bool {
        people.iter().all(|person| is_one_of(&self.nobodies, &person.value))
    }

    fn is_dangling(&self, span: Span) -> bool {
        self.dangling.binary_search_by_key(&span, |dangling| dangling.span).is_ok()
    }

    fn node(&self, vertex: Vertex) -> NodeIndex<u32> {
        build::node(self.chart, vertex)
    }

    /// Where the ties of one kind lead to from a node, in the order of the text.
    fn out(&self, from: Vertex, tie: Tie) -> impl Iterator<Item = Vertex> {
        self.ties
            .edges_directed(self.node(from), Direction::Outgoing)
            .filter(move |edge| *edge.weight() == tie)
            .map(|edge| build::vertex(self.chart, edge.target()))
    }

    /// Where the ties of one kind come from, in the order of the text.
    fn into(&self, to: Vertex, tie: Tie) -> impl Iterator<Item = Vertex> {
        self.ties_into(to).filter(move |(kind, _)| *kind == tie).map(|(_, from)| from)
    }

    /// The ties to a node and where they come from, in the order of the text.
    fn ties_into(&self, to: Vertex) -> impl Iterator<Item = (Tie, Vertex)> {
        let edges = self.ties.edges_directed(self.node(to), Direction::Incoming);
        edges.map(|edge| (*edge.weight(), build::vertex(self.chart, edge.source())))
    }
}

fn nobodies(chart: &Chart) -> HashSet<&str> {
    // Whose name shows nothing is somebody whose name is not written.
    let is_nobody = |name: &str| is_nobody(name) && unseen(name).is_none();
    let people = chart.people.entries.iter();
    let placeholders = people.filter(|person| person.name.get().is_some_and(|name| is_nobody(name.as_str())));
    placeholders.map(|person| person.id.value.as_str()).collect()
}

/// Whether an id is that of a person who is nobody. Hardly any chart has such people, and then no id is looked at: of a
/// million, most are in no cache.
fn is_one_of(nobodies: &HashSet<&str>, person: &PersonId) -> bool {
    !nobodies.is_empty() && nobodies.contains(person.as_str())
}

fn count<T>(entries: &Entries<T>) -> u32 {
    u32::try_from(entries.len()).expect("a text of 4 GiB has fewer entries")
}
