//! SVG that slide tools import unharmed: presentation attributes, given baselines, no style sheets, nothing external.

use super::dom_id::DomIds;
use super::theme::{self, FONT_FAMILY, paint};
use super::value::Step;
use super::xml::Xml;
use crate::layout::{Area, Corners, Face, Group, GroupKind, Line, Mark, Point, Px, Rect, Scene, Text};

/// About how many bytes a seat needs.
const BYTES_PER_SEAT: usize = 1200;

/// Writes a scene as one SVG document. Equal scenes give equal bytes.
#[must_use]
pub fn svg(scene: &Scene) -> String {
    let mut xml = Xml::with_capacity((scene.groups.len() + 1) * BYTES_PER_SEAT);
    xml.open("svg")
        .attribute("xmlns", "http://www.w3.org/2000/svg")
        .attribute("width", scene.size.width)
        .attribute("height", scene.size.height)
        .attribute("viewBox", scene.size)
        .attribute("role", "img");
    xml.open("title").words(&scene.title).close();
    xml.open("desc").words(&scene.description).close();
    let page = Area::new(Point::default(), scene.size);
    area(&mut xml, "rect", page).attribute("fill", theme::PAGE).close();
    let mut ids = DomIds::default();
    for part in &scene.groups {
        group(&mut xml, part, &mut ids);
    }
    xml.close_block();
    xml.finish()
}

fn group<'a>(xml: &mut Xml, group: &'a Group, ids: &mut DomIds<'a>) {
    xml.open("g");
    match &group.kind {
        GroupKind::Seat { id, label, .. } => {
            xml.attribute("id", ids.seat(id).as_str()).attribute("role", "group");
            xml.open("title").words(label).close();
        }
        GroupKind::Connectors => {
            xml.attribute("aria-hidden", "true");
        }
        GroupKind::Figure(label) => {
            xml.attribute("role", "group");
            xml.open("title").words(label).close();
        }
        GroupKind::Heading | GroupKind::Legend | GroupKind::Footer => {}
    }
    for part in &group.marks {
        mark(xml, part);
    }
    xml.close_block();
}

fn mark(xml: &mut Xml, mark: &Mark) {
    match mark {
        Mark::Rect(shape) => rect(xml, shape),
        Mark::Lines(segments) => {
            xml.open("path")
                .attribute("d", segments.as_slice())
                .attribute("fill", "none")
                .attribute("stroke", theme::CONNECTOR)
                .attribute("stroke-width", "1")
                // Closes the corners where lines meet.
                .attribute("stroke-linecap", "square")
                .close();
        }
        Mark::Warning(corners) => {
            xml.open("polygon").attribute("points", *corners).attribute("fill", theme::WARNING).close();
        }
        Mark::Text(words) => text(xml, words),
    }
}

fn rect(xml: &mut Xml, rect: &Rect) {
    match rect.corners {
        Corners::Square => area(xml, "rect", rect.area),
        Corners::Round(radius) => area(xml, "rect", rect.area).attribute("rx", radius),
        Corners::RoundLeft(radius) => round_left(xml, rect.area, radius),
    };
    let paint = paint(rect.role);
    xml.attribute("fill", paint.fill);
    if let Some(outline) = paint.outline {
        xml.attribute("stroke", outline.colour).attribute("stroke-width", outline.width);
        if let Some(dashes) = outline.dashes {
            xml.attribute("stroke-dasharray", dashes);
        }
    }
    xml.close();
}

fn area<'x>(xml: &'x mut Xml, name: &'static str, area: Area) -> &'x mut Xml {
    xml.open(name)
        .attribute("x", area.left())
        .attribute("y", area.top())
        .attribute("width", area.size.width)
        .attribute("height", area.size.height)
}

/// A rectangle whose left corners alone are round, which only a path can be.
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

fn text(xml: &mut Xml, text: &Text) {
    let face = text.role.face();
    xml.open("text");
    if let [line] = text.lines.as_slice() {
        start(xml, line);
    }
    xml.attribute("font-family", FONT_FAMILY).attribute("font-size", text.role.size());
    match face {
        Face::Regular => {}
        Face::SemiBold => {
            xml.attribute("font-weight", "600");
        }
        Face::Italic => {
            xml.attribute("font-style", "italic");
        }
    }
    xml.attribute("fill", theme::ink(text.role));
    if let [line] = text.lines.as_slice() {
        xml.words(&line.text);
    } else {
        for line in &text.lines {
            start(xml.open_inline("tspan"), line).words(&line.text).close();
        }
    }
    xml.close();
}

fn start<'x>(xml: &'x mut Xml, line: &Line) -> &'x mut Xml {
    xml.attribute("x", line.start.x).attribute("y", line.start.y)
}
