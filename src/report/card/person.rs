//! A person's card.

use crate::graph::{PersonView, SeatView};

use super::{Card, chain, list, loaded, said, seat};

pub(super) fn rows(card: &mut Card, person: PersonView<'_>) {
    let claims = person.claims();
    let outside = if claims.outside.get() == Some(&true) { ", from outside" } else { "" };
    card.row("load", [format!("{} of a capacity of {}{outside}", person.total_load(), claims.capacity())]);
    card.row("", person.held().map(|seat| format!("`{}`: {}", seat.id(), seat.load())));
    card.row("owns", person.owned().map(|seat| format!("`{}` {}", seat.id(), seat.title())));
    let covered = person.held().filter(|seat| seat.owners().next().is_none());
    card.row("covers", covered.map(|seat| format!("`{}` {}", seat.id(), seat.title())));
    card.row("works in", said(list(person.works_in().map(|seat| seat.id().as_str()))));
    card.row(
        "could take over",
        person.backs().map(|seat| {
            let holder = seat.holding().person().map_or_else(|| "nobody".to_owned(), loaded);
            format!("`{}`, held by {holder}", seat.id())
        }),
    );
    card.row("answers to", person.held().map(chain));
    let answered: Vec<SeatView<'_>> = person.held().filter(|seat| seat.holding().person() == Some(person)).collect();
    let open = answered.iter().flat_map(|seat| seat.priorities()).filter(|priority| priority.claims().is_open());
    card.row("answers for", open.map(seat::priority));
    card.row("keeps", said(list(answered.iter().flat_map(|seat| seat.metrics()).map(|metric| metric.id().as_str()))));
    card.row("note", claims.note.get().map(|note| note.as_str()));
}
