//! How much of a chart has changed.

use std::collections::BTreeSet;

use crate::diff::{Change, Code, Diff, What};
use crate::model::Noun;

use super::Tenths;

/// How much changed since the revision before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Unrest {
    /// How many seats report elsewhere, a subtree counted once.
    pub(super) moves: usize,
    /// The share of seats that came, went, moved or changed hands, in per cent of all that were there then or are now.
    pub(super) churn: Tenths,
}

impl Unrest {
    /// For interchangeable seats it counts who came and who went, not who sits in which of them.
    pub(super) fn of(diff: &Diff<'_>, seats: usize) -> Self {
        let mut changed: BTreeSet<(bool, &str)> = BTreeSet::new();
        let (mut moves, mut rotated) = (0, 0);
        let mut left: Vec<&Change> = diff.changes.iter().collect();
        while let Some(change) = left.pop() {
            if let What::OwnersRotated { went, came, .. } = &change.what {
                rotated += went.len().max(came.len());
                continue;
            }
            left.extend(&change.folded);
            moves += usize::from(change.code() == Code::SeatMoved);
            if is_unrest(change.code()) {
                changed.extend(seat(change));
            }
        }
        let gone = diff.count(Code::SeatRemoved) + diff.count(Code::LayerRemoved);
        let all = (seats + gone) as u64;
        let part = all.min((changed.len() + rotated) as u64);
        Self { moves, churn: Tenths((part * 1000 + all / 2).checked_div(all).unwrap_or(0)) }
    }
}

fn is_unrest(code: Code) -> bool {
    matches!(
        code,
        Code::SeatAdded
            | Code::LayerInserted
            | Code::SeatRemoved
            | Code::LayerRemoved
            | Code::SeatMoved
            | Code::OwnerReplaced
            | Code::OwnerFilled
            | Code::OwnerVacated
            | Code::OwnerShared
            | Code::OwnerSettled
    )
}

/// The seat that a change is about, by its new id, or the old one where it is gone.
fn seat(change: &Change) -> Option<(bool, &str)> {
    let seat = change.subject().filter(|party| party.kind == Noun::Seat)?;
    Some((change.new.is_some(), &seat.id))
}
