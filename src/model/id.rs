//! Ids: the names by which charts refer to seats, people, priorities and metrics.

use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;

use serde::de::{Deserialize, Deserializer};
use unicode_normalization::char::is_combining_mark;

use super::id_pattern::all_but;
use super::scalar::{Scalar, scalar_schema, written_as_text};
use super::{IdFault, Noun, Refused};
use crate::text::Quote;

/// The longest id, in characters.
pub const LONGEST_ID: usize = 128;

/// What an id is made of, in words that complete "write …".
pub(crate) const ID_GRAMMAR: &str =
    "letters and digits, with `.`, `_`, `/` or `-` inside, `_` also first or last, `-` also last";

/// What YAML takes for no value, and so is no id.
const NOTHING: [&str; 4] = ["~", "null", "Null", "NULL"];

fn means_nothing(text: &str) -> bool {
    text.is_empty() || NOTHING.contains(&text)
}

fn may_stand_inside(c: char) -> bool {
    matches!(c, '.' | '/') || may_stand_last(c)
}

fn may_stand_first(c: char) -> bool {
    c.is_alphanumeric() || c == '_' || (!c.is_ascii() && is_combining_mark(c))
}

/// A dash at the front would be an option of a command.
fn may_stand_last(c: char) -> bool {
    c == '-' || may_stand_first(c)
}

/// What an id looks like, as a regular expression for editors.
fn pattern() -> String {
    let [first, inside, last] = [may_stand_first, may_stand_inside, may_stand_last].map(all_but);
    format!("^{first}({inside}*{last})?$")
}

/// What an id names; each kind has its own name space.
pub trait Kind {
    /// What they name.
    const NOUN: Noun;
    /// What a reference to one is called where something else was written.
    const EXPECTED: &'static str;
}

macro_rules! kinds {
    ($($(#[$doc:meta])* $kind:ident, $id:ident, $noun:ident, $word:literal;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $kind {}

        impl Kind for $kind {
            const NOUN: Noun = Noun::$noun;
            const EXPECTED: &'static str = concat!("the id of a ", $word);
        }

        #[doc = concat!("The id of a ", $word, ".")]
        pub type $id = Id<$kind>;
    )*};
}

kinds! {
    /// The kind of id that names seats.
    Seats, SeatId, Seat, "seat";
    /// The kind of id that names people.
    People, PersonId, Person, "person";
    /// The kind of id that names priorities.
    Priorities, PriorityId, Priority, "priority";
    /// The kind of id that names metrics.
    Metrics, MetricId, Metric, "metric";
}

/// An id of one kind: letters and digits of any script with `.`, `_`, `/` and `-` inside, `_` also first or last, `-`
/// also last, at most 128 characters, compared exactly. An entry whose id is none keeps what it claims.
///
/// ```
/// use rightseat::model::SeatId;
///
/// assert!(SeatId::new("sig-network/chair").is_ok());
/// assert!(SeatId::new("no").is_ok());
/// assert!(SeatId::new("-lead").is_err());
/// ```
pub struct Id<K> {
    text: Quote,
    kind: PhantomData<fn() -> K>,
}

impl<K: Kind> Id<K> {
    /// The id with this text.
    ///
    /// # Errors
    /// Says what an id looks like when the text is none.
    pub fn new(text: &str) -> Result<Self, Refused> {
        let is_id = |text: &str| {
            text.chars().all(may_stand_inside)
                && text.chars().next().is_some_and(may_stand_first)
                && text.chars().next_back().is_some_and(may_stand_last)
        };
        let fault = if means_nothing(text) {
            IdFault::Nothing
        } else if text.len() > LONGEST_ID && text.chars().count() > LONGEST_ID {
            IdFault::TooLong
        } else if is_id(text) {
            return Ok(Self { text: Quote::new(text), kind: PhantomData });
        } else {
            let joined = text.to_lowercase().split_whitespace().collect::<Vec<_>>().join("-");
            if text.contains(' ') && is_id(&joined) { IdFault::Spaces { joined } } else { IdFault::Letters }
        };
        Err(Refused::Id { noun: K::NOUN, found: text.chars().take(LONGEST_ID).collect(), fault })
    }
}

impl<K> Id<K> {
    /// What an entry claims as its id, though it is none: the entry exists all the same. Of nothing there is none.
    pub(crate) fn claimed(text: &str) -> Option<Self> {
        (!means_nothing(text)).then(|| Self { text: Quote::new(text), kind: PhantomData })
    }

    /// The id as written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }
}

impl<K> Clone for Id<K> {
    fn clone(&self) -> Self {
        Self { text: self.text.clone(), kind: PhantomData }
    }
}

impl<K> PartialEq for Id<K> {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl<K> Eq for Id<K> {}

impl<K> PartialOrd for Id<K> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl<K> Ord for Id<K> {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.text.cmp(&other.text)
    }
}

impl<K> Hash for Id<K> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.text.hash(state);
    }
}

impl<K> fmt::Debug for Id<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.text, f)
    }
}

impl<K> fmt::Display for Id<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

scalar_schema!(
    Id<K>,
    format!("{}-id", K::NOUN),
    {
        "type": ["string", "number", "boolean"],
        "pattern": pattern(),
        "patternErrorMessage": format!("expected the id of a {}: {ID_GRAMMAR}", K::NOUN),
        "not": {"enum": NOTHING},
        "maxLength": LONGEST_ID,
    },
    K
);

written_as_text!(Id<K>, K);

impl<'de, K: Kind> Deserialize<'de> for Id<K> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_newtype_struct(K::EXPECTED, Scalar { expected: K::EXPECTED, parse: Self::new })
    }
}

#[cfg(test)]
mod tests {
    use super::SeatId;

    #[test]
    fn ids_of_any_script_pass_as_written() {
        for id in [
            "a",
            "no",
            "on",
            "012",
            "1e3",
            "kůň",
            "sig/node.lead_2",
            "支持",
            "cafe\u{301}",
            "मंत्री",
            "_x",
            "x_",
            "x-",
            "_",
        ] {
            assert_eq!(SeatId::new(id).expect(id).as_str(), id);
        }
    }

    #[test]
    fn other_text_is_refused_with_a_reason() {
        let long = "a".repeat(129);
        for id in ["", "~", "null", "a b", "-a", "-", ".a", "a.", "a/", "a:b", "<<", "a\u{202e}b", long.as_str()] {
            let reason = SeatId::new(id).expect_err(id);
            assert!(reason.to_string().contains("can't be the id of a seat"), "{reason}");
        }
    }
}
