//! Claims as plain values: what an edit holds, and what passes through JSON.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};

use crate::model::{
    Amount, Claim, Date, Fit, Horizon, Id, Lane, Listed, Manages, MetricKind, Perspective, Promise, References,
    Revision, Share, Status, Target, Text, Vacancy, Waiver,
};

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

/// The values of an entry by their keys.
pub(crate) type Fields = BTreeMap<String, Value>;

/// What can be put as a plain value.
pub(super) trait Plain {
    fn plain(&self) -> Value;
}

/// Adds a claim, unless it is absent.
pub(super) fn one<T: Plain>(fields: &mut Fields, key: &str, claim: &Claim<T>) {
    let value = match claim {
        Claim::Absent => return,
        Claim::Wrong => Value::Wrong,
        Claim::Given(given) => given.value.plain(),
    };
    fields.insert(key.to_owned(), value);
}

/// Adds a list, unless it is empty.
pub(super) fn many<T: Plain>(fields: &mut Fields, key: &str, claims: &impl Listed<T>) {
    let mut values: Vec<Value> = claims.iter().map(|claim| claim.value.plain()).collect();
    values.sort();
    if claims.is_wrong() {
        values.push(Value::Wrong);
    }
    if !values.is_empty() {
        fields.insert(key.to_owned(), Value::List(values));
    }
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

impl<K> Plain for Id<K> {
    fn plain(&self) -> Value {
        Value::Text(self.as_str().to_owned())
    }
}

macro_rules! as_written {
    ($($type:ty),*) => {$(
        impl Plain for $type {
            fn plain(&self) -> Value {
                Value::Text(self.to_string())
            }
        }
    )*};
}

as_written!(Text, Share, Date, Revision, Amount, Target);

macro_rules! as_word {
    ($($type:ty),*) => {$(
        impl Plain for $type {
            fn plain(&self) -> Value {
                Value::Text(self.name().to_owned())
            }
        }
    )*};
}

as_word!(Manages, Horizon, Status, MetricKind, Lane, Perspective);

impl Plain for References {
    fn plain(&self) -> Value {
        let text = |text: String| Value::Text(text);
        match (self.by_system(), self.iter().as_slice()) {
            (_, [one]) if one.system.is_none() => text(one.number.to_string()),
            (Some(by_system), [_, ..]) => {
                Value::Map(by_system.into_iter().map(|(system, number)| (system, text(number))).collect())
            }
            (_, all) => {
                let mut numbers: Vec<Value> = all.iter().map(|one| text(one.number.to_string())).collect();
                numbers.sort();
                Value::List(numbers)
            }
        }
    }
}

impl Plain for Vacancy {
    fn plain(&self) -> Value {
        let mut fields = Fields::new();
        one(&mut fields, "since", &self.since);
        one(&mut fields, "plan", &self.plan);
        Value::Map(fields)
    }
}

impl Plain for Fit {
    fn plain(&self) -> Value {
        let mut fields = Fields::new();
        one(&mut fields, "head", &self.head);
        one(&mut fields, "heart", &self.heart);
        one(&mut fields, "briefcase", &self.briefcase);
        Value::Map(fields)
    }
}

impl Plain for Waiver {
    fn plain(&self) -> Value {
        let mut fields = Fields::new();
        one(&mut fields, "rule", &self.rule);
        one(&mut fields, "reason", &self.reason);
        one(&mut fields, "until", &self.until);
        Value::Map(fields)
    }
}

impl Plain for Promise {
    fn plain(&self) -> Value {
        let mut fields = Fields::new();
        one(&mut fields, "text", &self.text);
        one(&mut fields, "owner", &self.owner);
        Value::Map(fields)
    }
}
