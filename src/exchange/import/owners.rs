//! Which seats a cell with an owner means.

use super::Odd;
use super::grid::line;
use super::ladder::{Ladder, Meant, Who};
use super::lines::depths;
use super::names::several;
use super::people::People;
use super::seats::{Seats, same};
use super::signs::Sign;

/// Finds the seats that own something.
pub(super) struct Owners<'r, 't> {
    ladder: &'r Ladder<'r, 't>,
    people: &'r People,
    seats: &'r Seats<'t>,
    /// How far each seat is from the top.
    depths: Vec<usize>,
}

impl<'r, 't> Owners<'r, 't> {
    pub(super) fn new(ladder: &'r Ladder<'r, 't>, people: &'r People, seats: &'r Seats<'t>) -> Self {
        let above: Vec<Option<usize>> = seats.all.iter().map(|seat| seat.reports_to).collect();
        Self { ladder, people, seats, depths: depths(&above) }
    }

    /// The seats that a cell names, with what is to be reported and the parts that name none.
    pub(super) fn of(
        &self,
        cell: &str,
        team: Option<&str>,
        what: &str,
        tell: &mut dyn FnMut(String),
    ) -> (Vec<usize>, Vec<String>) {
        let whole = line(cell).into_owned();
        let is_known = |part: &str| matches!(self.ladder.meant(part, Some(Sign::Title)), Meant::One(..));
        let parts = if is_known(&whole) { None } else { several(cell, &is_known) };
        let parts: Vec<String> =
            parts.map_or_else(|| vec![whole], |parts| parts.into_iter().map(|part| line(part).into_owned()).collect());
        let mut seats = Vec::new();
        let mut missing = Vec::new();
        for part in parts {
            match self.one(&part, team, what, tell) {
                Some(seat) if !seats.contains(&seat) => seats.push(seat),
                Some(_) => {}
                None => missing.push(part),
            }
        }
        (seats, missing)
    }

    /// The seat that a text means.
    pub(super) fn one(
        &self,
        text: &str,
        team: Option<&str>,
        what: &str,
        tell: &mut dyn FnMut(String),
    ) -> Option<usize> {
        let Meant::One(who, how) = self.ladder.meant(text, Some(Sign::Title)) else { return None };
        let seat = match who {
            Who::Seat(seat) => Some(seat),
            Who::Person(person) => self.of_person(person, team, what, tell),
        };
        if let (Some(how), Some(seat)) = (how, seat) {
            tell(format!("{what} `{text}` was taken for `{}`, {how}", self.seats.all[seat].id));
        }
        seat
    }

    /// Whether a text is what a person or a seat is known by, exactly, except for case and spaces.
    pub(super) fn is_named(&self, text: &str) -> bool {
        self.ladder.is_named(text, Some(Sign::Title))
    }

    /// Whether a text says that there is none. A title may begin like a vacancy.
    pub(super) fn is_nobody(&self, text: &str) -> bool {
        crate::text::is_nobody(text) && !self.is_named(&super::grid::line(text))
    }

    /// The seat of a person: the only one, else that of the team, else the one nearest the top.
    pub(super) fn of_person(
        &self,
        person: usize,
        team: Option<&str>,
        what: &str,
        tell: &mut dyn FnMut(String),
    ) -> Option<usize> {
        let seats: Vec<usize> = self.seats.of_person(person).collect();
        let [first, _, ..] = seats.as_slice() else { return seats.first().copied() };
        let of_team = |seat: &&usize| {
            team.zip(self.seats.all[**seat].department.as_deref()).is_some_and(|(one, other)| same(one, other))
        };
        let mut in_team = seats.iter().filter(of_team);
        if let (Some(seat), None) = (in_team.next(), in_team.next()) {
            return Some(*seat);
        }
        let nearest = seats.iter().copied().min_by_key(|&seat| self.depths[seat]).unwrap_or(*first);
        let ids: Vec<String> = seats.iter().map(|&seat| format!("`{}`", self.seats.all[seat].id)).collect();
        tell(format!(
            "{what} {} holds {}: `{}`, nearest the top, was taken",
            self.people.all[person].name,
            ids.join(" and "),
            self.seats.all[nearest].id
        ));
        Some(nearest)
    }
}

/// Something odd in a row of any table.
pub(super) fn odd_at(table: usize, row: usize, message: String) -> Odd {
    Odd { table: u32::try_from(table).expect("tables are few"), row, message }
}
