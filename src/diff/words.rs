//! Each change as a phrase.

use std::collections::BTreeMap;

use crate::model::Noun;
use crate::phrase::{ARROW, By, Entry, Phrase, all, count, of_kind, ours, percent, quoted, row, say, text};

use super::{Change, Code, How, Party};

/// So many of a long list are named.
const NAMED: usize = 8;

/// A person by name, anything else by its id where a title is no word for it.
pub(super) fn name(party: &Party) -> Entry<'_> {
    let by = if party.kind == Noun::Person { By::Name } else { By::Bare };
    Entry { by, ..of_kind(party.kind, &party.id, &party.name) }
}

/// By its id, whatever it is.
fn id(party: &Party) -> Entry<'_> {
    Entry { by: By::Bare, ..of_kind(party.kind, &party.id, &party.name) }
}

/// Several, with commas; a long list ends in a count.
pub(super) fn names<'p>(parties: impl Iterator<Item = &'p Party>) -> Phrase {
    list(parties.map(|party| say![name(party)]).collect())
}

/// Several, with commas; a long list ends in a count. One alone is not left out.
pub(super) fn list(mut items: Vec<Phrase>) -> Phrase {
    let more = items.len().saturating_sub(NAMED);
    if more <= 1 {
        return row(items, ", ");
    }
    items.truncate(NAMED);
    say![row(items, ", "), " and ", more, " more"]
}

fn or(phrase: Phrase, nothing: &'static str) -> Phrase {
    if phrase.is_empty() { nothing.into() } else { phrase }
}

/// `old -> new`, where either may be nothing.
fn arrow(from: Phrase, to: Phrase, nothing: &'static str) -> Phrase {
    say![or(from, nothing), ARROW, or(to, nothing)]
}

fn value(value: Option<&String>) -> Phrase {
    say![value.map(text)]
}

fn said(value: Option<&String>) -> Phrase {
    say![value.map(quoted)]
}

/// Ids that are listed in one text.
fn ids(value: Option<&String>) -> Phrase {
    let ids = value.into_iter().flat_map(|value| value.split(", "));
    list(ids.map(|id| say![Entry { by: By::Bare, ..of_kind(Noun::Seat, id, "") }]).collect())
}

/// `+ a, b, - c`
fn exchanged(change: &Change) -> Option<Phrase> {
    let marks = [("+ ", &change.to), ("- ", &change.from)];
    let parts: Vec<Phrase> = marks
        .into_iter()
        .filter(|(_, parties)| !parties.is_empty())
        .map(|(mark, parties)| say![mark, names(parties.iter())])
        .collect();
    (!parties_of(change)).then(|| row(parts, ", "))
}

/// Whether a change names nobody that came or went.
fn parties_of(change: &Change) -> bool {
    change.to.is_empty() && change.from.is_empty()
}

/// How a rename is known.
pub(super) fn how(how: How) -> Phrase {
    match how {
        How::Id => Phrase::default(),
        How::Declared => " (declared)".into(),
        How::Number => " (by number)".into(),
        How::Exact => " (all else is the same)".into(),
        How::Likely(score) => say![" (likely, ", percent(score / 10), ")"],
    }
}

/// What a change is about.
pub(super) fn subject(change: &Change) -> Phrase {
    let Some(party) = change.subject() else { return Phrase::default() };
    match (party.kind, change.code) {
        (Noun::Chart, _) => "the organisation".into(),
        (Noun::Strategy | Noun::Promise, _) => "the strategy".into(),
        (Noun::Priority | Noun::Metric, code) if !matches!(code, Code::PriorityRetitled | Code::MetricRetitled) => {
            say![Entry { name: &party.id, ..id(party) }, " ", quoted(&party.name)]
        }
        _ => say![name(party)],
    }
}

/// What has become of it, to follow upon the subject and `: `; nothing for changes that are told whole.
pub(super) fn detail(change: &Change) -> Option<Phrase> {
    let (was, is) = (change.was.as_ref(), change.is.as_ref());
    let (from, to) = (|| names(change.from.iter()), || names(change.to.iter()));
    let parties = |nothing| arrow(from(), to(), nothing);
    Some(match change.code {
        Code::PersonRenamed if was.is_some() => say!["was called ", said(was)],
        Code::SeatRetitled | Code::PriorityRetitled | Code::MetricRetitled | Code::ResponsibilityReworded => {
            arrow(said(was), said(is), "untitled")
        }
        Code::OwnerReplaced | Code::OwnerSettled => parties("nobody"),
        Code::OwnerFilled => filled(change),
        Code::OwnerVacated => vacated(change),
        Code::OwnerShared => say!["now shared by ", to()],
        Code::InterimNamed => say![to(), " covers"],
        Code::InterimReplaced => say![parties("nobody"), " covers"],
        Code::InterimEnded => say![from(), " covers no more"],
        Code::VacancyChanged => say!["vacancy ", arrow(value(was), value(is), "not noted")],
        Code::BackupChanged => say!["backup ", parties("none")],
        Code::MembersChanged => say!["members ", exchanged(change)],
        Code::FitChanged => say!["fit ", arrow(value(was), value(is), "not judged")],
        Code::PriorityDone => "done".into(),
        Code::PriorityDropped => "dropped".into(),
        Code::PriorityOffTrack => "off track".into(),
        Code::PriorityOnTrack => "on track".into(),
        Code::PriorityOrphaned => say!["nobody answers for it: ", value(is)],
        Code::PriorityAdopted => say!["now answered for by ", value(is), " (before: ", value(was), ")"],
        Code::PriorityHandedOff | Code::MetricHandedOff => say!["owner ", arrow(ids(was), ids(is), "none")],
        Code::PriorityRescheduled => say!["due ", arrow(value(was), value(is), "no day")],
        Code::MetricReached => say![arrow(value(was), value(is), "unknown"), ", which reaches the target"],
        Code::MetricMissed => say![arrow(value(was), value(is), "unknown"), ", which misses the target"],
        Code::MetricMeasured => arrow(value(was), value(is), "unknown"),
        Code::MetricRetargeted => say!["target ", arrow(value(was), value(is), "none")],
        Code::LaneChanged => say!["lane ", arrow(value(was), value(is), "none")],
        Code::StrategyChanged if change.field == Some("values") => say!["values ", arrow(said(was), said(is), "none")],
        Code::StrategyChanged => say![field(change), arrow(said(was), said(is), "not said")],
        Code::OrganizationRenamed => arrow(said(was), said(is), "unnamed"),
        Code::PersonChanged | Code::SeatChanged | Code::PriorityChanged | Code::MetricChanged => {
            let value = if change.field == Some("note") { said } else { value };
            let values = exchanged(change).unwrap_or_else(|| arrow(value(was), value(is), "none"));
            say![field(change), values]
        }
        _ => return None,
    })
}

fn field(change: &Change) -> Phrase {
    match change.field {
        Some("allow") => "waiver ".into(),
        field => say![ours(field.unwrap_or_default().replace('_', " ")), " "],
    }
}

fn filled(change: &Change) -> Phrase {
    let mut phrase = say!["vacant", ARROW, names(change.to.iter())];
    for interim in change.folded.iter().filter(|folded| folded.code == Code::InterimEnded) {
        let is_same = interim.from.iter().map(|party| &party.id).eq(change.to.iter().map(|party| &party.id));
        phrase = if is_same {
            say![phrase, ", who covered it"]
        } else {
            say![phrase, "; ", names(interim.from.iter()), " covered"]
        };
    }
    phrase
}

fn vacated(change: &Change) -> Phrase {
    let mut phrase = say![names(change.from.iter()), ARROW, "vacant"];
    for folded in &change.folded {
        match folded.code {
            Code::InterimNamed => phrase = say![phrase, "; ", names(folded.to.iter()), " covers"],
            Code::VacancyChanged if folded.is.is_some() => {
                phrase = say![phrase, " (", value(folded.is.as_ref()), ")"];
            }
            _ => {}
        }
    }
    phrase
}

/// A change that is told whole, not by its subject and what has become of it.
pub(super) fn whole(change: &Change) -> Phrase {
    let (old, new) = (change.old.as_ref().map(id), change.new.as_ref().map(id));
    match change.code {
        Code::PersonJoined => person(change, "joined", change.to.iter()),
        Code::PersonLeft => person(change, "left", change.from.iter()),
        Code::PersonRenamed | Code::SeatRenamed | Code::PriorityRenamed | Code::MetricRenamed => {
            say![old, " is now ", new, how(change.how)]
        }
        Code::SeatAdded | Code::LayerInserted | Code::SeatRemoved | Code::LayerRemoved => seats(&[change]),
        Code::SeatSplit => say![old, " is split into ", names(change.to.iter()), how(change.how)],
        Code::SeatsMerged => say![names(change.from.iter()), " are merged into ", new, how(change.how)],
        Code::OwnersRotated => rotated(change),
        Code::OwnersSwapped => swapped(change),
        Code::PriorityAdded | Code::MetricAdded => {
            let owners = or(names(change.to.iter()), "nobody");
            let state = change.is.as_ref().filter(|is| *is != "on-track").map(|is| say![" (", text(is), ")"]);
            say![subject(change), ", owner ", owners, state]
        }
        Code::PriorityRemoved | Code::MetricRemoved => {
            say![subject(change), change.was.as_ref().map(|was| say![" (", text(was), ")"])]
        }
        _ => subject(change),
    }
}

fn person<'p>(change: &Change, did: &'static str, seats: impl Iterator<Item = &'p Party>) -> Phrase {
    let Some(person) = change.subject() else { return Phrase::default() };
    let seats = names(seats);
    let owning = if seats.is_empty() { ", owning no seat".into() } else { say![": ", seats] };
    say![name(person), " (", Entry { name: &person.id, ..id(person) }, ") ", did, owning]
}

fn of_noun(parties: &[Party], kind: Noun) -> impl Iterator<Item = &Party> {
    parties.iter().filter(move |party| party.kind == kind)
}

/// Seats of one title that came under the same manager, or went from under it.
pub(super) fn seats(changes: &[&Change]) -> Phrase {
    let Some(seat) = changes[0].subject() else { return Phrase::default() };
    // The title is said once for all.
    let bare = |party: &Party| say![Entry { name: &party.id, ..id(party) }];
    let ids = list(changes.iter().filter_map(|change| change.subject()).map(bare).collect());
    let fate = if changes[0].new.is_some() { added(changes) } else { removed(changes) };
    say![ids, " ", quoted(&seat.name), fate]
}

fn added(changes: &[&Change]) -> Phrase {
    let above = names(of_noun(&changes[0].to, Noun::Seat));
    let moved: Vec<&Party> = moved(changes).filter_map(|change| change.new.as_ref()).collect();
    let place = match (moved.is_empty(), above.is_empty()) {
        (true, true) => " at the top".into(),
        (true, false) => say![" under ", above],
        (false, _) => say![" between ", above, " and ", names(moved.into_iter())],
    };
    say![place, holders(changes, ", owner ", ", vacant")]
}

/// Who holds or held some seats; some may have been held by nobody.
fn holders(changes: &[&Change], held: &'static str, vacant: &'static str) -> Phrase {
    let people = |change: &Change| -> Vec<Party> {
        change.from.iter().chain(&change.to).filter(|party| party.kind == Noun::Person).cloned().collect()
    };
    let owners: Vec<Vec<Party>> = changes.iter().map(|change| people(change)).collect();
    let empty = owners.iter().filter(|owners| owners.is_empty()).count();
    if empty == owners.len() {
        return vacant.into();
    }
    say![held, names(owners.iter().flatten()), (empty > 0).then(|| say![", ", empty, " vacant"])]
}

fn moved<'c>(changes: &'c [&Change]) -> impl Iterator<Item = &'c Change> {
    changes.iter().flat_map(|change| &change.folded).filter(|folded| folded.code == Code::SeatMoved)
}

fn removed(changes: &[&Change]) -> Phrase {
    let mut parts = vec![holders(changes, ", held by ", ", which was vacant")];
    let mut homes: BTreeMap<Option<&Party>, Vec<&Party>> = BTreeMap::new();
    for report in moved(changes) {
        homes.entry(report.to.first()).or_default().extend(report.new.as_ref());
    }
    let more = homes.values().skip(NAMED).map(Vec::len).sum::<usize>();
    for (home, reports) in homes.into_iter().take(NAMED) {
        let verb = if reports.len() == 1 { " now reports to " } else { " now report to " };
        let home = home.map_or_else(|| "nobody".into(), |home| say![name(home)]);
        parts.push(say![names(reports.into_iter()), verb, home]);
    }
    if more > 0 {
        parts.push(say![count(more, "report", "reports"), " elsewhere"]);
    }
    let folded = changes.iter().flat_map(|change| &change.folded);
    let dropped = folded.filter(|folded| folded.code == Code::ResponsibilityRemoved).count();
    if dropped > 0 {
        let verb = if changes.len() == 1 { " went with it" } else { " went with them" };
        parts.push(say![count(dropped, "responsibility", "responsibilities"), verb]);
    }
    row(parts, "; ")
}

fn rotated(change: &Change) -> Phrase {
    let title = change.subject().map(|seat| quoted(&seat.name));
    let seats = if change.was == change.is {
        say![value(change.is.as_ref())]
    } else {
        arrow(value(change.was.as_ref()), value(change.is.as_ref()), "")
    };
    let mut parts = Vec::new();
    for (verb, parties) in [(" came", &change.to), (" went", &change.from)] {
        if !parties.is_empty() {
            parts.push(say![names(parties.iter()), verb]);
        }
    }
    parts.push(say![change.count, " stayed"]);
    say![title, " (", seats, " seats): ", row(parts, "; ")]
}

fn swapped(change: &Change) -> Phrase {
    let exchange = |folded: &Change| {
        say![subject(folded), ": ", arrow(names(folded.from.iter()), names(folded.to.iter()), "nobody")]
    };
    say![row(change.folded.iter().map(exchange), "; "), " (exchanged)"]
}

/// From which seat to which.
pub(super) fn way(change: &Change) -> Phrase {
    say![change.old.as_ref().map(id), ARROW, change.new.as_ref().map(id)]
}

pub(super) fn texts(changes: &[&Change]) -> Phrase {
    let texts = changes.iter().filter_map(|change| change.is.as_ref().or(change.was.as_ref()));
    list(texts.map(|text| say![quoted(text)]).collect())
}

pub(super) fn moves(changes: &[&Change]) -> Phrase {
    let first = changes[0];
    // Of two managers that are called the same, only their owners tell a reader which is which.
    let are_alike = first.from.first().map(|seat| &seat.name) == first.to.first().map(|seat| &seat.name);
    let end = |seat: Option<&Party>, owner: &Option<String>| {
        let owner = owner.as_ref().filter(|_| are_alike).map(|owner| say![" (", text(owner), ")"]);
        say![seat.map_or_else(|| "the top".into(), |seat| say![name(seat)]), owner]
    };
    let below: usize = changes.iter().map(|change| change.count).sum();
    let with = (below > 0).then(|| say![" (with ", count(below, "seat", "seats"), ")"]);
    let who = names(changes.iter().filter_map(|change| change.new.as_ref()));
    say![who, ": ", end(first.from.first(), &first.was), ARROW, end(first.to.first(), &first.is), with]
}

/// Several subjects of which the same is said.
pub(super) fn together(subjects: Vec<Phrase>) -> Phrase {
    if subjects.len() == 1 { all(subjects) } else { list(subjects) }
}
