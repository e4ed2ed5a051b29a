//! Whom a change is about, and how sure it is that two entries are the same one.

use crate::model::Noun;
use crate::text::Span;

/// An entry that a change speaks of, as one of the two charts has it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Party {
    /// What it is.
    pub kind: Noun,
    /// Its id.
    pub id: String,
    /// Its title or name; the id where it has none.
    pub name: String,
    /// Where it is defined; nowhere for what is named and not there, and for the chart as a whole.
    pub span: Option<Span>,
}

/// How sure it is that two entries are the same one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum How {
    /// By their id.
    #[default]
    Id,
    /// By `formerly:`.
    Declared,
    /// By the number in another system, `ref:`.
    Number,
    /// By content that is the same and occurs once in each chart.
    Exact,
    /// By likeness, in thousandths: a guess.
    Likely(u16),
}

impl How {
    /// From 0 to 1000; a guess is below.
    #[must_use]
    pub fn confidence(self) -> u16 {
        match self {
            Self::Id | Self::Declared | Self::Number | Self::Exact => 1000,
            Self::Likely(score) => score,
        }
    }

    /// The word for it in machine output.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Id => "id",
            Self::Declared => "declared",
            Self::Number => "number",
            Self::Exact => "exact",
            Self::Likely(_) => "likely",
        }
    }
}
