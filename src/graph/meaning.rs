//! In words: who holds a seat, and who, if anybody, answers for a priority. This is the only place that words it.

use crate::model::{Language, Noun};
use crate::phrase::{Entry, Label, Phrase, listed, of_kind, say};

use super::{Answer, Holding, Orphan, Sharing, by_name};

/// How many seats that share a priority are named.
const NAMED: usize = 4;

/// A seat that is named but does not exist.
fn named_by(seat: &str) -> Entry<'_> {
    of_kind(Noun::Seat, seat, "")
}

impl Holding<'_> {
    /// Who holds the seat, for the brackets after its title.
    #[must_use]
    pub fn holder(self) -> Phrase {
        match self {
            Self::Owned(person) => say![by_name(person)],
            Self::Interim(person) => say![by_name(person), ", interim"],
            Self::Vacant => "vacant".into(),
            Self::Shared => "several owners".into(),
            Self::Dangling => "an owner who is not in the chart".into(),
            Self::Unknown => "an owner that can't be read".into(),
        }
    }

    /// What a table's cell shows in place of exactly one person.
    #[must_use]
    pub fn instead(self) -> &'static str {
        match self {
            Self::Owned(_) | Self::Interim(_) | Self::Vacant => "nobody",
            Self::Shared => "several owners",
            Self::Dangling => "not in the chart",
            Self::Unknown => "unreadable",
        }
    }

    /// The words after the title of a seat that is not held by exactly one person.
    #[must_use]
    pub fn clause(self) -> &'static str {
        match self {
            Self::Owned(_) | Self::Interim(_) => "which somebody holds",
            Self::Vacant => "which nobody holds",
            Self::Shared => "which several people own",
            Self::Dangling => "whose owner is not in the chart",
            Self::Unknown => "whose owner can't be read",
        }
    }

    /// Why nobody holds the seat; none where somebody does or that could not be read.
    #[must_use]
    pub fn why_unheld(self) -> Option<Phrase> {
        match self {
            Self::Owned(_) | Self::Interim(_) | Self::Unknown => None,
            Self::Vacant => Some("vacant, without an interim".into()),
            Self::Shared => Some("several owners".into()),
            Self::Dangling => Some("its owner is not in the chart".into()),
        }
    }
}

impl Answer<'_> {
    /// Why not exactly one person answers for the priority; none where one does or that could not be read.
    #[must_use]
    pub fn why(self) -> Option<Phrase> {
        Some(match self {
            Self::Accountable { .. } | Self::Unknown => return None,
            Self::Unowned => "no owner".into(),
            Self::Shared(Sharing::Seats(priority)) => {
                let seat = |id: &str| priority.graph.find_seat(id).map(|seat| say![seat]);
                let ids = priority.claims().owner.iter().map(|id| id.value.as_str());
                say!["shared by ", listed(ids.map(|id| seat(id).unwrap_or_else(|| say![named_by(id)])), NAMED)]
            }
            Self::Shared(Sharing::OwnersOf(seat)) => say!["", seat, " has several owners"],
            Self::Orphaned(Orphan::Vacant(seat)) => say![seat, " is vacant"],
            Self::Orphaned(Orphan::CutOff(seat)) => say![seat, " leads to no root"],
            Self::Orphaned(Orphan::Missing) => "its owner is not in the chart".into(),
            Self::Orphaned(Orphan::Purposeless(dropped)) => say![dropped, ", which it supports, was dropped"],
        })
    }

    /// The same as a mark on a picture, on which another box shows the seat.
    #[must_use]
    pub fn mark(self, language: Language) -> Option<String> {
        let label = match self {
            Self::Accountable { .. } => return None,
            Self::Unowned => Label::NobodyAnswers,
            Self::Shared(Sharing::Seats(priority)) => {
                return Some(Label::SeatsShare.with(language, &[&priority.claims().owner.len()]));
            }
            Self::Shared(Sharing::OwnersOf(_)) => Label::SeatShared,
            Self::Orphaned(Orphan::Vacant(_)) => Label::ItsSeatVacant,
            Self::Orphaned(Orphan::CutOff(_)) => Label::CutOff,
            Self::Orphaned(Orphan::Missing) => Label::ItsOwnerMissing,
            Self::Orphaned(Orphan::Purposeless(_)) => Label::PurposeDropped,
            Self::Unknown => Label::AnswerUnreadable,
        };
        Some(label.words(language).to_owned())
    }

    /// Who answers for the priority, or why not exactly one person does; none where that could not be read.
    #[must_use]
    pub fn who(self) -> Option<Phrase> {
        match self {
            Self::Accountable { seat, person } => Some(say!["", by_name(person), " in ", seat]),
            Self::Unowned | Self::Shared(_) | Self::Orphaned(_) | Self::Unknown => self.why(),
        }
    }

    /// The word for it in machine output.
    #[must_use]
    pub fn state(self) -> &'static str {
        match self {
            Self::Accountable { .. } => "accountable",
            Self::Unowned => "unowned",
            Self::Shared(_) => "shared",
            Self::Orphaned(_) => "orphaned",
            Self::Unknown => "unknown",
        }
    }
}
