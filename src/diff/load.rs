//! Which people and seats carry more or less than before.

use std::cmp::Reverse;

use crate::check::Norms;
use crate::graph::{Graph, PersonView, SeatView};
use crate::model::Share;

use super::Party;
use super::matching::Matched;

/// What a person or a seat carried and carries.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoadDelta {
    /// Who or what: as the new chart has it, or the old where it is gone.
    pub holder: Party,
    /// What it carried; nothing where it was not there.
    pub old: Share,
    /// What it carries; nothing where it is gone.
    pub new: Share,
    /// What one can carry: a person's capacity, or one full-time person in a seat; that of the new chart where the
    /// holder is in both.
    pub capacity: Share,
    /// What one could carry then: that of the old chart where the holder is in both.
    pub old_capacity: Share,
    /// Whether it is in the new chart alone.
    pub is_new: bool,
    /// Whether it is in the old chart alone.
    pub is_gone: bool,
    /// Whether what it may carry was passed in one of the two.
    pub crossing: Option<Crossing>,
}

/// A limit that was passed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Crossing {
    /// It carries too much and did not before.
    Overloaded,
    /// It carried too much and does no more.
    Relieved,
}

impl Crossing {
    /// The word for it in machine output.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Overloaded => "overloaded",
            Self::Relieved => "relieved",
        }
    }
}

impl LoadDelta {
    /// How much more it carries; negative where it is less.
    #[must_use]
    pub fn difference(&self) -> Share {
        self.new - self.old
    }

    /// What it carried, in per cent of the capacity then.
    #[must_use]
    pub fn old_percent(&self) -> Option<i64> {
        self.old.percent_of(self.old_capacity)
    }

    /// What it carries, in per cent of the capacity.
    #[must_use]
    pub fn percent(&self) -> Option<i64> {
        self.new.percent_of(self.capacity)
    }

    /// Whether it is fuller than it was; of equal shares, whether it carries more.
    #[must_use]
    pub fn is_heavier(&self) -> bool {
        // Compared without dividing.
        let (then, now) = (
            self.old.millionths() * self.capacity.millionths(),
            self.new.millionths() * self.old_capacity.millionths(),
        );
        (now, self.new) > (then, self.old)
    }

    fn size(&self) -> Share {
        self.new.max(self.old) - self.new.min(self.old)
    }
}

/// A load, what can be carried, and whether it is too much.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Carried {
    load: Share,
    capacity: Share,
    is_over: bool,
}

/// Every load that differs, of itself or against what can be carried: people, then seats, each with the largest
/// difference first.
pub(super) fn deltas(matched: &Matched<'_>, norms: (&Norms, &Norms)) -> Vec<LoadDelta> {
    let of_people = |graph: &Graph<'_>, norms: &Norms| -> Vec<Carried> {
        let carried = |person: PersonView<'_>| Carried {
            load: person.total_load(),
            capacity: person.claims().capacity(),
            is_over: norms.is_over(person),
        };
        graph.people().map(carried).collect()
    };
    let of_seats = |graph: &Graph<'_>, norms: &Norms| -> Vec<Carried> {
        let carried = |seat: SeatView<'_>| Carried {
            load: seat.total_load(),
            capacity: Share::ONE,
            is_over: norms.is_overloaded(seat),
        };
        graph.seats().map(carried).collect()
    };
    let people = &matched.people;
    let mut deltas = compared(
        (&of_people(matched.old, norms.0), &of_people(matched.new, norms.1)),
        &people.to_new,
        &people.to_old,
        |at| people.old_party(at),
        |at| people.new_party(at),
    );
    let seats = &matched.seats;
    deltas.extend(compared(
        (&of_seats(matched.old, norms.0), &of_seats(matched.new, norms.1)),
        &seats.to_new,
        &seats.to_old,
        |at| seats.old_party(at),
        |at| seats.new_party(at),
    ));
    deltas
}

fn compared(
    (old, new): (&[Carried], &[Carried]),
    to_new: &[Option<u32>],
    to_old: &[Option<u32>],
    old_party: impl Fn(u32) -> Party,
    new_party: impl Fn(u32) -> Party,
) -> Vec<LoadDelta> {
    let mut deltas = Vec::new();
    for (at, (&carried, before)) in (0..).zip(new.iter().zip(to_old)) {
        let before = before.map(|before| old[before as usize]);
        deltas.extend(delta(before, Some(carried), || new_party(at)));
    }
    for (at, &carried) in (0..).zip(old).filter(|(at, _)| to_new[*at as usize].is_none()) {
        deltas.extend(delta(Some(carried), None, || old_party(at)));
    }
    deltas.sort_by_cached_key(|delta| (Reverse(delta.size()), delta.holder.id.clone()));
    deltas
}

fn delta(old: Option<Carried>, new: Option<Carried>, holder: impl FnOnce() -> Party) -> Option<LoadDelta> {
    let is_over = |carried: Option<Carried>| carried.is_some_and(|carried| carried.is_over);
    let crossing = match (is_over(old), is_over(new)) {
        (false, true) => Some(Crossing::Overloaded),
        (true, false) => Some(Crossing::Relieved),
        _ => None,
    };
    let capacity = |carried: Option<Carried>| carried.map(|carried| carried.capacity);
    let load = |carried: Option<Carried>| carried.map_or(Share::ZERO, |carried| carried.load);
    let (is_new, is_gone) = (old.is_none(), new.is_none());
    let (old_capacity, new_capacity) = (capacity(old.or(new))?, capacity(new.or(old))?);
    let (old, new) = (load(old), load(new));
    // Without a load, another capacity makes no difference.
    let differs = old != new || (old_capacity != new_capacity && new > Share::ZERO) || crossing.is_some();
    differs.then(|| LoadDelta {
        holder: holder(),
        old,
        new,
        capacity: new_capacity,
        old_capacity,
        is_new,
        is_gone,
        crossing,
    })
}
