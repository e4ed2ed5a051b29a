//! What is placed as one: a single seat, or a team, the reports of one manager that have none of their own.

use rayon::prelude::*;

use super::block::Block;
use super::fit::Shape;
use super::placed::{Department, Panel, Placed};
use super::tree::{Tree, index};
use crate::layout::boxes::{CardText, Setting};
use crate::layout::geometry::{Area, Point, Px, Size};

/// A team in more columns than these would be a wall; this many are tried where it is larger.
const MOST_COLUMNS: usize = 16;

/// The units of a forest of seats, themselves a forest.
#[derive(Debug)]
pub(in crate::layout) struct Units {
    /// Who hangs below whom, by unit.
    pub(super) tree: Tree,
    /// The seats of unit `i` are `seats[first[i]..first[i + 1]]`.
    first: Vec<u32>,
    seats: Vec<u32>,
}

impl Units {
    /// Each seat separately.
    pub(in crate::layout) fn single(tree: &Tree) -> Self {
        Self::joined(tree, |_| false)
    }

    /// With teams of two or more neighbours that may join one.
    pub(in crate::layout) fn joined(tree: &Tree, may_join: impl Fn(usize) -> bool) -> Self {
        let count = tree.len();
        // For each seat, whether it follows others of its team.
        let mut follows = vec![false; count];
        let mut next = vec![None; count];
        for manager in 0..count {
            for pair in tree.children(manager).windows(2) {
                let [one, other] = [pair[0] as usize, pair[1] as usize];
                if [one, other].into_iter().all(|seat| is_leaf(tree, seat) && may_join(seat)) {
                    follows[other] = true;
                    next[one] = Some(other);
                }
            }
        }
        let mut unit_of = vec![0; count];
        let (mut first, mut seats, mut parents, mut is_assistant) = (vec![0], Vec::new(), Vec::new(), Vec::new());
        for seat in (0..count).filter(|seat| !follows[*seat]) {
            unit_of[seat] = index(parents.len());
            parents.push(tree.parent(seat).map(|manager| unit_of[manager]));
            is_assistant.push(tree.is_assistant(seat));
            seats.extend(std::iter::successors(Some(seat), |seat| next[*seat]).map(index));
            first.push(index(seats.len()));
        }
        let headings = (0..count).filter(|seat| tree.is_heading(*seat)).map(|seat| unit_of[seat] as usize).collect();
        Self { tree: Tree::of(parents, is_assistant).with_headings(headings), first, seats }
    }

    /// The seats of a unit.
    pub(in crate::layout) fn seats(&self, unit: usize) -> &[u32] {
        &self.seats[self.first[unit] as usize..self.first[unit + 1] as usize]
    }

    /// How many units there are.
    pub(in crate::layout) fn len(&self) -> usize {
        self.tree.len()
    }

    /// Whether a unit is a team.
    pub(super) fn is_team(&self, unit: usize) -> bool {
        self.seats(unit).len() > 1
    }
}

fn is_leaf(tree: &Tree, seat: usize) -> bool {
    tree.children(seat).is_empty() && tree.assistants(seat).is_empty()
}

/// How large the units of a forest are in boxes of one width.
#[derive(Debug)]
pub(in crate::layout) struct Measured<'u> {
    pub(in crate::layout) units: &'u Units,
    /// The width of a box, in whole pixels.
    pub(in crate::layout) width: i64,
    /// For each unit; a team's is that of its first column only.
    pub(super) blocks: Vec<Block>,
    /// The heights of the cells of teams, in the order of the units' seats; of other seats those of their boxes.
    heights: Vec<i64>,
}

impl<'u> Measured<'u> {
    /// Sets the words of all seats in boxes of one width, without keeping them.
    pub(in crate::layout) fn new(units: &'u Units, texts: &[CardText<'_>], width: i64) -> Self {
        let height = |unit: usize| {
            let setting = if units.is_team(unit) { Setting::Cell } else { Setting::Own };
            let height = move |seat: &u32| texts[*seat as usize].height(Px::whole(width), setting).in_pixels_up();
            units.seats(unit).iter().map(height).collect::<Vec<_>>()
        };
        let heights = (0..units.len()).into_par_iter().map(height).collect::<Vec<_>>();
        Self::of(units, heights.concat(), width)
    }

    /// The same from heights that are known.
    pub(in crate::layout) fn of(units: &'u Units, heights: Vec<i64>, width: i64) -> Self {
        let of_unit = |unit: usize| heights[units.first[unit] as usize..units.first[unit + 1] as usize].iter().sum();
        let heights_of_units: Vec<i64> = (0..units.len()).map(of_unit).collect();
        Self { units, width, blocks: Block::all(&units.tree, &heights_of_units, width), heights }
    }

    /// The heights of a unit's cells.
    fn cells(&self, unit: usize) -> &[i64] {
        &self.heights[self.units.first[unit] as usize..self.units.first[unit + 1] as usize]
    }

    /// The seats of placed units at their places.
    pub(super) fn seats(&self, placed: Placed, count: usize) -> Placed {
        let head = |one: Department| Department { head: self.units.seats(one.head as usize)[0], ..one };
        let departments = placed.departments.into_iter().map(head).collect();
        let areas = vec![Area::default(); count];
        let mut seats = Placed { areas, lines: placed.lines, departments, ..Placed::default() };
        for (unit, area) in placed.areas.into_iter().enumerate() {
            let members = self.units.seats(unit);
            if let [seat] = members {
                seats.areas[*seat as usize] = area;
                continue;
            }
            let (cells, _) = self.grid(unit, area.size.width.in_pixels_up());
            for (seat, (x, y, height)) in members.iter().zip(cells) {
                let origin = area.origin + Point::new(Px::whole(x), Px::whole(y));
                let size = Size::new(Px::whole(self.width), Px::whole(height));
                seats.areas[*seat as usize] = Area::new(origin, size);
            }
            seats.panels.push(Panel::around(members.to_vec(), &seats.areas));
        }
        seats
    }

    /// How much room boxes take together.
    pub(in crate::layout) fn covered(&self) -> i64 {
        self.heights.iter().sum::<i64>() * self.width
    }

    /// The height of each of this many seats, and the team that it is in.
    pub(super) fn by_seat(&self, count: usize) -> (Vec<i64>, Vec<Option<u32>>) {
        let (mut heights, mut teams) = (vec![0; count], vec![None; count]);
        for unit in 0..self.units.len() {
            for (seat, height) in self.units.seats(unit).iter().zip(self.cells(unit)) {
                heights[*seat as usize] = *height;
                teams[*seat as usize] = self.units.is_team(unit).then(|| index(unit));
            }
        }
        (heights, teams)
    }

    /// How a unit without reports can look, from the narrowest to the lowest.
    pub(super) fn shapes(&self, unit: usize) -> Vec<Shape> {
        let block = self.blocks[unit];
        let mut shapes = vec![Shape { width: block.width, height: block.height }];
        if !self.units.is_team(unit) {
            return shapes;
        }
        let cells = self.cells(unit);
        let mut count = 2;
        while count <= cells.len() {
            let height = lowest(cells, count);
            if shapes.last().is_some_and(|last| height < last.height) {
                let columns = i64::try_from(count).expect("columns are few");
                shapes.push(Shape { width: self.width * columns, height });
            }
            count += 1 + count / MOST_COLUMNS;
        }
        shapes
    }

    /// Where the cells of a team are in a panel of this width, counted from its corner, and the panel's size.
    pub(super) fn grid(&self, unit: usize, width: i64) -> (Vec<(i64, i64, i64)>, Shape) {
        let cells = self.cells(unit);
        let count = usize::try_from(width / self.width).unwrap_or(1).clamp(1, cells.len());
        let height = lowest(cells, count);
        let (mut x, mut y, mut tallest) = (0, 0, 0);
        let mut places = Vec::with_capacity(cells.len());
        for cell in cells {
            if y > 0 && y + cell > height {
                (x, y) = (x + self.width, 0);
            }
            places.push((x, y, *cell));
            y += cell;
            tallest = tallest.max(y);
        }
        (places, Shape { width: x + self.width, height: tallest })
    }
}

/// The least height at which cells stand in this many columns, in order.
fn lowest(cells: &[i64], count: usize) -> i64 {
    let whole: i64 = cells.iter().sum();
    let columns = i64::try_from(count).expect("columns are counted in 32 bits");
    let tallest = cells.iter().copied().max().unwrap_or(0);
    let (mut low, mut high) = (tallest.max(whole / columns), whole);
    while low < high {
        let middle = low.midpoint(high);
        if columns_at(cells, middle) <= count { high = middle } else { low = middle + 1 }
    }
    low
}

/// The number of columns that cells take at a height.
fn columns_at(cells: &[i64], height: i64) -> usize {
    let (mut count, mut y) = (1, 0);
    for cell in cells {
        if y > 0 && y + cell > height {
            count += 1;
            y = 0;
        }
        y += cell;
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::picture::Card;

    fn units(parents: &[Option<usize>]) -> Units {
        let cards: Vec<Card> = parents.iter().map(|parent| Card { parent: *parent, ..Card::default() }).collect();
        Units::joined(&Tree::new(&cards), |_| true)
    }

    #[test]
    fn neighbours_without_reports_are_one_team() {
        let units = units(&[None, Some(0), Some(0), Some(0), Some(3), Some(0), Some(0)]);
        let all: Vec<&[u32]> = (0..units.len()).map(|unit| units.seats(unit)).collect();
        assert_eq!(all, [&[0][..], &[1, 2], &[3], &[4], &[5, 6]]);
        assert_eq!(units.tree.children(0), [1, 2, 4]);
    }

    #[test]
    fn columns_of_a_team_are_as_low_as_they_can_be() {
        assert_eq!(lowest(&[10, 10, 10, 10], 2), 20);
        assert_eq!(lowest(&[30, 10, 10, 10], 2), 30);
        assert_eq!(lowest(&[10, 10, 30], 3), 30);
        let units = units(&[None, Some(0), Some(0), Some(0)]);
        let measured = Measured::of(&units, vec![50, 30, 10, 20], 100);
        assert_eq!(
            measured.shapes(1).iter().map(|shape| (shape.width, shape.height)).collect::<Vec<_>>(),
            [(100, 60), (200, 30)]
        );
        let (places, shape) = measured.grid(1, 200);
        assert_eq!((places, shape.height), (vec![(0, 0, 30), (100, 0, 10), (100, 10, 20)], 30));
    }
}
