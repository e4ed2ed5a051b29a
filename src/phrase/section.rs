//! The sections of the quarter's packet, by which its parts are found wherever it is shown.

/// The sections of a quarter's packet, in the order in which a leadership team walks through them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Section {
    /// Which chart, compared with which, and how large.
    Head,
    /// What needs a decision.
    Decisions,
    /// What only needs an editor.
    Mend,
    /// The six scores.
    Pillars,
    /// What changed since the revision before.
    Changes,
    /// The chart as a picture.
    Chart,
    /// The strategy as a picture.
    Strategy,
    /// Which departments wait for which, as a picture.
    Dependencies,
    /// The seats that work for more than one, as a picture.
    Matrix,
    /// The priorities.
    Priorities,
    /// Who carries how much.
    Load,
    /// Seats without an owner.
    Vacant,
    /// Spans and layers.
    Spans,
    /// The metrics.
    Scorecard,
    /// People on whom much hangs.
    Watch,
    /// What was accepted on purpose.
    Waivers,
}

impl Section {
    /// All of them, in their order.
    pub const ALL: [Self; 16] = [
        Self::Head,
        Self::Decisions,
        Self::Mend,
        Self::Pillars,
        Self::Changes,
        Self::Chart,
        Self::Strategy,
        Self::Dependencies,
        Self::Matrix,
        Self::Priorities,
        Self::Load,
        Self::Vacant,
        Self::Spans,
        Self::Scorecard,
        Self::Watch,
        Self::Waivers,
    ];

    /// Its name in addresses.
    #[must_use]
    pub const fn anchor(self) -> &'static str {
        match self {
            Self::Head => "head",
            Self::Decisions => "decisions",
            Self::Mend => "mend",
            Self::Pillars => "pillars",
            Self::Changes => "changes",
            Self::Chart => "chart",
            Self::Strategy => "strategy",
            Self::Dependencies => "dependencies",
            Self::Matrix => "matrix",
            Self::Priorities => "priorities",
            Self::Load => "load",
            Self::Vacant => "vacant",
            Self::Spans => "spans",
            Self::Scorecard => "scorecard",
            Self::Watch => "watch",
            Self::Waivers => "waivers",
        }
    }
}
