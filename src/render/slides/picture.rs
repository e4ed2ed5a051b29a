//! One slide of a picture: each box a group that can be moved, with its words in it and its lines glued to it.

use std::collections::HashMap;

use super::measure::{Measure, SlideSize};
use super::palette::Palette;
use super::paragraphs::{Paragraph, paragraphs};
use super::parts::{colours_of_master, root, tree};
use super::trace::{Boxes, way, ways};
use super::wire::{Anchor, Wire};
use super::words::Setter;
use crate::layout::{
    Area, Curve, Group, GroupKind, JoinKind, Mark, Point, Px, Rect, RectRole, Scene, SeatState, Segment, Size, Tier,
};
use crate::render::Theme;
use crate::render::xml::Xml;

/// The first id that a shape of a slide can have.
const FIRST_SHAPE: i64 = 2;

/// What the slides of a deck share.
#[derive(Clone, Copy)]
pub(super) struct Style<'s> {
    pub(super) theme: &'s Theme,
    pub(super) palette: &'s Palette,
    pub(super) language: Option<&'s str>,
    pub(super) size: SlideSize,
}

/// The slide of a scene, and what it is called in lists.
pub(super) fn slide(scene: &Scene, style: Style<'_>, name: &str) -> Xml {
    let measure = Measure::new(scene.size, style.size);
    let areas: Vec<Area> = scene.groups.iter().filter_map(box_of).collect();
    let anchors =
        (FIRST_SHAPE..).zip(&areas).map(|(id, area)| Anchor::new(id, measure.frame(*area))).collect::<Vec<_>>();
    let mut slide = Slide {
        xml: root("p:sld"),
        setter: Setter { measure, palette: style.palette, language: style.language },
        theme: style.theme,
        stroke: scene.stroke,
        next: FIRST_SHAPE + i64::try_from(areas.len()).expect("boxes are counted in memory"),
        anchors,
        seat: None,
        has_title: false,
    };
    // Before the boxes are written it is known where lines end at them.
    let lines = slide.lines(scene, &areas);
    slide.xml.open("p:cSld").attribute("name", name);
    tree(&mut slide.xml);
    let mut at = 0;
    let mut lines = lines.into_iter();
    for group in &scene.groups {
        slide.seat = None;
        if box_of(group).is_some() {
            slide.boxed(group, at);
            at += 1;
            continue;
        }
        slide.group(group, &mut lines);
    }
    slide.xml.close().close();
    colours_of_master(&mut slide.xml);
    slide.xml.close_block();
    slide.xml
}

fn box_of(group: &Group) -> Option<Area> {
    match &group.kind {
        GroupKind::Seat { area, .. } | GroupKind::Node { area, .. } => Some(*area),
        _ => None,
    }
}

/// One slide in the making.
pub(super) struct Slide<'s> {
    pub(super) xml: Xml,
    pub(super) setter: Setter<'s>,
    pub(super) theme: &'s Theme,
    /// How wide a thin line is.
    pub(super) stroke: Px,
    /// The next shape's id.
    pub(super) next: i64,
    pub(super) anchors: Vec<Anchor>,
    /// The box that is being written, on which the colour of words depends.
    pub(super) seat: Option<(SeatState, Tier)>,
    pub(super) has_title: bool,
}

impl Slide<'_> {
    /// The wires of each mark that is lines, in the order of the marks.
    fn lines(&mut self, scene: &Scene, areas: &[Area]) -> Vec<Vec<Wire>> {
        let measure = self.setter.measure;
        let boxes = Boxes::new(areas);
        let of = |kind| scene.joins.iter().filter(move |join| join.kind == kind);
        let managers: HashMap<usize, usize> = of(JoinKind::Reports).map(|join| (join.to, join.from)).collect();
        let (mut swings, mut curves) = (of(JoinKind::Swing), of(JoinKind::Curve));
        let mut wires = Vec::new();
        let marks = scene.groups.iter().flat_map(|group| group.marks.iter().map(move |mark| (group, mark)));
        for (group, mark) in marks {
            let ways = match mark {
                Mark::Lines(segments) => ways(segments, &boxes, &managers),
                Mark::Dotted(_, segments) => way(segments, &boxes).into_iter().collect(),
                // The legend's samples join nothing.
                Mark::Curve(curve) if group.kind == GroupKind::Legend => {
                    let ends = [curve.start, curve.steps[curve.steps.len() - 1][2]];
                    wires.push(vec![Wire::free(ends.map(|end| measure.point(end)))]);
                    continue;
                }
                Mark::Curve(curve) => {
                    let join = curves.next().expect("each curve joins two boxes");
                    let figures = measure.point(figures_of(group).unwrap_or_else(|| middle(curve)));
                    wires.push(vec![Wire::bending(&self.anchors, [join.from, join.to], figures)]);
                    continue;
                }
                Mark::Swing(swing) if group.kind != GroupKind::Connectors => {
                    let ends = [swing.points[0], swing.points[swing.points.len() - 1]];
                    wires.push(vec![Wire::free(ends.map(|end| measure.point(end)))]);
                    continue;
                }
                Mark::Swing(_) => {
                    let join = swings.next().expect("each swing joins two boxes");
                    wires.push(vec![Wire::swinging([&self.anchors[join.from], &self.anchors[join.to]])]);
                    continue;
                }
                _ => continue,
            };
            let along = |way| Wire::along(way, &mut self.anchors, |point| measure.point(point));
            wires.push(ways.iter().map(along).collect());
        }
        wires
    }

    /// What is no box.
    fn group(&mut self, group: &Group, lines: &mut impl Iterator<Item = Vec<Wire>>) {
        let is_figure = match &group.kind {
            GroupKind::Figure(label) => {
                self.open_group("Figure", label, extent(group));
                true
            }
            _ => false,
        };
        let mut marks = group.marks.iter().peekable();
        let mut middle = None;
        while let Some(mark) = marks.next() {
            match mark {
                Mark::Rect(rect) if is_figure && is_frame(rect.role) => {
                    let inside = marks.next_if(|next| matches!(next, Mark::Text(_)));
                    let inside = inside.map_or_else(Vec::new, |mark| match mark {
                        Mark::Text(text) => paragraphs(text),
                        _ => Vec::new(),
                    });
                    self.badge(rect, &inside, middle);
                }
                Mark::Rect(rect) => self.rect(rect, "Shape"),
                Mark::Warning(corners) => self.warning(corners),
                // A line's own.
                Mark::Head(..) => {}
                Mark::Text(text) => {
                    for paragraph in paragraphs(text) {
                        self.text(&paragraph, group.kind == GroupKind::Heading);
                    }
                }
                Mark::Lines(_) | Mark::Dotted(..) | Mark::Swing(_) | Mark::Curve(_) => {
                    let stroke = self.stroke_of(mark);
                    for wire in lines.next().expect("each mark that is lines has its wires") {
                        middle = Some(wire.middle());
                        self.wire(&wire, stroke);
                    }
                }
            }
        }
        if is_figure {
            self.xml.close();
        }
    }

    /// A box with all that is in it.
    fn boxed(&mut self, group: &Group, at: usize) {
        let (GroupKind::Seat { id, label, area } | GroupKind::Node { id, label, area, .. }) = &group.kind else {
            panic!("only boxes have a place among the boxes")
        };
        self.open_group(id, label, *area);
        let mut is_struck = false;
        let mut words: Vec<Paragraph> = Vec::new();
        // A stroke follows what it strikes through.
        for mark in group.marks.iter().rev() {
            match mark {
                Mark::Rect(Rect { role: RectRole::Strike, .. }) => is_struck = true,
                Mark::Text(text) if !text.role.is_figure() => {
                    let mut here = paragraphs(text);
                    for paragraph in &mut here {
                        paragraph.is_struck = is_struck;
                    }
                    here.extend(std::mem::take(&mut words));
                    words = here;
                    is_struck = false;
                }
                _ => {}
            }
        }
        words.retain(|paragraph| !paragraph.words.is_empty());
        let mut words = Some(words);
        let mut marks = group.marks.iter().peekable();
        while let Some(mark) = marks.next() {
            match mark {
                Mark::Rect(rect) if is_frame(rect.role) => {
                    let mut warning = None;
                    if let Some(Mark::Warning(corners)) = marks.peek() {
                        warning = Some(corners);
                        marks.next();
                    }
                    let inside = match marks.peek() {
                        Some(Mark::Text(text)) if text.role.is_figure() => paragraphs(text),
                        _ => Vec::new(),
                    };
                    self.badge(rect, &inside, None);
                    if let Some(corners) = warning {
                        self.warning(corners);
                    }
                }
                Mark::Rect(rect) if rect.role != RectRole::Strike => match words.take() {
                    Some(words) => self.body(rect, at, &words),
                    None => self.rect(rect, "Mark"),
                },
                Mark::Warning(corners) => self.warning(corners),
                // Words go into the box, lines between boxes.
                _ => {}
            }
        }
        self.xml.close();
    }
}

/// The middle of the figures on a line.
fn figures_of(group: &Group) -> Option<Point> {
    group.marks.iter().find_map(|mark| match mark {
        Mark::Rect(rect) if is_frame(rect.role) => {
            let Area { origin, size } = rect.area;
            Some(origin + Point::new(size.width.half(), size.height.half()))
        }
        _ => None,
    })
}

/// Half-way along a line.
fn middle(curve: &Curve) -> Point {
    let before = curve.steps.len() / 2;
    if let Some(step) = curve.steps.get(before.wrapping_sub(1)) {
        return step[2];
    }
    let end = curve.steps[0][2];
    Point::new((curve.start.x + end.x).half(), (curve.start.y + end.y).half())
}

/// Whether a shape is the frame of words of its own.
fn is_frame(role: RectRole) -> bool {
    matches!(
        role,
        RectRole::Badge
            | RectRole::Alarm
            | RectRole::Initials
            | RectRole::Change(_)
            | RectRole::OwnLane
            | RectRole::OtherLane
    )
}

/// From the left and upper to the right and lower end of what is in a group.
fn extent(group: &Group) -> Area {
    let corners = |area: Area| [area.origin, Point::new(area.right(), area.bottom())];
    let points: Vec<Point> = group
        .marks
        .iter()
        .flat_map(|mark| match mark {
            Mark::Rect(rect) => corners(rect.area).to_vec(),
            Mark::Lines(segments) | Mark::Dotted(_, segments) => {
                segments.iter().flat_map(|Segment { from, to }| [*from, *to]).collect()
            }
            Mark::Swing(swing) => swing.points.clone(),
            Mark::Curve(curve) => std::iter::once(curve.start).chain(curve.steps.iter().map(|step| step[2])).collect(),
            Mark::Warning(points) | Mark::Head(points, _) => points.to_vec(),
            Mark::Text(text) => text.lines.iter().map(|line| line.start).collect(),
        })
        .collect();
    let least = |of: fn(&Point) -> Px| points.iter().map(of).min().unwrap_or_default();
    let most = |of: fn(&Point) -> Px| points.iter().map(of).max().unwrap_or_default();
    let origin = Point::new(least(|point| point.x), least(|point| point.y));
    Area::new(origin, Size::new(most(|point| point.x) - origin.x, most(|point| point.y) - origin.y))
}
