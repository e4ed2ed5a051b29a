//! Places in the text, and values that know theirs.

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
#[derive(Clone, Copy, Debug)]
pub struct Spanned<T> {
    /// The value.
    pub value: T,
    /// Where it stands.
    pub span: Span,
}

impl<T: PartialEq> PartialEq for Spanned<T> {
    fn eq(&self, other: &Self) -> bool {
        self.value == other.value
    }
}

impl<T: Eq> Eq for Spanned<T> {}
