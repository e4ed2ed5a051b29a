//! The priorities of a table: a row with one says which seat answers for it.

use std::collections::HashMap;

use crate::model::{Date, Horizon, Lane, PriorityId, Share, Status};

use super::super::ids::{Taken, slug};
use super::Odd;
use super::columns::Field;
use super::people::{People, key, share};
use super::seats::{Meant, Seats};
use super::table::{Row, Table, word};

/// A priority, met in one row or several.
#[derive(Debug, Default)]
pub(super) struct Priority {
    pub(super) id: String,
    pub(super) title: String,
    pub(super) owners: Vec<usize>,
    pub(super) horizon: Option<Horizon>,
    pub(super) lane: Option<Lane>,
    pub(super) supports: Vec<usize>,
    pub(super) contributors: Vec<usize>,
    pub(super) effort: Option<Share>,
    pub(super) due: Option<Date>,
    pub(super) status: Option<Status>,
    /// What the table says and the chart can't.
    pub(super) notes: Vec<String>,
}

/// What a row says of a priority besides its id and its owner.
const DETAILS: [Field; 8] = [
    Field::Priority,
    Field::Horizon,
    Field::Lane,
    Field::Supports,
    Field::Contributors,
    Field::Effort,
    Field::Due,
    Field::PriorityStatus,
];

/// The rows of one priority.
struct Rows<'t> {
    /// Places among all rows, in their order.
    all: Vec<usize>,
    /// The one that describes it: the first with a title.
    head: &'t Row,
}

/// By what rows with one priority know each other: an id, else a title that goes with no id.
#[derive(PartialEq, Eq, Hash)]
enum Common {
    Id(String),
    Title(String),
}

/// The rows of each priority, in the order of the first of them.
fn gathered(table: &Table) -> Vec<Rows<'_>> {
    let said = |row| (table.cell(row, Field::PriorityId), table.cell(row, Field::Priority));
    // A row that gives no id may stand above the one that does.
    let mut ids: HashMap<String, String> = HashMap::new();
    for row in &table.rows {
        if let (Some(id), Some(title)) = said(row) {
            ids.entry(key(&title)).or_insert_with(|| key(&id));
        }
    }
    let mut places: HashMap<Common, usize> = HashMap::new();
    let mut gathered: Vec<Rows<'_>> = Vec::new();
    for (at, row) in table.rows.iter().enumerate() {
        let common = match said(row) {
            (Some(id), _) => Common::Id(key(&id)),
            (None, Some(title)) => {
                let title = key(&title);
                ids.get(&title).cloned().map_or(Common::Title(title), Common::Id)
            }
            (None, None) => continue,
        };
        let place = *places.entry(common).or_insert(gathered.len());
        if place == gathered.len() {
            gathered.push(Rows { all: Vec::new(), head: row });
        }
        let rows = &mut gathered[place];
        rows.all.push(at);
        if table.cell(rows.head, Field::Priority).is_none() && table.cell(row, Field::Priority).is_some() {
            rows.head = row;
        }
    }
    gathered
}

/// The priorities in the order of the rows. Several rows with one id, or with one title where none has an id, are one
/// priority with several owners.
pub(super) fn priorities(table: &Table, people: &People, seats: &Seats, odd: &mut Vec<Odd>) -> Vec<Priority> {
    let keeps = table.keeps_ids(Field::PriorityId, |id| PriorityId::new(id).is_ok());
    let mut taken = Taken::default();
    let mut by_id: HashMap<String, usize> = HashMap::new();
    let mut by_title: HashMap<String, usize> = HashMap::new();
    let gathered = gathered(table);
    let mut all: Vec<Priority> = Vec::new();
    for Rows { all: rows, head } in &gathered {
        let id = rows.iter().find_map(|at| table.cell(&table.rows[*at], Field::PriorityId));
        let title = table.cell(head, Field::Priority).unwrap_or_else(|| {
            odd.push(Odd::at(head.number, "a priority without a title: called `Untitled`".to_owned()));
            "Untitled".to_owned()
        });
        by_id.extend(id.as_ref().map(|id| (key(id), all.len())));
        by_title.entry(key(&title)).or_insert(all.len());
        let id = id.filter(|_| keeps).unwrap_or_else(|| slug(&title, "priority"));
        let mut priority = Priority { id: taken.take(&id), title, ..Priority::default() };
        details(&mut priority, table, head, odd);
        for &at in rows {
            let row = &table.rows[at];
            if table.differs(row, head, &DETAILS) {
                let message =
                    format!("says otherwise of `{}` than row {}: that one was taken", priority.title, head.number);
                odd.push(Odd::at(row.number, message));
            }
            own(&mut priority, table, at, people, seats, odd);
        }
        all.push(priority);
    }
    // What a priority refers to may stand in any row.
    for (priority, Rows { head: row, .. }) in gathered.into_iter().enumerate() {
        for text in table.list(row, Field::Supports) {
            match by_id.get(&key(&text)).or_else(|| by_title.get(&key(&text))) {
                Some(&other) => all[priority].supports.push(other),
                None => odd.push(Odd::at(row.number, format!("no priority `{text}` to support: left out"))),
            }
        }
        for text in table.list(row, Field::Contributors) {
            match seats.taken(&seats.meant(people, &text), &format!("the contributor `{text}`"), row, odd) {
                Some(seat) => all[priority].contributors.push(seat),
                None => odd.push(Odd::at(row.number, format!("no contributor `{text}`: left out"))),
            }
        }
    }
    all
}

/// Adds the seat that a row names to the owners, else that of the row's person.
fn own(priority: &mut Priority, table: &Table, at: usize, people: &People, seats: &Seats, odd: &mut Vec<Odd>) {
    let row = &table.rows[at];
    let first_of = |fields: &[Field]| fields.iter().find_map(|field| table.cell(row, *field));
    let seat = first_of(&[Field::Seat, Field::Position]);
    let (meant, text) = match (seats.of_row(at), seat, people.of(at)) {
        (Some(seat), ..) => (Meant::One(seat), String::new()),
        (None, Some(text), _) => (seats.meant(people, &text), text),
        (None, None, Some(person)) => (seats.of_person(person), people.all[person].name.clone()),
        (None, None, None) => {
            let Some(text) = first_of(&[Field::Person, Field::Employee, Field::Email]) else { return };
            (seats.meant(people, &text), text)
        }
    };
    if let Some(seat) = seats.taken(&meant, "the owner", row, odd) {
        priority.owners.push(seat);
    } else {
        odd.push(Odd::at(row.number, format!("no seat `{text}` to own `{}`: kept as a note", priority.title)));
        priority.notes.push(format!("Owner in the imported table: {text}"));
    }
}

fn details(priority: &mut Priority, table: &Table, row: &Row, odd: &mut Vec<Odd>) {
    priority.horizon = table.cell_as(row, Field::Horizon, "a horizon such as year", word, odd);
    priority.lane = table.cell_as(row, Field::Lane, "a lane such as service", word, odd);
    priority.effort = table.cell_as(row, Field::Effort, "a share such as 0.5", share, odd);
    priority.due = table.cell_as(row, Field::Due, "a day such as 2026-10-06", |text| Date::parse(text).ok(), odd);
    let status = table.cell_as(row, Field::PriorityStatus, "a status such as on-track", word, odd);
    // A plain `Status` is that of the person, unless it says what only priorities are.
    priority.status = status.or_else(|| table.cell(row, Field::Status).and_then(|text| word(&text)));
}
