//! What else rows say about their seats: stand-ins, members, dotted lines, vacancies.

use crate::model::Manages;

use super::Odd;
use super::days::day;
use super::details::yes;
use super::fields::Field;
use super::ladder::{Ladder, Meant, Who};
use super::lines::Lines;
use super::owners::Owners;
use super::rows::word;
use super::seats::{Rare, Seats};
use super::signs::Sign;
use super::statuses::State;

impl Lines<'_, '_> {
    /// Everything that refers to others and is no solid line.
    pub(super) fn rest(self, seats: &mut Seats<'_>, signs: Vec<Sign>, odd: &mut Vec<Odd>) {
        let ladder = Ladder::new(self.rows, self.people, seats, signs);
        let owners = Owners::new(&ladder, self.people, seats);
        let mut said: Vec<(usize, Rare)> = Vec::new();
        let mut members: Vec<(usize, usize)> = Vec::new();
        let mut notes: Vec<(usize, String)> = Vec::new();
        let has_members = self.rows.has(Field::MemberOf);
        for row in 0..self.rows.len() {
            if has_members && let Some(text) = self.rows.cell(row, Field::MemberOf) {
                let mut told = Vec::new();
                match (owners.one(&text, None, "the seat", &mut |message| told.push(message)), self.people.of(row)) {
                    (Some(seat), Some(person)) => members.push((seat, person)),
                    _ => told.push(format!("nobody here, or no seat `{text}`: left out")),
                }
                odd.extend(told.into_iter().map(|message| self.rows.odd(row, message)));
            }
            let Some(seat) = seats.of_row(row) else { continue };
            if self.statuses.of(row) == State::Away && self.people.of(row).is_some() {
                let away = self.statuses.said(row);
                let name = &self.people.all[self.people.of(row).expect("somebody is there")].name;
                odd.push(self.rows.odd(row, format!("{name} is marked as `{away}`: stays, with a note")));
                notes.push((seat, away.to_owned()));
            }
            if seats.all[seat].head == row && self.says_more(row) {
                let has_owner = !seats.all[seat].owners.is_empty();
                said.push((seat, self.rare(&ladder, &owners, row, has_owner, odd)));
            }
            if seats.all[seat].head == row {
                let (table, at) = self.rows.at(row);
                notes.extend(table.text(at, Field::SeatNote).map(|note| (seat, note)));
            }
        }
        for (seat, mut rare) in said {
            // All but the first of several managers in a cell.
            let drawn = seats.all[seat].rare.take().map(|known| known.dotted_to).unwrap_or_default();
            rare.dotted_to.splice(0..0, drawn);
            seats.all[seat].rare = Some(Box::new(rare));
        }
        for (seat, person) in members {
            seats.all[seat].rarely().members.push(person);
        }
        for (seat, note) in notes {
            seats.all[seat].notes.push(note);
        }
    }

    fn says_more(self, row: usize) -> bool {
        const MORE: [Field; 12] = [
            Field::Interim,
            Field::Backup,
            Field::VacantSince,
            Field::VacantPlan,
            Field::Manages,
            Field::Assistant,
            Field::Shape,
            Field::DottedTo,
            Field::FormerIds,
            Field::Fit,
            Field::Gwc,
            Field::Waivers,
        ];
        MORE.iter().any(|field| self.rows.cell(row, *field).is_some())
    }

    fn rare(
        self,
        ladder: &Ladder<'_, '_>,
        owners: &Owners<'_, '_>,
        row: usize,
        has_owner: bool,
        odd: &mut Vec<Odd>,
    ) -> Rare {
        let mut rare = Rare::default();
        let left = |what: &str, text: &str| self.rows.odd(row, format!("{what} `{text}`: left out"));
        let person = |field, what: &str, odd: &mut Vec<Odd>| {
            let text = self.rows.cell(row, field)?;
            if let Meant::One(Who::Person(person), _) = ladder.meant(&text, None) {
                return Some(person);
            }
            odd.push(left(what, &text));
            None
        };
        rare.backup = person(Field::Backup, "no backup", odd);
        self.dotted(&mut rare, owners, row, odd);
        rare.manages = self.rows.cell_as(row, Field::Manages, "a kind of manager such as coach", word::<Manages>, odd);
        rare.assistant = self.rows.cell_as(row, Field::Assistant, "yes or no", yes, odd).unwrap_or_default();
        rare.assistant |=
            self.rows.cell(row, Field::Shape).is_some_and(|shape| shape.eq_ignore_ascii_case("assistant"));
        rare.formerly = self.rows.list(row, Field::FormerIds);
        let (table, at) = self.rows.at(row);
        rare.waivers = table.lines(at, Field::Waivers);
        for pair in self.rows.list(row, Field::Fit) {
            let (key, value) = pair.split_once('=').unwrap_or((pair.as_str(), ""));
            let place = ["head", "heart", "briefcase"].iter().position(|known| *known == key.trim());
            match (place, yes(value.trim())) {
                (Some(place), Some(is_so)) => rare.fit[place] = Some(is_so),
                _ => odd.push(left("no fit such as `head=yes`", &pair)),
            }
        }
        if !has_owner {
            let order = self.rows.at(row).0.days;
            rare.vacant_since =
                self.rows.cell_as(row, Field::VacantSince, "a day such as 2026-10-06", |text| day(text, order), odd);
            rare.vacancy_plan = self.rows.cell(row, Field::VacantPlan).map(std::borrow::Cow::into_owned);
            rare.interim = person(Field::Interim, "no interim", odd);
            return rare;
        }
        for (field, what) in [
            (Field::VacantSince, "owned and yet vacant since"),
            (Field::VacantPlan, "owned and yet to be filled by"),
            (Field::Interim, "owned and yet covered by"),
        ] {
            odd.extend(self.rows.cell(row, field).map(|text| left(what, &text)));
        }
        rare
    }

    /// Dotted lines: what parts the cell is what leaves parts that all mean somebody.
    fn dotted(self, rare: &mut Rare, owners: &Owners<'_, '_>, row: usize, odd: &mut Vec<Odd>) {
        let (table, at) = self.rows.at(row);
        let mut told = Vec::new();
        for &column in table.columns.of(Field::DottedTo) {
            let cell = table.raw(at, column);
            if cell.is_empty() {
                continue;
            }
            let split =
                |mark: char| cell.split(mark).map(str::trim).filter(|part| !part.is_empty()).collect::<Vec<_>>();
            let resolves = |part: &&str| owners.one(&super::grid::line(part), None, "", &mut |_| ()).is_some();
            let whole = vec![cell];
            let ways: Vec<_> = std::iter::once(whole).chain(['|', ';', '\n', ':', ','].map(split)).collect();
            // A list whose last part has a number in it could pass for somebody with a number.
            let is_named = |part: &&str| owners.is_named(&super::grid::line(part));
            let parts = ways.iter().find(|parts| parts.iter().all(&is_named));
            if parts.is_none() && super::lines::names_nobody(cell) {
                continue;
            }
            let parts = parts.or_else(|| ways.iter().find(|parts| parts.iter().all(&resolves))).cloned();
            let parts = parts.unwrap_or_else(|| split(if cell.contains('|') { '|' } else { ';' }));
            for part in parts {
                let part = super::grid::line(part);
                match owners.one(&part, None, "the dotted manager", &mut |message| told.push(message)) {
                    Some(to) => rare.dotted_to.push(to),
                    None => told.push(format!("no dotted line to `{part}`: left out")),
                }
            }
        }
        odd.extend(told.into_iter().map(|message| self.rows.odd(row, message)));
    }
}
