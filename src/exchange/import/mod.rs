//! From the flat table that an HR system or a spreadsheet exports to a chart: a row a person, or a row a position.

mod columns;
mod decode;
mod people;
mod priorities;
mod seats;
mod table;
mod write;

use std::fmt;

use crate::report::counted;

use super::ids::slug;
use people::People;
use priorities::{Priority, priorities};
use seats::Seats;
use table::{Row, Table};

/// What is known of the table besides its bytes.
#[derive(Clone, Copy, Debug)]
pub struct Request<'a> {
    /// Where it is from, for the reader of the chart.
    pub origin: &'a str,
    /// Its encoding, where it must not be guessed.
    pub encoding: Option<&'a str>,
    /// Columns that names don't tell, as `FIELD=COLUMN`.
    pub maps: &'a [String],
    /// The organisation's name.
    pub organization: &'a str,
    /// The moment that the chart describes.
    pub revision: Option<&'a str>,
}

/// One file of the chart's folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its name, without a folder.
    pub name: String,
    /// Its text.
    pub text: String,
}

/// A chart, and what happened on the way to it.
#[derive(Debug)]
pub struct Imported {
    /// The files, `chart.yaml` first.
    pub files: Vec<File>,
    /// A name for their folder, made of the organisation's.
    pub folder: String,
    /// How the table was understood and what came of it, a line each.
    pub summary: Vec<String>,
    /// What was odd, by the rows.
    pub odd: Vec<Odd>,
}

/// Something in the table that a person should look at.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Odd {
    /// The row, as spreadsheets count.
    pub row: usize,
    /// What is odd, and what was done.
    pub message: String,
}

impl Odd {
    fn at(row: usize, message: String) -> Self {
        Self { row, message }
    }
}

impl fmt::Display for Odd {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "row {}: {}", self.row, self.message)
    }
}

/// Words by which HR systems mark people who are gone.
const GONE: [&str; 11] = [
    "terminated",
    "inactive",
    "former",
    "left",
    "resigned",
    "deactivated",
    "offboarded",
    "retired",
    "deceased",
    "inaktiv",
    "ausgeschieden",
];

/// Reads a table.
///
/// # Errors
/// A text that is no table, or a table that does not say who reports to whom.
pub fn import(bytes: &[u8], request: &Request<'_>) -> Result<Imported, String> {
    let mut odd = Vec::new();
    let mut table = Table::read(bytes, request, &mut odd)?;
    let is_gone: Vec<bool> = table.rows.iter().map(|row| is_gone(&table, row, &mut odd)).collect();
    let mut gone = is_gone.iter();
    table.rows.retain(|_| gone.next() == Some(&false));
    let people = People::read(&table, &mut odd);
    let seats = Seats::read(&table, &people, &mut odd);
    if seats.all.is_empty() {
        return Err("the table holds no seats: its rows have neither names nor titles".to_owned());
    }
    let priorities = priorities(&table, &people, &seats, &mut odd);
    odd.sort();
    Ok(Imported {
        files: write::files(write::Told { people: &people, seats: &seats, priorities: &priorities }, request),
        folder: slug(request.organization, "organisation"),
        summary: summary(&table, &people, &seats, &priorities),
        odd,
    })
}

fn is_gone(table: &Table, row: &Row, odd: &mut Vec<Odd>) -> bool {
    let status = table.cell(row, columns::Field::Status).unwrap_or_default();
    let is_gone = GONE.contains(&status.to_lowercase().as_str());
    if is_gone {
        odd.push(Odd::at(row.number, format!("marked as `{status}`: left out")));
    }
    is_gone
}

fn summary(table: &Table, people: &People, seats: &Seats, priorities: &[Priority]) -> Vec<String> {
    let taken: Vec<String> = table.columns.taken().map(|(header, field)| format!("{header} → {field}")).collect();
    let left = table.columns.left();
    let delimiter = if table.delimiter == '\t' { "tab".to_owned() } else { format!("`{}`", table.delimiter) };
    let mut lines = vec![
        format!("{}, {}, parted by {delimiter}", counted(table.rows.len(), "row", "rows"), table.encoding),
        format!("columns: {}", taken.join(", ")),
    ];
    if !left.is_empty() {
        lines.push(format!("columns not taken: {}", left.join(", ")));
    }
    let vacant = seats.all.iter().filter(|seat| seat.owners.is_empty()).count();
    let (seat_count, person_count) =
        (counted(seats.all.len(), "seat", "seats"), counted(people.all.len(), "person", "people"));
    let held = format!("{seat_count}, {vacant} of them vacant, {person_count}");
    lines.push(match priorities.len() {
        0 => held,
        count => format!("{held}, {}", counted(count, "priority", "priorities")),
    });
    let roots: Vec<&str> =
        seats.all.iter().filter(|seat| seat.reports_to.is_none()).map(|seat| seat.id.as_str()).collect();
    lines.push(match roots.as_slice() {
        [] => "no seat reports to nobody".to_owned(),
        [root] => format!("`{root}` reports to nobody"),
        _ => format!("{} seats report to nobody: {}", roots.len(), shortened(&roots)),
    });
    lines
}

fn shortened(ids: &[&str]) -> String {
    const SHOWN: usize = 10;
    let more = if ids.len() > SHOWN { ", …" } else { "" };
    format!("{}{more}", ids[..ids.len().min(SHOWN)].join(", "))
}
