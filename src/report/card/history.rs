//! What an entry was in the revisions before: a line for each in which something was different.

use crate::check::Judged;
use crate::diff::{Counterparts, Renames};
use crate::graph::{EntryView, Graph, SeatView};

use super::{Past, holder, list_of};

/// The oldest first, and the revision that is shown last; nothing without revisions before.
pub(super) fn lines(entry: EntryView<'_>, side: &Judged<'_>, past: &[Past<'_>]) -> Vec<String> {
    if past.is_empty() {
        return Vec::new();
    }
    // From the newest back, so that a seat's earlier ids lead to what it was.
    let mut at = Some(entry);
    let mut newer = &side.graph;
    let mut states: Vec<(String, String)> = Vec::new();
    for past in past.iter().rev() {
        at = at.and_then(|entry| then(entry, newer, past.graph));
        newer = past.graph;
        states.push((past.name.to_owned(), at.map_or_else(|| "not in the chart".to_owned(), state)));
    }
    states.reverse();
    let revision = side.graph.chart().revision.get().map_or_else(|| side.name.to_owned(), ToString::to_string);
    states.push((revision, state(entry)));
    states.dedup_by(|next, before| next.1 == before.1);
    states.into_iter().map(|(revision, state)| format!("{revision}: {state}")).collect()
}

/// The same entry in an older chart, as `diff` knows it.
fn then<'p>(entry: EntryView<'_>, new: &Graph<'_>, old: &'p Graph<'p>) -> Option<EntryView<'p>> {
    old.find(entry.noun(), entry.id()).or_else(|| {
        let known = Counterparts::of(old, new, Renames::default());
        old.find(entry.noun(), known.old_id(entry.noun(), entry.id())?)
    })
}

fn state(entry: EntryView<'_>) -> String {
    match entry {
        EntryView::Seat(seat) => {
            let id = format!("`{}` {}", seat.id(), seat.title());
            let manager =
                seat.manager().map_or_else(|| "a root".to_owned(), |manager| format!("under `{}`", manager.id()));
            format!("{id}, {}, {manager}, load {}", holder(seat), seat.total_load())
        }
        EntryView::Person(person) => {
            let seats = list_of(person.held().map(|seat| format!("`{}`", seat.id())));
            let seats = if seats.is_empty() { "holds no seat".to_owned() } else { format!("holds {seats}") };
            format!("{seats}, load {} of {}", person.total_load(), person.claims().capacity())
        }
        EntryView::Priority(priority) => {
            let claims = priority.claims();
            let owners = list_of(priority.owners().map(answering));
            let owners = if owners.is_empty() { "nobody".to_owned() } else { owners };
            let status = claims.status.get().map_or("no status", |status| status.name());
            let due = claims.due.get().map_or_else(String::new, |due| format!(", due {due}"));
            format!("{owners}, {status}{due}")
        }
        EntryView::Metric(metric) => {
            let actual =
                metric.claims().actual.get().map_or_else(|| "no actual".to_owned(), |actual| actual.to_string());
            let target = metric.claims().target.get().map_or_else(String::new, |target| format!(", target {target}"));
            format!("{actual}{target}")
        }
    }
}

fn answering(seat: SeatView<'_>) -> String {
    format!("`{}` ({})", seat.id(), holder(seat))
}
