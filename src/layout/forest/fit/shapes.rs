//! Shapes that a branch can have: lists of widths and heights, none better than another in both.

use crate::layout::geometry::{Px, Size};

/// How wide and how high something is, in whole pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::layout::forest) struct Shape {
    pub(in crate::layout::forest) width: i64,
    pub(in crate::layout::forest) height: i64,
}

impl Shape {
    /// The whole pixels within a size.
    pub(super) fn within(size: Size) -> Self {
        Self { width: size.width.in_pixels_down(), height: size.height.in_pixels_down() }
    }

    /// Whether it is no larger than a room.
    pub(super) fn is_within(self, room: Self) -> bool {
        self.width <= room.width && self.height <= room.height
    }

    pub(super) fn size(self) -> Size {
        Size::new(Px::whole(self.width), Px::whole(self.height))
    }
}

/// In a list of shapes from the narrowest to the lowest, the narrowest that is no higher than this.
pub(super) fn narrowest(shapes: &[Shape], height: i64) -> Option<usize> {
    let at = shapes.partition_point(|shape| shape.height > height);
    (at < shapes.len()).then_some(at)
}

/// The lowest that is no wider than this.
pub(super) fn lowest(shapes: &[Shape], width: i64) -> Option<usize> {
    shapes.partition_point(|shape| shape.width <= width).checked_sub(1)
}

/// The shapes of two branches one above the other: sorted lists merge in linear time, as in L. Stockmeyer, "Optimal
/// orientations of cells in slicing floorplan designs", Information and Control 57 (1983).
pub(super) fn stack(upper: &[Shape], lower: &[Shape], gap: i64) -> Vec<Shape> {
    let mut merged = Vec::with_capacity(upper.len() + lower.len());
    let (mut above, mut below) = (0, 0);
    // Both at their narrowest; then the narrower of the two widens.
    loop {
        let (one, other) = (upper[above], lower[below]);
        merged.push(Shape { width: one.width.max(other.width), height: one.height + gap + other.height });
        let next = |list: &[Shape], at: usize| list.get(at + 1).map(|shape| shape.width);
        match (next(upper, above), next(lower, below)) {
            (None, None) => break,
            (Some(_), None) => above += 1,
            (None, Some(_)) => below += 1,
            (Some(one), Some(other)) => {
                above += usize::from(one <= other);
                below += usize::from(other <= one);
            }
        }
    }
    merged
}

/// Keeps those sorted shapes that no other beats in both width and height.
pub(super) fn pareto(shapes: &mut Vec<Shape>) {
    let mut lowest = i64::MAX;
    shapes.retain(|shape| {
        let is_lower = shape.height < lowest;
        lowest = lowest.min(shape.height);
        is_lower
    });
}

/// Keeps at most about this many, the ends among them, spread evenly over the proportions.
pub(super) fn thin(shapes: &mut Vec<Shape>, most: usize) {
    if shapes.len() <= most {
        return;
    }
    let proportion = |shape: &Shape| logarithm(shape.width) - logarithm(shape.height);
    let (first, last) = (proportion(&shapes[0]), shapes.len() - 1);
    let range = proportion(&shapes[last]) - first;
    let slots = i64::try_from(most).expect("few shapes are kept") - 1;
    let (mut at, mut taken) = (0, None);
    shapes.retain(|shape| {
        let slot = (proportion(shape) - first) * slots * range.signum() / range.abs().max(1);
        let is_kept = taken.is_none_or(|taken| slot > taken) || at == last;
        at += 1;
        if is_kept {
            taken = Some(slot);
        }
        is_kept
    });
}

/// The binary logarithm in 256ths, between powers of two on a straight line: the same on every machine.
pub(super) fn logarithm(length: i64) -> i64 {
    let length = length.max(1);
    let exponent = i64::from(length.ilog2());
    exponent * 256 + ((length - (1 << exponent)) << 8 >> exponent)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shape(width: i64, height: i64) -> Shape {
        Shape { width, height }
    }

    fn list(shapes: &[(i64, i64)]) -> Vec<Shape> {
        shapes.iter().map(|&(width, height)| shape(width, height)).collect()
    }

    #[test]
    fn stacks_of_two_lists_are_all_that_could_be_best() {
        let (upper, lower) = (list(&[(1, 9), (4, 5), (8, 2)]), list(&[(2, 7), (4, 3), (9, 1)]));
        let mut all: Vec<Shape> = Vec::new();
        for one in &upper {
            for other in &lower {
                all.push(shape(one.width.max(other.width), one.height + 1 + other.height));
            }
        }
        all.sort();
        pareto(&mut all);
        assert_eq!(stack(&upper, &lower, 1), all);
    }

    #[test]
    fn the_ends_are_kept_and_the_rest_is_spread() {
        for long in [(1..1000).map(|at| shape(at, 1000 - at)).collect(), (1..1000).map(|at| shape(1, at)).collect()] {
            let mut thinned: Vec<Shape> = long;
            let (first, last) = (thinned[0], thinned[998]);
            thin(&mut thinned, 12);
            assert!((10..=13).contains(&thinned.len()), "{thinned:?}");
            assert_eq!((thinned[0], thinned[thinned.len() - 1]), (first, last));
        }
    }

    #[test]
    fn the_right_shape_is_found() {
        let shapes = list(&[(1, 9), (4, 5), (8, 2)]);
        assert_eq!((narrowest(&shapes, 5), narrowest(&shapes, 8), narrowest(&shapes, 1)), (Some(1), Some(1), None));
        assert_eq!((lowest(&shapes, 7), lowest(&shapes, 99), lowest(&shapes, 0)), (Some(1), Some(2), None));
    }
}
