//! Days, and the moments that revisions are named after.

use std::fmt;

use jiff::civil;
use serde::de::{Deserialize, Deserializer};

use super::scalar::{Scalar, scalar_schema, written_as_text};
use crate::text::placed_beside;

/// A calendar day, written `2026-10-06`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(civil::Date);

placed_beside!(Date, Revision);

impl Date {
    pub(super) fn read(text: &str) -> Option<Self> {
        let parts = number(text, 0, 4).zip(number(text, 5, 7)).zip(number(text, 8, 10));
        let shaped = text.len() == 10 && text.as_bytes()[4] == b'-' && text.as_bytes()[7] == b'-';
        parts.filter(|_| shaped).and_then(|((year, month), day)| Self::new(year, month, day))
    }

    fn new(year: i16, month: i16, day: i16) -> Option<Self> {
        civil::Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok().map(Self)
    }

    /// How many days after `earlier` this day is; negative when it comes before.
    #[must_use]
    pub fn days_since(self, earlier: Self) -> i64 {
        i64::from((self.0 - earlier.0).get_days())
    }
}

impl From<civil::Date> for Date {
    fn from(date: civil::Date) -> Self {
        Self(date)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

/// The digits of `text` from byte `start` up to `end`, as a number.
fn number(text: &str, start: usize, end: usize) -> Option<i16> {
    let digits = text.get(start..end)?;
    digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| digits.parse().ok()).flatten()
}

/// The moment that a chart describes: a quarter, a month or a day. Ordered by its first day, the
/// longer period first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Revision {
    first_day: Date,
    period: Period,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Period {
    Quarter,
    Month,
    Day,
}

impl Revision {
    pub(super) fn read(text: &str) -> Option<Self> {
        let year = number(text, 0, 4).filter(|_| text.as_bytes().get(4) == Some(&b'-'))?;
        let (month, period) = match text.len() {
            7 if text.as_bytes()[5] == b'Q' => {
                (number(text, 6, 7).filter(|quarter| (1..=4).contains(quarter))? * 3 - 2, Period::Quarter)
            }
            7 => (number(text, 5, 7)?, Period::Month),
            10 => return Date::read(text).map(Self::of_day),
            _ => return None,
        };
        Some(Self { first_day: Date::new(year, month, 1)?, period })
    }

    /// A day by itself.
    pub(super) fn of_day(day: Date) -> Self {
        Self { first_day: day, period: Period::Day }
    }

    /// The first day of the period.
    #[must_use]
    pub fn first_day(self) -> Date {
        self.first_day
    }

    /// The last day of the period.
    #[must_use]
    pub fn last_day(self) -> Date {
        let first = self.first_day.0;
        let months = match self.period {
            Period::Quarter => 3,
            Period::Month => 1,
            Period::Day => return self.first_day,
        };
        let next = first.saturating_add(jiff::Span::new().months(months));
        Date(next.yesterday().unwrap_or(next))
    }
}

impl fmt::Display for Revision {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month) = (self.first_day.0.year(), self.first_day.0.month());
        match self.period {
            Period::Quarter => write!(f, "{year:04}-Q{}", (month + 2) / 3),
            Period::Month => write!(f, "{year:04}-{month:02}"),
            Period::Day => fmt::Display::fmt(&self.first_day, f),
        }
    }
}

/// What is expected where a day is meant.
pub(crate) const A_DAY: &str = "a day such as 2026-10-06";

/// What is expected where the moment of a chart is meant.
pub(crate) const A_REVISION: &str = "a quarter, month or day such as 2026-Q4, 2026-10 or 2026-10-06";

/// A day of the calendar as a regular expression, 29 February only in leap years.
const DAY: &str = "[0-9]{4}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)\
    |02-(0[1-9]|1[0-9]|2[0-8]))|([0-9]{2}(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)-02-29";

scalar_schema!(Date, "day", {
    "type": "string",
    "pattern": format!("^({DAY})$"),
    "patternErrorMessage": format!("expected {A_DAY}"),
});

scalar_schema!(Revision, "revision", {
    "type": "string",
    "pattern": format!("^([0-9]{{4}}-(Q[1-4]|0[1-9]|1[0-2])|{DAY})$"),
    "patternErrorMessage": format!("expected {A_REVISION}"),
});

written_as_text!(Date);
written_as_text!(Revision);

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Scalar { expected: A_DAY, parse: Self::parse }.text(deserializer)
    }
}

impl<'de> Deserialize<'de> for Revision {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Scalar { expected: A_REVISION, parse: Self::parse }.text(deserializer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn revisions_read_back_as_written() {
        for text in ["2026-Q1", "2026-Q4", "2026-10", "2026-02-28"] {
            assert_eq!(Revision::parse(text).expect(text).to_string(), text);
        }
        for text in [
            "2026",
            "2026-Q5",
            "2026-Q0",
            "2026-13",
            "2026-02-30",
            "26-Q1",
            "2026-q1",
            "2026Q4xx",
            "2026-1-1",
            "2026-é",
            "",
        ] {
            assert!(Revision::parse(text).is_err(), "{text}");
        }
    }

    #[test]
    fn revisions_come_in_the_order_of_time() {
        let mut given =
            ["2026-10-06", "2026-11", "2026-10", "2026-Q4", "2026-Q3"].map(|text| Revision::parse(text).expect(text));
        given.sort();
        assert_eq!(
            given.map(|revision| revision.to_string()),
            ["2026-Q3", "2026-Q4", "2026-10", "2026-10-06", "2026-11"]
        );
    }

    #[test]
    fn other_forms_are_told_what_to_write() {
        for (text, written) in [
            ("31.12.2026", "write 2026-12-31"),
            ("31/12/2026", "write 2026-12-31"),
            ("12/31/2026", "write 2026-12-31"),
            ("03/04/2026", "write 2026-04-03 or 2026-03-04"),
            ("2026/12/31", "write 2026-12-31"),
            ("2026-1-5", "write 2026-01-05"),
            ("20261231", "write 2026-12-31"),
            ("31 Dec 2026", "write 2026-12-31"),
            ("December 31st, 2026", "write 2026-12-31"),
            ("31. März 2026", "write 2026-03-31"),
            ("1er août 2026", "write 2026-08-01"),
            ("31 de diciembre de 2026", "write 2026-12-31"),
            ("2026-12-31T00:00:00Z", "write 2026-12-31"),
            ("Q4 2026", "its last, 2026-12-31"),
            ("2026-Q4", "its last, 2026-12-31"),
            ("Dec 2026", "its last, 2026-12-31"),
            ("2026-02-30", "no such day"),
        ] {
            let message = Date::parse(text).expect_err(text).to_string();
            assert!(message.contains(written), "{text}: {message}");
        }
        for text in ["soon", "", "2026", "end of year", "99.99.2026"] {
            assert!(!Date::parse(text).expect_err(text).to_string().contains("write"), "{text}");
        }
    }

    #[test]
    fn other_quarters_are_told_what_to_write() {
        for text in
            ["Q4 2026", "Q4/2026", "2026Q4", "2026-q4", "4Q26", "Q4 26", "FY2026 Q4", "4. Quartal 2026", "T4 2026"]
        {
            let message = Revision::parse(text).expect_err(text).to_string();
            assert!(message.ends_with("write 2026-Q4"), "{text}: {message}");
        }
        for (text, meant) in [("October 2026", "2026-10"), ("10/2026", "2026-10"), ("06.10.2026", "2026-10-06")] {
            let message = Revision::parse(text).expect_err(text).to_string();
            assert!(message.ends_with(&format!("write {meant}")), "{text}: {message}");
        }
        for text in ["Q5 2026", "2026", "q", "éq4", "next quarter"] {
            assert!(!Revision::parse(text).expect_err(text).to_string().contains("write"), "{text}");
        }
    }

    #[test]
    fn days_are_counted() {
        let day = |text| Date::parse(text).expect(text);
        assert_eq!(day("2026-10-06").days_since(day("2026-07-07")), 91);
        assert_eq!(day("2026-01-01").days_since(day("2026-01-02")), -1);
        for text in ["2026-2-03", "2026-02-29", "2026/02/03", "tomorrow", "2026-02-030", "２026-02-03"] {
            assert!(Date::parse(text).is_err(), "{text}");
        }
    }
}
