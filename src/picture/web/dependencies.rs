//! Who waits for whom across departments: what serves a priority of another one, helps with it, or works for it too.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::{Web, WebBox, WebLine, WebLook, WebView, notes, state};
use crate::graph::{Graph, SeatView};
use crate::model::Language;
use crate::picture::NodeState;
use crate::picture::cards::{functions, holder};
use crate::picture::clean::cut;

/// So many departments without a line are named.
const MOST_NAMED: usize = 6;

/// What holds seats together here: a function, or where there is none the seat right below the top.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Department<'g> {
    Function(&'g str),
    Seat(&'g str),
}

/// The departments of a chart that wait for one another, with the names of those who lead them or without. Open
/// priorities alone count: what is done waits for nobody.
#[must_use]
pub fn dependencies(graph: &Graph<'_>, with_names: bool) -> Web {
    let (departments, places) = departments(graph);
    let mut waits: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    let mut wait = |one: SeatView<'_>, other: SeatView<'_>| {
        let of = |seat: SeatView<'_>| places[seat.id().as_str()];
        if of(one) != of(other) {
            *waits.entry((of(one), of(other))).or_default() += 1;
        }
    };
    for priority in graph.priorities().filter(|priority| priority.claims().is_open()) {
        for owner in priority.owners() {
            for served in priority.supports().filter(|served| served.claims().is_open()) {
                served.owners().for_each(|waiting| wait(waiting, owner));
            }
            priority.contributors().for_each(|helping| wait(owner, helping));
        }
    }
    for seat in graph.tree() {
        seat.dotted_to().for_each(|other| wait(other, seat));
    }
    let chart = graph.chart();
    let mut web = Web {
        view: WebView::Dependencies,
        title: chart.organization.get().map(|name| cut(name.as_str()).into_owned()).unwrap_or_default(),
        subject: "Which departments wait for each other".to_owned(),
        notes: notes(graph),
        functions: functions(graph),
        lines: lines(&waits),
        ..Web::default()
    };
    let tied: BTreeSet<usize> = waits.keys().flat_map(|(from, to)| [*from, *to]).collect();
    let mut kept: HashMap<usize, usize> = HashMap::new();
    let mut quiet: Vec<&str> = Vec::new();
    for (at, department) in departments.iter().enumerate() {
        if tied.contains(&at) {
            kept.insert(at, web.boxes.len());
            web.boxes.push(department.as_box(with_names, chart.language()));
        } else if let Department::Function(name) = department.key {
            quiet.push(name);
        }
    }
    for line in &mut web.lines {
        (line.from, line.to) = (kept[&line.from], kept[&line.to]);
    }
    if web.boxes.is_empty() {
        "No department waits for another".clone_into(&mut web.subject);
    } else if !quiet.is_empty() {
        let more = quiet.len().saturating_sub(MOST_NAMED);
        let named: Vec<_> = quiet.iter().take(MOST_NAMED).map(|name| cut(name)).collect();
        let more = if more > 0 { format!(" and {more} more") } else { String::new() };
        web.notes.push(format!("without a line: {}{more}", named.join(", ")));
    }
    web
}

struct Found<'g> {
    key: Department<'g>,
    /// The seat nearest the top.
    head: SeatView<'g>,
    seats: usize,
}

impl Found<'_> {
    fn as_box(&self, with_names: bool, language: Language) -> WebBox {
        let seat = self.head;
        let who = holder(seat);
        let state = state(&who);
        let count = format!("{} {}", self.seats, if self.seats == 1 { "seat" } else { "seats" });
        let named = if with_names { who.words(language) } else { String::new() };
        let detail = if named.is_empty() { count } else { format!("{named} · {count}") };
        let (id, title) = match self.key {
            Department::Function(name) => (name, name),
            Department::Seat(id) => (id, seat.title()),
        };
        WebBox {
            id: id.to_owned(),
            title: cut(title).into_owned(),
            detail,
            function: seat.function().map(|name| cut(name).into_owned()),
            // Whether the department works is not said by its head's seat alone.
            state: if state == NodeState::Wrong { NodeState::Sound } else { state },
        }
    }
}

/// The departments in tree order, and which of them each seat is in.
fn departments<'g>(graph: &'g Graph<'g>) -> (Vec<Found<'g>>, HashMap<&'g str, usize>) {
    let mut found: Vec<Found<'g>> = Vec::new();
    let mut known: HashMap<Department<'g>, usize> = HashMap::new();
    let mut places: HashMap<&str, usize> = HashMap::new();
    // Of each seat how far below the top it is, and the seat right below the top that it is under.
    let mut branches: HashMap<&str, (usize, &str)> = HashMap::new();
    for seat in graph.tree() {
        let id = seat.id().as_str();
        let above = seat.manager().and_then(|manager| branches.get(manager.id().as_str()));
        let branch = match above {
            None => (0, id),
            Some((0, _)) => (1, id),
            Some((level, branch)) => (level + 1, *branch),
        };
        branches.insert(id, branch);
        let key = seat.function().map_or(Department::Seat(branch.1), Department::Function);
        let at = *known.entry(key).or_insert_with(|| {
            found.push(Found { key, head: seat, seats: 0 });
            found.len() - 1
        });
        found[at].seats += 1;
        places.insert(id, at);
    }
    (found, places)
}

/// The lines of those that wait: one between two, whichever waits, and in red where they wait in a loop.
fn lines(waits: &BTreeMap<(usize, usize), usize>) -> Vec<WebLine> {
    let mut lines = Vec::new();
    for (&(from, to), &forth) in waits {
        let back = waits.get(&(to, from)).copied().unwrap_or(0);
        if back == 0 || from < to {
            let look = if back > 0 { WebLook::Loop } else { WebLook::Plain };
            lines.push(WebLine { from, to, look, counts: [forth, back] });
        }
    }
    // Two that wait for each other are a loop by themselves; of what is left only those that lead back are one.
    let left: Vec<(usize, usize)> =
        lines.iter().filter(|line| line.look == WebLook::Plain).map(|line| (line.from, line.to)).collect();
    let in_loop = on_loops(&left);
    for line in &mut lines {
        if in_loop.contains(&(line.from, line.to)) {
            line.look = WebLook::Loop;
        }
    }
    lines
}

/// The lines from whose end a way leads back to their start: both ends are in one strongly connected part (Kosaraju 1978).
fn on_loops(lines: &[(usize, usize)]) -> BTreeSet<(usize, usize)> {
    let count = lines.iter().map(|(from, to)| from.max(to) + 1).max().unwrap_or(0);
    let (mut forth, mut back) = (vec![Vec::new(); count], vec![Vec::new(); count]);
    for &(from, to) in lines {
        forth[from].push(to);
        back[to].push(from);
    }
    // The order in which all that follows a box is done with.
    let (mut order, mut is_seen) = (Vec::with_capacity(count), vec![false; count]);
    for start in 0..count {
        let mut walk = if std::mem::replace(&mut is_seen[start], true) { Vec::new() } else { vec![(start, 0)] };
        while let Some((at, next)) = walk.pop() {
            match forth[at].get(next) {
                Some(&other) => {
                    walk.push((at, next + 1));
                    if !std::mem::replace(&mut is_seen[other], true) {
                        walk.push((other, 0));
                    }
                }
                None => order.push(at),
            }
        }
    }
    let mut parts: Vec<Option<usize>> = vec![None; count];
    for &start in order.iter().rev() {
        let mut left = vec![start];
        while let Some(at) = left.pop() {
            if parts[at].is_none() {
                parts[at] = Some(start);
                left.extend(back[at].iter().filter(|other| parts[**other].is_none()));
            }
        }
    }
    lines.iter().copied().filter(|(from, to)| parts[*from] == parts[*to]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_leads_back_is_a_loop() {
        // Two loops, and a line from one to the other.
        let lines = [(0, 1), (1, 2), (2, 0), (2, 3), (3, 4), (4, 3), (5, 0)];
        let found: Vec<_> = on_loops(&lines).into_iter().collect();
        assert_eq!(found, [(0, 1), (1, 2), (2, 0), (3, 4), (4, 3)]);
        assert_eq!(on_loops(&[]), BTreeSet::new());
    }
}
