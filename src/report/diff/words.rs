//! Each change in words, as pieces that a renderer can quote as its medium demands.

use std::collections::BTreeMap;

use crate::diff::{Change, Code, How, Party};
use crate::model::Noun;

use super::super::counted;

/// A part of a sentence.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::report) enum Piece {
    /// Our own words.
    Ours(String),
    /// An id of the chart.
    Id(String),
    /// A name of the chart, as it stands.
    Name(String),
    /// Words of the chart, in quotes.
    Said(String),
}

pub(in crate::report) type Pieces = Vec<Piece>;

/// So many of a long list are named.
const NAMED: usize = 8;

pub(super) fn ours(words: impl Into<String>) -> Piece {
    Piece::Ours(words.into())
}

/// The name of a person, the id of anything else.
pub(super) fn name(party: &Party) -> Piece {
    match party.kind {
        Noun::Person => Piece::Name(party.name.clone()),
        _ => Piece::Id(party.id.clone()),
    }
}

/// Several, with commas; a long list ends in a count.
pub(super) fn names<'p>(parties: impl Iterator<Item = &'p Party>) -> Pieces {
    list(parties.map(name).collect())
}

pub(super) fn list(items: Vec<Piece>) -> Pieces {
    all(items.into_iter().map(|item| vec![item]).collect())
}

/// Several of more than one piece.
pub(super) fn all(items: Vec<Pieces>) -> Pieces {
    let more = items.len().saturating_sub(NAMED);
    let mut pieces = Vec::new();
    for (at, item) in items.into_iter().enumerate().take(if more > 1 { NAMED } else { NAMED + 1 }) {
        if at > 0 {
            pieces.push(ours(", "));
        }
        pieces.extend(item);
    }
    if more > 1 {
        pieces.push(ours(format!(" and {more} more")));
    }
    pieces
}

fn or(pieces: Pieces, nothing: &str) -> Pieces {
    if pieces.is_empty() { vec![ours(nothing)] } else { pieces }
}

/// `old -> new`, where either may be nothing.
fn arrow(from: Pieces, to: Pieces, nothing: &str) -> Pieces {
    let mut pieces = or(from, nothing);
    pieces.push(ours(" -> "));
    pieces.extend(or(to, nothing));
    pieces
}

fn value(value: Option<&String>) -> Pieces {
    value.map(|value| Piece::Name(value.clone())).into_iter().collect()
}

fn said(value: Option<&String>) -> Pieces {
    value.map(|value| Piece::Said(value.clone())).into_iter().collect()
}

/// Ids that are listed in one text.
fn ids(value: Option<&String>) -> Pieces {
    let ids = value.into_iter().flat_map(|value| value.split(", ")).map(|id| Piece::Id(id.to_owned()));
    list(ids.collect())
}

/// `+ a, b, - c`
fn exchanged(change: &Change) -> Pieces {
    let mut pieces = Vec::new();
    for (mark, parties) in [("+ ", &change.to), ("- ", &change.from)] {
        if !parties.is_empty() {
            pieces.push(ours(if pieces.is_empty() { mark.to_owned() } else { format!(", {mark}") }));
            pieces.extend(names(parties.iter()));
        }
    }
    pieces
}

/// How a rename is known.
pub(super) fn how(how: How) -> String {
    match how {
        How::Id => String::new(),
        How::Declared => " (declared)".to_owned(),
        How::Number => " (by number)".to_owned(),
        How::Exact => " (all else is the same)".to_owned(),
        How::Likely(score) => format!(" (likely, {} %)", score / 10),
    }
}

/// What a change is about.
pub(super) fn subject(change: &Change) -> Pieces {
    let Some(party) = change.subject() else { return Vec::new() };
    match (party.kind, change.code) {
        (Noun::Person, _) => vec![Piece::Name(party.name.clone())],
        (Noun::Chart, Code::ChartChanged) => vec![ours("the chart")],
        (Noun::Chart, _) => vec![ours("the organisation")],
        (Noun::Strategy | Noun::Promise, _) => vec![ours("the strategy")],
        (Noun::Priority | Noun::Metric, code) if !matches!(code, Code::PriorityRetitled | Code::MetricRetitled) => {
            vec![Piece::Id(party.id.clone()), ours(" "), Piece::Said(party.name.clone())]
        }
        _ => vec![Piece::Id(party.id.clone())],
    }
}

/// What has become of it, to follow upon the subject and `: `; nothing for changes that are told whole.
pub(super) fn detail(change: &Change) -> Option<Pieces> {
    let (was, is) = (change.was.as_ref(), change.is.as_ref());
    let parties = |nothing| arrow(names(change.from.iter()), names(change.to.iter()), nothing);
    Some(match change.code {
        Code::PersonRenamed if was.is_some() => with("was called ", said(was)),
        Code::SeatRetitled | Code::PriorityRetitled | Code::MetricRetitled | Code::ResponsibilityReworded => {
            arrow(said(was), said(is), "untitled")
        }
        Code::OwnerReplaced | Code::OwnerSettled => parties("nobody"),
        Code::OwnerFilled => filled(change),
        Code::OwnerVacated => vacated(change),
        Code::OwnerShared => with("now shared by ", names(change.to.iter())),
        Code::InterimNamed => then(names(change.to.iter()), " covers"),
        Code::InterimReplaced => then(parties("nobody"), " covers"),
        Code::InterimEnded => then(names(change.from.iter()), " covers no more"),
        Code::VacancyChanged => with("vacancy ", arrow(value(was), value(is), "not noted")),
        Code::BackupChanged => with("backup ", parties("none")),
        Code::MembersChanged => with("members ", exchanged(change)),
        Code::FitChanged => with("fit ", arrow(value(was), value(is), "not judged")),
        Code::PriorityDone => vec![ours("done")],
        Code::PriorityDropped => vec![ours("dropped")],
        Code::PriorityOffTrack => vec![ours("off track")],
        Code::PriorityOnTrack => vec![ours("on track")],
        Code::PriorityOrphaned => with("nobody answers for it: ", value(is)),
        Code::PriorityAdopted => {
            let mut pieces = with("now answered for by ", value(is));
            pieces.extend(with(" (before: ", value(was)));
            then(pieces, ")")
        }
        Code::PriorityHandedOff | Code::MetricHandedOff => with("owner ", arrow(ids(was), ids(is), "none")),
        Code::PriorityRescheduled => with("due ", arrow(value(was), value(is), "no day")),
        Code::MetricReached => then(arrow(value(was), value(is), "unknown"), ", which reaches the target"),
        Code::MetricMissed => then(arrow(value(was), value(is), "unknown"), ", which misses the target"),
        Code::MetricMeasured => arrow(value(was), value(is), "unknown"),
        Code::MetricRetargeted => with("target ", arrow(value(was), value(is), "none")),
        Code::LaneChanged => with("lane ", arrow(value(was), value(is), "none")),
        Code::StrategyChanged if change.field == Some("values") => with("values ", arrow(said(was), said(is), "none")),
        Code::StrategyChanged => with(&field(change), arrow(said(was), said(is), "not said")),
        Code::OrganizationRenamed => arrow(said(was), said(is), "unnamed"),
        Code::PersonChanged | Code::SeatChanged | Code::PriorityChanged | Code::MetricChanged | Code::ChartChanged => {
            let value = if change.field == Some("note") { said } else { value };
            let listed = exchanged(change);
            let values = if listed.is_empty() { arrow(value(was), value(is), "none") } else { listed };
            with(&field(change), values)
        }
        _ => return None,
    })
}

fn field(change: &Change) -> String {
    match change.field {
        Some("allow") => "waiver ".to_owned(),
        field => format!("{} ", field.unwrap_or_default().replace('_', " ")),
    }
}

fn with(words: &str, mut pieces: Pieces) -> Pieces {
    pieces.insert(0, ours(words));
    pieces
}

fn then(mut pieces: Pieces, words: &str) -> Pieces {
    pieces.push(ours(words));
    pieces
}

fn filled(change: &Change) -> Pieces {
    let mut pieces = with("vacant -> ", names(change.to.iter()));
    for interim in change.folded.iter().filter(|folded| folded.code == Code::InterimEnded) {
        let is_same = interim.from.iter().map(|party| &party.id).eq(change.to.iter().map(|party| &party.id));
        if is_same {
            pieces.push(ours(", who covered it"));
        } else {
            pieces.push(ours("; "));
            pieces.extend(names(interim.from.iter()));
            pieces.push(ours(" covered"));
        }
    }
    pieces
}

fn vacated(change: &Change) -> Pieces {
    let mut pieces = then(names(change.from.iter()), " -> vacant");
    for folded in &change.folded {
        match folded.code {
            Code::InterimNamed => {
                pieces.push(ours("; "));
                pieces.extend(names(folded.to.iter()));
                pieces.push(ours(" covers"));
            }
            Code::VacancyChanged if folded.is.is_some() => {
                pieces.push(ours(" ("));
                pieces.extend(value(folded.is.as_ref()));
                pieces.push(ours(")"));
            }
            _ => {}
        }
    }
    pieces
}

/// A change that is told whole, not by its subject and what has become of it.
pub(super) fn whole(change: &Change) -> Pieces {
    let id = |party: Option<&Party>| party.map(|party| Piece::Id(party.id.clone())).into_iter();
    match change.code {
        Code::PersonJoined => person(change, "joined", change.to.iter()),
        Code::PersonLeft => person(change, "left", change.from.iter()),
        Code::PersonRenamed | Code::SeatRenamed | Code::PriorityRenamed | Code::MetricRenamed => {
            let mut pieces: Pieces = id(change.old.as_ref()).collect();
            pieces.push(ours(" is now "));
            pieces.extend(id(change.new.as_ref()));
            then(pieces, &how(change.how))
        }
        Code::SeatAdded | Code::LayerInserted | Code::SeatRemoved | Code::LayerRemoved => seats(&[change]),
        Code::SeatSplit => {
            let pieces = then(id(change.old.as_ref()).collect(), " is split into ");
            then([pieces, names(change.to.iter())].concat(), &how(change.how))
        }
        Code::SeatsMerged => {
            let pieces = then(names(change.from.iter()), " are merged into ");
            then([pieces, id(change.new.as_ref()).collect()].concat(), &how(change.how))
        }
        Code::OwnersRotated => rotated(change),
        Code::OwnersSwapped => swapped(change),
        Code::PriorityAdded | Code::MetricAdded => {
            let owners = or(names(change.to.iter()), "nobody");
            let state = change.is.as_ref().filter(|is| *is != "on-track").map(|is| format!(" ({is})"));
            [then(subject(change), ", owner "), owners, state.map(ours).into_iter().collect()].concat()
        }
        Code::PriorityRemoved | Code::MetricRemoved => {
            let state = change.was.as_ref().map_or_else(String::new, |was| format!(" ({was})"));
            then(subject(change), &state)
        }
        _ => subject(change),
    }
}

fn person<'p>(change: &Change, did: &str, seats: impl Iterator<Item = &'p Party>) -> Pieces {
    let Some(person) = change.subject() else { return Vec::new() };
    let mut pieces = vec![Piece::Name(person.name.clone()), ours(" ("), Piece::Id(person.id.clone())];
    let seats = names(seats);
    pieces.push(ours(format!(") {did}{}", if seats.is_empty() { ", owning no seat" } else { ": " })));
    pieces.extend(seats);
    pieces
}

fn of_kind(parties: &[Party], kind: Noun) -> impl Iterator<Item = &Party> {
    parties.iter().filter(move |party| party.kind == kind)
}

/// Seats of one title that came under the same manager, or went from under it.
pub(super) fn seats(changes: &[&Change]) -> Pieces {
    let Some(seat) = changes[0].subject() else { return Vec::new() };
    let ids = changes.iter().filter_map(|change| change.subject());
    let mut pieces = then(names(ids), " ");
    pieces.push(Piece::Said(seat.name.clone()));
    pieces.extend(if changes[0].new.is_some() { added(changes) } else { removed(changes) });
    pieces
}

fn added(changes: &[&Change]) -> Pieces {
    let above = names(of_kind(&changes[0].to, Noun::Seat));
    let moved: Vec<&Party> = moved(changes).filter_map(|change| change.new.as_ref()).collect();
    let mut pieces = match (moved.is_empty(), above.is_empty()) {
        (true, true) => vec![ours(" at the top")],
        (true, false) => with(" under ", above),
        (false, _) => with(" between ", above),
    };
    if !moved.is_empty() {
        pieces.push(ours(" and "));
        pieces.extend(names(moved.into_iter()));
    }
    pieces.extend(holders(changes, ", owner ", ", vacant"));
    pieces
}

/// Who holds or held some seats; some may have been held by nobody.
fn holders(changes: &[&Change], held: &str, vacant: &str) -> Pieces {
    let people = |change: &Change| -> Vec<Party> {
        change.from.iter().chain(&change.to).filter(|party| party.kind == Noun::Person).cloned().collect()
    };
    let owners: Vec<Vec<Party>> = changes.iter().map(|change| people(change)).collect();
    let empty = owners.iter().filter(|owners| owners.is_empty()).count();
    if empty == owners.len() {
        return vec![ours(vacant)];
    }
    let mut pieces = with(held, names(owners.iter().flatten()));
    if empty > 0 {
        pieces.push(ours(format!(", {empty} vacant")));
    }
    pieces
}

fn moved<'c>(changes: &'c [&Change]) -> impl Iterator<Item = &'c Change> {
    changes.iter().flat_map(|change| &change.folded).filter(|folded| folded.code == Code::SeatMoved)
}

fn removed(changes: &[&Change]) -> Pieces {
    let mut pieces = holders(changes, ", held by ", ", which was vacant");
    let mut homes: BTreeMap<Option<&Party>, Vec<&Party>> = BTreeMap::new();
    for report in moved(changes) {
        homes.entry(report.to.first()).or_default().extend(report.new.as_ref());
    }
    let more = homes.values().skip(NAMED).map(Vec::len).sum::<usize>();
    for (home, reports) in homes.into_iter().take(NAMED) {
        pieces.push(ours("; "));
        let verb = if reports.len() == 1 { " now reports to " } else { " now report to " };
        pieces.extend(names(reports.into_iter()));
        pieces.push(ours(verb));
        pieces.push(home.map_or_else(|| ours("nobody"), name));
    }
    if more > 0 {
        pieces.push(ours(format!("; {} elsewhere", counted(more, "report", "reports"))));
    }
    let folded = changes.iter().flat_map(|change| &change.folded);
    let dropped = folded.filter(|folded| folded.code == Code::ResponsibilityRemoved).count();
    if dropped > 0 {
        let verb = if changes.len() == 1 { "went with it" } else { "went with them" };
        pieces.push(ours(format!("; {} {verb}", counted(dropped, "responsibility", "responsibilities"))));
    }
    pieces
}

fn rotated(change: &Change) -> Pieces {
    let title = change.subject().map_or_else(String::new, |seat| seat.name.clone());
    let (was, is) = (change.was.as_deref().unwrap_or_default(), change.is.as_deref().unwrap_or_default());
    let seats = if was == is { format!(" ({is} seats): ") } else { format!(" ({was} -> {is} seats): ") };
    let mut pieces = vec![Piece::Said(title), ours(seats)];
    let mut parts = Vec::new();
    for (verb, parties) in [(" came", &change.to), (" went", &change.from)] {
        if !parties.is_empty() {
            parts.push(then(names(parties.iter()), verb));
        }
    }
    parts.push(vec![ours(format!("{} stayed", change.count))]);
    for (at, part) in parts.into_iter().enumerate() {
        if at > 0 {
            pieces.push(ours("; "));
        }
        pieces.extend(part);
    }
    pieces
}

fn swapped(change: &Change) -> Pieces {
    let mut pieces = Vec::new();
    for (at, folded) in change.folded.iter().enumerate() {
        if at > 0 {
            pieces.push(ours("; "));
        }
        pieces.extend(subject(folded));
        pieces.push(ours(": "));
        pieces.extend(arrow(names(folded.from.iter()), names(folded.to.iter()), "nobody"));
    }
    then(pieces, " (exchanged)")
}
