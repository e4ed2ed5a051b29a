//! Words in shapes: the deck's own font, exact line spacing, bullets that are bullets.

use super::measure::{Frame, Measure};
use super::palette::Palette;
use super::paragraphs::Paragraph;
use crate::layout::{Face, Px, TextRole};
use crate::render::Colour;
use crate::render::xml::Xml;

/// The distance between lines is at most 1584 points.
const MOST_SPACING: i64 = 158_400;

/// How words are aligned in their shape.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fit {
    /// Broken where the shape ends.
    Wrapped,
    /// On one line, however long.
    OneLine,
    /// On one line, in the middle from top to bottom.
    Centred,
    /// On one line, in the middle of the shape.
    Middle,
}

/// What sets words.
pub(super) struct Setter<'s> {
    pub(super) measure: Measure,
    pub(super) palette: &'s Palette,
    /// The language that words are checked in, where it is known.
    pub(super) language: Option<&'s str>,
}

impl Setter<'_> {
    /// Writes the words of a shape that is in `frame`.
    pub(super) fn body(
        &self,
        xml: &mut Xml,
        frame: Frame,
        fit: Fit,
        paragraphs: &[Paragraph],
        ink: impl Fn(TextRole) -> Colour,
    ) {
        xml.open("p:txBody");
        let left = paragraphs.iter().map(|paragraph| paragraph.bullet.unwrap_or(paragraph.left)).min();
        let left = left.unwrap_or_default();
        let top = paragraphs.first().map_or(Px::ZERO, Paragraph::top);
        let (x, y) = self.measure.point(crate::layout::Point::new(left, top));
        let inset = |length: i64| length.clamp(0, frame.width.max(frame.height));
        let (from_left, from_top) = (inset(x - frame.x), inset(y - frame.y));
        let wrap = if fit == Fit::Wrapped { "square" } else { "none" };
        xml.open("a:bodyPr").attribute("wrap", wrap);
        // The deck's font may be a little wider: its words have half of the room at the right, too.
        let from_right = if fit == Fit::Wrapped { from_top / 2 } else { 0 };
        let is_centred = matches!(fit, Fit::Centred | Fit::Middle);
        let from_top = if is_centred { 0 } else { from_top };
        let from_left = if fit == Fit::Middle { 0 } else { from_left };
        for (name, length) in [("lIns", from_left), ("tIns", from_top), ("rIns", from_right), ("bIns", 0)] {
            xml.attribute(name, length);
        }
        xml.attribute("anchor", if is_centred { "ctr" } else { "t" });
        xml.open("a:noAutofit").close().close();
        xml.open("a:lstStyle").close();
        let mut above: Option<&Paragraph> = None;
        for paragraph in paragraphs {
            self.paragraph(xml, paragraph, fit, (left, above), &ink);
            above = Some(paragraph);
        }
        if paragraphs.is_empty() {
            xml.open("a:p").close();
        }
        xml.close();
    }

    fn paragraph(
        &self,
        xml: &mut Xml,
        paragraph: &Paragraph,
        fit: Fit,
        (left, above): (Px, Option<&Paragraph>),
        ink: &impl Fn(TextRole) -> Colour,
    ) {
        let points = |length: Px| (self.measure.length(length) / 127).clamp(0, MOST_SPACING);
        let hang = paragraph.bullet.map_or(Px::ZERO, |bullet| paragraph.left - bullet);
        xml.open("a:p").open("a:pPr");
        xml.attribute("marL", self.measure.length(paragraph.left - left).max(0));
        xml.attribute("indent", -self.measure.length(hang).max(0))
            .attribute("algn", if fit == Fit::Middle { "ctr" } else { "l" });
        xml.open("a:lnSpc").open("a:spcPts").attribute("val", points(paragraph.line_height())).close().close();
        let before = above.map_or(Px::ZERO, |above| {
            let fifth = Px::hundredths(above.line_height().in_hundredths() / 5);
            paragraph.top() - above.last - fifth
        });
        xml.open("a:spcBef").open("a:spcPts").attribute("val", points(before)).close().close();
        match paragraph.bullet {
            Some(_) => xml.open("a:buChar").attribute("char", paragraph.sign).close(),
            None => xml.open("a:buNone").close(),
        };
        xml.close();
        let role = paragraph.role;
        xml.open("a:r").open("a:rPr");
        if let Some(language) = self.language {
            xml.attribute("lang", language);
        }
        xml.attribute("sz", self.measure.letters(paragraph.size));
        xml.attribute("b", i64::from(role.face() == Face::SemiBold));
        xml.attribute("i", i64::from(role.face() == Face::Italic));
        if paragraph.is_struck {
            xml.attribute("strike", "sngStrike");
        }
        self.palette.fill(xml, ink(role));
        let font = if role == TextRole::PageTitle { "+mj-lt" } else { "+mn-lt" };
        xml.open("a:latin").attribute("typeface", font).close();
        xml.close();
        xml.open("a:t").words(&paragraph.words).close();
        xml.close().close();
    }
}
