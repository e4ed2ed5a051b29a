//! What the strategy view says: priorities, the seats that answer for them and the metrics, and what ties them.

mod content;
mod nodes;
mod part;

pub use content::strategy;

use super::Holder;
use crate::model::Language;

/// Everything that the view says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Strategy {
    /// The organisation.
    pub title: String,
    /// How it means to win.
    pub intent: String,
    /// Written in the footer: revision, date reviewed.
    pub subtitle: String,
    /// The language of the labels.
    pub language: Language,
    /// The language by which the chart's words are broken, where it says one.
    pub hyphens: Option<Language>,
    /// The lane that it leads in.
    pub lane: Option<&'static str>,
    /// How many priorities are done or dropped, and not shown.
    pub closed: usize,
    /// The heading of each column.
    pub headings: Vec<String>,
    /// The boxes, column by column.
    pub nodes: Vec<Node>,
    /// The lines, from left to right.
    pub ties: Vec<Tie>,
}

/// What one box says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Node {
    /// What it stands for.
    pub kind: NodeKind,
    /// The id of the priority, seat or metric.
    pub id: String,
    /// Index of its column.
    pub column: usize,
    /// The title.
    pub title: String,
    /// Status and day of a priority, holder of a seat, actual and target of a metric.
    pub detail: String,
    /// What is worth knowing.
    pub note: String,
    /// Why nobody answers for it; empty where somebody does.
    pub alarm: String,
    /// The lane that a priority serves.
    pub lane: Option<&'static str>,
    /// Whether one answers for it.
    pub state: NodeState,
    /// Whether a priority is off track, a metric short of its target.
    pub is_late: bool,
    /// Which strategic priority it belongs to, counted from the top.
    pub root: Option<usize>,
}

/// What a node stands for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum NodeKind {
    /// A priority.
    #[default]
    Priority,
    /// A seat.
    Seat,
    /// A metric.
    Metric,
}

/// Whether one answers for a node.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum NodeState {
    /// As it should be.
    #[default]
    Sound,
    /// A seat that nobody holds.
    Vacant,
    /// There is not exactly one who answers for it.
    Wrong,
}

impl NodeState {
    /// How a seat is held, as a box shows it.
    pub(super) fn of(holder: &Holder) -> Self {
        match holder {
            Holder::Owner(_) | Holder::Interim(_) => Self::Sound,
            Holder::Vacant => Self::Vacant,
            Holder::Several(_) | Holder::Missing(_) | Holder::Unreadable => Self::Wrong,
        }
    }
}

/// A line between two nodes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tie {
    /// Index of the node where it starts.
    pub from: usize,
    /// Index of the node where it ends, in a column further to the right.
    pub to: usize,
    /// What it says.
    pub kind: TieKind,
}

/// What a line says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TieKind {
    /// The right one serves the left one.
    Serves,
    /// One of them is the other's to answer for.
    Owns,
}
