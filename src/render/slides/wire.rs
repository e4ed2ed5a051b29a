//! Connectors: a line whose ends are glued to sites of shapes, as one of the bent lines that Office knows.
//!
//! Such a line is drawn level at first, from the top left to the bottom right corner of its frame; the frame is flipped
//! and turned until its corners lie where the line begins and ends.

use super::measure::{Emu, Frame, scaled};
use super::trace::Way;
use crate::layout::Point;
use crate::render::xml::Xml;

/// What has no extent can't say where it bends: it gets a tenth of a point.
const LEAST: Emu = 1270;

/// How far from the middle of an edge a line may begin and still begin there: two points.
const NEAR_MIDDLE: Emu = 25_400;

/// To cross a box is worse than any way round it.
const CROSSED: i64 = 1 << 40;

/// A point on a slide.
pub(super) type Spot = (Emu, Emu);

/// One edge of a box.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    Top,
    Left,
    Bottom,
    Right,
}

impl Side {
    /// In the order of the sites that a rectangle has at the middles of its edges.
    const ALL: [Self; 4] = [Self::Top, Self::Left, Self::Bottom, Self::Right];

    fn is_upright(self) -> bool {
        matches!(self, Self::Left | Self::Right)
    }

    /// The middle of this edge.
    fn middle(self, Frame { x, y, width, height }: Frame) -> Spot {
        match self {
            Self::Top => (x + width / 2, y),
            Self::Left => (x, y + height / 2),
            Self::Bottom => (x + width / 2, y + height),
            Self::Right => (x + width, y + height / 2),
        }
    }
}

/// A box that lines are glued to.
#[derive(Clone, Debug)]
pub(super) struct Anchor {
    pub(super) id: i64,
    pub(super) frame: Frame,
    /// Sites besides the middles of the edges: an upper or lower edge, and how far from the left.
    pub(super) sites: Vec<(Side, Emu)>,
}

impl Anchor {
    pub(super) fn new(id: i64, frame: Frame) -> Self {
        Self { id, frame, sites: Vec::new() }
    }

    /// The site at which a line meets this edge, and where it is. Left and right it is the middle, above and below the
    /// place itself.
    fn site(&mut self, edge: Side, spot: Spot) -> (usize, Spot) {
        let Frame { x, width, .. } = self.frame;
        let middle = edge.middle(self.frame);
        if edge.is_upright() || (spot.0 - middle.0).abs() <= NEAR_MIDDLE {
            let at = Side::ALL.iter().position(|other| *other == edge).expect("all are listed");
            return (at, middle);
        }
        let own = (edge, (spot.0 - x).clamp(0, width));
        let at = self.sites.iter().position(|site| *site == own).unwrap_or_else(|| {
            self.sites.push(own);
            self.sites.len() - 1
        });
        (Side::ALL.len() + at, (x + own.1, middle.1))
    }

    /// The edge that a point lies on; `along` is the way that the line takes there.
    fn edge(&self, spot: Spot, is_level: bool) -> Side {
        let Frame { x, y, width, height } = self.frame;
        match is_level {
            true if (spot.0 - x).abs() <= (spot.0 - x - width).abs() => Side::Left,
            true => Side::Right,
            false if (spot.1 - y).abs() <= (spot.1 - y - height).abs() => Side::Top,
            false => Side::Bottom,
        }
    }
}

/// One end of a wire: a place, and the shape with its site where it is glued to one.
#[derive(Clone, Copy, Debug)]
pub(super) struct End {
    pub(super) spot: Spot,
    pub(super) glue: Option<(i64, usize)>,
}

/// A line between two places.
#[derive(Clone, Debug)]
pub(super) struct Wire {
    pub(super) start: End,
    pub(super) end: End,
    /// Whether it is level at first.
    is_level: bool,
    bends: Bends,
}

/// How a wire gets from end to end.
#[derive(Clone, Debug)]
enum Bends {
    Straight,
    /// Where the lines between the first and the last lie, an x and a y in turn.
    At(Vec<Emu>),
    /// Level, or upright, at both ends, and half-way at this x or y.
    Swing(Emu),
    /// Level at one end and upright at the other.
    Corner,
}

impl Wire {
    /// The line that takes this way between boxes.
    pub(super) fn along(way: &Way, anchors: &mut [Anchor], spot: impl Fn(Point) -> Spot) -> Self {
        let spots: Vec<Spot> = way.points.iter().map(|point| spot(*point)).collect();
        let level = |pair: &[Point]| pair[0].y == pair[1].y;
        let (first, last) = (level(&way.points[..2]), level(&way.points[way.points.len() - 2..]));
        let mut end = |at: Option<usize>, spot: Spot, is_level: bool| {
            let Some(at) = at else { return End { spot, glue: None } };
            let anchor = &mut anchors[at];
            let (site, spot) = anchor.site(anchor.edge(spot, is_level), spot);
            End { spot, glue: Some((anchor.id, site)) }
        };
        let start = end(way.from, spots[0], first);
        let end = end(way.to, spots[spots.len() - 1], last);
        let inner = spots.windows(2).zip(way.points.windows(2)).skip(1);
        let between = inner.take(spots.len().saturating_sub(3));
        let bends: Vec<Emu> =
            between.map(|(spots, points)| if level(points) { spots[0].1 } else { spots[0].0 }).collect();
        let (across, down) = (end.spot.0 - start.spot.0, end.spot.1 - start.spot.1);
        let is_straight = spots.len() == 2 && if first { down.abs() <= LEAST } else { across.abs() <= LEAST };
        let bends = match (is_straight, spots.len()) {
            (true, _) => Bends::Straight,
            // A straight line whose ends have moved to the middles of edges.
            (false, 2) => Bends::At(vec![if first { start.spot.0 + across / 2 } else { start.spot.1 + down / 2 }]),
            (false, 3..=6) => Bends::At(bends),
            // No shape has as many bends: the line goes there as it would by itself.
            _ if first == last && first => Bends::At(vec![beside(start.spot.0, end.spot.0)]),
            _ if first == last => Bends::At(vec![beside(start.spot.1, end.spot.1)]),
            _ => Bends::At(Vec::new()),
        };
        Self { start, end, is_level: first, bends }
    }

    /// A line that swings from the right edge of one box to the left edge of another.
    pub(super) fn swinging(ends: [&Anchor; 2]) -> Self {
        let [from, to] = ends.map(|anchor| anchor.frame);
        let (start, end) = (Side::Right.middle(from), Side::Left.middle(to));
        Self {
            start: End { spot: start, glue: Some((ends[0].id, 3)) },
            end: End { spot: end, glue: Some((ends[1].id, 1)) },
            is_level: true,
            bends: Bends::Swing(i64::midpoint(start.0, end.0)),
        }
    }

    /// A line that bends from the edge of one box to that of another, past all others where it can, and past the place
    /// where its figures stand.
    pub(super) fn bending(anchors: &[Anchor], [from, to]: [usize; 2], figures: Spot) -> Self {
        let mut best: Option<(i64, Self)> = None;
        for (one, start_side) in Side::ALL.into_iter().enumerate() {
            for (other, end_side) in Side::ALL.into_iter().enumerate() {
                let (start, end) = (start_side.middle(anchors[from].frame), end_side.middle(anchors[to].frame));
                let along = match (start_side.is_upright(), end_side.is_upright()) {
                    (true, true) => Some((start.0, end.0, figures.0)),
                    (false, false) => Some((start.1, end.1, figures.1)),
                    _ => None,
                };
                let bends = along.map_or(vec![None], |(one, other, figures)| {
                    let (before, after) = (one.min(other) - NEAR_MIDDLE * 4, one.max(other) + NEAR_MIDDLE * 4);
                    [i64::midpoint(one, other), figures, figures.min(before), figures.max(after)].map(Some).to_vec()
                });
                for bend in bends {
                    let wire = Self {
                        start: End { spot: start, glue: Some((anchors[from].id, one)) },
                        end: End { spot: end, glue: Some((anchors[to].id, other)) },
                        is_level: start_side.is_upright(),
                        bends: bend.map_or(Bends::Corner, Bends::Swing),
                    };
                    let cost = wire.cost(anchors, figures);
                    if best.as_ref().is_none_or(|(least, _)| cost < *least) {
                        best = Some((cost, wire));
                    }
                }
            }
        }
        best.expect("each edge was tried").1
    }

    /// Half-way along a line that bends.
    pub(super) fn middle(&self) -> Spot {
        let (start, end) = (self.start.spot, self.end.spot);
        let (across, down) = (end.0 - start.0, end.1 - start.1);
        match (&self.bends, self.is_level) {
            (Bends::Swing(bend), true) => (*bend, start.1 + down / 2),
            (Bends::Swing(bend), false) => (start.0 + across / 2, *bend),
            // The middle of the Bézier that such a line is, by eleven and five sixteenths.
            (Bends::Corner, true) => (start.0 + across * 11 / 16, start.1 + down * 5 / 16),
            (Bends::Corner, false) => (start.0 + across * 5 / 16, start.1 + down * 11 / 16),
            _ => (start.0 + across / 2, start.1 + down / 2),
        }
    }

    /// How bad a bending line is: how many boxes it crosses, how far it is from its figures, how long it is.
    fn cost(&self, anchors: &[Anchor], figures: Spot) -> i64 {
        let (start, end) = (self.start.spot, self.end.spot);
        let corners = match (&self.bends, self.is_level) {
            (Bends::Swing(bend), true) => vec![start, (*bend, start.1), (*bend, end.1), end],
            (Bends::Swing(bend), false) => vec![start, (start.0, *bend), (end.0, *bend), end],
            (_, true) => vec![start, (end.0, start.1), end],
            (_, false) => vec![start, (start.0, end.1), end],
        };
        let crosses = |one: Spot, other: Spot, frame: &Frame| {
            let is_between = |a: Emu, b: Emu, from: Emu, length: Emu| a.max(b) > from && a.min(b) < from + length;
            is_between(one.0, other.0, frame.x, frame.width) && is_between(one.1, other.1, frame.y, frame.height)
        };
        let away = |one: Spot, other: Spot| {
            let gap = |at: Emu, a: Emu, b: Emu| (a.min(b) - at).max(at - a.max(b)).max(0);
            gap(figures.0, one.0, other.0) + gap(figures.1, one.1, other.1)
        };
        let steps = || corners.windows(2).map(|pair| (pair[0], pair[1]));
        let hits = anchors.iter().map(|anchor| steps().filter(|(a, b)| crosses(*a, *b, &anchor.frame)).count());
        let hits = i64::try_from(hits.sum::<usize>()).expect("boxes are few");
        let length: i64 = steps().map(|(a, b)| (a.0 - b.0).abs() + (a.1 - b.1).abs()).sum();
        let distance = steps().map(|(a, b)| away(a, b)).min().unwrap_or(0);
        hits * CROSSED + distance * 4 + length
    }

    /// A line that joins nothing.
    pub(super) fn free(ends: [Spot; 2]) -> Self {
        let [start, end] = ends.map(|spot| End { spot, glue: None });
        Self { start, end, is_level: true, bends: Bends::Straight }
    }

    /// Writes frame and shape.
    pub(super) fn write(&self, xml: &mut Xml) {
        let (start, end) = (self.start.spot, self.end.spot);
        let (preset, bends): (&str, &[Emu]) = match &self.bends {
            Bends::Straight => ("straightConnector1", &[]),
            Bends::Swing(bend) => {
                let (from, at, to) =
                    if self.is_level { (start.1, bend - start.0, end.1) } else { (start.0, bend - start.1, end.0) };
                let length = if self.is_level { end.0 - start.0 } else { end.1 - start.1 };
                let is_on_the_way = (0..=length.abs()).contains(&(at * length.signum()));
                if from == to && is_on_the_way {
                    ("straightConnector1", &[])
                } else {
                    ("curvedConnector3", std::slice::from_ref(bend))
                }
            }
            Bends::Corner => ("curvedConnector2", &[]),
            Bends::At(bends) => (BENT[bends.len()], bends),
        };
        let extent = |from: Emu, to: Emu, is_needed: bool| match to - from {
            0..LEAST if is_needed => LEAST,
            length if is_needed && length < 0 && length > -LEAST => -LEAST,
            length => length,
        };
        // The first, third … bend is measured along the line's first direction, the second across it.
        let needs = (!bends.is_empty(), bends.len() > 1);
        let (needs_across, needs_down) = if self.is_level { needs } else { (needs.1, needs.0) };
        let (across, down) = (extent(start.0, end.0, needs_across), extent(start.1, end.1, needs_down));
        let is_turned = !self.is_level && preset != "straightConnector1";
        let (width, height) = if is_turned { (down.abs(), across.abs()) } else { (across.abs(), down.abs()) };
        let (rotation, flips) = match (is_turned, across >= 0) {
            (false, _) => (None, (across < 0, down < 0)),
            (true, true) => (Some("16200000"), (down > 0, false)),
            (true, false) => (Some("5400000"), (down < 0, false)),
        };
        xml.open("a:xfrm");
        if let Some(rotation) = rotation {
            xml.attribute("rot", rotation);
        }
        for (name, flips) in [("flipH", flips.0), ("flipV", flips.1)] {
            if flips {
                xml.attribute(name, 1);
            }
        }
        // Turned about its middle.
        let (left, top) = (start.0 + (across - width).div_euclid(2), start.1 + (down - height).div_euclid(2));
        xml.open("a:off").attribute("x", left).attribute("y", top).close();
        xml.open("a:ext").attribute("cx", width).attribute("cy", height).close();
        xml.close();
        xml.open("a:prstGeom").attribute("prst", preset).open("a:avLst");
        for (at, bend) in bends.iter().enumerate() {
            let is_across = (at % 2 == 0) == self.is_level;
            let (from, length) = if is_across { (start.0, across) } else { (start.1, down) };
            let share = scaled((bend - from) * length.signum(), 100_000, length.abs());
            xml.open("a:gd").attribute("name", format!("adj{}", at + 1).as_str());
            xml.attribute("fmla", format!("val {share}").as_str()).close();
        }
        xml.close().close();
    }
}

/// The shapes by the number of their bends that can be chosen.
const BENT: [&str; 4] = ["bentConnector2", "bentConnector3", "bentConnector4", "bentConnector5"];

/// Half-way between two places, or beside both where they are one.
fn beside(one: Emu, other: Emu) -> Emu {
    if (one - other).abs() > LEAST { one + (other - one) / 2 } else { one.max(other) + NEAR_MIDDLE * 4 }
}
