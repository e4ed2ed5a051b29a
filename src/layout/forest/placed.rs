//! Boxes and lines at their places, before words are set and the page is made.

use crate::layout::geometry::{Area, Point, Px, Size};
use crate::layout::scene::Segment;

/// How thick the lines between the cells of a panel are.
const HAIRLINE: Px = Px::whole(1);

/// Where everything is, counted from the top left corner of what it fills.
#[derive(Debug, Default)]
pub(in crate::layout) struct Placed {
    /// The boxes, by seat or, before they are told apart, by unit.
    pub(in crate::layout) areas: Vec<Area>,
    /// The lines of each connector.
    pub(in crate::layout) lines: Vec<Vec<Segment>>,
    /// The panels of teams.
    pub(in crate::layout) panels: Vec<Panel>,
    /// The panels of departments, which are those of their branches.
    pub(in crate::layout) departments: Vec<Department>,
    /// Where a column continues with the reports of a manager in another one.
    pub(in crate::layout) trails: Vec<Trail>,
}

/// Cells with one outline around them.
#[derive(Debug, Default)]
pub(in crate::layout) struct Panel {
    pub(in crate::layout) area: Area,
    /// The lines between its cells.
    pub(in crate::layout) hairlines: Vec<Area>,
    /// The seats in it.
    pub(in crate::layout) seats: Vec<u32>,
}

/// A branch on a ground of its own, with a name above its head.
#[derive(Clone, Copy, Debug)]
pub(in crate::layout) struct Department {
    /// The seat, or before they are told apart the unit, that heads it.
    pub(in crate::layout) head: u32,
    pub(in crate::layout) area: Area,
}

/// The room in which a column repeats whose reports follow.
#[derive(Clone, Copy, Debug)]
pub(in crate::layout) struct Trail {
    pub(in crate::layout) manager: usize,
    pub(in crate::layout) area: Area,
}

impl Panel {
    /// The panel around cells that touch each other.
    pub(super) fn around(seats: Vec<u32>, areas: &[Area]) -> Self {
        let cells = || seats.iter().map(|seat| areas[*seat as usize]);
        let first = areas[seats[0] as usize];
        let right = cells().map(|cell| cell.right()).max().unwrap_or_default();
        let bottom = cells().map(|cell| cell.bottom()).max().unwrap_or_default();
        let area = Area::new(first.origin, Size::new(right - first.left(), bottom - first.top()));
        let mut hairlines = Vec::new();
        for cell in cells() {
            if cell.bottom() < bottom {
                let start = Point::new(cell.left(), cell.bottom() - HAIRLINE.half());
                hairlines.push(Area::new(start, Size::new(cell.size.width, HAIRLINE)));
            }
            if cell.top() == first.top() && cell.left() > first.left() {
                let start = Point::new(cell.left() - HAIRLINE.half(), first.top());
                hairlines.push(Area::new(start, Size::new(HAIRLINE, area.size.height)));
            }
        }
        Self { area, hairlines, seats }
    }
}

impl Placed {
    /// Moves everything so that boxes and lines begin at the top left corner.
    pub(super) fn move_to_origin(&mut self) {
        let points = || self.points().flatten();
        let least = |length: fn(Point) -> Px| points().map(length).min().unwrap_or_default();
        let by = Point::new(-least(|point| point.x), -least(|point| point.y));
        let panels =
            self.panels.iter_mut().flat_map(|panel| std::iter::once(&mut panel.area).chain(&mut panel.hairlines));
        let trails = self.trails.iter_mut().map(|trail| &mut trail.area);
        let departments = self.departments.iter_mut().map(|department| &mut department.area);
        for area in self.areas.iter_mut().chain(panels).chain(departments).chain(trails) {
            area.origin = area.origin + by;
        }
        for segment in self.lines.iter_mut().flatten() {
            (segment.from, segment.to) = (segment.from + by, segment.to + by);
        }
    }

    /// How much room boxes and lines fill.
    pub(in crate::layout) fn size(&self) -> Size {
        let most = |length: fn(Point) -> Px| self.points().flatten().map(length).max().unwrap_or_default();
        Size::new(most(|point| point.x), most(|point| point.y))
    }

    /// The corners of boxes, the ends of lines, and how high names of departments stand above their heads.
    fn points(&self) -> impl Iterator<Item = [Point; 2]> {
        let names = self.departments.iter().map(|one| {
            let top = Point::new(self.areas[one.head as usize].left(), one.area.top());
            [top, top]
        });
        let areas = self.areas.iter().chain(self.trails.iter().map(|trail| &trail.area));
        let boxes = areas.map(|area| [area.origin, Point::new(area.right(), area.bottom())]);
        boxes.chain(names).chain(self.lines.iter().flatten().map(|segment| [segment.from, segment.to]))
    }
}
