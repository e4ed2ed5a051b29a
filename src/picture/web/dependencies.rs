//! The view of departments that wait for each other.

use std::collections::{BTreeSet, HashMap};

use super::{Web, WebBox, WebLine, WebLook, WebView, notes, state};
use crate::graph::{Department, Graph};
use crate::model::Language;
use crate::picture::NodeState;
use crate::picture::cards::{functions, holder};
use crate::picture::clean::cut;

/// How many departments without a line are named.
const MOST_NAMED: usize = 6;

/// The departments of a chart that wait for one another, with the names of those who lead them or without.
#[must_use]
pub fn dependencies(graph: &Graph<'_>, with_names: bool) -> Web {
    let waits = graph.waits();
    let tied: BTreeSet<usize> = waits.all.iter().flat_map(|wait| [wait.from, wait.to]).collect();
    let mut places: HashMap<usize, usize> = HashMap::new();
    let mut boxes = Vec::with_capacity(tied.len());
    let mut quiet: Vec<&str> = Vec::new();
    for (at, department) in waits.departments.iter().enumerate() {
        if tied.contains(&at) {
            places.insert(at, boxes.len());
            boxes.push(shown(department, with_names, graph.chart().language()));
        } else {
            quiet.extend(department.function);
        }
    }
    let lines = waits.all.iter().map(|wait| WebLine {
        from: places[&wait.from],
        to: places[&wait.to],
        look: if wait.is_loop { WebLook::Loop } else { WebLook::Plain },
        counts: wait.counts,
    });
    let subject =
        if boxes.is_empty() { "No department waits for another" } else { "Which departments wait for each other" };
    let mut notes = notes(graph);
    if !boxes.is_empty() && !quiet.is_empty() {
        let more = quiet.len().saturating_sub(MOST_NAMED);
        let named: Vec<_> = quiet.iter().take(MOST_NAMED).map(|name| cut(name)).collect();
        let more = if more > 0 { format!(" and {more} more") } else { String::new() };
        notes.push(format!("without a line: {}{more}", named.join(", ")));
    }
    let organization = graph.chart().organization.get();
    Web {
        view: WebView::Dependencies,
        title: organization.map(|name| cut(name.as_str()).into_owned()).unwrap_or_default(),
        subject: subject.to_owned(),
        notes,
        functions: functions(graph),
        lines: lines.collect(),
        boxes,
        number: None,
    }
}

fn shown(department: &Department<'_>, with_names: bool, language: Language) -> WebBox {
    let seat = department.head;
    let who = holder(seat);
    let state = match state(&who) {
        NodeState::Vacant => NodeState::Vacant,
        // Whether a department works is not said by its head's seat alone.
        NodeState::Sound | NodeState::Wrong => NodeState::Sound,
    };
    let count = format!("{} {}", department.seats, if department.seats == 1 { "seat" } else { "seats" });
    let named = if with_names { who.words(language) } else { String::new() };
    WebBox {
        id: department.function.unwrap_or_else(|| seat.id().as_str()).to_owned(),
        title: cut(department.name()).into_owned(),
        detail: if named.is_empty() { count } else { format!("{named} · {count}") },
        function: seat.function().map(|name| cut(name).into_owned()),
        state,
    }
}
