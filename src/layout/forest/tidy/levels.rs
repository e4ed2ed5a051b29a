//! How far down each box of a tidy tree is.

use crate::layout::forest::tree::Tree;

/// Where children begin.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Levels {
    /// All seats of one depth on one line, below the tallest of the line above.
    #[default]
    Aligned,
    /// Each seat right below its own parent, whatever its neighbours do: less tall, less calm.
    Hanging,
}

impl Levels {
    /// The y of each seat's upper edge, from the heights of the boxes and the gap between a box and those below it.
    pub(super) fn tops(self, tree: &Tree, heights: &[i64], gap: i64) -> Vec<i64> {
        match self {
            Self::Aligned => aligned(tree, heights, gap),
            Self::Hanging => {
                let mut tops = vec![0; tree.len()];
                for seat in 0..tree.len() {
                    if let Some(parent) = tree.parent(seat) {
                        tops[seat] = tops[parent] + heights[parent] + gap;
                    }
                }
                tops
            }
        }
    }
}

fn aligned(tree: &Tree, heights: &[i64], gap: i64) -> Vec<i64> {
    let mut depths = vec![0_usize; tree.len()];
    let mut tallest = Vec::new();
    for seat in 0..tree.len() {
        let depth = tree.parent(seat).map_or(0, |parent| depths[parent] + 1);
        depths[seat] = depth;
        if depth == tallest.len() {
            tallest.push(0);
        }
        tallest[depth] = heights[seat].max(tallest[depth]);
    }
    let mut top = 0;
    let lines: Vec<i64> = tallest
        .into_iter()
        .map(|height| {
            let line = top;
            top += height + gap;
            line
        })
        .collect();
    depths.into_iter().map(|depth| lines[depth]).collect()
}
