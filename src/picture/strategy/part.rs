//! Parts of a strategy: some of its boxes, with the lines between them.

use std::collections::{BTreeMap, BTreeSet};

use super::{NodeKind, Strategy, Tie, TieKind};
use crate::picture::Scope;

impl Strategy {
    /// Some boxes with the lines between them, in the columns that are left.
    #[must_use]
    pub fn part(&self, boxes: &BTreeSet<usize>) -> Self {
        let occurs: BTreeSet<usize> = boxes.iter().map(|node| self.nodes[*node].column).collect();
        let column = |old: usize| occurs.range(..old).count();
        let places: BTreeMap<usize, usize> = boxes.iter().enumerate().map(|(place, node)| (*node, place)).collect();
        let mut nodes: Vec<_> = boxes.iter().map(|node| self.nodes[*node].clone()).collect();
        for node in &mut nodes {
            node.column = column(node.column);
        }
        let ends = |tie: &Tie| Some(Tie { from: *places.get(&tie.from)?, to: *places.get(&tie.to)?, ..*tie });
        Self {
            headings: occurs.iter().filter_map(|column| self.headings.get(*column).cloned()).collect(),
            nodes,
            ties: self.ties.iter().filter_map(ends).collect(),
            ..self.clone()
        }
    }

    /// What a part of a chart has of the strategy: its seats, what they answer for, what that serves, and its metrics.
    /// What nobody answers for belongs to no branch.
    #[must_use]
    pub fn within(self, scope: &Scope) -> Self {
        let title = scope.title.clone().unwrap_or_else(|| self.title.clone());
        let Some(part) = &scope.part else { return Self { title, ..self } };
        let is_seat = |node: usize| self.nodes[node].kind == NodeKind::Seat;
        let mut kept: BTreeSet<usize> =
            (0..self.nodes.len()).filter(|node| is_seat(*node) && part.seats.contains(&self.nodes[*node].id)).collect();
        let mut is_owned = vec![false; self.nodes.len()];
        let mut answers = Vec::new();
        let mut served: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for tie in &self.ties {
            match tie.kind {
                TieKind::Serves => served.entry(tie.to).or_default().push(tie.from),
                TieKind::Owns => {
                    let (seat, owned) = if is_seat(tie.from) { (tie.from, tie.to) } else { (tie.to, tie.from) };
                    is_owned[owned] = true;
                    answers.extend(kept.contains(&seat).then_some(owned));
                }
            }
        }
        let is_free = |node: &usize| !part.is_branch && !is_owned[*node] && !is_seat(*node);
        let mut left: Vec<usize> = answers.into_iter().chain((0..self.nodes.len()).filter(is_free)).collect();
        while let Some(node) = left.pop() {
            if kept.insert(node) {
                left.extend(served.get(&node).into_iter().flatten());
            }
        }
        // Which branch answered for what is closed is not known here.
        let closed = if part.is_branch { 0 } else { self.closed };
        Self { title, closed, ..self.part(&kept) }
    }
}
