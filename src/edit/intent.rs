//! What somebody wants of a chart, in the chart's terms.

use crate::model::{Date, Edit, Noun};

/// One thing that somebody wants to be so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Intent {
    /// A seat becomes the only owner of a priority.
    HandOver {
        /// The priority.
        priority: String,
        /// The seat.
        seat: String,
    },
    /// A person owns a seat.
    Fill {
        /// The seat.
        seat: String,
        /// The person.
        person: String,
    },
    /// A person covers a seat that has no owner.
    Cover {
        /// The seat.
        seat: String,
        /// The person.
        person: String,
    },
    /// Nobody owns a seat any more.
    Vacate {
        /// The seat.
        seat: String,
        /// The first day without an owner; the day of the run where not given.
        since: Option<Date>,
        /// What is being done.
        plan: Option<String>,
    },
    /// A seat reports to another one.
    Move {
        /// The seat.
        seat: String,
        /// The one that it reports to.
        manager: String,
    },
    /// An entry has another id, here and wherever it is named.
    Rename {
        /// Its kind.
        kind: Noun,
        /// The id that it has.
        id: String,
        /// The id that it gets.
        new: String,
    },
    /// A seat is closed.
    Close {
        /// The seat.
        seat: String,
        /// Who takes over what depends on it.
        to: Option<String>,
    },
    /// A key says this and nothing else.
    Set {
        /// The kind of the entry.
        kind: Noun,
        /// Its id; none of a chart and its strategy.
        id: String,
        /// The key; `vacant.since` for a key within one.
        key: String,
        /// What it says: one value, the items of a list, or `key=value`.
        values: Vec<String>,
    },
    /// A key says nothing any more.
    Unset {
        /// The kind of the entry.
        kind: Noun,
        /// Its id.
        id: String,
        /// The key.
        key: String,
    },
    /// A list says this too.
    Add {
        /// The kind of the entry.
        kind: Noun,
        /// Its id.
        id: String,
        /// The key of the list.
        key: String,
        /// What it says beside what it says already.
        values: Vec<String>,
    },
    /// A list no longer says this.
    Remove {
        /// The kind of the entry.
        kind: Noun,
        /// Its id.
        id: String,
        /// The key of the list.
        key: String,
        /// What goes.
        values: Vec<String>,
    },
    /// There is one more entry.
    New {
        /// Its kind.
        kind: Noun,
        /// Its id.
        id: String,
        /// Its keys, and what they say.
        values: Vec<(String, Vec<String>)>,
    },
    /// An entry that nothing refers to is deleted.
    Delete {
        /// Its kind.
        kind: Noun,
        /// Its id.
        id: String,
    },
    /// Findings of a rule are accepted at an entry.
    Allow {
        /// The rule's id.
        rule: String,
        /// The kind of the entry.
        kind: Noun,
        /// Its id.
        id: String,
        /// Why.
        reason: String,
        /// The last day.
        until: Date,
    },
    /// They are no longer accepted.
    Disallow {
        /// The rule's id.
        rule: String,
        /// The kind of the entry.
        kind: Noun,
        /// Its id.
        id: String,
    },
    /// Exactly these claims change.
    Exactly(Vec<Edit>),
}

impl Intent {
    /// The one claim that it settles, where it settles one: kind, id and key. Two that settle the same can't both be.
    #[must_use]
    pub fn settles(&self) -> Option<(Noun, &str, &str)> {
        match self {
            Self::HandOver { priority, .. } => Some((Noun::Priority, priority, "owner")),
            Self::Fill { seat, .. } | Self::Vacate { seat, .. } => Some((Noun::Seat, seat, "owner")),
            Self::Cover { seat, .. } => Some((Noun::Seat, seat, "interim")),
            Self::Move { seat, .. } => Some((Noun::Seat, seat, "reports_to")),
            Self::Set { kind, id, key, .. } | Self::Unset { kind, id, key } => Some((*kind, id, key)),
            Self::Rename { .. }
            | Self::Close { .. }
            | Self::Add { .. }
            | Self::Remove { .. }
            | Self::New { .. }
            | Self::Delete { .. }
            | Self::Allow { .. }
            | Self::Disallow { .. }
            | Self::Exactly(_) => None,
        }
    }
}
