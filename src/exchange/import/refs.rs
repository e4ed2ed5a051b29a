//! The numbers by which the next table will be known again: `ref:` of people and seats.

use std::borrow::Cow;

use serde::ser::{Serialize, SerializeMap, Serializer};

use super::fields::Field;
use super::people::Person;
use super::rows::Rows;
use super::seats::Seat;

/// What is remembered of people besides their names.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Remember {
    /// The number.
    #[default]
    Number,
    /// The e-mail.
    Email,
    /// Nothing.
    None,
}

/// Numbers with the systems that they are from, in the form that a chart has.
#[derive(Debug)]
pub(super) struct Refs<'a>(pub(super) Vec<(Option<Cow<'a, str>>, Cow<'a, str>)>);

impl Refs<'_> {
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Serialize for Refs<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0.as_slice() {
            [(None, number)] => serializer.serialize_str(number),
            all if all.iter().all(|(system, _)| system.is_some()) => {
                let mut map = serializer.serialize_map(Some(all.len()))?;
                for (system, number) in all {
                    map.serialize_entry(system.as_deref().unwrap_or_default(), number)?;
                }
                map.end()
            }
            all => serializer.collect_seq(all.iter().map(|(_, number)| number)),
        }
    }
}

/// What our own export wrote: numbers separated by bars, each possibly after its system.
fn own<'a>(cell: &Cow<'a, str>) -> Refs<'a> {
    let parts = cell.split('|').map(str::trim).filter(|part| !part.is_empty());
    let pairs: Vec<(Option<Cow<'a, str>>, Cow<'a, str>)> = parts
        .map(|part| match part.split_once('=') {
            Some((system, number)) if !system.is_empty() && !number.is_empty() => {
                (Some(Cow::Owned(system.to_owned())), Cow::Owned(number.to_owned()))
            }
            _ => (None, Cow::Owned(part.to_owned())),
        })
        .collect();
    // Systems are named for all or for none.
    let is_mixed = pairs.iter().any(|(system, _)| system.is_some()) && pairs.iter().any(|(system, _)| system.is_none());
    if is_mixed {
        return Refs(cell.split('|').map(|part| (None, Cow::Owned(part.trim().to_owned()))).collect());
    }
    Refs(pairs)
}

/// What is remembered of a person.
pub(super) fn of_person<'t>(rows: &Rows<'t>, person: &Person, remember: Remember, system: Option<&'t str>) -> Refs<'t> {
    if let Some(cell) = rows.cell(person.row, Field::PersonRef) {
        return own(&cell);
    }
    let Some(row) = person.known_by.filter(|_| !person.is_withheld && !person.is_disputed) else {
        return Refs(Vec::new());
    };
    let field = match remember {
        Remember::Number => Field::Number,
        Remember::Email => Field::Email,
        Remember::None => return Refs(Vec::new()),
    };
    // A login that is an e-mail is no number.
    let number = rows.cell(row, field).filter(|number| field == Field::Email || !number.contains('@'));
    Refs(number.map(|number| (system.map(Cow::Borrowed), number)).into_iter().collect())
}

/// The numbers that our own export has for a person.
pub(super) fn numbers_of(rows: &Rows<'_>, person: &Person) -> Vec<String> {
    rows.cell(person.row, Field::PersonRef).map(|cell| numbers(&cell)).unwrap_or_default()
}

/// The numbers of a seat.
pub(super) fn numbers_of_seat(rows: &Rows<'_>, seat: &Seat<'_>) -> Vec<String> {
    match rows.cell(seat.head, Field::SeatRef) {
        Some(cell) => numbers(&cell),
        None => rows.cell(seat.head, Field::Position).map(Cow::into_owned).into_iter().collect(),
    }
}

fn numbers(cell: &str) -> Vec<String> {
    own(&Cow::Borrowed(cell)).0.into_iter().map(|(_, number)| number.into_owned()).collect()
}

/// What is remembered of a seat.
pub(super) fn of_seat<'t>(rows: &Rows<'t>, seat: &Seat<'_>, remember: Remember, system: Option<&'t str>) -> Refs<'t> {
    if let Some(cell) = rows.cell(seat.head, Field::SeatRef) {
        return own(&cell);
    }
    let number = rows.cell(seat.head, Field::Position).filter(|_| remember != Remember::None);
    Refs(number.map(|number| (system.map(Cow::Borrowed), number)).into_iter().collect())
}
