//! The seats of a table: a row a person, an assignment or a position.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap, HashSet};

use compact_str::CompactString;
use thin_vec::ThinVec;

use crate::model::{Date, Manages, SeatId};
use crate::text::sort;

use super::super::ids::{Taken, slug};
use super::Odd;
use super::fields::Field;
use super::forms::{ordered, plain};
use super::people::People;
use super::rows::Rows;
use super::statuses::{State, Statuses};
use super::unknown::Unknown;

/// None of the seats.
const NONE: u32 = u32::MAX;

/// A seat, met in one row or several.
#[derive(Debug)]
pub(super) struct Seat<'t> {
    pub(super) id: CompactString,
    pub(super) title: Cow<'t, str>,
    /// The row that describes it: the first with a title.
    pub(super) head: usize,
    pub(super) owners: ThinVec<usize>,
    pub(super) reports_to: Option<usize>,
    /// What its row says of a manager who is not found.
    pub(super) unknown_manager: Option<Box<Unknown>>,
    /// Whether its chain of managers is a loop.
    pub(super) is_in_loop: bool,
    /// Whether its only holder has left.
    pub(super) is_left: bool,
    pub(super) department: Option<Cow<'t, str>>,
    pub(super) responsibilities: ThinVec<String>,
    /// What the table says and the chart can't, or what is for the reader.
    pub(super) notes: ThinVec<String>,
    pub(super) rare: Option<Box<Rare>>,
}

/// What few seats say.
#[derive(Debug, Default)]
pub(super) struct Rare {
    pub(super) interim: Option<usize>,
    pub(super) backup: Option<usize>,
    pub(super) members: Vec<usize>,
    pub(super) dotted_to: Vec<usize>,
    pub(super) vacant_since: Option<Date>,
    pub(super) vacancy_plan: Option<String>,
    pub(super) manages: Option<Manages>,
    pub(super) assistant: bool,
    pub(super) formerly: Vec<String>,
    /// Head, heart and briefcase.
    pub(super) fit: [Option<bool>; 3],
    pub(super) waivers: Vec<String>,
}

impl Seat<'_> {
    /// What it says that few do, to be added to.
    pub(super) fn rarely(&mut self) -> &mut Rare {
        self.rare.get_or_insert_default()
    }
}

/// A person, and what a row of theirs says of managers, title and department.
type Says<'t> = (usize, Vec<Option<Cow<'t, str>>>);

/// The seats in the order of the rows.
#[derive(Debug, Default)]
pub(super) struct Seats<'t> {
    pub(super) all: Vec<Seat<'t>>,
    /// By row.
    of_row: Vec<u32>,
    /// The first seat of each person, then the others of the few who have several.
    of_person: Vec<u32>,
    more: HashMap<usize, Vec<usize>>,
    /// Whether positions have numbers, so that seats outlast their holders.
    pub(super) has_positions: bool,
}

impl<'t> Seats<'t> {
    pub(super) fn read(rows: &Rows<'t>, people: &People, statuses: &Statuses, odd: &mut Vec<Odd>) -> Self {
        let mut seats =
            Self { of_row: vec![NONE; rows.len()], of_person: vec![NONE; people.all.len()], ..Self::default() };
        let mut by_number: HashMap<String, usize> = HashMap::new();
        let mut repeated: HashMap<Says<'t>, usize> = HashMap::new();
        let has_several = several_rows(people, rows.len());
        for row in 0..rows.len() {
            let state = statuses.of(row);
            if state == State::NoPost {
                continue;
            }
            let person = people.of(row);
            let number = rows.cell(row, Field::Seat).or_else(|| rows.cell(row, Field::Position));
            let title = rows.cell(row, Field::Title);
            let is_priority = rows.has_priority(row);
            if number.is_none() && title.is_none() && person.is_none() && !is_priority && state == State::Here {
                odd.push(rows.odd(row, "neither a name nor a title: left out".to_owned()));
            }
            if tells_no_seat(rows, row, person, is_priority, state) {
                continue;
            }
            let says = person.filter(|person| number.is_none() && has_several.contains(person)).map(|person| {
                let (table, at) = rows.at(row);
                // Another row for the same post may give another manager, as in a matrix.
                let managers = if title.is_some() { Vec::new() } else { table.columns.managers() };
                let mut says: Vec<Option<Cow<'t, str>>> =
                    managers.iter().map(|&column| table.line(at, column)).collect();
                says.extend([title.clone(), rows.cell(row, Field::Department)]);
                (person, says)
            });
            if let Some(&seat) = says.as_ref().and_then(|says| repeated.get(says)) {
                let first = seats.all[seat].head;
                if !is_priority && !differs(rows, row, first) {
                    odd.push(rows.odd(row, format!("says the same as row {}: left out", rows.number(first))));
                }
                seats.of_row[row] = index(seat);
                continue;
            }
            let known = number.as_ref().and_then(|number| by_number.get(plain(number).as_ref()).copied());
            let seat = seats.met(row, known, title, state);
            if let Some(number) = number {
                by_number.entry(plain(&number).into_owned()).or_insert(seat);
            }
            seats.of_row[row] = index(seat);
            repeated.extend(says.map(|says| (says, seat)));
            for person in people.all_of(row) {
                seats.holds(person, seat);
            }
        }
        seats.describe(rows, odd);
        seats.has_positions = rows.has(Field::Position);
        seats
    }

    /// The seat of a row: a new one, or the one that has its number.
    fn met(&mut self, row: usize, known: Option<usize>, title: Option<Cow<'t, str>>, state: State) -> usize {
        let title = title.unwrap_or_default();
        if let Some(seat) = known {
            let known = &mut self.all[seat];
            // A row that only adds an owner may stand above the one that describes the seat.
            if known.title.is_empty() && !title.is_empty() {
                (known.title, known.head) = (title, row);
            }
            known.is_left &= state == State::Gone;
            return seat;
        }
        self.all.push(Seat {
            id: CompactString::default(),
            title,
            head: row,
            owners: ThinVec::new(),
            reports_to: None,
            unknown_manager: None,
            is_in_loop: false,
            is_left: state == State::Gone,
            department: None,
            responsibilities: ThinVec::new(),
            notes: ThinVec::new(),
            rare: None,
        });
        self.all.len() - 1
    }

    pub(super) fn holds(&mut self, person: usize, seat: usize) {
        if self.all[seat].owners.contains(&person) {
            return;
        }
        self.all[seat].owners.push(person);
        if self.of_person[person] == NONE {
            self.of_person[person] = index(seat);
        } else {
            self.more.entry(person).or_default().push(seat);
        }
    }

    /// Takes what each seat's own row says of it without referring to others.
    fn describe(&mut self, rows: &Rows<'t>, odd: &mut Vec<Odd>) {
        for seat in &mut self.all {
            if seat.title.is_empty() {
                if !seat.is_left {
                    odd.push(rows.odd(seat.head, "no title: called `Untitled`".to_owned()));
                }
                seat.title = Cow::Borrowed("Untitled");
            }
            seat.department = rows.cell(seat.head, Field::Department);
            seat.responsibilities = rows.list(seat.head, Field::Responsibilities).into_iter().collect();
        }
    }

    /// Gives each seat its id: its own where the table is ours, else its title's. Of several with one title the
    /// holder's name tells them apart; where positions have numbers, the place among these does, for it lasts.
    pub(super) fn name(&mut self, rows: &Rows<'_>, people: &People) {
        let keeps = rows.keeps_ids(Field::Seat, |id| SeatId::new(id).is_ok());
        let mut count: HashMap<String, usize> = HashMap::new();
        for seat in self.all.iter().filter(|seat| !seat.is_left) {
            *count.entry(slug(&seat.title, "seat")).or_default() += 1;
        }
        let mut order: Vec<usize> = (0..self.all.len()).collect();
        if self.has_positions {
            let number = |&seat: &usize| natural(&rows.cell(self.all[seat].head, Field::Position).unwrap_or_default());
            order.sort_by_cached_key(|seat| (number(seat), *seat));
        }
        // Seats that may go leave the plain ids to those that stay.
        sort::by_key(&mut order, |&seat| self.all[seat].is_left);
        let mut taken = Taken::default();
        for at in order {
            let seat = &self.all[at];
            let own = if keeps { rows.cell(seat.head, Field::Seat) } else { None };
            let id = own.map_or_else(
                || {
                    let title = slug(&seat.title, "seat");
                    match seat.owners.first() {
                        Some(&owner) if !self.has_positions && count.get(&title).is_some_and(|count| *count > 1) => {
                            slug(&format!("{title} {}", people.all[owner].id), "seat")
                        }
                        _ => title,
                    }
                },
                Cow::into_owned,
            );
            self.all[at].id = taken.take(&id).into();
        }
    }

    /// The seats that a person owns.
    pub(super) fn of_person(&self, person: usize) -> impl Iterator<Item = usize> + '_ {
        let first = Some(self.of_person[person]).filter(|seat| *seat != NONE).map(|seat| seat as usize);
        first.into_iter().chain(self.more.get(&person).into_iter().flatten().copied())
    }

    /// The seat that a row is about.
    pub(super) fn of_row(&self, row: usize) -> Option<usize> {
        Some(self.of_row[row]).filter(|seat| *seat != NONE).map(|seat| seat as usize)
    }

    /// Leaves out seats for which `keep` does not hold; nothing may refer to them.
    pub(super) fn retain(&mut self, keep: &[bool]) {
        if keep.iter().all(|keep| *keep) {
            return;
        }
        let mut place = vec![NONE; self.all.len()];
        for (next, (at, _)) in (0..).zip(keep.iter().enumerate().filter(|(_, keep)| **keep)) {
            place[at] = next;
        }
        let mut keeps = keep.iter();
        self.all.retain(|_| *keeps.next().expect("one a seat"));
        let moved = |seat: &mut u32| {
            if *seat != NONE {
                *seat = place[*seat as usize];
            }
        };
        self.of_row.iter_mut().for_each(moved);
        self.of_person.iter_mut().for_each(moved);
        self.more.values_mut().flatten().for_each(|seat| *seat = place[*seat] as usize);
        for seat in &mut self.all {
            seat.reports_to = seat.reports_to.map(|manager| place[manager] as usize);
            if let Some(rare) = &mut seat.rare {
                rare.dotted_to.retain(|to| place[*to] != NONE);
                rare.dotted_to.iter_mut().for_each(|to| *to = place[*to] as usize);
            }
        }
    }
}

/// People in several rows: only for them can one row repeat another.
fn several_rows(people: &People, rows: usize) -> HashSet<usize> {
    let mut met = vec![false; people.all.len()];
    (0..rows).filter_map(|row| people.of(row)).filter(|&person| std::mem::replace(&mut met[person], true)).collect()
}

/// Whether a row is only about a person or a priority.
fn tells_no_seat(rows: &Rows<'_>, row: usize, person: Option<usize>, is_priority: bool, state: State) -> bool {
    let (table, at) = rows.at(row);
    let has = |field| table.cell(at, field).is_some();
    let (title, number) = (has(Field::Title), has(Field::Seat) || has(Field::Position));
    if title || (number && !is_priority) {
        return false;
    }
    let has_column = |field| table.columns.has(field);
    // A table of details of people beside another of seats.
    if !has_column(Field::Title)
        && !has_column(Field::Position)
        && table.columns.managers().is_empty()
        && rows.tables.len() > 1
    {
        return true;
    }
    let has_manager = table.columns.managers().iter().any(|&column| table.line(at, column).is_some());
    if is_priority && !has_manager {
        return person.is_none() || (!number && has_column(Field::Title));
    }
    let is_nobody = person.is_none() && state != State::Gone;
    !number && (is_nobody || has_column(Field::Seat) || has(Field::MemberOf))
}

/// Whether a second row about a seat says otherwise than the first.
pub(super) fn differs(rows: &Rows<'_>, row: usize, head: usize) -> bool {
    const DESCRIBED: [Field; 10] = [
        Field::Title,
        Field::Department,
        Field::Interim,
        Field::Backup,
        Field::VacantSince,
        Field::VacantPlan,
        Field::Manages,
        Field::Assistant,
        Field::DottedTo,
        Field::Responsibilities,
    ];
    const MANAGERS: [Field; 5] =
        [Field::ManagerSeat, Field::ManagerPosition, Field::ManagerId, Field::ManagerEmail, Field::Manager];
    rows.differs(row, head, &DESCRIBED) || rows.differs(row, head, &MANAGERS)
}

/// A text in an order in which `P-9` comes before `P-10`.
pub(super) fn natural(text: &str) -> Vec<(u64, String)> {
    let mut runs: BTreeMap<usize, (u64, String)> = BTreeMap::new();
    let mut at = 0;
    let mut was_digit = false;
    for (place, letter) in text.chars().enumerate() {
        let is_digit = letter.is_ascii_digit();
        if place > 0 && is_digit != was_digit {
            at += 1;
        }
        was_digit = is_digit;
        let run = runs.entry(at).or_default();
        match letter.to_digit(10) {
            Some(digit) => run.0 = run.0.saturating_mul(10).saturating_add(u64::from(digit)),
            None => run.1.push(letter),
        }
    }
    runs.into_values().collect()
}

/// Whether two titles or departments are the same to a reader.
pub(super) fn same(one: &str, other: &str) -> bool {
    one == other || ordered(one) == ordered(other)
}

fn index(at: usize) -> u32 {
    u32::try_from(at).expect("seats are counted in 32 bits")
}
