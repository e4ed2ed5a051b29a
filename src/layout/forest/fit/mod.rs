//! The fit layout: every branch in the shape that lets the whole picture be drawn largest.
//!
//! From the leaves up, each branch gets the list of its shapes (width and height) of which none beats another in both.
//! A manager's shapes come from the ways in which the reports can hang: consecutive reports in columns, the columns
//! side by side under a bus. One column for each is the usual row, one column for all an indented list; leaves gather
//! in columns of their own. At the root the shape is chosen that fits the page at the largest scale. From there down
//! each branch gets a rectangle, and arranges its reports in it as low and as evenly as it can. What a list can't hold
//! is thinned out, so that the whole is linear in the number of seats.

mod columns;
mod cuts;
#[cfg(test)]
mod oracle;
mod placement;
mod shapes;

use rayon::prelude::*;

use crate::layout::boxes::CardText;
use crate::layout::forest::Block;
use crate::layout::forest::Placed;
use crate::layout::forest::Tree;
use crate::layout::forest::blocks;
use crate::layout::geometry::{Scale, Size};
pub(in crate::layout) use cuts::{Markers, homes};

use columns::{Branch, Family, Gaps};
use shapes::{Shape, pareto, thin};

/// About so many shapes of a branch are kept.
const MOST_SHAPES: usize = 32;
/// Between a seat and the columns of its reports, where the bus runs.
const LEVEL_GAP: i64 = 26;
/// Between branches of one manager.
const BRANCH_GAPS: Gaps = Gaps { beside: 14, below: 8, indent: 16 };
/// Between trees of their own.
const TREE_GAPS: Gaps = Gaps { beside: 36, below: 36, indent: 0 };
/// Of the largest scale, so many per cent are as good.
const WORTH: i64 = 97;

/// And so many per cent are given up for columns of about the same height.
const EVEN: i64 = 98;

/// All shapes that each branch of a forest can take.
#[derive(Debug)]
pub(in crate::layout) struct Fit<'a> {
    tree: &'a Tree,
    blocks: &'a [Block],
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
    /// Finds the shapes of all branches.
    pub(in crate::layout) fn new(tree: &'a Tree, blocks: &'a [Block]) -> Self {
        let mut fit = Self::unsettled(tree, blocks);
        for seat in fit.upwards() {
            fit.settle(seat);
        }
        fit.settle_forest();
        fit
    }

    /// A forest of which no shape is known yet.
    fn unsettled(tree: &'a Tree, blocks: &'a [Block]) -> Self {
        Self {
            tree,
            blocks,
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
        let block = self.blocks[seat];
        let found = match self.tree.children(seat) {
            [] => vec![Shape { width: block.width, height: block.height, is_row: false }],
            reports => self.arranged(reports, Head::of(block), BRANCH_GAPS),
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

    /// The shapes of a head with branches below it.
    fn arranged(&self, seats: &[u32], head: Head, gaps: Gaps) -> Vec<Shape> {
        let branches = self.branches(seats);
        let family = Family::new(&branches, gaps, MOST_SHAPES);
        let stack = |shape| head.over_stack(shape, seats.len());
        let row = |columns: Vec<columns::Column>| {
            let height = columns.iter().map(|column| column.shape.height).max().unwrap_or(0);
            head.over_row(Shape { width: family.width(&columns), height, is_row: true })
        };
        let mut found: Vec<Shape> = family.stacks().map(stack).chain(family.rows().map(row)).collect();
        found.sort_unstable();
        pareto(&mut found);
        thin(&mut found, MOST_SHAPES);
        found
    }

    fn branches(&self, seats: &[u32]) -> Vec<Branch<'_>> {
        let branch = |seat: &u32| {
            let seat = *seat as usize;
            Branch {
                shapes: self.shapes(seat),
                block: self.blocks[seat],
                is_leaf: self.is_cut[seat] || self.tree.children(seat).is_empty(),
            }
        };
        seats.iter().map(branch).collect()
    }

    /// The largest scale at which the forest fits into a room.
    pub(in crate::layout) fn scale(&self, room: Size) -> Scale {
        self.forest.iter().map(|shape| scale(shape.size(), room)).max().unwrap_or(Scale::ONE)
    }

    /// Places the forest so that it fits into a room at the largest scale, as far as that is in demand; a little less
    /// leaves branches the room to be even.
    pub(in crate::layout) fn place(&self, room: Size, demand: Demand) -> Placed {
        let largest = self.scale(room);
        let scale = largest.per_cent(EVEN).max(demand.least.min(largest)).min(demand.enough);
        placement::place(self, Shape::within(Size::new(scale.undo(room.width), scale.undo(room.height))))
    }
}

/// What stands above branches.
#[derive(Clone, Copy, Debug)]
struct Head {
    width: i64,
    above_stack: i64,
    above_row: i64,
}

impl Head {
    const NONE: Self = Self { width: 0, above_stack: 0, above_row: 0 };

    fn of(block: Block) -> Self {
        Self { width: block.width, above_stack: block.height + BRANCH_GAPS.below, above_row: block.height + LEVEL_GAP }
    }

    /// The shape with branches one below the other. A single one hangs like a row.
    fn over_stack(self, shape: Shape, count: usize) -> Shape {
        let above = if count > 1 { self.above_stack } else { self.above_row };
        Shape { width: shape.width.max(self.width), height: shape.height + above, is_row: count == 1 }
    }

    fn over_row(self, shape: Shape) -> Shape {
        Shape { width: shape.width.max(self.width), height: shape.height + self.above_row, is_row: true }
    }
}

/// The scale at which a size fits into a room.
pub(in crate::layout) fn scale(size: Size, room: Size) -> Scale {
    Scale::fitting(size.width, room.width).min(Scale::fitting(size.height, room.height))
}

/// The scales between which size is worth something.
#[derive(Clone, Copy, Debug)]
pub(in crate::layout) struct Demand {
    /// Below this words are too small to read.
    pub(in crate::layout) least: Scale,
    /// Above this there is nothing to gain.
    pub(in crate::layout) enough: Scale,
}

/// The forest in boxes as wide as they can be without making it noticeably smaller on its page, and that width:
/// narrow boxes break more words, which costs more than a few per cent of size gain.
pub(in crate::layout) fn widest(tree: &Tree, texts: &[CardText<'_>], room: Size, demand: Demand) -> (i64, Placed) {
    let widths: &[i64] = match tree.len() {
        0..=400 => &[120, 128, 136, 144, 152, 160, 168, 176, 184, 192, 200, 208, 216, 224, 232],
        401..=2_000 => &[124, 144, 168, 184, 204],
        2_001..=100_000 => &[144, 168],
        // Nobody reads a page of so many seats.
        _ => &[168],
    };
    let blocks: Vec<Vec<Block>> = widths.par_iter().map(|width| blocks(tree, texts, *width)).collect();
    let fits: Vec<Fit<'_>> = blocks.par_iter().map(|blocks| Fit::new(tree, blocks)).collect();
    let scales: Vec<Scale> = fits.iter().map(|fit| fit.scale(room).min(demand.enough)).collect();
    let best = *scales.iter().max().expect("there are widths");
    let worth = best.per_cent(WORTH).max(demand.least.min(best));
    let chosen = scales.iter().rposition(|scale| *scale >= worth).expect("the best is as good as itself");
    (widths[chosen], fits[chosen].place(room, demand))
}
