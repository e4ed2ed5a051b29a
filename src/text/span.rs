//! Places in the text, and values that know theirs.

use std::fmt::{self, Debug};
use std::ops::Range;

/// A stretch of text: positions in the texts of one [`Sources`](super::Sources), laid end to end.
///
/// Eight bytes, so that every value of a chart can carry one. [`Sources::place`](super::Sources::place)
/// tells file, line and column.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    start: u32,
    end: u32,
}

impl Span {
    /// The stretch from `start` up to but without `end`, in bytes.
    #[must_use]
    #[inline]
    pub const fn new(start: u32, end: u32) -> Self {
        Self { start, end }
    }

    /// The first byte.
    #[must_use]
    #[inline]
    pub const fn start(self) -> u32 {
        self.start
    }

    /// The byte after the last.
    #[must_use]
    #[inline]
    pub const fn end(self) -> u32 {
        self.end
    }

    /// Whether another stretch lies within this one.
    pub(crate) const fn holds(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Both ends as indices, less `base`.
    pub(crate) fn range_from(self, base: u32) -> Range<usize> {
        (self.start - base) as usize..(self.end - base) as usize
    }
}

/// A value and where it was written.
///
/// Compares only by value: a chart that was only re-indented is the same chart.
#[derive(Clone, Copy)]
pub struct Spanned<T: Placed> {
    /// The value.
    pub value: T,
    place: T::Place,
}

impl<T: Placed> Spanned<T> {
    /// A value, and where it stands.
    #[must_use]
    pub fn new(mut value: T, span: Span) -> Self {
        let place = value.put(span);
        Self { value, place }
    }

    /// Where it stands.
    #[must_use]
    pub fn span(&self) -> Span {
        self.value.span(self.place)
    }
}

/// With the place, whoever knows it.
impl<T: Placed + Debug> Debug for Spanned<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} at {:?}", self.value, self.span())
    }
}

impl<T: Placed + PartialEq> PartialEq for Spanned<T> {
    fn eq(&self, other: &Self) -> bool {
        self.value == other.value
    }
}

impl<T: Placed + Eq> Eq for Spanned<T> {}

/// A value that is written somewhere in a text.
pub trait Placed {
    /// What is held beside the value to know where it stands: nothing where the value knows.
    type Place: Copy + Debug;

    /// Says where the value stands.
    fn put(&mut self, span: Span) -> Self::Place;

    /// Where it stands.
    fn span(&self, place: Self::Place) -> Span;
}

/// Makes types [`Placed`] whose values don't know their place, so that it is held beside them.
macro_rules! placed_beside {
    ($($type:ty),*) => {$(
        impl $crate::text::Placed for $type {
            type Place = $crate::text::Span;

            fn put(&mut self, span: $crate::text::Span) -> $crate::text::Span {
                span
            }

            fn span(&self, place: $crate::text::Span) -> $crate::text::Span {
                place
            }
        }
    )*};
}

pub(crate) use placed_beside;

placed_beside!(bool);

impl<T: Placed> Placed for Box<T> {
    type Place = T::Place;

    fn put(&mut self, span: Span) -> T::Place {
        (**self).put(span)
    }

    fn span(&self, place: T::Place) -> Span {
        (**self).span(place)
    }
}
