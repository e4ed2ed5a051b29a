//! The seats of a table, and who reports to whom.

use std::collections::HashMap;

use crate::check::is_nobody;
use crate::model::{Date, Manages, SeatId};

use super::super::ids::{Taken, slug};
use super::Odd;
use super::columns::Field;
use super::people::{People, key};
use super::table::{Row, Table, word};

/// A seat, met in one row or several.
#[derive(Debug, Default)]
pub(super) struct Seat {
    pub(super) id: String,
    pub(super) title: String,
    /// The row that it was first met in.
    pub(super) row: usize,
    pub(super) owners: Vec<usize>,
    pub(super) reports_to: Option<usize>,
    /// Whether its managers go round in a loop.
    pub(super) is_in_loop: bool,
    pub(super) department: Option<String>,
    pub(super) interim: Option<usize>,
    pub(super) backup: Option<usize>,
    pub(super) members: Vec<usize>,
    pub(super) dotted_to: Vec<usize>,
    pub(super) vacant_since: Option<Date>,
    pub(super) vacancy_plan: Option<String>,
    pub(super) manages: Option<Manages>,
    pub(super) assistant: bool,
    pub(super) responsibilities: Vec<String>,
    /// What the table says and the chart can't.
    pub(super) notes: Vec<String>,
}

/// The seats in the order of the rows.
#[derive(Debug, Default)]
pub(super) struct Seats {
    pub(super) all: Vec<Seat>,
    /// By the places of the rows.
    of_row: Vec<Option<usize>>,
    /// By seat's or position's number.
    by_key: HashMap<String, usize>,
    /// By title; several where titles are not enough.
    by_title: HashMap<String, Vec<usize>>,
    /// The seats of each person.
    by_person: HashMap<usize, Vec<usize>>,
}

impl Seats {
    pub(super) fn read(table: &Table, people: &People, odd: &mut Vec<Odd>) -> Self {
        let mut seats = Self::default();
        let mut repeated = HashMap::new();
        for (at, row) in table.rows.iter().enumerate() {
            let person = people.of(at);
            let number = table.cell(row, Field::Seat).or_else(|| table.cell(row, Field::Position));
            let title = table.cell(row, Field::Title);
            let is_priority = table.has_priority(row);
            if number.is_none() && title.is_none() && person.is_none() && !is_priority {
                odd.push(Odd::at(row.number, "neither a name nor a title: left out".to_owned()));
            }
            if tells_no_seat(table, row, person, is_priority) {
                seats.of_row.push(None);
                continue;
            }
            let says: [_; 7] = managers_and(&[Field::Title, Field::Department]).map(|field| table.cell(row, field));
            let says = person.filter(|_| number.is_none()).map(|person| (person, says));
            if let Some(&(first, seat)) = says.as_ref().and_then(|says| repeated.get(says)) {
                if !is_priority {
                    odd.push(Odd::at(row.number, format!("says the same as row {first}: left out")));
                }
                seats.of_row.push(Some(seat));
                continue;
            }
            let seat = seats.met(table, row, number.as_deref(), title, odd);
            seats.of_row.push(Some(seat));
            repeated.extend(says.map(|says| (says, (row.number, seat))));
            if let Some(person) = person
                && !seats.all[seat].owners.contains(&person)
            {
                seats.all[seat].owners.push(person);
                seats.by_person.entry(person).or_default().push(seat);
            }
        }
        seats.name(table, people);
        seats.connect(table, people, odd);
        seats
    }

    /// The seat of a row: a new one, or the one that has its number.
    fn met(
        &mut self,
        table: &Table,
        row: &Row,
        number: Option<&str>,
        title: Option<String>,
        odd: &mut Vec<Odd>,
    ) -> usize {
        if let Some(&seat) = number.and_then(|number| self.by_key.get(&key(number))) {
            let known = &self.all[seat];
            if title.as_ref().is_some_and(|title| *title != known.title) {
                let message = format!(
                    "`{}` has another title in row {}: that one was taken",
                    number.unwrap_or_default(),
                    known.row
                );
                odd.push(Odd::at(row.number, message));
            }
            return seat;
        }
        let seat = self.all.len();
        let title = title.unwrap_or_else(|| {
            odd.push(Odd::at(row.number, "no title: called `Untitled`".to_owned()));
            "Untitled".to_owned()
        });
        self.by_title.entry(key(&title)).or_default().push(seat);
        self.by_key.extend(number.map(|number| (key(number), seat)));
        self.all.push(Seat {
            id: number.unwrap_or_default().to_owned(),
            title,
            row: row.number,
            department: table.cell(row, Field::Department),
            responsibilities: table.list(row, Field::Responsibilities),
            ..Seat::default()
        });
        seat
    }

    /// Gives each seat its id: its own where our column states it, else its title's, with the owner's where several
    /// seats have one title.
    fn name(&mut self, table: &Table, people: &People) {
        let keeps = table.keeps_ids(Field::Seat, |id| SeatId::new(id).is_ok());
        let mut taken = Taken::default();
        for seat in &mut self.all {
            let id = if keeps && !seat.id.is_empty() {
                seat.id.clone()
            } else {
                let title = slug(&seat.title, "seat");
                match seat.owners.first() {
                    Some(&owner) if self.by_title[&key(&seat.title)].len() > 1 => {
                        slug(&format!("{title} {}", people.all[owner].id), "seat")
                    }
                    _ => title,
                }
            };
            seat.id = taken.take(&id);
        }
    }

    /// Everything that refers to other rows.
    fn connect(&mut self, table: &Table, people: &People, odd: &mut Vec<Odd>) {
        for (at, row) in table.rows.iter().enumerate() {
            if let Some(text) = table.cell(row, Field::MemberOf) {
                match (self.meant(people, &text), people.of(at)) {
                    (Meant::One(seat), Some(person)) => self.all[seat].members.push(person),
                    _ => odd.push(Odd::at(row.number, format!("nobody here, or no seat `{text}`: left out"))),
                }
            }
            let Some(seat) = self.of_row[at] else { continue };
            if self.all[seat].row == row.number {
                self.manager(table, row, seat, people, odd);
                self.rest(table, row, seat, people, odd);
            }
        }
        for circle in self.circles() {
            for &seat in &circle {
                self.all[seat].is_in_loop = true;
            }
            let ids: Vec<&str> = circle.iter().map(|&seat| self.all[seat].id.as_str()).collect();
            let message = format!("{} report to each other in a loop; `check` will say so", ids.join(", "));
            odd.push(Odd::at(self.all[circle[0]].row, message));
        }
    }

    fn manager(&mut self, table: &Table, row: &Row, seat: usize, people: &People, odd: &mut Vec<Odd>) {
        let fields: [Field; 5] = managers_and(&[]);
        let texts: Vec<String> = fields.into_iter().filter_map(|field| table.cell(row, field)).collect();
        let texts: Vec<&String> = texts.iter().filter(|text| !is_nobody(text)).collect();
        let meant: Vec<Meant> = texts.iter().map(|text| self.meant(people, text)).collect();
        let found = meant.iter().find_map(|meant| match meant {
            Meant::One(manager) => Some((*manager, None)),
            Meant::FirstOf(manager, count) => Some((*manager, Some(*count))),
            Meant::Unclear(_) => None,
        });
        match (found, texts.first()) {
            (Some((manager, _)), _) if manager == seat || self.is_own(manager, seat) => {
                odd.push(Odd::at(row.number, format!("`{}` reports to itself: taken as a root", self.all[seat].id)));
            }
            (Some((manager, count)), _) => {
                if let Some(count) = count {
                    let message =
                        format!("the manager holds {count} seats: `{}`, the first, was taken", self.all[manager].id);
                    odd.push(Odd::at(row.number, message));
                }
                self.all[seat].reports_to = Some(manager);
            }
            (None, Some(text)) => {
                let why = match meant.first() {
                    Some(Meant::Unclear(count @ 2..)) => format!("{count} people or seats have that name"),
                    _ => "nobody here has that number, e-mail or name".to_owned(),
                };
                odd.push(Odd::at(row.number, format!("the manager `{text}` is unknown, {why}: kept as a note")));
                self.all[seat].notes.push(format!("Manager in the imported table: {text}"));
            }
            (None, None) => {}
        }
    }

    /// Whether a manager, meant by a person's name, is that person's other row: nobody is their own manager.
    fn is_own(&self, manager: usize, seat: usize) -> bool {
        self.by_key.is_empty()
            && self.all[manager].owners.first().is_some_and(|owner| self.all[seat].owners.contains(owner))
    }

    fn rest(&mut self, table: &Table, row: &Row, seat: usize, people: &People, odd: &mut Vec<Odd>) {
        let cell = |field| table.cell(row, field);
        let mut left = |what: &str, text: &str| odd.push(Odd::at(row.number, format!("{what} `{text}`: left out")));
        let mut person = |field, what: &str| {
            let text = cell(field)?;
            if let [person] = people.meant(&text)[..] {
                return Some(person);
            }
            left(what, &text);
            None
        };
        let (interim, backup) = (person(Field::Interim, "no interim"), person(Field::Backup, "no backup"));
        let dotted = table.list(row, Field::DottedTo);
        let dotted_to = dotted.iter().filter_map(|text| match self.meant(people, text) {
            Meant::One(to) | Meant::FirstOf(to, _) => Some(to),
            Meant::Unclear(_) => {
                left("no dotted line to", text);
                None
            }
        });
        let dotted_to = dotted_to.collect();
        let manages = table.cell_as(row, Field::Manages, "a kind of manager such as coach", word, odd);
        let since =
            table.cell_as(row, Field::VacantSince, "a day such as 2026-10-06", |text| Date::parse(text).ok(), odd);
        let is_owned = !self.all[seat].owners.is_empty();
        if let Some(since) = since.filter(|_| is_owned) {
            odd.push(Odd::at(row.number, format!("vacant and yet owned, since `{since}`: left out")));
        }
        let plan = cell(Field::VacantPlan);
        let assistant = cell(Field::Assistant)
            .is_some_and(|text| ["true", "yes", "x", "1"].contains(&text.to_lowercase().as_str()));
        let seat = &mut self.all[seat];
        seat.vacant_since = since.filter(|_| !is_owned);
        seat.vacancy_plan = plan.filter(|_| !is_owned);
        seat.interim = interim.filter(|_| !is_owned);
        (seat.manages, seat.backup, seat.dotted_to, seat.assistant) = (manages, backup, dotted_to, assistant);
    }

    /// Which seat a text means: a seat's or position's number, the seat of a person, or a title.
    pub(super) fn meant(&self, people: &People, text: &str) -> Meant {
        if let Some(&seat) = self.by_key.get(&key(text)) {
            return Meant::One(seat);
        }
        match people.meant(text).as_slice() {
            [person] => match self.of_person(*person) {
                Meant::Unclear(_) => {}
                meant => return meant,
            },
            [] => {}
            several => return Meant::Unclear(several.len()),
        }
        match self.by_title.get(&key(text)).map_or(&[][..], Vec::as_slice) {
            [seat] => Meant::One(*seat),
            several => Meant::Unclear(several.len()),
        }
    }

    /// The seat that a person owns.
    pub(super) fn of_person(&self, person: usize) -> Meant {
        match self.by_person.get(&person).map_or(&[][..], Vec::as_slice) {
            [] => Meant::Unclear(0),
            [seat] => Meant::One(*seat),
            [seat, more @ ..] => Meant::FirstOf(*seat, more.len() + 1),
        }
    }

    /// The seat that a row is about, by its place among the rows.
    pub(super) fn of_row(&self, row: usize) -> Option<usize> {
        self.of_row[row]
    }

    /// The loops of managers, each once.
    fn circles(&self) -> Vec<Vec<usize>> {
        let mut circles = Vec::new();
        // In which walk a seat was met first.
        let mut walk_of = vec![usize::MAX; self.all.len()];
        for walk in 0..self.all.len() {
            let mut at = Some(walk);
            while let Some(seat) = at.filter(|&seat| walk_of[seat] == usize::MAX) {
                walk_of[seat] = walk;
                at = self.all[seat].reports_to;
            }
            let Some(start) = at.filter(|&seat| walk_of[seat] == walk) else { continue };
            let next = |&seat: &usize| self.all[seat].reports_to.filter(|&next| next != start);
            circles.push(std::iter::successors(Some(start), next).collect());
        }
        circles
    }
}

/// Whether a row is about a person or a priority alone.
fn tells_no_seat(table: &Table, row: &Row, person: Option<usize>, is_priority: bool) -> bool {
    let [seat, position, title, member_of] =
        [Field::Seat, Field::Position, Field::Title, Field::MemberOf].map(|field| table.cell(row, field).is_some());
    let has_number = seat || position;
    if title || (has_number && !is_priority) {
        return false;
    }
    let has_column = |field| table.columns.at(field).is_some();
    if is_priority && managers_and::<0, 5>(&[]).iter().all(|field| table.cell(row, *field).is_none()) {
        return person.is_none() || (!has_number && has_column(Field::Title));
    }
    !has_number && (person.is_none() || has_column(Field::Seat) || member_of)
}

/// Which seat is meant.
pub(super) enum Meant {
    One(usize),
    /// The first of several seats of one person.
    FirstOf(usize, usize),
    /// None, or so many that the text does not tell which.
    Unclear(usize),
}

/// The fields that name a manager, the surest first, and others.
fn managers_and<const N: usize, const M: usize>(others: &[Field; N]) -> [Field; M] {
    const MANAGERS: [Field; 5] =
        [Field::ManagerSeat, Field::ManagerPosition, Field::ManagerId, Field::ManagerEmail, Field::Manager];
    let mut fields = MANAGERS.iter().chain(others);
    std::array::from_fn(|_| *fields.next().expect("as many as there are"))
}
