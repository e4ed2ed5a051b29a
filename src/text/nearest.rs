//! Did you mean.

use rapidfuzz::distance::osa;

/// How many letters are compared for the suggestions of one chart: more than a person reads suggestions for, and no
/// more of a text that is made to have nothing but unknown ids.
const LETTERS: usize = 16_000_000;
/// A step of the comparison takes in this many letters of the word.
const LETTERS_AT_ONCE: usize = 64;
/// What each comparison takes beside that, in letters.
const BESIDE: usize = 16;
/// Nobody slips in a longer word.
const LONGEST: usize = 256;

/// The candidate that `word` was probably meant to be, if one is near enough.
///
/// Near enough is a distance (optimal string alignment) of at most a third of the longer word, or a difference in
/// case only. The first of the nearest wins, so the order of `candidates` decides ties.
pub fn nearest<'c>(word: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
    Suggestions::default().nearest(word, candidates)
}

/// Suggestions for many words, which together take no more than a bounded amount of work; then there are none.
#[derive(Debug)]
pub struct Suggestions {
    letters_left: usize,
}

impl Default for Suggestions {
    fn default() -> Self {
        Self { letters_left: LETTERS }
    }
}

impl Suggestions {
    /// As [`nearest`].
    pub fn nearest<'c>(&mut self, word: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
        let length = word.chars().take(LONGEST + 1).count();
        if length > LONGEST {
            return None;
        }
        let comparator = osa::BatchComparator::new(word.chars());
        let mut best: Option<(usize, &str)> = None;
        for candidate in candidates {
            if word.eq_ignore_ascii_case(candidate) {
                return Some(candidate);
            }
            let candidate_length = candidate.chars().take(LONGEST + 1).count();
            let limit = length.max(candidate_length) / 3;
            let limit = best.map_or(limit, |(distance, _)| limit.min(distance.saturating_sub(1)));
            if length.abs_diff(candidate_length) > limit || candidate_length > LONGEST || limit == 0 {
                continue;
            }
            let steps = BESIDE + candidate_length * length.div_ceil(LETTERS_AT_ONCE);
            self.letters_left = self.letters_left.checked_sub(steps)?;
            let within = osa::Args::default().score_cutoff(limit);
            if let Some(distance) = comparator.distance_with_args(candidate.chars(), &within) {
                best = Some((distance, candidate));
            }
        }
        best.map(|(_, candidate)| candidate)
    }
}

/// Whether two words are no further from each other than a slip or two: `limit` letters left out, put in, exchanged or
/// swapped with their neighbour.
pub(crate) fn is_slip(word: &str, meant: &str, limit: usize) -> bool {
    let is_short = |word: &str| word.chars().nth(LONGEST).is_none();
    let within = osa::Args::default().score_cutoff(limit);
    is_short(word) && is_short(meant) && osa::distance_with_args(word.chars(), meant.chars(), &within).is_some()
}

#[cfg(test)]
mod tests {
    use super::{BESIDE, LONGEST, Suggestions, nearest};

    #[test]
    fn near_words_are_suggested() {
        assert_eq!(nearest("reports", ["owner", "reports_to", "report"]), Some("report"));
        assert_eq!(nearest("ownr", ["title", "owner"]), Some("owner"));
        assert_eq!(nearest("onwer", ["title", "owner"]), Some("owner"));
        assert_eq!(nearest("Owner", ["title", "owner"]), Some("owner"));
        assert_eq!(nearest("suport-lead", ["sales-lead", "support-lead"]), Some("support-lead"));
    }

    #[test]
    fn far_words_are_not() {
        assert_eq!(nearest("colour", ["title", "owner"]), None);
        assert_eq!(nearest("mo", ["me", "xyz"]), None);
        assert_eq!(nearest("", ["owner"]), None);
    }

    #[test]
    fn the_first_of_the_nearest_wins() {
        assert_eq!(nearest("leak", ["lead", "lean", "leap"]), Some("lead"));
        assert_eq!(nearest("leadership", ["leaderships", "leadershop", "leadership2"]), Some("leaderships"));
    }

    #[test]
    fn a_long_id_is_compared_whole_and_longer_words_are_not_compared() {
        let (long, other) = ("sig-network-".repeat(10), "sig-network-".repeat(10).replace("k-s", "-s"));
        assert_eq!(nearest(&long, [other.as_str()]), Some(other.as_str()));
        let endless = "a".repeat(LONGEST + 1);
        assert_eq!(nearest(&endless, [&endless[1..]]), None);
        assert_eq!(nearest(&endless[1..], [endless.as_str()]), None);
    }

    #[test]
    fn many_words_take_no_more_than_so_much_work() {
        let mut suggestions = Suggestions { letters_left: 1000 };
        let candidates = ["service-desk", "support-lead"];
        let suggested = (0..100).filter(|_| suggestions.nearest("support-laed", candidates).is_some());
        assert_eq!(suggested.count(), 1000 / (2 * ("support-lead".len() + BESIDE)));
    }
}
