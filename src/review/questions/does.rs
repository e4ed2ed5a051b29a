//! What an answer does to the chart: exact intents at once, intents once a word is given, or nothing that can be
//! written.

use crate::edit::Intent;
use crate::model::{Date, Noun};

/// What an answer changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Does {
    /// This, at once.
    Edits(Vec<Intent>),
    /// Something, once a word is given.
    Needs(Need),
    /// Nothing that a chart can say: it is for the meeting.
    Talk,
}

/// What still has to be said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Need {
    /// What is being done about a seat that stays empty.
    Plan {
        /// The seat.
        seat: String,
    },
    /// Who takes over what depends on a seat that is closed.
    Heir {
        /// The seat.
        seat: String,
    },
    /// Who owns a seat.
    Owner {
        /// The seat.
        seat: String,
    },
    /// The manager that a seat gets.
    Manager {
        /// The seat.
        seat: String,
    },
    /// What a priority supports.
    Supported {
        /// The priority.
        priority: String,
    },
    /// When a priority is due.
    Due {
        /// The priority.
        priority: String,
    },
    /// Why what a rule finds is accepted, and until when.
    Accepted {
        /// The rule.
        rule: String,
        /// Where.
        seats: Vec<String>,
    },
    /// Which seats report elsewhere.
    Reports {
        /// To whom.
        to: String,
    },
    /// Which responsibilities go elsewhere.
    Items {
        /// From which seat.
        from: String,
        /// To which.
        to: String,
    },
}

/// Words that were given.
#[derive(Clone, Debug, Default)]
pub struct Given {
    /// A seat, person or priority, by its id.
    pub to: Option<String>,
    /// What is being done.
    pub plan: Option<String>,
    /// A day.
    pub due: Option<Date>,
    /// Why something is accepted.
    pub reason: Option<String>,
    /// Until when.
    pub until: Option<Date>,
    /// Seats.
    pub seats: Vec<String>,
    /// Responsibilities.
    pub items: Vec<String>,
}

impl Need {
    /// The options that state it.
    #[must_use]
    pub fn options(&self) -> &'static str {
        match self {
            Self::Plan { .. } => "--plan TEXT",
            Self::Heir { .. } | Self::Manager { .. } => "--to SEAT",
            Self::Owner { .. } => "--to PERSON",
            Self::Supported { .. } => "--to PRIORITY",
            Self::Due { .. } => "--due DAY",
            Self::Accepted { .. } => "--reason TEXT --until DAY",
            Self::Reports { .. } => "--seat SEAT",
            Self::Items { .. } => "--item TEXT",
        }
    }

    /// What it changes with the words that were given; `None` where they are missing.
    #[must_use]
    pub fn given(&self, given: &Given) -> Option<Vec<Intent>> {
        let set = |kind, id: &String, key: &str, value: String| Intent::Set {
            kind,
            id: id.clone(),
            key: key.to_owned(),
            values: vec![value],
        };
        Some(match self {
            Self::Plan { seat } => {
                vec![Intent::Vacate { seat: seat.clone(), since: None, plan: Some(given.plan.clone()?) }]
            }
            Self::Heir { seat } => vec![Intent::Close { seat: seat.clone(), to: Some(given.to.clone()?) }],
            Self::Owner { seat } => vec![Intent::Fill { seat: seat.clone(), person: given.to.clone()? }],
            Self::Manager { seat } => vec![Intent::Move { seat: seat.clone(), manager: given.to.clone()? }],
            Self::Supported { priority } => vec![set(Noun::Priority, priority, "supports", given.to.clone()?)],
            Self::Due { priority } => vec![set(Noun::Priority, priority, "due", given.due?.to_string())],
            Self::Accepted { rule, seats } => {
                let (reason, until) = (given.reason.clone()?, given.until?);
                let allow = |seat: &String| Intent::Allow {
                    rule: rule.clone(),
                    kind: Noun::Seat,
                    id: seat.clone(),
                    reason: reason.clone(),
                    until,
                };
                seats.iter().map(allow).collect()
            }
            Self::Reports { to } => {
                let moved = |seat: &String| Intent::Move { seat: seat.clone(), manager: to.clone() };
                if given.seats.is_empty() {
                    return None;
                }
                given.seats.iter().map(moved).collect()
            }
            Self::Items { from, to } => {
                if given.items.is_empty() {
                    return None;
                }
                let key = || "responsibilities".to_owned();
                let values = || given.items.clone();
                vec![
                    Intent::Remove { kind: Noun::Seat, id: from.clone(), key: key(), values: values() },
                    Intent::Add { kind: Noun::Seat, id: to.clone(), key: key(), values: values() },
                ]
            }
        })
    }
}
