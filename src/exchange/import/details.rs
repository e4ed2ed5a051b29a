//! What rows say of their people beyond the name: share of full time, and whether they are from outside.

use std::collections::HashMap;

use crate::model::Share;
use crate::text::{Word, first_word_of, is_word};

use super::days::{Number, number};
use super::fields::Field;
use super::people::People;
use super::rows::Rows;
use super::statuses::{State, Statuses};
use super::table::Table;
use super::{Odd, Request};

/// Tells each person's share of full time and whether they are from outside.
pub(super) fn details(
    rows: &Rows<'_>,
    people: &mut People,
    statuses: &Statuses,
    request: &Request<'_>,
    odd: &mut Vec<Odd>,
) -> Vec<String> {
    let mut notes = Vec::new();
    let full_time: Vec<Option<f64>> = rows.tables.iter().map(|table| full_time(table, request, &mut notes)).collect();
    let mut outside: HashMap<String, bool> = HashMap::new();
    for row in 0..rows.len() {
        let Some(person) = people.of(row) else { continue };
        if statuses.of(row) < State::Gone {
            last_day(rows, row, odd);
        }
        if let Some(share) = capacity(rows, row, full_time[rows.all[row].table as usize], odd) {
            let known = *people.all[person].capacity.get_or_insert(share);
            if known != share {
                let name = &people.all[person].name;
                odd.push(rows.odd(row, format!("{name} has a capacity of {known} in a row above: taken")));
            }
        }
        let (table, at) = rows.at(row);
        let mut is_outside = statuses.is_outside(row);
        for &column in table.columns.of(Field::Outside) {
            let Some(text) = table.line(at, column) else { continue };
            is_outside |= if let Some(known) = outside.get(text.as_ref()) {
                *known
            } else {
                let is_so = is_from_outside(&text);
                outside.insert(text.into_owned(), is_so);
                is_so
            };
        }
        is_outside |= table.cell(at, Field::Shape).is_some_and(|shape| shape.eq_ignore_ascii_case("consultant"));
        people.all[person].outside |= is_outside;
        if let Some(note) = table.text(at, Field::PersonNote) {
            people.all[person].note.get_or_insert(note);
        }
    }
    notes
}

fn capacity(rows: &Rows<'_>, row: usize, full_time: Option<f64>, odd: &mut Vec<Odd>) -> Option<Share> {
    if let Some(text) = rows.cell(row, Field::Capacity) {
        if matches!(text.as_ref(), "1" | "1.0" | "100%" | "100 %" | "1.00" | "100") {
            return Some(Share::ONE);
        }
        return rows.cell_as(row, Field::Capacity, "a share such as 0.5", share, odd);
    }
    let text = rows.cell(row, Field::Hours)?;
    let hours = hours(&text);
    let (Some(hours), Some(full)) = (hours, full_time) else {
        odd.push(rows.odd(row, format!("expected hours a week such as 32, found `{text}`: left out")));
        return None;
    };
    Share::parse(&rounded(hours / full)).ok()
}

/// Reports leaving dates where no status says that people have left: a table does not know today's date.
fn last_day(rows: &Rows<'_>, row: usize, odd: &mut Vec<Odd>) {
    let Some(text) = rows.cell(row, Field::LastDay) else { return };
    // Systems write a day that never comes, or none, for nobody who leaves.
    let is_never = text.split(|letter: char| !letter.is_ascii_digit()).any(|part| part.len() == 4 && part > "2090");
    if super::days::looks_like_day(&text) && !is_never && text.contains(|letter| matches!(letter, '1'..='9')) {
        let (table, _) = rows.at(row);
        let header = table.columns.at(Field::LastDay).map_or("", |at| table.columns.all[at].header.as_str());
        odd.push(rows.odd(row, format!("kept, though `{header}` says {text}: take the row out if that is past")));
    }
}

/// The hours of full time: as a person says, else the most frequent of the column.
fn full_time(table: &Table, request: &Request<'_>, notes: &mut Vec<String>) -> Option<f64> {
    let column = table.columns.at(Field::Hours).filter(|_| !table.columns.has(Field::Capacity))?;
    let said = request.full_time.map(f64::from);
    let mut counts: HashMap<u32, usize> = HashMap::new();
    for row in table.rows() {
        if let Some(hours) = hours(table.raw(row, column)).filter(|hours| *hours > 0.0) {
            *counts.entry(hundredths(hours)).or_default() += 1;
        }
    }
    let most =
        counts.into_iter().max_by_key(|(hours, count)| (*count, *hours)).map(|(hours, _)| f64::from(hours) / 100.0);
    let full = said.or(most)?;
    let header = &table.columns.all[column].header;
    let how = if said.is_some() { "you say so" } else { "the most frequent; --full-time HOURS says otherwise" };
    notes.push(format!("`{header}`: {} hours are full time ({how})", rounded(full)));
    Some(full)
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "hours a week, held between 0 and 200")]
fn hundredths(hours: f64) -> u32 {
    (hours.clamp(0.0, 200.0) * 100.0).round() as u32
}

fn hours(text: &str) -> Option<f64> {
    let text = text.trim_end_matches(|letter: char| letter.is_alphabetic() || letter == '.').trim();
    match number(text, true)? {
        Number::Is(number) => number.parse().ok().filter(|hours| (0.0..=200.0).contains(hours)),
        Number::Unclear => None,
    }
}

/// A share with at most three digits, without zeros at its end.
fn rounded(share: f64) -> String {
    let text = format!("{share:.3}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
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

/// Whether a type of employment is one from outside: yes, or a word for it at the beginning or inside.
pub(super) fn is_from_outside(text: &str) -> bool {
    let begins = |text: &str| first_word_of(&[Word::Outside], text).is_some();
    if yes(text) == Some(true) || begins(text) {
        return true;
    }
    // A permanent contract is one of an employee: `contract` counts only at the beginning.
    let inside =
        text.split([' ', '-', '(', ',', '/']).skip(1).filter(|word| !word.to_lowercase().starts_with("contract"));
    let is_denied = text.to_lowercase().starts_with("non");
    let mut inside = inside.into_iter();
    !is_denied && (text.to_lowercase().ends_with(" contractor") || inside.any(|word| word.len() > 3 && begins(word)))
}

/// Yes or no, as people and spreadsheets write it.
pub(super) fn yes(text: &str) -> Option<bool> {
    if is_word(Word::Yes, text) {
        Some(true)
    } else if is_word(Word::No, text) {
        Some(false)
    } else {
        None
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
        for text in [
            "Contractor",
            "contract",
            "Contract worker",
            "Subcontractor",
            "Contingent Worker",
            "Extern",
            "WAHR",
            "Externer Mitarbeiter",
            "EOR Employee",
            "Guest",
            "Prestataire",
            "Intérimaire",
            "Employee - Contingent",
        ] {
            assert!(is_from_outside(text), "{text}");
        }
        for text in [
            "Permanent contract",
            "Fixed-term contract",
            "Employee",
            "Non-contractor",
            "no",
            "0",
            "Interner Mitarbeiter",
            "befristet",
            "CDD",
            "Member",
        ] {
            assert!(!is_from_outside(text), "{text}");
        }
    }
}
