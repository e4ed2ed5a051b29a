//! From the pixels of a scene to the units of a slide.

use crate::layout::{Area, Point, Px, Size};

/// A length in English Metric Units: 914,400 to the inch, 12,700 to the point.
pub(super) type Emu = i64;

/// How many make one pixel of the web.
const PIXEL: Emu = 9525;
/// The least and the largest extent of a slide: one inch, and 56.
const LEAST: Emu = 914_400;
const LARGEST: Emu = 51_206_400;
/// Slides of these proportions have a size of their own: 13.33 and 10 by 7.5 inches.
const PROJECTED: [(i64, i64, Emu); 2] = [(16, 9, 12_192_000), (4, 3, 9_144_000)];

/// The size of a slide.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct SlideSize {
    pub(super) width: Emu,
    pub(super) height: Emu,
}

impl SlideSize {
    /// The slide for pages of this size.
    pub(super) fn of(page: Size) -> Self {
        let (width, height) = (page.width.in_hundredths().max(1), page.height.in_hundredths().max(1));
        if let Some((across, down, wide)) = PROJECTED.iter().find(|(across, down, _)| width * down == height * across) {
            return Self { width: *wide, height: wide / across * down };
        }
        let (width, height) = (width * PIXEL / 100, height * PIXEL / 100);
        let longest = width.max(height).max(LARGEST);
        let fitting = |length: Emu| scaled(length, LARGEST, longest).clamp(LEAST, LARGEST);
        Self { width: fitting(width), height: fitting(height) }
    }
}

/// Where a shape lies on a slide.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Frame {
    pub(super) x: Emu,
    pub(super) y: Emu,
    pub(super) width: Emu,
    pub(super) height: Emu,
}

/// Where a scene lies on a slide: as large as it can be, in the middle.
#[derive(Clone, Copy, Debug)]
pub(super) struct Measure {
    /// Units of the slide for hundredths of a pixel.
    units: Emu,
    hundredths: i64,
    left: Emu,
    top: Emu,
}

impl Measure {
    pub(super) fn new(page: Size, slide: SlideSize) -> Self {
        let (width, height) = (page.width.in_hundredths().max(1), page.height.in_hundredths().max(1));
        let is_wide = i128::from(width) * i128::from(slide.height) >= i128::from(height) * i128::from(slide.width);
        let (units, hundredths) = if is_wide { (slide.width, width) } else { (slide.height, height) };
        let spare = |room: Emu, length: i64| (room - scaled(length, units, hundredths)) / 2;
        Self { units, hundredths, left: spare(slide.width, width), top: spare(slide.height, height) }
    }

    pub(super) fn length(&self, length: Px) -> Emu {
        scaled(length.in_hundredths(), self.units, self.hundredths)
    }

    pub(super) fn point(&self, point: Point) -> (Emu, Emu) {
        (self.left + self.length(point.x), self.top + self.length(point.y))
    }

    /// Each edge by itself, so that what touches on the page touches on the slide.
    pub(super) fn frame(&self, area: Area) -> Frame {
        let (x, y) = self.point(area.origin);
        let (right, bottom) = self.point(Point::new(area.right(), area.bottom()));
        Frame { x, y, width: right - x, height: bottom - y }
    }

    /// The size of letters in hundredths of a point, within what there is.
    pub(super) fn letters(&self, size: Px) -> i64 {
        ((self.length(size) + 63) / 127).clamp(100, 400_000)
    }
}

/// A length times a fraction, to the nearest.
pub(super) fn scaled(length: i64, units: i64, of: i64) -> i64 {
    let (length, units, of) = (i128::from(length), i128::from(units), i128::from(of));
    i64::try_from((length * units + of / 2).div_euclid(of)).expect("pages are far smaller than lengths can be")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_screen_fills_a_slide_and_a_pixel_is_half_a_point() {
        let page = Size::new(Px::whole(1920), Px::whole(1080));
        let slide = SlideSize::of(page);
        assert_eq!(slide, SlideSize { width: 12_192_000, height: 6_858_000 });
        let measure = Measure::new(page, slide);
        assert_eq!((measure.length(Px::whole(1)), measure.letters(Px::whole(20))), (6350, 1000));
        assert_eq!(SlideSize::of(Size::new(Px::whole(1280), Px::whole(720))), slide);
    }

    #[test]
    fn other_pages_keep_their_size_within_what_there_is() {
        let of = |width, height| SlideSize::of(Size::new(Px::whole(width), Px::whole(height)));
        assert_eq!(of(1440, 1080), SlideSize { width: 9_144_000, height: 6_858_000 });
        assert_eq!(of(794, 1123), SlideSize { width: 7_562_850, height: 10_696_575 });
        assert_eq!(of(10_000, 100), SlideSize { width: 51_206_400, height: 914_400 });
        assert_eq!(of(50, 200_000), SlideSize { width: 914_400, height: 51_206_400 });
        // A narrow page is centred on its slide.
        let page = Size::new(Px::whole(1920), Px::whole(540));
        let measure = Measure::new(page, SlideSize { width: 12_192_000, height: 6_858_000 });
        assert_eq!(measure.point(Point::default()), (0, 1_714_500));
    }
}
