//! The indented list: one seat below the other, in as many columns as fill the page best.

use super::block::{Block, level, upright};
use super::fit;
use super::placed::{Panel, Placed, Trail};
use super::tree::{Tree, index};
use super::units::Measured;
use crate::layout::geometry::{Area, Point, Px, Scale, Size};
use crate::layout::scene::Segment;

/// The indent of a report from its manager.
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

/// Where the columns begin, and how much room all of them fill.
#[derive(Default)]
struct Columns {
    /// The place of the first seat of each column.
    firsts: Vec<usize>,
    /// Where the seats of each column that have no indent would begin.
    lefts: Vec<i64>,
    size: Size,
}

/// The boxes in columns.
struct Filled {
    areas: Vec<Area>,
    columns: Columns,
    /// The column of each seat.
    column: Vec<u32>,
}

/// A seat in its place in the order, and what decides whether a column ends before it. None of it depends on the column,
/// so that it is counted once for all heights that are tried.
struct Place {
    indent: i64,
    height: i64,
    /// From the top of this seat to the middle of it, of the last that goes along with it, and of the last of its team.
    middle: i64,
    along: i64,
    whole: i64,
    /// How high its team is.
    team: i64,
}

/// A forest as a list in the number of columns that can be drawn largest in a room. A *place* is one in the order of the
/// seats.
pub(in crate::layout) struct List<'a> {
    tree: &'a Tree,
    blocks: Vec<Block>,
    /// The team that each seat is in.
    teams: Vec<Option<u32>>,
    order: Vec<u32>,
    places: Vec<Place>,
    /// Of each place, how far down in one column what decides whether a column ends before it reaches: where teams may be
    /// broken, and where they stay whole.
    reaches: [Vec<i64>; 2],
    /// The indent of each seat.
    indents: Vec<i64>,
    /// For each place, and the one after the last, whether it is in the team of the one before.
    goes_on: Vec<bool>,
    /// For each place, and the one after the last, the height of all before it in one column, with the gaps after them.
    tops: Vec<i64>,
    scale: Scale,
    columns: Columns,
}

impl<'a> List<'a> {
    /// Finds the columns.
    pub(in crate::layout) fn new(tree: &'a Tree, measured: &Measured<'_>, room: Size) -> Self {
        let mut list = Self::in_order(tree, measured);
        let [whole, broken] = list.best(room);
        (list.scale, list.columns) = if whole.0 >= broken.0.per_cent(WHOLE) { whole } else { broken };
        list
    }

    /// The scale at which it fits into the room.
    pub(in crate::layout) fn scale(&self) -> Scale {
        self.scale
    }

    /// Places the seats.
    pub(in crate::layout) fn place(mut self) -> Placed {
        let columns = std::mem::take(&mut self.columns);
        self.placed(self.filled(columns))
    }

    /// The columns with which the list is largest, with teams that stay whole and with teams that may be broken.
    fn best(&self, room: Size) -> [(Scale, Columns); 2] {
        [true, false].map(|keeps_teams| {
            let columns = self.counts(room).map(|count| self.columns(count, keeps_teams));
            let scaled = columns.map(|columns| (fit::scale(columns.size, room), columns));
            // The first of the best: fewer columns break fewer branches.
            let best = scaled.reduce(|best, other| if other.0 > best.0 { other } else { best });
            best.unwrap_or((Scale::MAX, Columns::default()))
        })
    }

    fn in_order(tree: &'a Tree, measured: &Measured<'_>) -> Self {
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
        let order = tree.order();
        let team = |at: usize| order.get(at).and_then(|seat| teams[*seat as usize]);
        let goes_on: Vec<bool> =
            (0..=order.len()).map(|at| at > 0 && team(at).is_some() && team(at) == team(at - 1)).collect();
        let mut tops = vec![0];
        for (at, &seat) in order.iter().enumerate() {
            tops.push(tops[at] + heights[seat as usize] + if goes_on[at + 1] { 0 } else { BELOW });
        }
        let blocks = heights.iter().map(block).collect();
        let (places, reaches, scale, columns) = (Vec::new(), Default::default(), Scale::MAX, Columns::default());
        let mut list = Self { tree, blocks, teams, order, places, reaches, indents, goes_on, tops, scale, columns };
        list.places = (0..list.order.len()).map(|at| list.place_at(at)).collect();
        list.reaches = [false, true].map(|keeps_teams| {
            let below = |place: &Place| place.middle.max(place.along).max(if keeps_teams { place.whole } else { 0 });
            list.places.iter().zip(&list.tops).map(|(place, top)| top + below(place)).collect()
        });
        list
    }

    fn place_at(&self, at: usize) -> Place {
        let seat = self.order[at] as usize;
        let height = |at: usize| self.blocks[self.order[at] as usize].own_height;
        let middle = |more: usize| {
            let last = (at + more).min(self.order.len() - 1);
            self.tops[last] - self.tops[at] + height(last) / 2
        };
        let is_head = self.tree.children(seat).len() + self.tree.assistants(seat).len() > 1;
        let begins_team = self.goes_on[at + 1] && !self.goes_on[at];
        // The head of a team goes along with the first two of it, and the first with the second.
        let along =
            if is_head { 1 + usize::from(self.goes_on.get(at + 2) == Some(&true)) } else { usize::from(begins_team) };
        // What stays with its head has stayed already.
        let follows_head = at > 0 && self.tree.parent(seat) == Some(self.order[at - 1] as usize);
        let whole = if is_head || (begins_team && !follows_head) { self.team_after(at) } else { 0 };
        Place {
            indent: self.indents[seat],
            height: height(at),
            middle: middle(0),
            along: middle(along),
            whole: middle(whole),
            team: self.tops[(at + whole + 1).min(self.order.len())] - self.tops[at],
        }
    }

    /// The height of all in one column.
    fn whole(&self) -> i64 {
        *self.tops.last().expect("the first place is there")
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
    fn columns(&self, count: i64, keeps_teams: bool) -> Columns {
        let first = self.whole() / count + BELOW;
        let (tries, part) = if self.tree.len() > LARGE { FEW_TRIES } else { TRIES };
        let mut goals = (0..tries).map(|more| first + first * more / part);
        let mut last = self.cut(goals.next().expect("one height is tried"), keeps_teams);
        for goal in goals {
            if i64::try_from(last.firsts.len()).expect("columns are few") <= count {
                break;
            }
            last = self.cut(goal, keeps_teams);
        }
        last
    }

    /// Where the first seat of a column stands: below whose reports they are, unless nobody is above.
    fn column_top(&self, first: usize) -> i64 {
        if first == 0 || self.tree.parent(self.order[first] as usize).is_none() { 0 } else { TRAIL }
    }

    /// Where columns of about this height begin.
    fn cut(&self, goal: i64, keeps_teams: bool) -> Columns {
        let (mut lowest, mut end) = (0, 0);
        let mut firsts: Vec<usize> = Vec::new();
        // The least indent in each column, and the greatest.
        let mut indents: Vec<(i64, i64)> = Vec::new();
        while end < self.places.len() {
            let first = end;
            end = self.end_of(first, goal, keeps_teams);
            let all = &self.places[first..end];
            let extremes = |(least, most): (i64, i64), place: &Place| (least.min(place.indent), most.max(place.indent));
            firsts.push(first);
            indents.push(all.iter().fold((i64::MAX, 0), extremes));
            // None reaches further down than the last.
            lowest =
                lowest.max(self.column_top(first) + self.tops[end - 1] - self.tops[first] + all[all.len() - 1].height);
        }
        // The managers of all seats of a column are named at its top: the seats need no indent for them.
        let (mut lefts, mut right) = (Vec::with_capacity(firsts.len()), 0);
        let width = self.blocks.first().map_or(0, |block| block.own_width);
        for (least, most) in indents {
            let begin = if lefts.is_empty() { 0 } else { right + BESIDE };
            let left = begin - (least - INDENT).max(0);
            lefts.push(left);
            right = left + most + width;
        }
        Columns { firsts, lefts, size: Size::new(Px::whole(right), Px::whole(lowest)) }
    }

    /// Where a column ends that begins at a place.
    fn end_of(&self, first: usize, goal: i64, keeps_teams: bool) -> usize {
        let shift = self.column_top(first) - self.tops[first];
        let is_end = |at: usize| {
            let top = self.tops[at] + shift;
            top > 0 && self.breaks(at, top, goal, keeps_teams)
        };
        // Most stay within the goal, whatever is looked at.
        let reaches = &self.reaches[usize::from(keeps_teams)][first + 1..];
        let mut beyond = (first + 1..).zip(reaches).filter(|(_, reach)| **reach + shift > goal);
        beyond.find(|(at, _)| is_end(*at)).map_or(self.places.len(), |(at, _)| at)
    }

    /// The boxes in these columns.
    fn filled(&self, columns: Columns) -> Filled {
        let mut areas = vec![Area::default(); self.order.len()];
        let mut column = vec![0; self.order.len()];
        let ends = columns.firsts.iter().skip(1).copied().chain([self.order.len()]);
        for (at, ((&first, end), left)) in columns.firsts.iter().zip(ends).zip(&columns.lefts).enumerate() {
            for place in first..end {
                let seat = self.order[place] as usize;
                let top = self.column_top(first) + self.tops[place] - self.tops[first];
                let size = Size::new(Px::whole(self.blocks[seat].own_width), Px::whole(self.blocks[seat].own_height));
                areas[seat] = Area::new(Point::new(Px::whole(left + self.indents[seat]), Px::whole(top)), size);
                column[seat] = index(at);
            }
        }
        Filled { areas, columns, column }
    }

    /// Whether a column of about this height ends before the seat at a place: when the seat would stand out by more than
    /// half, or would be left without those that it belongs to.
    fn breaks(&self, at: usize, top: i64, goal: i64, keeps_teams: bool) -> bool {
        let place = &self.places[at];
        // The last of a team is never left behind.
        if self.goes_on[at] && !self.goes_on[at + 1] {
            return false;
        }
        if top + place.middle > goal {
            return !(self.goes_on[at] && keeps_teams && self.begins_low(at, goal));
        }
        // A team that nearly fills a column may as well be broken.
        top + place.along > goal || (keeps_teams && top + place.whole > goal && place.team <= goal * 2 / 3)
    }

    /// How many seats after this one are its team, if they follow at once.
    fn team_after(&self, at: usize) -> usize {
        let first = if self.goes_on[at + 1] { at } else { at + 1 };
        let more = self.goes_on[(first + 1).min(self.order.len())..].iter().take_while(|goes_on| **goes_on).count();
        if more == 0 { 0 } else { first + more - at }
    }

    /// Whether the team of the seat at a place began so far down that a column would rather be too high than break it.
    fn begins_low(&self, at: usize, goal: i64) -> bool {
        let begin = (1..=at).rev().find(|place| !self.goes_on[*place]).unwrap_or(0);
        let end = (at..self.order.len()).find(|place| !self.goes_on[*place]).unwrap_or(self.order.len());
        self.tops[at] > self.tops[begin] && self.tops[end] - self.tops[at] <= goal / 8
    }

    fn placed(&self, filled: Filled) -> Placed {
        let mut placed = Placed { lines: self.rails(&filled), ..Placed::default() };
        let Filled { areas, columns, column } = filled;
        let mut run: Vec<u32> = Vec::new();
        for (at, &seat) in self.order.iter().enumerate() {
            if !self.goes_on[at] || columns.firsts[column[seat as usize] as usize] == at {
                placed.panels.extend((run.len() > 1).then(|| Panel::around(std::mem::take(&mut run), &areas)));
                run.clear();
            }
            if self.teams[seat as usize].is_some() {
                run.push(seat);
            }
        }
        placed.panels.extend((run.len() > 1).then(|| Panel::around(run, &areas)));
        for (first, left) in columns.firsts.iter().zip(&columns.lefts).skip(1) {
            let first = self.order[*first] as usize;
            let Some(manager) = self.tree.parent(first) else { continue };
            let start = left + self.indents[first];
            let size = Size::new(Px::whole(self.blocks[manager].own_width), Px::whole(TRAIL));
            placed.trails.push(Trail { manager, area: Area::new(Point::new(Px::whole(start), Px::ZERO), size) });
        }
        placed.areas = areas;
        placed
    }

    /// The lines from each seat to its reports, which go on at the top of a column when they began in the one before.
    fn rails(&self, filled: &Filled) -> Vec<Vec<Segment>> {
        let Filled { areas, column, columns } = filled;
        let pixels = |length: Px| length.in_pixels_up();
        let mut lines = vec![Vec::new(); areas.len()];
        // For each manager, where the rail in the last column so far is, begins and ends.
        let mut rails: Vec<Option<(i64, i64, i64)>> = vec![None; areas.len()];
        for (at, &seat) in self.order.iter().enumerate() {
            let seat = seat as usize;
            let Some(manager) = self.tree.parent(seat) else { continue };
            let rail = columns.lefts[column[seat] as usize] + self.indents[manager] + INDENT / 2;
            // A panel has one line to it.
            if self.goes_on[at] && rails[manager].is_some_and(|(last, ..)| last == rail) {
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
