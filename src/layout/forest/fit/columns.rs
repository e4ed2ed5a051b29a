//! The ways to arrange some branches in columns: which stand side by side, and which one below the other.
//!
//! Columns hold consecutive branches. Beside a manager that stands over a wide row there is room on both sides of its
//! box; columns of leaves that are no higher than the box move in there.

use super::shapes::{Shape, logarithm, lowest, narrowest, stack, thin};
use crate::layout::forest::Block;

/// Families of more branches are filled column by column instead of by the best of all partitions.
const MOST_PARTED: usize = 40;
/// A column that holds branches with managers has at most so many of them, unless it holds all.
const LONGEST_MIXED: usize = 6;
/// So many heights are tried for the columns.
const MOST_HEIGHTS: usize = 40;

/// The room between branches.
#[derive(Clone, Copy, Debug)]
pub(super) struct Gaps {
    /// Between columns.
    pub(super) beside: i64,
    /// Between branches of a column.
    pub(super) below: i64,
    /// Left of a column of several, for the line they hang on.
    pub(super) indent: i64,
}

/// A branch to arrange: its shapes, narrowest first, and the block of its head.
#[derive(Clone, Copy, Debug)]
pub(super) struct Branch<'f> {
    pub(super) shapes: &'f [Shape],
    pub(super) block: Block,
    pub(super) is_leaf: bool,
}

/// Consecutive branches one below the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Column {
    pub(super) first: usize,
    pub(super) end: usize,
    /// Its width without the indent, and its height.
    pub(super) shape: Shape,
}

impl Column {
    /// Whether its branches hang by their sides.
    pub(super) fn has_rail(self) -> bool {
        self.end - self.first > 1
    }

    /// Its width with the indent.
    pub(super) fn width(self, gaps: Gaps) -> i64 {
        self.shape.width + if self.has_rail() { gaps.indent } else { 0 }
    }
}

/// How much the columns beside a column move in over its branch, on both sides.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Overlap {
    pub(super) left: i64,
    pub(super) right: i64,
}

/// One family and everything that is tried with it.
pub(super) struct Family<'f> {
    branches: &'f [Branch<'f>],
    gaps: Gaps,
    /// All branches in one column.
    stacks: Vec<Shape>,
    /// What columns of consecutive branches look like; empty for large families.
    windows: Windows,
    /// The heights that columns may have, lowest first.
    heights: Vec<i64>,
    /// The height of the highest head with branches of its own, if there are leaves that could stand beside it.
    strip: Option<i64>,
}

impl<'f> Family<'f> {
    /// Looks at branches, keeping at most about so many shapes of each column.
    pub(super) fn new(branches: &'f [Branch<'f>], gaps: Gaps, most: usize) -> Self {
        let strip = branches.iter().filter(|branch| !branch.is_leaf).map(|branch| branch.block.height).max();
        let has_leaves = branches.iter().any(|branch| branch.is_leaf);
        let mut family = Self {
            branches,
            gaps,
            stacks: branches[0].shapes.to_vec(),
            windows: Windows::default(),
            heights: Vec::new(),
            strip: strip.filter(|_| has_leaves),
        };
        for branch in &branches[1..] {
            family.stacks = stack(&family.stacks, branch.shapes, gaps.below);
            thin(&mut family.stacks, most);
        }
        if branches.len() > MOST_PARTED {
            family.heights = heights_to_fill(branches, gaps);
        } else if branches.len() > 1 {
            family.windows = Windows::of(branches, gaps, most);
            let mut heights = family.windows.shapes.clone();
            heights.sort_unstable_by_key(|shape| shape.height);
            heights.dedup_by_key(|shape| shape.height);
            // No column is lower than the highest branch that can't be lower.
            let lowest = |branch: &Branch<'_>| branch.shapes[branch.shapes.len() - 1].height;
            let least = branches.iter().map(lowest).max().unwrap_or(0);
            heights.retain(|shape| shape.height >= least);
            for shape in &mut heights {
                shape.width = 1;
            }
            thin(&mut heights, MOST_HEIGHTS);
            family.heights = heights.into_iter().map(|shape| shape.height).collect();
        }
        family
    }

    /// All branches in one column: its shapes, narrowest first.
    pub(super) fn stacks(&self) -> impl Iterator<Item = Shape> {
        let indent = if self.branches.len() > 1 { self.gaps.indent } else { 0 };
        self.stacks.iter().map(move |shape| Shape { width: shape.width + indent, ..*shape })
    }

    /// Several columns side by side: for each height the narrowest ways, lowest first.
    pub(super) fn rows(&self) -> impl Iterator<Item = Vec<Column>> {
        let ways = self.heights.iter().flat_map(|height| self.ways(*height, Evenness::NONE));
        // When one column holds all leaves, more height changes nothing.
        let are_leaves = self.branches.iter().all(|branch| branch.is_leaf);
        ways.take_while(move |columns| columns.len() > 1 || !are_leaves)
    }

    /// The best partition with leaves low enough to stand beside a head, and the best one without that limit.
    fn ways(&self, height: i64, evenness: Evenness) -> impl Iterator<Item = Vec<Column>> {
        let strips = [self.strip, None].into_iter().skip(usize::from(self.strip.is_none()));
        strips.filter_map(move |strip| self.part(height, strip, evenness))
    }

    /// The columns in which branches look best within this room: as low as they can be, then as even.
    pub(super) fn best_row(&self, room: Shape) -> Option<Vec<Column>> {
        let fits = |columns: &Vec<Column>| self.width(columns) <= room.width;
        // The room's own height comes last: what is as high as one of the heights above may really be lower.
        let lower = self.heights.iter().take_while(|height| **height < room.height);
        for height in lower.chain([&room.height]) {
            for evenness in Evenness::TRIED {
                let mut ways = self.ways(*height, evenness).filter(fits);
                if let Some(columns) = ways.next() {
                    return Some(columns);
                }
                if evenness == Evenness::TRIED[0] && !self.could_fit(*height, room.width) {
                    break;
                }
            }
        }
        None
    }

    /// Whether any way of this height is narrow enough.
    fn could_fit(&self, height: i64, width: i64) -> bool {
        self.ways(height, Evenness::NONE).any(|columns| self.width(&columns) <= width)
    }

    /// How wide columns are together.
    pub(super) fn width(&self, columns: &[Column]) -> i64 {
        let whole: i64 = columns.iter().map(|column| column.width(self.gaps) + self.gaps.beside).sum();
        let overlaps: i64 = self.overlaps(columns).map(|(_, overlap)| overlap.left + overlap.right).sum();
        whole - self.gaps.beside - overlaps
    }

    /// How far their neighbours move in over some of the columns.
    pub(super) fn overlaps(&self, columns: &[Column]) -> impl Iterator<Item = (usize, Overlap)> {
        // Columns that moved in over the one before are no longer there for the next.
        let mut free = 0;
        let can_move = if self.strip.is_some() { columns.len() } else { 0 };
        (0..can_move).filter_map(move |at| {
            let column = &columns[at];
            let head = self.branches[column.first];
            if column.has_rail() || head.is_leaf || !column.shape.is_row {
                return None;
            }
            let is_low = |column: &&Column| {
                let within = &self.branches[column.first..column.end];
                column.shape.height <= head.block.height && within.iter().all(|branch| branch.is_leaf)
            };
            let width = |column: &Column| column.width(self.gaps) + self.gaps.beside;
            let after = columns[at + 1..].iter().take_while(is_low);
            let left: i64 = columns[free..at].iter().rev().take_while(is_low).map(width).sum();
            free = at + 1 + after.clone().count();
            let right: i64 = after.map(width).sum();
            let taken = (left + right).min(column.shape.width - head.block.width);
            // Both sides get their part, so that the head stays near the middle.
            let to_left = if left + right == 0 { 0 } else { taken * left / (left + right) };
            Some((at, Overlap { left: to_left, right: taken - to_left }))
        })
    }

    /// The best partition into columns that are no higher than this, those of leaves alone no higher than `strip`.
    fn part(&self, height: i64, strip: Option<i64>, evenness: Evenness) -> Option<Vec<Column>> {
        if self.windows.shapes.is_empty() {
            return Some(fill(self.branches, height, self.gaps));
        }
        let count = self.branches.len();
        let nothing = Column { first: 0, end: 0, shape: Shape { width: 0, height: 0, is_row: false } };
        // For each number of branches: the cost so far, the sum of squared heights, and the last column.
        let mut best = [(i64::MAX, i64::MAX, nothing); MOST_PARTED + 1];
        (best[0].0, best[0].1) = (0, 0);
        for first in 0..count {
            let (before, squares, _) = best[first];
            if before == i64::MAX {
                continue;
            }
            let mut is_leafy = true;
            for (more, window) in self.windows.from(first).enumerate() {
                let end = first + more + 1;
                is_leafy &= self.branches[end - 1].is_leaf;
                let limit = strip.filter(|_| is_leafy).map_or(height, |strip| strip.min(height));
                let at = narrowest(window, limit).or_else(|| (more == 0).then(|| narrowest(window, height))?);
                let Some(at) = at else { break };
                let column = Column { first, end, shape: window[at] };
                let cost = before + column.width(self.gaps) + self.gaps.beside + evenness.cost(height, window[at]);
                let squares = squares + window[at].height * window[at].height;
                if (cost, squares) < (best[end].0, best[end].1) {
                    best[end] = (cost, squares, column);
                }
            }
        }
        let mut columns = Vec::new();
        let mut end = count;
        while end > 0 {
            let (cost, _, column) = best[end];
            if cost == i64::MAX {
                return None;
            }
            columns.push(column);
            end = column.first;
        }
        columns.reverse();
        Some(columns)
    }
}

/// The shapes of columns of consecutive branches.
#[derive(Debug, Default)]
struct Windows {
    shapes: Vec<Shape>,
    /// Where the shapes of each column end, which begin where those of the column before do; longer columns come after
    /// shorter ones from the same branch.
    ends: Vec<usize>,
    /// Where the columns from each branch begin in `ends`.
    first: Vec<usize>,
}

impl Windows {
    fn of(branches: &[Branch<'_>], gaps: Gaps, most: usize) -> Self {
        let mut windows = Self::default();
        for first in 0..branches.len() {
            windows.first.push(windows.ends.len());
            let mut above = branches[first].shapes.to_vec();
            windows.add(&above);
            for (count, branch) in (1..).zip(&branches[first + 1..]) {
                if count >= LONGEST_MIXED && (above.len() > 1 || branch.shapes.len() > 1) {
                    break;
                }
                above = stack(&above, branch.shapes, gaps.below);
                thin(&mut above, most);
                windows.add(&above);
            }
        }
        windows.first.push(windows.ends.len());
        windows
    }

    fn add(&mut self, column: &[Shape]) {
        self.shapes.extend_from_slice(column);
        self.ends.push(self.shapes.len());
    }

    /// The columns from a branch, the shortest first.
    fn from(&self, branch: usize) -> impl Iterator<Item = &[Shape]> {
        (self.first[branch]..self.first[branch + 1]).map(|column| {
            let start = column.checked_sub(1).map_or(0, |before| self.ends[before]);
            &self.shapes[start..self.ends[column]]
        })
    }
}

/// What columns of unlike heights cost, in eighths of the square of what they lack.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Evenness(i64);

impl Evenness {
    const NONE: Self = Self(0);
    /// From the most even to the narrowest.
    const TRIED: [Self; 4] = [Self(8), Self(3), Self(1), Self::NONE];

    fn cost(self, height: i64, shape: Shape) -> i64 {
        let rest = height - shape.height;
        rest * rest * self.0 / (8 * height.max(1))
    }
}

/// The heights by which large families are filled: from one column to one a branch, evenly in proportions.
fn heights_to_fill(branches: &[Branch<'_>], gaps: Gaps) -> Vec<i64> {
    let height = |branch: &Branch<'_>| branch.shapes[branch.shapes.len() - 1].height;
    let tallest = branches.iter().map(height).max().unwrap_or(0);
    let whole: i64 = branches.iter().map(|branch| height(branch) + gaps.below).sum();
    let count = i64::try_from(branches.len()).expect("branches are counted in 32 bits");
    let steps = i64::try_from(MOST_HEIGHTS).expect("few heights are tried");
    let range = logarithm(count);
    let columns = |step: i64| power(range * step / (steps - 1));
    let mut heights: Vec<i64> = (0..steps).rev().map(|step| tallest.max(whole / columns(step) + gaps.below)).collect();
    heights.dedup();
    heights
}

/// The number whose logarithm in 256ths this is, rounded down.
fn power(logarithm: i64) -> i64 {
    let whole = 1_i64 << (logarithm / 256);
    whole + whole * (logarithm % 256) / 256
}

/// Leaves fill columns one after the other, all other branches have a column of their own.
fn fill(branches: &[Branch<'_>], height: i64, gaps: Gaps) -> Vec<Column> {
    let mut columns: Vec<Column> = Vec::new();
    let mut is_open = false;
    for (at, branch) in branches.iter().enumerate() {
        let lowest = branch.shapes.len() - 1;
        let shape = branch.shapes[narrowest(branch.shapes, height).unwrap_or(lowest)];
        let fits = |column: &&mut Column| column.shape.height + gaps.below + shape.height <= height;
        match columns.last_mut().filter(|_| is_open && branch.is_leaf).filter(fits) {
            Some(column) => {
                column.end = at + 1;
                column.shape.width = column.shape.width.max(shape.width);
                column.shape.height += gaps.below + shape.height;
            }
            None => columns.push(Column { first: at, end: at + 1, shape }),
        }
        is_open = branch.is_leaf;
    }
    columns
}

/// The shape that a branch takes in a column of this width.
pub(super) fn in_column(branch: &Branch<'_>, width: i64) -> Shape {
    let at = lowest(branch.shapes, width);
    branch.shapes[at.expect("a column is as wide as the narrowest shape of each of its branches")]
}
