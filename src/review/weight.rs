//! How much hangs on an entry: what a leadership team looks at first.

use std::cmp::Reverse;

use crate::graph::{EntryView, PriorityView, SeatView, Standing};

/// The heaviest first: nearest to the top, most seats below, most strategic priorities.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Weight {
    layer: usize,
    below: Reverse<usize>,
    strategic: Reverse<usize>,
}

impl Weight {
    /// The weight of something that nothing depends on.
    const NONE: Self = Self { layer: usize::MAX, below: Reverse(0), strategic: Reverse(0) };

    /// The weight of the heaviest of some entries.
    pub(super) fn of<'g>(entries: impl IntoIterator<Item = EntryView<'g>>) -> Self {
        entries.into_iter().map(one).min().unwrap_or(Self::NONE)
    }
}

fn one(entry: EntryView<'_>) -> Weight {
    match entry {
        EntryView::Seat(seat) => of_seat(seat),
        EntryView::Person(person) => heaviest(person.held()),
        EntryView::Priority(priority) => {
            let owner = heaviest(priority.owners());
            // A strategic priority without an owner hangs on the top.
            let layer = if priority.claims().is_strategic() { owner.layer.min(1) } else { owner.layer };
            Weight { layer, below: Reverse(priority.supporters().count()), strategic: strategic([priority]) }
        }
        EntryView::Metric(metric) => Weight { strategic: strategic(metric.measures()), ..heaviest(metric.owners()) },
    }
}

fn of_seat(seat: SeatView<'_>) -> Weight {
    let strategic = strategic(seat.priorities());
    // A seat that no root leads to has no layer, and in a loop everything is below everything.
    match seat.standing() {
        Standing::Connected => Weight { layer: seat.layer(), below: Reverse(seat.count_below()), strategic },
        _ => Weight { strategic, ..Weight::NONE },
    }
}

fn heaviest<'g>(seats: impl Iterator<Item = SeatView<'g>>) -> Weight {
    seats.map(of_seat).min().unwrap_or(Weight::NONE)
}

fn strategic<'g>(priorities: impl IntoIterator<Item = PriorityView<'g>>) -> Reverse<usize> {
    let open = priorities.into_iter().filter(|priority| priority.claims().is_open());
    Reverse(open.filter(|priority| priority.claims().is_strategic()).count())
}
