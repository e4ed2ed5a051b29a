//! What is written in the boxes of a picture: plain words, already in tree order.
//!
//! The caller builds these from a chart; nothing here knows a chart, and nothing here has a place yet.

/// Everything that one picture says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Picture {
    /// Written at the top left.
    pub title: String,
    /// Written in the footer: revision, date reviewed.
    pub subtitle: String,
    /// One a seat, a parent before its children, siblings in order.
    pub cards: Vec<Card>,
}

/// What is written in one box.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// The seat's id.
    pub id: String,
    /// The seat's title; an empty one is replaced by the id.
    pub title: String,
    /// Who sits there.
    pub holder: Holder,
    /// What the seat answers for, in order.
    pub responsibilities: Vec<String>,
    /// The function that the seat belongs to, shown as an accent colour.
    pub function: Option<String>,
    /// Index of the parent's card; `None` for a root. An index that does not come before the card's own makes a root,
    /// too: no input can make a cycle.
    pub parent: Option<usize>,
}

/// Who holds a seat.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Holder {
    /// One person, as it should be.
    Owner(String),
    /// More than one person: a state worth seeing.
    Several(Vec<String>),
    /// Somebody for the time being.
    Interim(String),
    /// Nobody.
    Vacant,
}

impl Holder {
    /// The words that the box shows.
    #[must_use]
    pub fn words(&self) -> String {
        match self {
            Self::Owner(name) => name.clone(),
            Self::Several(names) => names.join(", "),
            Self::Interim(name) => format!("{name} (interim)"),
            Self::Vacant => "Vacant".to_owned(),
        }
    }
}
