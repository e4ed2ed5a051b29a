//! Dotted lines: a few are drawn round the boxes, more are numbered at both ends.

mod grid;

use std::collections::BTreeMap;

use crate::layout::forest::placed::Placed;
use crate::layout::geometry::{Area, Point, Px};
use crate::layout::scene::Segment;
use crate::picture::Card;
use grid::Grid;

/// More lines than these would be a tangle.
const HANDFUL: usize = 6;
/// On larger pictures lines would lead too far for the eye.
const MOST_SEATS: usize = 150;
/// Between the ends of lines that meet a box on the same side.
const BETWEEN_ENDS: i64 = 6;

/// A dotted line at its place, by the card that it starts from.
pub(in crate::layout) struct Dotted {
    pub(in crate::layout) from: usize,
    pub(in crate::layout) to: usize,
    pub(in crate::layout) segments: Vec<Segment>,
}

/// The pairs of cards that dotted lines connect, each once.
pub(in crate::layout) fn pairs(cards: &[Card]) -> Vec<(usize, usize)> {
    let pair = |(from, card): (usize, &Card)| {
        let targets = card.dotted.iter().copied().filter(move |to| *to < cards.len() && *to != from);
        targets.map(move |to| (from, to)).collect::<Vec<_>>()
    };
    let mut pairs: Vec<(usize, usize)> = cards.iter().enumerate().flat_map(pair).collect();
    let mut seen = std::collections::BTreeSet::new();
    pairs.retain(|(from, to)| seen.insert((*from.min(to), *from.max(to))));
    pairs
}

fn are_numbered(cards: &[Card], pairs: &[(usize, usize)]) -> bool {
    pairs.len() > HANDFUL || cards.len() > MOST_SEATS
}

/// The numbers of the lines that end at each card, when they are too many to be drawn.
pub(in crate::layout) fn numbers(cards: &[Card]) -> BTreeMap<usize, Vec<usize>> {
    let pairs = pairs(cards);
    let mut numbers: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    if are_numbered(cards, &pairs) {
        for (number, (from, to)) in (1..).zip(pairs) {
            numbers.entry(from).or_default().push(number);
            numbers.entry(to).or_default().push(number);
        }
    }
    numbers
}

/// The pairs between which lines are drawn.
pub(in crate::layout) fn drawn(cards: &[Card]) -> Vec<(usize, usize)> {
    let pairs = pairs(cards);
    if are_numbered(cards, &pairs) { Vec::new() } else { pairs }
}

/// The lines that are drawn, each from side to side through the gaps between boxes.
pub(in crate::layout) fn lines(cards: &[Card], placed: &Placed) -> Vec<Dotted> {
    let pairs = drawn(cards);
    if pairs.is_empty() {
        return Vec::new();
    }
    // Each line meets its boxes at a height of its own, below the one at which solid lines do.
    let mut ends: BTreeMap<usize, i64> = BTreeMap::new();
    let mut meet = |seat: usize| {
        let end = ends.entry(seat).or_default();
        *end += 1;
        let area = &placed.areas[seat];
        let (height, bottom) = (area.size.height.in_pixels_down(), area.bottom().in_pixels_down());
        bottom - (height / 4).min(BETWEEN_ENDS * *end)
    };
    let meetings: Vec<(i64, i64)> = pairs.iter().map(|(from, to)| (meet(*from), meet(*to))).collect();
    let mut grid = Grid::new(placed, meetings.iter().flat_map(|(from, to)| [*from, *to]));
    let mut dotted = Vec::new();
    for ((from, to), (start, end)) in pairs.into_iter().zip(meetings) {
        let (one, other) = (&placed.areas[from], &placed.areas[to]);
        let Some(corners) = grid.route((one, start), (other, end)) else { continue };
        let segments: Vec<Segment> = joined(&corners, (one, start), (other, end));
        dotted.push(Dotted { from, to, segments });
    }
    dotted
}

/// The lines between corners, with those to the sides of the boxes at both ends.
fn joined(corners: &[(i64, i64)], start: (&Area, i64), end: (&Area, i64)) -> Vec<Segment> {
    let point = |x: i64, y: i64| Point::new(Px::whole(x), Px::whole(y));
    let side = |(area, y): (&Area, i64), x: i64| {
        let is_left = Px::whole(x) < area.left();
        Point::new(if is_left { area.left() } else { area.right() }, Px::whole(y))
    };
    let (first, last) = (corners[0], corners[corners.len() - 1]);
    let inner = corners.iter().map(|(x, y)| point(*x, *y));
    let points: Vec<Point> = std::iter::once(side(start, first.0)).chain(inner).chain([side(end, last.0)]).collect();
    points.windows(2).map(|pair| Segment { from: pair[0], to: pair[1] }).filter(|line| line.from != line.to).collect()
}
