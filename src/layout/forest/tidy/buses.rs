//! The lines from seats to their reports: a trunk, a bus half-way down the gap, a drop to each report.

use crate::layout::geometry::{Area, Point, Px};
use crate::layout::scene::Segment;

/// The lines of one seat with reports. `gap` is the room above each box.
pub(super) fn bus(parent: &Area, children: &[u32], boxes: &[Area], gap: Px) -> Vec<Segment> {
    let child = |index: usize| &boxes[children[index] as usize];
    let (first, last) = (child(0), child(children.len() - 1));
    let trunk = Point::new(parent.centre(), parent.bottom());
    if children.len() == 1 && trunk.x == first.centre() {
        return vec![Segment { from: trunk, to: Point::new(trunk.x, first.top()) }];
    }
    // All children of a seat begin on one line.
    let level = first.top() - gap.half();
    let (left, right) = (first.centre().min(trunk.x), last.centre().max(trunk.x));
    let mut segments = Vec::with_capacity(children.len() + 2);
    segments.push(Segment { from: trunk, to: Point::new(trunk.x, level) });
    segments.push(Segment { from: Point::new(left, level), to: Point::new(right, level) });
    segments.extend((0..children.len()).map(|index| {
        let child = child(index);
        Segment { from: Point::new(child.centre(), level), to: Point::new(child.centre(), child.top()) }
    }));
    segments
}
