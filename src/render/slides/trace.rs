//! Which way a line takes from box to box: in the picture, connectors share lines; on a slide, each box gets its own.

use std::collections::{BTreeMap, BTreeSet, HashMap, VecDeque};

use crate::layout::{Area, Point, Px, Segment};

/// Boxes are looked for in squares of this side.
const SQUARE: i64 = 128;

/// A way between two boxes, or between a box and where a line ends freely.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Way {
    pub(super) from: Option<usize>,
    pub(super) to: Option<usize>,
    /// Its corners, with both ends; from one to the next the line is upright or level, in turn.
    pub(super) points: Vec<Point>,
}

/// Finds the boxes on whose edge a point lies.
pub(super) struct Boxes<'b> {
    areas: &'b [Area],
    squares: HashMap<(i64, i64), Vec<usize>>,
}

impl<'b> Boxes<'b> {
    pub(super) fn new(areas: &'b [Area]) -> Self {
        let mut squares: HashMap<(i64, i64), Vec<usize>> = HashMap::new();
        for (at, area) in areas.iter().enumerate() {
            let (first, last) = (square(area.origin), square(Point::new(area.right(), area.bottom())));
            for across in first.0..=last.0 {
                for down in first.1..=last.1 {
                    squares.entry((across, down)).or_default().push(at);
                }
            }
        }
        Self { areas, squares }
    }

    /// The box on whose edge a point lies.
    pub(super) fn at(&self, point: Point) -> Option<usize> {
        let near = self.squares.get(&square(point))?;
        near.iter().copied().find(|at| {
            let area = &self.areas[*at];
            let is_beside = (area.left()..=area.right()).contains(&point.x);
            let is_along = (area.top()..=area.bottom()).contains(&point.y);
            let is_on_edge =
                [area.left(), area.right()].contains(&point.x) || [area.top(), area.bottom()].contains(&point.y);
            is_beside && is_along && is_on_edge
        })
    }
}

fn square(point: Point) -> (i64, i64) {
    (point.x.in_pixels_down().div_euclid(SQUARE), point.y.in_pixels_down().div_euclid(SQUARE))
}

/// The ways of one connector: from each manager to each report that it reaches. Where a report is not reached from its
/// manager its way begins at a free end, and what is on no way is one of its own, so that each line is drawn.
pub(super) fn ways(segments: &[Segment], boxes: &Boxes<'_>, managers: &HashMap<usize, usize>) -> Vec<Way> {
    let net = Net::new(segments);
    let mut touched: BTreeMap<usize, usize> = BTreeMap::new();
    let mut is_end = vec![false; net.points.len()];
    for (node, point) in net.points.iter().enumerate() {
        if let Some(at) = boxes.at(*point) {
            touched.entry(at).or_insert(node);
            is_end[node] = true;
        }
    }
    let mut ways = Vec::new();
    let mut used: BTreeSet<(usize, usize)> = BTreeSet::new();
    let mut searches: HashMap<usize, Vec<Option<usize>>> = HashMap::new();
    for (&report, &node) in &touched {
        let Some(&manager) = managers.get(&report) else { continue };
        let from = touched.get(&manager).copied();
        let reached = from.and_then(|start| {
            let before = searches.entry(start).or_insert_with(|| net.search(start));
            walked(before, start, node)
        });
        let (from, nodes) = match reached {
            Some(nodes) => (Some(manager), nodes),
            None => match net.free_end(node, &is_end) {
                Some(nodes) => (None, nodes),
                None => continue,
            },
        };
        used.extend(nodes.windows(2).map(|pair| (pair[0].min(pair[1]), pair[0].max(pair[1]))));
        ways.push(Way { from, to: Some(report), points: net.corners(&nodes) });
    }
    for (one, other) in net.links().filter(|link| !used.contains(link)) {
        ways.push(Way { from: None, to: None, points: vec![net.points[one], net.points[other]] });
    }
    ways
}

/// The way of a line that is drawn in one go.
pub(super) fn way(segments: &[Segment], boxes: &Boxes<'_>) -> Option<Way> {
    let (first, last) = (segments.first()?.from, segments.last()?.to);
    let points = std::iter::once(first).chain(segments.iter().map(|segment| segment.to));
    Some(Way { from: boxes.at(first), to: boxes.at(last), points: straightened(points) })
}

/// Points and what links them.
struct Net {
    points: Vec<Point>,
    near: Vec<BTreeSet<usize>>,
}

impl Net {
    /// Lines meet where one of them ends.
    fn new(segments: &[Segment]) -> Self {
        let mut points: Vec<Point> = segments.iter().flat_map(|segment| [segment.from, segment.to]).collect();
        points.sort_unstable_by_key(|point| (point.x, point.y));
        points.dedup();
        let mut rows: BTreeMap<Px, Vec<(Px, usize)>> = BTreeMap::new();
        let mut columns: BTreeMap<Px, Vec<(Px, usize)>> = BTreeMap::new();
        for (node, point) in points.iter().enumerate() {
            rows.entry(point.y).or_default().push((point.x, node));
            columns.entry(point.x).or_default().push((point.y, node));
        }
        let mut near = vec![BTreeSet::new(); points.len()];
        for Segment { from, to } in segments {
            let (along, one, other) =
                if from.y == to.y { (&rows[&from.y], from.x, to.x) } else { (&columns[&from.x], from.y, to.y) };
            // Both are sorted, since the points are.
            let first = along.partition_point(|(at, _)| *at < one.min(other));
            let last = along.partition_point(|(at, _)| *at <= one.max(other));
            for pair in along[first..last].windows(2) {
                near[pair[0].1].insert(pair[1].1);
                near[pair[1].1].insert(pair[0].1);
            }
        }
        Self { points, near }
    }

    /// For each node, the one before it on the way from `start`.
    fn search(&self, start: usize) -> Vec<Option<usize>> {
        let mut before = vec![None; self.points.len()];
        let mut left = VecDeque::from([start]);
        before[start] = Some(start);
        while let Some(node) = left.pop_front() {
            for &next in &self.near[node] {
                if before[next].is_none() {
                    before[next] = Some(node);
                    left.push_back(next);
                }
            }
        }
        before
    }

    /// The way to a node from the nearest end of a line that is at no box.
    fn free_end(&self, node: usize, is_end: &[bool]) -> Option<Vec<usize>> {
        let before = self.search(node);
        let ends =
            (0..self.points.len()).filter(|end| before[*end].is_some() && self.near[*end].len() == 1 && !is_end[*end]);
        let mut ways: Vec<Vec<usize>> = ends.filter_map(|end| walked(&before, node, end)).collect();
        ways.sort_by_key(Vec::len);
        let mut way = ways.into_iter().next()?;
        way.reverse();
        Some(way)
    }

    fn corners(&self, nodes: &[usize]) -> Vec<Point> {
        straightened(nodes.iter().map(|node| self.points[*node]))
    }

    fn links(&self) -> impl Iterator<Item = (usize, usize)> {
        let from = |(one, near): (usize, &BTreeSet<usize>)| {
            near.iter().filter(move |other| one < **other).map(move |other| (one, *other)).collect::<Vec<_>>()
        };
        self.near.iter().enumerate().flat_map(from)
    }
}

/// The nodes from `start` to `end`, both among them.
fn walked(before: &[Option<usize>], start: usize, end: usize) -> Option<Vec<usize>> {
    let mut nodes = vec![end];
    let mut node = end;
    while node != start {
        node = before[node]?;
        nodes.push(node);
    }
    nodes.reverse();
    Some(nodes)
}

/// The points, without those where the line goes straight on.
fn straightened(points: impl Iterator<Item = Point>) -> Vec<Point> {
    let mut corners: Vec<Point> = Vec::new();
    for point in points {
        if corners.last() == Some(&point) {
            continue;
        }
        if let [.., one, other] = corners.as_slice()
            && ((one.x == other.x && other.x == point.x) || (one.y == other.y && other.y == point.y))
        {
            corners.pop();
        }
        corners.push(point);
    }
    corners
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::Size;

    fn point(x: i64, y: i64) -> Point {
        Point::new(Px::whole(x), Px::whole(y))
    }

    fn area(x: i64, y: i64) -> Area {
        Area::new(point(x, y), Size::new(Px::whole(100), Px::whole(40)))
    }

    fn line(from: (i64, i64), to: (i64, i64)) -> Segment {
        Segment { from: point(from.0, from.1), to: point(to.0, to.1) }
    }

    #[test]
    fn each_report_has_its_own_way_from_the_bus() {
        let areas = [area(100, 0), area(0, 100), area(100, 100), area(200, 100)];
        let segments = [
            line((150, 40), (150, 70)),
            line((50, 70), (250, 70)),
            line((50, 70), (50, 100)),
            line((150, 70), (150, 100)),
            line((250, 70), (250, 100)),
        ];
        let managers = HashMap::from([(1, 0), (2, 0), (3, 0)]);
        let ways = ways(&segments, &Boxes::new(&areas), &managers);
        let corners: Vec<usize> = ways.iter().map(|way| way.points.len()).collect();
        assert_eq!(corners, [4, 2, 4]);
        assert!(ways.iter().all(|way| way.from == Some(0)));
        assert_eq!(ways[0].points, [point(150, 40), point(150, 70), point(50, 70), point(50, 100)]);
    }

    #[test]
    fn a_rail_that_goes_on_elsewhere_begins_there_and_no_line_is_lost() {
        let areas = [area(0, 0), area(20, 50), area(220, 20)];
        let segments = [
            line((10, 40), (10, 65)),
            line((10, 65), (20, 65)),
            line((210, 0), (210, 35)),
            line((210, 35), (220, 35)),
            line((300, 300), (310, 300)),
        ];
        let managers = HashMap::from([(1, 0), (2, 0)]);
        let ways = ways(&segments, &Boxes::new(&areas), &managers);
        let ends: Vec<_> = ways.iter().map(|way| (way.from, way.to)).collect();
        assert_eq!(ends, [(Some(0), Some(1)), (None, Some(2)), (None, None)]);
        assert_eq!(ways[1].points, [point(210, 0), point(210, 35), point(220, 35)]);
    }
}
