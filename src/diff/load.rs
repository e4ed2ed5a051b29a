//! Who and what carries more or less than before.

use std::cmp::Reverse;

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
    /// What one can carry: a person's capacity, or one full-time person in a seat.
    pub capacity: Share,
    /// Whether the limit was passed in one of the two.
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

    fn size(&self) -> Share {
        self.new.max(self.old) - self.new.min(self.old)
    }
}

/// A load, and what can be carried.
type Carried = (Share, Share);

/// Every load that differs: people, then seats, each with the largest difference first.
pub(super) fn deltas(matched: &Matched<'_>) -> Vec<LoadDelta> {
    let of_people = |graph: &crate::graph::Graph<'_>| -> Vec<Carried> {
        graph.people().map(|person| (person.total_load(), person.claims().capacity())).collect()
    };
    let of_seats = |graph: &crate::graph::Graph<'_>| -> Vec<Carried> {
        graph.seats().map(|seat| (seat.total_load(), Share::ONE)).collect()
    };
    let people = &matched.people;
    let mut deltas = compared(
        (&of_people(matched.old), &of_people(matched.new)),
        &people.to_new,
        &people.to_old,
        |at| people.old_party(at),
        |at| people.new_party(at),
    );
    let seats = &matched.seats;
    deltas.extend(compared(
        (&of_seats(matched.old), &of_seats(matched.new)),
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
    for (at, (&(load, capacity), before)) in (0..).zip(new.iter().zip(to_old)) {
        let before = before.map(|before| old[before as usize]);
        deltas.extend(delta(before, Some((load, capacity)), || new_party(at)));
    }
    for (at, &carried) in (0..).zip(old).filter(|(at, _)| to_new[*at as usize].is_none()) {
        deltas.extend(delta(Some(carried), None, || old_party(at)));
    }
    deltas.sort_by_cached_key(|delta| (Reverse(delta.size()), delta.holder.id.clone()));
    deltas
}

fn delta(old: Option<Carried>, new: Option<Carried>, holder: impl FnOnce() -> Party) -> Option<LoadDelta> {
    let is_over = |carried: Option<Carried>| carried.is_some_and(|(load, capacity)| load > capacity);
    let crossing = match (is_over(old), is_over(new)) {
        (false, true) => Some(Crossing::Overloaded),
        (true, false) => Some(Crossing::Relieved),
        _ => None,
    };
    let capacity = new.or(old)?.1;
    let load = |carried: Option<Carried>| carried.map_or(Share::ZERO, |(load, _)| load);
    let (old, new) = (load(old), load(new));
    (old != new || crossing.is_some()).then(|| LoadDelta { holder: holder(), old, new, capacity, crossing })
}
