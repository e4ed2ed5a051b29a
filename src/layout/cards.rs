//! What of a chart is written on a picture.

use std::collections::HashMap;

use crate::graph::{Graph, Holding, PersonView, SeatView};

use super::{Card, Holder, Picture};

/// The picture of a chart's seats. Those that no root leads to stand beside the tree, as roots.
#[must_use]
pub fn picture(graph: &Graph<'_>) -> Picture {
    let chart = graph.chart();
    let mut places: HashMap<&str, usize> = HashMap::with_capacity(graph.tree().len());
    let mut cards = Vec::with_capacity(graph.tree().len());
    for (place, seat) in graph.tree().enumerate() {
        // A manager that comes later in the order is one that the seat is in a loop with.
        let parent = seat.manager().and_then(|manager| places.get(manager.id().as_str()).copied());
        places.insert(seat.id().as_str(), place);
        cards.push(card(seat, parent));
    }
    let revision = chart.revision.get().map(ToString::to_string);
    let reviewed = chart.reviewed.get().map(|day| format!("reviewed {day}"));
    Picture {
        title: chart.organization.get().map(ToString::to_string).unwrap_or_default(),
        subtitle: revision.into_iter().chain(reviewed).collect::<Vec<_>>().join(" · "),
        number: None,
        cards,
    }
}

fn card(seat: SeatView<'_>, parent: Option<usize>) -> Card {
    let responsibilities = seat.claims().responsibilities.iter();
    Card {
        id: seat.id().to_string(),
        title: seat.title().to_owned(),
        holder: holder(seat),
        responsibilities: responsibilities.map(|responsibility| responsibility.value.to_string()).collect(),
        function: seat.function().map(ToOwned::to_owned),
        parent,
        ..Card::default()
    }
}

fn holder(seat: SeatView<'_>) -> Holder {
    match seat.holding() {
        Holding::Owned(person) => Holder::Owner(person.name().to_owned()),
        Holding::Interim(person) => Holder::Interim(person.name().to_owned()),
        Holding::Shared => Holder::Several(seat.owners().map(PersonView::name).map(ToOwned::to_owned).collect()),
        Holding::Vacant => Holder::Vacant,
        // What is claimed, though nobody of that id is in the chart.
        Holding::Dangling | Holding::Unknown => {
            let claims = seat.claims();
            let claimed = claims.owner.first().or(claims.interim.spanned());
            claimed.map_or(Holder::Vacant, |id| Holder::Owner(id.value.to_string()))
        }
    }
}
