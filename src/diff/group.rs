//! How changes are marked and grouped.

/// How a change is marked, so that it reads without colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sign {
    /// Something is new.
    Added,
    /// Something is gone.
    Removed,
    /// Something is not what it was.
    Changed,
    /// Something is elsewhere, or somebody else's.
    Moved,
}

impl Sign {
    /// The mark.
    #[must_use]
    pub fn mark(self) -> char {
        match self {
            Self::Added => '+',
            Self::Removed => '-',
            Self::Changed => '~',
            Self::Moved => '>',
        }
    }
}

/// What changes are shown together, in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// Who came and went.
    People,
    /// Seats and how they stand to each other.
    Structure,
    /// Who holds which seat.
    Ownership,
    /// What seats answer for.
    Responsibilities,
    /// What is to be done, and whose it is.
    Priorities,
    /// What is measured.
    Metrics,
    /// What the organisation is for.
    Strategy,
}

impl Group {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 7] = [
        Self::People,
        Self::Structure,
        Self::Ownership,
        Self::Responsibilities,
        Self::Priorities,
        Self::Metrics,
        Self::Strategy,
    ];

    /// The heading.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::People => "People",
            Self::Structure => "Structure",
            Self::Ownership => "Ownership",
            Self::Responsibilities => "Responsibilities",
            Self::Priorities => "Priorities",
            Self::Metrics => "Metrics",
            Self::Strategy => "Strategy",
        }
    }
}
