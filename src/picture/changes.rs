//! The picture of a chart on which everything is marked that has changed about its seats since another chart.

use std::collections::{HashMap, HashSet};

use crate::diff::{Change, Diff, What};
use crate::graph::{Graph, SeatView};
use crate::model::{Language, Noun};
use crate::phrase::Label;

use super::cards::{functions, holder};
use super::clean::cut;
use super::{Card, Changed, Fate, Picture};

/// Marks on the picture of a chart what a diff tells of its seats: what is new, what is gone as a ghost at its old
/// place, what has moved, and who held a seat before.
#[must_use]
pub fn with_changes(mut picture: Picture, old: &Graph<'_>, new: &Graph<'_>, diff: &Diff<'_>) -> Picture {
    let before: HashMap<&str, SeatView<'_>> = old.seats().map(|seat| (seat.id().as_str(), seat)).collect();
    picture.earlier_functions.push(functions(old));
    let mut marks = marks(diff, &before, picture.language);
    let renamed: HashMap<&str, &str> = diff
        .renames
        .iter()
        .filter(|rename| rename.new.kind == Noun::Seat)
        .map(|rename| (rename.old.id.as_str(), rename.new.id.as_str()))
        .collect();
    let in_new = |id: &str| renamed.get(id).map_or_else(|| id.to_owned(), |id| (*id).to_owned());
    let mut places: HashMap<String, usize> = HashMap::new();
    for (place, card) in picture.cards.iter_mut().enumerate() {
        card.changed = marks.remove(card.id.as_str());
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
        let parent = manager.and_then(|id| places.get(&in_new(id)).or_else(|| ghosts.get(id))).copied();
        ghosts.insert(seat.id().as_str(), picture.cards.len());
        picture.cards.push(ghost(seat, parent));
    }
    let revision = |graph: &Graph<'_>| graph.chart().revision.get().map(ToString::to_string);
    let title = match (revision(old), revision(new)) {
        (Some(from), Some(to)) => Label::ChangedFromTo.with(picture.language, &[&picture.title, &from, &to]),
        (None, _) | (_, None) => Label::ChangedTitle.with(picture.language, &[&picture.title]),
    };
    picture.title = title;
    picture
}

/// The changes of one kind, those included that others stand for.
fn seats_of<'d>(diff: &'d Diff<'_>, is_wanted: impl Fn(&What) -> bool + 'd) -> impl Iterator<Item = &'d Change> {
    diff.changes.iter().flat_map(Change::all).filter(move |change| is_wanted(&change.what))
}

/// What is said of each seat of the new chart, as far as its box shows it.
fn marks<'d>(
    diff: &'d Diff<'_>,
    before: &HashMap<&str, SeatView<'_>>,
    language: Language,
) -> HashMap<&'d str, Changed> {
    let mut marks: HashMap<&str, Changed> = HashMap::new();
    for change in diff.changes.iter().flat_map(Change::all) {
        let Some(seat) = change.new.as_ref().filter(|seat| seat.kind == Noun::Seat) else { continue };
        let former = || {
            change.old.as_ref().and_then(|seat| before.get(seat.id.as_str())).map(|seat| holder(*seat).words(language))
        };
        let mut mark = |set: &mut dyn FnMut(&mut Changed)| set(marks.entry(seat.id.as_str()).or_default());
        match &change.what {
            What::SeatAdded { .. } | What::LayerInserted { .. } => mark(&mut |changed| changed.fate = Fate::Added),
            What::SeatMoved { from, .. } => mark(&mut |changed| {
                let from = from.as_ref().map_or(Label::TheTop.words(language), |seat| seat.name.as_str());
                changed.moved_from = Some(cut(from).into_owned());
            }),
            What::OwnerReplaced { .. }
            | What::OwnerFilled { .. }
            | What::OwnerVacated { .. }
            | What::OwnerShared { .. }
            | What::OwnerSettled { .. }
            | What::InterimNamed { .. }
            | What::InterimReplaced { .. }
            | What::InterimEnded { .. } => mark(&mut |changed| changed.former_holder = former()),
            _ => {}
        }
    }
    marks
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
