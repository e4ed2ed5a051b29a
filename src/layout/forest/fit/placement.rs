//! From a room to places: top down, each branch in the rectangle that it was given.

use super::columns::{Branch, Column, Columns, Family, Gaps, in_column};
use super::head::{BUS, Head, Stance};
use super::shapes::Shape;
use super::{BRANCH_GAPS, Fit, LEVEL_GAP, MOST_SHAPES, TREE_GAPS};
use crate::layout::forest::block::{Block, level, upright};
use crate::layout::forest::placed::{Department, Placed};
use crate::layout::forest::tree::index;
use crate::layout::geometry::{Area, Point, Px, Size};
use crate::layout::scene::Segment;

/// How far the panel of a department reaches beyond its branch.
pub(in crate::layout) const BESIDE_PANEL: Px = Px::whole(5);
const BELOW_PANEL: Px = Px::whole(4);

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
    /// Whether it hangs by its side: then its box stands at the left, else over the middle.
    by_side: bool,
    /// Whether it is the first of its column.
    is_first: bool,
    /// How its reports are arranged.
    reports: Reports,
}

/// How the reports of a head are arranged: below it or beside it, in one column or in several.
#[derive(Clone, Copy, Debug, Default)]
struct Reports {
    is_beside: bool,
    is_stack: bool,
}

pub(super) fn place(fit: &Fit<'_>, room: Shape) -> Placed {
    let count = fit.tree.len();
    let mut placed = Placed { areas: vec![Area::default(); count], ..Placed::default() };
    let mut walk = Walk { fit, spots: vec![Spot::default(); count] };
    if count > 0 {
        let room = Room { x: 0, y: 0, extent: room, head: Head::NONE, gaps: TREE_GAPS, by_side: false };
        walk.arrange(fit.tree.roots(), room);
    }
    for seat in (0..count).filter(|seat| !fit.tree.is_assistant(*seat)) {
        walk.settle(seat);
    }
    // From the leaves up: no head is beside its reports, however much room there is.
    for seat in (0..count).rev().filter(|seat| !fit.tree.is_assistant(*seat)) {
        walk.centre(seat);
    }
    for seat in (0..count).filter(|seat| !fit.tree.is_assistant(*seat)) {
        let spot = walk.spots[seat];
        Block::place(fit.tree, &fit.blocks, seat, (spot.head, spot.y), &mut placed);
        if fit.measured.units.is_team(seat) {
            let (_, shape) = fit.measured.grid(seat, spot.width);
            let origin = Point::new(Px::whole(spot.head), Px::whole(spot.y));
            placed.areas[seat] = Area::new(origin, Size::new(Px::whole(shape.width), Px::whole(shape.height)));
        }
    }
    placed.departments = departments(fit, &walk.spots, &placed.areas);
    for seat in (0..count).filter(|seat| !fit.tree.children(*seat).is_empty() && !fit.tree.is_heading(*seat)) {
        let lines = walk.lines(seat, &placed.areas);
        placed.lines.push(lines);
    }
    placed
}

/// The panels of the branches whose heads have room for a name above them. Those that begin at one height end at one,
/// where nothing is in their way.
fn departments(fit: &Fit<'_>, spots: &[Spot], areas: &[Area]) -> Vec<Department> {
    let heads: Vec<usize> = (0..spots.len()).filter(|unit| fit.blocks[*unit].strip > 0).collect();
    if heads.is_empty() {
        return Vec::new();
    }
    let mut head_of: Vec<Option<usize>> = vec![None; spots.len()];
    // What is in the panel of each head.
    let mut inside: Vec<Area> = areas.to_vec();
    for unit in 0..spots.len() {
        let above = fit.tree.parent(unit).and_then(|manager| head_of[manager]);
        head_of[unit] = if fit.blocks[unit].strip > 0 { Some(unit) } else { above };
        if let Some(head) = head_of[unit] {
            inside[head] = inside[head].with(&areas[unit]);
        }
    }
    let panel = |head: usize, bottom: Px| {
        let (spot, inside) = (spots[head], inside[head]);
        // The line on which columns hang is in it, too.
        let left = Px::whole(spot.x).max(inside.left() - Px::whole(BRANCH_GAPS.indent / 2)).min(inside.left());
        let origin = Point::new(left - BESIDE_PANEL, Px::whole(spot.y));
        Area::new(origin, Size::new(inside.right() + BESIDE_PANEL - origin.x, bottom + BELOW_PANEL - origin.y))
    };
    let own: Vec<Area> = heads.iter().map(|head| panel(*head, inside[*head].bottom())).collect();
    let others = (0..spots.len()).filter(|unit| head_of[*unit].is_none()).map(|unit| areas[unit]);
    let taken: Vec<Area> = own.iter().copied().chain(others).collect();
    let levelled = heads.iter().zip(&own).map(|(head, area)| {
        let alike = heads.iter().filter(|other| spots[**other].y == spots[*head].y);
        let lowest = alike.map(|other| inside[*other].bottom()).max().unwrap_or_default();
        let level = panel(*head, lowest);
        let is_free = taken.iter().all(|other| other == area || !level.overlaps(other));
        Department { head: index(*head), area: if is_free { level } else { *area } }
    });
    levelled.collect()
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
    reports: Reports,
}

struct Walk<'f> {
    fit: &'f Fit<'f>,
    spots: Vec<Spot>,
}

impl Walk<'_> {
    /// Tells the reports of a seat their rectangles in its own, and finds where its box would be in the middle.
    fn settle(&mut self, seat: usize) {
        let fit = self.fit;
        let spot = self.spots[seat];
        let reports = fit.tree.children(seat);
        if reports.is_empty() {
            let is_team = fit.measured.units.is_team(seat);
            let width = if is_team { fit.measured.grid(seat, spot.width).1.width } else { fit.blocks[seat].width };
            self.spots[seat].head = if spot.by_side { spot.x } else { spot.x + (spot.width - width).max(0) / 2 };
            return;
        }
        let extent = Shape { width: spot.width, height: spot.height };
        let (x, y, by_side) = (spot.x, spot.y, spot.by_side);
        let room = Room { x, y, extent, head: fit.head(seat), gaps: BRANCH_GAPS, by_side };
        let arranged = self.arrange(reports, room);
        let own = &mut self.spots[seat];
        own.reports = arranged.reports;
        own.head = match (spot.by_side || own.reports.is_beside, own.reports.is_stack) {
            (true, _) => spot.x,
            (false, true) => arranged.x,
            (false, false) => arranged.x + (arranged.width - fit.blocks[seat].own_width) / 2,
        };
    }

    /// Keeps a box over its reports.
    fn centre(&mut self, seat: usize) {
        let spot = self.spots[seat];
        let reports = self.fit.tree.children(seat);
        if spot.reports.is_stack || spot.reports.is_beside || spot.by_side || reports.is_empty() {
            return;
        }
        let first = |seat: &&u32| self.spots[**seat as usize].is_first;
        let last = reports.iter().rev().find(first).expect("each row has a first column");
        let [first, last] = [&reports[0], last].map(|report| self.spots[*report as usize].head);
        let most = spot.x + spot.width - self.fit.blocks[seat].width;
        self.spots[seat].head = spot.head.clamp(first, last.max(first)).min(most).max(spot.x);
    }

    /// Tells branches their rectangles in a room with a head at its top or its left.
    fn arrange(&mut self, seats: &[u32], room: Room) -> Arranged {
        let Room { gaps, head, extent, .. } = room;
        let branches = self.fit.branches(seats);
        let family = Family::new(&branches, gaps, MOST_SHAPES);
        let stacks: Vec<Shape> = family.stacks().collect();
        let (mut is_beside, mut is_stack) = (head.stance == Stance::Beside, true);
        let mut columns = None;
        if seats.len() > 1 {
            columns = family.best_row(head.room(extent, is_beside, false)).filter(|row| row.all.len() > 1);
            is_stack = columns.is_none();
        } else if head.stance == Stance::Either {
            let below = head.room(extent, false, true);
            is_beside = !stacks.iter().any(|shape| shape.is_within(below));
        }
        // The trees of a forest have no line to hang on.
        let columns = columns.unwrap_or_else(|| {
            let within = head.room(extent, is_beside, true);
            // The lowest that fits: as many of its branches as possible stand in rows.
            let shape = *stacks.iter().rev().find(|shape| shape.is_within(within)).unwrap_or(&stacks[0]);
            let shape = Shape { width: shape.width - gaps.indent, ..shape };
            Columns { all: vec![Column { first: 0, end: seats.len(), shape }], is_hung: true }
        });
        let width = columns.shape(gaps).width;
        let within = head.room(extent, is_beside, is_stack);
        let is_wide = |column: &&Column| !columns.is_hung && !branches[column.first].is_leaf;
        let wide = i64::try_from(columns.all.iter().filter(is_wide).count()).expect("branches are counted in 32 bits");
        // What is to spare goes to the branches that can make use of it. A head above a stack begins where that does, and
        // may be the wider of the two.
        let taken = if is_stack && !is_beside { width.max(head.width) } else { width };
        let spare = (within.width - taken).max(0);
        let more = if wide == 0 || is_beside { 0 } else { spare / wide };
        let (right, down) = head.offset(is_beside, is_stack);
        let at_left = room.by_side || is_beside;
        let x = room.x + right + if at_left { 0 } else { (spare - more * wide) / 2 };
        let mut pen = x;
        for column in &columns.all {
            let more = if is_wide(&column) { more } else { 0 };
            let indent = if columns.is_hung { gaps.indent } else { 0 };
            let spot = Spot {
                x: pen + indent,
                y: room.y + down,
                width: column.shape.width + more,
                height: within.height,
                by_side: columns.is_hung && gaps.indent > 0,
                is_first: true,
                ..Spot::default()
            };
            self.fill(seats, &branches, *column, spot, gaps);
            pen += indent + column.shape.width + more + gaps.beside;
        }
        Arranged { x, width: width + more * wide, reports: Reports { is_beside, is_stack } }
    }

    /// Tells the branches of one column their rectangles, from that of the first.
    fn fill(&mut self, seats: &[u32], branches: &[Branch<'_>], column: Column, mut spot: Spot, gaps: Gaps) {
        for at in column.first..column.end {
            if column.end - column.first > 1 {
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
        let (own, Reports { is_beside, is_stack }) = (&areas[seat], self.spots[seat].reports);
        if is_stack {
            let top = pixels(own.bottom());
            if !is_beside {
                return self.rail(reports, areas, top);
            }
            let notch = pixels(own.top()) + self.fit.blocks[seat].notch();
            let mut lines = self.rail(reports, areas, notch);
            lines.insert(0, level(notch, pixels(own.right()), self.rail_of(reports)));
            return lines;
        }
        let top = self.spots[reports[0] as usize].y;
        let (bus, start) = if is_beside {
            (pixels(own.top()) + BUS, pixels(own.right()))
        } else {
            (top - LEVEL_GAP / 2, pixels(own.left()) + self.fit.blocks[seat].own_width / 2)
        };
        let mut ends = (start, start);
        let mut lines = Vec::new();
        for column in reports.chunk_by(|_, next| !self.spots[*next as usize].is_first) {
            let first = column[0] as usize;
            let x = if self.spots[first].by_side {
                lines.extend(self.rail(column, areas, bus));
                self.rail_of(column)
            } else {
                let x = pixels(areas[first].centre());
                lines.push(upright(x, bus, pixels(areas[first].top())));
                x
            };
            ends = (ends.0.min(x), ends.1.max(x));
        }
        let trunk = (!is_beside).then(|| upright(start, pixels(own.bottom()), bus));
        let across = (ends.0 < ends.1).then(|| level(bus, ends.0, ends.1));
        lines.splice(0..0, trunk.into_iter().chain(across));
        lines
    }

    /// Where the line along a column runs.
    fn rail_of(&self, column: &[u32]) -> i64 {
        self.spots[column[0] as usize].x - BRANCH_GAPS.indent / 2
    }

    /// The line along a column, from `top`, with a stub to each box.
    fn rail(&self, column: &[u32], areas: &[Area], top: i64) -> Vec<Segment> {
        let (x, left) = (self.rail_of(column), self.spots[column[0] as usize].x);
        let notch = |report: &u32| {
            let block = self.fit.blocks[*report as usize];
            areas[*report as usize].top().in_pixels_down() + block.notch()
        };
        let last = column.last().expect("a column has a seat");
        let mut lines = Vec::with_capacity(column.len() + 1);
        if notch(last) != top {
            lines.push(upright(x, top, notch(last)));
        }
        lines.extend(column.iter().map(|report| level(notch(report), x, left)));
        lines
    }
}
