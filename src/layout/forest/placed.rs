//! Boxes and lines at their places, before words are set and the page is made.

use crate::layout::geometry::{Area, Point, Px, Size};
use crate::layout::scene::Segment;

/// Where everything lies, counted from the top left corner of what it fills.
#[derive(Debug, Default)]
pub(in crate::layout) struct Placed {
    /// The boxes, by card.
    pub(in crate::layout) areas: Vec<Area>,
    /// The lines of each connector.
    pub(in crate::layout) lines: Vec<Vec<Segment>>,
}

impl Placed {
    /// Moves everything so that boxes and lines begin at the top left corner.
    pub(in crate::layout) fn move_to_origin(&mut self) {
        let points = || self.points().flatten();
        let least = |length: fn(Point) -> Px| points().map(length).min().unwrap_or_default();
        let by = Point::new(-least(|point| point.x), -least(|point| point.y));
        for area in &mut self.areas {
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

    /// The corners of boxes and the ends of lines.
    fn points(&self) -> impl Iterator<Item = [Point; 2]> {
        let boxes = self.areas.iter().map(|area| [area.origin, Point::new(area.right(), area.bottom())]);
        boxes.chain(self.lines.iter().flatten().map(|segment| [segment.from, segment.to]))
    }
}
