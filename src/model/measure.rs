//! What a metric should be and what it is: numbers with units.

use std::cmp::Ordering;
use std::fmt;

use compact_str::CompactString;
use serde::{Deserialize, Deserializer};

use super::scalar::{Scalar, scalar_schema, written_as_text};

/// How a target is compared, with every way to write it; the longer ways first.
const COMPARISONS: [(&str, Comparison); 8] = [
    ("at least", Comparison::AtLeast),
    ("at most", Comparison::AtMost),
    ("<=", Comparison::AtMost),
    (">=", Comparison::AtLeast),
    ("≤", Comparison::AtMost),
    ("≥", Comparison::AtLeast),
    ("<", Comparison::Below),
    (">", Comparison::Above),
];

/// A number and its unit, such as `6 h`, `98.5 %` or `1,200`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Amount {
    /// The number in millionths.
    millionths: i128,
    /// The number as written.
    written: CompactString,
    /// What is counted; empty for a bare number.
    unit: CompactString,
}

impl Amount {
    fn parse(text: &str) -> Result<Self, String> {
        let expected =
            || format!("expected a number and its unit, such as `6 h`, found `{text}`{}", how_to_write(text));
        let trimmed = text.trim();
        let end =
            trimmed.find(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | ',' | '-' | '+')).unwrap_or(trimmed.len());
        let (written, unit) = trimmed.split_at(end);
        let millionths = millionths(written).ok_or_else(expected)?;
        Ok(Self { millionths, written: written.into(), unit: unit.trim().into() })
    }

    /// What is counted; empty for a bare number.
    #[must_use]
    pub fn unit(&self) -> &str {
        &self.unit
    }
}

/// What to write where the marks in a number are not ours.
fn how_to_write(number: &str) -> &'static str {
    if number.contains([',', '.']) { ": write a point before decimals, commas between thousands" } else { "" }
}

/// A decimal with at most six digits after the point, commas between thousands, in millionths.
fn millionths(text: &str) -> Option<i128> {
    let (sign, digits) = match text.strip_prefix('-') {
        Some(digits) => (-1, digits),
        None => (1, text.strip_prefix('+').unwrap_or(text)),
    };
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let mut groups = whole.split(',');
    let first = groups.next()?;
    let grouped = whole.contains(',');
    if (grouped && (first.is_empty() || first.len() > 3)) || groups.clone().any(|group| group.len() != 3) {
        return None;
    }
    let all_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let whole: String = std::iter::once(first).chain(groups).collect();
    if !all_digits(&whole)
        || !all_digits(fraction)
        || whole.len() + fraction.len() == 0
        || whole.len() > 24
        || fraction.len() > 6
    {
        return None;
    }
    format!("{whole}{fraction:0<6}").parse::<i128>().ok().map(|value| sign * value)
}

impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let blank = if self.unit.is_empty() { "" } else { " " };
        write!(f, "{}{blank}{}", self.written, self.unit)
    }
}

/// How a target is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comparison {
    /// `<`
    Below,
    /// `<=`
    AtMost,
    /// `>=`
    AtLeast,
    /// `>`
    Above,
}

/// What a metric should be: a comparison, a number and a unit, such as `<= 4 h`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// How the number is meant.
    pub comparison: Comparison,
    /// The number and its unit.
    pub amount: Amount,
}

impl Target {
    fn parse(text: &str) -> Result<Self, String> {
        let expected = || {
            format!("expected a comparison, a number and its unit, such as `<= 4 h` or `at least 95 %`, found `{text}`")
        };
        let trimmed = text.trim();
        let (comparison, rest) = COMPARISONS
            .iter()
            .find_map(|(sign, comparison)| Some((*comparison, trimmed.strip_prefix(sign)?)))
            .ok_or_else(expected)?;
        let amount = Amount::parse(rest).map_err(|_| expected() + how_to_write(rest))?;
        Ok(Self { comparison, amount })
    }

    /// How far an amount is from this, in millionths of its unit.
    pub(crate) fn distance(&self, actual: &Amount) -> i64 {
        let distance = (self.amount.millionths - actual.millionths).unsigned_abs();
        i64::try_from(distance).unwrap_or(i64::MAX)
    }

    /// Whether `actual` reaches the target; `None` when the units differ.
    #[must_use]
    pub fn is_met_by(&self, actual: &Amount) -> Option<bool> {
        let order = actual.millionths.cmp(&self.amount.millionths);
        (actual.unit == self.amount.unit).then(|| match self.comparison {
            Comparison::Below => order == Ordering::Less,
            Comparison::AtMost => order != Ordering::Greater,
            Comparison::AtLeast => order != Ordering::Less,
            Comparison::Above => order == Ordering::Greater,
        })
    }
}

impl fmt::Display for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = match self.comparison {
            Comparison::Below => "<",
            Comparison::AtMost => "<=",
            Comparison::AtLeast => ">=",
            Comparison::Above => ">",
        };
        write!(f, "{sign} {}", self.amount)
    }
}

/// What is expected where a figure is meant.
const AN_AMOUNT: &str = "a number and its unit, such as `6 h`";

/// What is expected where a target is meant.
const A_TARGET: &str = "a target such as `<= 4 h` or `at least 95 %`";

scalar_schema!(Amount, "amount", {
    "type": ["string", "number"],
    "pattern": r"^\s*[-+]?[0-9,.]*[0-9]",
    "patternErrorMessage": format!("expected {AN_AMOUNT}"),
});

scalar_schema!(Target, "target", {
    "type": "string",
    "pattern": r"^\s*(at least|at most|<=|>=|≤|≥|<|>)\s*[-+]?[0-9,.]*[0-9]",
    "patternErrorMessage": format!("expected {A_TARGET}"),
});

written_as_text!(Amount);
written_as_text!(Target);

impl<'de> Deserialize<'de> for Amount {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Scalar { expected: AN_AMOUNT, parse: Self::parse }.text(deserializer)
    }
}

impl<'de> Deserialize<'de> for Target {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Scalar { expected: A_TARGET, parse: Self::parse }.text(deserializer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn met(target: &str, actual: &str) -> Option<bool> {
        Target::parse(target).expect(target).is_met_by(&Amount::parse(actual).expect(actual))
    }

    #[test]
    fn targets_are_compared_as_written() {
        assert_eq!(met("<= 4 h", "4 h"), Some(true));
        assert_eq!(met("<= 4 h", "6 h"), Some(false));
        assert_eq!(met("< 4 h", "4h"), Some(false));
        assert_eq!(met("at least 98.5 %", "98.49 %"), Some(false));
        assert_eq!(met("≥ 1,200", "1200"), Some(true));
        assert_eq!(met("> -3 °C", "-2.5 °C"), Some(true));
        assert_eq!(met("<= 4 h", "200 min"), None);
    }

    #[test]
    fn what_is_no_number_is_refused() {
        for text in ["4 h", "<= four", "<=", "", ">= 1,20", ">= 1.2.3", "soon", ">= 0.1234567"] {
            assert!(Target::parse(text).is_err(), "{text}");
        }
    }
}
