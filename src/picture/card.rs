//! What is written in the boxes of a picture: plain words, already in tree order.
//!
//! The caller builds these from a chart; nothing here knows a chart, and nothing here has a place yet.

use unicode_segmentation::UnicodeSegmentation;

use crate::model::Language;
use crate::phrase::Label;

use super::badge::{Badge, ChangeKind};
use super::clean::clean;

/// Everything that one picture says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Picture {
    /// Written at the top left.
    pub title: String,
    /// Written in the footer: organisation, revision, date reviewed.
    pub subtitle: String,
    /// Which page of how many this is, where there is more than one.
    pub number: Option<(usize, usize)>,
    /// The functions of the whole chart, of which this may be a part, in order of appearance: they decide each
    /// one's look.
    pub functions: Vec<String>,
    /// The functions of earlier revisions, the oldest first: those that are still there look as they did.
    pub earlier_functions: Vec<Vec<String>>,
    /// The language of the labels.
    pub language: Language,
    /// The language by which the chart's words are broken, where it says one.
    pub hyphens: Option<Language>,
    /// One a seat, a parent before its children, siblings in order.
    pub cards: Vec<Card>,
}

/// What is written in one box.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own, that most cards do not have")]
pub struct Card {
    /// The seat's id.
    pub id: String,
    /// The seat's title; an empty one is replaced by the id.
    pub title: String,
    /// Who sits there.
    pub holder: Holder,
    /// Whether the holder's words are left out; an empty seat looks empty all the same.
    pub anonymous: bool,
    /// The holder's initials, where they are to be shown.
    pub initials: Option<String>,
    /// Figures beside the holder.
    pub badges: Vec<Badge>,
    /// What the seat answers for, in order.
    pub responsibilities: Vec<String>,
    /// The priorities that it owns.
    pub priorities: Vec<String>,
    /// The metrics that it owns.
    pub metrics: Vec<String>,
    /// The function that the seat belongs to, shown as an accent colour.
    pub function: Option<String>,
    /// Index of the parent's card; `None` for a root. An index that does not come before the card's own makes a root,
    /// too: no input can make a cycle.
    pub parent: Option<usize>,
    /// Whether it is placed beside its manager. Only a seat without reports can.
    pub assistant: bool,
    /// Indices of the cards that it also works for.
    pub dotted: Vec<usize>,
    /// Where else its dotted lines lead than on this page, in words.
    pub elsewhere: Vec<String>,
    /// Where the tree continues, if not here.
    pub continuation: Option<Continuation>,
    /// How the seat differs from what it was, on a picture of changes.
    pub changed: Option<Changed>,
    /// Whether it is no seat but heads those below it, which report to nobody.
    pub is_heading: bool,
    /// Whether the box stands back: on a picture of changes, where nothing has changed about the seat.
    pub is_faded: bool,
}

impl Card {
    /// What the seat is called.
    pub(crate) fn name(&self) -> &str {
        if self.title.trim().is_empty() { &self.id } else { &self.title }
    }
}

/// How a seat differs from what it was.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changed {
    /// Whether it is new or gone.
    pub fate: Fate,
    /// What the seat that it reported to is called, where that was another.
    pub moved_from: Option<String>,
    /// What it was called, where that was something else.
    pub former_title: Option<String>,
    /// Who held it, where that was somebody else.
    pub former_holder: Option<String>,
    /// Whether nobody owns it any more.
    pub is_vacated: bool,
    /// What it has come to answer for; the card's other responsibilities are older.
    pub gained: Vec<String>,
    /// What it answers for no more.
    pub lost: Vec<String>,
    /// Whether something else is said of it, in whatever way.
    pub is_otherwise: bool,
}

impl Changed {
    /// The kinds of its changes, the weightiest first. What has come or gone has changed as a whole, and of what has
    /// changed in a way that has a name nobody asks what else has.
    pub fn kinds(&self) -> impl Iterator<Item = ChangeKind> {
        let is_kept = self.fate == Fate::Kept;
        let named = [
            (ChangeKind::Added, self.fate == Fate::Added),
            (ChangeKind::Removed, self.fate == Fate::Removed),
            (ChangeKind::Moved, is_kept && self.moved_from.is_some()),
            (ChangeKind::NewHolder, is_kept && self.former_holder.is_some() && !self.is_vacated),
            (ChangeKind::Vacated, is_kept && self.is_vacated),
            (ChangeKind::Retitled, is_kept && self.former_title.is_some()),
            (ChangeKind::NewWork, is_kept && !(self.gained.is_empty() && self.lost.is_empty())),
        ];
        let is_named = named.iter().any(|(_, is)| *is);
        let otherwise = (ChangeKind::Otherwise, self.is_otherwise && !is_named);
        named.into_iter().chain([otherwise]).filter(|(_, is)| *is).map(|(kind, _)| kind)
    }
}

/// Whether a seat is new or gone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Fate {
    /// It was there and is.
    #[default]
    Kept,
    /// It was not there.
    Added,
    /// It is there no more: its box is a ghost.
    Removed,
}

/// A branch that is cut here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Continuation {
    /// How many seats are below, and on which page, if on any.
    Below {
        /// The number of seats.
        seats: usize,
        /// The page's number.
        page: Option<usize>,
    },
    /// The seat's own manager is on this page.
    Above {
        /// The page's number.
        page: usize,
    },
}

impl Continuation {
    /// The words that the box shows.
    #[must_use]
    pub fn words(self, language: Language) -> String {
        let count = |seats: usize| {
            let label = if seats == 1 { Label::OneSeatBelow } else { Label::SeatsBelow };
            unbroken(&label.with(language, &[&seats]))
        };
        let page = |page: usize| unbroken(&Label::OnPage.with(language, &[&page]));
        match self {
            Self::Below { seats, page: Some(at) } => format!("{}, {}\u{A0}►", count(seats), page(at)),
            Self::Below { seats, page: None } => count(seats),
            Self::Above { page: at } => format!("◄\u{A0}{}", page(at)),
        }
    }
}

/// Words that stay on one line.
fn unbroken(words: &str) -> String {
    words.replace(' ', "\u{A0}")
}

/// Who holds a seat.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Holder {
    /// One person, as it should be.
    Owner(String),
    /// More than one person: a state worth seeing.
    Several(Vec<String>),
    /// Somebody for the time being.
    Interim(String),
    /// Nobody.
    #[default]
    Vacant,
    /// Somebody of this id, who is not in the chart.
    Missing(String),
    /// Who it is can't be read.
    Unreadable,
}

impl Holder {
    /// The same state, held by nobody in particular.
    #[must_use]
    pub fn without_names(self) -> Self {
        match self {
            Self::Owner(_) => Self::Owner(String::new()),
            Self::Several(names) => Self::Several(vec![String::new(); names.len()]),
            Self::Interim(_) => Self::Interim(String::new()),
            Self::Vacant => Self::Vacant,
            Self::Missing(_) => Self::Missing(String::new()),
            Self::Unreadable => Self::Unreadable,
        }
    }

    /// Whether it names somebody.
    #[must_use]
    pub fn has_names(&self) -> bool {
        match self {
            Self::Owner(name) | Self::Interim(name) | Self::Missing(name) => !name.is_empty(),
            Self::Several(names) => names.iter().any(|name| !name.is_empty()),
            Self::Vacant | Self::Unreadable => false,
        }
    }

    /// The first letters of the first and the last word of whoever holds it, for good or for the time being; of a single
    /// word its first. What follows in brackets is no part of a name, and what is quoted none of its initials.
    #[must_use]
    pub fn initials(&self) -> Option<String> {
        let (Self::Owner(name) | Self::Interim(name)) = self else { return None };
        let name = clean(name);
        let name = name.split(['(', '[', '（']).find(|part| !part.trim().is_empty())?;
        let mut letters = name.split_whitespace().filter_map(|word| word.graphemes(true).next());
        let is_letter = |grapheme: &&str| grapheme.starts_with(char::is_alphanumeric);
        let first = letters.find(is_letter)?;
        let Some(last) = letters.rfind(is_letter) else { return Some(first.to_owned()) };
        // Arabic, Syriac and the like, whose letters join where they meet.
        let joins = |letter: char| matches!(letter, '\u{600}'..='\u{8FF}');
        let between = if last.starts_with(joins) { "\u{200C}" } else { "" };
        Some(format!("{first}{between}{last}"))
    }

    /// The words that the box shows.
    #[must_use]
    pub fn words(&self, language: Language) -> String {
        let label = |label: Label| label.words(language).to_owned();
        match self {
            Self::Interim(name) if name.is_empty() => label(Label::Interim),
            Self::Several(names) if !self.has_names() => Label::Owners.with(language, &[&names.len()]),
            Self::Owner(name) => name.clone(),
            Self::Several(names) => names.join(", "),
            Self::Interim(name) => Label::InterimName.with(language, &[name]),
            Self::Vacant => label(Label::Vacant),
            Self::Missing(id) if id.is_empty() => label(Label::OwnerMissing),
            Self::Missing(id) => Label::NameMissing.with(language, &[id]),
            Self::Unreadable => label(Label::OwnerUnreadable),
        }
    }

    /// What stands where one name should, where that is neither one person nor nobody.
    pub(crate) fn contested(&self, language: Language) -> Option<Vec<String>> {
        match self {
            Self::Owner(_) | Self::Interim(_) | Self::Vacant => None,
            Self::Several(names) if self.has_names() => Some(names.clone()),
            Self::Several(_) | Self::Missing(_) | Self::Unreadable => Some(vec![self.words(language)]),
        }
    }
}
