//! The rows of all tables of people, one after the other: what later steps go through.

use std::borrow::Cow;

use serde::Deserialize;
use serde::de::IntoDeserializer;
use serde::de::value::{Error, StrDeserializer};

use super::super::ids::slug;
use super::Odd;
use super::fields::Field;
use super::table::Table;

/// Where a row stands: in which table, and where among the rows of its grid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) table: u32,
    pub(super) row: u32,
}

/// Rows, and the tables that they stand in.
#[derive(Debug)]
pub(super) struct Rows<'t> {
    pub(super) tables: &'t [Table],
    pub(super) all: Vec<Place>,
}

impl<'t> Rows<'t> {
    pub(super) fn len(&self) -> usize {
        self.all.len()
    }

    /// The table of a row, and its place there.
    pub(super) fn at(&self, row: usize) -> (&'t Table, usize) {
        let place = self.all[row];
        (&self.tables[place.table as usize], place.row as usize)
    }

    /// What a row says of a field, as one line.
    pub(super) fn cell(&self, row: usize, field: Field) -> Option<Cow<'t, str>> {
        let (table, at) = self.at(row);
        table.cell(at, field)
    }

    pub(super) fn list(&self, row: usize, field: Field) -> Vec<String> {
        let (table, at) = self.at(row);
        table.list(at, field)
    }

    /// Something to report about a row.
    pub(super) fn odd(&self, row: usize, message: String) -> Odd {
        let (table, at) = self.at(row);
        Odd { table: self.all[row].table, row: table.grid.number(at), message }
    }

    /// A row's number, as spreadsheets count.
    pub(super) fn number(&self, row: usize) -> usize {
        let (table, at) = self.at(row);
        table.grid.number(at)
    }

    /// Whether a row names a priority.
    pub(super) fn has_priority(&self, row: usize) -> bool {
        [Field::PriorityId, Field::Priority].iter().any(|field| self.cell(row, *field).is_some())
    }

    /// Whether any table has a column of a field.
    pub(super) fn has(&self, field: Field) -> bool {
        self.tables.iter().any(|table| table.columns.has(field))
    }

    /// What a cell says as `read` understands it; what it does not is reported, and left out.
    pub(super) fn cell_as<T>(
        &self,
        row: usize,
        field: Field,
        expected: &str,
        read: impl Fn(&str) -> Option<T>,
        odd: &mut Vec<Odd>,
    ) -> Option<T> {
        let text = self.cell(row, field)?;
        let value = read(&text);
        if value.is_none() {
            odd.push(self.odd(row, format!("expected {expected}, found `{text}`: left out")));
        }
        value
    }

    /// Whether a row says of some fields other than another row about the same.
    pub(super) fn differs(&self, row: usize, from: usize, fields: &[Field]) -> bool {
        fields.iter().any(|field| {
            let said = self.cell(row, *field);
            said.is_some() && said != self.cell(from, *field)
        })
    }

    /// Whether the ids of a column from our own export are taken unchanged: all of them are ids, and not mere numbers.
    pub(super) fn keeps_ids(&self, field: Field, is_id: impl Fn(&str) -> bool) -> bool {
        if !self.has(field) {
            return false;
        }
        let mut has_letters = false;
        for row in 0..self.len() {
            let Some(id) = self.cell(row, field) else { continue };
            if !is_id(&id) {
                return false;
            }
            has_letters |= id.chars().any(char::is_alphabetic);
        }
        has_letters
    }
}

/// A word that charts know, however it is written: `On track` is `on-track`.
pub(super) fn word<T: for<'de> Deserialize<'de>>(text: &str) -> Option<T> {
    let slug = slug(text, "none");
    let word: StrDeserializer<'_, Error> = slug.as_str().into_deserializer();
    T::deserialize(word).ok()
}
