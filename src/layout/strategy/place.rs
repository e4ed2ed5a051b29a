//! How high up each box is: as near as can be to those that it is tied to, without overlap.

use super::layers::Layers;
use super::order::order;

/// Rounds of moving each column towards its neighbours.
const ROUNDS: usize = 16;

impl Layers {
    /// Boxes of these columns and heights, in order.
    pub(super) fn new(columns: usize, boxes: impl IntoIterator<Item = (usize, i64)>) -> Self {
        let mut layers = Self { columns: vec![Vec::new(); columns], ..Self::default() };
        for (column, height) in boxes {
            layers.add(column, height);
        }
        layers
    }

    fn add(&mut self, column: usize, height: i64) -> usize {
        let node = self.heights.len();
        self.columns[column].push(node);
        self.heights.push(height);
        self.left.push(Vec::new());
        self.right.push(Vec::new());
        node
    }

    /// Draws a line; the nodes that it runs through come back, the two ends included.
    pub(super) fn tie(&mut self, from: (usize, usize), to: (usize, usize)) -> Vec<usize> {
        let mut path = vec![from.0];
        path.extend((from.1 + 1..to.1).map(|column| self.add(column, 0)));
        path.push(to.0);
        for pair in path.windows(2) {
            self.right[pair[0]].push(pair[1]);
            self.left[pair[1]].push(pair[0]);
        }
        path
    }

    /// The place of each node in its column.
    pub(super) fn ranks(&self) -> Vec<usize> {
        let mut ranks = vec![0; self.heights.len()];
        for column in &self.columns {
            for (rank, node) in column.iter().enumerate() {
                ranks[*node] = rank;
            }
        }
        ranks
    }

    /// The y of each node's upper edge, the topmost at 0.
    pub(super) fn place(&mut self, gap: i64) -> Vec<i64> {
        order(self);
        let mut tops = vec![0; self.heights.len()];
        let full: Vec<i64> = self.columns.iter().map(|column| self.extent(column, gap)).collect();
        let tallest = full.iter().copied().max().unwrap_or(0);
        for (column, full) in self.columns.iter().zip(&full) {
            let mut top = (tallest - full) / 2;
            for node in column {
                tops[*node] = top;
                top += self.heights[*node] + gap;
            }
        }
        let count = self.columns.len();
        for round in 0..ROUNDS {
            for step in 0..count {
                let column = if round % 2 == 0 { step } else { count - 1 - step };
                self.settle(column, gap, tallest, &mut tops);
            }
        }
        let highest = tops.iter().copied().min().unwrap_or(0);
        tops.into_iter().map(|top| top - highest).collect()
    }

    fn extent(&self, column: &[usize], gap: i64) -> i64 {
        column.iter().map(|node| self.heights[*node] + gap).sum::<i64>() - gap
    }

    /// Moves the nodes of a column as close to their neighbours as their order and the page's height allow: the least sum
    /// of squared distances, by pooling adjacent violators (M. Ayer and others, "An empirical distribution function for
    /// sampling with incomplete information", 1955).
    fn settle(&self, column: usize, gap: i64, tallest: i64, tops: &mut [i64]) {
        // Blocks of nodes that touch: where the first wants to stand, as a sum over this many.
        let mut blocks: Vec<(i64, i64)> = Vec::new();
        let mut offset = 0;
        for node in &self.columns[column] {
            let wanted = self.wanted(*node, tops) - offset;
            offset += self.heights[*node] + gap;
            blocks.push((wanted, 1));
            while let [.., (upper, over), (lower, under)] = blocks[..] {
                if upper * under <= lower * over {
                    break;
                }
                blocks.pop();
                *blocks.last_mut().expect("there were two") = (upper + lower, over + under);
            }
        }
        let spare = tallest - (offset - gap);
        let mut nodes = self.columns[column].iter();
        let mut offset = 0;
        for (sum, count) in blocks {
            let top = (sum / count).clamp(0, spare);
            for node in nodes.by_ref().take(usize::try_from(count).expect("a block has a node")) {
                tops[*node] = top + offset;
                offset += self.heights[*node] + gap;
            }
        }
    }

    /// Where a node would be placed if it were alone: its middle at the mean of its neighbours' middles.
    fn wanted(&self, node: usize, tops: &[i64]) -> i64 {
        let neighbours = || self.left[node].iter().chain(&self.right[node]);
        let middle = |node: usize| tops[node] + self.heights[node] / 2;
        match i64::try_from(neighbours().count()) {
            Ok(count @ 1..) => neighbours().map(|other| middle(*other)).sum::<i64>() / count - self.heights[node] / 2,
            _ => tops[node],
        }
    }
}
