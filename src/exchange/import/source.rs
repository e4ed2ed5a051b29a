//! From files to tables: what the bytes are, which sheets count, and what a person has said about columns.

use super::circles;
use super::columns::Maps;
use super::days::{DayOrder, order_of};
use super::delimited;
use super::dot;
use super::fields::Field;
use super::records;
use super::sheet::{Read, Wanted};
use super::table::{Kind, Table};
use super::workbook;
use super::{Arrows, Odd, Request};

/// What a person has said about columns, `FIELD=COLUMN` each.
pub(super) fn maps(maps: &[String]) -> Result<Vec<(Field, Option<String>)>, String> {
    let mut read = Vec::new();
    for map in maps {
        let (field, header) =
            map.split_once('=').ok_or_else(|| format!("expected FIELD=COLUMN, found `{map}`: such as name=Worker"))?;
        let header = header.trim();
        read.push((Field::mapped(field.trim())?, (!header.is_empty()).then(|| header.to_owned())));
    }
    Ok(read)
}

/// What a person has said about sheets, `NAME=KIND` each.
pub(super) fn sheets(sheets: &[String]) -> Result<Vec<(String, Wanted)>, String> {
    let read = sheets.iter().map(|sheet| {
        let (name, kind) = sheet.rsplit_once('=').unwrap_or((sheet, ""));
        let wanted = match kind.trim() {
            "people" => Wanted::Kind(Kind::People),
            "priorities" => Wanted::Kind(Kind::Priorities),
            "metrics" => Wanted::Kind(Kind::Metrics),
            "circles" => Wanted::Kind(Kind::Circles),
            "raci" => Wanted::Kind(Kind::Raci),
            "skip" => Wanted::Skip,
            _ => {
                return Err(format!(
                    "expected NAME=KIND, found `{sheet}`: KIND is people, priorities, metrics, circles, raci or skip"
                ));
            }
        };
        Ok((name.trim().to_owned(), wanted))
    });
    read.collect()
}

/// The grids of a file: its bytes say what it is, not its name.
pub(super) fn grids(
    origin: &str,
    bytes: &[u8],
    request: &Request<'_>,
    sheets: &[(String, Wanted)],
    notes: &mut Vec<String>,
) -> Result<Vec<Read>, String> {
    let placed = |reason: String| format!("{origin}: {reason}");
    if let Some(arrows) = request.diagram {
        return Ok(vec![(
            dot::grid(origin, bytes, request.encoding, arrows == Arrows::Up).map_err(placed)?,
            Some(Kind::People),
        )]);
    }
    if workbook::is_one(bytes) {
        return workbook::grids(origin, bytes, sheets, notes).map_err(placed);
    }
    if let Some(form) = markup(bytes) {
        return Err(placed(format!(
            "this is {form}, whatever its name says: open it in a spreadsheet and save it as .xlsx or .csv"
        )));
    }
    let grid = match records::read(origin, bytes, request.encoding) {
        Some(grid) => grid,
        None => delimited::read(origin, bytes, request.encoding),
    };
    let wanted = sheets.iter().find(|(name, _)| name == origin).map(|(_, wanted)| *wanted);
    match wanted {
        Some(Wanted::Skip) => Ok(Vec::new()),
        Some(Wanted::Kind(kind)) => Ok(vec![(grid.map_err(placed)?, Some(kind))]),
        None => Ok(vec![(grid.map_err(placed)?, None)]),
    }
}

/// What programs write under the name of a workbook, and spreadsheets open all the same.
fn markup(bytes: &[u8]) -> Option<&'static str> {
    const LOOKED_AT: usize = 512;
    const BEGINNINGS: [(&str, &str); 10] = [
        ("<!doctype", "HTML"),
        ("<html", "HTML"),
        ("<head", "HTML"),
        ("<meta", "HTML"),
        ("<style", "HTML"),
        ("<body", "HTML"),
        ("<div", "HTML"),
        ("<table", "HTML"),
        ("<?xml", "XML"),
        ("mime-version:", "a web page in one file"),
    ];
    // Only letters, in whichever encoding.
    let ascii = bytes.iter().take(LOOKED_AT).filter(|byte| byte.is_ascii() && **byte != 0);
    let text: String = ascii.map(|byte| char::from(byte.to_ascii_lowercase())).collect();
    BEGINNINGS.iter().find_map(|(beginning, form)| text.trim_start().starts_with(beginning).then_some(*form))
}

/// Understands grids as tables. Where there are several sheets, those without a table are skipped, and named.
pub(super) fn tables(
    grids: Vec<Read>,
    request: &Request<'_>,
    maps: &Maps,
    _sheets: &[(String, Wanted)],
    tables: &mut Vec<Table>,
    odd: &mut Vec<Odd>,
) -> Result<(), String> {
    let is_alone = grids.len() == 1;
    let mut passed_over = Vec::new();
    for (grid, wanted) in grids {
        let origin = grid.origin.clone();
        let mut told = Vec::new();
        let table = Table::read(grid, request.header, maps, wanted, &mut told);
        let says_nothing = |table: &Table| {
            wanted.is_none()
                && table.kind == Kind::People
                && table.columns.managers().is_empty()
                && !table.columns.has(Field::Title)
                && !table.columns.has(Field::Number)
        };
        let table = match table {
            Ok(table) if !is_alone && says_nothing(&table) => {
                passed_over.push(format!("{origin} holds no table that is known: skipped"));
                continue;
            }
            Ok(table) if table.kind == Kind::Circles => circles::as_people(&table)?,
            Ok(table) => table,
            Err(reason) if is_alone || wanted.is_some() => return Err(reason),
            Err(reason) => {
                passed_over.push(format!("{reason}: skipped"));
                continue;
            }
        };
        let at = u32::try_from(tables.len()).expect("tables are few");
        odd.extend(told.into_iter().map(|odd| Odd { table: at, ..odd }));
        tables.push(table);
    }
    if let Some(table) = tables.last_mut() {
        table.grid.notes.extend(passed_over);
    } else if let Some(reason) = passed_over.into_iter().next() {
        return Err(reason);
    }
    Ok(())
}

/// A column that is mapped must be in some table.
pub(super) fn check_maps(maps: &Maps, tables: &[Table]) -> Result<(), String> {
    for header in maps.iter().filter_map(|(_, header)| header.as_ref()) {
        let is_there = tables.iter().any(|table| table.columns.all.iter().any(|column| column.header == *header));
        if !is_there {
            let columns: Vec<String> = tables.iter().map(|table| table.columns.headers()).collect();
            return Err(format!("no column `{header}`: the columns are {}", columns.join("; ")));
        }
    }
    Ok(())
}

/// What comes first in the days of a table: as a person says, else as its cells prove, else as files of its kind do.
pub(super) fn day_order(table: &Table, request: &Request<'_>, notes: &mut Vec<String>) -> Option<DayOrder> {
    if request.dates.is_some() {
        return request.dates;
    }
    let columns: Vec<usize> =
        [Field::Due, Field::VacantSince].iter().flat_map(|field| table.columns.of(*field)).copied().collect();
    let cells = columns.iter().flat_map(|&column| table.rows().map(move |row| (row, column)));
    let (day_first, month_first, open) = order_of(cells.map(|(row, column)| table.raw(row, column)));
    let origin = &table.grid.origin;
    let all = day_first + month_first + open;
    match (day_first, month_first, open) {
        (0, 0, 0) => None,
        (0, 0, _) if table.has_decimal_comma => Some(DayOrder::DayFirst),
        (0, 0, _) => {
            notes.push(format!(
                "{origin}: days such as 03/04/2026 were read month first; if that is wrong: --dates dmy"
            ));
            Some(DayOrder::MonthFirst)
        }
        (_, 0, _) => Some(DayOrder::DayFirst),
        (0, _, _) => Some(DayOrder::MonthFirst),
        (days, months, _) if days >= months => {
            notes.push(format!("{origin}: {months} of {all} days fit only month/day: --dates mdy"));
            Some(DayOrder::DayFirst)
        }
        (days, ..) => {
            notes.push(format!("{origin}: {days} of {all} days fit only day/month: --dates dmy"));
            Some(DayOrder::MonthFirst)
        }
    }
}
