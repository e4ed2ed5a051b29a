//! One slide of a picture: each box a group that can be moved, with its words in it and its lines glued to it.

use std::collections::HashMap;

use super::measure::{Frame, Measure, SlideSize};
use super::outline::{self, Corners};
use super::palette::Palette;
use super::paragraphs::{Paragraph, paragraphs};
use super::parts::{colours_of_master, root, tree};
use super::trace::{Boxes, way, ways};
use super::wire::{Anchor, Wire};
use super::words::{Fit, Setter};
use crate::layout::{
    self, Area, Group, GroupKind, JoinKind, Mark, Point, Px, Rect, RectRole, Scene, SeatState, Segment, Size, TextRole,
    Tier,
};
use crate::render::xml::Xml;
use crate::render::{Colour, Outline, Theme, Width};

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

/// The slide of a scene.
pub(super) fn slide(scene: &Scene, style: Style<'_>) -> Xml {
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
    slide.xml.open("p:cSld").attribute("name", scene.title.as_str());
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

/// How a line looks.
#[derive(Clone, Copy)]
struct Stroke {
    colour: Colour,
    width: Px,
    dashes: Option<&'static str>,
}

/// One slide in the making.
struct Slide<'s> {
    xml: Xml,
    setter: Setter<'s>,
    theme: &'s Theme,
    /// How wide a thin line is.
    stroke: Px,
    /// The next shape's id.
    next: i64,
    anchors: Vec<Anchor>,
    /// The box that is being written, on which the colour of words depends.
    seat: Option<(SeatState, Tier)>,
    has_title: bool,
}

impl Slide<'_> {
    /// The wires of each mark that is lines, in the order of the marks.
    fn lines(&mut self, scene: &Scene, areas: &[Area]) -> Vec<Vec<Wire>> {
        let measure = self.setter.measure;
        let boxes = Boxes::new(areas);
        let of = |kind| scene.joins.iter().filter(move |join| join.kind == kind);
        let managers: HashMap<usize, usize> = of(JoinKind::Reports).map(|join| (join.to, join.from)).collect();
        let mut swings = of(JoinKind::Swing);
        let mut wires = Vec::new();
        let marks = scene.groups.iter().flat_map(|group| group.marks.iter().map(move |mark| (&group.kind, mark)));
        for (kind, mark) in marks {
            let ways = match mark {
                Mark::Lines(segments) => ways(segments, &boxes, &managers),
                Mark::Dotted(_, segments) => way(segments, &boxes).into_iter().collect(),
                // The legend's samples join nothing.
                Mark::Swing(swing) if *kind != GroupKind::Connectors => {
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
        for mark in &group.marks {
            match mark {
                Mark::Rect(rect) => self.rect(rect, "Shape"),
                Mark::Warning(corners) => self.warning(corners),
                Mark::Text(text) => {
                    for paragraph in paragraphs(text) {
                        self.text(&paragraph, group.kind == GroupKind::Heading);
                    }
                }
                Mark::Lines(_) | Mark::Dotted(..) | Mark::Swing(_) => {
                    let stroke = self.stroke_of(mark);
                    for wire in lines.next().expect("each mark that is lines has its wires") {
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
        let is_framed =
            |role: TextRole| matches!(role, TextRole::Badge | TextRole::Alarm | TextRole::Change | TextRole::Lane);
        let mut is_struck = false;
        let mut words: Vec<Paragraph> = Vec::new();
        // A stroke follows what it strikes through.
        for mark in group.marks.iter().rev() {
            match mark {
                Mark::Rect(Rect { role: RectRole::Strike, .. }) => is_struck = true,
                Mark::Text(text) if !is_framed(text.role) => {
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
                        Some(Mark::Text(text)) if is_framed(text.role) => paragraphs(text),
                        _ => Vec::new(),
                    };
                    self.badge(rect, &inside);
                    if let Some(corners) = warning {
                        self.warning(corners);
                    }
                }
                Mark::Rect(rect) if rect.role != RectRole::Strike => match words.take() {
                    Some(words) => self.body(rect, at, &words),
                    None => self.rect(rect, "Mark"),
                },
                Mark::Warning(corners) => self.warning(corners),
                // Words stand in the box, lines lie between boxes.
                Mark::Rect(_) | Mark::Text(_) | Mark::Lines(_) | Mark::Dotted(..) | Mark::Swing(_) => {}
            }
        }
        self.xml.close();
    }

    fn open_group(&mut self, name: &str, label: &str, area: Area) {
        let frame = self.setter.measure.frame(area);
        let id = self.id();
        let xml = &mut self.xml;
        xml.open("p:grpSp").open("p:nvGrpSpPr");
        xml.open("p:cNvPr").attribute("id", id).attribute("name", name).attribute("descr", label).close();
        xml.open("p:cNvGrpSpPr").close();
        xml.open("p:nvPr").close().close();
        xml.open("p:grpSpPr").open("a:xfrm");
        for (offset, size) in [("a:off", "a:ext"), ("a:chOff", "a:chExt")] {
            xml.open(offset).attribute("x", frame.x).attribute("y", frame.y).close();
            xml.open(size).attribute("cx", frame.width).attribute("cy", frame.height).close();
        }
        xml.close().close();
    }

    /// The box itself, with its words.
    fn body(&mut self, rect: &Rect, at: usize, words: &[Paragraph]) {
        match rect.role {
            RectRole::Cell => self.seat = Some((SeatState::Held, Tier::Leaf)),
            RectRole::Seat(state, tier) | RectRole::Added(state, tier) | RectRole::Node(state, tier) => {
                self.seat = Some((state, tier));
            }
            _ => {}
        }
        let Anchor { id, frame, sites } = self.anchors[at].clone();
        self.open_shape(id, "Box", false);
        self.xml.open("p:spPr");
        place(&mut self.xml, frame);
        outline::outline(&mut self.xml, frame, corners(self.setter.measure, rect.corners), &sites);
        self.paint(rect);
        self.xml.close();
        let (theme, seat) = (self.theme, self.seat);
        self.setter.body(&mut self.xml, frame, Fit::Wrapped, words, |role| theme.ink(role, seat));
        self.xml.close();
    }

    /// A figure in its frame.
    fn badge(&mut self, rect: &Rect, inside: &[Paragraph]) {
        let frame = self.setter.measure.frame(rect.area);
        let id = self.id();
        self.open_shape(id, "Badge", false);
        self.xml.open("p:spPr");
        place(&mut self.xml, frame);
        outline::outline(&mut self.xml, frame, corners(self.setter.measure, rect.corners), &[]);
        self.paint(rect);
        self.xml.close();
        let (theme, seat) = (self.theme, self.seat);
        self.setter.body(&mut self.xml, frame, Fit::Centred, inside, |role| theme.ink(role, seat));
        self.xml.close();
    }

    /// A shape without words.
    fn rect(&mut self, rect: &Rect, name: &str) {
        let frame = self.setter.measure.frame(rect.area);
        let id = self.id();
        self.open_shape(id, name, false);
        self.xml.open("p:spPr");
        place(&mut self.xml, frame);
        outline::outline(&mut self.xml, frame, corners(self.setter.measure, rect.corners), &[]);
        self.paint(rect);
        self.xml.close().close();
    }

    fn warning(&mut self, corners: &[Point; 3]) {
        let least = |of: fn(&Point) -> Px| corners.iter().map(of).min().unwrap_or_default();
        let most = |of: fn(&Point) -> Px| corners.iter().map(of).max().unwrap_or_default();
        let origin = Point::new(least(|corner| corner.x), least(|corner| corner.y));
        let size = Size::new(most(|corner| corner.x) - origin.x, most(|corner| corner.y) - origin.y);
        let frame = self.setter.measure.frame(Area::new(origin, size));
        let id = self.id();
        self.open_shape(id, "Warning", false);
        self.xml.open("p:spPr");
        place(&mut self.xml, frame);
        outline::triangle(&mut self.xml);
        self.setter.palette.fill(&mut self.xml, self.theme.warning());
        self.no_line();
        self.xml.close().close();
    }

    /// Words that stand on the page. The first heading is the slide's title, by which it is found in lists.
    fn text(&mut self, paragraph: &Paragraph, is_heading: bool) {
        if paragraph.words.is_empty() {
            return;
        }
        let is_title = is_heading && paragraph.role == TextRole::PageTitle && !self.has_title;
        self.has_title |= is_title;
        let left = paragraph.bullet.unwrap_or(paragraph.left);
        let size = Size::new(
            paragraph.left - left + paragraph.width + Px::whole(2),
            paragraph.line_height() * paragraph.lines,
        );
        let frame = self.setter.measure.frame(Area::new(Point::new(left, paragraph.top()), size));
        let id = self.id();
        self.open_shape(id, if is_title { "Title" } else { "Text" }, is_title);
        self.xml.open("p:spPr");
        place(&mut self.xml, frame);
        outline::outline(&mut self.xml, frame, Corners::Square, &[]);
        self.xml.open("a:noFill").close();
        self.xml.close();
        let (theme, seat) = (self.theme, self.seat);
        let fit = if paragraph.lines == 1 { Fit::OneLine } else { Fit::Wrapped };
        self.setter.body(&mut self.xml, frame, fit, std::slice::from_ref(paragraph), |role| theme.ink(role, seat));
        self.xml.close();
    }

    /// The beginning of a shape, up to its looks.
    fn open_shape(&mut self, id: i64, name: &str, is_title: bool) {
        let xml = &mut self.xml;
        xml.open("p:sp").open("p:nvSpPr");
        xml.open("p:cNvPr").attribute("id", id).attribute("name", name).close();
        xml.open("p:cNvSpPr");
        if is_title {
            xml.open("a:spLocks").attribute("noGrp", 1).close();
        }
        xml.close();
        xml.open("p:nvPr");
        if is_title {
            xml.open("p:ph").attribute("type", "title").close();
        }
        xml.close().close();
    }

    fn wire(&mut self, wire: &Wire, stroke: Stroke) {
        let id = self.id();
        let xml = &mut self.xml;
        xml.open("p:cxnSp").open("p:nvCxnSpPr");
        xml.open("p:cNvPr").attribute("id", id).attribute("name", "Line").close();
        xml.open("p:cNvCxnSpPr");
        for (name, end) in [("a:stCxn", wire.start), ("a:endCxn", wire.end)] {
            if let Some((shape, site)) = end.glue {
                let site = i64::try_from(site).expect("sites are few");
                xml.open(name).attribute("id", shape).attribute("idx", site).close();
            }
        }
        xml.close();
        xml.open("p:nvPr").close().close();
        xml.open("p:spPr");
        wire.write(xml);
        self.line(stroke);
        self.xml.close().close();
    }

    fn stroke_of(&self, mark: &Mark) -> Stroke {
        let dashes = |dashes: Option<(i64, i64)>| dashes.map(|(dash, gap)| if dash > gap { "dash" } else { "sysDash" });
        match mark {
            Mark::Swing(swing) => self.stroke(self.theme.swing(swing.role), dashes),
            Mark::Dotted(hue, _) => {
                let colour = hue.map_or(self.theme.line(), |hue| self.theme.paint(RectRole::Accent(hue)).fill);
                Stroke { colour, width: self.stroke, dashes: Some("dash") }
            }
            _ => Stroke { colour: self.theme.line(), width: self.stroke, dashes: None },
        }
    }

    fn stroke(&self, outline: Outline, dashes: impl Fn(Option<(i64, i64)>) -> Option<&'static str>) -> Stroke {
        let width = if outline.width == Width::Thick { self.stroke * 2 } else { self.stroke };
        Stroke { colour: outline.colour, width, dashes: dashes(outline.dashes) }
    }

    /// Inside and edge of a shape.
    fn paint(&mut self, rect: &Rect) {
        let paint = self.theme.paint(rect.role);
        self.setter.palette.fill(&mut self.xml, paint.fill);
        match paint.outline {
            Some(outline) => {
                let dashes =
                    |dashes: Option<(i64, i64)>| dashes.map(|(dash, gap)| if dash > gap { "dash" } else { "sysDash" });
                let stroke = self.stroke(outline, dashes);
                self.line(stroke);
            }
            None => self.no_line(),
        }
    }

    fn line(&mut self, stroke: Stroke) {
        let width = self.setter.measure.length(stroke.width).max(1);
        self.xml.open("a:ln").attribute("w", width);
        self.setter.palette.fill(&mut self.xml, stroke.colour);
        if let Some(dashes) = stroke.dashes {
            self.xml.open("a:prstDash").attribute("val", dashes).close();
        }
        self.xml.close();
    }

    fn no_line(&mut self) {
        self.xml.open("a:ln").open("a:noFill").close().close();
    }

    fn id(&mut self) -> i64 {
        self.next += 1;
        self.next - 1
    }
}

/// Whether a shape is the frame of words of its own.
fn is_frame(role: RectRole) -> bool {
    matches!(role, RectRole::Badge | RectRole::Alarm | RectRole::Change | RectRole::OwnLane | RectRole::OtherLane)
}

fn corners(measure: Measure, corners: layout::Corners) -> Corners {
    match corners {
        layout::Corners::Square => Corners::Square,
        layout::Corners::Round(radius) => Corners::Round(measure.length(radius)),
        layout::Corners::RoundLeft(radius) => Corners::RoundLeft(measure.length(radius)),
    }
}

fn place(xml: &mut Xml, frame: Frame) {
    xml.open("a:xfrm");
    xml.open("a:off").attribute("x", frame.x).attribute("y", frame.y).close();
    xml.open("a:ext").attribute("cx", frame.width).attribute("cy", frame.height).close();
    xml.close();
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
            Mark::Warning(points) => points.to_vec(),
            Mark::Text(text) => text.lines.iter().map(|line| line.start).collect(),
        })
        .collect();
    let least = |of: fn(&Point) -> Px| points.iter().map(of).min().unwrap_or_default();
    let most = |of: fn(&Point) -> Px| points.iter().map(of).max().unwrap_or_default();
    let origin = Point::new(least(|point| point.x), least(|point| point.y));
    Area::new(origin, Size::new(most(|point| point.x) - origin.x, most(|point| point.y) - origin.y))
}
