//! The embedded typeface: its files, and how wide its letters are.

use std::sync::OnceLock;
use std::sync::atomic::{AtomicU16, Ordering};

use skrifa::charmap::Charmap;
use skrifa::raw::TableProvider;
use skrifa::raw::tables::hmtx::Hmtx;
use skrifa::{FontRef, MetadataProvider};
use unicode_width::UnicodeWidthChar;

use crate::layout::geometry::Px;

/// Characters below this one have their widths remembered once read; the embedded files hold nothing above.
const TABLED: usize = 0x3000;

/// Soft hyphen: takes no room unless a line ends there.
pub(in crate::layout) const SOFT_HYPHEN: char = '\u{AD}';

/// One cut of the typeface.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Face {
    /// Weight 400.
    Regular,
    /// Weight 600.
    SemiBold,
    /// Weight 400, slanted.
    Italic,
}

impl Face {
    /// The name of the family.
    pub const FAMILY: &'static str = "Inter";
    /// Units of the font's own measure in one em.
    pub const UNITS_PER_EM: u32 = 2048;
    /// How far letters rise above the baseline, in font units.
    pub const ASCENT: u32 = 1984;
    /// How far letters reach below the baseline, in font units.
    pub const DESCENT: u32 = 494;

    /// The font file (TrueType, SIL Open Font License 1.1).
    #[must_use]
    pub const fn file(self) -> &'static [u8] {
        match self {
            Self::Regular => include_bytes!("../../../assets/fonts/Inter-Regular.ttf"),
            Self::SemiBold => include_bytes!("../../../assets/fonts/Inter-SemiBold.ttf"),
            Self::Italic => include_bytes!("../../../assets/fonts/Inter-Italic.ttf"),
        }
    }

    /// How wide `text` is on one line at `size`, rounded up, without kerning.
    #[must_use]
    pub fn width(self, text: &str, size: Px) -> Px {
        let units: i64 = text.chars().map(|letter| i64::from(self.advance(letter))).sum();
        let scaled = units * size.in_hundredths();
        let em = i64::from(Self::UNITS_PER_EM);
        Px::hundredths(scaled / em + i64::from(scaled % em != 0))
    }

    /// How far `letter` moves the pen, in font units.
    #[must_use]
    pub fn advance(self, letter: char) -> u32 {
        static REGULAR: Widths = Widths::new();
        static SEMI_BOLD: Widths = Widths::new();
        static ITALIC: Widths = Widths::new();
        let widths = match self {
            Self::Regular => &REGULAR,
            Self::SemiBold => &SEMI_BOLD,
            Self::Italic => &ITALIC,
        };
        widths.of(letter, self.file()).into()
    }
}

/// The advance widths of one cut. A chart uses few letters, so each is read from the font when it first comes up;
/// threads that read the same letter find the same width.
struct Widths {
    /// For each letter below [`TABLED`], its width plus one; zero while the width is unknown.
    known: [AtomicU16; TABLED],
    font: OnceLock<(Charmap<'static>, Hmtx<'static>)>,
}

impl Widths {
    #[expect(clippy::large_stack_arrays, reason = "it is made by the compiler, for statics")]
    const fn new() -> Self {
        Self { known: [const { AtomicU16::new(0) }; TABLED], font: OnceLock::new() }
    }

    fn of(&self, letter: char, file: &'static [u8]) -> u16 {
        let Some(known) = self.known.get(letter as usize) else { return foreign_advance(letter) };
        if let Some(advance) = known.load(Ordering::Relaxed).checked_sub(1) {
            return advance;
        }
        let advance = self.read(letter, file);
        known.store(advance + 1, Ordering::Relaxed);
        advance
    }

    fn read(&self, letter: char, file: &'static [u8]) -> u16 {
        let (charmap, advances) = self.font.get_or_init(|| {
            let font = FontRef::new(file).expect("the embedded font is well-formed");
            (font.charmap(), font.hmtx().expect("the embedded font has horizontal metrics"))
        });
        let own = charmap.map(letter).and_then(|glyph| advances.advance(glyph));
        match own {
            Some(advance) if takes_room(letter) => advance,
            _ => foreign_advance(letter),
        }
    }
}

/// The room for a letter that the typeface lacks and another font will draw: one em; for pictographs 1.375 em, which the
/// emoji fonts of the large systems need.
fn foreign_advance(letter: char) -> u16 {
    if !takes_room(letter) {
        0
    } else if matches!(letter, '\u{1F000}'..='\u{1FAFF}') {
        2816
    } else {
        2048
    }
}

/// Whether the letter moves the pen at all: combining marks, joiners and selectors don't.
fn takes_room(letter: char) -> bool {
    letter != SOFT_HYPHEN && letter.width() != Some(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_constants_are_those_of_the_files() {
        for face in [Face::Regular, Face::SemiBold, Face::Italic] {
            let font = FontRef::new(face.file()).expect("embedded");
            let (head, hhea) = (font.head().expect("embedded"), font.hhea().expect("embedded"));
            assert_eq!(u32::from(head.units_per_em()), Face::UNITS_PER_EM);
            assert_eq!(i64::from(hhea.ascender().to_i16()), i64::from(Face::ASCENT));
            assert_eq!(i64::from(hhea.descender().to_i16()), -i64::from(Face::DESCENT));
        }
    }

    #[test]
    fn letters_have_the_widths_of_the_font_and_others_one_em() {
        assert_eq!(Face::Regular.advance(' '), 576);
        assert_eq!(Face::Regular.advance('漢'), 2048);
        assert_eq!(Face::Regular.advance('\u{301}'), 0);
        assert_eq!(Face::Regular.advance('\u{323}'), 0);
        assert_eq!(Face::Regular.advance('\u{200D}'), 0);
        assert_eq!(Face::Regular.advance('ש'), 2048);
        assert_eq!(Face::Regular.width("漢漢", Px::whole(11)), Px::whole(22));
        assert!(Face::SemiBold.width("Sales", Px::whole(12)) > Face::Regular.width("Sales", Px::whole(12)));
    }
}
