//! A seat's card.

use crate::graph::{Holding, PriorityView, SeatView};
use crate::model::Manages;
use crate::report::counted;

use super::{Card, chain, list, list_of, loaded, owner, said, sight};

pub(super) fn rows(card: &mut Card, seat: SeatView<'_>) {
    let claims = seat.claims();
    let holding = match seat.holding() {
        Holding::Owned(person) => loaded(person),
        Holding::Interim(person) => format!("nobody; {} covers", loaded(person)),
        Holding::Shared => format!("several: {}", list_of(seat.owners().map(loaded))),
        _ => super::holder(seat),
    };
    card.row("owner", [holding]);
    if let Some(vacancy) = claims.vacant.get() {
        let since = vacancy.since.get().map(|since| format!("since {since}"));
        let plan = vacancy.plan.get().map(ToString::to_string);
        card.row("vacant", said(since.into_iter().chain(plan).collect::<Vec<_>>().join(": ")));
    }
    card.row("backup", seat.backup().map(loaded));
    card.row("members", said(list_of(seat.members().map(|person| person.name().to_owned()))));
    card.row("function", seat.function());
    card.row("answers to", [if seat.manager().is_some() { chain(seat) } else { "nobody: it is a root".to_owned() }]);
    card.row("dotted to", said(list_of(seat.dotted_to().map(owner))));
    card.row("dotted from", said(list_of(seat.dotted_from().map(owner))));
    let reports = seat.reports().count();
    if reports > 0 {
        let kind = claims.manages.get().map_or("", |manages| kind(*manages));
        let below = seat.count_below();
        let below =
            if below > reports { format!("; {} below in all", counted(below, "seat", "seats")) } else { String::new() };
        card.row("leads", [format!("{reports}{kind}{below}: {}", list_of(seat.reports().map(owner)))]);
    }
    card.row("answers for", claims.responsibilities.iter().map(|one| one.value.as_str()));
    card.row("owns", seat.priorities().map(priority));
    card.row("helps with", seat.contributions().map(priority));
    card.row("keeps", said(list(seat.metrics().map(|metric| metric.id().as_str()))));
    let open = seat.priorities().chain(seat.contributions()).filter(|priority| priority.claims().is_open());
    card.row("line of sight", open.flat_map(sight::ways).collect::<std::collections::BTreeSet<_>>());
    card.row("load", [seat.load().to_string()]);
    card.row("note", claims.note.get().map(|note| note.as_str()));
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
pub(super) fn priority(priority: PriorityView<'_>) -> String {
    let claims = priority.claims();
    let status = claims.status.get().map_or("", |status| status.name());
    let due = claims.due.get().map_or_else(String::new, |due| format!("due {due}"));
    let more: Vec<&str> = [status, &due].into_iter().filter(|part| !part.is_empty()).collect();
    let more = if more.is_empty() { String::new() } else { format!(" ({})", more.join(", ")) };
    format!("`{}` {}{more}", priority.id(), priority.title())
}
