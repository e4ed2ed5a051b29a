//! A manager's cell that names several: the first stands above, to the others go dotted lines.

use super::Odd;
use super::ladder::{Ladder, Meant, Who};
use super::lines::{Lines, Link};
use super::names::{may_be_several, several};
use super::seats::Seats;

impl Lines<'_, '_> {
    /// Whom the managers' cell of a row means, where it holds several who all are here: first the one who stands above.
    pub(super) fn several(self, ladder: &Ladder<'_, '_>, seats: &Seats<'_>, row: usize) -> Option<(Link, Vec<Who>)> {
        let (table, at) = self.rows.at(row);
        let (column, points) = self.pointing[self.rows.all[row].table as usize].first()?;
        let cell = table.grid.raw(at, *column);
        if !may_be_several(cell) {
            return None;
        }
        let sign = points.as_ref().map(|points| points.sign);
        let one = |part: &str| match ladder.meant(&super::grid::line(part), sign) {
            Meant::One(who, _) => Some(who),
            _ => None,
        };
        let parts = several(cell, &|part| one(part).is_some())?;
        if ladder.is_named(&super::grid::line(cell), sign) {
            return None;
        }
        let mut meant: Vec<Who> = parts.into_iter().map(one).collect::<Option<_>>()?;
        let first = meant[0];
        let mut place = 0..;
        meant.retain(|who| place.next() == Some(0) || *who != first);
        let link = match first {
            Who::Seat(manager) => Link::Seat(manager),
            Who::Person(person) => match seats.of_person(person).collect::<Vec<_>>().as_slice() {
                [] => return None,
                [manager] => Link::Seat(*manager),
                _ => Link::Of(person),
            },
        };
        (meant.len() > 1).then_some((link, meant))
    }

    /// The seats of all but the first, and what is told of them.
    pub(super) fn beside(
        self,
        seats: &Seats<'_>,
        (seat, row): (usize, usize),
        meant: &[Who],
        odd: &mut Vec<Odd>,
    ) -> Vec<usize> {
        let names: Vec<String> = meant.iter().map(|who| self.called(seats, *who)).collect();
        let (first, others) = names.split_first().expect("there are several");
        let message = format!("names several managers: {first} was taken, with a dotted line to {}", others.join(", "));
        odd.push(self.rows.odd(row, message));
        let of = |who: &Who| match who {
            Who::Seat(other) => Some(*other),
            Who::Person(person) => seats.of_person(*person).next(),
        };
        let mut dotted: Vec<usize> = meant[1..].iter().filter_map(of).filter(|other| *other != seat).collect();
        dotted.dedup();
        dotted
    }
}
