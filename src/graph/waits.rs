//! Who waits for whom across departments: for what serves a priority, helps with it, or works for another seat, too.

use std::collections::{BTreeMap, HashMap};

use petgraph::algo::kosaraju_scc;
use petgraph::graph::{DiGraph, NodeIndex};

use super::{Graph, SeatView};

/// The departments of a chart, and which of them wait for each other.
#[derive(Clone, Debug)]
pub struct Waits<'g> {
    /// The departments, in tree order.
    pub departments: Vec<Department<'g>>,
    /// Who waits for whom; two that wait for each other are one.
    pub all: Vec<Wait>,
}

/// What holds seats together: a function, or where there is none the seat right below the top.
#[derive(Clone, Copy, Debug)]
pub struct Department<'g> {
    /// Its function, if it has one.
    pub function: Option<&'g str>,
    /// The seat nearest the top; where there is no function, the one that it is named after.
    pub head: SeatView<'g>,
    /// How many seats it has.
    pub seats: usize,
}

impl<'g> Department<'g> {
    /// What it is called.
    #[must_use]
    pub fn name(&self) -> &'g str {
        self.function.unwrap_or_else(|| self.head.title())
    }
}

/// One department waits for another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wait {
    /// Index of the one that waits.
    pub from: usize,
    /// Index of the one that it waits for.
    pub to: usize,
    /// In how many places it does, and in how many the other waits for it.
    pub counts: [usize; 2],
    /// Whether it leads back to where it begins, at once or by way of others.
    pub is_loop: bool,
}

impl Graph<'_> {
    /// Which departments wait for each other. Only open priorities count: what is done waits for nobody.
    #[must_use]
    pub fn waits(&self) -> Waits<'_> {
        let (departments, places) = self.departments();
        let mut counts: BTreeMap<(usize, usize), usize> = BTreeMap::new();
        let mut wait = |one: SeatView<'_>, other: SeatView<'_>| {
            let [from, to] = [one, other].map(|seat| places[seat.index as usize]);
            if from != to {
                *counts.entry((from, to)).or_default() += 1;
            }
        };
        for priority in self.priorities().filter(|priority| priority.claims().is_open()) {
            for owner in priority.owners() {
                for served in priority.supports().filter(|served| served.claims().is_open()) {
                    served.owners().for_each(|waiting| wait(waiting, owner));
                }
                priority.contributors().for_each(|helping| wait(owner, helping));
            }
        }
        for seat in self.tree() {
            seat.dotted_to().for_each(|other| wait(other, seat));
        }
        let all = joined(&counts, departments.len());
        Waits { departments, all }
    }

    /// The departments, and the place of each seat's among them.
    fn departments(&self) -> (Vec<Department<'_>>, Vec<usize>) {
        let mut departments: Vec<Department<'_>> = Vec::new();
        let mut known: HashMap<(bool, &str), usize> = HashMap::new();
        let mut places = vec![0; self.seats().len()];
        // For each seat, how far below the top it is, and the seat right below the top that it is under.
        let mut branches: Vec<Option<(usize, SeatView<'_>)>> = vec![None; places.len()];
        for seat in self.tree() {
            let above = seat.manager().and_then(|manager| branches[manager.index as usize]);
            let (level, branch) = match above {
                None => (0, seat),
                Some((0, _)) => (1, seat),
                Some((level, branch)) => (level + 1, branch),
            };
            branches[seat.index as usize] = Some((level, branch));
            let function = seat.function();
            let key = function.map_or((false, branch.id().as_str()), |function| (true, function));
            let at = *known.entry(key).or_insert_with(|| {
                departments.push(Department {
                    function,
                    head: if function.is_some() { seat } else { branch },
                    seats: 0,
                });
                departments.len() - 1
            });
            departments[at].seats += 1;
            places[seat.index as usize] = at;
        }
        (departments, places)
    }
}

/// One line between two, whichever waits. Two that wait for each other are a loop by themselves; of what is left those
/// that lead back are one.
fn joined(counts: &BTreeMap<(usize, usize), usize>, departments: usize) -> Vec<Wait> {
    let mut all = Vec::new();
    for (&(from, to), &forth) in counts {
        let back = counts.get(&(to, from)).copied().unwrap_or(0);
        if back == 0 || from < to {
            all.push(Wait { from, to, counts: [forth, back], is_loop: back > 0 });
        }
    }
    let mut left: DiGraph<(), ()> = DiGraph::new();
    let nodes: Vec<NodeIndex> = (0..departments).map(|_| left.add_node(())).collect();
    for wait in all.iter().filter(|wait| !wait.is_loop) {
        left.add_edge(nodes[wait.from], nodes[wait.to], ());
    }
    let mut knots = vec![0; departments];
    for (at, knot) in kosaraju_scc(&left).iter().enumerate() {
        for node in knot {
            knots[node.index()] = at;
        }
    }
    for wait in &mut all {
        wait.is_loop |= knots[wait.from] == knots[wait.to];
    }
    all
}

impl<'g> SeatView<'g> {
    /// The seats that it works for: its manager, and those to which its line is dotted, who are marked.
    #[must_use]
    pub fn works_for(self) -> Vec<(SeatView<'g>, bool)> {
        let manager = self.manager().filter(|manager| *manager != self);
        let mut all: Vec<(SeatView<'g>, bool)> = manager.map(|manager| (manager, false)).into_iter().collect();
        for other in self.dotted_to() {
            if other != self && all.iter().all(|(known, _)| *known != other) {
                all.push((other, true));
            }
        }
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_leads_back_is_a_loop() {
        // Two loops, a line from one to the other, one into them, and two that wait for each other.
        let lines = [(0, 1), (1, 2), (2, 0), (2, 3), (3, 4), (4, 5), (5, 3), (6, 0), (6, 7), (7, 6)];
        let all = joined(&lines.into_iter().map(|line| (line, 1)).collect(), 8);
        let loops: Vec<_> = all.iter().filter(|wait| wait.is_loop).map(|wait| (wait.from, wait.to)).collect();
        assert_eq!(loops, [(0, 1), (1, 2), (2, 0), (3, 4), (4, 5), (5, 3), (6, 7)]);
        assert_eq!(joined(&BTreeMap::new(), 0), []);
    }
}
