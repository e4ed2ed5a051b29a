//! Which contents of a chart are to be drawn.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::Language;

use super::Stood;

/// Which seats are drawn, and what is written in their boxes.
#[derive(Clone, Debug)]
pub struct Content {
    /// The title of the picture; the organisation's name where not given.
    pub title: Option<String>,
    /// The language of the labels; the chart's where not given.
    pub language: Option<Language>,
    /// Seats in the order in which they were drawn before, which siblings keep.
    pub order: Vec<Stood>,
    /// What is written in the boxes.
    pub fields: BTreeSet<Field>,
    /// Whether findings are counted on the seats that they are about.
    pub counts_findings: bool,
    /// Where findings are not counted: how much is asked about seats by their ids, and whether an error asks it.
    pub asked: BTreeMap<String, (usize, bool)>,
    /// The seat at the top, instead of all roots.
    pub root: Option<String>,
    /// Seats that are left out, with all below them.
    pub hidden: Vec<String>,
    /// How many levels are drawn, from the top; all where not given.
    pub depth: Option<usize>,
}

impl Default for Content {
    fn default() -> Self {
        let fields = [Field::Title, Field::Owner, Field::Initials, Field::Responsibilities, Field::Function];
        Self {
            title: None,
            language: None,
            order: Vec::new(),
            fields: fields.into(),
            counts_findings: false,
            asked: BTreeMap::new(),
            root: None,
            hidden: Vec::new(),
            depth: None,
        }
    }
}

/// Something that a box can show of its seat; on the command line by these names and in these words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "cli", derive(clap::ValueEnum))]
pub enum Field {
    /// What the seat is called.
    Title,
    /// Who holds it, and how many people work in it.
    Owner,
    /// The holder's initials in a circle, where boxes leave the room.
    Initials,
    /// What it answers for.
    Responsibilities,
    /// What it carries, in per cent of its holder's capacity.
    Load,
    /// The open priorities that it owns.
    Priorities,
    /// The metrics that it owns.
    Metrics,
    /// Its function, as a colour.
    Function,
}
