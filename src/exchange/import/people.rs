//! The people of a table: who is in which row, and whom a cell means.

use std::collections::{BTreeMap, HashMap};

use crate::check::is_nobody;
use crate::model::{PersonId, Share};

use super::super::ids::{Taken, slug};
use super::Odd;
use super::columns::Field;
use super::table::{Row, Table};

/// A person, met in one row or several.
#[derive(Debug)]
pub(super) struct Person {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) capacity: Option<Share>,
    pub(super) outside: bool,
}

/// The people in the order of the rows.
#[derive(Debug, Default)]
pub(super) struct People {
    pub(super) all: Vec<Person>,
    /// Who stands in which row.
    of_row: Vec<Option<usize>>,
    /// By number, e-mail and name, in this rank, as cells write them; several where a name is not enough.
    by_text: HashMap<String, Vec<(usize, usize)>>,
}

impl People {
    /// The person of a row, by its place among the rows.
    pub(super) fn of(&self, row: usize) -> Option<usize> {
        self.of_row[row]
    }

    /// Whom a text means: by number or e-mail, else by name, also as `Name (number)`.
    pub(super) fn meant(&self, text: &str) -> Vec<usize> {
        let inner = text.rsplit_once('(').map(|(_, rest)| rest.trim_end_matches(')'));
        let outer = text.split('(').next();
        let mut texts = [Some(text), inner, outer].into_iter().flatten();
        let known = texts.find_map(|text| self.by_text.get(&key(text))).map_or(&[][..], Vec::as_slice);
        let surest = known.iter().map(|(rank, _)| *rank).min();
        known.iter().filter(|(rank, _)| Some(*rank) == surest).map(|(_, person)| *person).collect()
    }

    fn known_as(&mut self, text: &str, rank: usize, person: usize) {
        let known = self.by_text.entry(key(text)).or_default();
        if known.iter().all(|(_, other)| *other != person) {
            known.push((rank, person));
        }
    }

    pub(super) fn read(table: &Table, odd: &mut Vec<Odd>) -> Self {
        let mut people = Self::default();
        let keeps = table.keeps_ids(Field::Person, |id| PersonId::new(id).is_ok());
        let mut taken = Taken::default();
        // By what tells people apart: the number, else the e-mail, else the name.
        let mut met: BTreeMap<String, usize> = BTreeMap::new();
        for row in &table.rows {
            let Some(name) = name(table, row) else {
                people.of_row.push(None);
                continue;
            };
            let number = table.cell(row, Field::Person).or_else(|| table.cell(row, Field::Employee));
            let email = table.cell(row, Field::Email);
            let mut own = key(number.as_ref().or(email.as_ref()).unwrap_or(&name));
            if let Some(&person) = met.get(&own)
                && key(&people.all[person].name) != key(&name)
            {
                let (number, other) = (number.as_deref().unwrap_or(&own), &people.all[person].name);
                odd.push(Odd::at(row.number, format!("`{number}` is both {other} and {name}: taken as two people")));
                own = format!("{own}\n{}", key(&name));
            }
            let person = *met.entry(own).or_insert_with(|| {
                let id = number.as_deref().filter(|_| keeps).map_or_else(|| slug(&name, "person"), str::to_owned);
                people.all.push(Person { id: taken.take(&id), name: name.clone(), capacity: None, outside: false });
                people.all.len() - 1
            });
            people.of_row.push(Some(person));
            for (rank, text) in [number, email, Some(name)].into_iter().enumerate() {
                if let Some(text) = text {
                    people.known_as(&text, rank, person);
                }
            }
            people.details(table, row, person, odd);
        }
        people
    }

    /// What a row says of its person beyond the name.
    fn details(&mut self, table: &Table, row: &Row, person: usize, odd: &mut Vec<Odd>) {
        if let Some(share) = table.cell_as(row, Field::Capacity, "a share such as 0.5", share, odd) {
            self.all[person].capacity = Some(share).filter(|share| *share != Share::ONE);
        }
        if let Some(text) = table.cell(row, Field::Outside) {
            self.all[person].outside |= is_outside(&text);
        }
    }
}

/// Texts that mean the same person: case, spacing, commas and the order of names aside.
pub(super) fn key(text: &str) -> String {
    let lower = text.to_lowercase();
    let mut words: Vec<&str> = lower.split([' ', ',']).filter(|word| !word.is_empty()).collect();
    words.sort_unstable();
    words.join(" ")
}

/// The name in a row, unless it says that there is nobody.
fn name(table: &Table, row: &Row) -> Option<String> {
    let parts = [Field::First, Field::Last].into_iter().filter_map(|field| table.cell(row, field));
    let parts: Vec<String> = parts.collect();
    let name = table.cell(row, Field::Name).unwrap_or_else(|| parts.join(" "));
    // Our own column numbers people only.
    let is_person = table.cell(row, Field::Person).is_some() || !is_nobody(&name);
    (!name.is_empty() && is_person).then_some(name)
}

/// A share as HR systems write it: `0.8`, `0,8`, `80 %` or `80`.
pub(super) fn share(text: &str) -> Option<Share> {
    let number = text.trim_end_matches('%').trim().replace(',', ".");
    let is_percent = text.ends_with('%') || number.parse::<f64>().is_ok_and(|number| number >= 10.0);
    if !is_percent {
        return Share::parse(&number).ok();
    }
    let (whole, fraction) = number.split_once('.').unwrap_or((&number, ""));
    let share = format!("{whole:0>3}");
    let (ones, hundredths) = share.split_at(share.len() - 2);
    Share::parse(&format!("{ones}.{hundredths}{}", fraction.trim_end_matches('0'))).ok()
}

/// Whether a type of employment is one from outside.
fn is_outside(text: &str) -> bool {
    let text = text.to_lowercase();
    ["true", "yes", "x", "1", "ja"].contains(&text.as_str())
        || ["contract", "contingent", "freelance", "extern", "consultant", "agency", "vendor"]
            .iter()
            .any(|word| text.contains(word) && !text.starts_with("non"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_read_as_hr_systems_write_them() {
        for (text, share) in
            [("0.8", "0.8"), ("0,5", "0.5"), ("80 %", "0.8"), ("100", "1"), ("62.5%", "0.625"), ("5%", "0.05")]
        {
            assert_eq!(super::share(text).expect(text).to_string(), share);
        }
        assert!(["full", "2500", "-1"].iter().all(|text| super::share(text).is_none()));
    }

    #[test]
    fn names_are_met_in_any_order() {
        assert_eq!(key("Ruiz, Ana"), key("ana  RUIZ"));
        assert_ne!(key("Ana Ruiz"), key("Ana Ruiz Gil"));
    }
}
