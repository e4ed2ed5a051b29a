//! Lengths, points and areas: fixed-point, so that a picture has the same bytes on every machine.

use std::iter::Sum;
use std::ops::{Add, AddAssign, Mul, Neg, Sub};

/// A length in hundredths of a pixel.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Px(i64);

impl Px {
    /// No length.
    pub const ZERO: Self = Self(0);

    /// A number of whole pixels.
    #[must_use]
    pub const fn whole(pixels: i64) -> Self {
        Self(pixels * 100)
    }

    /// A number of hundredths of a pixel.
    #[must_use]
    pub const fn hundredths(hundredths: i64) -> Self {
        Self(hundredths)
    }

    /// The length in hundredths of a pixel.
    #[must_use]
    pub const fn in_hundredths(self) -> i64 {
        self.0
    }

    /// The number of whole pixels that the length fits in.
    #[must_use]
    pub const fn in_pixels_up(self) -> i64 {
        self.0.div_euclid(100) + (self.0.rem_euclid(100) != 0) as i64
    }

    /// The number of whole pixels that fit in the length.
    #[must_use]
    pub const fn in_pixels_down(self) -> i64 {
        self.0.div_euclid(100)
    }

    /// Half the length, rounded down.
    #[must_use]
    pub const fn half(self) -> Self {
        Self(self.0.div_euclid(2))
    }
}

/// How much larger something is drawn than it was designed, in millionths.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Scale(i64);

impl Scale {
    /// As large as it was designed.
    pub const ONE: Self = Self(1_000_000);

    /// Larger than anything is drawn.
    pub const MAX: Self = Self(i64::MAX);

    /// A number of hundredths.
    #[must_use]
    pub const fn hundredths(hundredths: i64) -> Self {
        Self(hundredths * 10_000)
    }

    /// The largest scale at which `length` fits into `room`.
    #[must_use]
    pub fn fitting(length: Px, room: Px) -> Self {
        let scaled = i128::from(room.0.max(0)) * i128::from(Self::ONE.0) / i128::from(length.0.max(1));
        Self(i64::try_from(scaled).unwrap_or(i64::MAX))
    }

    /// The length at this scale, rounded down to a hundredth of a pixel.
    #[must_use]
    pub fn of(self, length: Px) -> Px {
        let scaled = (i128::from(length.0) * i128::from(self.0)).div_euclid(i128::from(Self::ONE.0));
        Px(i64::try_from(scaled).expect("pages are far smaller than lengths can be"))
    }

    /// A percentage of the scale.
    #[must_use]
    pub const fn per_cent(self, per_cent: i64) -> Self {
        Self(self.0 / 100 * per_cent)
    }

    /// The length that is this long at this scale, rounded down.
    #[must_use]
    pub fn undo(self, length: Px) -> Px {
        let designed = i128::from(length.0) * i128::from(Self::ONE.0) / i128::from(self.0.max(1));
        Px(i64::try_from(designed).unwrap_or(i64::MAX))
    }

    /// The scale in hundredths, rounded down.
    #[must_use]
    pub const fn in_hundredths(self) -> i64 {
        self.0 / 10_000
    }
}

impl Add for Px {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl AddAssign for Px {
    fn add_assign(&mut self, other: Self) {
        self.0 += other.0;
    }
}

impl Sub for Px {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}

impl Neg for Px {
    type Output = Self;

    fn neg(self) -> Self {
        Self(-self.0)
    }
}

impl Mul<i64> for Px {
    type Output = Self;

    fn mul(self, times: i64) -> Self {
        Self(self.0 * times)
    }
}

impl Sum for Px {
    fn sum<I: Iterator<Item = Self>>(lengths: I) -> Self {
        lengths.fold(Self::ZERO, Add::add)
    }
}

/// A place on the page; x to the right, y downwards.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Point {
    /// Distance from the left edge.
    pub x: Px,
    /// Distance from the top edge.
    pub y: Px,
}

impl Point {
    /// The point at these coordinates.
    #[must_use]
    pub const fn new(x: Px, y: Px) -> Self {
        Self { x, y }
    }
}

impl Add for Point {
    type Output = Self;

    fn add(self, by: Self) -> Self {
        Self::new(self.x + by.x, self.y + by.y)
    }
}

/// Width and height.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Size {
    /// Extent from left to right.
    pub width: Px,
    /// Extent from top to bottom.
    pub height: Px,
}

impl Size {
    /// The size of these extents.
    #[must_use]
    pub const fn new(width: Px, height: Px) -> Self {
        Self { width, height }
    }
}

/// An upright rectangle.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Area {
    /// The top left corner.
    pub origin: Point,
    /// Width and height.
    pub size: Size,
}

impl Area {
    /// The rectangle with this top left corner and this size.
    #[must_use]
    pub const fn new(origin: Point, size: Size) -> Self {
        Self { origin, size }
    }

    /// The y of the upper edge.
    #[must_use]
    pub const fn top(&self) -> Px {
        self.origin.y
    }

    /// The x of the left edge.
    #[must_use]
    pub const fn left(&self) -> Px {
        self.origin.x
    }

    /// The y of the lower edge.
    #[must_use]
    pub fn bottom(&self) -> Px {
        self.origin.y + self.size.height
    }

    /// The x of the right edge.
    #[must_use]
    pub fn right(&self) -> Px {
        self.origin.x + self.size.width
    }

    /// The rectangle at another scale, seen from the page's top left corner: each edge by itself.
    #[must_use]
    pub fn scaled(&self, scale: Scale) -> Self {
        let (left, top) = (scale.of(self.left()), scale.of(self.top()));
        let size = Size::new(scale.of(self.right()) - left, scale.of(self.bottom()) - top);
        Self::new(Point::new(left, top), size)
    }

    /// The rectangle with all four edges moved inwards.
    #[must_use]
    pub fn inset(&self, by: Px) -> Self {
        let size = Size::new(self.size.width - by * 2, self.size.height - by * 2);
        Self::new(self.origin + Point::new(by, by), size)
    }

    /// The rectangle with its upper and its lower edge moved inwards.
    #[must_use]
    pub fn inset_upright(&self, by: Px) -> Self {
        let size = Size::new(self.size.width, self.size.height - by * 2);
        Self::new(self.origin + Point::new(Px::ZERO, by), size)
    }

    /// The smallest rectangle that holds both.
    #[must_use]
    pub fn with(&self, other: &Self) -> Self {
        let origin = Point::new(self.left().min(other.left()), self.top().min(other.top()));
        let (right, bottom) = (self.right().max(other.right()), self.bottom().max(other.bottom()));
        Self::new(origin, Size::new(right - origin.x, bottom - origin.y))
    }

    /// Whether the two have more in common than an edge.
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        self.left() < other.right()
            && other.left() < self.right()
            && self.top() < other.bottom()
            && other.top() < self.bottom()
    }

    /// The x of the middle.
    #[must_use]
    pub fn centre(&self) -> Px {
        self.origin.x + self.size.width.half()
    }
}
