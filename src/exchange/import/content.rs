//! What the cells of a column look like, from a sample of them.

use std::collections::HashSet;

use crate::text::{Word, bare, is_honorific, is_nobody, is_word};

use super::days::looks_like_day;
use super::grid::Grid;

/// How many rows are looked at, evenly spread.
const SAMPLE: usize = 1000;

/// The cells of a column, counted by kind.
#[derive(Clone, Debug, Default)]
pub(super) struct Content {
    pub(super) rows: usize,
    pub(super) filled: usize,
    pub(super) distinct: usize,
    emails: usize,
    days: usize,
    numeric: usize,
    shares: usize,
    flags: usize,
    /// Without a space.
    whole: usize,
    /// With a digit and without a space.
    codes: usize,
    /// Two to four words of letters.
    people: usize,
    /// Words for nobody.
    nobodies: usize,
    /// Only `Mr`, `Dr.` and the like.
    honorifics: usize,
    /// One of a RACI matrix.
    raci: usize,
}

impl Content {
    /// Looks at a column of the rows from `first` to `end`.
    pub(super) fn of(grid: &Grid, column: usize, first: usize, end: usize) -> Self {
        let mut content = Self::default();
        let mut seen = HashSet::new();
        let step = ((end - first) / SAMPLE).max(1);
        for row in (first..end).step_by(step) {
            content.rows += 1;
            let cell = grid.raw(row, column);
            if !cell.is_empty() {
                content.count(cell);
                if seen.insert(cell) {
                    content.distinct += 1;
                }
            }
        }
        content
    }

    fn count(&mut self, cell: &str) {
        self.filled += 1;
        let has_blank = cell.contains(char::is_whitespace);
        let is_code = !has_blank && cell.bytes().any(|byte| byte.is_ascii_digit());
        let value = number(cell);
        let add = |count: &mut usize, is_so: bool| *count += usize::from(is_so);
        add(&mut self.emails, cell.contains('@') && !has_blank);
        add(&mut self.days, looks_like_day(cell));
        add(&mut self.numeric, value.is_some());
        add(&mut self.shares, value.is_some_and(|value| (0.0..=1.0).contains(&value) || cell.ends_with('%')));
        add(&mut self.flags, is_word(Word::Yes, cell) || is_word(Word::No, cell));
        add(&mut self.whole, !has_blank);
        add(&mut self.codes, is_code);
        add(&mut self.people, is_person(cell));
        add(&mut self.nobodies, is_nobody(cell));
        add(&mut self.honorifics, is_honorific(cell));
        add(&mut self.raci, is_raci(cell));
    }

    /// Whether nine of ten filled cells are of a kind.
    fn mostly(&self, count: usize) -> bool {
        self.filled > 0 && count * 10 >= self.filled * 9
    }

    pub(super) fn is_email(&self) -> bool {
        self.mostly(self.emails)
    }

    pub(super) fn has_emails(&self) -> bool {
        self.emails * 2 >= self.filled.max(1)
    }

    pub(super) fn is_day(&self) -> bool {
        self.mostly(self.days)
    }

    pub(super) fn has_days(&self) -> bool {
        self.days * 2 >= self.filled.max(1)
    }

    pub(super) fn is_numeric(&self) -> bool {
        self.mostly(self.numeric)
    }

    pub(super) fn is_nearly_numeric(&self) -> bool {
        self.numeric * 2 >= self.filled.max(1)
    }

    pub(super) fn is_share(&self) -> bool {
        self.mostly(self.shares)
    }

    pub(super) fn is_flag(&self) -> bool {
        self.mostly(self.flags)
    }

    pub(super) fn is_code(&self) -> bool {
        self.mostly(self.codes)
    }

    pub(super) fn is_honorific(&self) -> bool {
        self.mostly(self.honorifics)
    }

    pub(super) fn is_raci(&self) -> bool {
        self.mostly(self.raci)
    }

    /// Names of people: four of five have two to four words, and are told apart.
    pub(super) fn is_people(&self) -> bool {
        let named = self.filled - self.nobodies;
        named > 0 && self.people * 5 >= named * 4 && self.distinct * 5 >= named * 4
    }

    /// Whether a cell is a person's name like those of a column of people.
    pub(super) fn is_one_of_people(&self, cell: &str) -> bool {
        self.is_people() && is_person(cell)
    }

    /// Whether cells hold no spaces.
    pub(super) fn is_whole(&self) -> bool {
        self.filled > 0 && self.whole * 10 >= self.filled * 7
    }

    /// Words, some of which recur.
    pub(super) fn is_title(&self) -> bool {
        self.filled > 0 && self.numeric + self.emails + self.days + self.codes == 0
    }

    pub(super) fn is_constant(&self) -> bool {
        self.distinct <= 1
    }

    /// Whether nearly all cells are different.
    pub(super) fn is_distinct(&self) -> bool {
        self.filled > 0 && self.distinct * 100 >= self.filled * 95
    }

    /// Few values for many rows.
    pub(super) fn is_group(&self) -> bool {
        self.filled > 0 && (self.distinct <= 12 || self.distinct * 3 <= self.filled)
    }
}

/// A number in a cell: `1.5`, `1,5` or `50%`. Nan and Inf are names.
pub(super) fn number(cell: &str) -> Option<f64> {
    let has_digits = cell.bytes().any(|byte| byte.is_ascii_digit());
    cell.trim_end_matches('%').trim().replace(',', ".").parse().ok().filter(|_| has_digits)
}

fn is_person(cell: &str) -> bool {
    let words = cell.split_whitespace().filter(|word| !word.starts_with(['(', '[']));
    let is_name = |word: &str| {
        word.starts_with(|first: char| first.is_alphabetic())
            && word.chars().all(|letter| letter.is_alphabetic() || ".'’-,".contains(letter))
    };
    let (count, all) = words.fold((0, true), |(count, all), word| (count + 1, all && is_name(word)));
    all && (2..=5).contains(&count)
}

fn is_raci(cell: &str) -> bool {
    let letters = bare(cell);
    letters.len() <= 7
        && letters.split([' ', '/']).all(|letter| matches!(letter, "r" | "a" | "c" | "i" | "s" | "x" | "ra" | "ar"))
}
