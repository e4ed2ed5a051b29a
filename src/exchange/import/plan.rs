//! What the tables come to: people, seats, lines, priorities and metrics. What writes it out decides nothing any more.

use super::asides::asides;
use super::fields::Field;
use super::ladder::Ladder;
use super::lines::{self, Lines, Pointing};
use super::metrics::{Metric, metrics};
use super::owners::Owners;
use super::people::People;
use super::priorities::{Priority, Reading};
use super::rows::Rows;
use super::seats::Seats;
use super::signs::{Sign, signs};
use super::statuses::Statuses;
use super::strategy::{Strategy, strategy};
use super::table::Table;
use super::{Odd, Request, any_has, details, managers};

/// A chart in the making, with the rows that it comes from.
#[derive(Debug)]
pub(super) struct Plan<'t> {
    pub(super) rows: Rows<'t>,
    pub(super) statuses: Statuses,
    pub(super) people: People,
    pub(super) seats: Seats<'t>,
    pub(super) priorities: Vec<Priority>,
    pub(super) metrics: Vec<Metric>,
    pub(super) strategy: Strategy,
    /// What was decided on the way and concerns no single row.
    pub(super) notes: Vec<String>,
}

impl<'t> Plan<'t> {
    pub(super) fn read(tables: &'t [Table], pointing: &Pointing, request: &Request<'_>, odd: &mut Vec<Odd>) -> Self {
        let mut rows = managers::rows_of(tables);
        asides(&mut rows, odd);
        let mut statuses = Statuses::read(&rows, request);
        posts(&rows, &mut statuses);
        let mut people = People::read(&rows, &mut statuses, odd);
        let notes = details::details(&rows, &mut people, &statuses, request, odd);
        let mut seats = Seats::read(&rows, &people, &statuses, odd);
        statuses.told(&rows, odd);
        seats.name(&rows, &people);
        let lines = Lines { rows: &rows, people: &people, statuses: &statuses, pointing };
        let all_signs = signs(tables);
        lines.draw(&mut seats, all_signs.clone(), odd);
        let is_of_positions = is_of_positions(&rows, &people, &seats, pointing);
        lines.leavers(&mut seats, is_of_positions, odd);
        lines.rest(&mut seats, all_signs.clone(), odd);
        lines::loops(&rows, &mut seats, odd);
        functions(&rows, &people, &mut seats);
        let (priorities, metrics) = {
            let ladder = Ladder::new(&rows, &people, &seats, all_signs);
            let owners = Owners::new(&ladder, &people, &seats);
            let priorities = Reading { tables, people: &people, seats: &seats, owners: &owners }.priorities(odd);
            let metrics = metrics(tables, &owners, &priorities, odd);
            (priorities, metrics)
        };
        let strategy = strategy(tables);
        Self { rows, statuses, people, seats, priorities, metrics, strategy, notes }
    }

    /// The seats of the table that report to nobody.
    pub(super) fn roots(&self) -> impl Iterator<Item = &str> {
        self.seats.all.iter().filter(|seat| seat.reports_to.is_none()).map(|seat| seat.id.as_str())
    }
}

/// A post numbered 0 does not count.
fn posts(rows: &Rows<'_>, statuses: &mut Statuses) {
    if !any_has(rows.tables, Field::Position) {
        return;
    }
    for row in 0..rows.len() {
        if rows.cell(row, Field::Position).as_deref() == Some("0") {
            statuses.set(row, super::statuses::State::NoPost, "post 0".to_owned());
        }
    }
}

/// Whether seats outlast their holders: managers are given by position, or there are positions that nobody holds.
fn is_of_positions(rows: &Rows<'_>, people: &People, seats: &Seats<'_>, pointing: &Pointing) -> bool {
    let by_position = pointing
        .iter()
        .flatten()
        .any(|(_, points)| points.as_ref().is_some_and(|points| matches!(points.sign, Sign::Position)));
    let is_empty =
        |row: usize| people.of(row).is_none() && seats.of_row(row).is_some_and(|seat| !seats.all[seat].is_left);
    by_position || (rows.has(Field::Position) && (0..rows.len()).any(is_empty))
}

/// Functions without what systems add to them: `Light (Kim Larsen)` is `Light`. Tables of details say those that the
/// table of seats does not.
fn functions(rows: &Rows<'_>, people: &People, seats: &mut Seats<'_>) {
    use std::borrow::Cow;
    use std::collections::{HashMap, HashSet};
    let has_bracket =
        seats.all.iter().any(|seat| seat.department.as_deref().is_some_and(|function| function.ends_with(')')));
    if has_bracket {
        let names: HashSet<String> =
            (0..rows.len()).map(|row| super::forms::ordered(&Sign::Name.text(rows, row))).collect();
        let mut known: HashMap<String, Option<String>> = HashMap::new();
        for seat in &mut seats.all {
            let Some(function) = seat.department.as_deref().filter(|function| function.ends_with(')')) else {
                continue;
            };
            let bare = known.entry(function.to_owned()).or_insert_with(|| {
                let (before, inner) = bracket(function)?;
                let name = super::names::without_remarks(inner).0;
                names.contains(&super::forms::ordered(name)).then(|| before.to_owned())
            });
            if let Some(bare) = bare {
                seat.department = Some(Cow::Owned(bare.clone()));
            }
        }
    }
    if rows.tables.len() > 1 {
        for row in 0..rows.len() {
            let Some(person) = people.of(row).filter(|_| seats.of_row(row).is_none()) else { continue };
            let Some(function) = rows.cell(row, Field::Department) else { continue };
            let of_them: Vec<usize> = seats.of_person(person).collect();
            for seat in of_them {
                seats.all[seat].department.get_or_insert_with(|| Cow::Owned(function.clone().into_owned()));
            }
        }
    }
}

/// What comes before the last outer bracket, and in it.
fn bracket(text: &str) -> Option<(&str, &str)> {
    let mut depth = 0;
    for (at, letter) in text.char_indices().rev() {
        match letter {
            ')' => depth += 1,
            '(' => {
                depth -= 1;
                if depth == 0 {
                    let before = text[..at].trim_end();
                    return (!before.is_empty()).then(|| (before, text[at + 1..text.len() - 1].trim()));
                }
            }
            _ if depth == 0 => return None,
            _ => {}
        }
    }
    None
}
