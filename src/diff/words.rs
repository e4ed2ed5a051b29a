//! Changes in words, as pieces that are joined into one phrase.

use std::collections::BTreeMap;

use super::flat::{KeyChange, Values};
pub(super) use super::pieces::{
    ARROW_WORDS, NAMED, Piece, Pieces, all, arrow, called, counted, entry, exchanged, list, name, names, or, ours,
    parties, phrase, said, shared_names, then, title, value, with,
};
use super::{Change, How, Party, What};
use crate::model::{Noun, Status};

/// How a change stands on lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Told {
    /// On a line of its own, in these words.
    Whole(Pieces),
    /// Behind what it is about, with whatever else is said of that.
    Of(Pieces),
    /// Behind what it is about, on a line of its own.
    Alone(Pieces),
    /// One text of several that are said of one seat or went from one to another.
    Text { of: Pieces, text: String },
    /// With other seats that moved from one manager to another.
    Moved,
    /// A seat with others of its title that came under one manager, or went from under it.
    Alike,
    /// A seat by itself.
    Seat,
}

impl How {
    /// How a rename is known.
    pub(crate) fn told(self) -> Pieces {
        vec![ours(match self {
            Self::Id => String::new(),
            Self::Declared => " (declared)".to_owned(),
            Self::Number => " (by number)".to_owned(),
            Self::Exact => " (all else is the same)".to_owned(),
            Self::Likely(score) => format!(" (likely, {} %)", score / 10),
        })]
    }
}

impl Change {
    /// What it is about, in words.
    pub(crate) fn about(&self) -> Pieces {
        let Some(party) = self.subject() else { return Vec::new() };
        match party.kind {
            Noun::Person => vec![Piece::person(party)],
            Noun::Chart if matches!(self.what, What::OrganizationRenamed { .. }) => vec![ours("the organisation")],
            Noun::Chart => vec![ours("the chart")],
            Noun::Strategy | Noun::Promise => vec![ours("the strategy")],
            // Both titles follow.
            Noun::Priority | Noun::Metric
                if !matches!(self.what, What::PriorityRetitled { .. } | What::MetricRetitled { .. }) =>
            {
                vec![Piece::id(party), ours(" "), Piece::Said(party.name.clone())]
            }
            Noun::Seat | Noun::Priority | Noun::Metric => vec![Piece::entry(party)],
        }
    }
}

impl KeyChange {
    /// From what was said to what is said, in words.
    pub(super) fn arrow(&self, nothing: &str) -> Pieces {
        self.arrow_of(value, nothing)
    }

    fn arrow_of(&self, piece: impl Fn(Option<&String>) -> Pieces, nothing: &str) -> Pieces {
        match &self.values {
            Values::Words { was, is } => arrow(piece(was.as_ref()), piece(is.as_ref()), nothing),
            Values::Entries { from, to } => exchanged(from, to),
        }
    }
}

/// A key that has no words of its own. Texts are quoted, words of the format are not.
pub(super) fn key_changed(key: &KeyChange) -> Pieces {
    let label = match key.key {
        "allow" => "waiver ".to_owned(),
        key => format!("{} ", key.replace('_', " ")),
    };
    let nothing = match key.key {
        "mission" | "vision" | "intent" | "promise" => "not said",
        _ => "none",
    };
    let is_text = matches!(key.key, "note" | "mission" | "vision" | "values" | "intent" | "promise");
    with(&label, if is_text { key.arrow_of(said, nothing) } else { key.arrow(nothing) })
}

pub(super) fn status(status: Option<Status>) -> Pieces {
    status.map(|status| ours(format!(" ({})", status.name()))).into_iter().collect()
}

/// What to ask of a priority that was off track and is gone without a word.
pub(super) fn left_open(was: Option<Status>) -> Pieces {
    let is_open = was == Some(Status::OffTrack);
    is_open.then(|| ours(" without being `dropped`: carry it on, or drop it?")).into_iter().collect()
}

/// Under another id, and in other words where those are reported with it.
pub(super) fn renamed(change: &Change, how: How) -> Pieces {
    let mut pieces = [then(entry(change.old.as_ref()), " is now "), entry(change.new.as_ref()), how.told()].concat();
    for folded in &change.folded {
        if let What::PriorityRetitled { was, is } | What::MetricRetitled { was, is } = &folded.what {
            pieces.push(ours(": "));
            pieces.extend(arrow(title(was), title(is), "untitled"));
        }
    }
    pieces
}

/// A person with another name, or another id.
pub(super) fn respelt(change: &Change, was: Option<&String>, how: How) -> Told {
    match was {
        Some(was) => Told::Of(with("was called ", title(was))),
        None => Told::Whole(renamed(change, how)),
    }
}

pub(super) fn filled(change: &Change, to: &[Party]) -> Pieces {
    let mut pieces = arrow(Vec::new(), names(to.iter()), "vacant");
    for folded in &change.folded {
        let What::InterimEnded { from } = &folded.what else { continue };
        let is_same = from.iter().map(|party| &party.id).eq(to.iter().map(|party| &party.id));
        if is_same {
            pieces.push(ours(", who covered it"));
        } else {
            pieces.push(ours("; "));
            pieces.extend(names(from.iter()));
            pieces.push(ours(" covered"));
        }
    }
    pieces
}

pub(super) fn vacated(change: &Change, from: &[Party]) -> Pieces {
    [arrow(names(from.iter()), Vec::new(), "vacant"), cover(change)].concat()
}

/// Who covers a seat from now on, and what is said of the vacancy.
fn cover(change: &Change) -> Pieces {
    let mut pieces = Vec::new();
    for folded in &change.folded {
        if let What::InterimNamed { to } = &folded.what {
            pieces.push(ours("; "));
            pieces.extend(names(to.iter()));
            pieces.push(ours(" covers"));
        }
        if let What::VacancyChanged { key: KeyChange { values: Values::Words { is: Some(is), .. }, .. } } = &folded.what
        {
            pieces.extend([ours(" ("), Piece::Name(is.clone()), ours(")")]);
        }
    }
    pieces
}

/// Who came or went, with which seats, and what that means for the one that is reported with it.
pub(super) fn person(change: &Change, did: &str, seats: &[Party]) -> Pieces {
    let Some(person) = change.subject() else { return Vec::new() };
    let mut pieces = vec![Piece::person(person), ours(" ("), Piece::id(person)];
    pieces.push(ours(format!(") {did}{}", if seats.is_empty() { ", owning no seat" } else { ": " })));
    pieces.extend(names(seats.iter()));
    for folded in &change.folded {
        match &folded.what {
            What::SeatAdded { under, .. } => {
                pieces.push(ours(", which is new, "));
                pieces.extend(title(&seats.first().map_or_else(String::new, |seat| seat.name.clone())));
                pieces.push(ours(if under.is_some() { " under " } else { " at the top" }));
                pieces.extend(names(under.iter()));
            }
            What::SeatRemoved { .. } => {
                pieces.push(ours(", which is gone"));
                pieces.extend(duties_gone(&[folded]));
            }
            What::OwnerFilled { .. } => pieces.push(ours(", which was vacant")),
            What::OwnerVacated { .. } => {
                pieces.push(ours(", now vacant"));
                pieces.extend(cover(folded));
            }
            What::OwnerReplaced { from, .. } => {
                let has_left = change.folded.iter().any(|other| matches!(other.what, What::PersonLeft { .. }));
                pieces.push(ours(", after "));
                pieces.extend(parties_apart(from, person));
                pieces.extend(has_left.then(|| ours(", who left")));
            }
            _ => {}
        }
    }
    pieces
}

/// Some people beside another, who may bear the same name.
fn parties_apart(parties: &[Party], other: &Party) -> Pieces {
    let shared = shared_names(&parties.iter().chain([other]).collect::<Vec<_>>());
    all(parties.iter().map(|party| called(party, &shared)).collect())
}

/// From which seat to which.
pub(super) fn way(change: &Change) -> Pieces {
    [then(entry(change.old.as_ref()), " -> "), entry(change.new.as_ref())].concat()
}

/// The seat above one that came or went, and who held it.
fn around(change: &Change) -> (Option<&Party>, &[Party]) {
    match &change.what {
        What::SeatAdded { under, owners }
        | What::LayerInserted { under, owners }
        | What::SeatRemoved { under, owners }
        | What::LayerRemoved { under, owners } => (under.as_ref(), owners),
        _ => (None, &[]),
    }
}

/// Seats of one title that came under the same manager, or went from under it.
pub(crate) fn seats(changes: &[&Change]) -> Pieces {
    let Some(seat) = changes[0].subject() else { return Vec::new() };
    let ids = changes.iter().filter_map(|change| change.subject());
    // The title is said once for all.
    let mut pieces = then(list(ids.map(Piece::id).collect()), " ");
    pieces.push(Piece::Said(seat.name.clone()));
    pieces.extend(if changes[0].new.is_some() { added(changes) } else { removed(changes) });
    pieces
}

fn added(changes: &[&Change]) -> Pieces {
    let above = names(around(changes[0]).0.into_iter());
    let moved: Vec<&Party> = moves(changes).filter_map(|(report, _)| report).collect();
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
    let owners: Vec<&[Party]> = changes.iter().map(|change| around(change).1).collect();
    let empty = owners.iter().filter(|owners| owners.is_empty()).count();
    if empty == owners.len() {
        return vec![ours(vacant)];
    }
    let mut pieces = with(held, names(owners.into_iter().flatten()));
    if empty > 0 {
        pieces.push(ours(format!(", {empty} vacant")));
    }
    pieces
}

/// The reports that moved for it, and to whom.
fn moves<'c>(changes: &'c [&Change]) -> impl Iterator<Item = (Option<&'c Party>, Option<&'c Party>)> {
    let folded = changes.iter().flat_map(|change| &change.folded);
    folded.filter_map(|folded| match &folded.what {
        What::SeatMoved { to, .. } => Some((folded.new.as_ref(), to.as_ref())),
        _ => None,
    })
}

fn removed(changes: &[&Change]) -> Pieces {
    let mut pieces = holders(changes, ", held by ", ", which was vacant");
    let mut homes: BTreeMap<Option<&Party>, Vec<&Party>> = BTreeMap::new();
    for (report, home) in moves(changes) {
        homes.entry(home).or_default().extend(report);
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
    pieces.extend(duties_gone(changes));
    pieces
}

/// How many responsibilities went with some seats, if any did.
fn duties_gone(changes: &[&Change]) -> Option<Piece> {
    let folded = changes.iter().flat_map(|change| &change.folded);
    let dropped = folded.filter(|folded| matches!(folded.what, What::ResponsibilityRemoved { .. })).count();
    let verb = if changes.len() == 1 { "went with it" } else { "went with them" };
    (dropped > 0).then(|| ours(format!("; {} {verb}", counted(dropped, "responsibility", "responsibilities"))))
}

/// Seats that moved from one manager to another.
pub(crate) fn moved(changes: &[&Change]) -> Pieces {
    let mut pieces = names(changes.iter().filter_map(|change| change.new.as_ref()));
    let mut below = 0;
    for (at, change) in changes.iter().enumerate() {
        let What::SeatMoved { from, to, below: with_it, from_owner, to_owner } = &change.what else { continue };
        below += with_it;
        if at > 0 {
            continue;
        }
        // Of two managers that are called the same, only their owners tell a reader which is which.
        let are_alike = from.as_ref().map(|seat| &seat.name) == to.as_ref().map(|seat| &seat.name);
        for (words, seat, owner) in [(": ", from, from_owner), (" -> ", to, to_owner)] {
            pieces.push(ours(words));
            pieces.push(seat.as_ref().map_or_else(|| ours("the top"), name));
            if let (true, Some(owner)) = (are_alike, owner) {
                pieces.extend([ours(" ("), Piece::Name(owner.clone()), ours(")")]);
            }
        }
    }
    if below > 0 {
        pieces.push(ours(format!(" (with {})", counted(below, "seat", "seats"))));
    }
    pieces
}

pub(super) fn rotated(
    change: &Change,
    (went, came): (&[Party], &[Party]),
    (before, after): (usize, usize),
    stayed: usize,
) -> Pieces {
    let title = change.subject().map_or_else(String::new, |seat| seat.name.clone());
    let mut pieces = vec![Piece::Said(title), ours(" (")];
    if before != after {
        pieces.extend([ours(before.to_string()), ours(ARROW_WORDS)]);
    }
    pieces.push(ours(format!("{after} seats): ")));
    let mut parts = Vec::new();
    for (verb, parties) in [(" came", came), (" went", went)] {
        if !parties.is_empty() {
            parts.push(then(names(parties.iter()), verb));
        }
    }
    parts.push(vec![ours(format!("{stayed} stayed"))]);
    for (at, part) in parts.into_iter().enumerate() {
        if at > 0 {
            pieces.push(ours("; "));
        }
        pieces.extend(part);
    }
    pieces
}

pub(super) fn swapped(change: &Change) -> Pieces {
    let mut pieces = Vec::new();
    for (at, folded) in change.folded.iter().enumerate() {
        let What::OwnerReplaced { from, to } = &folded.what else { continue };
        if at > 0 {
            pieces.push(ours("; "));
        }
        pieces.extend(folded.about());
        pieces.push(ours(": "));
        pieces.extend(parties(from, to, "nobody"));
    }
    then(pieces, " (exchanged)")
}
