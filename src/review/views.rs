//! Which pictures of a chart say something.

use std::collections::BTreeSet;

use crate::check::Judged;
use crate::graph::{Graph, SeatView};
use crate::phrase::View;

/// The views of the chart as it stands that show more than the reporting tree says.
pub(super) fn views(side: &Judged<'_>) -> BTreeSet<View> {
    let graph = &side.graph;
    let views = [
        (View::Chart, graph.seats().len() > 0),
        (View::Strategy, graph.priorities().len() > 0),
        (View::Dependencies, departments_wait(graph)),
        (View::Matrix, graph.tree().any(answers_to_several)),
    ];
    views.into_iter().filter(|(_, says_something)| *says_something).map(|(view, _)| view).collect()
}

/// Whether a seat works for another than the one that it reports to.
fn answers_to_several(seat: SeatView<'_>) -> bool {
    seat.dotted_to().any(|other| other != seat && Some(other) != seat.manager())
}

/// Whether work of one function hangs on that of another.
fn departments_wait(graph: &Graph<'_>) -> bool {
    let differ = |one: SeatView<'_>, other: SeatView<'_>| one.function() != other.function();
    let mut open = graph.priorities().filter(|priority| priority.claims().is_open());
    open.any(|priority| {
        let served = priority.supports().filter(|served| served.claims().is_open()).flat_map(|served| served.owners());
        let others: Vec<SeatView<'_>> = served.chain(priority.contributors()).collect();
        priority.owners().any(|owner| others.iter().any(|other| differ(owner, *other)))
    }) || graph.tree().any(|seat| seat.dotted_to().any(|other| differ(seat, other)))
}
