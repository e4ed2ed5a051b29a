//! The indented list: one seat below the other, in as many columns as fill the page best.

use super::block::{Block, level, upright};
use super::placed::{Panel, Placed, Trail};
use super::tree::{Tree, index};
use super::units::Measured;
use crate::layout::geometry::{Area, Point, Px, Scale, Size};
use crate::layout::scene::Segment;

/// How far a report stands in from its manager.
const INDENT: i64 = 16;
/// Between seats, and between columns.
const BELOW: i64 = 8;
const BESIDE: i64 = 20;
/// The room at the top of a column that says whose reports follow.
const TRAIL: i64 = 16;
/// How many numbers of columns are tried, around the one that would fill the page.
const MOST_COLUMNS: i64 = 24;
/// How many heights are tried until a number of columns suffices, each by a part of the first higher.
const TRIES: (i64, i64) = (20, 64);
/// And this many in larger forests.
const FEW_TRIES: (i64, i64) = (5, 16);
const LARGE: usize = 400;
/// Teams that stay whole are worth this many per cent of size.
const WHOLE: i64 = 98;

/// Places a forest as a list in one to this many columns, whichever number can be drawn largest in the room.
pub(in crate::layout) fn place(tree: &Tree, measured: &Measured<'_>, room: Size) -> (Scale, Placed) {
    let list = List::new(tree, measured);
    let mut best: [Option<(Scale, Filled)>; 2] = [None, None];
    for count in list.counts(room) {
        for (best, keeps_teams) in best.iter_mut().zip([true, false]) {
            let filled = list.columns(count, keeps_teams);
            let scale = super::fit::scale(filled.size, room);
            // The first of the best: fewer columns break fewer branches.
            if best.as_ref().is_none_or(|(largest, _)| scale > *largest) {
                *best = Some((scale, filled));
            }
        }
    }
    let [Some(whole), Some(broken)] = best else { return (Scale::MAX, Placed::default()) };
    let (scale, filled) = if whole.0 >= broken.0.per_cent(WHOLE) { whole } else { broken };
    (scale, list.placed(filled))
}

/// The boxes in columns, and how much room they fill.
struct Filled {
    areas: Vec<Area>,
    /// The first seat of each column.
    firsts: Vec<u32>,
    /// Of each seat the column, and of each column where its seats without indent would begin.
    column: Vec<u32>,
    lefts: Vec<i64>,
    size: Size,
}

struct List<'a> {
    tree: &'a Tree,
    blocks: Vec<Block>,
    /// Of each seat the team that it is in.
    teams: Vec<Option<u32>>,
    order: Vec<u32>,
    indents: Vec<i64>,
}

impl<'a> List<'a> {
    fn new(tree: &'a Tree, measured: &Measured<'_>) -> Self {
        let (heights, teams) = measured.by_seat(tree.len());
        // An assistant hangs like any other seat here.
        let block = |height: &i64| Block {
            width: measured.width,
            height: *height,
            own_width: measured.width,
            own_height: *height,
            strip: 0,
        };
        let mut indents = vec![0; tree.len()];
        for seat in 0..tree.len() {
            indents[seat] = tree.parent(seat).map_or(0, |manager| indents[manager] + INDENT);
        }
        Self { tree, blocks: heights.iter().map(block).collect(), teams, order: tree.order(), indents }
    }

    /// The height of all in one column.
    fn whole(&self) -> i64 {
        (0..self.order.len()).map(|at| self.step(at)).sum()
    }

    /// The numbers of columns that are tried.
    fn counts(&self, room: Size) -> std::ops::RangeInclusive<i64> {
        let seats = i64::try_from(self.tree.len()).expect("seats are counted in 32 bits");
        let width = self.blocks.first().map_or(1, |block| block.own_width) + BESIDE;
        let [across, down] = [room.width, room.height].map(|length| length.in_pixels_up().max(1));
        // How many columns of this height have the proportions of the room.
        let filling = (self.whole() * across / (width * down)).isqrt().clamp(1, seats.max(1));
        let first = (filling - MOST_COLUMNS / 2).max(1);
        first..=(first + MOST_COLUMNS).min(seats)
    }

    /// The boxes in this many columns of about the same height.
    fn columns(&self, count: i64, keeps_teams: bool) -> Filled {
        let first = self.whole() / count + BELOW;
        let (tries, part) = if self.tree.len() > LARGE { FEW_TRIES } else { TRIES };
        let mut goals = (0..tries).map(|more| first + first * more / part);
        let mut last = self.filled(goals.next().expect("one height is tried"), keeps_teams);
        for goal in goals {
            if i64::try_from(last.firsts.len()).expect("columns are few") <= count {
                break;
            }
            last = self.filled(goal, keeps_teams);
        }
        last
    }

    /// Whether the seat at a place of the order is in the team of the one before.
    fn goes_on(&self, at: usize) -> bool {
        let team = |at: usize| self.order.get(at).and_then(|seat| self.teams[*seat as usize]);
        at > 0 && team(at).is_some() && team(at) == team(at - 1)
    }

    /// The room of the seat at a place, with the gap before the next.
    fn step(&self, at: usize) -> i64 {
        self.blocks[self.order[at] as usize].own_height + if self.goes_on(at + 1) { 0 } else { BELOW }
    }

    /// The boxes in columns of about this height.
    fn filled(&self, goal: i64, keeps_teams: bool) -> Filled {
        let mut tops = vec![0; self.blocks.len()];
        let mut column = vec![0; self.blocks.len()];
        let (mut top, mut lowest) = (0, 0);
        let mut firsts: Vec<u32> = Vec::new();
        // The least indent in each column, and the greatest.
        let mut indents: Vec<(i64, i64)> = Vec::new();
        for (at, &seat) in self.order.iter().enumerate() {
            let seat = seat as usize;
            let (height, indent) = (self.blocks[seat].own_height, self.indents[seat]);
            if firsts.is_empty() || (top > 0 && self.breaks(at, top, goal, keeps_teams)) {
                top = if firsts.is_empty() || self.tree.parent(seat).is_none() { 0 } else { TRAIL };
                firsts.push(self.order[at]);
                indents.push((indent, indent));
            }
            let extremes = indents.last_mut().expect("a column has begun");
            *extremes = (extremes.0.min(indent), extremes.1.max(indent));
            column[seat] = index(firsts.len() - 1);
            tops[seat] = top;
            lowest = lowest.max(top + height);
            top += self.step(at);
        }
        // What stands above all seats of a column is said at its top: they need not stand in for it.
        let (mut lefts, mut right) = (Vec::with_capacity(firsts.len()), 0);
        let width = self.blocks.first().map_or(0, |block| block.own_width);
        for (least, most) in indents {
            let begin = if lefts.is_empty() { 0 } else { right + BESIDE };
            let left = begin - (least - INDENT).max(0);
            lefts.push(left);
            right = left + most + width;
        }
        let area = |seat: usize| {
            let left = lefts[column[seat] as usize] + self.indents[seat];
            let size = Size::new(Px::whole(self.blocks[seat].own_width), Px::whole(self.blocks[seat].own_height));
            Area::new(Point::new(Px::whole(left), Px::whole(tops[seat])), size)
        };
        let areas = (0..self.blocks.len()).map(area).collect();
        Filled { areas, firsts, column, lefts, size: Size::new(Px::whole(right), Px::whole(lowest)) }
    }

    /// Whether a column of about this height ends before the seat at a place: when the seat would stand out by more than
    /// half, or would be left without those that it belongs to.
    fn breaks(&self, at: usize, top: i64, goal: i64, keeps_teams: bool) -> bool {
        let stands_out = |at: usize, top: i64| top + self.blocks[self.order[at] as usize].own_height / 2 > goal;
        // The last of a team is never left behind.
        if self.goes_on(at) && !self.goes_on(at + 1) {
            return false;
        }
        if stands_out(at, top) {
            return !(self.goes_on(at) && keeps_teams && self.begins_low(at, goal));
        }
        let seat = self.order[at] as usize;
        let is_head = self.tree.children(seat).len() + self.tree.assistants(seat).len() > 1;
        let begins_team = self.goes_on(at + 1) && !self.goes_on(at);
        // The head of a team goes along with the first two of it, and the first with the second.
        let with = if is_head { 1 + usize::from(self.goes_on(at + 2)) } else { usize::from(begins_team) };
        // Whether the seat this many places further would no longer stand in this column.
        let leaves = |more: usize| {
            let last = (at + more).min(self.order.len() - 1);
            more > 0 && stands_out(last, top + (at..last).map(|place| self.step(place)).sum::<i64>())
        };
        if leaves(with) {
            return true;
        }
        // What stays with its head has stayed already.
        let follows_head = at > 0 && self.tree.parent(seat) == Some(self.order[at - 1] as usize);
        let keeps_team = keeps_teams && (is_head || (begins_team && !follows_head));
        let whole = if keeps_team { self.team_after(at) } else { 0 };
        let height: i64 = (at..=(at + whole).min(self.order.len() - 1)).map(|place| self.step(place)).sum();
        // A team that nearly fills a column may as well be broken.
        leaves(whole) && height <= goal * 2 / 3
    }

    /// How many seats after this one are its team, if they follow at once.
    fn team_after(&self, at: usize) -> usize {
        let first = if self.goes_on(at + 1) { at } else { at + 1 };
        (1..self.order.len()).take_while(|more| self.goes_on(first + more)).last().map_or(0, |more| first + more - at)
    }

    /// Whether the team of the seat at a place began so far down that a column would rather be too high than break it.
    fn begins_low(&self, at: usize, goal: i64) -> bool {
        let mut height = 0;
        let mut place = at;
        while self.goes_on(place) {
            place -= 1;
            height += self.step(place);
        }
        let more: i64 =
            (at..self.order.len()).take_while(|place| self.goes_on(*place)).map(|place| self.step(place)).sum();
        height > 0 && more <= goal / 8
    }

    fn placed(&self, filled: Filled) -> Placed {
        let mut placed = Placed { lines: self.rails(&filled), ..Placed::default() };
        let Filled { areas, firsts, column, lefts, .. } = filled;
        let mut run: Vec<u32> = Vec::new();
        for (at, &seat) in self.order.iter().enumerate() {
            if !self.goes_on(at) || firsts[column[seat as usize] as usize] == seat {
                placed.panels.extend((run.len() > 1).then(|| Panel::around(std::mem::take(&mut run), &areas)));
                run.clear();
            }
            if self.teams[seat as usize].is_some() {
                run.push(seat);
            }
        }
        placed.panels.extend((run.len() > 1).then(|| Panel::around(run, &areas)));
        for (first, left) in firsts.iter().zip(lefts).skip(1) {
            let Some(manager) = self.tree.parent(*first as usize) else { continue };
            let start = left + self.indents[*first as usize];
            let size = Size::new(Px::whole(self.blocks[manager].own_width), Px::whole(TRAIL));
            placed.trails.push(Trail { manager, area: Area::new(Point::new(Px::whole(start), Px::ZERO), size) });
        }
        placed.areas = areas;
        placed
    }

    /// The lines from each seat to its reports, which go on at the top of a column when they began in the one before.
    fn rails(&self, filled: &Filled) -> Vec<Vec<Segment>> {
        let Filled { areas, column, lefts, .. } = filled;
        let pixels = |length: Px| length.in_pixels_up();
        let mut lines = vec![Vec::new(); areas.len()];
        // Of each manager: where the rail in the last column so far is, begins and ends.
        let mut rails: Vec<Option<(i64, i64, i64)>> = vec![None; areas.len()];
        for (at, &seat) in self.order.iter().enumerate() {
            let seat = seat as usize;
            let Some(manager) = self.tree.parent(seat) else { continue };
            let rail = lefts[column[seat] as usize] + self.indents[manager] + INDENT / 2;
            // A panel has one line to it.
            if self.goes_on(at) && rails[manager].is_some_and(|(last, ..)| last == rail) {
                continue;
            }
            let notch = pixels(areas[seat].top()) + self.blocks[seat].notch();
            lines[manager].push(level(notch, rail, pixels(areas[seat].left())));
            let top = if column[seat] == column[manager] { pixels(areas[manager].bottom()) } else { 0 };
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
        lines
            .iter_mut()
            .enumerate()
            .filter(|(seat, _)| self.tree.is_heading(*seat))
            .for_each(|(_, lines)| lines.clear());
        lines.retain(|lines| !lines.is_empty());
        lines
    }
}
