//! What an entry was in the revisions before: a line for each in which something was different.

use crate::check::Judged;
use crate::diff::{Counterparts, Renames};
use crate::graph::{EntryView, Graph};

use crate::phrase::{Phrase, say, text};

use super::{Past, list_of, owner};

/// The oldest first, and the revision that is shown last; nothing without revisions before.
pub(super) fn lines(entry: EntryView<'_>, side: &Judged<'_>, past: &[Past<'_>]) -> Vec<Phrase> {
    if past.is_empty() {
        return Vec::new();
    }
    // From the newest back, so that a seat's earlier ids lead to what it was.
    let mut at = Some(entry);
    let mut newer = &side.graph;
    let mut states: Vec<(String, Phrase)> = Vec::new();
    for past in past.iter().rev() {
        at = at.and_then(|entry| then(entry, newer, past.graph));
        newer = past.graph;
        states.push((past.name.to_owned(), at.map_or_else(|| "not in the chart".into(), state)));
    }
    states.reverse();
    let revision = side.graph.chart().revision.get().map_or_else(|| side.name.to_owned(), ToString::to_string);
    states.push((revision, state(entry)));
    states.dedup_by(|next, before| next.1 == before.1);
    states.into_iter().map(|(revision, state)| say![text(revision), ": ", state]).collect()
}

/// The same entry in an older chart, as `diff` knows it.
fn then<'p>(entry: EntryView<'_>, new: &Graph<'_>, old: &'p Graph<'p>) -> Option<EntryView<'p>> {
    old.find(entry.noun(), entry.id()).or_else(|| {
        let known = Counterparts::of(old, new, Renames::default());
        old.find(entry.noun(), known.old_id(entry.noun(), entry.id())?)
    })
}

fn state(entry: EntryView<'_>) -> Phrase {
    match entry {
        EntryView::Seat(seat) => {
            let manager = seat.manager().map_or_else(|| "a root".into(), |manager| say!["under ", manager]);
            say![seat, ", ", seat.holding().holder(), ", ", manager, ", load ", seat.total_load()]
        }
        EntryView::Person(person) => {
            let seats = list_of(person.held());
            let seats = if seats.is_empty() { "holds no seat".into() } else { say!["holds ", seats] };
            say![seats, ", load ", person.total_load(), " of ", person.claims().capacity()]
        }
        EntryView::Priority(priority) => {
            let claims = priority.claims();
            let owners = list_of(priority.owners().map(owner));
            let owners = if owners.is_empty() { "nobody".into() } else { owners };
            let status = claims.status.get().map_or("no status", |status| status.name());
            let due = claims.due.get().map(|due| say![", due ", due]);
            say![owners, ", ", status, due]
        }
        EntryView::Metric(metric) => {
            let actual = metric.claims().actual.get().map_or_else(|| "no actual".into(), |actual| say![text(actual)]);
            let target = metric.claims().target.get().map(|target| say![", target ", text(target)]);
            say![actual, target]
        }
    }
}
