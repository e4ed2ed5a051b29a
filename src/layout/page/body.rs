//! How much is written in the boxes of a page, so that it can be read.

use std::borrow::Cow;

use crate::layout::geometry::{Px, Scale};
use crate::layout::scene::TextRole;
use crate::picture::{Card, Picture};

/// How much of its words a picture shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Body {
    /// All that it says.
    #[default]
    All,
    /// Only the responsibilities of managers.
    Managers,
    /// No responsibilities.
    Names,
}

impl Body {
    /// In the order in which they are tried.
    pub(super) const TRIED: [Self; 3] = [Self::All, Self::Managers, Self::Names];

    /// The picture with this many words; `None` where that leaves nothing out.
    pub(super) fn of(self, picture: &Picture) -> Option<Cow<'_, Picture>> {
        if self == Self::All {
            return Some(Cow::Borrowed(picture));
        }
        let mut leads = vec![false; picture.cards.len()];
        for (seat, card) in picture.cards.iter().enumerate() {
            if let Some(manager) = card.parent.filter(|manager| *manager < seat) {
                leads[manager] = true;
            }
        }
        let mut shorter = picture.clone();
        let mut leaves_out = false;
        for (card, leads) in shorter.cards.iter_mut().zip(leads) {
            if !(leads && self == Self::Managers) {
                leaves_out |= !card.responsibilities.is_empty();
                card.responsibilities.clear();
            }
        }
        leaves_out.then_some(Cow::Owned(shorter))
    }
}

/// The scale at which the smallest words in the boxes of some cards have this size. Figures on badges are smaller, and
/// may be.
pub(super) fn legible(cards: &[Card], font: Px) -> Scale {
    let small = |card: &Card| {
        let is_told = card.changed.as_ref().is_some_and(|changed| {
            changed.moved_from.is_some() || !changed.gained.is_empty() || !changed.lost.is_empty()
        });
        if !card.priorities.is_empty() || !card.metrics.is_empty() {
            TextRole::Section
        } else if !card.responsibilities.is_empty()
            || !card.elsewhere.is_empty()
            || card.continuation.is_some()
            || is_told
        {
            TextRole::Responsibility
        } else if card.anonymous {
            TextRole::SeatTitle
        } else {
            TextRole::Holder
        }
    };
    let smallest = cards.iter().map(|card| small(card).size()).min();
    Scale::fitting(smallest.unwrap_or(TextRole::Responsibility.size()), font)
}
