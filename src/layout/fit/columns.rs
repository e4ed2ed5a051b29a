//! The ways to arrange some branches in columns: which stand side by side, and which one below the other.
//!
//! Columns hold consecutive branches. Beside a manager that stands over a wide row there is room on both sides of its
//! box; columns of leaves that are no higher than the box move in there.

use super::shapes::{Shape, logarithm, lowest, narrowest, stack, thin};
use crate::layout::block::Block;

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
    /// `windows[first][count - 1]` are the shapes of a column of so many branches from `first`; empty for large families.
    windows: Vec<Vec<Vec<Shape>>>,
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
            windows: Vec::new(),
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
            family.windows = (0..branches.len()).map(|first| family.windows_from(first, most)).collect();
            let mut heights: Vec<Shape> = family.windows.iter().flatten().flatten().copied().collect();
            heights.sort_unstable_by_key(|shape| shape.height);
            heights.dedup_by_key(|shape| shape.height);
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
        self.heights.iter().flat_map(|height| self.ways(*height, Evenness::NONE))
    }

    /// The best partition with leaves low enough to stand beside a head, and the best one without that limit.
    fn ways(&self, height: i64, evenness: Evenness) -> impl Iterator<Item = Vec<Column>> {
        let strips = [self.strip, None].into_iter().skip(usize::from(self.strip.is_none()));
        strips.filter_map(move |strip| self.part(height, strip, evenness))
    }

    /// The columns in which branches look best within this room: as low as they can be, then as even.
    pub(super) fn best_row(&self, room: Shape) -> Option<Vec<Column>> {
        let fits = |columns: &Vec<Column>| self.extent(columns).0 <= room.width;
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
        self.ways(height, Evenness::NONE).any(|columns| self.extent(&columns).0 <= width)
    }

    /// How wide columns are together, and how far their neighbours move in over each.
    pub(super) fn extent(&self, columns: &[Column]) -> (i64, Vec<Overlap>) {
        let mut overlaps = vec![Overlap::default(); columns.len()];
        let width = |column: &Column| column.width(self.gaps) + self.gaps.beside;
        let mut whole: i64 = columns.iter().map(width).sum::<i64>() - self.gaps.beside;
        let is_low = |column: &Column, strip: i64| {
            let held = &self.branches[column.first..column.end];
            column.shape.height <= strip && held.iter().all(|branch| branch.is_leaf)
        };
        // Columns that moved in over the one before are no longer there for the next.
        let mut free = 0;
        for at in 0..columns.len() {
            let column = &columns[at];
            let head = self.branches[column.first];
            if column.has_rail() || head.is_leaf || !column.shape.is_row {
                continue;
            }
            let strip = head.block.height;
            let before = columns[free..at].iter().rev().take_while(|column| is_low(column, strip));
            let after = columns[at + 1..].iter().take_while(|column| is_low(column, strip));
            let (left, right): (i64, i64) = (before.map(width).sum(), after.clone().map(width).sum());
            let spare = column.shape.width - head.block.width;
            let taken = (left + right).min(spare);
            // Both sides get their part, so that the head stays near the middle.
            let to_left = if left + right == 0 { 0 } else { taken * left / (left + right) };
            overlaps[at] = Overlap { left: to_left, right: taken - to_left };
            whole -= taken;
            free = at + 1 + after.count();
        }
        (whole, overlaps)
    }

    fn windows_from(&self, first: usize, most: usize) -> Vec<Vec<Shape>> {
        let mut columns = vec![self.branches[first].shapes.to_vec()];
        for branch in &self.branches[first + 1..] {
            let above = &columns[columns.len() - 1];
            if columns.len() >= LONGEST_MIXED && (above.len() > 1 || branch.shapes.len() > 1) {
                break;
            }
            let mut column = stack(above, branch.shapes, self.gaps.below);
            thin(&mut column, most);
            columns.push(column);
        }
        columns
    }

    /// The best partition into columns that are no higher than this, those of leaves alone no higher than `strip`.
    fn part(&self, height: i64, strip: Option<i64>, evenness: Evenness) -> Option<Vec<Column>> {
        if self.windows.is_empty() {
            return Some(fill(self.branches, height, self.gaps));
        }
        let count = self.branches.len();
        let nothing = Column { first: 0, end: 0, shape: Shape { width: 0, height: 0, is_row: false } };
        // For each number of branches: the cost so far, the sum of squared heights, and the last column.
        let mut best = vec![(i64::MAX, i64::MAX, nothing); count + 1];
        (best[0].0, best[0].1) = (0, 0);
        for first in 0..count {
            let (before, squares, _) = best[first];
            if before == i64::MAX {
                continue;
            }
            let mut is_leafy = true;
            for (more, window) in self.windows[first].iter().enumerate() {
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
