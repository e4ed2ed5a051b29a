//! Rows that are about nobody: a repeated header, headings between groups, totals, drawn lines.

use std::collections::HashSet;

use crate::text::{Word, is_nobody, is_word};

use super::content::number;
use super::fields::Field;
use super::forms::ordered;
use super::rows::{Place, Rows};
use super::table::Table;
use super::{Odd, managers};

/// Leaves out rows that only part or sum up others, as reports and people write them between rows.
pub(super) fn asides(rows: &mut Rows<'_>, odd: &mut Vec<Odd>) {
    let tables = rows.tables;
    let mut told: Vec<(Place, String)> = Vec::new();
    let mut headings: Vec<(Place, &str)> = Vec::new();
    rows.all.retain(|place| {
        let table = &tables[place.table as usize];
        let aside = if is_header(table, place.row as usize) {
            Some("repeats the column names: left out".to_owned())
        } else {
            match aside(table, place.row as usize) {
                Some(Aside::Line) => Some("is a line that is drawn, without words: left out".to_owned()),
                Some(Aside::Total(text)) => Some(format!("`{text}` sums up: left out")),
                Some(Aside::Heading(text)) => {
                    headings.push((*place, text));
                    None
                }
                None => None,
            }
        };
        told.extend(aside.as_ref().map(|message| (*place, message.clone())));
        aside.is_none()
    });
    if !headings.is_empty() {
        let managers = named_managers(rows);
        headings.retain(|(_, text)| !managers.contains(&ordered(text)));
        let places: HashSet<(u32, u32)> = headings.iter().map(|(place, _)| (place.table, place.row)).collect();
        rows.all.retain(|place| !places.contains(&(place.table, place.row)));
        let message = |text| format!("`{text}` is alone in its row, like a heading: left out");
        told.extend(headings.into_iter().map(|(place, text)| (place, message(text))));
    }
    odd.extend(told.into_iter().map(|(Place { table, row }, message)| {
        let row = tables[table as usize].grid.number(row as usize);
        Odd { table, row, message }
    }));
}

/// Whether a row repeats the header, as reports do on each page.
fn is_header(table: &Table, row: usize) -> bool {
    let mut known = 0;
    for (header, cell) in table.grid.cells(table.extent.header).zip(table.grid.cells(row)) {
        if cell.is_empty() {
            continue;
        }
        if cell != header {
            return false;
        }
        known += 1;
    }
    known > 1
}

enum Aside<'t> {
    Total(&'t str),
    Heading(&'t str),
    Line,
}

/// What a row is that is about nobody: it has no title where others have one, or no word at all.
fn aside(table: &Table, row: usize) -> Option<Aside<'_>> {
    const FEWEST_COLUMNS: usize = 3;
    let columns = &table.columns;
    let title = columns.at(Field::Title)?;
    let is_drawn = |cell: &str| cell.bytes().all(|byte| b"-=_+: ".contains(&byte));
    let mut cells = table.grid.cells(row).filter(|cell| !cell.is_empty());
    if cells.clone().all(is_drawn) {
        return cells.next().filter(|first| first.len() > 2).map(|_| Aside::Line);
    }
    if columns.is_ours || columns.all.len() < FEWEST_COLUMNS || !table.grid.raw(row, title).is_empty() {
        return None;
    }
    let mut filled = table.grid.cells(row).enumerate().filter(|(_, cell)| !cell.is_empty());
    let (at, first) = filled.next()?;
    let mut rest = filled.peekable();
    if rest.peek().is_none() {
        return (table.names.uses(at) && !is_nobody(first)).then_some(Aside::Heading(first));
    }
    (is_word(Word::Footer, first) && rest.all(|(_, cell)| number(cell).is_some())).then_some(Aside::Total(first))
}

/// Whoever is named as a manager is no heading, however little their row says.
fn named_managers(rows: &Rows<'_>) -> HashSet<String> {
    let all = rows.all.iter().flat_map(|place| {
        let (table, row) = (&rows.tables[place.table as usize], place.row as usize);
        table.columns.managers().into_iter().filter_map(move |column| managers::text(table, row, column))
    });
    all.map(|text| ordered(&text)).collect()
}
