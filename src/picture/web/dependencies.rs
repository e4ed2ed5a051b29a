//! The view of departments that wait for each other.

use std::collections::{BTreeSet, HashMap};

use super::{Web, WebBox, WebLine, WebLook, WebView, notes};
use crate::graph::{Department, Graph};
use crate::model::Language;
use crate::phrase::Label;
use crate::picture::NodeState;
use crate::picture::cards::holder;
use crate::picture::clean::{cut, some};
use crate::picture::functions::functions;

/// How many departments without a line are named.
const MOST_NAMED: usize = 6;

/// The departments of a chart that wait for one another, with the names of those who lead them or without.
#[must_use]
pub fn dependencies(graph: &Graph<'_>, with_names: bool, language: Language) -> Web {
    let waits = graph.waits();
    let tied: BTreeSet<usize> = waits.all.iter().flat_map(|wait| [wait.from, wait.to]).collect();
    let mut places: HashMap<usize, usize> = HashMap::new();
    let mut boxes = Vec::with_capacity(tied.len());
    let mut quiet: Vec<&str> = Vec::new();
    for (at, department) in waits.departments.iter().enumerate() {
        if tied.contains(&at) {
            places.insert(at, boxes.len());
            boxes.push(shown(department, with_names, language));
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
    let subject = if boxes.is_empty() { Label::NoneWaits } else { Label::WhichWait };
    let mut notes = notes(graph, language);
    if !boxes.is_empty() && !quiet.is_empty() {
        let named = quiet.iter().map(|name| cut(name));
        notes.push(Label::WithoutLine.with(language, &[&some(named, MOST_NAMED, language)]));
    }
    let organization = graph.chart().organization.get();
    Web {
        view: WebView::Dependencies,
        language,
        title: organization.map(|name| cut(name.as_str()).into_owned()).unwrap_or_default(),
        subject: subject.words(language).to_owned(),
        notes,
        hyphens: graph.chart().language.get().copied(),
        functions: functions(graph),
        lines: lines.collect(),
        boxes,
        number: None,
    }
}

fn shown(department: &Department<'_>, with_names: bool, language: Language) -> WebBox {
    let seat = department.head;
    let who = holder(seat);
    let state = match NodeState::of(&who) {
        NodeState::Vacant => NodeState::Vacant,
        // The head's seat alone does not say whether a department works.
        NodeState::Sound | NodeState::Wrong => NodeState::Sound,
    };
    let count = if department.seats == 1 { Label::OneSeat } else { Label::Seats };
    let count = count.with(language, &[&department.seats]).replace(' ', "\u{A0}");
    let named = if with_names { who.words(language) } else { String::new() };
    WebBox {
        id: department.function.unwrap_or_else(|| seat.id().as_str()).to_owned(),
        title: cut(department.name()).into_owned(),
        seat: seat.id().to_string(),
        detail: if named.is_empty() { count } else { format!("{named}\u{A0}· {count}") },
        function: seat.function().map(|name| cut(name).into_owned()),
        state,
    }
}
