//! The people of a table: who is in which row, and whom a cell means.

use std::collections::{BTreeMap, HashMap};

use crate::model::{PersonId, Share};
use crate::text::is_nobody;

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
        let mut texts = [Some(text), inner, Some(without_remark(text))].into_iter().flatten();
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
        let known = Known::of(table);
        // By what tells people apart: the number, else the e-mail, else the name.
        let mut met: BTreeMap<String, usize> = BTreeMap::new();
        for row in &table.rows {
            let Some((signs, name)) = known.signs(table, row, odd) else {
                people.of_row.push(None);
                continue;
            };
            let sign = signs.iter().flatten().next().expect("a name is a sign");
            let mut own = key(sign);
            if let Some(&person) = met.get(&own)
                && key(&people.all[person].name) != key(&name)
            {
                let other = &people.all[person].name;
                odd.push(Odd::at(row.number, format!("`{sign}` is both {other} and {name}: taken as two people")));
                own = format!("{own}\n{}", key(&name));
            }
            let person = *met.entry(own).or_insert_with(|| {
                let number = signs[0].as_deref().filter(|_| keeps);
                let id = number.map_or_else(|| slug(&name, "person"), str::to_owned);
                people.all.push(Person { id: taken.take(&id), name, capacity: None, outside: false });
                people.all.len() - 1
            });
            people.of_row.push(Some(person));
            for (rank, text) in signs.iter().enumerate() {
                if let Some(text) = text {
                    people.known_as(text, rank, person);
                }
            }
            // `Ana Ruiz (On Leave)` is Ana Ruiz in other rows.
            if let Some(name) = signs[2].as_deref().map(without_remark).filter(|name| !name.trim().is_empty()) {
                people.known_as(name, signs.len(), person);
            }
            people.details(table, row, person, odd);
        }
        people
    }

    /// What a row says of its person beyond the name.
    fn details(&mut self, table: &Table, row: &Row, person: usize, odd: &mut Vec<Odd>) {
        if let Some(share) = table.cell_as(row, Field::Capacity, "a share such as 0.5", share, odd) {
            let known = *self.all[person].capacity.get_or_insert(share);
            if known != share {
                let name = &self.all[person].name;
                odd.push(Odd::at(row.number, format!("{name} has a capacity of {known} in a row above: taken")));
            }
        }
        if let Some(text) = table.cell(row, Field::Outside) {
            self.all[person].outside |= is_outside(&text);
        }
    }
}

/// A name without what systems add to it in brackets: a number, that somebody is on leave, or from outside.
fn without_remark(name: &str) -> &str {
    name.split(['(', '[']).next().unwrap_or(name)
}

/// By what a row tells who is in it, the surest first: the number, the e-mail, the name.
type Signs = [Option<String>; 3];

/// What the rows together tell of people, whatever their order.
#[derive(Default)]
struct Known {
    /// By e-mail or name the surest sign of the only person who has it, and its rank.
    surest: HashMap<String, Option<(usize, String)>>,
    /// By number.
    names: HashMap<String, String>,
}

impl Known {
    fn of(table: &Table) -> Self {
        let mut known = Self::default();
        let named: Vec<Signs> =
            table.rows.iter().map(|row| own_signs(table, row)).filter(|[.., name]| name.is_some()).collect();
        for [number, email, name] in &named {
            if let (Some(number), Some(name)) = (number, name) {
                known.names.entry(key(number)).or_insert_with(|| name.clone());
            }
            if let (Some(number), Some(email)) = (number, email) {
                known.note(email, 0, number);
            }
        }
        for [number, email, name] in &named {
            let Some(name) = name else { continue };
            if let Some(number) = number {
                known.note(name, 0, number);
            } else if let Some(email) = email {
                let (rank, surest) = known.surest_of(email).unwrap_or((1, email.clone()));
                known.note(name, rank, &surest);
            }
        }
        known
    }

    fn note(&mut self, sign: &str, rank: usize, surest: &str) {
        let met = self.surest.entry(key(sign)).or_insert_with(|| Some((rank, surest.to_owned())));
        if met.as_ref().is_some_and(|(_, other)| key(other) != key(surest)) {
            *met = None;
        }
    }

    fn surest_of(&self, sign: &str) -> Option<(usize, String)> {
        self.surest.get(&key(sign))?.clone()
    }

    /// The signs and the name of a row's person; what other rows know of the same person is added.
    fn signs(&self, table: &Table, row: &Row, odd: &mut Vec<Odd>) -> Option<(Signs, String)> {
        let mut signs = own_signs(table, row);
        // Our own column numbers people only.
        if let (Some(id), None) = (table.cell(row, Field::Person), &signs[2]) {
            signs[2] = self.names.get(&key(&id)).cloned().or_else(|| {
                odd.push(Odd::at(row.number, format!("no name: called `{id}`")));
                Some(id)
            });
        }
        let name = signs[2].clone()?;
        let sign = signs.iter().flatten().next()?;
        if let Some((rank, surest)) = self.surest_of(sign) {
            signs[rank] = Some(surest);
        }
        Some((signs, name))
    }
}

/// What a row itself tells.
fn own_signs(table: &Table, row: &Row) -> Signs {
    let number = table.cell(row, Field::Person).or_else(|| table.cell(row, Field::Employee));
    [number, table.cell(row, Field::Email), name(table, row)]
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
    if !number.is_ascii() {
        return None;
    }
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
    let is_so = yes(text) == Some(true);
    let text = text.to_lowercase();
    // A permanent contract is one of an employee.
    is_so
        || text.starts_with("contract")
        || ["contractor", "contingent", "freelance", "extern", "consultant", "agency", "vendor"]
            .iter()
            .any(|word| text.contains(word) && !text.starts_with("non"))
}

/// Yes or no, as people and spreadsheets write it.
pub(super) fn yes(text: &str) -> Option<bool> {
    match text.to_lowercase().as_str() {
        "true" | "yes" | "y" | "x" | "1" | "ja" | "wahr" => Some(true),
        "false" | "no" | "n" | "0" | "nein" | "falsch" => Some(false),
        _ => None,
    }
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
        assert!(["full", "2500", "-1", "５０%", "½1 %"].iter().all(|text| super::share(text).is_none()));
    }

    #[test]
    fn employees_are_told_from_others() {
        for text in
            ["Contractor", "contract", "Contract worker", "Subcontractor", "Contingent Worker", "Extern", "WAHR"]
        {
            assert!(is_outside(text), "{text}");
        }
        for text in ["Permanent contract", "Fixed-term contract", "Employee", "Non-contractor", "no", "0"] {
            assert!(!is_outside(text), "{text}");
        }
    }

    #[test]
    fn names_are_met_in_any_order() {
        assert_eq!(key("Ruiz, Ana"), key("ana  RUIZ"));
        assert_ne!(key("Ana Ruiz"), key("Ana Ruiz Gil"));
    }
}
