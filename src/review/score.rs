//! Shares and scores as exact fractions.

use serde::ser::{Serialize, SerializeStruct, Serializer};

use crate::phrase::Phrase;
use crate::text::sort;

use super::Entry;

/// How much of something holds: a numerator, a denominator, and what is missing.
#[derive(Clone, Debug, serde::Serialize)]
pub struct Proportion<'a> {
    /// What is counted.
    pub name: &'static str,
    /// For how many it holds.
    pub met: usize,
    /// The number of all; 0 where there is nothing to count.
    pub of: usize,
    /// How many per cent are enough for the full share.
    pub enough: usize,
    /// The share, where there is something to count.
    pub score: Option<Score>,
    /// The entries for which it does not hold, by id.
    pub missed: Vec<Missed<'a>>,
    /// The same in the revision before, where there is one: how many of how many.
    pub before: Option<(usize, usize)>,
}

/// An entry that a share misses, and why.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Missed<'a> {
    /// The entry.
    #[serde(flatten)]
    pub entry: Entry<'a>,
    /// Why it does not count, in words.
    pub why: Phrase,
}

impl<'a> Proportion<'a> {
    /// A share of what is given: each entry with the reason why it does not hold, if it doesn't.
    pub(super) fn of(name: &'static str, entries: impl IntoIterator<Item = (Entry<'a>, Option<Phrase>)>) -> Self {
        let mut of = 0;
        let mut missed = Vec::new();
        for (entry, why) in entries {
            of += 1;
            missed.extend(why.map(|why| Missed { entry, why }));
        }
        sort::by_key(&mut missed, |missed| (missed.entry.id, missed.entry.place));
        let counted = Self::counted(name, of - missed.len(), of);
        Self { missed, ..counted }
    }

    /// A share of plain numbers.
    pub(super) fn counted(name: &'static str, met: usize, of: usize) -> Self {
        Self::against(name, met, of, 100)
    }

    /// A share for which less than the whole is enough.
    pub(super) fn against(name: &'static str, met: usize, of: usize, enough: usize) -> Self {
        let score = Score::new(met as u128 * 100, of as u128 * enough as u128);
        Self { name, met, of, enough, score, missed: Vec::new(), before: None }
    }
}

/// An exact fraction from 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Score {
    parts: u128,
    whole: u128,
}

impl Score {
    /// How many parts of a whole, at most all of it; `None` of nothing.
    #[must_use]
    pub fn new(parts: u128, whole: u128) -> Option<Self> {
        (whole > 0).then(|| {
            let parts = parts.min(whole);
            let divisor = common_divisor(parts, whole);
            Self { parts: parts / divisor, whole: whole / divisor }
        })
    }

    /// The mean of some scores; `None` of none.
    ///
    /// Exact: the charts of 4 GiB that can be read define fewer than 2^29 entries in all, so the product of the
    /// few denominators of one pillar stays below 2^127.
    #[must_use]
    pub fn mean(scores: &[Self]) -> Option<Self> {
        let zero = Self { parts: 0, whole: 1 };
        let sum = scores.iter().fold(zero, |sum, score| sum.plus(*score));
        let count = scores.len() as u128;
        (count > 0).then_some(())?;
        let divisor = common_divisor(sum.parts, count);
        Some(Self { parts: sum.parts / divisor, whole: sum.whole * (count / divisor) })
    }

    /// May pass 1 on the way to a mean.
    fn plus(self, other: Self) -> Self {
        let shared = common_divisor(self.whole, other.whole);
        let whole = self.whole / shared * other.whole;
        let parts = self.parts * (whole / self.whole) + other.parts * (whole / other.whole);
        let divisor = common_divisor(parts, whole);
        Self { parts: parts / divisor, whole: whole / divisor }
    }

    /// In whole per cent, rounded half up.
    #[must_use]
    pub fn percent(self) -> u8 {
        u8::try_from(self.rounded(100)).expect("a score is at most 1")
    }

    /// In millionths, rounded half up.
    #[must_use]
    pub fn millionths(self) -> u32 {
        u32::try_from(self.rounded(1_000_000)).expect("a score is at most 1")
    }

    fn rounded(self, parts: u128) -> u128 {
        // Only a chart of many gigabytes comes near; there the last of 29 digits is given up.
        let surplus = (u128::BITS - self.whole.leading_zeros()).saturating_sub(96);
        let (own, whole) = (self.parts >> surplus, self.whole >> surplus);
        (own * parts * 2 + whole) / (whole * 2)
    }
}

impl Serialize for Score {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_struct("Score", 2)?;
        fields.serialize_field("percent", &self.percent())?;
        fields.serialize_field("millionths", &self.millionths())?;
        fields.end()
    }
}

fn common_divisor(mut one: u128, mut other: u128) -> u128 {
    while other > 0 {
        (one, other) = (other, one % other);
    }
    one.max(1)
}

#[cfg(test)]
mod tests {
    use super::Score;

    fn score(parts: u128, whole: u128) -> Score {
        Score::new(parts, whole).expect("something to count")
    }

    #[test]
    fn means_are_exact() {
        let thirds = [score(1, 3), score(1, 3), score(1, 3)];
        assert_eq!(Score::mean(&thirds), Some(score(1, 3)));
        assert_eq!(Score::mean(&[score(1, 3), score(2, 3), score(1, 1)]), Some(score(2, 3)));
        assert_eq!(Score::mean(&[]), None);
        assert_eq!(Score::new(0, 0), None);
        assert_eq!(score(7, 5), score(1, 1));
    }

    #[test]
    fn per_cent_round_half_up() {
        assert_eq!(score(1, 8).percent(), 13);
        assert_eq!(score(1, 3).percent(), 33);
        assert_eq!(score(2, 3).millionths(), 666_667);
    }

    #[test]
    fn the_largest_charts_overflow_nothing() {
        let primes = [67_108_859, 67_108_837, 536_870_909, 67_108_819];
        let mean = Score::mean(&primes.map(|whole| score(whole - 1, whole))).expect("four scores");
        assert_eq!((mean.percent(), mean.millionths()), (100, 1_000_000));
    }
}
