//! What a metric should be and what it is: numbers with units.

use std::cmp::Ordering;
use std::fmt;

use compact_str::CompactString;
use serde::{Deserialize, Deserializer};

use super::scalar::{Scalar, scalar_schema, written_as_text};
use super::{NumberMeant, Refused, number_forms};
use crate::text::placed_beside;

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

placed_beside!(Amount, Target);

impl Amount {
    fn parse(text: &str) -> Result<Self, Refused> {
        Self::read(text).map_err(|meant| Refused::Amount { found: text.to_owned(), meant })
    }

    /// The amount, or what was meant.
    fn read(text: &str) -> Result<Self, NumberMeant> {
        let (written, rest) = split(text.trim());
        if let Some(meant) = number_forms::meant("", written, rest) {
            return Err(meant);
        }
        let millionths = millionths(written).ok_or_else(|| turned("", written, rest))?;
        Ok(Self { millionths, written: written.into(), unit: rest.trim().into() })
    }

    /// What is counted; empty for a bare number.
    #[must_use]
    pub fn unit(&self) -> &str {
        &self.unit
    }
}

/// A number at the front of a text, and what follows.
fn split(text: &str) -> (&str, &str) {
    let end = text.find(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | ',' | '-' | '+')).unwrap_or(text.len());
    text.split_at(end)
}

/// What was meant where the marks in a number are not ours, or its unit stands before it.
fn turned(before: &str, number: &str, rest: &str) -> NumberMeant {
    if number.contains([',', '.']) {
        return NumberMeant::Marks;
    }
    let at = rest.find(|c: char| c.is_ascii_digit());
    let (unit, number) = rest.split_at(at.unwrap_or(rest.len()));
    let is_number = millionths(number.trim()).is_some();
    let written = || NumberMeant::Number(format!("{before}{} {}", number.trim(), unit.trim()));
    if is_number { written() } else { NumberMeant::Unclear }
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
    fn parse(text: &str) -> Result<Self, Refused> {
        Self::read(text.trim()).map_err(|meant| Refused::Target { found: text.to_owned(), meant })
    }

    /// The target, or what was meant.
    fn read(text: &str) -> Result<Self, NumberMeant> {
        let compared = |(sign, comparison): &(&str, Comparison)| Some((*comparison, text.strip_prefix(sign)?));
        let (comparison, rest) = COMPARISONS.iter().find_map(compared).ok_or_else(|| otherwise_compared(text))?;
        let amount = Amount::read(rest).map_err(|_| {
            let (number, unit) = split(rest.trim());
            let before = text.strip_suffix(rest.trim()).unwrap_or_default();
            number_forms::meant(before, number, unit).unwrap_or_else(|| turned(before, number, unit))
        })?;
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

/// Other words and signs for a comparison, in lower case; the longer ones first.
const OTHERWISE: [(&str, &str); 24] = [
    ("greater than", ">"),
    ("not more than", "<="),
    ("no more than", "<="),
    ("less than", "<"),
    ("more than", ">"),
    ("mindestens", ">="),
    ("höchstens", "<="),
    ("au moins", ">="),
    ("au plus", "<="),
    ("al menos", ">="),
    ("minimum", ">="),
    ("maximum", "<="),
    ("up to", "<="),
    ("within", "<="),
    ("mind.", ">="),
    ("below", "<"),
    ("under", "<"),
    ("above", ">"),
    ("over", ">"),
    ("min.", ">="),
    ("max.", "<="),
    ("min", ">="),
    ("max", "<="),
    ("=>", ">="),
];

/// What was meant where the comparison is missing, or is none of ours.
fn otherwise_compared(text: &str) -> NumberMeant {
    let lower = text.to_lowercase();
    let lower = lower.as_str();
    let meant = OTHERWISE.iter().chain(&[("at least", ">="), ("at most", "<="), ("=<", "<=")]);
    let meant = meant.copied().find_map(|(word, sign)| Some((sign, lower.strip_prefix(word)?.trim().len())));
    // The number keeps its case, and what has changed its length is no number.
    let amount = |length: usize| text.get(text.len().checked_sub(length)?..).and_then(|rest| Amount::read(rest).ok());
    if let Some((sign, length)) = meant
        && let Some(amount) = amount(length)
    {
        return NumberMeant::Number(format!("\"{sign} {amount}\""));
    }
    let bare = text.trim_start_matches('=').trim();
    Amount::read(bare).map_or_else(|meant| meant, |amount| NumberMeant::Compared(amount.to_string()))
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
pub(crate) const AN_AMOUNT: &str = "a number and its unit, such as `6 h`";

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
    fn numbers_of_the_world_are_told_what_to_write() {
        for (text, written) in [
            ("1.000 Stück", "write `1,000 Stück` for thousands, or `1 Stück`"),
            ("1.180", "write `1,180` for thousands, or `1.18`"),
            ("1.125", "write `1,125` for thousands, or `1.1250`"),
            ("1'000", "write `1,000`"),
            ("1’000 €", "write `1,000 €`"),
            ("1_000", "write `1,000`"),
            ("1 000", "write `1,000`"),
            ("1\u{a0}000 000 €", "write `1,000,000 €`"),
            ("12 34", "write one number"),
            ("1:30 h", "write `90 min`"),
            ("1:30", "write one number"),
            ("1e3", "write the number out"),
            ("1.234.567 €", "write `1,234,567 €`"),
            ("1.234,5 €", "write `1,234.5 €`"),
            ("1,5 h", "write `1.5 h`"),
            ("-1,5 h", "write `-1.5 h`"),
            ("€ 500", "write `500 €`"),
            ("EUR 1,500", "write `1,500 EUR`"),
        ] {
            let message = Amount::parse(text).expect_err(text).to_string();
            assert!(message.contains(written), "{text}: {message}");
            let message = Target::parse(&format!(">= {text}")).expect_err(text).to_string();
            let written = if written.contains('`') { written.replacen('`', "`>= ", 1) } else { written.to_owned() };
            let written = written.replace("or `", "or `>= ");
            assert!(message.contains(&written), ">= {text}: {message}");
        }
        for text in
            ["1.5 h", "0.125 %", "1,180", "12.3456", "1000", "3 m2", "5 e-mails", "1.1250", "0.005", "95%", "4 €/h"]
        {
            assert!(Amount::parse(text).is_ok(), "{text}");
        }
    }

    #[test]
    fn other_comparisons_are_told_what_to_write() {
        for (text, written) in [
            ("95 %", "write `at least 95 %` or `at most 95 %`"),
            ("=> 95 %", "write `\">= 95 %\"`"),
            ("= 95 %", "write `at least 95 %`"),
            ("min. 95 %", "write `\">= 95 %\"`"),
            ("At least 95 %", "write `\">= 95 %\"`"),
            ("less than 4 h", "write `\"< 4 h\"`"),
            ("höchstens 4 h", "write `\"<= 4 h\"`"),
            ("1.180", "write `1,180` for thousands"),
        ] {
            let message = Target::parse(text).expect_err(text).to_string();
            assert!(message.contains(written), "{text}: {message}");
        }
        assert!(!Target::parse("soon").expect_err("soon").to_string().contains("write"));
    }

    #[test]
    fn what_is_no_number_is_refused() {
        for text in ["4 h", "<= four", "<=", "", ">= 1,20", ">= 1.2.3", "soon", ">= 0.1234567"] {
            assert!(Target::parse(text).is_err(), "{text}");
        }
    }
}
