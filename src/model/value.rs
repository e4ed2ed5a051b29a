//! Claims as plain values: what an edit holds, and what passes through JSON.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};

use super::{Id, Kind, Listed, Noun};
use crate::text::Placed;

/// What is claimed, without its type and its place.
///
/// Lists are sorted: their order says nothing. What is written and could not be read is `Wrong`, as the last item
/// of a list too; what is absent has no value.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Value {
    /// Something that could not be read; `null` in JSON.
    Wrong,
    /// Yes or no.
    Flag(bool),
    /// Text, a number, a day, an id, a word.
    Text(String),
    /// Several, sorted.
    List(Vec<Value>),
    /// Values by their keys.
    Map(BTreeMap<String, Value>),
}

impl fmt::Display for Value {
    /// As people read it in a line.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let joined = |f: &mut fmt::Formatter<'_>, values: &mut dyn Iterator<Item = String>| {
            f.write_str(&values.collect::<Vec<_>>().join(", "))
        };
        match self {
            Self::Wrong => f.write_str("(unreadable)"),
            Self::Flag(flag) => f.write_str(if *flag { "yes" } else { "no" }),
            Self::Text(text) => f.write_str(text),
            Self::List(values) => joined(f, &mut values.iter().map(ToString::to_string)),
            Self::Map(values) => joined(f, &mut values.iter().map(|(key, value)| format!("{key} {value}"))),
        }
    }
}

impl Value {
    /// What it says, where it is a text.
    pub(crate) fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// A list, unless it is empty; what could not be read stands last.
    pub(crate) fn list<T: Plain>(claims: &impl Listed<T>) -> Option<Self> {
        let mut values: Vec<Self> = claims.iter().map(|claim| claim.value.plain()).collect();
        values.sort();
        if claims.is_wrong() {
            values.push(Self::Wrong);
        }
        (!values.is_empty()).then_some(Self::List(values))
    }
}

/// The values of an entry by their keys.
pub(crate) type Fields = BTreeMap<String, Value>;

/// What can be put as a plain value.
pub(crate) trait Plain: Placed {
    /// The kind of entry that it names.
    const NAMES: Option<Noun> = None;

    fn plain(&self) -> Value;
}

impl<T: Plain> Plain for Box<T> {
    fn plain(&self) -> Value {
        (**self).plain()
    }
}

impl Plain for bool {
    fn plain(&self) -> Value {
        Value::Flag(*self)
    }
}

impl<K: Kind> Plain for Id<K> {
    const NAMES: Option<Noun> = Some(K::NOUN);

    fn plain(&self) -> Value {
        Value::Text(self.as_str().to_owned())
    }
}
