//! The parts of a phrase, and how they are read from their bytes.

use std::fmt;

use crate::model::Noun;

use super::{CODE_BEGINS, CODE_ENDS, MARKS, SLOT};

/// A part of a phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part<'p> {
    /// Our own words.
    Words(&'p str),
    /// An entry of a chart.
    Entry(Entry<'p>),
    /// A text of a chart, unchanged.
    Text(&'p str),
    /// A text of a chart, in quotation marks.
    Quoted(&'p str),
    /// What is written in files and on the command line: a key, a value, a rule.
    Code(&'p str),
    /// A number.
    Figure(Figure<'p>),
    /// A day, as `2026-10-06`.
    Day(&'p str),
    /// From what was to what is.
    Arrow,
}

/// An entry of a chart as a phrase knows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Entry<'p> {
    /// What it is.
    pub noun: Noun,
    /// Its id.
    pub id: &'p str,
    /// Its title or name; its id where there is none or it is not known.
    pub name: &'p str,
    /// What represents it where it is not written out.
    pub by: By,
}

/// What represents an entry in plain text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum By {
    /// Its id, in code quotes.
    Id,
    /// Its id only, where there are many in a row.
    Bare,
    /// Its title or name.
    Name,
}

/// A number and what it counts in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Figure<'p> {
    /// The number as it is written.
    pub value: &'p str,
    /// What it counts in.
    pub unit: Unit,
}

/// What a number counts in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unit {
    /// Things that are named beside it, or nothing.
    None,
    /// Per cent.
    Percent,
}

impl fmt::Display for Part<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Words(text) | Self::Text(text) | Self::Day(text) => f.write_str(text),
            Self::Arrow => f.write_str(" -> "),
            Self::Quoted(text) => write!(f, "\"{text}\""),
            Self::Code(text) => write!(f, "`{text}`"),
            Self::Entry(Entry { id, name, by, .. }) => match by {
                By::Id => write!(f, "`{id}`"),
                By::Bare => f.write_str(id),
                By::Name => f.write_str(name),
            },
            Self::Figure(figure) => write!(f, "{figure}"),
        }
    }
}

impl fmt::Display for Figure<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.unit {
            Unit::None => f.write_str(self.value),
            Unit::Percent => write!(f, "{} %", self.value),
        }
    }
}

/// The ends of arguments, and the kinds of part in them.
pub(super) mod tag {
    pub(in super::super) const END: u8 = 0;
    pub(in super::super) const WORDS: u8 = 1;
    pub(in super::super) const ENTRY: u8 = 2;
    pub(in super::super) const TEXT: u8 = 3;
    pub(in super::super) const QUOTED: u8 = 4;
    pub(in super::super) const CODE: u8 = 5;
    pub(in super::super) const FIGURE: u8 = 6;
    pub(in super::super) const DAY: u8 = 7;
    pub(in super::super) const ARROW: u8 = 8;
}

pub(super) const NOUNS: [Noun; 7] =
    [Noun::Chart, Noun::Strategy, Noun::Promise, Noun::Person, Noun::Seat, Noun::Priority, Noun::Metric];
pub(super) const WAYS: [By; 3] = [By::Id, By::Bare, By::Name];
pub(super) const UNITS: [Unit; 2] = [Unit::None, Unit::Percent];

/// The parts of a phrase, one by one.
#[derive(Clone, Debug)]
pub struct Parts<'p> {
    words: &'p str,
    args: &'p [u8],
    in_argument: bool,
}

impl<'p> Parts<'p> {
    pub(super) fn new(words: &'p str, args: &'p [u8]) -> Self {
        Self { words, args, in_argument: false }
    }

    fn byte(&mut self) -> u8 {
        let (first, rest) = self.args.split_first().expect("what was written is read by the same steps");
        self.args = rest;
        *first
    }

    fn text(&mut self) -> &'p str {
        let (mut length, mut shift) = (0, 0);
        loop {
            let byte = self.byte();
            length |= usize::from(byte & 0x7f) << shift;
            shift += 7;
            if byte & 0x80 == 0 {
                break;
            }
        }
        let (text, rest) = self.args.split_at(length);
        self.args = rest;
        str::from_utf8(text).expect("it was written as text")
    }

    fn entry(&mut self) -> Entry<'p> {
        let (noun, by) = (NOUNS[usize::from(self.byte())], WAYS[usize::from(self.byte())]);
        let (id, name) = (self.text(), self.text());
        Entry { noun, id, name: if name.is_empty() { id } else { name }, by }
    }
}

impl<'p> Iterator for Parts<'p> {
    type Item = Part<'p>;

    fn next(&mut self) -> Option<Part<'p>> {
        loop {
            if self.in_argument {
                return Some(match self.byte() {
                    tag::WORDS => Part::Words(self.text()),
                    tag::ENTRY => Part::Entry(self.entry()),
                    tag::TEXT => Part::Text(self.text()),
                    tag::QUOTED => Part::Quoted(self.text()),
                    tag::CODE => Part::Code(self.text()),
                    tag::FIGURE => {
                        let unit = UNITS[usize::from(self.byte())];
                        Part::Figure(Figure { value: self.text(), unit })
                    }
                    tag::DAY => Part::Day(self.text()),
                    tag::ARROW => Part::Arrow,
                    _ => {
                        self.in_argument = false;
                        continue;
                    }
                });
            }
            let mut letters = self.words.chars();
            match letters.next()? {
                SLOT => {
                    self.words = letters.as_str();
                    self.in_argument = true;
                    continue;
                }
                CODE_BEGINS => {
                    let (code, rest) = letters.as_str().split_once(CODE_ENDS).expect("each code ends");
                    self.words = rest;
                    return Some(Part::Code(code));
                }
                _ => {}
            }
            let end = self.words.find(MARKS).unwrap_or(self.words.len());
            let (words, rest) = self.words.split_at(end);
            self.words = rest;
            return Some(Part::Words(words));
        }
    }
}
