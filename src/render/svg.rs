//! SVG that slide tools import unharmed: presentation attributes, given baselines, no style sheets, nothing external.

use std::collections::BTreeMap;

use super::colour::Colour;
use super::dom_id::{DomIds, Naming};
use super::theme::{FONT_FAMILY, Outline, Theme, Width};
use super::value::Step;
use super::xml::{Attributes, Xml};
use crate::layout::{
    Area, Corners, Face, Group, GroupKind, Mark, Point, Px, Rect, RectRole, Scene, SeatState, Segment, Text, TextRole,
    Tier,
};

/// About how many bytes a seat needs.
const BYTES_PER_SEAT: usize = 1200;

/// What a picture is to assistive technology (WAI-ARIA Graphics), and to one that knows no graphics. `img` would
/// promise that nothing in it can be read.
const DOCUMENT: &str = "graphics-document document";

/// What each box in it is.
const OBJECT: &str = "graphics-object group";

/// Writes a scene as one SVG document. Equal scenes give equal bytes.
#[must_use]
pub fn svg(scene: &Scene, theme: &Theme) -> String {
    write(scene, theme, DomIds::default()).0
}

/// Writes scenes as parts of one page of hypertext, on which no two elements may have one id.
#[must_use]
pub fn svg_parts(scenes: &[Scene], theme: &Theme, naming: Naming) -> Vec<String> {
    let mut ids = DomIds { naming, ..DomIds::default() };
    let mut parts = Vec::with_capacity(scenes.len());
    for scene in scenes {
        let (part, known) = write(scene, theme, ids);
        parts.push(part);
        ids = known;
    }
    parts
}

fn write<'s>(scene: &'s Scene, theme: &Theme, ids: DomIds<'s>) -> (String, DomIds<'s>) {
    let mut xml = Xml::with_capacity((scene.groups.len() + 1) * BYTES_PER_SEAT);
    xml.open("svg")
        .attribute("xmlns", "http://www.w3.org/2000/svg")
        .attribute("width", scene.size.width)
        .attribute("height", scene.size.height)
        .attribute("viewBox", scene.size)
        .attribute("role", DOCUMENT)
        // The space at the end of a line parts its last word from the next line's first, where text is taken out.
        .attribute("xml:space", "preserve");
    // A page of hypertext hands down what most words have; slide tools may know nothing of it.
    let usual = (ids.naming != Naming::Document).then(|| usual_size(scene));
    if let Some(size) = usual {
        xml.attribute("font-size", size);
    }
    xml.open("title").words(&scene.title).close();
    xml.open("desc").words(&scene.description).close();
    let page = Area::new(Point::default(), scene.size);
    if theme.has_background() {
        area(&mut xml, "rect", page).attribute("fill", theme.page()).close();
    }
    let mut writer = Writer { xml, theme, stroke: scene.stroke, ids, usual, seat: None, looks: Vec::new() };
    for part in &scene.groups {
        writer.group(part);
    }
    writer.xml.close_block();
    (writer.xml.finish(), writer.ids)
}

/// Writes the marks of one scene.
struct Writer<'s, 't> {
    xml: Xml,
    theme: &'t Theme,
    stroke: Px,
    ids: DomIds<'s>,
    /// In a page of hypertext: the size that words have which name none.
    usual: Option<Px>,
    /// The box that is being written, on which the colour of words depends.
    seat: Option<(SeatState, Tier)>,
    /// What words look like, as it is written: a handful of looks, each of them thousands of times.
    looks: Vec<(Look, Attributes)>,
}

/// All that decides what words look like: their role, their size, and the box that they are in.
type Look = (TextRole, Px, Option<(SeatState, Tier)>);

impl<'s> Writer<'s, '_> {
    fn group(&mut self, group: &'s Group) {
        self.xml.open("g");
        match &group.kind {
            GroupKind::Seat { id, label, .. } => {
                let id = self.ids.seat(id);
                self.object(id.as_deref(), label);
            }
            GroupKind::Node { kind, id, label, .. } => {
                let id = self.ids.id(kind, id);
                self.object(id.as_deref(), label);
            }
            GroupKind::Dotted
            | GroupKind::Connectors
            | GroupKind::Trails
            | GroupKind::Panels
            | GroupKind::Departments => {
                self.xml.attribute("aria-hidden", "true");
            }
            GroupKind::Figure(label) => self.object(None, label),
            GroupKind::Heading | GroupKind::Legend | GroupKind::DepartmentNames | GroupKind::Footer => {}
        }
        self.seat = None;
        let is_hairline = |mark: &&Mark| matches!(mark, Mark::Rect(Rect { role: RectRole::Hairline, .. }));
        let is_connector = |mark: &Mark| matches!(mark, Mark::Lines(_));
        if self.usual.is_some() && group.kind == GroupKind::Connectors && group.marks.iter().all(is_connector) {
            self.connectors(&group.marks);
        } else {
            group.marks.iter().filter(|mark| !is_hairline(mark)).for_each(|mark| self.mark(mark));
        }
        let mut hairlines = group.marks.iter().filter(is_hairline).peekable();
        if hairlines.peek().is_some() {
            self.hairlines(hairlines);
        }
        self.xml.close_block();
    }

    /// Says what the group that was just opened is, and by which id it is found.
    fn object(&mut self, id: Option<&str>, label: &str) {
        if let Some(id) = id {
            self.xml.attribute("id", id);
        }
        self.xml.attribute("role", OBJECT);
        self.xml.open("title").words(label).close();
    }

    /// Lines that look alike, with their looks on the group that was just opened.
    fn connectors(&mut self, marks: &[Mark]) {
        let width = self.stroke;
        self.xml.attribute("fill", "none").attribute("stroke", self.theme.line()).attribute("stroke-width", width);
        self.xml.attribute("stroke-linecap", "square");
        for mark in marks {
            if let Mark::Lines(segments) = mark {
                self.xml.open("path").attribute("d", segments.as_slice()).close();
            }
        }
    }

    /// The lines between cells, which are many: one path of rectangles.
    fn hairlines<'m>(&mut self, marks: impl Iterator<Item = &'m Mark>) {
        let mut steps = Vec::new();
        for mark in marks {
            let Mark::Rect(Rect { area, .. }) = mark else { continue };
            steps.extend([
                Step::Move(area.origin),
                Step::Level(area.right()),
                Step::Upright(area.bottom()),
                Step::Level(area.left()),
                Step::Close,
            ]);
        }
        let fill = self.theme.paint(RectRole::Hairline).fill;
        self.xml.open("path").attribute("d", steps.as_slice()).attribute("fill", fill).close();
    }

    fn mark(&mut self, mark: &Mark) {
        match mark {
            Mark::Rect(shape) => self.rect(shape),
            Mark::Lines(segments) => {
                // Closes the corners where lines meet.
                self.path(segments, self.theme.line()).attribute("stroke-linecap", "square").close();
            }
            Mark::Dotted(hue, segments) => {
                let colour = hue.map_or(self.theme.line(), |hue| self.theme.paint(RectRole::Accent(hue)).fill);
                let dashes = (self.stroke * 4, self.stroke * 3);
                self.path(segments, colour).attribute("stroke-dasharray", dashes).close();
            }
            Mark::Swing(swing) => {
                self.xml.open("path").attribute("d", swing).attribute("fill", "none");
                let outline = self.theme.swing(swing.role);
                self.stroke(outline);
                self.xml.close();
            }
            Mark::Curve(curve) => {
                self.xml.open("path").attribute("d", curve).attribute("fill", "none");
                self.stroke(self.theme.curve(curve.role));
                self.xml.close();
            }
            Mark::Head(corners, role) => {
                let colour = self.theme.curve(*role).colour;
                self.xml.open("polygon").attribute("points", *corners).attribute("fill", colour).close();
            }
            Mark::Warning(corners) => {
                self.xml.open("polygon").attribute("points", *corners).attribute("fill", self.theme.warning()).close();
            }
            Mark::Text(words) => self.text(words),
        }
    }

    fn path(&mut self, segments: &[Segment], colour: Colour) -> &mut Xml {
        self.xml
            .open("path")
            .attribute("d", segments)
            .attribute("fill", "none")
            .attribute("stroke", colour)
            .attribute("stroke-width", self.stroke)
    }

    fn rect(&mut self, rect: &Rect) {
        if rect.role == RectRole::Heading {
            return;
        }
        self.seat = rect.role.seat().or(self.seat);
        let xml = &mut self.xml;
        match rect.corners {
            Corners::Square => area(xml, "rect", rect.area),
            Corners::Round(radius) => area(xml, "rect", rect.area).attribute("rx", radius),
            Corners::RoundLeft(radius) => round_left(xml, rect.area, radius),
        };
        let paint = self.theme.paint(rect.role);
        let fill = match rect.role {
            // As dark or light as the words that it strikes through.
            RectRole::Strike => self.theme.ink(TextRole::Former, self.seat),
            _ => paint.fill,
        };
        xml.attribute("fill", fill);
        if let Some(outline) = paint.outline {
            self.stroke(outline);
        }
        self.xml.close();
    }

    fn stroke(&mut self, outline: Outline) {
        let width = if outline.width == Width::Thick { self.stroke * 2 } else { self.stroke };
        self.xml.attribute("stroke", outline.colour).attribute("stroke-width", width);
        if let Some((dash, gap)) = outline.dashes {
            self.xml.attribute("stroke-dasharray", (self.stroke * dash, self.stroke * gap));
        }
    }

    /// One element a line: Qt's viewer knows no places of `tspan`s and piles such lines up. A page of hypertext has no such
    /// readers, and names what its lines share once.
    fn text(&mut self, text: &Text) {
        match text.lines.as_slice() {
            [] => {}
            [line] => {
                self.open_text(text, Some(line.start));
                self.xml.words(&line.text).close();
            }
            lines if self.usual.is_some() => {
                self.open_text(text, None);
                let mut height = None;
                for line in lines {
                    let span = self.xml.open_inline("tspan").attribute("x", line.start.x);
                    // A sign and the words after it are on one line.
                    if height.replace(line.start.y) != Some(line.start.y) {
                        span.attribute("y", line.start.y);
                    }
                    span.words(&line.text).close();
                }
                self.xml.close();
            }
            lines => {
                for line in lines {
                    self.open_text(text, Some(line.start));
                    self.xml.words(&line.text).close();
                }
            }
        }
    }

    fn open_text(&mut self, text: &Text, start: Option<Point>) {
        self.xml.open("text");
        if let Some(start) = start {
            self.xml.attribute("x", start.x).attribute("y", start.y);
        }
        let look = (text.role, text.size, self.seat);
        if let Some((_, attributes)) = self.looks.iter().find(|(known, _)| *known == look) {
            self.xml.again(attributes);
            return;
        }
        let before = self.xml.written();
        self.look(text);
        self.looks.push((look, self.xml.since(before)));
    }

    fn look(&mut self, text: &Text) {
        let ink = self.theme.ink(text.role, self.seat);
        let xml = &mut self.xml;
        // A page of hypertext names the family once, in its style sheet.
        if self.usual.is_none() {
            xml.attribute("font-family", FONT_FAMILY);
        }
        if self.usual != Some(text.size) {
            xml.attribute("font-size", text.size);
        }
        match text.role.face() {
            Face::Regular => {}
            Face::SemiBold => {
                xml.attribute("font-weight", "600");
            }
            Face::Italic => {
                xml.attribute("font-style", "italic");
            }
        }
        xml.attribute("fill", ink);
    }
}

/// The size of most words; of two as frequent the smaller.
fn usual_size(scene: &Scene) -> Px {
    let mut counts: BTreeMap<Px, usize> = BTreeMap::new();
    for mark in scene.groups.iter().flat_map(|group| &group.marks) {
        if let Mark::Text(text) = mark {
            *counts.entry(text.size).or_default() += 1;
        }
    }
    counts.into_iter().rev().max_by_key(|(_, count)| *count).map_or(Px::ZERO, |(size, _)| size)
}

fn area<'x>(xml: &'x mut Xml, name: &'static str, area: Area) -> &'x mut Xml {
    xml.open(name)
        .attribute("x", area.left())
        .attribute("y", area.top())
        .attribute("width", area.size.width)
        .attribute("height", area.size.height)
}

/// A rectangle with only its left corners round, which only a path can be.
fn round_left(xml: &mut Xml, area: Area, radius: Px) -> &mut Xml {
    let inner = area.left() + radius;
    let quarter = |x: Px, y: Px| Step::Quarter { radius, to: Point::new(x, y) };
    xml.open("path").attribute(
        "d",
        [
            Step::Move(Point::new(area.right(), area.top())),
            Step::Level(inner),
            quarter(area.left(), area.top() + radius),
            Step::Upright(area.bottom() - radius),
            quarter(inner, area.bottom()),
            Step::Level(area.right()),
            Step::Close,
        ]
        .as_slice(),
    )
}
