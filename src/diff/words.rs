//! Changes in words.

use std::collections::BTreeMap;

use super::flat::{KeyChange, Values};
use super::parties::{
    NAMED, apart, arrow, entry, exchanged, id, name, names, parties, person, reworded, said, several, value,
};
use super::{Change, How, Party, What};
use crate::model::{Noun, Status};
use crate::phrase::{ARROW, Phrase, count, ours, percent, quoted, row, say, text};

/// How a change stands on lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Told<'c> {
    /// On a line of its own, in these words.
    Whole(Phrase),
    /// After the entry that it is about, with whatever else is said about that.
    Of(Phrase),
    /// After the entry that it is about, on a line of its own.
    Alone(Phrase),
    /// One text of several that are said of one seat or went from one to another.
    Text { of: Phrase, text: &'c str },
    /// With other seats that moved from one manager to another.
    Moved(Move<'c>),
    /// A seat with others of its title that came under one manager, or went from under it.
    Alike(Around<'c>),
    /// A seat by itself.
    Seat(Around<'c>),
}

/// A seat's old and new manager.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Move<'c> {
    pub(super) from: Option<&'c Party>,
    pub(super) to: Option<&'c Party>,
    /// The owners of the two.
    pub(super) owners: (Option<&'c String>, Option<&'c String>),
    /// How many seats went with it.
    pub(super) below: usize,
}

/// The seat above one that came or went, and who held it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Around<'c> {
    pub(super) under: Option<&'c Party>,
    pub(super) owners: &'c [Party],
}

impl How {
    /// How a rename is known.
    pub(super) fn told(self) -> Phrase {
        match self {
            Self::Id => Phrase::default(),
            Self::Declared => " (declared)".into(),
            Self::Number => " (by number)".into(),
            Self::Exact => " (all else is the same)".into(),
            Self::Likely(score) => say![" (likely, ", percent(score / 10), ")"],
        }
    }
}

impl Change {
    /// What it is about, in words.
    pub(super) fn about(&self) -> Phrase {
        let Some(party) = self.subject() else { return Phrase::default() };
        match party.kind {
            Noun::Person => person(party),
            Noun::Chart if matches!(self.what, What::OrganizationRenamed { .. }) => "the organisation".into(),
            Noun::Chart => "the chart".into(),
            Noun::Strategy | Noun::Promise => "the strategy".into(),
            // Both titles follow.
            Noun::Priority | Noun::Metric
                if !matches!(self.what, What::PriorityRetitled { .. } | What::MetricRetitled { .. }) =>
            {
                say![id(party), " ", quoted(&party.name)]
            }
            Noun::Seat | Noun::Priority | Noun::Metric => entry(party),
        }
    }
}

impl KeyChange {
    /// The old and new values, in words.
    pub(super) fn arrow(&self, nothing: &'static str) -> Phrase {
        self.arrow_of(value, nothing)
    }

    fn arrow_of(&self, words: impl Fn(Option<&String>) -> Phrase, nothing: &'static str) -> Phrase {
        match &self.values {
            Values::Words { was, is } => arrow(words(was.as_ref()), words(is.as_ref()), nothing),
            Values::Entries { from, to } => exchanged(from, to),
        }
    }
}

/// Keys whose value is a sentence of the chart, and is quoted.
const SENTENCES: [&str; 6] = ["note", "mission", "vision", "values", "intent", "promise"];
/// Those that say something of the organisation, or do not.
const STATEMENTS: [&str; 4] = ["mission", "vision", "intent", "promise"];

/// A key that has no words of its own.
pub(super) fn key_changed(key: &KeyChange) -> Phrase {
    let label = if key.key == "allow" { "waiver".to_owned() } else { key.key.replace('_', " ") };
    let nothing = if STATEMENTS.contains(&key.key) { "not said" } else { "none" };
    let words = if SENTENCES.contains(&key.key) { said } else { value };
    say![ours(label), " ", key.arrow_of(words, nothing)]
}

pub(super) fn status(status: Option<Status>) -> Phrase {
    say![status.map(|status| say![" (", status.name(), ")"])]
}

/// What to ask of a priority that was off track and is gone without a word.
pub(super) fn left_open(was: Option<Status>) -> Option<Phrase> {
    (was == Some(Status::OffTrack)).then(|| say![" without being ", code("dropped"), ": carry it on, or drop it?"])
}

/// Under another id, and in other words where those are reported with it.
pub(super) fn renamed(change: &Change, how: How) -> Phrase {
    let titles = change.folded.iter().filter_map(|folded| {
        let (What::PriorityRetitled { was, is } | What::MetricRetitled { was, is }) = &folded.what else { return None };
        Some(say![": ", reworded(was, is)])
    });
    let (old, new) = (change.old.as_ref().map(entry), change.new.as_ref().map(entry));
    say![old, " is now ", new, how.told(), row(titles, "")]
}

/// A person with another name, or another id.
pub(super) fn respelt<'c>(change: &Change, was: Option<&String>, how: How) -> Told<'c> {
    match was {
        Some(was) => Told::Of(say!["was called ", quoted(was)]),
        None => Told::Whole(renamed(change, how)),
    }
}

pub(super) fn filled(change: &Change, to: &[Party]) -> Phrase {
    let covered = change.folded.iter().filter_map(|folded| {
        let What::InterimEnded { from } = &folded.what else { return None };
        let is_same = from.iter().map(|party| &party.id).eq(to.iter().map(|party| &party.id));
        Some(if is_same { ", who covered it".into() } else { say!["; ", names(from), " covered"] })
    });
    say!["vacant", ARROW, names(to), row(covered, "")]
}

pub(super) fn vacated(change: &Change, from: &[Party]) -> Phrase {
    say![names(from), ARROW, "vacant", cover(change)]
}

/// Who covers a seat from now on, and what is said of the vacancy.
pub(super) fn cover(change: &Change) -> Phrase {
    let named = change.folded.iter().filter_map(|folded| {
        let What::InterimNamed { to } = &folded.what else { return None };
        Some(say!["; ", names(to), " covers"])
    });
    let noted = change.folded.iter().filter_map(|folded| {
        let What::VacancyChanged { key: KeyChange { values: Values::Words { is, .. }, .. } } = &folded.what else {
            return None;
        };
        is.as_ref().map(|is| say![" (", text(is), ")"])
    });
    row(named.chain(noted), "")
}

/// Whom somebody comes after in a seat.
pub(super) fn after(from: &[Party], person: &Change) -> Phrase {
    let has_left = person.folded.iter().any(|other| matches!(other.what, What::PersonLeft { .. }));
    let whose: Vec<&Party> = person.subject().into_iter().collect();
    say![", after ", apart(from, &whose), has_left.then_some(", who left")]
}

/// Seats of one title that came under the same manager, or went from under it.
pub(super) fn seats(changes: &[(&Change, Around<'_>)]) -> Phrase {
    let Some(seat) = changes.first().and_then(|(change, _)| change.subject()) else { return Phrase::default() };
    let ids: Vec<Phrase> = changes.iter().filter_map(|(change, _)| change.subject()).map(id).collect();
    let came = changes.iter().any(|(change, _)| change.new.is_some());
    // The title is said once for all.
    say![several(&ids), " ", quoted(&seat.name), if came { added(changes) } else { removed(changes) }]
}

fn added(changes: &[(&Change, Around<'_>)]) -> Phrase {
    let above = changes.iter().find_map(|(_, around)| around.under).map(name);
    let below: Vec<&Party> = moves(changes).filter_map(|(report, _)| report).collect();
    let place = match above {
        None => " at the top".into(),
        Some(above) if below.is_empty() => say![" under ", above],
        Some(above) => say![" between ", above, " and ", names(below)],
    };
    say![place, holders(changes, ", owner ", ", vacant")]
}

/// Who holds or held some seats; some may have been held by nobody.
fn holders(changes: &[(&Change, Around<'_>)], held: &'static str, vacant: &'static str) -> Phrase {
    let empty = changes.iter().filter(|(_, around)| around.owners.is_empty()).count();
    if empty == changes.len() {
        return vacant.into();
    }
    let owners = names(changes.iter().flat_map(|(_, around)| around.owners));
    say![held, owners, (empty > 0).then(|| say![", ", empty, " vacant"])]
}

/// The reports that moved for it, and to whom.
fn moves<'c>(changes: &[(&'c Change, Around<'_>)]) -> impl Iterator<Item = (Option<&'c Party>, Option<&'c Party>)> {
    changes.iter().flat_map(|(change, _)| &change.folded).filter_map(|folded| {
        let What::SeatMoved { to, .. } = &folded.what else { return None };
        Some((folded.new.as_ref(), to.as_ref()))
    })
}

fn removed(changes: &[(&Change, Around<'_>)]) -> Phrase {
    let mut homes: BTreeMap<Option<&Party>, Vec<&Party>> = BTreeMap::new();
    for (report, home) in moves(changes) {
        homes.entry(home).or_default().extend(report);
    }
    let more = homes.values().skip(NAMED).map(Vec::len).sum::<usize>();
    let went = homes.into_iter().take(NAMED).map(|(home, reports)| {
        let verb = if reports.len() == 1 { " now reports to " } else { " now report to " };
        say!["; ", names(reports), verb, home.map_or_else(|| "nobody".into(), name)]
    });
    let elsewhere = (more > 0).then(|| say!["; ", count(more, "report", "reports"), " elsewhere"]);
    let duties = duties_gone(changes.iter().map(|(change, _)| *change));
    say![holders(changes, ", held by ", ", which was vacant"), row(went, ""), elsewhere, duties]
}

/// How many responsibilities went with some seats, if any did.
pub(super) fn duties_gone<'c>(changes: impl IntoIterator<Item = &'c Change>) -> Option<Phrase> {
    let changes: Vec<&Change> = changes.into_iter().collect();
    let folded = changes.iter().flat_map(|change| &change.folded);
    let dropped = folded.filter(|folded| matches!(folded.what, What::ResponsibilityRemoved { .. })).count();
    let verb = if changes.len() == 1 { " went with it" } else { " went with them" };
    (dropped > 0).then(|| say!["; ", count(dropped, "responsibility", "responsibilities"), verb])
}

/// Seats that moved from one manager to another.
pub(super) fn moved(changes: &[(&Change, Move<'_>)]) -> Phrase {
    let Some((_, Move { from, to, owners, .. })) = changes.first() else { return Phrase::default() };
    let seats = names(changes.iter().filter_map(|(change, _)| change.new.as_ref()));
    // If two managers have the same title, only their owners tell a reader which is which.
    let are_alike = from.map(|seat| &seat.name) == to.map(|seat| &seat.name);
    let manager = |seat: Option<&Party>, owner: Option<&String>| {
        let owner = owner.filter(|_| are_alike).map(|owner| say![" (", text(owner), ")"]);
        say![seat.map_or_else(|| "the top".into(), name), owner]
    };
    let below: usize = changes.iter().map(|(_, moved)| moved.below).sum();
    let with = (below > 0).then(|| say![" (with ", count(below, "seat", "seats"), ")"]);
    say![seats, ": ", manager(*from, owners.0), ARROW, manager(*to, owners.1), with]
}

pub(super) fn rotated(
    change: &Change,
    (went, came): (&[Party], &[Party]),
    (before, after): (usize, usize),
    stayed: usize,
) -> Phrase {
    let title = change.subject().map(|seat| quoted(&seat.name));
    let before = (before != after).then(|| say![before, ARROW]);
    let moved = [(" came; ", came), (" went; ", went)].into_iter().filter(|(_, parties)| !parties.is_empty());
    let moved = row(moved.map(|(verb, parties)| say![names(parties), verb]), "");
    say![title, " (", before, after, " seats): ", moved, stayed, " stayed"]
}

pub(super) fn swapped(change: &Change) -> Phrase {
    let both = change.folded.iter().filter_map(|folded| {
        let What::OwnerReplaced { from, to } = &folded.what else { return None };
        Some(say![folded.about(), ": ", parties(from, to, "nobody")])
    });
    say![row(both, "; "), " (exchanged)"]
}
