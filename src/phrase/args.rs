//! How phrases are written.

use std::fmt::Display;

use crate::model::{Date, Id, Kind, Noun, Share};

use super::part::{NOUNS, UNITS, WAYS, tag};
use super::{By, Entry, Figure, Part, Phrase, Unit};

/// A sentence from its parts: literals are our words, all else says of itself what it is. A code that is a literal
/// costs nothing either.
///
/// ```ignore
/// say![seat, " carries ", percent(117), " of one full-time person"]
/// ```
macro_rules! say {
    (@ [$($words:literal)*] [$($arg:expr;)*]) => {
        $crate::phrase::Phrase::of(concat!($($words),*), $crate::phrase::Args::default()$(.with(&$arg))*)
    };
    (@ [$($words:literal)*] [$($arg:expr;)*] code($code:literal) $(, $($rest:tt)*)?) => {
        $crate::phrase::say!(@ [$($words)* "\u{2}" $code "\u{3}"] [$($arg;)*] $($($rest)*)?)
    };
    (@ [$($words:literal)*] [$($arg:expr;)*] $next:literal $(, $($rest:tt)*)?) => {
        $crate::phrase::say!(@ [$($words)* $next] [$($arg;)*] $($($rest)*)?)
    };
    (@ [$($words:literal)*] [$($arg:expr;)*] $next:expr $(, $($rest:tt)*)?) => {
        $crate::phrase::say!(@ [$($words)* "\u{1}"] [$($arg;)* $next;] $($($rest)*)?)
    };
    ($($parts:tt)+) => { $crate::phrase::say!(@ [] [] $($parts)+) };
}

pub(crate) use say;

/// What can be a part of a phrase, or several.
pub trait Say {
    /// Adds its parts.
    fn say(&self, to: &mut Args);
}

/// The arguments of a phrase being written.
#[derive(Debug, Default)]
pub struct Args {
    bytes: Vec<u8>,
}

impl Args {
    /// Adds an argument.
    #[must_use]
    pub fn with(mut self, argument: &(impl Say + ?Sized)) -> Self {
        argument.say(&mut self);
        self.bytes.push(tag::END);
        self
    }

    /// As one argument.
    pub(super) fn ended(mut self) -> Self {
        self.bytes.push(tag::END);
        self
    }

    /// The phrase that is made of nothing but these parts.
    #[must_use]
    pub fn phrase(self) -> Phrase {
        if self.bytes.is_empty() { Phrase::default() } else { Phrase::of("\u{1}", self.ended()) }
    }

    pub(super) fn finish(self) -> Box<[u8]> {
        self.bytes.into_boxed_slice()
    }

    /// Adds a part to the current argument.
    pub fn part(&mut self, part: Part<'_>) {
        match part {
            Part::Words(text) => self.tagged(tag::WORDS, text),
            Part::Text(text) => self.tagged(tag::TEXT, text),
            Part::Quoted(text) => self.tagged(tag::QUOTED, text),
            Part::Code(text) => self.tagged(tag::CODE, text),
            Part::Day(text) => self.tagged(tag::DAY, text),
            Part::Arrow => self.bytes.push(tag::ARROW),
            Part::Entry(Entry { noun, id, name, by }) => {
                let name = if name == id { "" } else { name };
                self.bytes.reserve_exact(id.len() + name.len() + 2 * Self::ROOM);
                self.bytes.extend([tag::ENTRY, place(&NOUNS, noun), place(&WAYS, by)]);
                self.text(id);
                self.text(name);
            }
            Part::Figure(Figure { value, unit }) => {
                self.bytes.extend([tag::FIGURE, place(&UNITS, unit)]);
                self.text(value);
            }
        }
    }

    /// What a part takes beside its text.
    const ROOM: usize = 4;

    fn tagged(&mut self, tag: u8, text: &str) {
        self.bytes.reserve_exact(text.len() + Self::ROOM);
        self.bytes.push(tag);
        self.text(text);
    }

    /// A text after its length, seven bits a byte.
    fn text(&mut self, text: &str) {
        let mut length = text.len();
        while length > 0x7f {
            self.bytes.push(u8::try_from(length & 0x7f).expect("seven bits") | 0x80);
            length >>= 7;
        }
        self.bytes.push(u8::try_from(length).expect("seven bits"));
        self.bytes.extend(text.as_bytes());
    }
}

/// A value's place in the list of its kind.
fn place<T: PartialEq + Copy>(all: &[T], one: T) -> u8 {
    let at = all.iter().position(|other| *other == one).expect("every value is in the list");
    u8::try_from(at).expect("the lists are short")
}

impl<S: Say + ?Sized> Say for &S {
    fn say(&self, to: &mut Args) {
        (**self).say(to);
    }
}

impl<S: Say> Say for Option<S> {
    fn say(&self, to: &mut Args) {
        if let Some(said) = self {
            said.say(to);
        }
    }
}

/// Our own words, chosen at run time.
impl Say for &'static str {
    fn say(&self, to: &mut Args) {
        to.part(Part::Words(self));
    }
}

macro_rules! figures {
    ($($type:ty)*) => {$(
        impl Say for $type {
            fn say(&self, to: &mut Args) {
                figure(self).say(to);
            }
        }
    )*};
}

figures! { usize u64 u32 i64 Share }

impl Say for Date {
    fn say(&self, to: &mut Args) {
        to.part(Part::Day(&self.to_string()));
    }
}

/// An entry of which only the id is known.
impl<K: Kind> Say for Id<K> {
    fn say(&self, to: &mut Args) {
        of_kind(K::NOUN, self.as_str(), "").say(to);
    }
}

/// From what was to what is.
pub const ARROW: Part<'static> = Part::Arrow;

impl Say for Part<'_> {
    fn say(&self, to: &mut Args) {
        to.part(*self);
    }
}

impl Say for Entry<'_> {
    fn say(&self, to: &mut Args) {
        to.part(Part::Entry(*self));
    }
}

/// An entry that plain text shows by its id.
#[must_use]
pub fn of_kind<'p>(noun: Noun, id: &'p str, name: &'p str) -> Entry<'p> {
    Entry { noun, id, name: if name.is_empty() { id } else { name }, by: By::Id }
}

/// An entry that plain text shows by its name.
#[must_use]
pub fn named<'p>(noun: Noun, id: &'p str, name: &'p str) -> Entry<'p> {
    Entry { by: By::Name, ..of_kind(noun, id, name) }
}

/// A text that is shown as one kind of part.
#[derive(Clone, Debug)]
pub struct Shown<D> {
    value: D,
    part: for<'p> fn(&'p str) -> Part<'p>,
}

impl<D: Display> Say for Shown<D> {
    fn say(&self, to: &mut Args) {
        to.part((self.part)(&self.value.to_string()));
    }
}

/// Our own words that are not a literal.
pub fn ours<D: Display>(value: D) -> Shown<D> {
    Shown { value, part: |text| Part::Words(text) }
}

/// What is written in files and on the command line: a key, a value, a rule.
pub fn code<D: Display>(value: D) -> Shown<D> {
    Shown { value, part: |text| Part::Code(text) }
}

/// A text of a chart, unchanged.
pub fn text<D: Display>(value: D) -> Shown<D> {
    Shown { value, part: |text| Part::Text(text) }
}

/// A text of a chart, in quotation marks.
pub fn quoted<D: Display>(value: D) -> Shown<D> {
    Shown { value, part: |text| Part::Quoted(text) }
}

/// A number.
pub fn figure<D: Display>(value: D) -> Shown<D> {
    Shown { value, part: |value| Part::Figure(Figure { value, unit: Unit::None }) }
}

/// A percentage.
pub fn percent<D: Display>(value: D) -> Shown<D> {
    Shown { value, part: |value| Part::Figure(Figure { value, unit: Unit::Percent }) }
}

/// A number and its noun.
#[must_use]
pub fn count(count: usize, one: &'static str, many: &'static str) -> Phrase {
    say![count, " ", if count == 1 { one } else { many }]
}

/// A character by its number, as Unicode writes it.
#[must_use]
pub(crate) fn code_point(character: char) -> Phrase {
    say![text(format_args!("U+{:04X}", u32::from(character)))]
}
