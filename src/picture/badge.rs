//! Figures beside the holder of a seat: what each says, how it looks, and what explains it. A new one is a variant and
//! its arms here, and a row of labels; `cards` gives it out, and all else follows.

use crate::model::Language;
use crate::phrase::Label;

/// A figure in a small frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Badge {
    /// What the seat carries, in per cent of what its holder can.
    Load {
        /// The share.
        percent: i64,
        /// What all seats of its holder carry, where that is too much though no single seat is.
        of_all: Option<i64>,
        /// Whether the seat, or whoever holds it, carries too much.
        is_over: bool,
    },
    /// How many people work in the seat besides its holder.
    Members(usize),
    /// How many findings are about the seat.
    Findings {
        /// Their number.
        count: usize,
        /// Whether one of them is an error.
        severe: bool,
    },
    /// How much the review asks about the seat.
    Asked {
        /// How many questions.
        count: usize,
        /// Whether an error asks one of them.
        severe: bool,
    },
    /// One end of the dotted line of this number, when lines would be too many.
    Dotted(usize),
    /// Something has changed about the seat.
    Change(ChangeKind),
}

impl Badge {
    /// What it says.
    #[must_use]
    pub fn words(self, language: Language) -> String {
        match self {
            Self::Load { percent, of_all: None, .. } => format!("{percent}\u{A0}%"),
            Self::Load { percent, of_all: Some(all), .. } => format!("{percent}\u{A0}% · Σ\u{A0}{all}\u{A0}%"),
            Self::Members(count) => format!("+{count}"),
            Self::Findings { count, .. } | Self::Asked { count, .. } => count.to_string(),
            Self::Dotted(number) => format!("↔\u{A0}{number}"),
            Self::Change(kind) => {
                format!("{}\u{A0}{}", kind.sign(), kind.label().words(language)).replace(' ', "\u{A0}")
            }
        }
    }

    /// Whether it says that something is wrong.
    #[must_use]
    pub const fn is_alarming(self) -> bool {
        match self {
            Self::Load { is_over, .. } => is_over,
            Self::Findings { severe, .. } | Self::Asked { severe, .. } => severe,
            Self::Members(_) | Self::Dotted(_) | Self::Change(_) => false,
        }
    }

    /// Whether a triangle stands before what it says.
    #[must_use]
    pub const fn has_triangle(self) -> bool {
        match self {
            Self::Findings { .. } | Self::Asked { .. } => true,
            Self::Load { .. } | Self::Members(_) | Self::Dotted(_) | Self::Change(_) => false,
        }
    }

    /// What explains it in a legend, and the sign that stands for it there beside a triangle, if it has one. None where
    /// the legend explains it with what it belongs to.
    #[must_use]
    pub const fn meaning(self) -> Option<(Label, &'static str)> {
        match self {
            Self::Load { of_all: None, .. } => Some((Label::LoadMark, "%")),
            Self::Load { of_all: Some(_), .. } => Some((Label::LoadOfAllMark, "Σ")),
            Self::Members(_) => Some((Label::MembersMark, "+")),
            Self::Findings { .. } => Some((Label::FindingsMark, "")),
            Self::Asked { .. } => Some((Label::AskedMark, "")),
            Self::Dotted(_) | Self::Change(_) => None,
        }
    }
}

/// What has changed about a seat.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ChangeKind {
    /// It is new.
    Added,
    /// It is gone.
    Removed,
    /// It reports elsewhere.
    Moved,
    /// Somebody else holds it.
    NewHolder,
    /// Nobody owns it any more.
    Vacated,
    /// It is called something else.
    Retitled,
    /// It answers for other things.
    NewWork,
    /// Anything else.
    Otherwise,
}

impl ChangeKind {
    /// All kinds, the weightiest first.
    pub const ALL: [Self; 8] = [
        Self::Added,
        Self::Removed,
        Self::Moved,
        Self::NewHolder,
        Self::Vacated,
        Self::Retitled,
        Self::NewWork,
        Self::Otherwise,
    ];

    /// The sign by which it is known without its colour.
    #[must_use]
    pub const fn sign(self) -> &'static str {
        match self {
            Self::Added => "+",
            Self::Removed => "−",
            Self::Moved => "→",
            Self::NewHolder => "●",
            Self::Vacated => "○",
            Self::Retitled => "Aa",
            Self::NewWork => "±",
            Self::Otherwise => "~",
        }
    }

    /// The words for it on a badge.
    #[must_use]
    pub const fn label(self) -> Label {
        match self {
            Self::Added => Label::New,
            Self::Removed => Label::Gone,
            Self::Moved => Label::Moved,
            Self::NewHolder => Label::NewHolder,
            Self::Vacated => Label::NowVacant,
            Self::Retitled => Label::Retitled,
            Self::NewWork => Label::NewWork,
            Self::Otherwise => Label::ChangedOtherwise,
        }
    }

    /// The words that explain it.
    #[must_use]
    pub const fn meaning(self) -> Label {
        match self {
            Self::Added => Label::NewSeat,
            Self::Removed => Label::SeatGone,
            _ => self.label(),
        }
    }
}
