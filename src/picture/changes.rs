//! The picture of a chart on which everything is marked that has changed about its seats since another chart.

use std::collections::{BTreeSet, HashMap};

use crate::diff::Rename;
use crate::graph::{Graph, SeatView};
use crate::model::{Language, Noun};
use crate::phrase::Label;

use super::cards::holder;
use super::clean::cut;
use super::{Card, Changed, Fate, Picture};

/// Marks on the picture of a chart what has changed since an older one: what is new, what is gone as a ghost at its
/// old place, what has moved, and who held a seat before.
#[must_use]
pub fn with_changes(mut picture: Picture, old: &Graph<'_>, new: &Graph<'_>, renames: &[Rename]) -> Picture {
    let (seats, people) = (Ids::of(renames, Noun::Seat), Ids::of(renames, Noun::Person));
    let before: HashMap<&str, SeatView<'_>> = old.seats().map(|seat| (seat.id().as_str(), seat)).collect();
    let after: HashMap<&str, SeatView<'_>> = new.seats().map(|seat| (seat.id().as_str(), seat)).collect();
    let mut places: HashMap<String, usize> = HashMap::new();
    for (place, card) in picture.cards.iter_mut().enumerate() {
        let Some(now) = after.get(card.id.as_str()) else { continue };
        card.changed = match before.get(seats.in_old(&card.id)) {
            Some(was) => changed(*was, *now, &seats, &people, picture.language),
            None => Some(Changed { fate: Fate::Added, ..Changed::default() }),
        };
        places.insert(card.id.clone(), place);
    }
    // The tree order of the old chart: a manager comes before the reports.
    let mut ghosts: HashMap<&str, usize> = HashMap::new();
    for seat in old.tree().filter(|seat| !after.contains_key(seats.in_new(seat.id().as_str()))) {
        let manager = seat.manager().map(|manager| manager.id().as_str());
        let parent = manager.and_then(|id| places.get(seats.in_new(id)).or_else(|| ghosts.get(id))).copied();
        ghosts.insert(seat.id().as_str(), picture.cards.len());
        picture.cards.push(ghost(seat, parent));
    }
    let revision = |graph: &Graph<'_>| graph.chart().revision.get().map(ToString::to_string);
    let since = match (revision(old), revision(new)) {
        (Some(from), Some(to)) => format!(" from {from} to {to}"),
        _ => String::new(),
    };
    picture.title = format!("{}: what changed{since}", picture.title);
    picture
}

/// What one chart calls what the other calls something else.
struct Ids<'a> {
    to_new: HashMap<&'a str, &'a str>,
    to_old: HashMap<&'a str, &'a str>,
}

impl<'a> Ids<'a> {
    fn of(renames: &'a [Rename], kind: Noun) -> Self {
        let pairs = renames.iter().filter(|rename| rename.new.kind == kind);
        let pairs = pairs.map(|rename| (rename.old.id.as_str(), rename.new.id.as_str()));
        Self { to_new: pairs.clone().collect(), to_old: pairs.map(|(old, new)| (new, old)).collect() }
    }

    fn in_new<'i>(&self, old: &'i str) -> &'i str
    where
        'a: 'i,
    {
        self.to_new.get(old).copied().unwrap_or(old)
    }

    fn in_old<'i>(&self, new: &'i str) -> &'i str
    where
        'a: 'i,
    {
        self.to_old.get(new).copied().unwrap_or(new)
    }
}

/// How a seat that is in both charts differs, as far as its box shows it.
fn changed(
    was: SeatView<'_>,
    now: SeatView<'_>,
    seats: &Ids<'_>,
    people: &Ids<'_>,
    language: Language,
) -> Option<Changed> {
    let manager = |seat: SeatView<'_>| seat.claims().reports_to.get().map(|id| id.as_str().to_owned());
    let above = manager(was).map(|id| seats.in_new(&id).to_owned());
    let moved_from = (above != manager(now)).then(|| match was.manager() {
        Some(seat) => cut(seat.title()).into_owned(),
        None => above.unwrap_or_else(|| Label::TheTop.words(language).to_owned()),
    });
    let claimed = |seat: SeatView<'_>| -> BTreeSet<String> {
        let claims = seat.claims();
        let interim = claims.interim.spanned().filter(|_| claims.owner.is_empty());
        // Who covers a seat does not hold it yet.
        let interim = interim.map(|id| format!("{} (interim)", people.in_new(id.value.as_str())));
        claims.owner.iter().map(|id| people.in_new(id.value.as_str()).to_owned()).chain(interim).collect()
    };
    let former_holder = (claimed(was) != claimed(now)).then(|| holder(was).words(language));
    let changed = Changed { fate: Fate::Kept, moved_from, former_holder };
    (changed != Changed::default()).then_some(changed)
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
