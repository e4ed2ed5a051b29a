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

/// The priorities in the order of the rows. Several rows with one id, or with one title where none has an id, are one
/// priority with several owners.
pub(super) fn priorities(table: &Table, people: &People, seats: &Seats, odd: &mut Vec<Odd>) -> Vec<Priority> {
    let keeps = table.keeps_ids(Field::PriorityId, |id| PriorityId::new(id).is_ok());
    let mut taken = Taken::default();
    let mut all: Vec<Priority> = Vec::new();
    let mut first_rows = Vec::new();
    let mut by_id: HashMap<String, usize> = HashMap::new();
    let mut by_title: HashMap<String, usize> = HashMap::new();
    for (at, row) in table.rows.iter().enumerate() {
        let (number, title) = (table.cell(row, Field::PriorityId), table.cell(row, Field::Priority));
        let known = match (&number, &title) {
            (Some(number), _) => by_id.get(&key(number)),
            (None, Some(title)) => by_title.get(&key(title)),
            (None, None) => continue,
        };
        let priority = if let Some(&priority) = known {
            let first: &Row = first_rows[priority];
            let differs = |field| table.cell(row, field).is_some_and(|text| table.cell(first, field) != Some(text));
            if DETAILS.into_iter().any(differs) {
                let title = &all[priority].title;
                let message = format!("says otherwise of `{title}` than row {}: that one was taken", first.number);
                odd.push(Odd::at(row.number, message));
            }
            priority
        } else {
            let title = title.unwrap_or_else(|| {
                odd.push(Odd::at(row.number, "a priority without a title: called `Untitled`".to_owned()));
                "Untitled".to_owned()
            });
            let id = number.clone().filter(|_| keeps).unwrap_or_else(|| slug(&title, "priority"));
            by_id.extend(number.map(|number| (key(&number), all.len())));
            by_title.entry(key(&title)).or_insert(all.len());
            let mut priority = Priority { id: taken.take(&id), title, ..Priority::default() };
            details(&mut priority, table, row, odd);
            all.push(priority);
            first_rows.push(row);
            all.len() - 1
        };
        own(&mut all[priority], table, at, people, seats, odd);
    }
    // What a priority refers to may stand in any row.
    for (at, row) in first_rows.into_iter().enumerate() {
        for text in table.list(row, Field::Supports) {
            match by_id.get(&key(&text)).or_else(|| by_title.get(&key(&text))) {
                Some(&other) => all[at].supports.push(other),
                None => odd.push(Odd::at(row.number, format!("no priority `{text}` to support: left out"))),
            }
        }
        for text in table.list(row, Field::Contributors) {
            match seats.meant(people, &text) {
                Meant::One(seat) | Meant::FirstOf(seat, _) => all[at].contributors.push(seat),
                Meant::Unclear(_) => odd.push(Odd::at(row.number, format!("no contributor `{text}`: left out"))),
            }
        }
    }
    all
}

/// Adds the seat that a row names to the owners, else that of the row's person.
fn own(priority: &mut Priority, table: &Table, at: usize, people: &People, seats: &Seats, odd: &mut Vec<Odd>) {
    let row = &table.rows[at];
    let named = table.cell(row, Field::Seat).or_else(|| table.cell(row, Field::Position));
    let meant = match (seats.of_row(at), &named, people.of(at)) {
        (Some(seat), ..) => Meant::One(seat),
        (None, Some(text), _) => seats.meant(people, text),
        (None, None, Some(person)) => seats.of_person(person),
        (None, None, None) => return,
    };
    match meant {
        Meant::One(seat) => priority.owners.push(seat),
        Meant::FirstOf(seat, count) => {
            let message = format!("the owner holds {count} seats: `{}`, the first, was taken", seats.all[seat].id);
            odd.push(Odd::at(row.number, message));
            priority.owners.push(seat);
        }
        Meant::Unclear(_) => {
            let text =
                named.or_else(|| people.of(at).map(|person| people.all[person].name.clone())).unwrap_or_default();
            let message = format!("no seat `{text}` to own `{}`: kept as a note", priority.title);
            odd.push(Odd::at(row.number, message));
            priority.notes.push(format!("Owner in the imported table: {text}"));
        }
    }
}

fn details(priority: &mut Priority, table: &Table, row: &Row, odd: &mut Vec<Odd>) {
    priority.horizon = table.cell_as(row, Field::Horizon, "a horizon such as year", word, odd);
    priority.lane = table.cell_as(row, Field::Lane, "a lane such as service", word, odd);
    priority.effort = table.cell_as(row, Field::Effort, "a share such as 0.5", share, odd);
    priority.due = table.cell_as(row, Field::Due, "a day such as 2026-10-06", |text| Date::parse(text).ok(), odd);
    priority.status = table.cell_as(row, Field::PriorityStatus, "a status such as on-track", word, odd);
}
