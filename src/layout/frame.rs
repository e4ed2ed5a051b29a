//! What surrounds a view on its page: the words above and below it, and its room between them.

use super::geometry::{Point, Px, Scale, Size};
use super::page::Page;
use super::scene::Group;

/// Around everything; the half pixel puts the outlines of boxes, which lie at whole ones, on the raster.
pub(super) const MARGIN: Px = Px::hundredths(2450);
/// How large the words are on a slide, in per cent, and how large they are at least.
const ON_SLIDE: i64 = 125;
const ON_PAPER: i64 = 90;

/// The words around a view, as they are designed; they are drawn at a scale of their own.
pub(super) struct Frame {
    above: Group,
    below: Vec<Group>,
    /// How much the words above and below take with the margins.
    top: Px,
    bottom: Px,
    scale: Scale,
    page: Size,
}

impl Frame {
    /// These words, with their upper edge at `top` and their lower edge `bottom` below that.
    pub(super) fn new((above, top): (Group, Px), (below, bottom): (Vec<Group>, Px)) -> Self {
        Self { above, below, top, bottom, scale: Scale::ONE, page: Size::default() }
    }

    /// The frame on a page, made of lines of a width.
    pub(super) fn on(page: Page, of: impl Fn(Px) -> Self) -> Self {
        page.surrounded(page.scale_around(ON_SLIDE, ON_PAPER), |scale| {
            let frame = Self { scale, page: page.size, ..of(scale.undo(page.size.width) - MARGIN * 2) };
            let taken = frame.top + frame.bottom;
            (frame, taken)
        })
    }

    /// The frame of a picture that is as large as its view needs.
    pub(super) fn around(view: Size, of: impl Fn(Px) -> Self) -> Self {
        let frame = of(view.width);
        let height = Px::whole((frame.top + view.height + frame.bottom).in_pixels_up());
        Self { page: Size::new(view.width + MARGIN * 2, height), ..frame }
    }

    /// The room of the view.
    pub(super) fn room(&self) -> Size {
        let height = self.page.height - self.scale.of(self.top) - self.scale.of(self.bottom);
        Size::new(self.page.width - self.scale.of(MARGIN) * 2, height)
    }

    /// The page, and all that is on it, with a view of this size in the middle of its room.
    pub(super) fn compose(self, mut view: Vec<Group>, size: Size, scale: Scale) -> (Size, Vec<Group>) {
        let room = self.room();
        let spare = |room: Px, length: Px| Px::whole((room - scale.of(length)).half().max(Px::ZERO).in_pixels_down());
        let corner = Point::new(self.scale.of(MARGIN), self.scale.of(self.top));
        let origin = corner + Point::new(spare(room.width, size.width), spare(room.height, size.height));
        for group in &mut view {
            group.scale(scale);
            group.shift(origin);
        }
        let Self { mut above, mut below, bottom, scale: own, page, .. } = self;
        above.scale(own);
        let foot = Point::new(Px::ZERO, page.height - own.of(bottom));
        for group in &mut below {
            group.scale(own);
            group.shift(foot);
        }
        let mut groups: Vec<Group> = std::iter::once(above).chain(view).chain(below).collect();
        groups.retain(|group| !group.marks.is_empty());
        (page, groups)
    }
}
