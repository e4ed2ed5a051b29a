//! Why a text is no value of the format, and what was probably meant. `phrase` has the words.

use super::{Date, Noun, Revision, Share};

/// Why a text is no value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refused {
    /// It is blank.
    Text,
    /// It is no id.
    Id {
        /// Whose id it should be.
        noun: Noun,
        /// The text, as much of it as an id can have.
        found: String,
        /// What is wrong with it.
        fault: IdFault,
    },
    /// It is no day.
    Date {
        /// The text.
        found: String,
        /// What was probably meant.
        meant: DayMeant,
    },
    /// It is no quarter, month or day.
    Revision {
        /// The text.
        found: String,
        /// What was probably meant, where that is clear.
        meant: Option<Revision>,
    },
    /// It is no share of a person's time.
    Share {
        /// The text.
        found: String,
        /// What is wrong with it.
        fault: ShareFault,
    },
    /// It is no number with a unit.
    Amount {
        /// The text.
        found: String,
        /// What was probably meant.
        meant: NumberMeant,
    },
    /// It is no comparison with a number.
    Target {
        /// The text.
        found: String,
        /// What was probably meant.
        meant: NumberMeant,
    },
}

/// Why a text is no id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum IdFault {
    /// YAML takes it for no value.
    Nothing,
    /// It is longer than [`LONGEST_ID`](super::LONGEST_ID).
    TooLong,
    /// It holds spaces, and is an id in lower case with hyphens for them.
    Spaces {
        /// That id.
        joined: String,
    },
    /// It holds what no id holds, or holds it at an end.
    Letters,
}

/// Which day a text means that is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayMeant {
    /// This one, in another form.
    Day(Date),
    /// One of two, since the month may come first or second.
    Either(Date, Date),
    /// A time of more than one day.
    Within(Revision),
    /// It has the form of a day, and the calendar has no such day.
    NoSuchDay,
    /// That is not clear.
    Unclear,
}

/// Why a text is no share.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ShareFault {
    /// It is below zero.
    Negative,
    /// It means this one, which is written otherwise here.
    Meant(Share),
    /// It is no decimal number.
    NoNumber,
    /// It has more digits after the point than are kept.
    TooFine,
    /// It is more than ten people's full time.
    TooLarge,
}

/// Which number a text means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NumberMeant {
    /// This one, as it is written here.
    Number(String),
    /// One of two, since a point may stand between thousands or before decimals.
    Either {
        /// The number if it stands between thousands.
        thousands: String,
        /// The number if it stands before decimals.
        decimal: String,
    },
    /// This one, and it is not clear which way it is compared.
    Compared(String),
    /// Several numbers stand where one should.
    Several,
    /// Hours and minutes, without saying so.
    Clock,
    /// A number with an exponent.
    Power,
    /// Its points and commas stand where none can.
    Marks,
    /// That is not clear.
    Unclear,
}
