//! Which pictures of a chart say something.

use std::collections::BTreeSet;

use crate::check::Judged;
use crate::phrase::View;

/// The views of the chart as it stands that show more than the reporting tree says.
pub(super) fn views(side: &Judged<'_>) -> BTreeSet<View> {
    let graph = &side.graph;
    let views = [
        (View::Chart, graph.seats().len() > 0),
        (View::Strategy, graph.priorities().len() > 0),
        (View::Dependencies, !graph.waits().all.is_empty()),
        (View::Matrix, graph.tree().any(|seat| seat.works_for().len() > 1)),
    ];
    views.into_iter().filter(|(_, says_something)| *says_something).map(|(view, _)| view).collect()
}
