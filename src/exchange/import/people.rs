//! The people of a table: who is in which row.

use std::collections::{HashMap, HashSet};

use crate::model::{PersonId, Share};
use crate::text::{Word, is_nobody, is_word, sort};

use super::super::ids::{Taken, slug};
use super::Odd;
use super::fields::Field;
use super::forms::{ordered, plain};
use super::names::{Remark, seems_several, several, without_remarks};
use super::rows::Rows;
use super::signs::Sign;
use super::statuses::{State, Statuses};

/// Nobody stands in a row.
const NOBODY: u32 = u32::MAX;
/// What a person is called whose name is withheld.
const WITHHELD: &str = "Name withheld";

/// A person, met in one row or several.
#[derive(Debug)]
pub(super) struct Person {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) capacity: Option<Share>,
    pub(super) outside: bool,
    pub(super) note: Option<String>,
    /// The row that states the number, if any does.
    pub(super) known_by: Option<usize>,
    /// The first row.
    pub(super) row: usize,
    pub(super) is_withheld: bool,
    /// Whether another person has the same number.
    pub(super) is_disputed: bool,
}

/// The people in the order of the rows.
#[derive(Debug, Default)]
pub(super) struct People {
    pub(super) all: Vec<Person>,
    /// Who stands in which row.
    of_row: Vec<u32>,
    /// Who else stands in a row whose cell holds several.
    more: HashMap<usize, Vec<usize>>,
    /// Those whose names stood with others in one cell.
    parted: HashMap<String, Vec<usize>>,
}

/// What a row says about who is in it.
struct Row {
    at: usize,
    name: String,
}

impl People {
    /// The person of a row, the first where there are several.
    pub(super) fn of(&self, row: usize) -> Option<usize> {
        Some(self.of_row[row]).filter(|person| *person != NOBODY).map(|person| person as usize)
    }

    /// All people of a row.
    pub(super) fn all_of(&self, row: usize) -> impl Iterator<Item = usize> {
        self.of(row).into_iter().chain(self.more.get(&row).into_iter().flatten().copied())
    }

    /// Those of a name that stood with others in one cell.
    pub(super) fn parted(&self, name: &str) -> &[usize] {
        if self.parted.is_empty() { &[] } else { self.parted.get(&ordered(name)).map_or(&[], Vec::as_slice) }
    }

    pub(super) fn read(rows: &Rows<'_>, statuses: &mut Statuses, odd: &mut Vec<Odd>) -> Self {
        let mut people = Self { of_row: vec![NOBODY; rows.len()], ..Self::default() };
        let mut gather = Gather::new(rows);
        let mut without_number = Vec::new();
        for at in 0..rows.len() {
            if statuses.of(at) >= State::Gone {
                continue;
            }
            let Some(row) = gather.row(at, statuses, odd) else { continue };
            if statuses.of(at) >= State::Gone {
                continue;
            }
            if is_word(Word::Withheld, &row.name) {
                let person = people.add(at, WITHHELD.to_owned());
                people.all[person].is_withheld = true;
                people.of_row[at] = index(person);
                continue;
            }
            if gather.number(at).is_empty() {
                without_number.push(row);
            } else {
                people.by_number(&mut gather, row, odd);
            }
        }
        people.by_email(rows, &mut gather, without_number, odd);
        people.in_order();
        people.name(rows);
        people
    }

    fn add(&mut self, row: usize, name: String) -> usize {
        self.all.push(Person {
            id: String::new(),
            name,
            capacity: None,
            outside: false,
            note: None,
            known_by: None,
            row,
            is_withheld: false,
            is_disputed: false,
        });
        self.all.len() - 1
    }

    /// People whose rows give a number: one number and one name are one person.
    fn by_number(&mut self, gather: &mut Gather<'_, '_>, row: Row, odd: &mut Vec<Odd>) {
        let number = gather.number(row.at);
        let known = gather.numbers.entry(plain(&number).into_owned()).or_default();
        let same = known.iter().copied().find(|&person| {
            let name = &self.all[person].name;
            *name == row.name || ordered(name) == ordered(&row.name)
        });
        let person = if let Some(person) = same {
            person
        } else {
            let other = known.first().copied();
            self.all.push(Person {
                id: String::new(),
                name: row.name,
                capacity: None,
                outside: false,
                note: None,
                known_by: other.is_none().then_some(row.at),
                row: row.at,
                is_withheld: false,
                is_disputed: other.is_some(),
            });
            let person = self.all.len() - 1;
            known.push(person);
            if let Some(other) = other {
                let (one, other) = (&self.all[other].name, &self.all[person].name);
                odd.push(gather.rows.odd(row.at, format!("`{number}` is both {one} and {other}: taken as two people")));
            }
            person
        };
        self.of_row[row.at] = index(person);
    }

    /// People whose rows give no number: the only one who has the e-mail elsewhere, else the only one who has the name.
    fn by_email(&mut self, rows: &Rows<'_>, gather: &mut Gather<'_, '_>, left: Vec<Row>, odd: &mut Vec<Odd>) {
        if left.is_empty() {
            return;
        }
        let mut by_email: HashMap<String, Vec<usize>> = HashMap::new();
        for at in 0..rows.len() {
            if let (Some(person), Some(email)) = (self.of(at), rows.cell(at, Field::Email)) {
                let known = by_email.entry(plain(&email).into_owned()).or_default();
                if !known.contains(&person) {
                    known.push(person);
                }
            }
        }
        let mut named = Vec::new();
        for row in left {
            let Some(email) = rows.cell(row.at, Field::Email) else {
                named.push(row);
                continue;
            };
            let known = by_email.entry(plain(&email).into_owned()).or_default();
            let person = if let [person] = known.as_slice() {
                *person
            } else {
                let person = self.add(row.at, row.name);
                self.all[person].known_by = Some(row.at);
                known.push(person);
                person
            };
            self.of_row[row.at] = index(person);
        }
        self.by_name(rows, gather, named, odd);
    }

    fn by_name(&mut self, rows: &Rows<'_>, gather: &mut Gather<'_, '_>, left: Vec<Row>, odd: &mut Vec<Odd>) {
        if left.is_empty() {
            return;
        }
        let mut by_name: HashMap<String, Vec<usize>> = HashMap::new();
        for (person, known) in self.all.iter().enumerate().filter(|(_, person)| !person.is_withheld) {
            by_name.entry(ordered(&known.name)).or_default().push(person);
        }
        let known_so_far: HashSet<String> = by_name.keys().cloned().collect();
        let others: HashSet<String> = left.iter().map(|row| ordered(&row.name)).collect();
        for row in left {
            let is_known = |part: &str| {
                let part = ordered(part);
                known_so_far.contains(&part) || others.contains(&part)
            };
            let may_be_several = rows.at(row.at).0.names.may_hold_several();
            let parts = if may_be_several { several(&row.name, &is_known) } else { None };
            let names: Vec<String> = match parts {
                Some(parts) => {
                    let names: Vec<String> = parts.into_iter().map(str::to_owned).collect();
                    let message = format!("`{}` is several people: {}", row.name, names.join(", "));
                    odd.push(rows.odd(row.at, message));
                    names
                }
                None => vec![row.name],
            };
            if may_be_several && names.len() == 1 && seems_several(&names[0]) {
                odd.push(rows.odd(row.at, format!("`{}` may be several people: taken as one", names[0])));
            }
            let is_parted = names.len() > 1;
            for (place, name) in names.into_iter().enumerate() {
                let form = ordered(&name);
                let known = by_name.entry(form.clone()).or_default();
                let person = if let [person] = known.as_slice() {
                    *person
                } else {
                    let person = self.add(row.at, name);
                    by_name.entry(form.clone()).or_default().push(person);
                    person
                };
                if is_parted {
                    self.parted.entry(form).or_default().push(person);
                }
                if place == 0 {
                    self.of_row[row.at] = index(person);
                } else {
                    self.more.entry(row.at).or_default().push(person);
                }
            }
        }
        let _ = gather;
    }

    /// Puts the people in the order of the rows that first mention them.
    fn in_order(&mut self) {
        let mut first = vec![usize::MAX; self.all.len()];
        for row in 0..self.of_row.len() {
            for person in self.of(row).into_iter().chain(self.more.get(&row).into_iter().flatten().copied()) {
                first[person] = first[person].min(row);
            }
        }
        let mut order: Vec<usize> = (0..self.all.len()).collect();
        // Those of one row keep their order.
        sort::by_key(&mut order, |&person| (first[person], person));
        if order.iter().enumerate().all(|(at, person)| at == *person) {
            return;
        }
        let mut place = vec![0; order.len()];
        for (at, &person) in order.iter().enumerate() {
            place[person] = at;
        }
        let mut people: Vec<Option<Person>> = std::mem::take(&mut self.all).into_iter().map(Some).collect();
        self.all = order.iter().map(|&person| people[person].take().expect("each stands once")).collect();
        for person in self.of_row.iter_mut().filter(|person| **person != NOBODY) {
            *person = index(place[*person as usize]);
        }
        let others = self.more.values_mut().chain(self.parted.values_mut());
        others.flatten().for_each(|person| *person = place[*person]);
    }

    /// Gives each person an id: our own where the table is ours, else the name's.
    fn name(&mut self, rows: &Rows<'_>) {
        let keeps = rows.keeps_ids(Field::Person, |id| PersonId::new(id).is_ok());
        let mut taken = Taken::default();
        for person in &mut self.all {
            let own = if keeps { rows.cell(person.row, Field::Person) } else { None };
            let id = own.map_or_else(|| slug(&person.name, "person"), std::borrow::Cow::into_owned);
            person.id = taken.take(&id);
        }
    }
}

/// What is needed while people are met.
struct Gather<'r, 't> {
    rows: &'r Rows<'t>,
    signs: Vec<Sign>,
    numbers: HashMap<String, Vec<usize>>,
    /// The names that our own numbers of people have in other rows.
    own_names: Option<HashMap<String, String>>,
}

impl<'r, 't> Gather<'r, 't> {
    fn new(rows: &'r Rows<'t>) -> Self {
        let mut signs = Vec::new();
        if rows.has(Field::Person) {
            signs.push(Sign::Person);
        }
        for (table, of) in (0..).zip(rows.tables) {
            signs.extend(of.columns.at(Field::Number).map(|column| Sign::Column { table, column }));
        }
        Self { rows, signs, numbers: HashMap::new(), own_names: None }
    }

    /// The number of whoever is in a row.
    fn number(&self, row: usize) -> std::borrow::Cow<'t, str> {
        let texts = self.signs.iter().map(|sign| sign.text(self.rows, row));
        texts.into_iter().find(|text| !text.is_empty()).unwrap_or_default()
    }

    /// Who is in a row, if anybody is; remarks after the name count as a status.
    fn row(&mut self, at: usize, statuses: &mut Statuses, odd: &mut Vec<Odd>) -> Option<Row> {
        let (table, place) = self.rows.at(at);
        let name = table.names.name(&table.grid, place);
        let name = super::grid::without_armour(&name);
        if name.is_empty() {
            return self.own(at, odd);
        }
        let is_ours = table.columns.has(Field::Person) && table.cell(place, Field::Person).is_some();
        if is_ours {
            return Some(Row { at, name: name.to_owned() });
        }
        if is_word(Word::NoPost, name) {
            statuses.set(at, State::NoPost, name.to_owned());
            return None;
        }
        if is_nobody(name) {
            return None;
        }
        let (name, remark) = if name.ends_with([')', ']']) { without_remarks(name) } else { (name, Remark::default()) };
        if let Some(gone) = remark.gone {
            statuses.set(at, State::Gone, gone);
        } else if let Some(away) = remark.away {
            statuses.set(at, State::Away, away);
        }
        if remark.outside {
            statuses.set_outside(at);
        }
        Some(Row { at, name: name.to_owned() })
    }

    /// A row of our own export may number a person without naming them.
    fn own(&mut self, at: usize, odd: &mut Vec<Odd>) -> Option<Row> {
        let id = self.rows.cell(at, Field::Person)?;
        let rows = self.rows;
        let names = self.own_names.get_or_insert_with(|| {
            let mut names = HashMap::new();
            for row in 0..rows.len() {
                let name = Sign::Name.text(rows, row);
                if let Some(id) = rows.cell(row, Field::Person).filter(|_| !name.is_empty()) {
                    names.entry(plain(&id).into_owned()).or_insert_with(|| name.into_owned());
                }
            }
            names
        });
        let name = names.get(plain(&id).as_ref()).cloned().unwrap_or_else(|| {
            odd.push(rows.odd(at, format!("no name: called `{id}`")));
            id.into_owned()
        });
        Some(Row { at, name })
    }
}

fn index(at: usize) -> u32 {
    u32::try_from(at).expect("people are counted in 32 bits")
}
