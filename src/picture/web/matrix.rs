//! Who works for more than one: the seats with several lines upwards, and those that these lead to.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::{Web, WebBox, WebLine, WebLook, WebView, notes};
use crate::graph::Graph;
use crate::model::Language;
use crate::phrase::Label;
use crate::picture::NodeState;
use crate::picture::cards::holder;
use crate::picture::clean::cut;
use crate::picture::functions::functions;

/// The seats of a chart that work for more than one, with the names of those who hold them or without. All their lines
/// are equal; those that are dotted in the chart are dashed.
#[must_use]
pub fn matrix(graph: &Graph<'_>, with_names: bool, language: Language) -> Web {
    let places: HashMap<&str, usize> = graph.tree().enumerate().map(|(at, seat)| (seat.id().as_str(), at)).collect();
    let mut ties: BTreeMap<(usize, usize), WebLook> = BTreeMap::new();
    for (at, seat) in graph.tree().enumerate() {
        let lines = seat.works_for();
        if lines.len() > 1 {
            for (above, is_dotted) in lines {
                let look = if is_dotted { WebLook::Dashed } else { WebLook::Plain };
                let above = places[above.id().as_str()];
                // Two that work for each other have one line.
                if !ties.contains_key(&(at, above)) {
                    ties.insert((above, at), look);
                }
            }
        }
    }
    let drawn: BTreeSet<usize> = ties.keys().flat_map(|(from, to)| [*from, *to]).collect();
    let mut kept: HashMap<usize, usize> = HashMap::new();
    let mut boxes = Vec::with_capacity(drawn.len());
    for (at, seat) in graph.tree().enumerate().filter(|(at, _)| drawn.contains(at)) {
        kept.insert(at, boxes.len());
        let who = holder(seat);
        let state = NodeState::of(&who);
        let who = if with_names { who } else { who.without_names() };
        boxes.push(WebBox {
            id: seat.id().to_string(),
            title: cut(seat.title()).into_owned(),
            seat: seat.id().to_string(),
            detail: who.words(language),
            function: seat.function().map(|name| cut(name).into_owned()),
            state,
        });
    }
    let chart = graph.chart();
    let subject = if boxes.is_empty() { Label::NobodySeveral } else { Label::SeveralLines };
    Web {
        view: WebView::Matrix,
        language,
        title: chart.organization.get().map(|name| cut(name.as_str()).into_owned()).unwrap_or_default(),
        subject: subject.words(language).to_owned(),
        notes: notes(graph, language),
        hyphens: graph.chart().language.get().copied(),
        functions: functions(graph),
        boxes,
        lines: ties
            .into_iter()
            .map(|((from, to), look)| WebLine { from: kept[&from], to: kept[&to], look, counts: [0, 0] })
            .collect(),
        number: None,
    }
}
