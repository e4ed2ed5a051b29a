//! A picture whose words are glyphs at fixed places: what pixels and PDF pages are made from.
//!
//! It is read back from the SVG, so that every kind of file shows the same picture, and it knows no fonts but the
//! embedded ones and those handed in: what is installed on a machine changes no byte.

use std::collections::BTreeSet;
use std::fmt;
use std::sync::Arc;

use resvg::usvg::fontdb::{Database, Source};
use resvg::usvg::{Group, Node, Options, Tree};
use unicode_width::UnicodeWidthChar;

use crate::error::Error;
use crate::layout::Face;

/// The fonts that words are drawn with, in the order in which they are asked for a letter.
#[derive(Clone, Debug)]
pub struct Fonts(pub(super) Arc<Database>);

impl Fonts {
    /// The embedded typeface.
    #[must_use]
    pub fn embedded() -> Self {
        let mut fonts = Database::new();
        for face in [Face::Regular, Face::SemiBold, Face::Italic] {
            fonts.load_font_source(Source::Binary(Arc::new(face.file())));
        }
        fonts.set_sans_serif_family(Face::FAMILY);
        Self(Arc::new(fonts))
    }

    /// Adds a font file for letters that the ones before lack; `false` when it is not a font.
    pub fn add(&mut self, file: Vec<u8>) -> bool {
        !Arc::make_mut(&mut self.0).load_font_source(Source::Binary(Arc::new(file))).is_empty()
    }
}

/// One page, ready to be painted.
pub struct Drawing {
    pub(super) tree: Tree,
}

impl Drawing {
    /// Reads a page that [`svg`](super::svg) wrote.
    ///
    /// # Errors
    /// A page of more elements than can be painted: a million.
    ///
    /// # Panics
    /// When the page is not SVG: it is ours.
    pub fn new(svg: &str, fonts: &Fonts) -> Result<Self, Error> {
        let options =
            Options { font_family: Face::FAMILY.to_owned(), fontdb: Arc::clone(&fonts.0), ..Options::default() };
        match Tree::from_str(svg, &options) {
            Ok(tree) => Ok(Self { tree }),
            Err(resvg::usvg::Error::ElementsLimitReached) => Err(Error::new(
                "the picture is too large for pixels and PDF pages: write an .svg, or draw a part of it",
            )),
            Err(reason) => panic!("a page of ours is sound SVG: {reason}"),
        }
    }

    /// The letters that no font has, and that are drawn as empty boxes.
    #[must_use]
    pub fn missing(&self) -> BTreeSet<char> {
        let mut missing = BTreeSet::new();
        for node in nodes(self.tree.root()) {
            let Node::Text(text) = node else { continue };
            let glyphs = text.layouted().iter().flat_map(|span| &span.positioned_glyphs);
            let letters = glyphs.filter(|glyph| glyph.id.0 == 0).flat_map(|glyph| glyph.text.chars());
            // What takes no room, such as a joiner of emoji, shows no box of its own.
            missing.extend(letters.filter(|letter| letter.width() != Some(0)));
        }
        missing
    }

    /// Width and height in pixels of the page's own measure.
    pub(super) fn size(&self) -> (f32, f32) {
        (self.tree.size().width(), self.tree.size().height())
    }

    /// All shapes and words in the order of painting.
    pub(super) fn nodes(&self) -> impl Iterator<Item = &Node> {
        nodes(self.tree.root())
    }
}

/// The nodes below a group that are no groups.
fn nodes(group: &Group) -> impl Iterator<Item = &Node> {
    let mut stack = vec![group.children().iter()];
    std::iter::from_fn(move || {
        loop {
            match stack.last_mut()?.next() {
                None => drop(stack.pop()),
                Some(Node::Group(group)) => stack.push(group.children().iter()),
                Some(node) => return Some(node),
            }
        }
    })
}

impl fmt::Debug for Drawing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Drawing").field("size", &self.size()).finish_non_exhaustive()
    }
}
