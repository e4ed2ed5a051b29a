//! The sizes of pages.

use crate::error::Error;
use crate::layout::geometry::{Px, Scale, Size};
use crate::layout::scene::TextRole;

/// A page, in the pixels of the web: 96 to the inch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Page {
    /// Width and height.
    pub size: Size,
}

/// The pages that have names, in pixels.
const NAMED: [(&str, i64, i64); 9] = [
    ("16:9", 1920, 1080),
    ("16:10", 1728, 1080),
    ("4:3", 1440, 1080),
    ("a3", 1123, 1587),
    ("a3-landscape", 1587, 1123),
    ("a4", 794, 1123),
    ("a4-landscape", 1123, 794),
    ("letter", 816, 1056),
    ("letter-landscape", 1056, 816),
];

/// The proportions of slides.
const SLIDES: [(i64, i64); 3] = [(16, 9), (16, 10), (4, 3)];
/// A point on paper, in hundredths of a pixel.
const POINT_ON_PAPER: i64 = 133;

/// The least and the largest extent of a page in pixels.
const EXTENTS: std::ops::RangeInclusive<i64> = 200..=20_000;

impl Page {
    /// The slide of a projector or a screen: 1920 by 1080 pixels, which stand for 13.33 by 7.5 inches.
    pub const SLIDE: Self = Self::of(1920, 1080);

    /// How many pixels a point is. Pages of a slide's proportions are slides, 7.5 inches high; others are paper, with 96
    /// pixels to the inch.
    #[must_use]
    pub fn point(self) -> Px {
        let Size { width, height } = self.size;
        let is = |(across, down): (i64, i64)| width * down == height * across;
        // 7.5 inches are 540 points, and 72 points 96 pixels.
        let hundredths = if SLIDES.into_iter().any(is) { height.in_hundredths() / 540 } else { POINT_ON_PAPER };
        Px::hundredths(hundredths)
    }

    /// How large seats are drawn at most: with responsibilities of fourteen points.
    pub(in crate::layout) fn largest(self) -> Scale {
        Scale::fitting(TextRole::Responsibility.size(), self.point() * 14)
    }

    /// The scale at which the words around a body are drawn, in hundredths: as on a slide or smaller, with the page.
    pub(in crate::layout) fn scale_around(self, on_slide: i64, at_least: i64) -> i64 {
        let area = |size: Size| (size.width.in_pixels_up() * size.height.in_pixels_up()).isqrt();
        (on_slide * area(self.size) / area(Self::SLIDE.size)).max(at_least)
    }

    /// What surrounds a body, made at this scale in hundredths; smaller as long as it takes more than a third of the
    /// height, however much it has to say. It comes with the height that it takes as it is designed.
    pub(in crate::layout) fn surrounded<F>(self, mut hundredths: i64, made: impl Fn(Scale) -> (F, Px)) -> F {
        loop {
            let scale = Scale::hundredths(hundredths);
            let (frame, height) = made(scale);
            if height * 3 <= scale.undo(self.size.height) || hundredths <= 5 {
                return frame;
            }
            hundredths = hundredths * 4 / 5;
        }
    }

    const fn of(width: i64, height: i64) -> Self {
        Self { size: Size::new(Px::whole(width), Px::whole(height)) }
    }

    /// Reads the name of a page, or a size such as `1280x720`.
    ///
    /// # Errors
    /// Says what to write instead.
    pub fn parse(text: &str) -> Result<Self, Error> {
        let text = &text.trim().to_ascii_lowercase();
        if let Some((_, width, height)) = NAMED.iter().find(|(name, ..)| name == text) {
            return Ok(Self::of(*width, *height));
        }
        let (size, millimetres) = text.strip_suffix("mm").map_or((text.as_str(), false), |size| (size, true));
        // 25.4 millimetres are 96 pixels.
        let pixels = |length: i64| if millimetres { (length * 960 + 127) / 254 } else { length };
        let length = |part: &str| part.trim().parse().ok().filter(|length| (0..=*EXTENTS.end()).contains(length));
        let extent = |part: &str| length(part).map(pixels).filter(|pixels| EXTENTS.contains(pixels));
        let size = size.split_once(['x', '×']).and_then(|(width, height)| extent(width).zip(extent(height)));
        size.map(|(width, height)| Self::of(width, height)).ok_or_else(|| {
            let names: Vec<&str> = NAMED.iter().map(|(name, ..)| *name).collect();
            Error::new(format!(
                "write {}, `none` for a picture of its own size, or a size in pixels from {} to {}, such as 1280x720, or in millimetres, such \
                 as 210x297mm",
                names.join(", "),
                EXTENTS.start(),
                EXTENTS.end()
            ))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slides_are_seven_and_a_half_inches_high() {
        let point = |page: &str| Page::parse(page).expect("a page").point();
        assert_eq!([point("16:9"), point("4:3"), point("16:10")], [Px::whole(2); 3]);
        assert_eq!([point("a4"), point("letter"), point("800x800")], [Px::hundredths(133); 3]);
    }

    #[test]
    fn names_and_sizes_are_pages() {
        assert_eq!(Page::parse("16:9"), Ok(Page::SLIDE));
        assert_eq!(Page::parse("1280x720"), Ok(Page::of(1280, 720)));
        assert_eq!(Page::parse("1280X720"), Ok(Page::of(1280, 720)));
        assert_eq!(Page::parse("A4"), Ok(Page::of(794, 1123)));
        assert_eq!(Page::parse("210x297mm"), Page::parse("a4"));
        assert_eq!(Page::parse("420 x 297 mm"), Page::parse("A3-Landscape"));
        for wrong in ["", "16x9", "x", "1280", "1280x", "99999x720", "-400x400", "a5", "400.5x400", "10x10mm", "mm"] {
            assert!(Page::parse(wrong).is_err_and(|help| help.as_str().contains("1280x720")), "{wrong}");
        }
    }
}
