//! Who is there, who is away and who has left: the status of each row.

use std::collections::{BTreeMap, HashMap};

use crate::text::{Word, bare, first_word_of, header_words, is_word};

use super::fields::Field;
use super::rows::Rows;
use super::table::Table;
use super::{Odd, Request};

/// What a row's status says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum State {
    /// Somebody is there, or a seat is.
    Here,
    /// Somebody is away for a while.
    Away,
    /// Somebody has left.
    Gone,
    /// The post no longer exists.
    NoPost,
}

/// The status of each row, and what was made of each spelling.
#[derive(Debug)]
pub(super) struct Statuses {
    states: Vec<State>,
    /// What the rows that are not simply there say.
    said: HashMap<usize, String>,
    /// By table and column: each spelling with its rows, and what it was taken for.
    pub(super) counts: BTreeMap<(u32, usize), BTreeMap<String, Count>>,
    /// Whose status says that they are from outside.
    outside: std::collections::HashSet<usize>,
}

/// How often a spelling occurs in a column, and what it means.
#[derive(Debug)]
pub(super) struct Count {
    pub(super) rows: usize,
    /// The row, where it is the only one.
    pub(super) first: usize,
    pub(super) meaning: Meaning,
}

/// What a status means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    Is(State),
    Outside,
    Unknown,
}

impl Statuses {
    pub(super) fn read(rows: &Rows<'_>, request: &Request<'_>) -> Self {
        let mut statuses = Self {
            states: vec![State::Here; rows.len()],
            said: HashMap::new(),
            counts: BTreeMap::new(),
            outside: std::collections::HashSet::new(),
        };
        let columns: Vec<Vec<(usize, Column)>> = rows.tables.iter().map(Column::of).collect();
        for row in 0..rows.len() {
            let table_at = rows.all[row].table;
            let (table, at) = rows.at(row);
            for (column, kind) in &columns[table_at as usize] {
                let Some(text) = table.line(at, *column) else { continue };
                let counts = statuses.counts.entry((table_at, *column)).or_default();
                let number = table.grid.number(at);
                let meaning = if let Some(count) = counts.get_mut(text.as_ref()) {
                    count.rows += 1;
                    count.meaning
                } else {
                    let meaning = kind.meaning(&text, request);
                    counts.insert(text.to_string(), Count { rows: 1, first: number, meaning });
                    meaning
                };
                match meaning {
                    Meaning::Is(state) if state > statuses.states[row] => {
                        statuses.states[row] = state;
                        statuses.said.insert(row, text.into_owned());
                    }
                    Meaning::Outside => {
                        statuses.outside.insert(row);
                    }
                    _ => {}
                }
            }
        }
        statuses
    }

    pub(super) fn of(&self, row: usize) -> State {
        self.states[row]
    }

    /// What the row says, where it is not simply there.
    pub(super) fn said(&self, row: usize) -> &str {
        self.said.get(&row).map_or("", String::as_str)
    }

    pub(super) fn is_outside(&self, row: usize) -> bool {
        self.outside.contains(&row)
    }

    /// What a remark after the name says.
    pub(super) fn set_outside(&mut self, row: usize) {
        self.outside.insert(row);
    }

    /// What another cell than the status says.
    pub(super) fn set(&mut self, row: usize, state: State, said: String) {
        if state > self.states[row] {
            self.states[row] = state;
            self.said.insert(row, said);
        }
    }

    /// What is reported about rows that are left out at once.
    pub(super) fn told(&self, rows: &Rows<'_>, odd: &mut Vec<Odd>) {
        for row in 0..rows.len() {
            if self.states[row] == State::NoPost {
                odd.push(rows.odd(row, format!("`{}`: no post any more, left out", self.said(row))));
            }
        }
    }
}

/// How a column of statuses is read.
#[derive(Clone, Copy, Debug)]
enum Column {
    /// Of employment.
    Employment,
    /// Of employment, a letter each.
    Letters,
    /// Whether somebody is there, as databases write it: `t` or `f`. In capitals they are full time and temporary.
    TrueFalse,
    /// Of an account, or whether somebody is there.
    Account,
    /// Whether somebody is no longer there: `Left?`.
    Left,
}

impl Column {
    fn of(table: &Table) -> Vec<(usize, Self)> {
        let employment = table.columns.of(Field::Status).iter().map(|&at| {
            let header = &table.columns.all[at].header;
            let cells = || table.rows().take(5000).map(|row| table.grid.raw(row, at)).filter(|cell| !cell.is_empty());
            let column =
                if header.to_uppercase().contains("READ ONLY") || cells().any(|cell| is_word(Word::Directory, cell)) {
                    Self::Account
                } else if cells().all(|cell| matches!(cell, "t" | "f")) && cells().any(|cell| cell == "f") {
                    Self::TrueFalse
                } else if cells().count() > 0
                    && cells().all(|cell| cell.chars().count() == 1 && "ALTSIRDP".contains(&cell.to_uppercase()))
                {
                    Self::Letters
                } else {
                    Self::Employment
                };
            (at, column)
        });
        let accounts = table.columns.of(Field::Account).iter().map(|&at| {
            let words = header_words(&table.columns.all[at].header);
            let asked = [Word::Stays, Word::Gone, Word::AccountGone];
            // `Ist ausgeschieden` and `user.isSuspended` ask by a word further on.
            let said = (0..words.len()).find_map(|at| first_word_of(&asked, &words[at..].join(" ")));
            (at, if said.is_some_and(|word| word != Word::Stays) { Self::Left } else { Self::Account })
        });
        employment.chain(accounts).collect()
    }

    fn meaning(self, text: &str, request: &Request<'_>) -> Meaning {
        let listed = |words: &[String]| words.iter().any(|word| bare(word) == bare(text));
        if listed(request.gone) {
            return Meaning::Is(State::Gone);
        }
        if listed(request.keep) {
            return Meaning::Is(State::Here);
        }
        let is = |state| Meaning::Is(state);
        match self {
            Self::Left if is_word(Word::Yes, text) => is(State::Gone),
            Self::Left if is_word(Word::No, text) => is(State::Here),
            Self::Account if is_word(Word::AccountGone, text) || is_word(Word::No, text) => is(State::Gone),
            Self::Account if is_word(Word::Yes, text) => is(State::Here),
            Self::TrueFalse => is(if text == "t" { State::Here } else { State::Gone }),
            Self::Letters => match text.to_uppercase().as_str() {
                "T" | "I" | "R" | "D" => is(State::Gone),
                "L" | "S" => is(State::Away),
                _ => is(State::Here),
            },
            Self::Account | Self::Left | Self::Employment => {
                let words = [Word::Gone, Word::Away, Word::Stays, Word::NoPost, Word::Vacant, Word::Outside];
                match first_word_of(&words, text) {
                    Some(Word::Gone) => is(State::Gone),
                    Some(Word::Away) => is(State::Away),
                    Some(Word::NoPost) => is(State::NoPost),
                    Some(Word::Stays | Word::Vacant) => is(State::Here),
                    Some(Word::Outside) => Meaning::Outside,
                    _ => Meaning::Unknown,
                }
            }
        }
    }
}
