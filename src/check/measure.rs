//! The figure that makes a finding more or less serious.

use std::cmp::Ordering;
use std::fmt;

/// How much of it there is: what compares one finding with the same in another chart, whatever either says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Measure {
    value: i64,
    /// Whether less of it is worse.
    is_lack: bool,
    shown: Shown,
}

/// How a figure is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Shown {
    Number,
    Percent,
    Text(Box<str>),
}

impl Measure {
    /// A count of what should be few, or a number of days.
    pub(super) fn number(value: i64) -> Self {
        Self { value, is_lack: false, shown: Shown::Number }
    }

    /// A count of what should be more.
    pub(super) fn lack(value: i64) -> Self {
        Self { is_lack: true, ..Self::number(value) }
    }

    /// A load, as a share of what can be carried.
    pub(super) fn percent(value: i64) -> Self {
        Self { shown: Shown::Percent, ..Self::number(value) }
    }

    /// A distance from what it should be, shown by what it is.
    pub(super) fn distance(value: i64, shown: &str) -> Self {
        Self { shown: Shown::Text(shown.into()), ..Self::number(value) }
    }

    /// Whether this is worse than another, or better.
    #[must_use]
    pub fn compared_to(&self, other: &Self) -> Ordering {
        let more = self.value.cmp(&other.value);
        if self.is_lack { more.reverse() } else { more }
    }
}

impl fmt::Display for Measure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.shown {
            Shown::Number => write!(f, "{}", self.value),
            Shown::Percent => write!(f, "{}\u{a0}%", self.value),
            Shown::Text(text) => f.write_str(text),
        }
    }
}
