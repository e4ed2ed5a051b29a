//! A seat's box with its assistants beside it.

use super::placed::Placed;
use super::tree::Tree;
use crate::layout::geometry::{Area, Point, Px, Size};
use crate::layout::scene::Segment;

/// Between a box and its assistants, where their line runs, and between assistants.
const BESIDE: i64 = 24;
const BETWEEN: i64 = 10;
/// How far below the top of a box a line from the side meets it, at most: where the title is.
const TITLE: i64 = 20;

/// How much room a seat takes with its assistants, in whole pixels; its own box is the top left part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::layout) struct Block {
    pub(in crate::layout) width: i64,
    pub(in crate::layout) height: i64,
    pub(in crate::layout) own_width: i64,
    pub(in crate::layout) own_height: i64,
    /// Above the box: the room for the name of the department that it heads.
    pub(in crate::layout) strip: i64,
}

impl Block {
    /// The block of each seat, from the heights of all boxes and their common width.
    pub(in crate::layout) fn all(tree: &Tree, heights: &[i64], width: i64) -> Vec<Self> {
        let block = |(seat, &height): (usize, &i64)| {
            let assistants = tree.assistants(seat);
            let beside: i64 = assistants.iter().map(|assistant| heights[*assistant as usize] + BETWEEN).sum();
            Self {
                width: if assistants.is_empty() { width } else { width * 2 + BESIDE },
                height: height.max(beside - BETWEEN),
                own_width: width,
                own_height: height,
                strip: 0,
            }
        };
        heights.iter().enumerate().map(block).collect()
    }

    /// The block with room for a name above it.
    pub(super) fn below(self, strip: i64) -> Self {
        Self { height: self.height + strip, strip, ..self }
    }

    /// How far below the top of the box a line from the side meets it.
    pub(in crate::layout) fn notch(self) -> i64 {
        TITLE.min(self.own_height / 2)
    }

    /// Puts a seat and its assistants at a place, with the lines between them.
    pub(in crate::layout) fn place(tree: &Tree, blocks: &[Self], seat: usize, (x, y): (i64, i64), placed: &mut Placed) {
        let block = blocks[seat];
        let y = y + block.strip;
        placed.areas[seat] = area(x, y, block);
        let assistants = tree.assistants(seat);
        let Some(&last) = assistants.last() else { return };
        let (right, left) = (x + block.own_width, x + block.own_width + BESIDE);
        let rail = right + BESIDE / 2;
        let mut lines = vec![level(y + block.notch(), right, if assistants.len() == 1 { left } else { rail })];
        let mut top = y;
        for &assistant in assistants {
            let assistant = assistant as usize;
            placed.areas[assistant] = area(left, top, blocks[assistant]);
            if assistants.len() > 1 {
                lines.push(level(top + blocks[assistant].notch(), rail, left));
            }
            top += blocks[assistant].own_height + BETWEEN;
        }
        if assistants.len() > 1 {
            let last = blocks[last as usize];
            let lowest = top - BETWEEN - last.own_height + last.notch();
            let highest = y + block.notch().min(blocks[assistants[0] as usize].notch());
            lines.push(upright(rail, highest, lowest));
        }
        placed.lines.push(lines);
    }
}

fn area(x: i64, y: i64, block: Block) -> Area {
    let size = Size::new(Px::whole(block.own_width), Px::whole(block.own_height));
    Area::new(Point::new(Px::whole(x), Px::whole(y)), size)
}

/// A level line.
pub(in crate::layout) fn level(y: i64, from: i64, to: i64) -> Segment {
    let point = |x| Point::new(Px::whole(x), Px::whole(y));
    Segment { from: point(from), to: point(to) }
}

/// An upright line.
pub(in crate::layout) fn upright(x: i64, from: i64, to: i64) -> Segment {
    let point = |y| Point::new(Px::whole(x), Px::whole(y));
    Segment { from: point(from), to: point(to) }
}
