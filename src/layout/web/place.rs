//! Places boxes and lines with layout-rs: layers of boxes (Sugiyama et al. 1981), as few crossings as it finds.
//!
//! The library draws by calling a backend; ours draws nothing and takes down what it is told.

use layout::core::base::Orientation;
use layout::core::format::{ClipHandle, RenderBackend};
use layout::core::geometry::Point as Place;
use layout::core::style::{LineStyleKind, StyleAttr};
use layout::std_shapes::shapes::{Arrow, Element, LineEndKind, ShapeKind};
use layout::topo::layout::VisualGraph;

use crate::layout::geometry::{Area, Point, Px, Scale, Size};

/// Letters of figures, as the library reckons with them.
const LETTERS: usize = 11;

/// Between boxes that are drawn together.
const CLOSEST: Px = Px::whole(18);

/// Half of the room of figures.
const ROOM: Point = Point::new(Px::whole(24), Px::whole(8));

/// A line to be placed: its ends, and how many letters its label has.
#[derive(Clone, Copy, Debug)]
pub(super) struct Wish {
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) letters: usize,
}

/// A line at its place, from its first end to its second.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Course {
    pub(super) start: Point,
    /// Cubic Béziers: two control points, and where each ends.
    pub(super) steps: Vec<[Point; 3]>,
    /// The middle of the room for letters.
    pub(super) figures: Option<Point>,
}

/// Where everything is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Places {
    pub(super) areas: Vec<Area>,
    pub(super) courses: Vec<Course>,
}

/// The same without room for letters between the levels, which would keep boxes apart.
pub(super) fn place_closely(sizes: &[Size], wishes: &[Wish], is_level: bool) -> Places {
    let mute: Vec<Wish> = wishes.iter().map(|wish| Wish { letters: 0, ..*wish }).collect();
    let places = place(sizes, &mute, is_level);
    if is_level {
        places.drawn_together(wishes).side_to_side(wishes)
    } else {
        places.transposed().drawn_together(wishes).side_to_side(wishes).transposed()
    }
}

/// Places boxes of these sizes and the lines between them, level by level from top to bottom, or from left to right.
pub(super) fn place(sizes: &[Size], wishes: &[Wish], is_level: bool) -> Places {
    let orientation = if is_level { Orientation::LeftToRight } else { Orientation::TopToBottom };
    let mut graph = VisualGraph::new(orientation);
    let look = StyleAttr { font_size: LETTERS, ..StyleAttr::simple() };
    let handles: Vec<_> = sizes
        .iter()
        .enumerate()
        .map(|(at, size)| {
            let size = Place::new(float(size.width), float(size.height));
            let shape = ShapeKind::new_box("");
            graph.add_node(Element::create_with_properties(shape, look.clone(), orientation, size, at.to_string()))
        })
        .collect();
    for (at, wish) in wishes.iter().enumerate() {
        // The number says which line it is, and is as long as the text that will replace it.
        let figures =
            if wish.letters > 0 { format!("{at:0width$}", width = wish.letters.max(3)) } else { String::new() };
        let (none, head) = (LineEndKind::None, LineEndKind::Arrow);
        let line = LineStyleKind::Normal;
        let arrow = Arrow::with_properties(none, head, line, &figures, &look, at.to_string(), &None, &None);
        graph.add_edge(arrow, handles[wish.from], handles[wish.to]);
    }
    let places = Places { areas: vec![Area::default(); sizes.len()], courses: vec![Course::default(); wishes.len()] };
    let mut recorder = Recorder { sizes, places };
    if !sizes.is_empty() {
        graph.do_it(false, false, false, &mut recorder);
    }
    recorder.places
}

impl Places {
    /// What boxes, lines and figures fill.
    pub(super) fn extent(&self) -> Area {
        let corners = self.areas.iter().flat_map(|area| [area.origin, Point::new(area.right(), area.bottom())]);
        let figures = self.courses.iter().filter_map(|course| course.figures);
        let figures = figures.flat_map(|middle| [middle + ROOM, middle + Point::new(-ROOM.x, -ROOM.y)]);
        let ways = self.courses.iter().flat_map(|course| course.steps.iter().map(|step| step[2]));
        let points: Vec<Point> = corners.chain(figures).chain(ways).collect();
        let least = |of: fn(&Point) -> Px| points.iter().map(of).min().unwrap_or_default();
        let most = |of: fn(&Point) -> Px| points.iter().map(of).max().unwrap_or_default();
        let origin = Point::new(least(|point| point.x), least(|point| point.y));
        Area::new(origin, Size::new(most(|point| point.x) - origin.x, most(|point| point.y) - origin.y))
    }

    /// Everything closer from top to bottom, as far as boxes leave each other room; these keep their size, and lines still
    /// end at them.
    fn drawn_together(mut self, wishes: &[Wish]) -> Self {
        let middle = |area: &Area| area.top() + area.size.height.half();
        let mut least = 40;
        for (at, one) in self.areas.iter().enumerate() {
            let beside = |other: &&Area| one.left() < other.right() && other.left() < one.right();
            for other in self.areas[..at].iter().filter(beside) {
                let apart = (middle(one) - middle(other)).in_hundredths().abs().max(1);
                let needed = ((one.size.height + other.size.height).half() + CLOSEST).in_hundredths();
                least = least.max((needed * 100 + apart - 1) / apart);
            }
        }
        let by = Scale::hundredths(least.min(100));
        let before = self.areas.clone();
        for area in &mut self.areas {
            area.origin.y = by.of(middle(area)) - area.size.height.half();
        }
        for (course, wish) in self.courses.iter_mut().zip(wishes) {
            // Where a line ends at an upper or a lower edge it still does; else beside the box.
            let at_box = |point: Point, at: usize| match (&before[at], &self.areas[at]) {
                (old, new) if point.y <= old.top() => new.top(),
                (old, new) if point.y >= old.bottom() => new.bottom(),
                (_, new) => by.of(point.y).max(new.top()).min(new.bottom()),
            };
            let start = at_box(course.start, wish.from);
            let end = course.steps.last().map(|step| at_box(step[2], wish.to));
            let points = std::iter::once(&mut course.start).chain(course.steps.iter_mut().flatten());
            points.for_each(|point| point.y = by.of(point.y));
            course.start.y = start;
            course.steps.last_mut().zip(end).into_iter().for_each(|(step, end)| step[2].y = end);
        }
        self
    }

    /// Lines between boxes that have nothing between them lead from the side of one to the side of the other.
    fn side_to_side(mut self, wishes: &[Wish]) -> Self {
        let middle = |area: &Area| area.top() + area.size.height.half();
        // At each box where its lines come from or lead to, and which they are.
        let mut ends: Vec<Vec<(Px, usize)>> = vec![Vec::new(); self.areas.len()];
        for (line, wish) in wishes.iter().enumerate() {
            let [from, to] = [wish.from, wish.to].map(|at| self.areas[at]);
            let (left, right) = if from.left() < to.left() { (from, to) } else { (to, from) };
            let both = left.with(&right);
            let width = right.left() - left.right();
            let between = Area::new(Point::new(left.right(), both.top()), Size::new(width, both.size.height));
            if width > Px::ZERO && self.areas.iter().all(|other| !between.overlaps(other)) {
                ends[wish.from].push((middle(&to), line));
                ends[wish.to].push((middle(&from), line));
            }
        }
        for (at, lines) in ends.iter_mut().enumerate() {
            lines.sort_unstable();
            let area = self.areas[at];
            let count = i64::try_from(lines.len()).expect("lines are few");
            let step = Px::hundredths(area.size.height.in_hundredths() / (count + 1)).min(Px::whole(9));
            for (place, (_, line)) in (0..).zip(lines) {
                let (wish, course) = (wishes[*line], &mut self.courses[*line]);
                let other = self.areas[wish.from + wish.to - at];
                let x = if other.left() > area.left() { area.right() } else { area.left() };
                let end =
                    Point::new(x, middle(&area) + Px::hundredths(step.in_hundredths() * (2 * place - count + 1) / 2));
                match course.steps.last_mut() {
                    _ if wish.from == at => course.start = end,
                    Some(step) => step[2] = end,
                    None => course.steps.push([end; 3]),
                }
            }
        }
        for (_, line) in ends.iter().flatten() {
            let course = &mut self.courses[*line];
            let end = course.steps.last().map_or(course.start, |step| step[2]);
            let half = (course.start.x + end.x).half();
            course.steps = vec![[Point::new(half, course.start.y), Point::new(half, end.y), end]];
        }
        self
    }

    /// Everything with its two directions exchanged.
    fn transposed(mut self) -> Self {
        let turn = |point: &mut Point| *point = Point::new(point.y, point.x);
        for area in &mut self.areas {
            turn(&mut area.origin);
            area.size = Size::new(area.size.height, area.size.width);
        }
        for course in &mut self.courses {
            std::iter::once(&mut course.start).chain(course.steps.iter_mut().flatten()).for_each(turn);
        }
        self
    }

    /// Everything drawn out to the sides: boxes get wider, and lines still end at them.
    pub(super) fn widened(mut self, by: Scale) -> Self {
        let wide = |point: &mut Point| point.x = by.of(point.x);
        for area in &mut self.areas {
            let right = by.of(area.right());
            wide(&mut area.origin);
            area.size.width = right - area.origin.x;
        }
        for course in &mut self.courses {
            let points = std::iter::once(&mut course.start).chain(course.steps.iter_mut().flatten());
            points.chain(&mut course.figures).for_each(wide);
        }
        self
    }
}

/// Takes down where things are drawn.
struct Recorder<'s> {
    sizes: &'s [Size],
    places: Places,
}

impl RenderBackend for Recorder<'_> {
    fn draw_rect(&mut self, xy: Place, _: Place, _: &StyleAttr, properties: Option<String>, _: Option<ClipHandle>) {
        let Some(at) = number(properties.as_deref()) else { return };
        self.places.areas[at] = Area::new(point(xy), self.sizes[at]);
    }

    fn draw_arrow(
        &mut self,
        path: &[(Place, Place)],
        _: bool,
        head: (bool, bool),
        _: &StyleAttr,
        properties: Option<String>,
        _: &str,
    ) {
        let Some(at) = number(properties.as_deref()) else { return };
        let course = &mut self.places.courses[at];
        // The first pair is where the line starts and its control point; each other pair is a control point and where the
        // line comes to: between them the control point before is mirrored.
        let Some(((start, mut control), rest)) = path.split_first().map(|(first, rest)| (*first, rest)) else { return };
        let mut points = vec![start];
        for (entry, end) in rest {
            points.extend([control, *entry, *end]);
            control = Place::new(2.0 * end.x - entry.x, 2.0 * end.y - entry.y);
        }
        // What leads back is turned round by the library, head and all.
        if head.0 {
            points.reverse();
        }
        course.start = point(points[0]);
        course.steps =
            points[1..].chunks_exact(3).map(|step| [point(step[0]), point(step[1]), point(step[2])]).collect();
    }

    fn draw_text(&mut self, xy: Place, text: &str, _: &StyleAttr) {
        if let Some(at) = number(Some(text)) {
            self.places.courses[at].figures = Some(point(xy));
        }
    }

    fn draw_line(&mut self, _: Place, _: Place, _: &StyleAttr, _: Option<String>) {}

    fn draw_circle(&mut self, _: Place, _: Place, _: &StyleAttr, _: Option<String>) {}

    fn create_clip(&mut self, _: Place, _: Place, _: usize) -> ClipHandle {
        0
    }
}

fn number(text: Option<&str>) -> Option<usize> {
    text?.parse().ok()
}

fn point(place: Place) -> Point {
    Point::new(length(place.x), length(place.y))
}

/// To the nearest hundredth: the same on every machine, since the library only adds, multiplies and takes roots.
fn length(pixels: f64) -> Px {
    #[expect(clippy::cast_possible_truncation, reason = "pages are small")]
    Px::hundredths((pixels * 100.0).round() as i64)
}

fn float(length: Px) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "boxes are small")]
    let hundredths = length.in_hundredths() as f64;
    hundredths / 100.0
}
