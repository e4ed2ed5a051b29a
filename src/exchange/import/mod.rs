//! From the tables that people have, spreadsheets, exports of HR systems and workbooks, to a chart.
//!
//! Bytes become grids, a grid becomes a table when its columns are understood, and tables become people, seats, lines,
//! priorities and metrics. Whatever is taken, guessed or left out is reported, by row.

mod asides;
mod binary;
mod bounds;
mod bytes;
mod circles;
mod columns;
mod content;
mod days;
mod delimited;
mod details;
mod dot;
mod fields;
mod forms;
mod grid;
mod header;
mod into;
mod ladder;
mod lines;
mod managers;
mod metrics;
mod names;
mod owners;
mod people;
mod plan;
mod priorities;
mod records;
mod refs;
mod rest;
mod rows;
mod seats;
mod several;
mod sheet;
mod signs;
mod source;
mod spellings;
mod statuses;
mod strategy;
mod table;
mod told;
mod unknown;
mod waivers;
mod workbook;
mod write;

pub use days::DayOrder;
pub use into::{Update, update};
pub use refs::Remember;
pub use spellings::vocabulary;
use told::Odd;

use super::ids::slug;
use crate::error::Error;
use crate::phrase::Page;
use fields::Field;
use plan::Plan;
use table::{Kind, Table};

/// One file to read.
#[derive(Debug)]
pub struct Input {
    /// Its name, for the reader of the chart.
    pub origin: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}

/// Which way the arrows of a diagram point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arrows {
    /// From a manager to a report.
    Down,
    /// From a report to a manager.
    Up,
}

/// What is known of the tables besides their bytes.
#[derive(Clone, Copy, Debug, Default)]
pub struct Request<'a> {
    /// Their encoding, where it must not be guessed.
    pub encoding: Option<&'a str>,
    /// What columns hold, as `FIELD=COLUMN`; `FIELD=` where none holds it.
    pub maps: &'a [String],
    /// What sheets hold, as `NAME=people`, `priorities`, `metrics` or `skip`.
    pub sheets: &'a [String],
    /// The row that names the columns, as spreadsheets count.
    pub header: Option<usize>,
    /// What comes first in days such as 03/04/2026.
    pub dates: Option<DayOrder>,
    /// The hours of full time.
    pub full_time: Option<u8>,
    /// Statuses of people who have left.
    pub gone: &'a [String],
    /// Statuses of people who are there.
    pub keep: &'a [String],
    /// Whether the file is a diagram in DOT, and if so, which way its arrows point.
    pub diagram: Option<Arrows>,
    /// What is remembered of people besides their names.
    pub remember: Remember,
    /// The system that numbers are from.
    pub system: Option<&'a str>,
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
    /// How the tables were understood, and what came of them.
    pub summary: Page,
    /// What was odd, by the rows.
    pub odd: Page,
    /// What is only guessed: options that say so. With any of these the chart should not be written unseen.
    pub guesses: Vec<String>,
}

/// Reads tables.
///
/// # Errors
/// Bytes that are no table, or tables that do not say who reports to whom.
pub fn import(inputs: Vec<Input>, request: &Request<'_>) -> Result<Imported, Error> {
    imported(inputs, request).map_err(Error::new)
}

fn imported(inputs: Vec<Input>, request: &Request<'_>) -> Result<Imported, String> {
    let (mut odd, mut notes) = (Vec::new(), Vec::new());
    let mut tables = tables(inputs, request, &mut odd, &mut notes)?;
    if tables.iter().all(|table| table.kind != Kind::People) {
        return Err("no table holds people or seats: give one of them, too, so that what is owned has an owner; \
                    `--into CHART` takes a chart's"
            .to_owned());
    }
    managers::check_titles(&tables)?;
    let (pointing, guesses) = managers::settle(&mut tables)?;
    let mut plan = Plan::read(&tables, &pointing, request, &mut odd);
    odd.extend(plan.seats.all.iter().filter_map(|seat| told::unknown_manager(&plan.rows, seat)));
    if plan.seats.all.is_empty() {
        return Err("the table holds no seats: its rows have neither names nor titles".to_owned());
    }
    plan.notes.splice(0..0, notes);
    let files = write::files(&plan, request);
    let summary = told::summary(&plan, request, &plan.roots().collect::<Vec<_>>());
    let odd = told::to_look_at(&told::lines(&tables, odd));
    Ok(Imported { files, folder: slug(request.organization, "organisation"), summary, odd, guesses })
}

/// The tables of all inputs.
fn tables(
    inputs: Vec<Input>,
    request: &Request<'_>,
    odd: &mut Vec<Odd>,
    notes: &mut Vec<String>,
) -> Result<Vec<Table>, String> {
    let maps = source::maps(request.maps)?;
    let sheets = source::sheets(request.sheets)?;
    let mut tables = Vec::new();
    for Input { origin, bytes } in inputs {
        let grids = source::grids(&origin, &bytes, request, &sheets, notes)?;
        // The bytes are not needed any more, and may be many.
        drop(bytes);
        source::tables(grids, request, &maps, &sheets, &mut tables, odd)?;
    }
    source::check_maps(&maps, &tables)?;
    for table in &mut tables {
        table.days = source::day_order(table, request, notes);
    }
    Ok(tables)
}

/// Whether any of some tables has a column of a field.
fn any_has(tables: &[Table], field: Field) -> bool {
    tables.iter().any(|table| table.columns.has(field))
}
