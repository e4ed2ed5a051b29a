//! The tidy tree: the reports of a seat in a row below it, branches as close together as their contours allow.

mod buses;
mod contours;
mod levels;

use crate::layout::forest::block::Block;
use crate::layout::forest::placed::Placed;
use crate::layout::forest::tree::Tree;
use crate::layout::geometry::{Area, Px};
use contours::Extent;

pub use levels::Levels;

/// Between boxes side by side.
const SIBLING_GAP: i64 = 16;
/// Between a box and those below it, where the lines run.
const LEVEL_GAP: i64 = 32;

/// Places a forest. Linear in the number of seats, at any depth.
pub(in crate::layout) fn place(tree: &Tree, blocks: &[Block], levels: Levels) -> Placed {
    let heights: Vec<i64> = blocks.iter().map(|block| block.height).collect();
    let tops = levels.tops(tree, &heights, LEVEL_GAP);
    let extents: Vec<Extent> = (0..tree.len())
        .map(|seat| Extent {
            width: blocks[seat].width,
            bottom: match tree.children(seat).first() {
                Some(child) => tops[*child as usize],
                None => tops[seat] + heights[seat] + LEVEL_GAP,
            },
        })
        .collect();
    let lefts = contours::place(tree, &extents, SIBLING_GAP);
    let mut placed = Placed { areas: vec![Area::default(); tree.len()], ..Placed::default() };
    for seat in (0..tree.len()).filter(|seat| !tree.is_assistant(*seat)) {
        Block::place(tree, blocks, seat, (lefts[seat], tops[seat]), &mut placed);
    }
    for seat in (0..tree.len()).filter(|seat| !tree.children(*seat).is_empty()) {
        let lines = buses::bus(&placed.areas[seat], tree.children(seat), &placed.areas, Px::whole(LEVEL_GAP));
        if !tree.is_heading(seat) {
            placed.lines.push(lines);
        }
    }
    placed
}
