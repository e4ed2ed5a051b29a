//! One change, as people speak of it.

use crate::model::Noun;
use crate::text::Span;

use super::{Code, Group};

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
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum How {
    /// By their id.
    Id,
    /// By `formerly:`.
    Declared,
    /// By the number in another system, `ref:`.
    Number,
    /// By content that is the same and stands once in each chart.
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

/// Something that is not what it was. [`Code`] says what the parts mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// What kind of change.
    pub code: Code,
    /// What it is about, as the old chart has it.
    pub old: Option<Party>,
    /// What it is about, as the new chart has it.
    pub new: Option<Party>,
    /// The entries that stood to it before and do no more, as the old chart has them.
    pub from: Vec<Party>,
    /// The entries that stand to it now and did not, as the new chart has them.
    pub to: Vec<Party>,
    /// What was said of it.
    pub was: Option<String>,
    /// What is said of it.
    pub is: Option<String>,
    /// The key that it was said under, where the code leaves that open.
    pub field: Option<&'static str>,
    /// How many seats it takes along.
    pub count: usize,
    /// How sure it is.
    pub how: How,
    /// The changes that it stands for.
    pub folded: Vec<Change>,
}

impl Change {
    pub(super) fn new(code: Code) -> Self {
        Self {
            code,
            old: None,
            new: None,
            from: Vec::new(),
            to: Vec::new(),
            was: None,
            is: None,
            field: None,
            count: 0,
            how: How::Id,
            folded: Vec::new(),
        }
    }

    /// A change of something that is in both charts.
    pub(super) fn of(code: Code, (old, new): (Party, Party)) -> Self {
        Self { old: Some(old), new: Some(new), ..Self::new(code) }
    }

    pub(super) fn values(mut self, was: Option<String>, is: Option<String>) -> Self {
        self.was = was;
        self.is = is;
        self
    }

    pub(super) fn parties(mut self, from: Vec<Party>, to: Vec<Party>) -> Self {
        self.from = from;
        self.to = to;
        self
    }

    /// With what it is shown.
    #[must_use]
    pub fn group(&self) -> Group {
        self.code.group()
    }

    /// What it is about: as the new chart has it, or the old where it is gone.
    #[must_use]
    pub fn subject(&self) -> Option<&Party> {
        self.new.as_ref().or(self.old.as_ref())
    }

    /// It and the changes that it stands for, to any depth.
    pub fn all(&self) -> impl Iterator<Item = &Change> {
        let mut left = vec![self];
        std::iter::from_fn(move || {
            let change = left.pop()?;
            left.extend(change.folded.iter().rev());
            Some(change)
        })
    }
}
