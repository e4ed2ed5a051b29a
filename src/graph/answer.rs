//! Who answers for a priority: owner seat, then that seat's owner, else its interim.

use super::{Holding, PersonView, PriorityView, SeatView, Standing};

/// Who answers for a priority, or why nobody does.
#[derive(Clone, Copy, Debug)]
pub enum Answer<'g> {
    /// Exactly one person, through one seat.
    Accountable {
        /// The owner seat.
        seat: SeatView<'g>,
        /// Its owner or interim.
        person: PersonView<'g>,
    },
    /// No seat is named.
    Unowned,
    /// Several seats are named, or the one seat has several owners.
    Shared(Sharing<'g>),
    /// A seat is named, and at the end there is nobody.
    Orphaned(Orphan<'g>),
    /// It could not be read.
    Unknown,
}

/// What there is in place of exactly one owner of a priority.
#[derive(Clone, Copy, Debug)]
pub enum Sharing<'g> {
    /// Several seats are named for this priority.
    Seats(PriorityView<'g>),
    /// The one seat that is named has several owners.
    OwnersOf(SeatView<'g>),
}

/// Why nobody answers for a priority that names a seat.
#[derive(Clone, Copy, Debug)]
pub enum Orphan<'g> {
    /// The seat is vacant, without an interim.
    Vacant(SeatView<'g>),
    /// No root leads to the seat: it is in a loop, reports to nothing that exists, or is below one that does.
    CutOff(SeatView<'g>),
    /// The seat, or the person who holds it, does not exist: a finding of its own.
    Missing,
    /// Everything that it supports was dropped; this is the first of it.
    Purposeless(PriorityView<'g>),
}

impl<'g> Answer<'g> {
    pub(super) fn of(priority: PriorityView<'g>) -> Self {
        let claims = priority.claims();
        if claims.owner.is_wrong() {
            return Self::Unknown;
        }
        let owner = match claims.owner.as_ref() {
            [] => return Self::Unowned,
            [owner] => owner,
            _ => return Self::Shared(Sharing::Seats(priority)),
        };
        let Some(seat) = priority.owners().next() else {
            return if priority.graph.is_dangling(owner.span()) {
                Self::Orphaned(Orphan::Missing)
            } else {
                Self::Unknown
            };
        };
        match seat.standing() {
            Standing::InLoop | Standing::Detached | Standing::CutOff => return Self::Orphaned(Orphan::CutOff(seat)),
            Standing::Unknown => return Self::Unknown,
            Standing::Connected => {}
        }
        if let Some(dropped) = priority.dropped_purpose() {
            return Self::Orphaned(Orphan::Purposeless(dropped));
        }
        match seat.holding() {
            Holding::Owned(person) | Holding::Interim(person) => Self::Accountable { seat, person },
            Holding::Vacant => Self::Orphaned(Orphan::Vacant(seat)),
            Holding::Shared => Self::Shared(Sharing::OwnersOf(seat)),
            Holding::Dangling => Self::Orphaned(Orphan::Missing),
            Holding::Unknown => Self::Unknown,
        }
    }
}
