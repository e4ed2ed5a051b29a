//! One step of a text, whoever reads it.

use std::borrow::Cow;

/// What the text says next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Event<'t> {
    /// Nothing, or a word for it.
    Null,
    /// Text without quotes.
    Plain(Cow<'t, str>),
    /// Text in quotes or in a block.
    Quoted(Cow<'t, str>),
    /// A list begins.
    List,
    /// A mapping begins.
    Map,
    /// A list or mapping ends.
    End,
    /// An alias: refused, and reported.
    Alias,
    /// A document begins.
    Document,
}

impl<'t> Event<'t> {
    /// Text without quotes, which may be a word for nothing.
    #[inline]
    pub(super) fn unquoted(text: Cow<'t, str>) -> Self {
        if matches!(&*text, "" | "~" | "null" | "Null" | "NULL") { Self::Null } else { Self::Plain(text) }
    }
}

/// The text could not be read to its end.
#[derive(Debug)]
pub(super) struct Broken;
