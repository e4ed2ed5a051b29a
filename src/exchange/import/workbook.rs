//! From the workbooks of Excel and `OpenDocument` to grids, a sheet each: streamed where the format allows it.

use crate::text::sort;
use std::io::Cursor;

use calamine::{
    Data, DataRef, Dimensions, ExcelDateTime, Ods, Reader, Sheet, SheetType, SheetVisible, Xls, XlsError, Xlsb, Xlsx,
};

use super::bounds::{Packed, parts};
use super::grid::Grid;
use super::sheet::{Read, Wanted};

const ZIP: &[u8] = b"PK\x03\x04";
const COMPOUND: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

/// Whether bytes are those of a workbook, or of something that is packed like one.
pub(super) fn is_one(bytes: &[u8]) -> bool {
    bytes.starts_with(ZIP) || bytes.starts_with(COMPOUND)
}

/// The grids of a workbook's sheets: those that can be seen, and those that are asked for by name.
pub(super) fn grids(
    origin: &str,
    bytes: &[u8],
    sheets: &[(String, Wanted)],
    notes: &mut Vec<String>,
) -> Result<Vec<Read>, String> {
    if bytes.starts_with(COMPOUND) {
        let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
        if bytes.windows(name.len()).any(|window| window == name) {
            return Err(PASSWORD.to_owned());
        }
        let workbook = Xls::new(Cursor::new(bytes)).map_err(|reason| match reason {
            XlsError::Password => PASSWORD.to_owned(),
            reason => damaged(&reason),
        })?;
        let merged = |workbook: &Xls<_>, name: &str| workbook.merge_cells_by_sheet_name(name).unwrap_or_default();
        return Book { origin, sheets, notes }.dense(workbook, "xls", merged);
    }
    let parts = parts(bytes)?;
    if parts.has_hidden {
        notes.push(format!("{origin}: some rows or columns are hidden: read like all others"));
    }
    let mut book = Book { origin, sheets, notes };
    let cursor = Cursor::new(bytes);
    match parts.kind {
        // The reader of this format does not say which cells are merged.
        Packed::Ods => book.dense(Ods::new(cursor).map_err(|reason| damaged(&reason))?, "ods", |_, _| Vec::new()),
        Packed::Xlsb => {
            let mut workbook = Xlsb::new(cursor).map_err(|reason| damaged(&reason))?;
            let sheets = workbook.sheets_metadata().to_vec();
            book.each(&sheets, |name, cells| {
                let mut reader = workbook.worksheet_cells_reader(name).map_err(|reason| damaged(&reason))?;
                while let Some(cell) = reader.next_cell().map_err(|reason| damaged(&reason))? {
                    cells.add(cell.get_position(), cell.get_value(), false)?;
                }
                Ok("xlsb")
            })
        }
        Packed::Xlsx => {
            let mut workbook = Xlsx::new(cursor).map_err(|reason| damaged(&reason))?;
            let sheets = workbook.sheets_metadata().to_vec();
            book.each(&sheets, |name, cells| {
                let merged = workbook.merge_cells_by_sheet_name(name).map_err(|reason| damaged(&reason))?;
                cells.merged = merged_rows(&merged);
                let mut reader = workbook.worksheet_cells_reader(name).map_err(|reason| damaged(&reason))?;
                while let Some(cell) = reader.next_cell_with_formula_metadata().map_err(|reason| damaged(&reason))? {
                    cells.add(cell.pos, &cell.value, cell.formula.is_some())?;
                }
                Ok("xlsx")
            })
        }
    }
}

const PASSWORD: &str = "the workbook has a password: save it without";

fn damaged(reason: &dyn std::fmt::Display) -> String {
    format!("the workbook can't be read: {reason}")
}

/// A workbook on its way into grids.
struct Book<'b> {
    origin: &'b str,
    sheets: &'b [(String, Wanted)],
    notes: &'b mut Vec<String>,
}

impl Book<'_> {
    /// Reads each sheet that counts.
    fn each(
        &mut self,
        sheets: &[Sheet],
        mut read: impl FnMut(&str, &mut Cells) -> Result<&'static str, String>,
    ) -> Result<Vec<Read>, String> {
        let mut grids = Vec::new();
        let of_cells = |sheet: &&Sheet| sheet.typ == SheetType::WorkSheet;
        let seen = sheets.iter().filter(of_cells).filter(|sheet| sheet.visible == SheetVisible::Visible).count();
        for (name, _) in self.sheets {
            if !sheets.iter().any(|sheet| sheet.name == *name) && *name != self.origin {
                let names: Vec<&str> = sheets.iter().map(|sheet| sheet.name.as_str()).collect();
                return Err(format!("no sheet `{name}`: the sheets are {}", names.join(", ")));
            }
        }
        for sheet in sheets.iter().filter(of_cells) {
            let said = self.sheets.iter().find(|(name, _)| *name == sheet.name).map(|(_, wanted)| *wanted);
            let kind = match said {
                Some(Wanted::Skip) => continue,
                Some(Wanted::Kind(kind)) => Some(kind),
                None if sheet.visible != SheetVisible::Visible => {
                    let (origin, name) = (self.origin, &sheet.name);
                    self.notes.push(format!(
                        "{origin}: sheet \"{name}\" is hidden: skipped; --sheet {}=people reads it",
                        super::managers::quoted(name)
                    ));
                    continue;
                }
                None => None,
            };
            let origin =
                if seen == 1 { self.origin.to_owned() } else { format!("{}, sheet `{}`", self.origin, sheet.name) };
            let mut cells = Cells {
                grid: Grid::new(&origin, String::new()),
                row: Vec::new(),
                number: 0,
                empty: 0,
                first: None,
                merged: None,
            };
            let form = read(&sheet.name, &mut cells).map_err(|reason| format!("sheet `{}`: {reason}", sheet.name))?;
            cells.row_ends()?;
            let Cells { mut grid, empty, first, merged, .. } = cells;
            form.clone_into(&mut grid.form);
            grid.notes.extend(merged);
            if let Some((row, column)) = first {
                let column = column_name(column);
                grid.notes.push(if empty == 1 {
                    format!("row {row}: the formula in {column} has no stored value: open and save the workbook")
                } else {
                    format!("{empty} formulas have no stored value, the first in {column} of row {row}: open and save the workbook")
                });
            }
            if grid.len() > 0 {
                grids.push((grid, kind));
            }
        }
        if grids.is_empty() {
            return Err("the workbook has no visible sheet with contents".to_owned());
        }
        Ok(grids)
    }

    /// A workbook whose sheets are held whole: the format bounds them, or what they unpack to was added up.
    fn dense<'b, R: Reader<Cursor<&'b [u8]>>>(
        mut self,
        mut workbook: R,
        form: &'static str,
        merged: impl Fn(&R, &str) -> Vec<Dimensions>,
    ) -> Result<Vec<Read>, String>
    where
        R::Error: std::fmt::Display,
    {
        let sheets = workbook.sheets_metadata().to_vec();
        self.each(&sheets, |name, cells| {
            let range = workbook.worksheet_range(name).map_err(|reason| damaged(&reason))?;
            let (top, left) = range.start().unwrap_or_default();
            for (row, column, value) in range.used_cells() {
                let place = |offset: usize, start: u32| {
                    u32::try_from(offset).map_or(u32::MAX, |offset| offset.saturating_add(start))
                };
                cells.add((place(row, top), place(column, left)), &borrowed(value), false)?;
            }
            cells.merged = merged_rows(&merged(&workbook, name));
            Ok(form)
        })
    }
}

fn borrowed(value: &Data) -> DataRef<'_> {
    match value {
        Data::Int(value) => DataRef::Int(*value),
        Data::Float(value) => DataRef::Float(*value),
        Data::String(value) | Data::DateTimeIso(value) | Data::DurationIso(value) => DataRef::SharedString(value),
        Data::Bool(value) => DataRef::Bool(*value),
        Data::DateTime(value) => DataRef::DateTime(*value),
        Data::Error(value) => DataRef::Error(value.clone()),
        Data::Empty => DataRef::Empty,
    }
}

/// The cells of a sheet, gathered row by row.
struct Cells {
    grid: Grid,
    row: Vec<(u32, String)>,
    /// The row that is being gathered, as spreadsheets count.
    number: usize,
    /// How many formulas have no value, and where the first is.
    empty: usize,
    first: Option<(usize, u32)>,
    /// The note about cells that are merged over several rows.
    merged: Option<String>,
}

impl Cells {
    fn add(&mut self, (row, column): (u32, u32), value: &DataRef<'_>, is_formula: bool) -> Result<(), String> {
        let number = row as usize + 1;
        if number != self.number {
            self.row_ends()?;
            self.number = number;
        }
        let is_empty = match value {
            DataRef::Empty => true,
            DataRef::String(text) => text.is_empty(),
            DataRef::SharedString(text) => text.is_empty(),
            _ => false,
        };
        if is_empty {
            if is_formula {
                self.empty += 1;
                self.first.get_or_insert((number, column));
            }
            return Ok(());
        }
        self.row.push((column, text(value)));
        Ok(())
    }

    fn row_ends(&mut self) -> Result<(), String> {
        if !self.row.is_sorted_by_key(|(column, _)| *column) {
            sort::by_key(&mut self.row, |(column, _)| *column);
        }
        let mut next = 0;
        if let Some((last, _)) = self.row.last()
            && *last as usize >= super::grid::MOST_COLUMNS
        {
            return Err(format!(
                "row {} has a cell in column {}; a table has at most {} columns",
                self.number,
                column_name(*last),
                super::grid::MOST_COLUMNS
            ));
        }
        for (column, cell) in self.row.drain(..) {
            while next < column {
                self.grid.cell_ends("")?;
                next += 1;
            }
            self.grid.cell_ends(&cell)?;
            next += 1;
        }
        self.grid.row_ends(self.number)
    }
}

/// The note where cells are merged over several rows: a reader sees the value in each of them, and the file has it
/// in one. Those within a row are headings.
fn merged_rows(regions: &[Dimensions]) -> Option<String> {
    let over_rows = || regions.iter().filter(|region| region.start.0 < region.end.0);
    let first = over_rows().min_by_key(|region| region.start)?;
    let (row, column) = (first.start.0 + 1, column_name(first.start.1));
    let (count, end) = (over_rows().count(), first.end.0 + 1);
    let which = match count {
        1 => format!("{column}{row} to {column}{end} are merged"),
        _ => format!(
            "cells are merged over several rows in {count} places, the first from {column}{row} to {column}{end}"
        ),
    };
    Some(format!("{which}: the value counts only for row {row}; if it holds for all, unmerge the cells and fill it in"))
}

/// A column as spreadsheets name it.
fn column_name(column: u32) -> String {
    let mut left = column + 1;
    let mut name = Vec::new();
    while left > 0 {
        let letter = u8::try_from((left - 1) % 26).expect("one of 26");
        name.push(char::from(b'A' + letter));
        left = (left - 1) / 26;
    }
    name.iter().rev().collect()
}

/// A value as text: whole numbers without a point, days as 2026-10-06.
fn text(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Int(value) => value.to_string(),
        DataRef::Float(value) => float(*value),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Bool(value) => value.to_string(),
        DataRef::DateTime(value) => moment(value),
        DataRef::Error(error) => error.to_string(),
        DataRef::Empty => String::new(),
    }
}

/// A number in at most fifteen digits, as spreadsheets show it.
fn float(value: f64) -> String {
    let text = value.to_string();
    if text.len() <= 16 {
        return text;
    }
    let rounded: f64 = format!("{value:.14e}").parse().unwrap_or(value);
    rounded.to_string()
}

/// A day; a mere clock time is not one.
fn moment(value: &ExcelDateTime) -> String {
    let (year, month, day, hour, minute, ..) = value.to_ymd_hms_milli();
    if value.is_duration() || value.as_f64() < 1.0 || year < 1900 {
        return format!("{hour:02}:{minute:02}");
    }
    format!("{year:04}-{month:02}-{day:02}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_told_as_spreadsheets_show_them() {
        assert_eq!([float(42.0), float(0.1 + 0.2), float(0.8)], ["42", "0.3", "0.8"]);
        assert_eq!([column_name(0), column_name(25), column_name(26), column_name(701)], ["A", "Z", "AA", "ZZ"]);
    }
}
