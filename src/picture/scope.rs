//! Which seats of a chart a picture shows: all of them, or a branch, down to a level, without some.

use std::collections::{HashMap, HashSet};

use crate::error::Error;
use crate::graph::{EntryView, Graph, PersonView, SeatView};
use crate::model::Noun;
use crate::review::meant;

use super::Content;
use super::clean::cut;

/// A seat that is shown.
pub(super) struct Shown<'g> {
    pub(super) seat: SeatView<'g>,
    /// The one that it hangs below, by its place among those that are shown.
    pub(super) above: Option<usize>,
    /// How many seats below it are not shown, since they lie too deep.
    pub(super) cut: usize,
}

/// The part of a chart that the views show which are no tree.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scope {
    /// What the picture is called: as was asked for, else like the seat at the top of a branch.
    pub title: Option<String>,
    /// The part, where it is not the whole.
    pub part: Option<Part>,
}

/// A part of a chart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Part {
    /// The seats in it. Looked up only.
    pub(super) seats: HashSet<String>,
    /// The seats that are never shown, even beside it. Looked up only.
    pub(super) hidden: HashSet<String>,
    /// Whether it is a branch: what that works for belongs to its picture, too.
    pub(super) is_branch: bool,
}

impl Part {
    /// Whether something that hangs on a seat outside of the part is shown beside it.
    pub(super) fn is_beside(&self, seat: &str) -> bool {
        self.is_branch && !self.hidden.contains(seat)
    }
}

/// Which part of a chart is wanted.
///
/// # Errors
/// Says which seat is named that the chart does not have.
pub fn scope(graph: &Graph<'_>, content: &Content) -> Result<Scope, Error> {
    let content = known(graph, content)?;
    let title = content.title.clone().or_else(|| branch(graph, &content));
    if content.root.is_none() && content.hidden.is_empty() && content.depth.is_none() {
        return Ok(Scope { title, part: None });
    }
    let ids = |content: &Content| shown(graph, content).iter().map(|shown| shown.seat.id().to_string()).collect();
    let (seats, is_branch): (HashSet<String>, bool) = (ids(&content), content.root.is_some());
    let visible: HashSet<String> = ids(&Content { root: None, depth: None, ..content });
    let hidden = graph.tree().map(|seat| seat.id().to_string()).filter(|id| !visible.contains(id)).collect();
    Ok(Scope { title, part: Some(Part { seats, hidden, is_branch }) })
}

/// What the seat at the top of a branch is called, if a branch is wanted.
pub(super) fn branch(graph: &Graph<'_>, content: &Content) -> Option<String> {
    let root = content.root.as_deref()?;
    let top = graph.seats().find(|seat| seat.id().as_str() == root)?;
    Some(cut(top.title()).into_owned())
}

/// The content with the ids of the seats that are meant.
pub(super) fn known(graph: &Graph<'_>, content: &Content) -> Result<Content, Error> {
    Ok(Content {
        root: content.root.as_deref().map(|text| seat(graph, text)).transpose()?,
        hidden: content.hidden.iter().map(|text| seat(graph, text)).collect::<Result<_, _>>()?,
        ..content.clone()
    })
}

/// The id of the intended seat: given by id or title, or by a person who owns no other.
fn seat(graph: &Graph<'_>, text: &str) -> Result<String, Error> {
    let seat = meant(graph, Some(Noun::Seat), text).or_else(|error| {
        let person = meant(graph, Some(Noun::Person), text);
        let owned =
            person.ok().and_then(|entry| if let EntryView::Person(person) = entry { Some(person) } else { None });
        let mut owned = owned.into_iter().flat_map(PersonView::owned);
        match (owned.next(), owned.next()) {
            (Some(seat), None) => Ok(EntryView::Seat(seat)),
            _ => Err(error),
        }
    })?;
    Ok(seat.id().to_owned())
}

/// The seats that are shown, in tree order; the content has ids of the chart.
pub(super) fn shown<'g>(graph: &'g Graph<'_>, content: &Content) -> Vec<Shown<'g>> {
    let hidden: HashSet<&str> = content.hidden.iter().map(String::as_str).collect();
    // For each seat that is shown, its place and its level from the top.
    let mut places: HashMap<&str, (usize, usize)> = HashMap::with_capacity(graph.tree().len());
    let mut seen: HashSet<&str> = HashSet::with_capacity(graph.tree().len());
    let mut all: Vec<Shown<'g>> = Vec::new();
    for seat in graph.tree() {
        let id = seat.id().as_str();
        let manager = seat.manager().map(|manager| manager.id().as_str());
        let is_top = match &content.root {
            Some(root) => id == root,
            // A manager that does not come before the seat is one that it is in a loop with, or the seat itself.
            None => manager.is_none_or(|manager| !seen.contains(manager)),
        };
        seen.insert(id);
        let manager = manager.and_then(|manager| places.get(manager).copied());
        if hidden.contains(id) || (manager.is_none() && !is_top) {
            continue;
        }
        let level = manager.map_or(1, |(_, level)| level + 1);
        if content.depth.is_some_and(|depth| level > depth) {
            let above = manager.expect("the first level is shown").0;
            all[above].cut += seat.count_below() + 1;
            continue;
        }
        places.insert(id, (all.len(), level));
        let above = manager.filter(|_| !is_top).map(|(place, _)| place);
        all.push(Shown { seat, above, cut: 0 });
    }
    all
}
