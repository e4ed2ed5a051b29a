//! Priorities: in rows of their own or beside people, in tables of their own, or as a matrix of who does what.

use std::collections::HashMap;

use crate::model::{Date, Horizon, Lane, PriorityId, Share, Status};
use crate::text::{Word, bare, first_word_of};

use super::super::ids::{Taken, slug};
use super::Odd;
use super::days::day;
use super::details::share;
use super::fields::Field;
use super::forms::plain;
use super::owners::{Owners, odd_at};
use super::people::People;
use super::rows::word;
use super::seats::Seats;
use super::table::{Kind, Table};

/// A priority, met in one row or several.
#[derive(Debug, Default)]
pub(super) struct Priority {
    /// The table whose row describes it.
    pub(super) table: usize,
    pub(super) id: String,
    pub(super) title: String,
    pub(super) owners: Vec<usize>,
    pub(super) horizon: Option<Horizon>,
    pub(super) lane: Option<Lane>,
    pub(super) supports: Vec<usize>,
    pub(super) contributors: Vec<usize>,
    pub(super) effort: Option<Share>,
    pub(super) due: Option<Date>,
    pub(super) status: Option<Status>,
    /// Whether something that it refers to does not exist, and was left out.
    pub(super) is_cut: bool,
    pub(super) waivers: Vec<String>,
    /// What the table says and the chart can't, or what is for the reader.
    pub(super) notes: Vec<String>,
}

/// What a row says of a priority besides its id and its owner.
const DETAILS: [Field; 8] = [
    Field::Priority,
    Field::Horizon,
    Field::Lane,
    Field::Supports,
    Field::Contributors,
    Field::Effort,
    Field::Due,
    Field::PriorityStatus,
];

/// A row about a priority.
#[derive(Clone, Copy, Debug)]
struct Told {
    table: usize,
    row: usize,
    /// Its place among the rows about people, if it is one.
    among_people: Option<usize>,
}

/// All that priorities are made from.
#[derive(Clone, Copy)]
pub(super) struct Reading<'r, 't> {
    pub(super) tables: &'t [Table],
    pub(super) people: &'r People,
    pub(super) seats: &'r Seats<'t>,
    pub(super) owners: &'r Owners<'r, 't>,
}

/// The rows of one priority.
struct Rows {
    all: Vec<Told>,
    /// The one that describes it: the first with a title.
    head: Told,
}

impl<'t> Reading<'_, 't> {
    fn cell(self, told: Told, field: Field) -> Option<std::borrow::Cow<'t, str>> {
        self.tables[told.table].cell(told.row, field)
    }

    fn odd(self, told: Told, message: String) -> Odd {
        odd_at(told.table, self.tables[told.table].grid.number(told.row), message)
    }

    /// Every row with a priority, table by table.
    fn rows(self) -> Vec<Told> {
        let mut rows = Vec::new();
        let mut among_people = 0;
        for (at, table) in self.tables.iter().enumerate() {
            let is_of_people = table.kind == Kind::People;
            let tells = [Field::PriorityId, Field::Priority].iter().any(|field| table.columns.has(*field));
            for row in table.rows() {
                let told = Told { table: at, row, among_people: is_of_people.then_some(among_people) };
                among_people += usize::from(is_of_people);
                let has = |field| table.cell(row, field).is_some();
                if tells
                    && matches!(table.kind, Kind::People | Kind::Priorities)
                    && (has(Field::PriorityId) || has(Field::Priority))
                {
                    rows.push(told);
                }
            }
        }
        rows
    }

    /// The rows of each priority, in the order of the first of them: rows with one id, else one title that goes with
    /// no id.
    fn gathered(self) -> Vec<Rows> {
        let rows = self.rows();
        let said = |told| (self.cell(told, Field::PriorityId), self.cell(told, Field::Priority));
        // A row that gives no id may stand above the one that does.
        let mut ids: HashMap<String, String> = HashMap::new();
        for told in &rows {
            if let (Some(id), Some(title)) = said(*told) {
                ids.entry(plain(&title).into_owned()).or_insert_with(|| plain(&id).into_owned());
            }
        }
        let mut places: HashMap<(bool, String), usize> = HashMap::new();
        let mut gathered: Vec<Rows> = Vec::new();
        for told in rows {
            let common = match said(told) {
                (Some(id), _) => (true, plain(&id).into_owned()),
                (None, Some(title)) => {
                    let title = plain(&title).into_owned();
                    ids.get(&title).cloned().map_or((false, title), |id| (true, id))
                }
                (None, None) => continue,
            };
            let place = *places.entry(common).or_insert(gathered.len());
            if place == gathered.len() {
                gathered.push(Rows { all: Vec::new(), head: told });
            }
            let rows = &mut gathered[place];
            if self.cell(rows.head, Field::Priority).is_none() && self.cell(told, Field::Priority).is_some() {
                rows.head = told;
            }
            rows.all.push(told);
        }
        gathered
    }

    /// The priorities: rows with one id, or with one title where none has an id, are one priority with several owners.
    pub(super) fn priorities(self, odd: &mut Vec<Odd>) -> Vec<Priority> {
        let gathered = self.gathered();
        let ids: Vec<_> = gathered
            .iter()
            .flat_map(|rows| rows.all.iter().filter_map(|told| self.cell(*told, Field::PriorityId)))
            .collect();
        let keeps = ids.iter().all(|id| PriorityId::new(id).is_ok())
            && ids.iter().any(|id| id.chars().any(char::is_alphabetic));
        let mut taken = Taken::default();
        let mut by_id: HashMap<String, usize> = HashMap::new();
        let mut by_title: HashMap<String, usize> = HashMap::new();
        let mut all: Vec<Priority> = Vec::new();
        for Rows { all: rows, head } in &gathered {
            let id = rows.iter().find_map(|told| self.cell(*told, Field::PriorityId));
            let title = self.cell(*head, Field::Priority).unwrap_or_else(|| {
                odd.push(self.odd(*head, "a priority without a title: called `Untitled`".to_owned()));
                "Untitled".into()
            });
            by_id.extend(id.as_ref().map(|id| (plain(id).into_owned(), all.len())));
            by_title.entry(plain(&title).into_owned()).or_insert(all.len());
            let id = id.filter(|_| keeps).map_or_else(|| slug(&title, "priority"), std::borrow::Cow::into_owned);
            let mut priority =
                Priority { table: head.table, id: taken.take(&id), title: title.into_owned(), ..Priority::default() };
            self.details(&mut priority, *head, odd);
            // A table that states it again overrides the chart.
            let is_anew = !self.tables[head.table].is_of_chart();
            for &told in rows.iter().filter(|told| !is_anew || !self.tables[told.table].is_of_chart()) {
                let differs = DETAILS.iter().any(|field| {
                    let said = self.cell(told, *field);
                    said.is_some() && said != self.cell(*head, *field)
                });
                if differs {
                    let number = self.tables[head.table].grid.number(head.row);
                    odd.push(self.odd(
                        told,
                        format!("says otherwise of `{}` than row {number}: that one was taken", priority.title),
                    ));
                }
                self.own(&mut priority, told, odd);
            }
            all.push(priority);
        }
        // What a priority refers to may be in any row.
        for (at, Rows { head, .. }) in gathered.iter().enumerate() {
            for text in self.tables[head.table].list(head.row, Field::Supports) {
                let form = plain(&text);
                if let Some(&other) = by_id.get(form.as_ref()).or_else(|| by_title.get(form.as_ref())) {
                    all[at].supports.push(other);
                } else {
                    all[at].is_cut = true;
                    odd.push(self.odd(*head, format!("no priority `{text}` to support: left out")));
                }
            }
            for text in self.tables[head.table].list(head.row, Field::Contributors) {
                let mut told = Vec::new();
                let seat = self.owners.one(&text, None, "the contributor", &mut |message| told.push(message));
                if let Some(seat) = seat {
                    all[at].contributors.push(seat);
                } else {
                    all[at].is_cut = true;
                    told.push(format!("no contributor `{text}`: left out"));
                }
                odd.extend(told.into_iter().map(|message| self.odd(*head, message)));
            }
        }
        self.matrices(&mut all, &mut taken, odd);
        all
    }

    /// Adds the seats that a row names to the owners, else that of the row's person.
    fn own(self, priority: &mut Priority, told: Told, odd: &mut Vec<Odd>) {
        let table = &self.tables[told.table];
        let mut messages = Vec::new();
        let team = table.cell(told.row, Field::Department);
        let owners = table.columns.of(Field::PriorityOwner);
        let mut text = owners
            .iter()
            .find_map(|&column| Some(table.raw(told.row, column)).filter(|text| !text.is_empty()))
            .map(str::to_owned);
        if table.kind == Kind::People && text.is_none() {
            let first_of = |fields: &[Field]| fields.iter().find_map(|field| table.cell(told.row, *field));
            let row = told.among_people.expect("a row of people");
            if let Some(seat) = self.seats.of_row(row) {
                priority.owners.push(seat);
                return;
            }
            if first_of(&[Field::Seat, Field::Position]).is_none()
                && let Some(person) = self.people.of(row)
            {
                let tell = &mut |message: String| messages.push(message);
                let seat = self.owners.of_person(person, team.as_deref(), "the owner", tell);
                let name = self.people.all[person].name.clone();
                odd.extend(messages.into_iter().map(|message| self.odd(told, message)));
                match seat {
                    Some(seat) => priority.owners.push(seat),
                    None => self.missing(priority, told, &name, odd),
                }
                return;
            }
            text = first_of(&[Field::Seat, Field::Position, Field::Person, Field::Number, Field::Email])
                .map(|text| text.into_owned());
        }
        let Some(text) = text.filter(|text| !self.owners.is_nobody(text)) else { return };
        let (seats, missing) =
            self.owners.of(&text, team.as_deref(), "the owner", &mut |message| messages.push(message));
        priority.owners.extend(seats);
        odd.extend(messages.into_iter().map(|message| self.odd(told, message)));
        for text in missing {
            self.missing(priority, told, &text, odd);
        }
    }

    fn missing(self, priority: &mut Priority, told: Told, text: &str, odd: &mut Vec<Odd>) {
        odd.push(self.odd(told, format!("no seat `{text}` to own `{}`: kept as a note", priority.title)));
        priority.notes.push(format!("Owner in the imported table: {text}"));
    }

    fn details(self, priority: &mut Priority, told: Told, odd: &mut Vec<Odd>) {
        let table = &self.tables[told.table];
        let mut expected = |field: Field, what: &str| {
            let text = table.cell(told.row, field).unwrap_or_default();
            odd.push(self.odd(told, format!("expected {what}, found `{text}`: left out")));
        };
        macro_rules! read {
            ($field:expr, $what:expr, $read:expr) => {{
                let text = table.cell(told.row, $field);
                let value = text.as_deref().and_then($read);
                if text.is_some() && value.is_none() {
                    expected($field, $what);
                }
                value
            }};
        }
        priority.horizon = read!(Field::Horizon, "a horizon such as year", word);
        priority.lane = read!(Field::Lane, "a lane such as service", word);
        priority.effort = read!(Field::Effort, "a share such as 0.5", share);
        priority.due = read!(Field::Due, "a day such as 2026-10-06", |text| day(text, table.days));
        let at_risk = std::cell::Cell::new(false);
        let status = read!(Field::PriorityStatus, "a status such as on-track", |text| {
            status(text).inspect(|(_, is_risk)| at_risk.set(*is_risk)).map(|(status, _)| status)
        });
        // A plain `Status` is that of the person, unless it says what only priorities are.
        let plain = || table.cell(told.row, Field::Status).and_then(|text| word(&text));
        priority.status = status.or_else(plain);
        if at_risk.get() {
            let text = table.cell(told.row, Field::PriorityStatus).unwrap_or_default();
            odd.push(self.odd(told, format!("`{text}` was taken for off-track")));
        }
        priority.notes.extend(table.text(told.row, Field::PriorityNote));
        let is_apart = table.kind == Kind::Priorities || table.cell(told.row, Field::Title).is_none();
        if is_apart {
            priority.waivers = table.lines(told.row, Field::Waivers);
        }
    }

    /// Matrices of who does what: a row a priority, the accountable own and the responsible help.
    fn matrices(self, all: &mut Vec<Priority>, taken: &mut Taken, odd: &mut Vec<Odd>) {
        for (at, table) in self.tables.iter().enumerate().filter(|(_, table)| table.kind == Kind::Raci) {
            let columns: Vec<usize> =
                (0..table.columns.all.len()).filter(|&column| table.columns.all[column].content.is_raci()).collect();
            let Some(texts) = (0..table.columns.all.len()).find(|column| !columns.contains(column)) else { continue };
            let header = table.grid.number(table.extent.header);
            let heads: Vec<Option<usize>> = columns
                .iter()
                .map(|&column| {
                    let text = &table.columns.all[column].header;
                    let mut told = Vec::new();
                    let seat = self.owners.one(text, None, "the column", &mut |message| told.push(message));
                    if seat.is_none() {
                        told.push(format!("no person or seat `{text}`: the column was left out"));
                    }
                    odd.extend(told.into_iter().map(|message| odd_at(at, header, message)));
                    seat
                })
                .collect();
            for row in table.rows() {
                let Some(title) = table.line(row, texts) else { continue };
                let mut priority = Priority {
                    table: at,
                    id: taken.take(&slug(&title, "priority")),
                    title: title.into_owned(),
                    ..Priority::default()
                };
                for (&column, seat) in columns.iter().zip(&heads) {
                    let Some(seat) = seat else { continue };
                    let said = bare(table.raw(row, column));
                    let has = |letter: char| said.chars().any(|one| one == letter);
                    if has('a') {
                        priority.owners.push(*seat);
                    }
                    if has('r') && !has('a') {
                        priority.contributors.push(*seat);
                    }
                }
                all.push(priority);
            }
        }
    }
}

/// A priority's status, and whether that was a judgement.
fn status(text: &str) -> Option<(Status, bool)> {
    if let Some(status) = word::<Status>(text) {
        return Some((status, false));
    }
    let said = first_word_of(&[Word::OnTrack, Word::OffTrack, Word::Done, Word::Dropped], text)?;
    Some(match said {
        Word::OnTrack => (Status::OnTrack, false),
        Word::OffTrack => (Status::OffTrack, !bare(text).starts_with("off")),
        Word::Done => (Status::Done, false),
        _ => (Status::Dropped, false),
    })
}
