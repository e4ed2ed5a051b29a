//! A manager's cell that names several: the first is the manager, the others get dotted lines.

use super::Odd;
use super::ladder::{Ladder, Meant, Who};
use super::lines::{Lines, Link, leads};
use super::names::{may_be_several, several};
use super::seats::Seats;

impl Lines<'_, '_> {
    /// Whom the managers' cell of a row means, where it holds several who all are here: first the one who stands above.
    pub(super) fn several(self, ladder: &Ladder<'_, '_>, seats: &Seats<'_>, seat: usize) -> Option<(Link, Vec<Who>)> {
        let row = seats.all[seat].head;
        let (table, at) = self.rows.at(row);
        let (column, points) = self.pointing[self.rows.all[row].table as usize].first()?;
        let cell = table.grid.raw(at, *column);
        if !may_be_several(cell) {
            return None;
        }
        let sign = points.as_ref().map(|points| points.sign);
        if ladder.is_named(&super::grid::line(cell), sign) {
            return None;
        }
        let one = |part: &str| match ladder.meant(&super::grid::line(part), sign) {
            Meant::One(who, _) => Some(who),
            _ => None,
        };
        let parts = several(cell, &|part| one(part).is_some())?;
        let mut meant: Vec<Who> = Vec::new();
        for part in parts {
            let who = one(part)?;
            if !meant.contains(&who) {
                meant.push(who);
            }
        }
        if meant.len() < 2 {
            return None;
        }
        // Nobody is their own manager.
        meant.retain(|who| !matches!(leads(seats, *who), Some(Link::Seat(own)) if own == seat));
        Some((leads(seats, *meant.first()?)?, meant))
    }

    /// The seats of all but the first, and what is reported about them.
    pub(super) fn beside(
        self,
        seats: &Seats<'_>,
        (seat, row): (usize, usize),
        meant: &[Who],
        odd: &mut Vec<Odd>,
    ) -> Vec<usize> {
        let (mut dotted, mut names, mut lost) = (Vec::new(), Vec::new(), Vec::new());
        for who in &meant[1..] {
            let other = match who {
                Who::Seat(other) => Some(*other),
                Who::Person(person) => seats.of_person(*person).next(),
            };
            match other {
                None => lost.push(format!("; {} has no seat here", self.called(seats, *who))),
                Some(left) if seats.all[left].is_left => {
                    lost.push(format!("; who held `{}` has left", seats.all[left].id));
                }
                Some(other) if other != seat && !dotted.contains(&other) => {
                    dotted.push(other);
                    names.push(self.called(seats, *who));
                }
                Some(_) => {}
            }
        }
        let first = self.called(seats, meant[0]);
        let beside =
            if names.is_empty() { String::new() } else { format!(", with a dotted line to {}", names.join(", ")) };
        let message = format!("names several managers: {first} was taken{beside}{}", lost.concat());
        odd.push(self.rows.odd(row, message));
        dotted
    }
}
