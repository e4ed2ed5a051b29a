//! A seat's card.

use crate::graph::{Holding, PriorityView, SeatView, by_name};
use crate::model::Manages;
use crate::phrase::{Phrase, count, row, say, text};

use super::{Card, chain, list_of, loaded, owner, said, sight};

pub(super) fn rows(card: &mut Card, seat: SeatView<'_>) {
    let claims = seat.claims();
    let holding = match seat.holding() {
        Holding::Owned(person) => loaded(person),
        Holding::Interim(person) => say!["nobody; ", loaded(person), " covers"],
        Holding::Shared => say!["several: ", list_of(seat.owners().map(loaded))],
        holding => holding.holder(),
    };
    card.row("owner", [holding]);
    if let Some(vacancy) = claims.vacant.get() {
        let since = vacancy.since.get().map(|since| say!["since ", since]);
        let plan = vacancy.plan.get().map(|plan| say![text(plan)]);
        card.row("vacant", said(row(since.into_iter().chain(plan), ": ")));
    }
    card.row("backup", seat.backup().map(loaded));
    card.row("members", said(list_of(seat.members().map(by_name))));
    card.row("function", seat.function().map(|function| say![text(function)]));
    card.row("answers to", [if seat.manager().is_some() { chain(seat) } else { "nobody: it is a root".into() }]);
    card.row("dotted to", said(list_of(seat.dotted_to().map(owner))));
    card.row("dotted from", said(list_of(seat.dotted_from().map(owner))));
    let reports = seat.reports().count();
    if reports > 0 {
        let kind = claims.manages.get().map_or("", |manages| kind(*manages));
        let below = seat.count_below();
        let below = (below > reports).then(|| say!["; ", count(below, "seat", "seats"), " below in all"]);
        card.row("leads", [say![reports, kind, below, ": ", list_of(seat.reports().map(owner))]]);
    }
    card.row("answers for", claims.responsibilities.iter().map(|one| say![text(&one.value)]));
    card.row("owns", seat.priorities().map(priority));
    card.row("helps with", seat.contributions().map(priority));
    card.row("keeps", said(list_of(seat.metrics())));
    let open = seat.priorities().chain(seat.contributions()).filter(|priority| priority.claims().is_open());
    card.row("line of sight", open.flat_map(sight::ways).collect::<std::collections::BTreeSet<_>>());
    card.row("load", [say![seat.load()]]);
    card.row("note", claims.note.get().map(|note| say![text(note)]));
}

fn kind(manages: Manages) -> &'static str {
    match manages {
        Manages::PlayerCoach => ", as a player-coach",
        Manages::Coach => ", as a coach",
        Manages::Supervisor => ", as a supervisor",
        Manages::Facilitator => ", as a facilitator",
        Manages::Coordinator => ", as a coordinator",
    }
}

/// A priority in a line: its id, title, status and day.
pub(super) fn priority(priority: PriorityView<'_>) -> Phrase {
    let claims = priority.claims();
    let status = claims.status.get().map(|status| say![status.name()]);
    let due = claims.due.get().map(|due| say!["due ", due]);
    let more = row(status.into_iter().chain(due), ", ");
    say![priority, (!more.is_empty()).then(|| say![" (", more, ")"])]
}
