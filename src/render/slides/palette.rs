//! The colours of a deck's theme, and which colours of a picture they are: what is coloured by the theme takes the colours
//! of the deck that it is pasted into.

use crate::layout::{GroupKind, Hue, Mark, RectRole, Scene};
use crate::render::xml::Xml;
use crate::render::{Colour, Theme};

/// What a theme calls its accents.
const ACCENTS: [&str; 6] = ["accent1", "accent2", "accent3", "accent4", "accent5", "accent6"];

/// The twelve colours of a theme.
pub(super) struct Palette {
    /// Words, page, the strongest and the faintest shape.
    grounds: [Colour; 4],
    accents: [Colour; 6],
}

impl Palette {
    /// The first six functions that occur have the accents; where there are fewer, the picture's next colours.
    pub(super) fn of<'p>(pages: impl IntoIterator<Item = &'p Scene>, theme: &Theme) -> Self {
        let marks = pages.into_iter().flat_map(|page| &page.groups).filter(|group| group.kind != GroupKind::Footer);
        let hues = marks.flat_map(|group| &group.marks).filter_map(|mark| match mark {
            Mark::Rect(rect) => match rect.role {
                RectRole::Accent(hue) => Some(hue),
                _ => None,
            },
            _ => None,
        });
        let mut accents: Vec<Colour> = Vec::with_capacity(Hue::COUNT);
        for hue in hues.chain((0..Hue::COUNT).map(Hue::nth)) {
            let colour = theme.paint(RectRole::Accent(hue)).fill;
            if accents.len() < ACCENTS.len() && !accents.contains(&colour) {
                accents.push(colour);
            }
        }
        // In print all of them are one.
        accents.resize(ACCENTS.len(), theme.line());
        Self { grounds: theme.grounds(), accents: std::array::from_fn(|accent| accents[accent]) }
    }

    /// The names of all colours and what they are, in the order of a theme.
    pub(super) fn scheme(&self) -> [(&'static str, Colour); 12] {
        let [words, page, strong, faint] = self.grounds;
        let [one, two, three, four, five, six] = self.accents;
        [
            ("a:dk1", words),
            ("a:lt1", page),
            ("a:dk2", strong),
            ("a:lt2", faint),
            ("a:accent1", one),
            ("a:accent2", two),
            ("a:accent3", three),
            ("a:accent4", four),
            ("a:accent5", five),
            ("a:accent6", six),
            ("a:hlink", strong),
            ("a:folHlink", strong),
        ]
    }

    /// Fills what was just opened with a colour: the theme's where it is one of them.
    pub(super) fn fill(&self, xml: &mut Xml, colour: Colour) {
        xml.open("a:solidFill");
        let grounds = self.grounds.iter().zip(["tx1", "bg1", "tx2", "bg2"]);
        let mut named = grounds.chain(self.accents.iter().zip(ACCENTS));
        match named.find(|(own, _)| **own == colour) {
            Some((_, name)) => xml.open("a:schemeClr").attribute("val", name).close(),
            None => plain(xml, colour),
        };
        xml.close();
    }
}

/// A colour by its digits.
pub(super) fn plain(xml: &mut Xml, colour: Colour) -> &mut Xml {
    let [red, green, blue] = colour.channels();
    xml.open("a:srgbClr").attribute("val", format!("{red:02X}{green:02X}{blue:02X}").as_str()).close()
}
