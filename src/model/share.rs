//! Shares and loads in exact fixed-point.

use std::fmt;
use std::iter::Sum;
use std::ops::{Add, Mul, Sub};

use serde::de::{Deserialize, Deserializer};
use serde::ser::{Serialize, Serializer};

use super::scalar::{Scalar, scalar_schema};
use crate::text::placed_beside;

pub(super) const ONE: i64 = 1_000_000;
pub(super) const DECIMALS: usize = 6;
/// Above this a share is a slip of the pen, most likely a percentage.
pub(super) const LARGEST: i64 = 10 * ONE;

/// A share of one full-time person, in millionths: sums are exact and come out the same in any order.
///
/// ```
/// use rightseat::model::Share;
///
/// let load = Share::parse("0.08")? * 5 + Share::parse("0.035")? * 8;
/// assert_eq!(load.to_string(), "0.68");
/// # Ok::<(), rightseat::model::Refused>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Share(pub(super) i64);

placed_beside!(Share);

impl Share {
    /// Nothing.
    pub const ZERO: Self = Self(0);
    /// One full-time person.
    pub const ONE: Self = Self(ONE);

    /// A share of this many thousandths.
    #[must_use]
    pub const fn thousandths(thousandths: i64) -> Self {
        Self(thousandths * (ONE / 1000))
    }

    /// One of this many equal parts, rounded down to a millionth.
    #[must_use]
    pub fn divided(self, parts: usize) -> Self {
        Self(self.0 / i64::try_from(parts.max(1)).unwrap_or(i64::MAX))
    }

    /// In millionths of one full-time person.
    #[must_use]
    pub fn millionths(self) -> i128 {
        i128::from(self.0)
    }

    /// In whole per cent of `whole`, rounded half up; `None` of nothing.
    #[must_use]
    pub fn percent_of(self, whole: Self) -> Option<i64> {
        (whole.0 > 0).then(|| (self.0 * 200 + whole.0).div_euclid(whole.0 * 2))
    }
}

impl fmt::Display for Share {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let digits = format!("{:0width$}", self.0.unsigned_abs(), width = DECIMALS + 1);
        let (whole, fraction) = digits.split_at(digits.len() - DECIMALS);
        let fraction = fraction.trim_end_matches('0');
        let point = if fraction.is_empty() { "" } else { "." };
        f.pad(&format!("{sign}{whole}{point}{fraction}"))
    }
}

impl Add for Share {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl Sub for Share {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}

impl Mul<usize> for Share {
    type Output = Self;
    fn mul(self, times: usize) -> Self {
        Self(self.0.saturating_mul(i64::try_from(times).unwrap_or(i64::MAX)))
    }
}

impl Sum for Share {
    fn sum<I: Iterator<Item = Self>>(shares: I) -> Self {
        shares.fold(Self::ZERO, Add::add)
    }
}

scalar_schema!(Share, "share", {
    "type": "number",
    "minimum": 0,
    "maximum": LARGEST / ONE,
});

/// As a number: six digits after the point pass through a float unchanged.
impl Serialize for Share {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_f64(self.to_string().parse().expect("a share is a number"))
    }
}

impl<'de> Deserialize<'de> for Share {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Scalar { expected: "a number such as 0.5", parse: Self::parse }.plain(deserializer)
    }
}

#[cfg(test)]
mod tests {
    use super::Share;

    #[test]
    fn decimals_are_exact() {
        for (text, shown) in
            [("0.8", "0.8"), ("1", "1"), ("1.0", "1"), (".5", "0.5"), ("0.035000", "0.035"), ("10", "10")]
        {
            assert_eq!(Share::parse(text).expect(text).to_string(), shown);
        }
        let ten_tenths: Share = (0..10).map(|_| Share::parse("0.1").expect("a decimal")).sum();
        assert_eq!(ten_tenths, Share::ONE);
    }

    #[test]
    fn per_cent_round_half_up() {
        assert_eq!(Share::thousandths(1005).percent_of(Share::ONE), Some(101));
        assert_eq!(Share::thousandths(1004).percent_of(Share::ONE), Some(100));
        assert_eq!(Share::ONE.percent_of(Share::ZERO), None);
    }
}
