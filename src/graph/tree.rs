//! The reporting tree: its order, its layers, and the seats that fall out of it.

use petgraph::Direction;
use petgraph::algo::kosaraju_scc;
use petgraph::graph::{DiGraph, NodeIndex};
use petgraph::visit::{EdgeFiltered, EdgeRef, NodeFiltered};

use crate::model::Chart;

use super::build::{self, Dangling};
use super::{Tie, Vertex, count};

/// A seat's relation to the roots.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// A root, or below one.
    Connected,
    /// It reports to something that does not exist.
    Detached,
    /// It is part of a loop.
    InLoop,
    /// It is below a seat that is detached or in a loop.
    CutOff,
    /// What it reports to, or somebody above it does, could not be read.
    Unknown,
}

/// The seats laid out as a forest. Indices are those of the chart's seats.
#[derive(Debug)]
pub(super) struct Tree {
    /// Every seat once, each before those below it.
    pub(super) order: Vec<u32>,
    pub(super) standing: Vec<Standing>,
    /// The seat that each reports to.
    pub(super) manager: Vec<Option<u32>>,
    /// Layers from the top, 1 at a root; counted from the top of its own part for a seat that no root
    /// leads to.
    pub(super) layer: Vec<u32>,
    /// The number of seats below each.
    pub(super) below: Vec<u32>,
    pub(super) loops: Vec<Vec<u32>>,
    pub(super) layers: usize,
}

impl Tree {
    pub(super) fn new(chart: &Chart, ties: &DiGraph<(), Tie, u32>, dangling: &[Dangling<'_>]) -> Self {
        let seats = count(&chart.seats.entries);
        let mut manager = vec![None; seats as usize];
        for edge in ties.edge_references().filter(|edge| *edge.weight() == Tie::ReportsTo) {
            // The seats are the first nodes.
            manager[edge.source().index()] = Some(index(edge.target()));
        }
        let mut tree = Self {
            order: Vec::with_capacity(seats as usize),
            standing: vec![Standing::CutOff; seats as usize],
            manager,
            layer: vec![0; seats as usize],
            below: vec![0; seats as usize],
            loops: Vec::new(),
            layers: 0,
        };
        let mut walk = Walk { chart, ties, stack: Vec::new(), reports: Vec::new() };
        for seat in (0..seats).filter(|&seat| chart.seats.entries[seat as usize].reports_to.is_absent()) {
            walk.down(&mut tree, seat, Standing::Connected, Standing::Connected);
        }
        tree.layers = tree.layer.iter().max().map_or(0, |&layers| layers as usize);
        for seat in 0..seats {
            if tree.layer[seat as usize] == 0 && tree.manager[seat as usize].is_none() {
                let reports_to = chart.seats.entries[seat as usize].reports_to.span();
                let is_known = reports_to
                    .is_some_and(|span| dangling.binary_search_by_key(&span, |dangling| dangling.span).is_ok());
                let (own, below) = if is_known {
                    (Standing::Detached, Standing::CutOff)
                } else {
                    (Standing::Unknown, Standing::Unknown)
                };
                walk.down(&mut tree, seat, own, below);
            }
        }
        tree.loops = tree.find_loops(ties);
        for path in tree.loops.clone() {
            for seat in path {
                walk.down(&mut tree, seat, Standing::InLoop, Standing::CutOff);
            }
        }
        tree.count_below();
        tree
    }

    fn count_below(&mut self) {
        for &seat in self.order.iter().rev() {
            // The line by which a loop closes leads down, not up.
            let up = |manager: &u32| self.layer[*manager as usize] < self.layer[seat as usize];
            if let Some(manager) = self.manager[seat as usize].filter(up) {
                self.below[manager as usize] += self.below[seat as usize] + 1;
            }
        }
    }

    /// The loops among the seats that were not reached, each from its first seat upwards.
    fn find_loops(&self, ties: &DiGraph<(), Tie, u32>) -> Vec<Vec<u32>> {
        if self.order.len() == self.layer.len() {
            return Vec::new();
        }
        let lines = EdgeFiltered::from_fn(ties, |edge| *edge.weight() == Tie::ReportsTo);
        let is_left = |node: NodeIndex<u32>| self.layer.get(node.index()) == Some(&0);
        let is_in_loop =
            |knot: &Vec<NodeIndex<u32>>| knot.len() > 1 || self.manager[knot[0].index()] == Some(index(knot[0]));
        let mut loops: Vec<Vec<u32>> = kosaraju_scc(&NodeFiltered::from_fn(&lines, is_left))
            .into_iter()
            .filter(is_in_loop)
            .map(|knot| {
                let first = knot.into_iter().map(index).min().expect("a component has a node");
                let up = |seat: &u32| self.manager[*seat as usize].filter(|&manager| manager != first);
                std::iter::successors(Some(first), up).collect()
            })
            .collect();
        loops.sort_unstable();
        loops
    }
}

/// A walk down the tree, by a stack of its own.
struct Walk<'a> {
    chart: &'a Chart,
    ties: &'a DiGraph<(), Tie, u32>,
    stack: Vec<(u32, u32)>,
    reports: Vec<u32>,
}

impl Walk<'_> {
    /// Visits a seat and all below it that were not visited yet.
    fn down(&mut self, tree: &mut Tree, top: u32, own: Standing, below: Standing) {
        self.stack.push((top, 1));
        while let Some((seat, layer)) = self.stack.pop() {
            let at = seat as usize;
            tree.standing[at] = if seat == top { own } else { below };
            if tree.layer[at] > 0 {
                continue;
            }
            tree.order.push(seat);
            tree.layer[at] = layer;
            let node = build::node(self.chart, Vertex::Seat(seat));
            let lines =
                self.ties.edges_directed(node, Direction::Incoming).filter(|edge| *edge.weight() == Tie::ReportsTo);
            self.reports.extend(lines.map(|edge| index(edge.source())));
            // The first report is to come off the stack first. Those of a loop have their own turn.
            let fresh = self.reports.drain(..).rev().filter(|&report| tree.layer[report as usize] == 0);
            self.stack.extend(fresh.map(|report| (report, layer + 1)));
        }
    }
}

fn index(node: NodeIndex<u32>) -> u32 {
    u32::try_from(node.index()).expect("nodes are counted in 32 bits")
}

/// One loop for each knot of priorities that support each other, from its first priority by id upwards, whatever the
/// order of the files.
pub(super) fn priority_loops(chart: &Chart, ties: &DiGraph<(), Tie, u32>) -> Vec<Vec<u32>> {
    let first_node = build::node(chart, Vertex::Priority(0)).index();
    let end = first_node + chart.priorities.entries.len();
    let lines = EdgeFiltered::from_fn(ties, |edge| *edge.weight() == Tie::Supports);
    let among = NodeFiltered::from_fn(&lines, |node: NodeIndex<u32>| (first_node..end).contains(&node.index()));
    let id = |node: &NodeIndex<u32>| chart.priorities.entries[node.index() - first_node].id.value.as_str();
    let mut loops = Vec::new();
    for mut knot in kosaraju_scc(&among) {
        knot.sort_unstable_by_key(id);
        let supported = |node: NodeIndex<u32>| {
            let lines = ties.edges_directed(node, Direction::Outgoing).filter(|edge| *edge.weight() == Tie::Supports);
            let inside = |target: &NodeIndex<u32>| knot.binary_search_by_key(&id(target), id).is_ok();
            lines.map(|edge| edge.target()).filter(inside).min_by_key(id)
        };
        // From any node of a strongly connected component, following edges inside it leads back to some node.
        let Some(mut next) = supported(knot[0]) else { continue };
        let mut path = vec![knot[0]];
        let mut seen: std::collections::HashMap<NodeIndex<u32>, usize> = [(knot[0], 0)].into();
        while !seen.contains_key(&next) {
            seen.insert(next, path.len());
            path.push(next);
            next = supported(next).expect("in a knot every node leads on");
        }
        path.drain(..seen[&next]);
        let lowest = (0..path.len()).min_by_key(|&at| id(&path[at])).expect("a loop has a node");
        path.rotate_left(lowest);
        loops.push(
            path.into_iter()
                .map(|node| index(node) - u32::try_from(first_node).expect("nodes are counted in 32 bits"))
                .collect(),
        );
    }
    loops.sort_unstable();
    loops
}
