//! Where a new entry goes: beside its siblings.

use crate::model::{Fields, Noun, Value};
use crate::text::Span;

use super::draft::{Draft, Task};
use super::files::Files;
use super::refusal::Refusal;

/// The file that a new entry goes into, and the entry after which it goes; the last of its section where none is given.
pub(super) fn home(
    (draft, files): (&Draft<'_>, &Files<'_>),
    kind: Noun,
    (id, fields): (&str, &Fields),
    tasks: &[Task],
) -> Result<(usize, Option<Span>), Refusal> {
    if kind == Noun::Seat
        && let Some(behind) = last_sibling(draft, fields)
    {
        return Ok((files.file_of(behind), Some(behind)));
    }
    let near = match kind {
        Noun::Seat => id_in(fields, "reports_to").and_then(|manager| draft.place(Noun::Seat, &manager)),
        Noun::Person => seat_of(draft, id, tasks),
        _ => id_in(fields, "owner").and_then(|seat| draft.place(Noun::Seat, &seat)),
    };
    let near = match (near, kind) {
        (Some(span), _) => Some(files.file_of(span)),
        // With a new seat, to where that goes.
        (None, Noun::Person) => match new_seat_of(id, tasks) {
            Some((seat, fields)) => Some(home((draft, files), Noun::Seat, (seat, fields), tasks)?.0),
            None => None,
        },
        (None, _) => None,
    };
    if let Some(near) = near
        && files.section(near, kind)?.is_some()
    {
        return Ok((near, None));
    }
    let elsewhere = files.with_top(kind.section())?;
    let file = match kind {
        // A department that keeps its people elsewhere continues to do so.
        Noun::Person => elsewhere.or(near),
        _ => near.or(elsewhere),
    };
    Ok((file.unwrap_or_else(|| files.main()), None))
}

/// The last seat that has the same manager.
pub(super) fn last_sibling(draft: &Draft<'_>, fields: &Fields) -> Option<Span> {
    let manager = id_in(fields, "reports_to")?;
    let seats = draft.chart.seats.entries.iter();
    let siblings = seats.filter(|seat| seat.reports_to.get().is_some_and(|id| id.as_str() == manager));
    siblings.filter(|seat| draft.has(Noun::Seat, seat.id.value.as_str())).map(|seat| seat.id.span()).max()
}

/// A seat that a person is to own.
fn seat_of(draft: &Draft<'_>, person: &str, tasks: &[Task]) -> Option<Span> {
    let owns = |fields: &Fields| id_in(fields, "owner").is_some_and(|owner| owner == person);
    tasks.iter().find_map(|(kind, _, entry)| {
        let origin =
            entry.origin.as_deref().filter(|_| *kind == Noun::Seat && entry.after.as_ref().is_some_and(owns))?;
        draft.place(Noun::Seat, origin)
    })
}

/// A seat that a person is to own and that is new.
fn new_seat_of<'t>(person: &str, tasks: &'t [Task]) -> Option<(&'t str, &'t Fields)> {
    tasks.iter().find_map(|(kind, id, entry)| {
        let fields = entry.after.as_ref().filter(|_| *kind == Noun::Seat && entry.origin.is_none())?;
        (id_in(fields, "owner")? == person).then_some((id.as_deref()?, fields))
    })
}

/// The id that a key names, or the first of them.
fn id_in(fields: &Fields, key: &str) -> Option<String> {
    match fields.get(key)? {
        Value::Text(id) => Some(id.clone()),
        Value::List(items) => items.iter().find_map(|item| match item {
            Value::Text(id) => Some(id.clone()),
            _ => None,
        }),
        _ => None,
    }
}
