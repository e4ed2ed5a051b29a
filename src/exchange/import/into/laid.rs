//! The table over the chart, field by field: what the table has a column for is the table's, all else is the chart's.

use std::collections::HashMap;

use crate::model::{Fields, Noun, Value};
use crate::text::sort;

use super::super::fields::Field;
use super::super::forms::{number, ordered};
use super::super::managers;
use super::super::plan::Plan;
use super::super::told::{Odd, unknown_manager};
use super::desk::{Desk, list};
use super::pairs::Pairs;
use super::people::Known as Person;
use super::seats::Known as Seat;

/// Both sides, matched; the table's entries have the chart's ids where they are the same.
pub(super) struct Laid<'s, 't, 'c> {
    pub(super) plan: &'s Plan<'t>,
    pub(super) people: &'s [Person<'c>],
    pub(super) seats: &'s [Seat<'c>],
    pub(super) person_at: HashMap<&'c str, usize>,
    pub(super) seat_at: HashMap<&'c str, usize>,
    pub(super) same_people: &'s Pairs,
    pub(super) same_seats: &'s Pairs,
    /// Those with the same number.
    pub(super) by_number: &'s [bool],
    /// The seats of the chart that are the managers of seats of the table, which has them not.
    pub(super) elsewhere: &'s HashMap<usize, &'c str>,
    /// What the table says of entries, as it would be written.
    pub(super) target: &'s Desk<'s>,
}

impl Laid<'_, '_, '_> {
    pub(super) fn people(&self, desk: &mut Desk<'_>, odd: &mut Vec<Odd>) {
        let rows = &self.plan.rows;
        for (at, person) in self.plan.people.all.iter().enumerate() {
            let Some(wanted) = self.target.before(Noun::Person, &person.id) else { continue };
            let Some(old) = self.same_people.old[at] else {
                desk.add(Noun::Person, &person.id, wanted);
                continue;
            };
            let (id, kind) = (self.people[old].id, Noun::Person);
            // The same words in another order, or in capitals, are the same name.
            if self.by_number[at] && ordered(self.people[old].name) != ordered(&person.name) {
                desk.set(kind, id, "name", Some(Value::Text(person.name.clone())));
            }
            let says = |field| rows.cell(person.row, field).is_some();
            if person.capacity.is_some() && (says(Field::Capacity) || says(Field::Hours)) {
                let is_full = |share: &Value| share.text() == Some("1");
                let share = wanted.get("capacity").cloned().filter(|share| !is_full(share));
                let was = desk.get(kind, id, "capacity").filter(|share| !is_full(share));
                if share != was {
                    desk.set(kind, id, "capacity", share);
                }
            }
            if person.outside {
                desk.set(kind, id, "outside", Some(Value::Flag(true)));
            } else if says(Field::Outside) {
                desk.unset(kind, id, "outside");
            }
            self.reference(desk, (kind, id), &wanted, person.row, odd);
        }
    }

    /// Adds the number that the table knows an entry by.
    fn reference(
        &self,
        desk: &mut Desk<'_>,
        (kind, id): (Noun, &str),
        wanted: &Fields,
        row: usize,
        odd: &mut Vec<Odd>,
    ) {
        let Some(new) = wanted.get("ref") else { return };
        let old = desk.get(kind, id, "ref");
        if let Some(joined) = joined(old.as_ref(), new) {
            desk.set(kind, id, "ref", Some(joined));
        } else {
            let message =
                format!("`{id}` has numbers from several systems: add --system NAME to say which one {new} is from");
            odd.push(self.plan.rows.odd(row, message));
        }
    }

    pub(super) fn seats(&self, desk: &mut Desk<'_>, odd: &mut Vec<Odd>) {
        let top = self.top();
        for (at, seat) in self.plan.seats.all.iter().enumerate() {
            let Some(mut wanted) = self.target.before(Noun::Seat, &seat.id) else { continue };
            // Functions are settled where all lines are drawn.
            wanted.remove("function");
            let Some(old) = self.same_seats.old[at] else {
                // Claims have no order; what is written keeps that of the table.
                if let Some(Value::List(items)) = wanted.get_mut("responsibilities") {
                    let written =
                        |item: &Value| seat.responsibilities.iter().position(|text| item.text() == Some(text));
                    sort::by_key(items, written);
                }
                desk.add(Noun::Seat, &seat.id, wanted);
                if let Some(manager) = self.elsewhere.get(&at) {
                    desk.set(Noun::Seat, &seat.id, "reports_to", Some(Value::Text((*manager).to_owned())));
                }
                odd.extend(unknown_manager(&self.plan.rows, seat));
                continue;
            };
            let (id, kind) = (self.seats[old].id, Noun::Seat);
            desk.set(kind, id, "title", wanted.get("title").cloned());
            hold(desk, id, wanted.get("owner").cloned());
            self.line(desk, (at, id), top == Some(at), odd);
            if let Some(Value::List(dotted)) = wanted.get("dotted_to") {
                let is_listed = self.plan.rows.cell(seat.head, Field::DottedTo).is_some();
                // Those beside a manager in one cell are not all that there may be.
                let known = if is_listed { Vec::new() } else { desk.texts(kind, id, "dotted_to") };
                let all = known.into_iter().chain(dotted.iter().filter_map(Value::text).map(str::to_owned));
                desk.set(kind, id, "dotted_to", list(all));
            }
            self.reference(desk, (kind, id), &wanted, seat.head, odd);
        }
    }

    /// Whom a seat reports to. A blank cell makes a root only at the table's own top.
    fn line(&self, desk: &mut Desk<'_>, (at, id): (usize, &str), is_top: bool, odd: &mut Vec<Odd>) {
        let seat = &self.plan.seats.all[at];
        let rows = &self.plan.rows;
        let manager = seat.reports_to.map(|manager| self.plan.seats.all[manager].id.as_str());
        if let Some(manager) = manager.or_else(|| self.elsewhere.get(&at).copied()) {
            desk.drop_item(Noun::Seat, id, "dotted_to", manager);
            return desk.set(Noun::Seat, id, "reports_to", Some(Value::Text(manager.to_owned())));
        }
        let old = desk.text(Noun::Seat, id, "reports_to");
        match (&seat.unknown_manager, old) {
            (Some(unknown), Some(old)) => {
                odd.push(rows.odd(seat.head, format!("{unknown}: `{id}` stays below `{old}`")));
            }
            (Some(unknown), None) => odd.push(rows.odd(seat.head, format!("{unknown}: left out"))),
            (None, None) => {}
            // The row says that nobody stands above.
            (None, Some(_)) if self.says_manager(at) => desk.unset(Noun::Seat, id, "reports_to"),
            (None, Some(old)) if is_top && self.came_from_a_table(&old) => desk.unset(Noun::Seat, id, "reports_to"),
            (None, Some(old)) => odd.push(rows.odd(seat.head, format!("no manager: `{id}` stays below `{old}`"))),
        }
    }

    /// Whether a seat of the chart is one that tables have.
    fn came_from_a_table(&self, id: &str) -> bool {
        self.seat_at.get(id).is_none_or(|at| self.has_number(&self.seats[*at]))
    }

    /// Whether a seat has a number, or, where positions have none, its holder does.
    pub(super) fn has_number(&self, seat: &Seat<'_>) -> bool {
        let is_numbered = |id: &&str| self.person_at.get(id).is_some_and(|at| !self.people[*at].refs.is_empty());
        !seat.refs.is_empty() || !self.plan.seats.has_positions && seat.owners.iter().any(is_numbered)
    }

    /// The seat at the table's top: of several without a manager the one with most below it.
    fn top(&self) -> Option<usize> {
        let seats = &self.plan.seats.all;
        let above: Vec<Option<usize>> = seats.iter().map(|seat| seat.reports_to).collect();
        let depths = super::super::lines::depths(&above);
        let mut order: Vec<usize> = (0..seats.len()).collect();
        sort::by_key(&mut order, |&seat| std::cmp::Reverse(depths[seat]));
        let mut below = vec![1_usize; seats.len()];
        for seat in order.into_iter().filter(|&seat| !seats[seat].is_in_loop) {
            if let Some(manager) = above[seat] {
                below[manager] += below[seat];
            }
        }
        let roots = (0..seats.len()).filter(|&seat| above[seat].is_none());
        roots.max_by_key(|&seat| (below[seat], std::cmp::Reverse(seat)))
    }

    /// Whether the row of a seat says anything of a manager.
    fn says_manager(&self, at: usize) -> bool {
        let (table, row) = self.plan.rows.at(self.plan.seats.all[at].head);
        let mut columns = table.columns.managers().into_iter().chain(table.columns.at(Field::ManagerFirst));
        columns.any(|column| managers::text(table, row, column).is_some())
    }
}

/// Who holds a seat, with what can't be true beside that any more.
fn hold(desk: &mut Desk<'_>, id: &str, owner: Option<Value>) {
    let kind = Noun::Seat;
    let old = desk.get(kind, id, "owner");
    if old == owner {
        return;
    }
    desk.unset(kind, id, "fit");
    if let Some(Value::List(owners)) = &owner {
        desk.unset(kind, id, "vacant");
        desk.unset(kind, id, "interim");
        if desk.get(kind, id, "backup").is_some_and(|backup| owners.contains(&backup)) {
            desk.unset(kind, id, "backup");
        }
    }
    desk.set(kind, id, "owner", owner);
}

/// The numbers of an entry with the table's: one that is known stays unchanged. `None` where nobody can tell which of
/// several systems the table's is from.
fn joined(old: Option<&Value>, new: &Value) -> Option<Value> {
    let as_number = |value: &Value| value.text().and_then(number).map(str::to_owned);
    // A spreadsheet makes 12 or 12.0 of 00012.
    let is_same =
        |one: &Value, other: &Value| one == other || as_number(one).is_some_and(|one| as_number(other) == Some(one));
    let has = |value: &Value, number: &Value| match value {
        Value::List(items) => items.iter().any(|item| is_same(item, number)),
        Value::Map(pairs) => pairs.values().any(|value| is_same(value, number)),
        value => is_same(value, number),
    };
    match (old, new) {
        (None, new) => Some(new.clone()),
        (Some(old), Value::Text(_)) if has(old, new) => Some(old.clone()),
        (Some(Value::Text(_)), Value::Text(_) | Value::List(_)) | (Some(Value::List(_)), Value::List(_)) => {
            Some(new.clone())
        }
        (Some(Value::List(old)), Value::Text(new)) => {
            list(old.iter().filter_map(Value::text).map(str::to_owned).chain([new.clone()]))
        }
        (Some(Value::Map(old)), Value::Map(new)) => {
            let mut all = old.clone();
            all.extend(new.clone());
            Some(Value::Map(all))
        }
        (Some(old @ (Value::Text(_) | Value::List(_))), Value::Map(pairs)) => {
            let all = match old {
                Value::List(items) => items.as_slice(),
                one => std::slice::from_ref(one),
            };
            all.iter().all(|one| pairs.values().any(|value| value == one)).then(|| new.clone())
        }
        _ => None,
    }
}
