//! From a room to places: top down, each branch in the rectangle that it was given.

use super::columns::{Branch, Column, Family, Gaps, Overlap, in_column};
use super::shapes::Shape;
use super::{BRANCH_GAPS, Fit, Head, LEVEL_GAP, MOST_SHAPES, TREE_GAPS};
use crate::layout::forest::Placed;
use crate::layout::forest::{Block, level, upright};
use crate::layout::geometry::{Area, Px};
use crate::layout::scene::Segment;

/// Where a branch goes.
#[derive(Clone, Copy, Debug, Default)]
struct Spot {
    /// The top left corner of its rectangle, and its extent.
    x: i64,
    y: i64,
    width: i64,
    height: i64,
    /// The left edge of its own box.
    head: i64,
    /// What others take of the rectangle beside the branch's own box.
    overlap: Overlap,
    /// Whether it hangs by its side: then its box stands at the left, else over the middle.
    by_side: bool,
    /// Whether it is the first of its column.
    is_first: bool,
    /// Whether the reports are one column below the box.
    is_stack: bool,
}

pub(super) fn place(fit: &Fit<'_>, room: Shape) -> Placed {
    let count = fit.tree.len();
    let mut placed = Placed { areas: vec![Area::default(); count], lines: Vec::new() };
    let mut walk = Walk { fit, spots: vec![Spot::default(); count] };
    if count > 0 {
        let room = Room { x: 0, y: 0, extent: room, head: Head::NONE, gaps: TREE_GAPS, by_side: false };
        walk.arrange(fit.tree.roots(), room);
    }
    for seat in (0..count).filter(|seat| !fit.tree.is_assistant(*seat)) {
        walk.settle(seat);
    }
    // From the leaves up: no head stands beside its reports, however much room there is.
    for seat in (0..count).rev().filter(|seat| !fit.tree.is_assistant(*seat)) {
        walk.centre(seat);
    }
    for seat in (0..count).filter(|seat| !fit.tree.is_assistant(*seat)) {
        let spot = walk.spots[seat];
        Block::place(fit.tree, fit.blocks, seat, (spot.head, spot.y), &mut placed);
    }
    for seat in (0..count).filter(|seat| !fit.tree.children(*seat).is_empty()) {
        let lines = walk.lines(seat, &placed.areas);
        placed.lines.push(lines);
    }
    placed.move_to_origin();
    placed
}

/// The rectangle of a branch, as its reports see it.
#[derive(Clone, Copy, Debug)]
struct Room {
    x: i64,
    y: i64,
    extent: Shape,
    head: Head,
    gaps: Gaps,
    /// Whether the branch hangs by its side: then its reports begin at the left, too.
    by_side: bool,
}

/// What arranging branches came to.
struct Arranged {
    /// The left edge and the width that they really take.
    x: i64,
    width: i64,
    is_stack: bool,
}

struct Walk<'f> {
    fit: &'f Fit<'f>,
    spots: Vec<Spot>,
}

impl Walk<'_> {
    /// Tells the reports of a seat their rectangles in its own, and finds where its box would be in the middle.
    fn settle(&mut self, seat: usize) {
        let fit = self.fit;
        let (spot, block) = (self.spots[seat], fit.blocks[seat]);
        let reports = fit.tree.children(seat);
        let mut taken = (spot.x, spot.width);
        let mut is_stack = false;
        if !reports.is_empty() {
            let extent = Shape { width: spot.width, height: spot.height, is_row: false };
            let (x, y, by_side) = (spot.x, spot.y, spot.by_side);
            let room = Room { x, y, extent, head: Head::of(block), gaps: BRANCH_GAPS, by_side };
            let arranged = self.arrange(reports, room);
            taken = (arranged.x, arranged.width);
            is_stack = arranged.is_stack;
        }
        self.spots[seat].is_stack = is_stack;
        self.spots[seat].head = match (spot.by_side, is_stack) {
            (true, _) => spot.x,
            (false, true) => taken.0,
            (false, false) => taken.0 + (taken.1 - block.own_width) / 2,
        };
    }

    /// Keeps a box over its reports and clear of those who move in beside it.
    fn centre(&mut self, seat: usize) {
        let spot = self.spots[seat];
        let mut head = spot.head;
        let reports = self.fit.tree.children(seat);
        if !spot.is_stack && !spot.by_side && !reports.is_empty() {
            let first = |seat: &&u32| self.spots[**seat as usize].is_first;
            let last = reports.iter().rev().find(first).expect("each row has a first column");
            let [first, last] = [&reports[0], last].map(|report| self.spots[*report as usize].head);
            head = head.clamp(first, last.max(first));
        }
        let least = spot.x + spot.overlap.left;
        let most = spot.x + spot.width - spot.overlap.right - self.fit.blocks[seat].width;
        self.spots[seat].head = head.min(most).max(least);
    }

    /// Tells branches their rectangles in a room with a head at its top.
    fn arrange(&mut self, seats: &[u32], room: Room) -> Arranged {
        let Room { gaps, head, extent, .. } = room;
        let branches = self.fit.branches(seats);
        let family = Family::new(&branches, gaps, MOST_SHAPES);
        let below = Shape { height: extent.height - head.above_row, ..extent };
        let row = if seats.len() > 1 { family.best_row(below) } else { None };
        let row = row.filter(|columns| columns.len() > 1);
        let is_stack = seats.len() > 1 && row.is_none();
        let columns = row.unwrap_or_else(|| {
            let limit = if is_stack { extent.height - head.above_stack } else { below.height };
            let fits = |shape: &Shape| shape.width <= extent.width && shape.height <= limit;
            // The lowest that fits: as many of its branches as possible stand in rows.
            let stacks: Vec<Shape> = family.stacks().collect();
            let shape = stacks.iter().rev().find(|shape| fits(shape)).unwrap_or(&stacks[0]);
            let indent = if is_stack { gaps.indent } else { 0 };
            vec![Column { first: 0, end: seats.len(), shape: Shape { width: shape.width - indent, ..*shape } }]
        });
        let width = family.width(&columns);
        let mut overlaps = vec![Overlap::default(); columns.len()];
        for (at, overlap) in family.overlaps(&columns) {
            overlaps[at] = overlap;
        }
        let is_wide = |column: &&Column| !column.has_rail() && !branches[column.first].is_leaf;
        let wide = i64::try_from(columns.iter().filter(is_wide).count()).expect("branches are counted in 32 bits");
        // What is to spare goes to the branches that can make use of it.
        let spare = (extent.width - width).max(0);
        let more = if is_stack || wide == 0 { 0 } else { spare / wide };
        let x = room.x + if room.by_side { 0 } else { (spare - more * wide) / 2 };
        let y = room.y + if is_stack { head.above_stack } else { head.above_row };
        let mut pen = x;
        for (column, overlap) in columns.iter().zip(overlaps) {
            pen -= overlap.left;
            let more = if is_wide(&column) { more } else { 0 };
            let spot = Spot {
                x: pen + column.width(gaps) - column.shape.width,
                y,
                width: column.shape.width + more,
                height: below.height,
                head: 0,
                overlap,
                by_side: column.has_rail() && gaps.indent > 0,
                is_first: true,
                is_stack: false,
            };
            self.fill(seats, &branches, *column, spot, gaps);
            pen += column.width(gaps) + more + gaps.beside - overlap.right;
        }
        Arranged { x, width: width + more * wide, is_stack }
    }

    /// Tells the branches of one column their rectangles, from that of the first.
    fn fill(&mut self, seats: &[u32], branches: &[Branch<'_>], column: Column, mut spot: Spot, gaps: Gaps) {
        for at in column.first..column.end {
            if column.has_rail() {
                spot.height = in_column(&branches[at], spot.width).height;
            }
            self.spots[seats[at] as usize] = spot;
            spot.y += spot.height + gaps.below;
            spot.is_first = false;
        }
    }

    /// The lines from a seat to its reports.
    fn lines(&self, seat: usize, areas: &[Area]) -> Vec<Segment> {
        let pixels = |length: Px| length.in_pixels_down();
        let reports = self.fit.tree.children(seat);
        let own = &areas[seat];
        let bottom = pixels(own.bottom());
        if self.spots[seat].is_stack {
            return self.rail(reports, areas, bottom);
        }
        let top = pixels(areas[reports[0] as usize].top());
        let bus = top - LEVEL_GAP / 2;
        let trunk = pixels(own.left()) + self.fit.blocks[seat].own_width / 2;
        let mut ends = (trunk, trunk);
        let mut lines = Vec::new();
        for column in reports.chunk_by(|_, next| !self.spots[*next as usize].is_first) {
            let first = column[0] as usize;
            let x = if column.len() > 1 {
                lines.extend(self.rail(column, areas, bus));
                self.spots[first].x - BRANCH_GAPS.indent / 2
            } else {
                let x = pixels(areas[first].left()) + self.fit.blocks[first].own_width / 2;
                lines.push(upright(x, bus, top));
                x
            };
            ends = (ends.0.min(x), ends.1.max(x));
        }
        if ends.0 == ends.1 {
            return vec![upright(trunk, bottom, top)];
        }
        lines.splice(0..0, [upright(trunk, bottom, bus), level(bus, ends.0, ends.1)]);
        lines
    }

    /// The line along a column, from `top`, with a stub to each box.
    fn rail(&self, column: &[u32], areas: &[Area], top: i64) -> Vec<Segment> {
        let left = self.spots[column[0] as usize].x;
        let x = left - BRANCH_GAPS.indent / 2;
        let notch =
            |report: &u32| areas[*report as usize].top().in_pixels_down() + self.fit.blocks[*report as usize].notch();
        let last = column.last().expect("a column has a seat");
        let mut lines = vec![upright(x, top, notch(last))];
        lines.extend(column.iter().map(|report| level(notch(report), x, left)));
        lines
    }
}
