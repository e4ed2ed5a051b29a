//! The picture of a chart on which everything is marked that has changed about its seats since another chart.

use std::collections::{HashMap, HashSet};

use crate::diff::{Change, Diff, Party, What};
use crate::graph::{Graph, SeatView};
use crate::model::{Language, Noun};
use crate::phrase::Label;

use super::cards::holder;
use super::clean::cut;
use super::functions::functions;
use super::{Card, Changed, Fate, Picture};

/// Marks on the picture of a chart what a diff says about its seats: what is new, what is gone as a ghost at its old
/// place, what has moved, is called or held otherwise, or answers for other things. All else stands back.
#[must_use]
pub fn with_changes(mut picture: Picture, old: &Graph<'_>, new: &Graph<'_>, diff: &Diff<'_>) -> Picture {
    picture.earlier_functions.push(functions(old));
    let mut marks = Marks::new(old, diff, picture.language);
    diff.changes.iter().flat_map(Change::all).for_each(|change| marks.take(change));
    let mut places: HashMap<String, usize> = HashMap::new();
    for (place, card) in picture.cards.iter_mut().enumerate() {
        match marks.of.remove(card.id.as_str()) {
            Some(changed) => speak(card, changed),
            None => stand_back(card),
        }
        places.insert(card.id.clone(), place);
    }
    let gone: HashSet<&str> =
        seats_of(diff, |what| matches!(what, What::SeatRemoved { .. } | What::LayerRemoved { .. }))
            .filter_map(|change| change.old.as_ref())
            .map(|seat| seat.id.as_str())
            .collect();
    // The tree order of the old chart: a manager comes before the reports.
    let mut ghosts: HashMap<&str, usize> = HashMap::new();
    for seat in old.tree().filter(|seat| gone.contains(seat.id().as_str())) {
        let manager = seat.manager().map(|manager| manager.id().as_str());
        let parent = manager.and_then(|id| places.get(marks.in_new(id)).or_else(|| ghosts.get(id))).copied();
        ghosts.insert(seat.id().as_str(), picture.cards.len());
        picture.cards.push(ghost(seat, parent));
    }
    let revision = |graph: &Graph<'_>| graph.chart().revision.get().map(ToString::to_string);
    picture.title = match (revision(old), revision(new)) {
        _ if picture.title.is_empty() => String::new(),
        (Some(from), Some(to)) => Label::ChangesOf.with(picture.language, &[&picture.title, &from, &to]),
        _ => format!("{}: {}", picture.title, Label::WhatChanged.words(picture.language)),
    };
    picture
}

/// The changes of one kind, those included that others stand for.
fn seats_of<'d>(diff: &'d Diff<'_>, is_wanted: impl Fn(&What) -> bool + 'd) -> impl Iterator<Item = &'d Change> {
    diff.changes.iter().flat_map(Change::all).filter(move |change| is_wanted(&change.what))
}

/// What is said of each seat of the new chart, as far as its box shows it.
struct Marks<'d> {
    language: Language,
    before: HashMap<&'d str, SeatView<'d>>,
    /// The new ids of seats that had others.
    renamed: HashMap<&'d str, &'d str>,
    of: HashMap<&'d str, Changed>,
}

impl<'d> Marks<'d> {
    fn new(old: &'d Graph<'d>, diff: &'d Diff<'_>, language: Language) -> Self {
        let renames = diff.renames.iter().filter(|rename| rename.new.kind == Noun::Seat);
        Self {
            language,
            before: old.seats().map(|seat| (seat.id().as_str(), seat)).collect(),
            renamed: renames.map(|rename| (rename.old.id.as_str(), rename.new.id.as_str())).collect(),
            of: HashMap::new(),
        }
    }

    /// What the new chart calls a seat of the old one.
    fn in_new<'a>(&self, id: &'a str) -> &'a str
    where
        'd: 'a,
    {
        self.renamed.get(id).copied().unwrap_or(id)
    }

    fn mark(&mut self, seat: &'d str) -> &mut Changed {
        self.of.entry(seat).or_default()
    }

    fn take(&mut self, change: &'d Change) {
        let seat_of = |party: &'d Option<Party>| party.as_ref().filter(|party| party.kind == Noun::Seat);
        let Some(seat) = seat_of(&change.new).map(|seat| seat.id.as_str()) else { return };
        match &change.what {
            What::SeatAdded { .. } | What::LayerInserted { .. } => self.mark(seat).fate = Fate::Added,
            What::SeatMoved { from, .. } => {
                let from = from.as_ref().map_or(Label::TheTop.words(self.language), |seat| seat.name.as_str());
                self.mark(seat).moved_from = Some(cut(from).into_owned());
            }
            What::SeatRetitled { was, .. } => {
                let was = if was.trim().is_empty() { seat_of(&change.old).map_or("", |seat| &seat.id) } else { was };
                self.mark(seat).former_title = Some(cut(was).into_owned());
            }
            What::OwnerReplaced { .. }
            | What::OwnerFilled { .. }
            | What::OwnerVacated { .. }
            | What::OwnerShared { .. }
            | What::OwnerSettled { .. }
            | What::InterimNamed { .. }
            | What::InterimReplaced { .. }
            | What::InterimEnded { .. } => {
                let held = seat_of(&change.old).and_then(|seat| self.before.get(seat.id.as_str()));
                let held = held.map(|seat| holder(*seat).words(self.language));
                let mark = self.mark(seat);
                mark.former_holder = held;
                mark.is_vacated |= matches!(change.what, What::OwnerVacated { .. });
            }
            What::ResponsibilityMoved { was, is } => {
                if let Some(from) = seat_of(&change.old).map(|seat| self.in_new(&seat.id)) {
                    self.mark(from).lost.push(cut(was).into_owned());
                }
                self.mark(seat).gained.push(cut(is).into_owned());
            }
            What::ResponsibilityAdded { is } => self.mark(seat).gained.push(cut(is).into_owned()),
            What::ResponsibilityRemoved { was } => self.mark(seat).lost.push(cut(was).into_owned()),
            What::ResponsibilityReworded { was, is } => {
                let mark = self.mark(seat);
                mark.lost.push(cut(was).into_owned());
                mark.gained.push(cut(is).into_owned());
            }
            // What is told by others of these kinds, or shows in no box.
            What::SeatRenamed { .. }
            | What::SeatsRenamed { .. }
            | What::SeatSplit { .. }
            | What::SeatsMerged { .. }
            | What::OwnersSwapped { .. }
            | What::OwnersRotated { .. } => {}
            _ => self.mark(seat).is_otherwise = true,
        }
    }
}

/// What is new about a seat's work is told apart from what it answered for before.
fn speak(card: &mut Card, mut changed: Changed) {
    if changed.fate == Fate::Added {
        changed.gained.clear();
    }
    let mut gained = changed.gained.clone();
    card.responsibilities.retain(|old| match gained.iter().position(|new| new == old) {
        Some(at) => {
            gained.swap_remove(at);
            false
        }
        None => true,
    });
    // Where responsibilities are not shown, theirs are not either.
    changed.gained.retain(|new| !gained.contains(new));
    card.changed = Some(changed);
}

/// The box of an unchanged seat says only its title and who holds it.
fn stand_back(card: &mut Card) {
    card.is_faded = true;
    card.function = None;
    card.badges.clear();
    for list in [&mut card.responsibilities, &mut card.priorities, &mut card.metrics] {
        list.clear();
    }
}

fn ghost(seat: SeatView<'_>, parent: Option<usize>) -> Card {
    Card {
        id: seat.id().to_string(),
        title: cut(seat.title()).into_owned(),
        holder: holder(seat),
        parent,
        changed: Some(Changed { fate: Fate::Removed, ..Changed::default() }),
        ..Card::default()
    }
}
