//! A chart as a flat table: a row a seat with its owner, then a row a person who works in a seat or in none.

use std::collections::HashSet;

use csv::{Terminator, WriterBuilder};

use crate::graph::Graph;
use crate::model::{Claim, Index, Lookup, People, PersonClaims, PersonId, Seat};

use super::super::formulas::armour;

const HEADER: [&str; 17] = [
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
];

/// The first column that tells of a person.
const PERSON: usize = 4;

/// The chart as CSV. No cell can be taken for a formula; `import csv` reads it back. A byte order mark tells Excel that
/// it is UTF-8.
#[must_use]
pub fn table(graph: &Graph<'_>, with_mark: bool) -> String {
    let writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(Vec::new());
    let mut rows = Rows { writer, graph, people: Index::new(&graph.chart().people) };
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
            let mut row = std::array::from_fn(|_| String::new());
            seat.id().as_str().clone_into(&mut row[0]);
            rows.person(&mut row, Some(&owner.value));
            rows.write(&row);
        }
    }
    for seat in &chart.seats.entries {
        for member in &seat.members {
            is_written.insert(&member.value);
            let mut row: [String; HEADER.len()] = std::array::from_fn(|_| String::new());
            seat.id.value.as_str().clone_into(&mut row[HEADER.len() - 1]);
            rows.person(&mut row, Some(&member.value));
            rows.write(&row);
        }
    }
    for person in chart.people.entries.iter().filter(|person| !is_written.contains(&person.id.value)) {
        let mut row = std::array::from_fn(|_| String::new());
        rows.person(&mut row, Some(&person.id.value));
        rows.write(&row);
    }
    let bytes = rows.writer.into_inner().expect("memory takes all");
    let text = String::from_utf8(bytes).expect("cells are text");
    if with_mark { format!("\u{feff}{text}") } else { text }
}

struct Rows<'g> {
    writer: csv::Writer<Vec<u8>>,
    graph: &'g Graph<'g>,
    people: Index<'g, People, PersonClaims>,
}

impl Rows<'_> {
    fn write(&mut self, cells: &[String; HEADER.len()]) {
        self.writer.write_record(cells.iter().map(|cell| armour(cell).into_owned())).expect("memory takes all");
    }

    /// What is known of a person; the id alone where nothing defines it.
    fn person(&self, row: &mut [String; HEADER.len()], id: Option<&PersonId>) {
        let Some(id) = id else { return };
        id.as_str().clone_into(&mut row[PERSON]);
        let Some(Lookup::Entry(at)) = self.people.get(id.as_str()) else { return };
        let person = &self.graph.chart().people.entries[at as usize];
        row[PERSON + 1] = text(&person.name);
        row[PERSON + 2] = text(&person.capacity);
        row[PERSON + 3] = yes(person.outside.get());
    }
}

fn seat_cells(seat: &Seat, function: Option<&str>) -> [String; HEADER.len()] {
    let vacancy = seat.vacant.get();
    let responsibilities: Vec<&str> = seat.responsibilities.iter().map(|one| one.value.as_str()).collect();
    let between = if responsibilities.iter().any(|one| one.contains(';')) { "\n" } else { "; " };
    let dotted: Vec<&str> = seat.dotted_to.iter().map(|to| to.value.as_str()).collect();
    [
        seat.id.value.to_string(),
        text(&seat.title),
        text(&seat.reports_to),
        function.unwrap_or_default().to_owned(),
        String::new(),
        String::new(),
        String::new(),
        String::new(),
        text(&seat.interim),
        text(&seat.backup),
        vacancy.map_or_else(String::new, |vacancy| text(&vacancy.since)),
        vacancy.map_or_else(String::new, |vacancy| text(&vacancy.plan)),
        seat.manages.get().map_or_else(String::new, |manages| manages.name().to_owned()),
        yes(seat.assistant.get()),
        dotted.join("; "),
        responsibilities.join(between),
        String::new(),
    ]
}

fn text<T: ToString>(claim: &Claim<T>) -> String {
    claim.get().map_or_else(String::new, ToString::to_string)
}

fn yes(is_so: Option<&bool>) -> String {
    if is_so == Some(&true) { "yes".to_owned() } else { String::new() }
}
