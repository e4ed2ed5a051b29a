//! The ways to arrange some branches in columns: side by side in a row, or hung by their sides, one below the other.
//!
//! Columns hold consecutive branches. In a row each branch has a column of its own, and its head stands over the middle
//! of it; as soon as one column holds several, the branches of all columns hang by their sides, so that the heads of one
//! manager look alike.

use super::shapes::{Shape, logarithm, lowest, narrowest, stack, thin};

/// Families of more branches are filled column by column instead of by the best of all partitions.
const MOST_PARTED: usize = 40;
/// A column that holds branches with managers has at most this many of them, unless it holds all.
const LONGEST_MIXED: usize = 6;
/// How many heights are tried for the columns.
const MOST_HEIGHTS: usize = 40;

/// The room between branches.
#[derive(Clone, Copy, Debug)]
pub(super) struct Gaps {
    /// Between columns.
    pub(super) beside: i64,
    /// Between branches of a column.
    pub(super) below: i64,
    /// Left of a column whose branches hang by their sides, for the line they hang on.
    pub(super) indent: i64,
}

/// A branch to arrange: its shapes, narrowest first.
#[derive(Clone, Copy, Debug)]
pub(super) struct Branch<'f> {
    pub(super) shapes: &'f [Shape],
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

/// All branches of a family, side by side in columns.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Columns {
    pub(super) all: Vec<Column>,
    /// Whether the branches hang by their sides.
    pub(super) is_hung: bool,
}

impl Columns {
    fn indent(&self, gaps: Gaps) -> i64 {
        if self.is_hung { gaps.indent } else { 0 }
    }

    /// How wide and how high they are together.
    pub(super) fn shape(&self, gaps: Gaps) -> Shape {
        let indent = self.indent(gaps);
        let width: i64 = self.all.iter().map(|column| column.shape.width + indent + gaps.beside).sum();
        let height = self.all.iter().map(|column| column.shape.height).max().unwrap_or(0);
        Shape { width: width - gaps.beside, height }
    }
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
}

impl<'f> Family<'f> {
    /// Looks at branches, keeping at most about this many shapes of each column.
    pub(super) fn new(branches: &'f [Branch<'f>], gaps: Gaps, most: usize) -> Self {
        let stacks = branches[0].shapes.to_vec();
        let mut family = Self { branches, gaps, stacks, windows: Windows::default(), heights: Vec::new() };
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

    /// All branches in one column, hung by their sides: its shapes, narrowest first.
    pub(super) fn stacks(&self) -> impl Iterator<Item = Shape> {
        self.stacks.iter().map(|shape| Shape { width: shape.width + self.gaps.indent, ..*shape })
    }

    /// Several columns side by side: for each height the narrowest ways, lowest first.
    pub(super) fn rows(&self) -> impl Iterator<Item = Shape> {
        let ways = self.heights.iter().flat_map(|height| [self.row(*height), self.hung(*height, Evenness::NONE)]);
        ways.flatten().map(|columns| columns.shape(self.gaps))
    }

    /// The columns in which branches look best within this room: as low as they can be, then as even.
    pub(super) fn best_row(&self, room: Shape) -> Option<Columns> {
        let fits = |columns: &Columns| columns.shape(self.gaps).width <= room.width;
        // The room's own height comes last: what is as high as one of the heights above may really be lower.
        let lower = self.heights.iter().take_while(|height| **height < room.height);
        for height in lower.chain([&room.height]) {
            if let Some(row) = self.row(*height).filter(fits) {
                return Some(row);
            }
            if !self.hung(*height, Evenness::NONE).is_some_and(|columns| fits(&columns)) {
                continue;
            }
            let mut even = Evenness::TRIED.into_iter().filter_map(|evenness| self.hung(*height, evenness));
            return even.find(fits);
        }
        None
    }

    /// Each branch in a column of its own, no higher than this.
    fn row(&self, height: i64) -> Option<Columns> {
        let column = |(at, branch): (usize, &Branch<'_>)| {
            let shape = branch.shapes[narrowest(branch.shapes, height)?];
            Some(Column { first: at, end: at + 1, shape })
        };
        let all = self.branches.iter().enumerate().map(column).collect::<Option<Vec<_>>>()?;
        Some(Columns { all, is_hung: false })
    }

    /// The best partition into columns that are no higher than this.
    fn hung(&self, height: i64, evenness: Evenness) -> Option<Columns> {
        if self.windows.shapes.is_empty() {
            return Some(Columns { all: fill(self.branches, height, self.gaps), is_hung: true });
        }
        let count = self.branches.len();
        let nothing = Column { first: 0, end: 0, shape: Shape { width: 0, height: 0 } };
        // For each number of branches: the cost so far, the sum of squared heights, and the last column.
        let mut best = [(i64::MAX, i64::MAX, nothing); MOST_PARTED + 1];
        (best[0].0, best[0].1) = (0, 0);
        for first in 0..count {
            let (before, squares, _) = best[first];
            if before == i64::MAX {
                continue;
            }
            for (more, window) in self.windows.from(first).enumerate() {
                let end = first + more + 1;
                let Some(at) = narrowest(window, height) else { break };
                let column = Column { first, end, shape: window[at] };
                let width = window[at].width + self.gaps.indent + self.gaps.beside;
                let cost = before + width + evenness.cost(height, window[at]);
                let squares = squares + window[at].height * window[at].height;
                if (cost, squares) < (best[end].0, best[end].1) {
                    best[end] = (cost, squares, column);
                }
            }
        }
        let mut all = Vec::new();
        let mut end = count;
        while end > 0 {
            let (cost, _, column) = best[end];
            if cost == i64::MAX {
                return None;
            }
            all.push(column);
            end = column.first;
        }
        all.reverse();
        Some(Columns { all, is_hung: true })
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

/// Branches fill columns one after the other, as wide as the first shape of each that is low enough.
fn fill(branches: &[Branch<'_>], height: i64, gaps: Gaps) -> Vec<Column> {
    let mut columns: Vec<Column> = Vec::new();
    for (at, branch) in branches.iter().enumerate() {
        let shape = branch.shapes[narrowest(branch.shapes, height).unwrap_or(branch.shapes.len() - 1)];
        let fits = |column: &&mut Column| column.shape.height + gaps.below + shape.height <= height;
        match columns.last_mut().filter(|_| branch.is_leaf).filter(fits) {
            Some(column) => {
                column.end = at + 1;
                column.shape.width = column.shape.width.max(shape.width);
                column.shape.height += gaps.below + shape.height;
            }
            None => columns.push(Column { first: at, end: at + 1, shape }),
        }
    }
    columns
}

/// The shape that a branch takes in a column of this width.
pub(super) fn in_column(branch: &Branch<'_>, width: i64) -> Shape {
    let at = lowest(branch.shapes, width);
    branch.shapes[at.expect("a column is as wide as the narrowest shape of each of its branches")]
}
