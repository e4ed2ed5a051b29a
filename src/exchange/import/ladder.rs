//! Whom a cell means: the first rung of a ladder on which exactly one person or seat answers to it.

use std::borrow::Cow;
use std::cell::{OnceCell, RefCell};
use std::collections::HashMap;
use std::hash::{BuildHasher, RandomState};

use hashbrown::HashTable;

use crate::text::is_honorific;

use super::forms::{folded, number, ordered, parts, plain};
use super::names::is_east_asian;
use super::people::People;
use super::rows::Rows;
use super::seats::Seats;
use super::signs::Sign;

/// Who or what is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Who {
    Person(usize),
    Seat(usize),
}

/// What a cell means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Meant {
    /// Exactly one; `how` says what was overlooked, where that has to be reported.
    One(Who, Option<&'static str>),
    /// Several that can't be told apart.
    Several(usize),
    /// Nobody here.
    Nobody,
}

/// The rows by some form of what they are known by.
#[derive(Debug)]
struct Index {
    state: RandomState,
    /// Half a hash and the row; where halves are equal, the form itself is computed again.
    table: HashTable<(u32, u32)>,
}

impl Index {
    fn new(count: usize) -> Self {
        Self { state: RandomState::new(), table: HashTable::with_capacity(count) }
    }

    fn half(&self, form: &str) -> u32 {
        u32::try_from(self.state.hash_one(form) >> 32).expect("half of a hash")
    }

    fn add(&mut self, form: &str, row: usize) {
        let half = self.half(form);
        let row = u32::try_from(row).expect("rows are counted in 32 bits");
        self.table.insert_unique(spread(half), (half, row), |(half, _)| spread(*half));
    }

    /// The rows of a form, in their order.
    fn rows(&self, form: &str, is_same: impl Fn(usize) -> bool) -> Vec<usize> {
        let half = self.half(form);
        let found = self.table.iter_hash(spread(half)).filter(|(other, row)| *other == half && is_same(*row as usize));
        let mut rows: Vec<usize> = found.map(|(_, row)| *row as usize).collect();
        rows.sort_unstable();
        rows
    }
}

fn spread(half: u32) -> u64 {
    u64::from(half).wrapping_mul(0x9E37_79B9_7F4A_7C15)
}

/// Finds whom cells mean.
pub(super) struct Ladder<'r, 't> {
    rows: &'r Rows<'t>,
    people: &'r People,
    seats: &'r Seats<'r>,
    signs: Vec<Sign>,
    /// By each sign, made when first asked for.
    by_sign: Vec<OnceCell<Index>>,
    numbers: OnceCell<HashMap<String, Vec<usize>>>,
    folded: OnceCell<HashMap<String, Vec<usize>>>,
    others: OnceCell<HashMap<String, Vec<usize>>>,
    /// What was hard to find.
    found: RefCell<HashMap<(String, Option<usize>), Meant>>,
}

impl<'r, 't> Ladder<'r, 't> {
    pub(super) fn new(rows: &'r Rows<'t>, people: &'r People, seats: &'r Seats<'r>, signs: Vec<Sign>) -> Self {
        let by_sign = signs.iter().map(|_| OnceCell::new()).collect();
        Self {
            rows,
            people,
            seats,
            signs,
            by_sign,
            numbers: OnceCell::new(),
            folded: OnceCell::new(),
            others: OnceCell::new(),
            found: RefCell::new(HashMap::new()),
        }
    }

    /// Whom a cell means; where its column points is looked first.
    pub(super) fn meant(&self, text: &str, points: Option<Sign>) -> Meant {
        let first = points.and_then(|sign| self.signs.iter().position(|other| *other == sign));
        match self.by_signs(text, first) {
            Meant::One(who, how) => return Meant::One(who, how),
            Meant::Nobody if text.is_empty() => return Meant::Nobody,
            _ => {}
        }
        let key = (text.to_owned(), first);
        if let Some(meant) = self.found.borrow().get(&key) {
            return meant.clone();
        }
        let meant = self.harder(text, first);
        self.found.borrow_mut().insert(key, meant.clone());
        meant
    }

    /// Whether a cell is all of what somebody is known by.
    pub(super) fn is_named(&self, text: &str, points: Option<Sign>) -> bool {
        let first = points.and_then(|sign| self.signs.iter().position(|other| *other == sign));
        matches!(self.by_signs(text, first), Meant::One(..))
    }

    /// The rungs beyond the first two.
    fn harder(&self, text: &str, first: Option<usize>) -> Meant {
        let parted = self.people.parted(text);
        if let [person] = parted {
            return Meant::One(Who::Person(*person), None);
        }
        let mut doubt = self.by_signs(text, first);
        let mut settle = |meant: Meant| match meant {
            Meant::One(..) => Some(meant),
            Meant::Several(_) if doubt == Meant::Nobody => {
                doubt = meant;
                None
            }
            _ => None,
        };
        for part in parts(text) {
            if let Some(meant) = settle(self.by_signs(part, first)) {
                let is_whole = text.split('/').all(|part| self.by_signs(part.trim(), first) != Meant::Nobody);
                return if is_whole || !text.contains('/') { meant } else { told(meant, "by a part of the cell") };
            }
        }
        let texts: Vec<&str> = std::iter::once(text).chain(parts(text)).collect();
        for text in &texts {
            if let Some(number) = number(text) {
                let rows = self.numbers().get(number).map_or(&[][..], Vec::as_slice);
                if let Some(meant) = settle(told(self.one_of(rows, None), "by its number")) {
                    return meant;
                }
            }
        }
        for text in &texts {
            for form in folded(text) {
                let rows = self.folded().get(&form).map_or(&[][..], Vec::as_slice);
                if let Some(meant) = settle(told(self.one_of(rows, Some(Sign::Name)), "accents aside")) {
                    return meant;
                }
            }
        }
        for text in texts {
            for form in forms_of(text) {
                let meant = if form == text { Meant::Nobody } else { self.by_signs(&form, first) };
                let rows = self.others().get(&ordered(&form)).map_or(&[][..], Vec::as_slice);
                let meant = if meant == Meant::Nobody { self.one_of(rows, Some(Sign::Name)) } else { meant };
                if let Some(meant) = settle(told(meant, "by another form of the name")) {
                    return meant;
                }
            }
        }
        doubt
    }

    /// By the signs as they are, then disregarding case, spaces, the order of names, and initials.
    fn by_signs(&self, text: &str, first: Option<usize>) -> Meant {
        let mut doubt = Meant::Nobody;
        if text.is_empty() {
            return doubt;
        }
        let order = first.into_iter().chain((0..self.signs.len()).filter(|at| Some(*at) != first));
        for at in order {
            let sign = self.signs[at];
            let form = sign.form(text);
            let rows = self.index(at).rows(&form, |row| sign.form(&sign.text(self.rows, row)) == form);
            if rows.is_empty() {
                continue;
            }
            let mut meant = self.one_of(&rows, Some(sign));
            if matches!(meant, Meant::Several(_)) {
                let same: Vec<usize> = rows.iter().copied().filter(|&row| sign.text(self.rows, row) == text).collect();
                if !same.is_empty() {
                    meant = self.one_of(&same, Some(sign));
                }
            }
            match meant {
                Meant::One(..) => return meant,
                Meant::Several(_) if doubt == Meant::Nobody => doubt = meant,
                _ => {}
            }
        }
        doubt
    }

    fn index(&self, at: usize) -> &Index {
        self.by_sign[at].get_or_init(|| {
            let sign = self.signs[at];
            let mut index = Index::new(self.rows.len());
            for row in 0..self.rows.len() {
                let text = sign.text(self.rows, row);
                if !text.is_empty() && (!sign.is_of_seat() || self.seats.of_row(row).is_some()) {
                    index.add(&sign.form(&text), row);
                }
            }
            index
        })
    }

    /// The one person or seat that some rows are about. Somebody who has left counts only if nobody else can be meant.
    fn one_of(&self, rows: &[usize], sign: Option<Sign>) -> Meant {
        let of_seat = sign.is_some_and(Sign::is_of_seat);
        let who = |row: usize| {
            let seat = self.seats.of_row(row).map(Who::Seat);
            if of_seat { seat } else { self.people.of(row).map(Who::Person).or(seat) }
        };
        let mut found: Vec<Who> = rows.iter().filter_map(|&row| who(row)).collect();
        found.sort_unstable();
        found.dedup();
        let here: Vec<Who> = found
            .iter()
            .copied()
            .filter(|who| match who {
                Who::Person(_) => true,
                Who::Seat(seat) => of_seat || !self.seats.all[*seat].is_left,
            })
            .collect();
        match if here.is_empty() { &found } else { &here }.as_slice() {
            [] => Meant::Nobody,
            [who] => Meant::One(*who, None),
            several => Meant::Several(several.len()),
        }
    }

    /// All numbers of the rows as numbers.
    fn numbers(&self) -> &HashMap<String, Vec<usize>> {
        self.numbers.get_or_init(|| {
            let mut numbers: HashMap<String, Vec<usize>> = HashMap::new();
            let signs = self.signs.iter().filter(|sign| !matches!(sign, Sign::Name | Sign::Title));
            for sign in signs {
                for row in 0..self.rows.len() {
                    if let Some(number) = number(&sign.text(self.rows, row)) {
                        numbers.entry(number.to_owned()).or_default().push(row);
                    }
                }
            }
            numbers
        })
    }

    fn folded(&self) -> &HashMap<String, Vec<usize>> {
        self.folded.get_or_init(|| {
            let mut by_form: HashMap<String, Vec<usize>> = HashMap::new();
            for row in 0..self.rows.len() {
                let [short, long] = folded(&Sign::Name.text(self.rows, row));
                if short != long {
                    by_form.entry(long).or_default().push(row);
                }
                by_form.entry(short).or_default().push(row);
            }
            by_form.remove("");
            by_form
        })
    }

    fn others(&self) -> &HashMap<String, Vec<usize>> {
        self.others.get_or_init(|| {
            let mut others: HashMap<String, Vec<usize>> = HashMap::new();
            for row in 0..self.rows.len() {
                // `Kim (Oslo)` is also called Kim.
                let name = Sign::Name.text(self.rows, row);
                if let Some((before, _)) = super::names::last_remark(&name) {
                    others.entry(ordered(before)).or_default().push(row);
                }
                for form in forms_of(&name).into_iter().filter(|form| *form != name) {
                    others.entry(ordered(&form)).or_default().push(row);
                }
                let (table, at) = self.rows.at(row);
                if table.names.has_others() {
                    for name in table.names.other_names(&table.grid, at) {
                        others.entry(ordered(&name)).or_default().push(row);
                    }
                }
            }
            others
        })
    }

    /// A name that is two letters or an initial away: no match, only something to ask.
    pub(super) fn nearest(&self, text: &str) -> Option<String> {
        const LOOKED_AT: usize = 5000;
        let wanted = plain(text).into_owned();
        if self.rows.len() > LOOKED_AT || wanted.chars().count() < 3 {
            return None;
        }
        let begins = |name: &str| plain(name).strip_prefix(wanted.as_str()).is_some_and(|rest| rest.starts_with(' '));
        let names = (0..self.rows.len())
            .map(|row| Sign::Name.text(self.rows, row).into_owned())
            .filter(|name| !name.is_empty());
        let scored = names.map(|name| {
            let distance = if begins(&name) { 1 } else { strsim::damerau_levenshtein(&plain(&name), &wanted) };
            (distance, name)
        });
        let near = scored.filter(|(distance, _)| *distance <= 2).min()?;
        Some(near.1)
    }
}

/// A name as it stands, then without titles such as `Dr.`, then without the space that some put into names in Chinese
/// letters.
fn forms_of(name: &str) -> Vec<Cow<'_, str>> {
    let mut forms = vec![Cow::Borrowed(name)];
    let is_title = |word: &&str| is_honorific(word);
    let mut words = name.split([' ', ',']).filter(|word| !word.is_empty());
    // Titles come before the name, or after a comma.
    if name.contains(',') || words.clone().next().as_ref().is_some_and(is_title) {
        let left: Vec<&str> = words.by_ref().filter(|word| !is_title(word)).collect();
        forms.extend((!left.is_empty()).then(|| Cow::Owned(left.join(" "))));
    }
    if is_east_asian(name) && name.contains(char::is_whitespace) {
        forms.push(Cow::Owned(name.split_whitespace().collect()));
    }
    forms
}

/// A rung on which what was overlooked is reported.
fn told(meant: Meant, how: &'static str) -> Meant {
    match meant {
        Meant::One(who, _) => Meant::One(who, Some(how)),
        other => other,
    }
}
