//! Where the figures of lines are placed: on no box, on no other figures, and where few other lines pass.

use super::place::{Course, Places};
use crate::layout::geometry::{Area, Point, Px, Size};

/// Where on a line figures may stand, in hundredths of it, seen from its middle.
const STEP: usize = 3;
const FARTHEST: usize = 14;
/// Into parts of how many hundredths a line is taken, to see what it passes.
const PART: usize = 2;
/// Around figures, and around the ends of a line, where heads are.
const CLEAR: Px = Px::whole(1);
const HEADS: Px = Px::whole(10);
/// Where figures are tried that find no room on their line: to its sides, ever farther.
const BESIDE: [(i64, i64); 8] = [(0, -1), (0, 1), (-1, 0), (1, 0), (-1, -1), (1, -1), (-1, 1), (1, 1)];

/// Gives the figures of each line that has some, in frames of these sizes, their place. Short lines have the least choice
/// and come first.
pub(super) fn settle(mut places: Places, frames: &[Option<Size>]) -> Places {
    let traces: Vec<Vec<Area>> = places.courses.iter().map(trace).collect();
    let mut taken = places.areas.clone();
    let mut waiting: Vec<(Px, usize, Size)> =
        (0..).zip(frames).filter_map(|(line, frame)| Some((length(&places.courses[line]), line, (*frame)?))).collect();
    waiting.sort_unstable_by_key(|(length, line, _)| (*length, *line));
    for (_, line, size) in waiting {
        let course = &places.courses[line];
        let half = Point::new(size.width.half() + CLEAR, size.height.half() + CLEAR);
        let around =
            |middle: Point| Area::new(middle + Point::new(-half.x, -half.y), Size::new(half.x * 2, half.y * 2));
        let is_free = |middle: &Point| taken.iter().all(|other| !around(*middle).overlaps(other));
        let on_line = course.figures.into_iter().chain(middles(course));
        let best = on_line.filter(is_free).min_by_key(|middle| crossed(around(*middle), line, &traces));
        let beside = || {
            let from = along(course, 50);
            let mut rings =
                (1..).flat_map(|ring| BESIDE.map(|(x, y)| from + Point::new(half.x * x * ring, half.y * y * ring)));
            rings.find(is_free).expect("boxes and figures end somewhere")
        };
        let middle = best.unwrap_or_else(beside);
        taken.push(around(middle));
        places.courses[line].figures = Some(middle);
    }
    places
}

/// From one end to the other, across and down.
fn length(course: &Course) -> Px {
    let end = course.steps.last().map_or(course.start, |step| step[2]);
    let apart = |one: Px, other: Px| one.max(other) - one.min(other);
    apart(course.start.x, end.x) + apart(course.start.y, end.y)
}

/// Where figures may be placed on a line, the middle first.
fn middles(course: &Course) -> impl Iterator<Item = Point> {
    (0..=FARTHEST).flat_map(|away| [50 + away * STEP, 50 - away * STEP]).map(|at| along(course, at))
}

/// How many other lines, and ends of its own, lie under the figures of a line.
fn crossed(figures: Area, line: usize, traces: &[Vec<Area>]) -> usize {
    let others = traces.iter().enumerate().filter(|(other, _)| *other != line);
    let others = others.filter(|(_, trace)| trace.iter().any(|part| part.overlaps(&figures))).count();
    let ends = traces[line].first().into_iter().chain(traces[line].last());
    others + ends.filter(|end| end.inset(-HEADS).overlaps(&figures)).count()
}

/// What the parts of a line cover.
fn trace(course: &Course) -> Vec<Area> {
    let point = |at: usize| Area::new(along(course, at), Size::default());
    (PART..=100).step_by(PART).map(|at| point(at - PART).with(&point(at))).collect()
}

/// A place on a line, in hundredths of its steps from its start.
fn along(course: &Course, hundredths: usize) -> Point {
    let at = course.steps.len() * hundredths;
    let Some(step) = course.steps.get(at / 100) else {
        return course.steps.last().map_or(course.start, |step| step[2]);
    };
    let before = (at / 100).checked_sub(1).map_or(course.start, |before| course.steps[before][2]);
    let rest = i64::try_from(at % 100).expect("below a hundred");
    // De Casteljau's way: means of means.
    let mean = |from: Point, to: Point| {
        let between =
            |from: Px, to: Px| Px::hundredths(from.in_hundredths() + (to - from).in_hundredths() * rest / 100);
        Point::new(between(from.x, to.x), between(from.y, to.y))
    };
    let [one, two, end] = *step;
    let (first, middle, last) = (mean(before, one), mean(one, two), mean(two, end));
    mean(mean(first, middle), mean(middle, last))
}
