//! The gaps between boxes as a grid, and the calmest way through it.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::ops::Range;

use crate::layout::forest::placed::Placed;
use crate::layout::geometry::Area;

/// How far from a box lines keep; the narrowest gap is twice as wide.
const CLEAR: i64 = 4;
/// How far from a box they rather keep, and how many quarters of its length a stretch costs more that is closer.
const CALM: i64 = 7;
const TIGHT: i64 = 1;
/// The same for what is closer than it needs to be in the narrowest gap.
const TIGHTEST: i64 = 4;
/// What a bend costs, in pixels of length.
const BEND: i64 = 60;
/// What crossing another line costs.
const CROSSING: i64 = 30;
/// How many times its length a stretch costs that runs along another line.
const ALONG: i64 = 12;
/// Lines closer than this run along each other.
const CLOSE: i64 = 3;

/// The lines on which a way can run. Edges go from each point of the grid to the right and downwards.
pub(super) struct Grid {
    xs: Vec<i64>,
    ys: Vec<i64>,
    /// What the edge to the right of a point costs; `None` where a box lies on it.
    right: Vec<Option<i64>>,
    /// The same downwards.
    down: Vec<Option<i64>>,
}

/// A way comes to a point level or upright.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Course {
    Level,
    Upright,
}

impl Grid {
    /// The grid around boxes, with further heights at which ways can run.
    pub(super) fn new(placed: &Placed, heights: impl Iterator<Item = i64>) -> Self {
        let pixels = placed.areas.iter().map(edges);
        let around = |low: i64, high: i64| [low - CALM, low - CLEAR, high + CLEAR, high + CALM];
        let mut xs: Vec<i64> = pixels.clone().flat_map(|[left, _, right, _]| around(left, right)).collect();
        let mut ys: Vec<i64> =
            pixels.clone().flat_map(|[_, top, _, bottom]| around(top, bottom)).chain(heights).collect();
        for places in [&mut xs, &mut ys] {
            places.sort_unstable();
            places.dedup();
        }
        let mut right: Vec<Option<i64>> = Vec::with_capacity(xs.len() * ys.len());
        let mut down = Vec::with_capacity(xs.len() * ys.len());
        for at in 0..ys.len() {
            right.extend((0..xs.len()).map(|x| xs.get(x + 1).map(|next| next - xs[x])));
            down.extend(xs.iter().map(|_| ys.get(at + 1).map(|next| next - ys[at])));
        }
        let mut grid = Self { xs, ys, right, down };
        for [left, top, right, bottom] in pixels {
            grid.each(Course::Level, (left, right), (top + 1, bottom - 1), |edge, _| *edge = None);
            grid.each(Course::Upright, (left + 1, right - 1), (top, bottom), |edge, _| *edge = None);
        }
        for [left, top, right, bottom] in placed.areas.iter().map(edges) {
            for (near, cost) in [(CALM - 1, TIGHT), (CLEAR - 1, TIGHTEST)] {
                let tight = |edge: &mut Option<i64>, length: i64| *edge = edge.map(|edge| edge + length * cost / 4);
                for (low, high) in [(left - near, left), (right, right + near)] {
                    grid.each(Course::Upright, (low, high), (top, bottom), tight);
                }
                for (low, high) in [(top - near, top), (bottom, bottom + near)] {
                    grid.each(Course::Level, (left, right), (low, high), tight);
                }
            }
        }
        for segment in placed.lines.iter().flatten() {
            let pixels = |point: crate::layout::Point| (point.x.in_pixels_down(), point.y.in_pixels_down());
            grid.occupy(pixels(segment.from), pixels(segment.to));
        }
        grid
    }

    /// The cheapest way from a side of one box to a side of another, each at its height: the corners of the way.
    /// The way is then occupied for those that come after.
    pub(super) fn route(&mut self, start: (&Area, i64), end: (&Area, i64)) -> Option<Vec<(i64, i64)>> {
        let count = self.xs.len() * self.ys.len() * 2;
        let mut cost = vec![i64::MAX; count];
        let mut before = vec![usize::MAX; count];
        let mut open = BinaryHeap::new();
        for node in self.sides(start) {
            cost[node] = 0;
            open.push(Reverse((0, node)));
        }
        let goals = self.sides(end);
        let mut reached = None;
        while let Some(Reverse((spent, node))) = open.pop() {
            if spent > cost[node] {
                continue;
            }
            if goals.contains(&node) {
                reached = Some(node);
                break;
            }
            for (next, step) in self.steps(node).into_iter().flatten() {
                if spent + step < cost[next] {
                    cost[next] = spent + step;
                    before[next] = node;
                    open.push(Reverse((spent + step, next)));
                }
            }
        }
        let mut way: Vec<(i64, i64)> =
            std::iter::successors(reached, |node| Some(before[*node]).filter(|before| *before != usize::MAX))
                .map(|node| self.place(node))
                .collect();
        way.reverse();
        way.dedup();
        let corners = corners(&way);
        for pair in corners.windows(2) {
            self.occupy(pair[0], pair[1]);
        }
        (!corners.is_empty()).then_some(corners)
    }

    /// The points beside a box at a height, where a level line begins or ends.
    fn sides(&self, (area, height): (&Area, i64)) -> Vec<usize> {
        let [left, _, right, _] = edges(area);
        let y = self.ys.binary_search(&height).expect("heights are in the grid");
        [left - CLEAR, right + CLEAR]
            .map(|x| self.node(self.xs.binary_search(&x).expect("sides are in the grid"), y, Course::Level))
            .to_vec()
    }

    fn node(&self, x: usize, y: usize, course: Course) -> usize {
        (y * self.xs.len() + x) * 2 + usize::from(course == Course::Upright)
    }

    fn place(&self, node: usize) -> (i64, i64) {
        let point = node / 2;
        (self.xs[point % self.xs.len()], self.ys[point / self.xs.len()])
    }

    /// Where a way can go on from a point, and what that costs.
    fn steps(&self, node: usize) -> [Option<(usize, i64)>; 4] {
        let (point, width) = (node / 2, self.xs.len());
        let (x, y) = (point % width, point / width);
        let course = if node % 2 == 1 { Course::Upright } else { Course::Level };
        let to = |next: usize, along: Course, edge: Option<i64>| {
            let bend = if along == course { 0 } else { BEND };
            edge.map(|edge| (self.node(next % width, next / width, along), edge + bend))
        };
        [
            to(point + 1, Course::Level, self.right[point]).filter(|_| x + 1 < width),
            (x > 0).then(|| to(point - 1, Course::Level, self.right[point - 1])).flatten(),
            to(point + width, Course::Upright, self.down[point]).filter(|_| y + 1 < self.ys.len()),
            (y > 0).then(|| to(point - width, Course::Upright, self.down[point - width])).flatten(),
        ]
    }

    /// Makes a line dear to run along, and its crossing less so.
    fn occupy(&mut self, from: (i64, i64), to: (i64, i64)) {
        let (left, right) = (from.0.min(to.0), from.0.max(to.0));
        let (top, bottom) = (from.1.min(to.1), from.1.max(to.1));
        let along = |edge: &mut Option<i64>, length: i64| *edge = edge.map(|edge| edge + length * ALONG);
        let across = |edge: &mut Option<i64>, _: i64| *edge = edge.map(|edge| edge + CROSSING);
        if top == bottom {
            self.each(Course::Level, (left, right), (top - CLOSE, top + CLOSE), along);
            self.each(Course::Upright, (left, right), (top, top), across);
        } else {
            self.each(Course::Upright, (left - CLOSE, left + CLOSE), (top, bottom), along);
            self.each(Course::Level, (left, left), (top, bottom), across);
        }
    }

    /// Changes the edges of one course that touch a rectangle; each comes with its length.
    fn each(
        &mut self,
        course: Course,
        (left, right): (i64, i64),
        (top, bottom): (i64, i64),
        change: impl Fn(&mut Option<i64>, i64),
    ) {
        let (columns, rows) = match course {
            Course::Level => (running(&self.xs, left, right), standing(&self.ys, top, bottom)),
            Course::Upright => (standing(&self.xs, left, right), running(&self.ys, top, bottom)),
        };
        let width = self.xs.len();
        for y in rows {
            for x in columns.clone() {
                let (places, at, edges) = match course {
                    Course::Level => (&self.xs, x, &mut self.right),
                    Course::Upright => (&self.ys, y, &mut self.down),
                };
                let length = places.get(at + 1).map_or(0, |next| next - places[at]);
                change(&mut edges[y * width + x], length);
            }
        }
    }
}

/// The places at which edges lie that stand across a stretch.
fn standing(places: &[i64], low: i64, high: i64) -> Range<usize> {
    places.partition_point(|place| *place < low)..places.partition_point(|place| *place <= high)
}

/// The places from which edges run that touch a stretch.
fn running(places: &[i64], low: i64, high: i64) -> Range<usize> {
    let first = places.partition_point(|place| *place <= low).saturating_sub(1);
    first..places.partition_point(|place| *place < high).max(first + 1)
}

/// Left, top, right and bottom in whole pixels.
fn edges(area: &Area) -> [i64; 4] {
    [area.left(), area.top(), area.right(), area.bottom()].map(|length| length.in_pixels_down())
}

/// A way without the points on straight stretches.
fn corners(way: &[(i64, i64)]) -> Vec<(i64, i64)> {
    let mut corners: Vec<(i64, i64)> = Vec::new();
    for &point in way {
        if let [.., (x, y), last] = corners.as_slice()
            && ((*x == last.0 && last.0 == point.0) || (*y == last.1 && last.1 == point.1))
        {
            corners.pop();
        }
        corners.push(point);
    }
    corners
}
