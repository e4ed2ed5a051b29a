//! The indented list: one seat below the other, in as many columns as fill the page best.

use super::block::{Block, level, upright};
use super::placed::Placed;
use super::tree::Tree;
use crate::layout::geometry::{Area, Point, Px, Scale, Size};
use crate::layout::scene::Segment;

/// How far a report stands in from its manager.
const INDENT: i64 = 18;
/// Between seats, and between columns.
const BELOW: i64 = 10;
const BESIDE: i64 = 32;
/// The most columns that are tried.
const MOST_COLUMNS: usize = 24;
/// So many heights are tried until a number of columns suffices.
const MOST_TRIES: usize = 6;

/// Places a forest as a list in one to so many columns, whichever number can be drawn largest in the room.
pub(in crate::layout) fn place(tree: &Tree, blocks: &[Block], room: Size) -> Placed {
    let list = List { tree, blocks, order: tree.order(), indents: indents(tree) };
    let mut best: Option<(Scale, Placed)> = None;
    for count in 1..=MOST_COLUMNS.min(tree.len().max(1)) {
        let placed = Placed { areas: list.columns(count), lines: Vec::new() };
        let size = placed.size();
        let scale = Scale::fitting(size.width, room.width).min(Scale::fitting(size.height, room.height));
        // The first of the best: fewer columns break fewer branches.
        if best.as_ref().is_none_or(|(largest, _)| scale > *largest) {
            best = Some((scale, placed));
        }
    }
    let mut placed = best.map(|(_, placed)| placed).unwrap_or_default();
    placed.lines = list.rails(&placed.areas);
    placed
}

/// How far each seat stands in.
fn indents(tree: &Tree) -> Vec<i64> {
    let mut indents = vec![0; tree.len()];
    for seat in 0..tree.len() {
        indents[seat] = tree.parent(seat).map_or(0, |manager| indents[manager] + INDENT);
    }
    indents
}

struct List<'a> {
    tree: &'a Tree,
    blocks: &'a [Block],
    order: Vec<u32>,
    indents: Vec<i64>,
}

impl List<'_> {
    /// The boxes in so many columns of about the same height.
    fn columns(&self, count: usize) -> Vec<Area> {
        let whole: i64 = self.blocks.iter().map(|block| block.own_height + BELOW).sum();
        let mut goal = whole / i64::try_from(count).expect("few columns are tried") + BELOW;
        let mut tries = MOST_TRIES;
        loop {
            let (areas, taken) = self.filled(goal);
            tries -= 1;
            if taken <= count || tries == 0 {
                return areas;
            }
            goal += goal / 16 + 1;
        }
    }

    /// The boxes in columns of about this height, and how many these are.
    fn filled(&self, goal: i64) -> (Vec<Area>, usize) {
        let mut areas = vec![Area::default(); self.blocks.len()];
        let (mut left, mut top, mut right, mut count) = (0, 0, 0, 1);
        // A seat that would stand out by more than half begins the next column.
        let stands_out = |seat: usize, top: i64| top + self.blocks[seat].own_height / 2 > goal;
        for (at, &seat) in self.order.iter().enumerate() {
            let seat = seat as usize;
            let (block, indent) = (self.blocks[seat], self.indents[seat]);
            // The head of a team goes along with the first of it.
            let is_head = self.tree.children(seat).len() + self.tree.assistants(seat).len() > 1;
            let is_left = is_head && stands_out(self.order[at + 1] as usize, top + block.own_height + BELOW);
            if top > 0 && (stands_out(seat, top) || is_left) {
                (left, top) = (right + BESIDE, 0);
                count += 1;
            }
            let origin = Point::new(Px::whole(left + indent), Px::whole(top));
            areas[seat] = Area::new(origin, Size::new(Px::whole(block.own_width), Px::whole(block.own_height)));
            top += block.own_height + BELOW;
            right = right.max(left + indent + block.own_width);
        }
        (areas, count)
    }

    /// The lines from each seat to its reports, which go on at the top of a column when they began in the one before.
    fn rails(&self, areas: &[Area]) -> Vec<Vec<Segment>> {
        let pixels = |length: Px| length.in_pixels_up();
        // All seats of one column share this.
        let column = |seat: usize| pixels(areas[seat].left()) - self.indents[seat];
        let mut lines = vec![Vec::new(); areas.len()];
        // Of each manager: where the rail in the last column so far is, begins and ends.
        let mut rails: Vec<Option<(i64, i64, i64)>> = vec![None; areas.len()];
        for &seat in &self.order {
            let seat = seat as usize;
            let Some(manager) = self.tree.parent(seat) else { continue };
            let rail = column(seat) + self.indents[manager] + INDENT / 2;
            let notch = pixels(areas[seat].top()) + self.blocks[seat].notch();
            lines[manager].push(level(notch, rail, pixels(areas[seat].left())));
            let top = if column(seat) == column(manager) { pixels(areas[manager].bottom()) } else { 0 };
            match &mut rails[manager] {
                Some((last, _, end)) if *last == rail => *end = notch,
                other => {
                    let before = other.replace((rail, top, notch));
                    lines[manager].extend(before.map(|(rail, top, end)| upright(rail, top, end)));
                }
            }
        }
        for (lines, rail) in lines.iter_mut().zip(rails) {
            lines.extend(rail.map(|(rail, top, end)| upright(rail, top, end)));
        }
        lines.retain(|lines| !lines.is_empty());
        lines
    }
}
