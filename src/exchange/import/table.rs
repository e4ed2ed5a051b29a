//! A table: a grid whose columns are understood, and what it is a table of.

use std::borrow::Cow;

use crate::text::{forbidden, printable_line};

use super::super::{INDENT, LONE};
use super::Odd;
use super::columns::{Columns, Maps, Sureness};
use super::days::DayOrder;
use super::fields::Field;
use super::grid::{Grid, without_armour};
use super::header::{Extent, extent};
use super::names::NameShape;

/// What the rows of a table are about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// People, seats, assignments.
    People,
    /// Priorities, and who owns them.
    Priorities,
    /// Metrics, and who answers for them.
    Metrics,
    /// Circles and their roles.
    Circles,
    /// Who does what: texts by people, with R, A, C and I.
    Raci,
    /// What our own export says about the strategy.
    Strategy,
}

impl Kind {
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::People => "people",
            Self::Priorities => "priorities",
            Self::Metrics => "metrics",
            Self::Circles => "circles",
            Self::Raci => "RACI",
            Self::Strategy => "strategy",
        }
    }
}

/// A table with its header understood.
#[derive(Debug)]
pub(super) struct Table {
    pub(super) grid: Grid,
    pub(super) extent: Extent,
    pub(super) columns: Columns,
    pub(super) kind: Kind,
    pub(super) names: NameShape,
    /// What comes first in days such as 03/04/2026.
    pub(super) days: Option<DayOrder>,
    /// Whether a comma stands before decimals.
    pub(super) has_decimal_comma: bool,
}

impl Table {
    /// Understands a grid as a table.
    pub(super) fn read(
        grid: Grid,
        header: Option<usize>,
        maps: &Maps,
        wanted: Option<Kind>,
        odd: &mut Vec<Odd>,
    ) -> Result<Self, String> {
        let extent = extent(&grid, header, odd)?;
        let mut columns = Columns::find(&grid, &extent, maps)?;
        let kind = wanted.unwrap_or_else(|| kind(&columns));
        adapted(kind, &mut columns);
        let names = NameShape::of(&grid, &extent, &columns);
        let has_decimal_comma = grid.form.starts_with("semicolon");
        let table = Self { grid, extent, columns, kind, names, days: None, has_decimal_comma };
        for row in table.rows() {
            let cells = table.grid.cells(row).skip(table.columns.all.len()).filter(|cell| !cell.is_empty());
            let more: Vec<&str> = cells.collect();
            if !more.is_empty() {
                let message = format!("`{}` is beyond the last column and was left out", more.join("`, `"));
                odd.push(Odd::at(table.grid.number(row), message));
            }
        }
        Ok(table)
    }

    /// Whether it is what a chart says of its own people and seats, beside which other tables are read.
    pub(super) fn is_of_chart(&self) -> bool {
        self.grid.origin.is_empty()
    }

    /// The places of its rows.
    pub(super) fn rows(&self) -> std::ops::Range<usize> {
        self.extent.first..self.extent.end
    }

    /// A cell unchanged, except for the guard that our own export adds.
    pub(super) fn raw(&self, row: usize, column: usize) -> &str {
        let cell = self.grid.raw(row, column);
        if self.columns.is_ours || cell.starts_with('\'') { without_armour(cell) } else { cell }
    }

    /// What a row says of a column, as one line; nothing where the cell is blank.
    pub(super) fn line(&self, row: usize, column: usize) -> Option<Cow<'_, str>> {
        let cell = self.raw(row, column);
        if cell.is_empty() {
            None
        } else if self.columns.is_ours && !cell.chars().any(|letter| letter == '\n' || forbidden(letter)) {
            // What we wrote comes back to the letter.
            Some(Cow::Borrowed(cell))
        } else {
            Some(super::grid::line(cell))
        }
    }

    /// What a row says of a field.
    pub(super) fn cell(&self, row: usize, field: Field) -> Option<Cow<'_, str>> {
        self.line(row, self.columns.at(field)?)
    }

    /// The entries of a cell that holds a list: one a line, or parted by semicolons.
    pub(super) fn list(&self, row: usize, field: Field) -> Vec<String> {
        let Some(column) = self.columns.at(field) else { return Vec::new() };
        let cell = self.raw(row, column);
        if self.columns.is_ours {
            return own_list(cell);
        }
        let parts: Vec<&str> = if cell.contains('\n') { cell.lines().collect() } else { cell.split(';').collect() };
        parts
            .into_iter()
            .map(|part| super::grid::line(without_bullet(part)).into_owned())
            .filter(|entry| !entry.is_empty())
            .collect()
    }
}

impl Table {
    /// A text for the reader: from our own export, with its lines.
    pub(super) fn text(&self, row: usize, field: Field) -> Option<String> {
        if !self.columns.is_ours {
            return self.cell(row, field).map(Cow::into_owned);
        }
        let cell = self.raw(row, self.columns.at(field)?);
        let lines: Vec<String> = cell.split('\n').map(|line| printable_line(line).into_owned()).collect();
        (!cell.is_empty()).then(|| lines.join("\n"))
    }

    /// The lines of a cell.
    pub(super) fn lines(&self, row: usize, field: Field) -> Vec<String> {
        let Some(column) = self.columns.at(field) else { return Vec::new() };
        if self.columns.is_ours {
            return own_lines(self.raw(row, column));
        }
        let lines = self.raw(row, column).lines().map(|part| super::grid::line(part.trim()).into_owned());
        lines.filter(|entry| !entry.is_empty()).collect()
    }
}

/// The entries of a cell that our own export wrote, exactly.
fn own_list(cell: &str) -> Vec<String> {
    match cell.strip_prefix(LONE) {
        _ if cell.contains('\n') => own_lines(cell),
        Some(only) => vec![own_line(only.trim()).into_owned()],
        None => {
            let parts = cell.split(';').map(|part| own_line(part.trim()).into_owned());
            parts.filter(|entry| !entry.is_empty()).collect()
        }
    }
}

/// Entries of a line each; an indented line continues the one before it.
fn own_lines(cell: &str) -> Vec<String> {
    let mut entries: Vec<String> = Vec::new();
    for line in cell.lines() {
        match (line.strip_prefix(INDENT), entries.last_mut()) {
            (Some(more), Some(entry)) => {
                entry.push('\n');
                entry.push_str(&own_line(more.trim_end()));
            }
            _ => entries.push(own_line(line.trim()).into_owned()),
        }
    }
    entries.retain(|entry| !entry.is_empty());
    entries
}

/// A line as we wrote it; what we would not have written is made visible.
fn own_line(line: &str) -> Cow<'_, str> {
    let is_odd = line.chars().any(|letter| letter == '\t' || forbidden(letter));
    if is_odd { super::grid::line(line) } else { Cow::Borrowed(line) }
}

/// An entry of a list without the mark that people put before it.
fn without_bullet(part: &str) -> &str {
    let part = part.trim();
    ['•', '-', '*', '–', '·'].iter().find_map(|mark| part.strip_prefix(*mark)?.strip_prefix(' ')).unwrap_or(part).trim()
}

/// What a table is of, by its columns.
fn kind(columns: &Columns) -> Kind {
    let has = |field| columns.has(field);
    let is_of_people = !columns.managers().is_empty() || has(Field::Seat) || has(Field::ManagerFirst);
    let header = |own: &str| columns.all.iter().any(|column| column.header == own);
    if header("Strategy Key") {
        return Kind::Strategy;
    }
    if is_of_people {
        return Kind::People;
    }
    if has(Field::Circle) && has(Field::Title) {
        return Kind::Circles;
    }
    if has(Field::Metric) || has(Field::MetricId) {
        return Kind::Metrics;
    }
    if has(Field::Priority) || has(Field::PriorityId) {
        return Kind::Priorities;
    }
    let matrix = columns.all.iter().skip(1).filter(|column| column.content.is_raci()).count();
    if matrix >= 2 && matrix * 2 >= columns.all.len() {
        return Kind::Raci;
    }
    let has_owner = has(Field::Name) || has(Field::PriorityOwner);
    if has(Field::Due) && has_owner && (has(Field::Title) || has(Field::Target)) {
        return Kind::Priorities;
    }
    Kind::People
}

/// Gives columns the meaning that they have in a table of this kind.
fn adapted(kind: Kind, columns: &mut Columns) {
    let moved = |columns: &mut Columns, from: Field, to: Field| {
        if columns.at(to).is_none()
            && let Some(at) = columns.at(from)
        {
            let why = columns.all[at].why.clone();
            columns.set(at, Some(to), Sureness::Sure, &why);
        }
    };
    match kind {
        Kind::Priorities => {
            moved(columns, Field::Title, Field::Priority);
            moved(columns, Field::Target, Field::Priority);
            moved(columns, Field::Status, Field::PriorityStatus);
            for owner in [Field::Name, Field::Email, Field::Manager] {
                moved(columns, owner, Field::PriorityOwner);
            }
        }
        Kind::Metrics => {
            moved(columns, Field::Priority, Field::Target);
            for owner in [Field::Name, Field::Email, Field::Manager, Field::Title] {
                moved(columns, owner, Field::PriorityOwner);
            }
        }
        Kind::Circles => moved(columns, Field::Name, Field::PriorityOwner),
        Kind::People => {
            // A day on which people end, where there is nothing else to end.
            if !columns.has(Field::Priority) && !columns.has(Field::PriorityId) {
                moved(columns, Field::Due, Field::LastDay);
            }
            // `Owner` and the like stand for a person where no other column does.
            if !columns.has(Field::Name)
                && !columns.has(Field::First)
                && !columns.has(Field::Last)
                && !columns.has(Field::Priority)
            {
                moved(columns, Field::PriorityOwner, Field::Name);
            }
        }
        Kind::Raci | Kind::Strategy => {}
    }
}
