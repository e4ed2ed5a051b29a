//! The vocabulary: every kind of change by its code, which is a promise to readers of JSON.

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

macro_rules! codes {
    ($($variant:ident $code:literal $group:ident $sign:ident $doc:literal;)*) => {
        /// One kind of change. Within a group they are shown in this order.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $(#[doc = $doc] $variant,)*
        }

        impl Code {
            /// Every code, group by group.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The code as machines read it.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $code),* }
            }

            /// What it means, in a line.
            #[must_use]
            pub fn meaning(self) -> &'static str {
                match self { $(Self::$variant => $doc),* }
            }

            /// With what it is shown.
            #[must_use]
            pub fn group(self) -> Group {
                match self { $(Self::$variant => Group::$group),* }
            }

            /// How it is marked.
            #[must_use]
            pub fn sign(self) -> Sign {
                match self { $(Self::$variant => Sign::$sign),* }
            }
        }
    };
}

codes! {
    PersonJoined "person-joined" People Added "Somebody is new in the chart; `to` are the seats they hold.";
    PersonLeft "person-left" People Removed "Somebody is gone from the chart; `from` are the seats they held.";
    PersonRenamed "person-renamed" People Changed "A person has another id or name.";
    PersonChanged "person-changed" People Changed "What is said of a person (`field`) is not what it was.";
    SeatAdded "seat-added" Structure Added "A seat is new; `to` are its manager and owner.";
    LayerInserted "layer-inserted" Structure Added "A new seat stands between a manager and seats that reported to it.";
    SeatRemoved "seat-removed" Structure Removed "A seat is gone; below it, where its reports went.";
    LayerRemoved "layer-removed" Structure Removed "A seat is gone and its reports answer to its manager.";
    SeatSplit "seat-split" Structure Changed "What one seat answered for lies in several, one of them new.";
    SeatsMerged "seats-merged" Structure Changed "What several seats answered for lies in one, and one of them is gone.";
    SeatRenamed "seat-renamed" Structure Changed "A seat has another id.";
    SeatMoved "seat-moved" Structure Moved "A seat reports elsewhere; `count` seats below went with it; `was` and `is` are the owners of its managers.";
    SeatRetitled "seat-retitled" Structure Changed "A seat is called something else.";
    SeatChanged "seat-changed" Structure Changed "What is said of a seat (`field`) is not what it was.";
    OwnersRotated "owners-rotated" Ownership Changed "People came to and went from seats that are alike; who sits in which of them says nothing.";
    OwnersSwapped "owners-swapped" Ownership Moved "Two seats have exchanged their owners.";
    OwnerReplaced "owner-replaced" Ownership Moved "A seat has another owner.";
    OwnerFilled "owner-filled" Ownership Added "A seat that had no owner has one.";
    OwnerVacated "owner-vacated" Ownership Removed "A seat has no owner any more.";
    OwnerShared "owner-shared" Ownership Changed "A seat has more than one owner, so nobody is accountable.";
    OwnerSettled "owner-settled" Ownership Changed "A seat that was shared has one owner.";
    InterimNamed "interim-named" Ownership Added "Somebody covers a seat.";
    InterimReplaced "interim-replaced" Ownership Moved "Somebody else covers a seat.";
    InterimEnded "interim-ended" Ownership Removed "Nobody covers a seat any more.";
    VacancyChanged "vacancy-changed" Ownership Changed "What is said of a vacancy is not what it was.";
    BackupChanged "backup-changed" Ownership Changed "Another person could take over a seat, or none.";
    MembersChanged "members-changed" Ownership Changed "Other people work in a seat.";
    FitChanged "fit-changed" Ownership Changed "The owner's fit in a seat is judged otherwise.";
    ResponsibilityMoved "responsibility-moved" Responsibilities Moved "A responsibility has gone from one seat to another.";
    ResponsibilityAdded "responsibility-added" Responsibilities Added "A seat answers for something more.";
    ResponsibilityRemoved "responsibility-removed" Responsibilities Removed "A seat answers for something less, and no other has taken it.";
    ResponsibilityReworded "responsibility-reworded" Responsibilities Changed "A responsibility is put in other words.";
    PriorityAdded "priority-added" Priorities Added "A priority is new; `to` are its owners.";
    PriorityDone "priority-done" Priorities Changed "A priority is done.";
    PriorityDropped "priority-dropped" Priorities Removed "A priority is given up.";
    PriorityRemoved "priority-removed" Priorities Removed "A priority is gone from the chart; `was` is its last status.";
    PriorityOrphaned "priority-orphaned" Priorities Removed "Nobody answers for a priority any more; `is` says why.";
    PriorityAdopted "priority-adopted" Priorities Added "Somebody answers for a priority that had nobody.";
    PriorityHandedOff "priority-handed-off" Priorities Moved "Another seat answers for a priority.";
    PriorityOffTrack "priority-off-track" Priorities Changed "A priority is off track.";
    PriorityOnTrack "priority-on-track" Priorities Changed "A priority is on track.";
    PriorityRescheduled "priority-rescheduled" Priorities Changed "A priority is due on another day.";
    PriorityRenamed "priority-renamed" Priorities Changed "A priority has another id.";
    PriorityRetitled "priority-retitled" Priorities Changed "A priority is put in other words.";
    PriorityChanged "priority-changed" Priorities Changed "What is said of a priority (`field`) is not what it was.";
    MetricAdded "metric-added" Metrics Added "Something more is measured.";
    MetricRemoved "metric-removed" Metrics Removed "Something is not measured any more.";
    MetricReached "metric-reached" Metrics Changed "A metric has reached its target.";
    MetricMissed "metric-missed" Metrics Changed "A metric has fallen short of its target.";
    MetricMeasured "metric-measured" Metrics Changed "A metric's value is not what it was.";
    MetricRetargeted "metric-retargeted" Metrics Changed "A metric has another target.";
    MetricHandedOff "metric-handed-off" Metrics Moved "Another seat answers for a metric.";
    MetricRenamed "metric-renamed" Metrics Changed "A metric has another id.";
    MetricRetitled "metric-retitled" Metrics Changed "A metric is put in other words.";
    MetricChanged "metric-changed" Metrics Changed "What is said of a metric (`field`) is not what it was.";
    LaneChanged "lane-changed" Strategy Changed "The organisation means to win in another lane.";
    StrategyChanged "strategy-changed" Strategy Changed "What the strategy says (`field`) is not what it was.";
    ChartChanged "chart-changed" Strategy Changed "What the chart says of itself (`field`) is not what it was.";
    OrganizationRenamed "organization-renamed" Strategy Changed "The organisation is called something else.";
}
