//! Rows of a spreadsheet: cells by field, cleaned of what a chart may not hold.

use csv::{ReaderBuilder, StringRecord};
use serde::Deserialize;
use serde::de::IntoDeserializer;
use serde::de::value::{Error, StrDeserializer};

use crate::text::{forbidden, needs_armour, printable_line};

use super::super::ids::slug;
use super::columns::{Columns, Field};
use super::decode::{decode, delimiter};
use super::{Odd, Request};

/// A table with its header understood.
#[derive(Debug)]
pub(super) struct Table {
    pub(super) columns: Columns,
    pub(super) rows: Vec<Row>,
    pub(super) encoding: &'static str,
    pub(super) delimiter: char,
}

/// One row that says something.
#[derive(Debug)]
pub(super) struct Row {
    /// As spreadsheets count: the header is row 1.
    pub(super) number: usize,
    cells: StringRecord,
}

impl Table {
    /// Reads the table; what is odd about its rows goes to `odd`.
    pub(super) fn read(bytes: &[u8], request: &Request<'_>, odd: &mut Vec<Odd>) -> Result<Self, String> {
        let (text, encoding) = decode(bytes, request.encoding)?;
        let (text, delimiter) = delimiter(&text);
        let mut reader =
            ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(text.as_bytes());
        let mut records = Vec::new();
        // Spreadsheets count rows, and a cell may hold several lines.
        let mut inner_lines = 0;
        for record in reader.records() {
            let record = record.map_err(|reason| format!("this is no table: {reason}"))?;
            let number = line_of(&record, text) - inner_lines;
            inner_lines += record.iter().map(|cell| cell.matches('\n').count()).sum::<usize>();
            if record.iter().any(|cell| !cell.trim().is_empty()) {
                records.push(Row { number, cells: record });
            }
        }
        if records.is_empty() {
            return Err("the file holds no table: its first row names the columns".to_owned());
        }
        let header = records.remove(0);
        let columns = Columns::find(header.cells.iter().map(line).collect(), request.maps)?;
        records.retain(|row| {
            let is_header = repeats_header(&columns, row);
            if is_header {
                odd.push(Odd::at(row.number, "says what the columns hold: left out".to_owned()));
            }
            !is_header
        });
        for row in records.iter().filter(|row| row.cells.len() > header.cells.len()) {
            let more: Vec<&str> = row.cells.iter().skip(header.cells.len()).filter(|cell| !cell.is_empty()).collect();
            if !more.is_empty() {
                let more = more.join("`, `");
                odd.push(Odd::at(row.number, format!("`{more}` stands beyond the last column and was left out")));
            }
        }
        Ok(Self { columns, rows: records, encoding, delimiter: char::from(delimiter) })
    }

    /// What a row says of a field, as one line; nothing where the cell is blank.
    pub(super) fn cell(&self, row: &Row, field: Field) -> Option<String> {
        self.raw(row, field).map(line).filter(|text| !text.is_empty())
    }

    /// Whether a row names a priority.
    pub(super) fn has_priority(&self, row: &Row) -> bool {
        [Field::PriorityId, Field::Priority].iter().any(|field| self.cell(row, *field).is_some())
    }

    /// What a cell says as `read` understands it; what it does not is told, and left out.
    pub(super) fn cell_as<T>(
        &self,
        row: &Row,
        field: Field,
        expected: &str,
        read: impl Fn(&str) -> Option<T>,
        odd: &mut Vec<Odd>,
    ) -> Option<T> {
        let text = self.cell(row, field)?;
        let value = read(&text);
        if value.is_none() {
            odd.push(Odd::at(row.number, format!("expected {expected}, found `{text}`: left out")));
        }
        value
    }

    /// Whether a row says of some fields other than another row about the same.
    pub(super) fn differs(&self, row: &Row, from: &Row, fields: &[Field]) -> bool {
        fields.iter().any(|field| {
            let said = self.cell(row, *field);
            said.is_some() && said != self.cell(from, *field)
        })
    }

    /// Whether the ids of a column of ours are taken as they are: all of them are ids, and not mere numbers.
    pub(super) fn keeps_ids(&self, field: Field, is_id: impl Fn(&str) -> bool) -> bool {
        let ids: Vec<String> = self.rows.iter().filter_map(|row| self.cell(row, field)).collect();
        ids.iter().all(|id| is_id(id)) && ids.iter().any(|id| id.chars().any(char::is_alphabetic))
    }

    /// The entries of a cell that holds a list: one a line, or parted by semicolons.
    pub(super) fn list(&self, row: &Row, field: Field) -> Vec<String> {
        let cell = self.raw(row, field).unwrap_or_default();
        let parts: Vec<&str> = if cell.contains('\n') { cell.lines().collect() } else { cell.split(';').collect() };
        parts.into_iter().map(line).filter(|entry| !entry.is_empty()).collect()
    }

    fn raw<'r>(&self, row: &'r Row, field: Field) -> Option<&'r str> {
        row.cells.get(self.columns.at(field)?).map(armoured)
    }
}

/// Whether a row is the header once more: reports repeat it on each page, and `SuccessFactors` has it in two languages.
fn repeats_header(columns: &Columns, row: &Row) -> bool {
    let cells = columns.fields().filter_map(|field| Some((field, row.cells.get(columns.at(field)?)?.trim())));
    let told: Vec<_> = cells.filter(|(_, cell)| !cell.is_empty()).collect();
    told.len() > 1 && told.iter().all(|(field, cell)| columns.is_header(*field, cell))
}

/// A word that charts know, however it is written: `On track` is `on-track`.
pub(super) fn word<T: for<'de> Deserialize<'de>>(text: &str) -> Option<T> {
    let slug = slug(text, "none");
    let word: StrDeserializer<'_, Error> = slug.as_str().into_deserializer();
    T::deserialize(word).ok()
}

/// The line that a record begins on. The reader tells the place before any blank lines that it passed over.
fn line_of(record: &StringRecord, text: &str) -> usize {
    let Some(position) = record.position() else { return 0 };
    let whole = |number: u64| usize::try_from(number).expect("a text in memory is counted in words");
    let after = text[whole(position.byte())..].bytes().take_while(|byte| matches!(byte, b'\r' | b'\n'));
    whole(position.line()) + after.filter(|byte| *byte == b'\n').count()
}

/// A cell without the apostrophe that keeps a spreadsheet from taking it for a formula.
fn armoured(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(rest) if needs_armour(rest) => rest,
        _ => cell,
    }
}

/// A cell as one line of visible text.
fn line(cell: &str) -> String {
    let words: Vec<&str> = cell.split_whitespace().collect();
    let line = words.join(" ");
    if line.chars().any(forbidden) { printable_line(&line).into_owned() } else { line }
}
