//! The line of sight: which seats can see what their work is for.

use super::{Graph, PriorityView, SeatView, Tie, Vertex};

/// For each seat of a graph, whether it leads to a strategic priority.
#[derive(Debug)]
pub(super) struct Sight {
    /// For each seat: whether it, a seat below it, or a seat that it contributes with owns or contributes to a
    /// priority that reaches.
    pub(super) linked: Vec<bool>,
    /// For each priority: whether there is a strategic one above it, or it is one.
    reaches: Vec<bool>,
    /// Whether there are strategic priorities at all.
    has_strategic: bool,
}

impl Graph<'_> {
    /// Whether there is a strategic priority to see: one that reaches beyond the quarter, supports
    /// nothing and was not dropped or done.
    #[must_use]
    pub fn has_strategic_priorities(&self) -> bool {
        self.sight().has_strategic
    }

    pub(super) fn sight(&self) -> &Sight {
        self.sight.get_or_init(|| Sight::of(self))
    }
}

impl Sight {
    fn of(graph: &Graph<'_>) -> Self {
        let reaches = reaching(graph);
        let serves = |priority: PriorityView<'_>| priority.claims().is_open() && reaches[priority.index as usize];
        let direct: Vec<bool> =
            graph.seats().map(|seat| seat.priorities().chain(seat.contributions()).any(serves)).collect();
        let mut linked = direct.clone();
        // Whoever works on a priority together with a seat that is linked sees through it.
        for priority in graph.priorities().filter(|priority| priority.claims().is_open()) {
            let together = || priority.owners().chain(priority.contributors());
            if together().any(|seat| direct[seat.index as usize]) {
                for seat in together() {
                    linked[seat.index as usize] = true;
                }
            }
        }
        // Up from each linked seat to the first that is marked already: each seat is marked once, and a loop is
        // followed once.
        for seat in 0..linked.len() {
            let mut at = seat;
            while let Some(manager) = graph.tree.manager[at].filter(|&manager| linked[at] && !linked[manager as usize])
            {
                at = manager as usize;
                linked[at] = true;
            }
        }
        let has_strategic =
            graph.priorities().any(|priority| priority.claims().is_strategic() && priority.claims().is_open());
        Self { linked, reaches, has_strategic }
    }
}

/// From the strategic priorities down to all that supports them.
fn reaching(graph: &Graph<'_>) -> Vec<bool> {
    let mut reaches = vec![false; graph.chart.priorities.entries.len()];
    let is_top = |priority: &PriorityView<'_>| priority.claims().is_strategic() && priority.claims().is_open();
    let mut stack: Vec<u32> = graph.priorities().filter(is_top).map(|priority| priority.index).collect();
    while let Some(index) = stack.pop() {
        if !std::mem::replace(&mut reaches[index as usize], true) {
            stack.extend(graph.into(Vertex::Priority(index), Tie::Supports).filter_map(|vertex| match vertex {
                Vertex::Priority(index) => Some(index),
                _ => None,
            }));
        }
    }
    reaches
}

impl PriorityView<'_> {
    /// Whether what it supports leads to an open strategic priority, or it is one itself.
    #[must_use]
    pub fn reaches_strategic(self) -> bool {
        self.graph.sight().reaches[self.index as usize]
    }
}

impl SeatView<'_> {
    /// Whether neither it nor any seat below it is linked, while its manager is: the top of a part of
    /// the chart that has lost sight of the strategy.
    #[must_use]
    pub fn is_top_of_unlinked(self) -> bool {
        !self.is_linked() && self.manager().is_none_or(SeatView::is_linked)
    }
}
