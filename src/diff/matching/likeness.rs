//! How alike entries without a counterpart are, all against all, by what they have in common.

use std::collections::HashMap;
use std::ops::Range;

/// Below this a pair isn't even hinted at.
pub(super) const HINTED: u32 = 400;
/// The parts of a likeness count as at least this much together, so that a single one proves nothing.
const LEAST_WEIGHT: u32 = 600;

/// One side of an entry by which it may be known again.
#[derive(Clone, Debug)]
pub(super) struct Trait {
    /// How much it counts, in thousandths of the whole.
    pub(super) weight: u32,
    /// How it is compared.
    pub(super) measure: Measure,
    /// What it consists of, each once.
    pub(super) tokens: Vec<String>,
}

/// How much of a trait two entries share.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Measure {
    /// Twice what is shared by the sum of both (Dice).
    Letters,
    /// What is shared by all there is (Jaccard), rare words counting for more.
    Words,
    /// What is shared by all there is (Jaccard).
    Ids,
}

/// The best and the second best counterpart of an entry.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Best {
    /// The likeness of the best, in thousandths; 0 without one.
    pub(super) score: u32,
    /// Which it is.
    pub(super) at: usize,
    /// The likeness of the second best.
    pub(super) second: u32,
}

impl Best {
    /// Among equally good ones, the first.
    fn offer(&mut self, score: u32, at: usize) {
        if score > self.score {
            *self = Self { score, at, second: self.score };
        } else {
            self.second = self.second.max(score);
        }
    }
}

/// The best counterparts of each old and each new entry, and how many pairs have been looked at.
pub(super) fn best(
    old: &[Vec<Trait>],
    new: &[Vec<Trait>],
    may_be: impl Fn(usize, usize) -> bool,
) -> (Vec<Best>, Vec<Best>) {
    let mut tokens = Tokens::default();
    let old: Vec<Known> = old.iter().map(|traits| tokens.known(traits)).collect();
    let new: Vec<Known> = new.iter().map(|traits| tokens.known(traits)).collect();
    let postings = tokens.postings(&new);
    let weights = tokens.weights(old.iter().chain(&new));
    let sums = |entries: &[Known]| entries.iter().map(|entry| entry.sums(&weights)).collect::<Vec<_>>();
    let (old_sums, new_sums) = (sums(&old), sums(&new));
    let mut best_of_old = vec![Best::default(); old.len()];
    let mut best_of_new = vec![Best::default(); new.len()];
    let mut shared: Vec<Vec<u32>> = vec![Vec::new(); new.len()];
    for (at, entry) in old.iter().enumerate() {
        let mut touched = Vec::new();
        for (part, range) in entry.parts.iter().enumerate() {
            for &token in &entry.tokens[range.clone()] {
                for &other in &postings[token as usize] {
                    let shared = &mut shared[other as usize];
                    if shared.is_empty() {
                        shared.resize(entry.parts.len(), 0);
                        touched.push(other as usize);
                    }
                    shared[part] += weights[token as usize];
                }
            }
        }
        touched.sort_unstable();
        for other in touched {
            let shared = std::mem::take(&mut shared[other]);
            let score = score(entry, &old_sums[at], &new_sums[other], &shared);
            if score >= HINTED && may_be(at, other) {
                best_of_old[at].offer(score, other);
                best_of_new[other].offer(score, at);
            }
        }
    }
    (best_of_old, best_of_new)
}

/// An entry as numbers.
struct Known {
    /// Its tokens, trait by trait.
    tokens: Vec<u32>,
    /// Which of them belong to each trait.
    parts: Vec<Range<usize>>,
    /// How each trait counts.
    rates: Vec<(u32, Measure)>,
}

impl Known {
    /// How much each trait holds.
    fn sums(&self, weights: &[u32]) -> Vec<u32> {
        let sum = |part: &Range<usize>| self.tokens[part.clone()].iter().map(|&token| weights[token as usize]).sum();
        self.parts.iter().map(sum).collect()
    }
}

/// In thousandths; what neither side says is left out.
fn score(entry: &Known, old: &[u32], new: &[u32], shared: &[u32]) -> u32 {
    let (mut sum, mut whole) = (0, 0);
    for (part, &(weight, measure)) in entry.rates.iter().enumerate() {
        let (both, shared) = (old[part] + new[part], shared[part]);
        if both == 0 {
            continue;
        }
        let alike = match measure {
            Measure::Letters => 2000 * shared / both,
            Measure::Words | Measure::Ids => 1000 * shared / (both - shared),
        };
        whole += weight;
        sum += weight * alike;
    }
    sum / whole.max(LEAST_WEIGHT)
}

/// Numbers for the tokens of all traits.
#[derive(Default)]
struct Tokens {
    numbers: HashMap<(usize, String), u32>,
    are_words: Vec<bool>,
}

impl Tokens {
    fn known(&mut self, traits: &[Trait]) -> Known {
        let mut known = Known { tokens: Vec::new(), parts: Vec::new(), rates: Vec::new() };
        for (part, one) in traits.iter().enumerate() {
            let start = known.tokens.len();
            for token in &one.tokens {
                let next = u32::try_from(self.are_words.len()).expect("texts are below 4 GiB");
                let number = *self.numbers.entry((part, token.clone())).or_insert(next);
                if number == next {
                    self.are_words.push(one.measure == Measure::Words);
                }
                known.tokens.push(number);
            }
            known.parts.push(start..known.tokens.len());
            known.rates.push((one.weight, one.measure));
        }
        known
    }

    /// Which entries have a token.
    fn postings(&self, entries: &[Known]) -> Vec<Vec<u32>> {
        let mut postings = vec![Vec::new(); self.are_words.len()];
        for (at, entry) in (0..).zip(entries) {
            for &token in &entry.tokens {
                postings[token as usize].push(at);
            }
        }
        postings
    }

    /// What each token counts: one, or for words the more the fewer entries have it.
    fn weights<'k>(&self, entries: impl Iterator<Item = &'k Known> + Clone) -> Vec<u32> {
        let total = entries.clone().count();
        let mut counts = vec![0_usize; self.are_words.len()];
        for entry in entries {
            entry.tokens.iter().for_each(|&token| counts[token as usize] += 1);
        }
        let weight = |(&is_word, &count): (&bool, &usize)| if is_word { 1 + (total / count.max(1)).ilog2() } else { 1 };
        self.are_words.iter().zip(&counts).map(weight).collect()
    }
}
