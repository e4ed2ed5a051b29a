//! Who works for more than one: the seats with several lines upwards, and those that these lead to.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::{Web, WebBox, WebLine, WebLook, WebView, notes, state};
use crate::graph::Graph;
use crate::picture::cards::{functions, holder};
use crate::picture::clean::cut;

/// The seats of a chart that work for more than one, with the names of those who hold them or without. All their lines
/// are equal; those that are dotted in the chart are dashed.
#[must_use]
pub fn matrix(graph: &Graph<'_>, with_names: bool) -> Web {
    let places: HashMap<&str, usize> = graph.tree().enumerate().map(|(at, seat)| (seat.id().as_str(), at)).collect();
    let mut ties: BTreeMap<(usize, usize), WebLook> = BTreeMap::new();
    for (at, seat) in graph.tree().enumerate() {
        let place = |id: &str| places.get(id).copied().filter(|place| *place != at);
        let above = seat.manager().and_then(|manager| place(manager.id().as_str()));
        let others: BTreeSet<usize> = seat.dotted_to().filter_map(|other| place(other.id().as_str())).collect();
        let dotted = others.into_iter().filter(|other| Some(*other) != above);
        let lines: Vec<_> = above
            .map(|above| (above, WebLook::Plain))
            .into_iter()
            .chain(dotted.map(|other| (other, WebLook::Dashed)))
            .collect();
        if lines.len() > 1 {
            // Two that work for each other have one line.
            let new = lines.into_iter().filter(|(above, _)| !ties.contains_key(&(at, *above))).collect::<Vec<_>>();
            ties.extend(new.into_iter().map(|(above, look)| ((above, at), look)));
        }
    }
    let drawn: BTreeSet<usize> = ties.keys().flat_map(|(from, to)| [*from, *to]).collect();
    let mut kept: HashMap<usize, usize> = HashMap::new();
    let mut boxes = Vec::with_capacity(drawn.len());
    for (at, seat) in graph.tree().enumerate().filter(|(at, _)| drawn.contains(at)) {
        kept.insert(at, boxes.len());
        let who = holder(seat);
        let state = state(&who);
        let who = if with_names { who } else { who.without_names() };
        boxes.push(WebBox {
            id: seat.id().to_string(),
            title: cut(seat.title()).into_owned(),
            detail: who.words(graph.chart().language()),
            function: seat.function().map(|name| cut(name).into_owned()),
            state,
        });
    }
    let chart = graph.chart();
    let subject = if boxes.is_empty() { "Nobody works for more than one" } else { "Who works for more than one" };
    Web {
        view: WebView::Matrix,
        title: chart.organization.get().map(|name| cut(name.as_str()).into_owned()).unwrap_or_default(),
        subject: subject.to_owned(),
        notes: notes(graph),
        functions: functions(graph),
        boxes,
        lines: ties
            .into_iter()
            .map(|((from, to), look)| WebLine { from: kept[&from], to: kept[&to], look, counts: [0, 0] })
            .collect(),
        number: None,
    }
}
