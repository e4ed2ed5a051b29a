//! The seats of a table, and who reports to whom.

use std::collections::HashMap;

use crate::model::{Date, Manages, SeatId};
use crate::text::is_nobody;

use super::super::ids::{Taken, slug};
use super::Odd;
use super::columns::{Field, bare};
use super::people::{People, key, yes};
use super::table::{Row, Table, word};

/// A seat, met in one row or several.
#[derive(Debug, Default)]
pub(super) struct Seat {
    pub(super) id: String,
    pub(super) title: String,
    /// The place of the row that describes it: the first with a title.
    head: usize,
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
    /// By the number or e-mail that the table gives to who is still to be found.
    by_absent: HashMap<String, usize>,
    /// By title; several where titles are not enough.
    by_title: HashMap<String, Vec<usize>>,
    /// The seats of each person.
    by_person: HashMap<usize, Vec<usize>>,
}

impl Seats {
    pub(super) fn read(table: &Table, people: &People, odd: &mut Vec<Odd>) -> Self {
        let mut seats = Self::default();
        let mut repeated: HashMap<_, usize> = HashMap::new();
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
            if let Some(&seat) = says.as_ref().and_then(|says| repeated.get(says)) {
                let first = &table.rows[seats.all[seat].head];
                if !is_priority && !table.differs(row, first, &described()) {
                    odd.push(Odd::at(row.number, format!("says the same as row {}: left out", first.number)));
                }
                seats.of_row.push(Some(seat));
                continue;
            }
            let seat = seats.met(at, number.as_deref(), title);
            seats.of_row.push(Some(seat));
            repeated.extend(says.map(|says| (says, seat)));
            if let Some(person) = person {
                if !seats.all[seat].owners.contains(&person) {
                    seats.all[seat].owners.push(person);
                    seats.by_person.entry(person).or_default().push(seat);
                }
            } else {
                let signs = [Field::Person, Field::Employee, Field::Email].map(|field| table.cell(row, field));
                seats.by_absent.extend(signs.iter().flatten().map(|sign| (key(sign), seat)));
            }
        }
        seats.describe(table, odd);
        seats.name(table, people);
        seats.connect(table, people, odd);
        seats
    }

    /// The seat of a row: a new one, or the one that has its number.
    fn met(&mut self, at: usize, number: Option<&str>, title: Option<String>) -> usize {
        let title = title.unwrap_or_default();
        if let Some(&seat) = number.and_then(|number| self.by_key.get(&key(number))) {
            let known = &mut self.all[seat];
            // A row that only adds an owner may stand above the one that describes the seat.
            if known.title.is_empty() && !title.is_empty() {
                (known.title, known.head) = (title, at);
            }
            return seat;
        }
        let seat = self.all.len();
        self.by_key.extend(number.map(|number| (key(number), seat)));
        self.all.push(Seat { id: number.unwrap_or_default().to_owned(), title, head: at, ..Seat::default() });
        seat
    }

    /// Takes what each seat's own row says of it without referring to others.
    fn describe(&mut self, table: &Table, odd: &mut Vec<Odd>) {
        for (at, seat) in self.all.iter_mut().enumerate() {
            let row = &table.rows[seat.head];
            if seat.title.is_empty() {
                odd.push(Odd::at(row.number, "no title: called `Untitled`".to_owned()));
                "Untitled".clone_into(&mut seat.title);
            }
            self.by_title.entry(key(&seat.title)).or_default().push(at);
            seat.department = table.cell(row, Field::Department);
            seat.responsibilities = table.list(row, Field::Responsibilities);
        }
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
            let head = &table.rows[self.all[seat].head];
            if self.all[seat].head == at {
                self.manager(table, row, seat, people, odd);
                self.rest(table, row, seat, people, odd);
            } else if table.differs(row, head, &described()) {
                let message =
                    format!("says otherwise of `{}` than row {}: that one was taken", self.all[seat].id, head.number);
                odd.push(Odd::at(row.number, message));
            }
        }
        for circle in self.circles() {
            for &seat in &circle {
                self.all[seat].is_in_loop = true;
            }
            let ids: Vec<&str> = circle.iter().map(|&seat| self.all[seat].id.as_str()).collect();
            let message = format!("{} report to each other in a loop; `check` will say so", ids.join(", "));
            odd.push(Odd::at(table.rows[self.all[circle[0]].head].number, message));
        }
    }

    fn manager(&mut self, table: &Table, row: &Row, seat: usize, people: &People, odd: &mut Vec<Odd>) {
        let fields: [Field; 5] = managers_and(&[]);
        let texts: Vec<String> = fields.into_iter().filter_map(|field| table.cell(row, field)).collect();
        // `SuccessFactors` writes `NO_MANAGER`.
        let texts: Vec<&String> = texts.iter().filter(|text| !is_nobody(text) && bare(text) != "nomanager").collect();
        let meant: Vec<Meant> = texts.iter().map(|text| self.meant(people, text)).collect();
        let found = meant.iter().find_map(|meant| meant.seat().map(|manager| (meant, manager)));
        match (found, texts.first()) {
            (Some((_, manager)), _) if manager == seat || self.is_own(manager, seat) => {
                odd.push(Odd::at(row.number, format!("`{}` reports to itself: taken as a root", self.all[seat].id)));
            }
            (Some((found, manager)), _) => {
                if meant.iter().any(|other| matches!(other, Meant::One(other) if *other != manager)) {
                    let message = format!("its columns name different managers: `{}` was taken", self.all[manager].id);
                    odd.push(Odd::at(row.number, message));
                }
                self.all[seat].reports_to = self.taken(found, "the manager", row, odd);
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
        let left = |what: &str, text: &str| Odd::at(row.number, format!("{what} `{text}`: left out"));
        let person = |field, what: &str, odd: &mut Vec<Odd>| {
            let text = table.cell(row, field)?;
            if let [person] = people.meant(&text)[..] {
                return Some(person);
            }
            odd.push(left(what, &text));
            None
        };
        self.all[seat].backup = person(Field::Backup, "no backup", odd);
        for text in table.list(row, Field::DottedTo) {
            match self.taken(&self.meant(people, &text), &format!("the dotted manager `{text}`"), row, odd) {
                Some(to) => self.all[seat].dotted_to.push(to),
                None => odd.push(left("no dotted line to", &text)),
            }
        }
        let seat = &mut self.all[seat];
        seat.manages = table.cell_as(row, Field::Manages, "a kind of manager such as coach", word, odd);
        seat.assistant = table.cell_as(row, Field::Assistant, "yes or no", yes, odd).unwrap_or_default();
        if seat.owners.is_empty() {
            let day = |text: &str| Date::parse(text).ok();
            seat.vacant_since = table.cell_as(row, Field::VacantSince, "a day such as 2026-10-06", day, odd);
            seat.vacancy_plan = table.cell(row, Field::VacantPlan);
            seat.interim = person(Field::Interim, "no interim", odd);
            return;
        }
        for (field, what) in [
            (Field::VacantSince, "owned and yet vacant since"),
            (Field::VacantPlan, "owned and yet to be filled by"),
            (Field::Interim, "owned and yet covered by"),
        ] {
            odd.extend(table.cell(row, field).map(|text| left(what, &text)));
        }
    }

    /// The seat that is meant, if one is; that its owner has others is told.
    pub(super) fn taken(&self, meant: &Meant, who: &str, row: &Row, odd: &mut Vec<Odd>) -> Option<usize> {
        if let Meant::FirstOf(seat, count) = *meant {
            let message = format!("{who} holds {count} seats: `{}`, the first, was taken", self.all[seat].id);
            odd.push(Odd::at(row.number, message));
        }
        meant.seat()
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
            [] => {
                if let Some(&seat) = self.by_absent.get(&key(text)) {
                    return Meant::One(seat);
                }
            }
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

impl Meant {
    fn seat(&self) -> Option<usize> {
        match *self {
            Self::One(seat) | Self::FirstOf(seat, _) => Some(seat),
            Self::Unclear(_) => None,
        }
    }
}

/// What a row says of a seat besides its id and its owners.
fn described() -> [Field; 15] {
    managers_and(&[
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
    ])
}

/// The fields that name a manager, the surest first, and others.
fn managers_and<const N: usize, const M: usize>(others: &[Field; N]) -> [Field; M] {
    const MANAGERS: [Field; 5] =
        [Field::ManagerSeat, Field::ManagerPosition, Field::ManagerId, Field::ManagerEmail, Field::Manager];
    let mut fields = MANAGERS.iter().chain(others);
    std::array::from_fn(|_| *fields.next().expect("as many as there are"))
}
