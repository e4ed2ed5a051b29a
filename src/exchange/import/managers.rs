//! The columns that name managers: where their cells point, and the likeliest where no header says so.

use crate::text::sort;
use std::borrow::Cow;
use std::collections::HashSet;

use super::columns::{Column, Sureness};
use super::fields::Field;
use super::forms::{common_name, ordered};
use super::lines::Pointing;
use super::names::NameShape;
use super::rows::{Place, Rows};
use super::signs::{Points, Sign, points};
use super::table::{Kind, Table};

/// A manager's cell as text; one of halves is put together.
pub(super) fn text(table: &Table, row: usize, column: usize) -> Option<Cow<'_, str>> {
    if table.columns.all[column].field == Some(Field::ManagerFirst) {
        let last = table.cell(row, Field::ManagerLast).unwrap_or_default();
        let first = table.line(row, column).unwrap_or_default();
        let name = format!("{first} {last}").trim().to_owned();
        return (!name.is_empty()).then_some(Cow::Owned(name));
    }
    table.line(row, column).map(common_name)
}

/// The rows of all tables of people.
pub(super) fn rows_of(tables: &[Table]) -> Rows<'_> {
    let mut all = Vec::new();
    for (at, table) in (0..).zip(tables).filter(|(_, table)| table.kind == Kind::People) {
        let row = |row| u32::try_from(row).expect("rows are counted in 32 bits");
        all.extend(table.rows().map(|place| Place { table: at, row: row(place) }));
    }
    Rows { tables, all }
}

/// Where the columns of managers point in each table, the likeliest first; the number that they point at is that of
/// the people. What is only guessed comes back as `--map` lines.
pub(super) fn settle(tables: &mut [Table]) -> Result<(Pointing, Vec<String>), String> {
    let mut guesses = Vec::new();
    names(tables, &mut guesses);
    let mut pointing = Vec::new();
    for at in 0..tables.len() {
        pointing.push(if tables[at].kind == Kind::People { of_table(tables, at, &mut guesses)? } else { Vec::new() });
    }
    for (at, columns) in pointing.iter().enumerate() {
        let Some((_, Some(Points { sign: Sign::Column { table, column }, .. }))) = columns.first() else { continue };
        let columns = &mut tables[*table as usize].columns;
        let field = columns.all[*column].field;
        let is_email = columns.all[*column].content.is_email();
        if *table as usize == at && !is_email && field.is_none_or(|field| field == Field::Number) {
            columns.first(*column, Field::Number);
        }
    }
    Ok((pointing, guesses))
}

/// A column of names where no header says so.
fn names(tables: &mut [Table], guesses: &mut Vec<String>) {
    for table in tables.iter_mut().filter(|table| table.kind == Kind::People && !table.names.is_there()) {
        let likeliest = (0..table.columns.all.len()).find(|&at| {
            let column = &table.columns.all[at];
            column.field.is_none() && column.content.is_people() && column.content.filled * 2 > column.content.rows
        });
        let likeliest = likeliest.map(|at| (at, "its cells look like names"));
        if let Some((at, why)) = likeliest.or_else(|| Some((named_below(table)?, "the managers' cells are in it"))) {
            guesses.push(format!("--map name={}", quoted(&table.columns.all[at].header)));
            table.columns.set(at, Some(Field::Name), Sureness::Guess, why);
            table.names = NameShape::of(&table.grid, &table.extent, &table.columns);
        } else if table.columns.has(Field::Title) && !table.columns.is_ours {
            table.names.told = Some(
                "no column holds names, so that all seats are vacant: if one does, `--map name=COLUMN`".to_owned(),
            );
        }
    }
}

/// The column in which half of the managers' cells stand, where these are words.
fn named_below(table: &Table) -> Option<usize> {
    const LOOKED_AT: usize = 1000;
    let column = *table.columns.managers().first()?;
    let managers: HashSet<String> =
        table.rows().take(LOOKED_AT).filter_map(|row| text(table, row, column)).map(|text| ordered(&text)).collect();
    let is_in = |at: usize| {
        let cells = table.rows().take(LOOKED_AT).map(|row| ordered(table.grid.raw(row, at)));
        cells.filter(|cell| managers.contains(cell)).collect::<HashSet<_>>().len()
    };
    let candidates = (0..table.columns.all.len()).filter(|&at| {
        let column = &table.columns.all[at];
        column.field.is_none() && column.content.is_title()
    });
    candidates.map(|at| (is_in(at), at)).filter(|(count, _)| count * 2 >= managers.len().max(1)).max().map(|(_, at)| at)
}

fn of_table(
    tables: &mut [Table],
    at: usize,
    guesses: &mut Vec<String>,
) -> Result<Vec<(usize, Option<Points>)>, String> {
    let table_at = u32::try_from(at).expect("tables are few");
    let rows = rows_of(tables);
    let known = tables[at].columns.managers();
    if known.is_empty() {
        let found = likeliest(&rows, table_at);
        let is_alone = tables.iter().filter(|table| table.kind == Kind::People).count() == 1;
        let Some((column, points)) = found else {
            return if is_alone { Err(missing(&tables[at])) } else { Ok(Vec::new()) };
        };
        if !is_alone && tables.iter().any(|table| !table.columns.managers().is_empty()) {
            return Ok(Vec::new());
        }
        let why = format!("{} of {} are in {}", points.found, points.of, points.at);
        guesses.push(format!("--map manager={}", quoted(&tables[at].columns.all[column].header)));
        tables[at].columns.set(column, Some(Field::Manager), Sureness::Guess, &why);
        return Ok(vec![(column, Some(points))]);
    }
    let mut columns: Vec<(usize, Option<Points>)> =
        known.into_iter().map(|column| (column, points(&rows, table_at, column))).collect();
    // One that is found leads before one that is mostly not; else the surest kind does, as they stand.
    let found = |points: &Option<Points>| points.as_ref().map_or(0, |points| points.found * 1000 / points.of.max(1));
    sort::by_key(&mut columns, |(_, points)| std::cmp::Reverse(found(points).min(500)));
    for (column, points) in &columns {
        let column = &mut tables[at].columns.all[*column];
        if let Some(points) = points {
            column.why = format!("{}, {} of {} are in {}", column.why, points.found, points.of, points.at);
            if points.found * 2 < points.of {
                column.sureness = column.sureness.min(Sureness::Likely);
            }
        }
    }
    Ok(columns)
}

/// The column whose cells are found most often among what rows are known by.
fn likeliest(rows: &Rows<'_>, table: u32) -> Option<(usize, Points)> {
    let columns = &rows.tables[table as usize].columns.all;
    let candidates = (0..columns.len()).filter(|&at| {
        let content = &columns[at].content;
        let is_free = columns[at].field.is_none();
        is_free && content.filled > 1 && !content.is_day() && !content.is_share() && !content.is_constant()
    });
    let found = candidates.filter_map(|at| Some((at, points(rows, table, at)?)));
    found
        .filter(|(_, points)| points.found * 10 >= points.of * 8 && points.sign != Sign::Title)
        .max_by_key(|(at, points)| (points.found, std::cmp::Reverse(*at)))
}

fn missing(table: &Table) -> String {
    no_header(table).unwrap_or_else(|| {
        format!(
            "no column says who reports to whom: write `--map manager=COLUMN` with the one that holds the manager's \
             id, e-mail or name; the columns are {}",
            table.columns.headers()
        )
    })
}

/// What to write where the row that should name the columns says nothing but what the rows below could say.
fn no_header(table: &Table) -> Option<String> {
    const LOOKED_AT: usize = 1000;
    if table.columns.all.iter().any(|column| column.field.is_some() && column.sureness == Sureness::Sure) {
        return None;
    }
    let is_person = |column: &Column| {
        // Whoever stands above others is named again below.
        let is_below = |row: usize| table.grid.cells(row).any(|cell| cell == column.header);
        !column.header.is_empty()
            && (column.content.is_one_of_people(&column.header) || table.rows().take(LOOKED_AT).any(is_below))
    };
    let person = &table.columns.all.iter().find(|column| is_person(column))?.header;
    let number = table.grid.number(table.extent.header);
    Some(format!(
        "no row seems to name the columns: row {number} holds `{person}` as the rows below could. Write a row above it \
         that does, such as `Name,Title,Manager`; if row {number} is the header, write `--map name=COLUMN`"
    ))
}

/// A table that names neither people nor seats is most likely misread.
pub(super) fn check_titles(tables: &[Table]) -> Result<(), String> {
    let of_people = || tables.iter().filter(|table| table.kind == Kind::People);
    if of_people().any(|table| table.columns.has(Field::Title)) || of_people().next().is_none() {
        return Ok(());
    }
    let table = of_people().next().expect("there is one");
    if let Some(reason) = no_header(table) {
        return Err(reason);
    }
    let is_blank = table.columns.all.iter().all(|column| column.field.is_none());
    if is_blank && !table.names.is_there() {
        return Err(format!(
            "no column holds names or titles: write `--map name=COLUMN`; the columns are {}",
            table.columns.headers()
        ));
    }
    let free = table.columns.all.iter().filter(|column| column.field.is_none() && !column.header.is_empty());
    let likeliest = free
        .filter(|column| column.content.is_title() && !column.content.is_people())
        .max_by_key(|column| column.content.distinct)
        .map_or_else(
            || format!("the columns are {}", table.columns.headers()),
            |column| format!("likeliest: {}", column.header),
        );
    Err(format!("no column holds titles: write `--map title=COLUMN`; {likeliest}"))
}

/// A header as the shell takes it.
pub(super) fn quoted(header: &str) -> String {
    let is_plain = header.chars().all(|letter| letter.is_alphanumeric() || "-_./".contains(letter));
    if is_plain && !header.is_empty() {
        header.to_owned()
    } else {
        format!("\"{}\"", header.replace(['"', '$', '`', '\\'], "?"))
    }
}
