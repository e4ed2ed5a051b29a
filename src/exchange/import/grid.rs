//! A sheet of cells as text, in one piece of memory that grows only with the cells that are filled.

use std::borrow::Cow;

use crate::text::{forbidden, is_unseen, needs_armour, printable_line};

/// More columns than any table of people has.
pub(super) const MOST_COLUMNS: usize = 1024;
/// More cells than a chart can be made of.
pub(super) const MOST_CELLS: usize = 20_000_000;

/// Rows of cells. Blank rows are left out; each row knows its number.
#[derive(Debug, Default)]
pub(super) struct Grid {
    /// Where it is from, for people: a file, or a sheet of it.
    pub(super) origin: String,
    /// How it was read: what parts its cells, its encoding.
    pub(super) form: String,
    /// What its rows are called: lines in a diagram.
    pub(super) unit: &'static str,
    /// What is to be reported about reading it.
    pub(super) notes: Vec<String>,
    text: String,
    /// Where each cell ends.
    ends: Vec<u32>,
    rows: Vec<Row>,
    /// The cells of whole rows.
    done: usize,
}

#[derive(Clone, Copy, Debug)]
struct Row {
    /// As spreadsheets count.
    number: u32,
    /// Its first cell among all.
    first: u32,
}

impl Grid {
    pub(super) fn new(origin: &str, form: String) -> Self {
        Self { origin: origin.to_owned(), form, unit: "row", ..Self::default() }
    }

    /// Makes room for a table of this many bytes.
    pub(super) fn reserve(&mut self, bytes: usize) {
        self.text.reserve(bytes);
    }

    /// Adds a cell to the row that is being written.
    pub(super) fn cell_ends(&mut self, cell: &str) -> Result<(), String> {
        self.text.push_str(trimmed(cell));
        let end = u32::try_from(self.text.len()).map_err(|_| "the table holds more than 4 GiB of text".to_owned())?;
        self.ends.push(end);
        if self.ends.len() > MOST_CELLS {
            return Err(format!("the table has more than {MOST_CELLS} cells"));
        }
        Ok(())
    }

    /// Ends the row that is being written: blank cells at its end go, and it with them where all are.
    pub(super) fn row_ends(&mut self, number: usize) -> Result<(), String> {
        let first = self.done;
        let start = first.checked_sub(1).map_or(0, |before| self.ends[before]);
        let before = |at: usize| at.checked_sub(1).map_or(0, |before| self.ends[before]);
        let filled = (first..self.ends.len()).rev().find(|&at| self.ends[at] > before(at));
        self.ends.truncate(filled.map_or(first, |at| at + 1));
        let cells = self.ends.len() - first;
        if cells > MOST_COLUMNS {
            return Err(format!("row {number} has {cells} columns; a table has at most {MOST_COLUMNS}"));
        }
        if cells == 0 {
            self.text.truncate(start as usize);
            return Ok(());
        }
        let number = u32::try_from(number).map_err(|_| "the table has more than 4 billion rows".to_owned())?;
        let first = u32::try_from(first).map_err(|_| "the table has more than 4 billion cells".to_owned())?;
        self.rows.push(Row { number, first });
        self.done = self.ends.len();
        Ok(())
    }

    /// How many rows there are.
    pub(super) fn len(&self) -> usize {
        self.rows.len()
    }

    /// A row's number, as spreadsheets count.
    pub(super) fn number(&self, row: usize) -> usize {
        self.rows[row].number as usize
    }

    /// The cells of a row, unchanged.
    pub(super) fn cells(&self, row: usize) -> impl ExactSizeIterator<Item = &str> + Clone {
        let range = self.range(row);
        let text = &self.text;
        let ends = &self.ends;
        range.map(move |at| {
            let start = if at == 0 { 0 } else { ends[at - 1] };
            &text[start as usize..ends[at] as usize]
        })
    }

    /// A cell as it stands; nothing where the row ends before it.
    pub(super) fn raw(&self, row: usize, column: usize) -> &str {
        let range = self.range(row);
        let at = range.start + column;
        if at >= range.end {
            return "";
        }
        let start = if at == 0 { 0 } else { self.ends[at - 1] };
        &self.text[start as usize..self.ends[at] as usize]
    }

    /// A cell as one line of visible text.
    pub(super) fn line(&self, row: usize, column: usize) -> Cow<'_, str> {
        line(self.raw(row, column))
    }

    fn range(&self, row: usize) -> std::ops::Range<usize> {
        let end = self.rows.get(row + 1).map_or(self.done, |next| next.first as usize);
        self.rows[row].first as usize..end
    }
}

fn trimmed(cell: &str) -> &str {
    cell.trim_matches(|letter: char| letter.is_whitespace() || is_unseen(letter))
}

/// A cell as one line of visible text.
pub(super) fn line(cell: &str) -> Cow<'_, str> {
    let is_clean = cell.bytes().all(|byte| (0x20..0x7f).contains(&byte)) && !cell.contains("  ");
    if is_clean {
        return Cow::Borrowed(cell);
    }
    let words: Vec<&str> = cell.split_whitespace().collect();
    let line = words.join(" ");
    Cow::Owned(if line.chars().any(forbidden) { printable_line(&line).into_owned() } else { line })
}

/// A cell without the apostrophe that keeps a spreadsheet from taking it for a formula.
pub(super) fn without_armour(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(rest) if needs_armour(rest) => rest,
        _ => cell,
    }
}
