//! The shapes of a slide, one by one: what they are called, where they lie, how they look.

use super::measure::{Frame, Measure};
use super::outline::{self, Corners};
use super::paragraphs::Paragraph;
use super::picture::Slide;
use super::wire::{Anchor, Spot, Wire};
use super::words::Fit;
use crate::layout::{self, Area, Mark, Point, Px, Rect, RectRole, Size, TextRole};
use crate::render::xml::Xml;
use crate::render::{Colour, Outline, Width};

/// How a line looks.
#[derive(Clone, Copy)]
pub(super) struct Stroke {
    pub(super) colour: Colour,
    pub(super) width: Px,
    pub(super) dashes: Option<&'static str>,
    /// Whether there is a head at its start and at its end.
    pub(super) heads: [bool; 2],
}

impl Slide<'_> {
    pub(super) fn open_group(&mut self, name: &str, label: &str, area: Area) {
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
    pub(super) fn body(&mut self, rect: &Rect, at: usize, words: &[Paragraph]) {
        self.seat = rect.role.seat().or(self.seat);
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

    /// A figure in its frame, which may have its middle elsewhere than on the page.
    pub(super) fn badge(&mut self, rect: &Rect, inside: &[Paragraph], middle: Option<Spot>) {
        let frame = self.setter.measure.frame(rect.area);
        let id = self.id();
        self.open_shape(id, "Badge", false);
        self.xml.open("p:spPr");
        let here = middle.map_or(frame, |(x, y)| Frame { x: x - frame.width / 2, y: y - frame.height / 2, ..frame });
        place(&mut self.xml, here);
        outline::outline(&mut self.xml, frame, corners(self.setter.measure, rect.corners), &[]);
        self.paint(rect);
        self.xml.close();
        let (theme, seat) = (self.theme, self.seat);
        let fit = if rect.role == RectRole::Initials { Fit::Middle } else { Fit::Centred };
        self.setter.body(&mut self.xml, frame, fit, inside, |role| theme.ink(role, seat));
        self.xml.close();
    }

    /// A shape without words.
    pub(super) fn rect(&mut self, rect: &Rect, name: &str) {
        let frame = self.setter.measure.frame(rect.area);
        let id = self.id();
        self.open_shape(id, name, false);
        self.xml.open("p:spPr");
        place(&mut self.xml, frame);
        outline::outline(&mut self.xml, frame, corners(self.setter.measure, rect.corners), &[]);
        self.paint(rect);
        self.xml.close().close();
    }

    pub(super) fn warning(&mut self, corners: &[Point; 3]) {
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

    /// Words that are directly on the page. The first heading is the slide's title, by which it is found in lists.
    pub(super) fn text(&mut self, paragraph: &Paragraph, is_heading: bool) {
        if paragraph.words.is_empty() {
            return;
        }
        let is_title = is_heading && paragraph.role == TextRole::PageTitle && !self.has_title;
        self.has_title |= is_title;
        let left = paragraph.bullet.unwrap_or(paragraph.left);
        // LibreOffice breaks a title where its shape ends, whatever it says, and its font may be the wider.
        let spare = if is_title { Px::hundredths(paragraph.width.in_hundredths() / 8) } else { Px::whole(2) };
        let size =
            Size::new(paragraph.left - left + paragraph.width + spare, paragraph.line_height() * paragraph.lines);
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
    pub(super) fn open_shape(&mut self, id: i64, name: &str, is_title: bool) {
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

    pub(super) fn wire(&mut self, wire: &Wire, stroke: Stroke) {
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

    pub(super) fn stroke_of(&self, mark: &Mark) -> Stroke {
        let dashes = |dashes: Option<(i64, i64)>| dashes.map(|(dash, gap)| if dash > gap { "dash" } else { "sysDash" });
        match mark {
            Mark::Swing(swing) => self.stroke(self.theme.swing(swing.role), dashes),
            Mark::Curve(curve) => Stroke { heads: curve.heads, ..self.stroke(self.theme.curve(curve.role), dashes) },
            Mark::Dotted(hue, _) => {
                let colour = hue.map_or(self.theme.line(), |hue| self.theme.paint(RectRole::Accent(hue)).fill);
                Stroke { colour, width: self.stroke, dashes: Some("dash"), heads: [false; 2] }
            }
            _ => Stroke { colour: self.theme.line(), width: self.stroke, dashes: None, heads: [false; 2] },
        }
    }

    pub(super) fn stroke(
        &self,
        outline: Outline,
        dashes: impl Fn(Option<(i64, i64)>) -> Option<&'static str>,
    ) -> Stroke {
        let width = if outline.width == Width::Thick { self.stroke * 2 } else { self.stroke };
        Stroke { colour: outline.colour, width, dashes: dashes(outline.dashes), heads: [false; 2] }
    }

    /// Inside and edge of a shape.
    pub(super) fn paint(&mut self, rect: &Rect) {
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

    pub(super) fn line(&mut self, stroke: Stroke) {
        let width = self.setter.measure.length(stroke.width).max(1);
        self.xml.open("a:ln").attribute("w", width);
        self.setter.palette.fill(&mut self.xml, stroke.colour);
        if let Some(dashes) = stroke.dashes {
            self.xml.open("a:prstDash").attribute("val", dashes).close();
        }
        for (name, has_head) in [("a:headEnd", stroke.heads[0]), ("a:tailEnd", stroke.heads[1])] {
            if has_head {
                self.xml.open(name).attribute("type", "triangle").close();
            }
        }
        self.xml.close();
    }

    pub(super) fn no_line(&mut self) {
        self.xml.open("a:ln").open("a:noFill").close().close();
    }

    pub(super) fn id(&mut self) -> i64 {
        self.next += 1;
        self.next - 1
    }
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
