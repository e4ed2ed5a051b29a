//! The sizes of pages.

use crate::layout::geometry::{Px, Size};

/// A page, in the pixels of the web: 96 to the inch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Page {
    /// Width and height.
    pub size: Size,
}

/// The pages that have names, in pixels.
const NAMED: [(&str, i64, i64); 6] = [
    ("16:9", 1920, 1080),
    ("4:3", 1440, 1080),
    ("a4", 794, 1123),
    ("a4-landscape", 1123, 794),
    ("letter", 816, 1056),
    ("letter-landscape", 1056, 816),
];

/// The least and the largest extent of a page in pixels.
const EXTENTS: std::ops::RangeInclusive<i64> = 200..=20_000;

impl Page {
    /// The slide of a projector or a screen: 1920 by 1080 pixels, which are 20 by 11.25 inches.
    pub const SLIDE: Self = Self::of(1920, 1080);

    const fn of(width: i64, height: i64) -> Self {
        Self { size: Size::new(Px::whole(width), Px::whole(height)) }
    }

    /// Reads the name of a page, or a size such as `1280x720`.
    ///
    /// # Errors
    /// Says what to write instead.
    pub fn parse(text: &str) -> Result<Self, String> {
        if let Some((_, width, height)) = NAMED.iter().find(|(name, ..)| *name == text) {
            return Ok(Self::of(*width, *height));
        }
        let extent = |part: &str| part.parse().ok().filter(|pixels| EXTENTS.contains(pixels));
        let size = text.split_once(['x', '×']).and_then(|(width, height)| extent(width).zip(extent(height)));
        size.map(|(width, height)| Self::of(width, height)).ok_or_else(|| {
            let names: Vec<&str> = NAMED.iter().map(|(name, ..)| *name).collect();
            format!(
                "write {}, `none` for a picture of its own size, or a size in pixels from {} to {}, such as 1280x720",
                names.join(", "),
                EXTENTS.start(),
                EXTENTS.end()
            )
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_sizes_are_pages() {
        assert_eq!(Page::parse("16:9"), Ok(Page::SLIDE));
        assert_eq!(Page::parse("1280x720"), Ok(Page::of(1280, 720)));
        for wrong in ["", "16x9", "x", "1280", "1280x", "99999x720", "-400x400", "a5", "400.5x400"] {
            assert!(Page::parse(wrong).is_err_and(|help| help.contains("1280x720")), "{wrong}");
        }
    }
}
