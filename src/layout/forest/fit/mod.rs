//! The fit layout: every branch in the shape that lets the whole picture be drawn largest.
//!
//! From the leaves up, each branch gets the list of its shapes (width and height), none of which beats another in both.
//! A manager's shapes come from the ways in which the reports can hang: consecutive reports in columns, the columns
//! side by side under a bus. One column for each is the usual row, one column for all an indented list; a team is one
//! panel in one or more columns. The head stands above its reports, or, on the levels where that is tried, beside them.
//! At the root the shape is chosen that fits the page at the largest scale. From there down each branch gets a
//! rectangle, and arranges its reports in it as low and as evenly as it can. What a list can't hold is thinned out, so
//! that the whole is linear in the number of seats.

mod columns;
mod cuts;
mod head;
#[cfg(test)]
mod oracle;
mod placement;
mod shapes;

use std::borrow::Cow;

use super::block::Block;
use super::placed::Placed;
use super::tree::Tree;
use super::units::Measured;
use crate::layout::geometry::{Scale, Size};
pub(in crate::layout) use cuts::{Markers, homes};
pub(in crate::layout) use placement::BESIDE_PANEL;

use columns::{Branch, Family, Gaps};
use head::{Head, Stance, stances};
pub(super) use shapes::Shape;
use shapes::{pareto, thin};

/// About this many shapes of a branch are kept.
const MOST_SHAPES: usize = 32;
/// Between a seat and the columns of its reports, where the bus runs.
const LEVEL_GAP: i64 = 24;
/// Between branches of one manager.
const BRANCH_GAPS: Gaps = Gaps { beside: 14, below: 8, indent: 16 };
/// Between trees of their own.
const TREE_GAPS: Gaps = Gaps { beside: 36, below: 36, indent: 0 };
/// How many per cent of the largest scale are given up for columns of about the same height.
const EVEN: i64 = 98;

/// All shapes that each branch of a forest can take.
#[derive(Debug)]
pub(in crate::layout) struct Fit<'a> {
    measured: &'a Measured<'a>,
    tree: &'a Tree,
    /// The block of each unit, with the room for a name above it.
    blocks: Cow<'a, [Block]>,
    /// Where each seat with reports is.
    stances: Vec<Stance>,
    /// The shapes of seat `i` are `first[i]..first[i] + count[i]`.
    first: Vec<usize>,
    count: Vec<u32>,
    shapes: Vec<Shape>,
    /// Seats whose reports are drawn elsewhere.
    is_cut: Vec<bool>,
    /// The shapes of all trees together.
    forest: Vec<Shape>,
}

impl<'a> Fit<'a> {
    /// Finds the shapes of all branches; on this many levels from the top heads stand beside their reports. Units may have
    /// room for a name above them.
    pub(in crate::layout) fn new(measured: &'a Measured<'a>, beside: usize, strips: &[i64]) -> Self {
        let mut fit = Self::unsettled(measured, beside);
        for (block, strip) in strips.iter().enumerate().filter(|(_, strip)| **strip > 0) {
            fit.blocks.to_mut()[block] = fit.blocks[block].below(*strip);
        }
        for seat in fit.upwards() {
            fit.settle(seat);
        }
        fit.settle_forest();
        fit
    }

    /// A forest whose shapes are not known yet.
    fn unsettled(measured: &'a Measured<'a>, beside: usize) -> Self {
        let tree = &measured.units.tree;
        Self {
            measured,
            tree,
            blocks: Cow::Borrowed(&measured.blocks),
            stances: stances(measured.units, beside),
            first: vec![0; tree.len()],
            count: vec![0; tree.len()],
            shapes: Vec::with_capacity(tree.len() * 4),
            is_cut: vec![false; tree.len()],
            forest: Vec::new(),
        }
    }

    /// The seats that hang or stand by themselves, each before its manager.
    fn upwards(&self) -> impl Iterator<Item = usize> + use<'a> {
        let tree = self.tree;
        (0..tree.len()).rev().filter(|seat| !tree.is_assistant(*seat))
    }

    /// Finds the shapes of a branch from those of the branches below it.
    fn settle(&mut self, seat: usize) {
        let found = match self.tree.children(seat) {
            [] => {
                let strip = self.blocks[seat].strip;
                let shapes = self.measured.shapes(seat).into_iter();
                shapes.map(|shape| Shape { height: shape.height + strip, ..shape }).collect()
            }
            reports => self.arranged(reports, self.head(seat), BRANCH_GAPS),
        };
        self.keep(seat, &found);
    }

    fn settle_forest(&mut self) {
        if !self.tree.roots().is_empty() {
            self.forest = self.arranged(self.tree.roots(), Head::NONE, TREE_GAPS);
        }
    }

    fn keep(&mut self, seat: usize, found: &[Shape]) {
        self.first[seat] = self.shapes.len();
        self.count[seat] = u32::try_from(found.len()).expect("few shapes are kept");
        self.shapes.extend(found);
    }

    fn shapes(&self, seat: usize) -> &[Shape] {
        &self.shapes[self.first[seat]..self.first[seat] + self.count[seat] as usize]
    }

    fn head(&self, seat: usize) -> Head {
        Head::of(self.blocks[seat], self.stances[seat])
    }

    /// The shapes of a head with branches below or beside it.
    fn arranged(&self, seats: &[u32], head: Head, gaps: Gaps) -> Vec<Shape> {
        let branches = self.branches(seats);
        let family = Family::new(&branches, gaps, MOST_SHAPES);
        let mut found: Vec<Shape> = Vec::new();
        family.stacks().for_each(|shape| found.extend(head.with_stack(shape)));
        family.rows().for_each(|shape| found.extend(head.with_row(shape)));
        found.sort_unstable();
        pareto(&mut found);
        thin(&mut found, MOST_SHAPES);
        found
    }

    fn branches(&self, seats: &[u32]) -> Vec<Branch<'_>> {
        let branch = |seat: &u32| {
            let seat = *seat as usize;
            Branch { shapes: self.shapes(seat), is_leaf: self.is_cut[seat] || self.tree.children(seat).is_empty() }
        };
        seats.iter().map(branch).collect()
    }

    /// The largest scale at which the forest fits into a room.
    pub(in crate::layout) fn scale(&self, room: Size) -> Scale {
        self.forest.iter().map(|shape| scale(shape.size(), room)).max().unwrap_or(Scale::ONE)
    }

    /// Places the units so that they fit into a room at the largest scale, as far as that is in demand; a little less
    /// leaves branches the room to be even.
    pub(in crate::layout) fn place(&self, room: Size, demand: Demand) -> Placed {
        let largest = self.scale(room);
        let scale = largest.per_cent(EVEN).max(demand.least.min(largest)).min(demand.enough);
        placement::place(self, Shape::within(Size::new(scale.undo(room.width), scale.undo(room.height))))
    }
}

/// The scale at which a size fits into a room.
pub(in crate::layout) fn scale(size: Size, room: Size) -> Scale {
    Scale::fitting(size.width, room.width).min(Scale::fitting(size.height, room.height))
}

/// The scales between which size is worth something.
#[derive(Clone, Copy, Debug)]
pub(in crate::layout) struct Demand {
    /// Below this words are too small to read, or another arrangement is larger.
    pub(in crate::layout) least: Scale,
    /// Above this there is nothing to gain.
    pub(in crate::layout) enough: Scale,
}
