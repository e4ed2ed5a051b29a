//! A chart as a flat table: a row a seat with its owner, then a row a person who works in a seat or in none, then a row
//! a priority with the seat that answers for it.

use std::collections::HashSet;

use super::super::{INDENT, LONE};
use crate::graph::Graph;
use crate::model::{
    Claim, Claims, Fit, Id, Index, Lookup, People, PersonClaims, PersonId, Priority, References, Seat, SeatId, Share,
    Waiver,
};
use crate::text::{Placed, Spanned};

/// Takes a table, row by row.
pub(super) type Put<'p> = &'p mut dyn FnMut(&[String]);

const HEADER: [&str; 35] = [
    "Seat ID",
    "Title",
    "Reports To",
    "Department",
    "Person ID",
    "Name",
    "FTE",
    "Contractor",
    "Interim",
    "Backup",
    "Vacant Since",
    "Vacancy Plan",
    "Manages",
    "Assistant",
    "Dotted To",
    "Responsibilities",
    "Member Of",
    "Priority ID",
    "Priority",
    "Horizon",
    "Lane",
    "Supports",
    "Contributors",
    "Effort",
    "Due",
    "Priority Status",
    "Priority note",
    "Seat ref",
    "Person ref",
    "Seat note",
    "Person note",
    "Formerly",
    "Fit",
    "Allow",
    "States function",
];

/// The first columns about a person, about where they work, and about a priority.
const PERSON: usize = 4;
const MEMBER_OF: usize = 16;
const PRIORITY: usize = 17;
/// The columns that tell the rest.
const SEAT_REF: usize = 27;
const PERSON_REF: usize = 28;
const SEAT_NOTE: usize = 29;
const PERSON_NOTE: usize = 30;
const FORMERLY: usize = 31;
const FIT: usize = 32;
const ALLOW: usize = 33;
const STATES: usize = 34;

type Cells = [String; HEADER.len()];

/// The rows of the table, its header first.
pub(super) fn seats(graph: &Graph<'_>, put: Put<'_>) {
    let mut rows = Rows { put, graph, people: Index::new(&graph.chart().people) };
    rows.write(&HEADER.map(str::to_owned));
    let mut is_written: HashSet<&PersonId> = HashSet::new();
    let chart = graph.chart();
    for seat in graph.seats() {
        let owners = &seat.claims().owner;
        is_written.extend(owners.iter().map(|owner| &owner.value));
        let mut row = seat_cells(seat.claims(), seat.function());
        rows.person(&mut row, owners.first().map(|owner| &owner.value));
        rows.write(&row);
        for owner in owners.iter().skip(1) {
            let mut row = about(Some(seat.id()));
            rows.person(&mut row, Some(&owner.value));
            rows.write(&row);
        }
    }
    for seat in &chart.seats.entries {
        for member in &seat.members {
            is_written.insert(&member.value);
            let mut row = about(None);
            row[MEMBER_OF] = seat.id.value.to_string();
            rows.person(&mut row, Some(&member.value));
            rows.write(&row);
        }
    }
    for person in chart.people.entries.iter().filter(|person| !is_written.contains(&person.id.value)) {
        let mut row = about(None);
        rows.person(&mut row, Some(&person.id.value));
        rows.write(&row);
    }
    for priority in &chart.priorities.entries {
        let mut owners = priority.owner.iter().map(|owner| &owner.value);
        let mut row = about(owners.next());
        row[PRIORITY..SEAT_REF].clone_from_slice(&priority_cells(priority));
        row[ALLOW] = waivers(&priority.allow);
        rows.write(&row);
        for owner in owners {
            let mut row = about(Some(owner));
            row[PRIORITY] = priority.id.value.to_string();
            rows.write(&row);
        }
    }
}

struct Rows<'g, 'p> {
    put: Put<'p>,
    graph: &'g Graph<'g>,
    people: Index<'g, People, PersonClaims>,
}

impl Rows<'_, '_> {
    fn write(&mut self, cells: &Cells) {
        (self.put)(cells);
    }

    /// What is known about a person; only the id where nothing defines it.
    fn person(&self, row: &mut Cells, id: Option<&PersonId>) {
        let Some(id) = id else { return };
        id.as_str().clone_into(&mut row[PERSON]);
        let Some(Lookup::Entry(at)) = self.people.get(id.as_str()) else { return };
        let person = &self.graph.chart().people.entries[at as usize];
        row[PERSON + 1] = text(&person.name);
        row[PERSON + 2] = share(&person.capacity);
        row[PERSON + 3] = yes(person.outside.get());
        row[PERSON_REF] = refs(&person.refs);
        row[PERSON_NOTE] = text(&person.note);
    }
}

/// A row that holds only a seat's id.
fn about(seat: Option<&SeatId>) -> Cells {
    let mut row: Cells = std::array::from_fn(|_| String::new());
    row[0] = seat.map(SeatId::to_string).unwrap_or_default();
    row
}

fn seat_cells(seat: &Seat, function: Option<&str>) -> Cells {
    let vacancy = seat.vacant.get();
    let responsibilities: Vec<&str> = seat.responsibilities.iter().map(|one| one.value.as_str()).collect();
    let mut row = about(Some(&seat.id.value));
    row[1] = text(&seat.title);
    row[2] = text(&seat.reports_to);
    function.unwrap_or_default().clone_into(&mut row[3]);
    row[8..MEMBER_OF].clone_from_slice(&[
        text(&seat.interim),
        text(&seat.backup),
        vacancy.map_or_else(String::new, |vacancy| text(&vacancy.since)),
        vacancy.map_or_else(String::new, |vacancy| text(&vacancy.plan)),
        seat.manages.get().map_or_else(String::new, |manages| manages.name().to_owned()),
        yes(seat.assistant.get()),
        ids(&seat.dotted_to),
        list(&responsibilities),
    ]);
    row[SEAT_REF] = refs(&seat.refs);
    row[SEAT_NOTE] = text(&seat.note);
    row[FORMERLY] = ids(&seat.formerly);
    row[FIT] = seat.fit.get().map_or_else(String::new, fit);
    row[ALLOW] = waivers(&seat.allow);
    if seat.function.get().is_some() { "yes" } else { "no" }.clone_into(&mut row[STATES]);
    row
}

fn priority_cells(priority: &Priority) -> [String; SEAT_REF - PRIORITY] {
    [
        priority.id.value.to_string(),
        text(&priority.title),
        priority.horizon.get().map_or_else(String::new, |horizon| horizon.name().to_owned()),
        priority.lane.get().map_or_else(String::new, |lane| lane.name().to_owned()),
        ids(&priority.supports),
        ids(&priority.contributors),
        share(&priority.effort),
        text(&priority.due),
        priority.status.get().map_or_else(String::new, |status| status.name().to_owned()),
        text(&priority.note),
    ]
}

/// Numbers in other systems, separated by bars, each after its system.
fn refs(claim: &Claim<References>) -> String {
    claim.get().into_iter().flatten().map(ToString::to_string).collect::<Vec<_>>().join(" | ")
}

fn fit(fit: &Fit) -> String {
    let counts = [("head", &fit.head), ("heart", &fit.heart), ("briefcase", &fit.briefcase)];
    let said =
        counts.iter().filter_map(|(key, claim)| Some(format!("{key}={}", if *claim.get()? { "yes" } else { "no" })));
    said.collect::<Vec<_>>().join("; ")
}

/// Waivers, a line each: `RULE until DAY: REASON`.
pub(super) fn waivers(claims: &Claims<Waiver>) -> String {
    let line = |waiver: &Waiver| {
        let until = waiver.until.get().map_or_else(String::new, |day| format!(" until {day}"));
        let reason = waiver.reason.get().map_or_else(String::new, |reason| format!(": {reason}"));
        format!("{}{until}{reason}", text(&waiver.rule))
    };
    claims.iter().map(|waiver| entry(&line(&waiver.value))).collect::<Vec<_>>().join("\n")
}

/// Texts in one cell: parted by semicolons, or a line each where one holds a semicolon or a line break.
fn list(texts: &[&str]) -> String {
    match texts {
        [only] if !only.contains('\n') && (only.contains(';') || only.starts_with(LONE)) => format!("{LONE}{only}"),
        _ if texts.iter().any(|text| text.contains([';', '\n']) || text.starts_with(LONE)) => {
            texts.iter().map(|text| entry(text)).collect::<Vec<_>>().join("\n")
        }
        _ => texts.join("; "),
    }
}

/// An entry of a list of lines: its own further lines are indented.
fn entry(text: &str) -> String {
    text.lines().collect::<Vec<_>>().join(&format!("\n{INDENT}"))
}

pub(super) fn ids<K>(claims: &[Spanned<Id<K>>]) -> String {
    claims.iter().map(|id| id.value.as_str()).collect::<Vec<_>>().join("; ")
}

/// Large shares are written in per cent, as `import csv` takes numbers from 10 up for those.
fn share(claim: &Claim<Share>) -> String {
    match claim.get() {
        Some(share) if share.millionths() >= 10_000_000 => format!("{share}00 %"),
        _ => text(claim),
    }
}

pub(super) fn text<T: Placed + ToString>(claim: &Claim<T>) -> String {
    claim.get().map_or_else(String::new, ToString::to_string)
}

fn yes(is_so: Option<&bool>) -> String {
    if is_so == Some(&true) { "yes".to_owned() } else { String::new() }
}
