//! A person's card.

use crate::graph::{PersonView, SeatView};
use crate::phrase::{say, text};

use super::{Card, chain, list_of, loaded, said, seat};

pub(super) fn rows(card: &mut Card, person: PersonView<'_>) {
    let claims = person.claims();
    let outside = if claims.outside.get() == Some(&true) { ", from outside" } else { "" };
    card.row("load", [say![person.total_load(), " of a capacity of ", claims.capacity(), outside]]);
    card.row("", person.held().map(|seat| say![seat, ": ", seat.load()]));
    card.row("owns", person.owned().map(|seat| say![seat]));
    let covered = person.held().filter(|seat| seat.owners().next().is_none());
    card.row("covers", covered.map(|seat| say![seat]));
    card.row("works in", said(list_of(person.works_in())));
    card.row(
        "could take over",
        person.backs().map(|seat| {
            let holder = seat.holding().person().map_or_else(|| "nobody".into(), loaded);
            say![seat, ", held by ", holder]
        }),
    );
    card.row("answers to", person.held().map(chain));
    let answered: Vec<SeatView<'_>> = person.held().filter(|seat| seat.holding().person() == Some(person)).collect();
    let open = answered.iter().flat_map(|seat| seat.priorities()).filter(|priority| priority.claims().is_open());
    card.row("answers for", open.map(seat::priority));
    card.row("keeps", said(list_of(answered.iter().flat_map(|seat| seat.metrics()))));
    card.row("note", claims.note.get().map(|note| say![text(note)]));
}
