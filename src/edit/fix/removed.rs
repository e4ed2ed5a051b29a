//! What can't be meant where it stands, and is removed: an id that a list has already, the format's version in a second
//! file, and, where that is wanted, a vacancy or an interim beside an owner.

use crate::model::Noun;
use crate::read::{Outline, Shape};
use crate::text::printable_line;

use super::super::keys::Type;
use super::super::yaml::{Sheet, Splice, Stuck};
use super::place::{Above, Place, What};

/// What is removed, from which entry, and how many nodes of the outline that is.
pub(super) struct Removed {
    pub(super) kind: Noun,
    pub(super) id: String,
    pub(super) splices: Vec<Splice>,
    pub(super) nodes: usize,
    pub(super) said: String,
}

/// What is to be removed at a place in a file.
pub(super) fn removed(
    outline: &Outline<'_>,
    above: &Above,
    nodes: std::ops::Range<usize>,
    (is_main, is_likely): (bool, bool),
) -> Option<Removed> {
    nodes.into_iter().find_map(|node| {
        twice(outline, above, node)
            .or_else(|| version(outline, above, node).filter(|_| !is_main))
            .or_else(|| if is_likely { beside(outline, above, node) } else { None })
    })
}

/// An id that its list names already.
fn twice(outline: &Outline<'_>, above: &Above, node: usize) -> Option<Removed> {
    let (list, is_key) = above.parent(node);
    let is_list = matches!(outline.node(list).shape, Shape::List { .. });
    if is_key || !is_list {
        return None;
    }
    let place = above.place(outline, node)?;
    let What::Value(Type::Id(_)) = place.what else { return None };
    let word = outline.word(node)?.trim();
    let items: Vec<usize> = outline.children(list).collect();
    let at = items.iter().position(|item| *item == node)?;
    items[..at].iter().find(|item| outline.word(**item).is_some_and(|other| other.trim() == word))?;
    let said = format!("`{}` is listed once", printable_line(word));
    done(outline, place, 1, said, |sheet| sheet.drop_item(list, at))
}

/// The version of the format, which belongs only in `chart.yaml`.
fn version(outline: &Outline<'_>, above: &Above, node: usize) -> Option<Removed> {
    let top = outline.top()?;
    let (key, value) = outline.pair(top, "rightseat").filter(|(key, value)| [*key, *value].contains(&node))?;
    let place = Place { kind: Noun::Chart, id: String::new(), what: What::Keys(Vec::new()) };
    let said = "the format's version belongs only in `chart.yaml`".to_owned();
    debug_assert!(above.parent(key).1);
    // With its only key a file would say nothing at all.
    (outline.pairs(top).count() > 1).then_some(())?;
    done(outline, place, 1 + outline.node(value).after - value, said, |sheet| {
        sheet.change_pairs((top, top), &[key], Vec::new())
    })
}

/// What can't be beside an owner.
fn beside(outline: &Outline<'_>, above: &Above, node: usize) -> Option<Removed> {
    let (map, is_key) = above.parent(node);
    let key = node.checked_sub(1).filter(|_| !is_key)?;
    let name = outline.word(key).filter(|name| matches!(*name, "vacant" | "interim"))?.to_owned();
    let place = above.place(outline, map)?;
    if place.kind != Noun::Seat || !matches!(place.what, What::Keys(_)) || above.key_of(key) != Some(map) {
        return None;
    }
    outline.pair(map, "owner")?;
    let said = format!("`{name}` is removed, since the seat has an owner");
    let within = above.parent(map).0;
    done(outline, place, 1 + outline.node(node).after - node, said, |sheet| {
        sheet.change_pairs((within, map), &[key], Vec::new())
    })
}

/// The result, unless a comment would be lost.
fn done(
    outline: &Outline<'_>,
    place: Place,
    nodes: usize,
    said: String,
    make: impl FnOnce(&mut Sheet<'_, '_>) -> Result<(), Stuck>,
) -> Option<Removed> {
    let mut sheet = Sheet::new(outline);
    make(&mut sheet).ok()?;
    let spliced = sheet.finish();
    let is_safe = spliced.gone.is_empty() && !spliced.splices.is_empty();
    is_safe.then_some(Removed { kind: place.kind, id: place.id, splices: spliced.splices, nodes, said })
}
