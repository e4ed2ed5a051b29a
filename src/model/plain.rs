//! The types of the format as plain values.

use super::{
    Amount, Date, Fit, Horizon, Keyed, Lane, Language, Manages, MetricKind, Perspective, Plain, Promise, References,
    Revision, Share, Status, Strategy, Target, Text, Vacancy, Value, Waiver,
};

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

as_word!(Manages, Horizon, Status, MetricKind, Lane, Perspective, Language);

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

/// A value of several keys, by its own table.
macro_rules! as_keys {
    ($($type:ty),*) => {$(
        impl Plain for $type {
            fn plain(&self) -> Value {
                self.value()
            }
        }
    )*};
}

as_keys!(Strategy, Promise, Vacancy, Fit, Waiver);
