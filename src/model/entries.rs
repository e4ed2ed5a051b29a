//! The entries of one section.

use std::fmt;
use std::iter::Flatten;
use std::ops::{Index, IndexMut};
use std::slice;
use std::vec;

/// Entries in the order of the files and of the lines in them.
///
/// They lie in runs, so that the parts of many files join without copying every entry, and no entry needs an allocation
/// of its own.
pub struct Entries<E> {
    runs: Vec<Vec<E>>,
    /// How many entries lie before each run.
    starts: Vec<u32>,
    /// The run of each entry whose place is a multiple of [`BLOCK`]; those that follow are in it or soon after.
    blocks: Vec<u32>,
    count: usize,
}

/// How far apart the entries are whose runs are known.
const BLOCK: usize = 64;

impl<E> Default for Entries<E> {
    fn default() -> Self {
        Self { runs: Vec::new(), starts: Vec::new(), blocks: Vec::new(), count: 0 }
    }
}

impl<E> Entries<E> {
    /// How many there are.
    #[must_use]
    #[inline]
    pub fn len(&self) -> usize {
        self.count
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// The entry at a place, from 0.
    #[must_use]
    pub fn get(&self, at: usize) -> Option<&E> {
        let (run, at) = self.place(at)?;
        self.runs[run].get(at)
    }

    /// The first one.
    #[must_use]
    pub fn first(&self) -> Option<&E> {
        self.get(0)
    }

    /// All of them in their order.
    pub fn iter(&self) -> Flatten<slice::Iter<'_, Vec<E>>> {
        self.runs.iter().flatten()
    }

    /// All of them in their order, to be changed.
    pub fn iter_mut(&mut self) -> Flatten<slice::IterMut<'_, Vec<E>>> {
        self.runs.iter_mut().flatten()
    }

    /// How many come before the first for which `is_before` does not hold, where it holds for all before that one.
    #[must_use]
    pub fn partition_point(&self, is_before: impl Fn(&E) -> bool) -> usize {
        let whole = self.runs.partition_point(|run| run.last().is_none_or(&is_before));
        let Some(run) = self.runs.get(whole) else { return self.count };
        self.starts[whole] as usize + run.partition_point(is_before)
    }

    /// Adds one at the end.
    pub(crate) fn push(&mut self, entry: E) {
        match self.runs.last_mut() {
            Some(run) => {
                run.push(entry);
                self.grow(1);
            }
            None => self.add(vec![entry]),
        }
    }

    /// Takes over what a later part holds.
    pub(super) fn append(&mut self, later: Self) {
        later.runs.into_iter().for_each(|run| self.add(run));
    }

    /// Keeps those for which `keep` holds, which is asked in their order.
    pub(crate) fn retain(&mut self, mut keep: impl FnMut(&E) -> bool) {
        for mut run in std::mem::take(self).runs {
            run.retain(&mut keep);
            self.add(run);
        }
    }

    fn add(&mut self, mut run: Vec<E>) {
        if !run.is_empty() {
            // It grew by doubling, and seldom grows on.
            run.shrink_to_fit();
            self.starts.push(u32::try_from(self.count).expect("entries are counted in 32 bits"));
            let length = run.len();
            self.runs.push(run);
            self.grow(length);
        }
    }

    /// Counts entries that are new in the last run.
    fn grow(&mut self, by: usize) {
        self.count += by;
        let run = u32::try_from(self.runs.len() - 1).expect("there are no more runs than entries");
        self.blocks.resize(self.count.div_ceil(BLOCK), run);
    }

    /// The run in which one lies, if it lies in any, and its place there.
    #[inline]
    fn place(&self, at: usize) -> Option<(usize, usize)> {
        let mut run = *self.blocks.get(at / BLOCK)? as usize;
        while let Some(&next) = self.starts.get(run + 1)
            && next as usize <= at
        {
            run += 1;
        }
        Some((run, at - self.starts[run] as usize))
    }
}

/// As one list, whatever runs they lie in.
impl<E: fmt::Debug> fmt::Debug for Entries<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self).finish()
    }
}

impl<E> Index<usize> for Entries<E> {
    type Output = E;

    fn index(&self, at: usize) -> &E {
        self.get(at).expect("there is an entry at each place that is asked for")
    }
}

impl<E> IndexMut<usize> for Entries<E> {
    fn index_mut(&mut self, at: usize) -> &mut E {
        let (run, at) = self.place(at).expect("there is an entry at each place that is asked for");
        &mut self.runs[run][at]
    }
}

impl<'e, E> IntoIterator for &'e Entries<E> {
    type Item = &'e E;
    type IntoIter = Flatten<slice::Iter<'e, Vec<E>>>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl<'e, E> IntoIterator for &'e mut Entries<E> {
    type Item = &'e mut E;
    type IntoIter = Flatten<slice::IterMut<'e, Vec<E>>>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter_mut()
    }
}

impl<E> IntoIterator for Entries<E> {
    type Item = E;
    type IntoIter = Flatten<vec::IntoIter<Vec<E>>>;

    fn into_iter(self) -> Self::IntoIter {
        self.runs.into_iter().flatten()
    }
}

#[cfg(test)]
mod tests {
    use super::{BLOCK, Entries};

    /// Numbers from 0, in runs of these lengths.
    fn numbers(runs: &[usize]) -> Entries<usize> {
        let mut all = Entries::default();
        for &length in runs {
            let mut part = Entries::default();
            (all.len()..all.len() + length).for_each(|number| part.push(number));
            all.append(part);
        }
        all
    }

    #[test]
    fn runs_of_any_length_are_one_row() {
        for runs in [&[][..], &[0], &[3], &[1, 1], &[0, 2, 0, 5, 1, 0], &[BLOCK, 3, BLOCK - 1, 500, 1, 2 * BLOCK]] {
            let all = numbers(runs);
            let total = runs.iter().sum();
            assert_eq!((all.len(), all.is_empty(), all.get(total)), (total, total == 0, None));
            assert!(all.iter().copied().eq(0..total) && all.iter().rev().copied().eq((0..total).rev()));
            for at in 0..total {
                assert_eq!((all.get(at), all[at], all.partition_point(|&number| number < at)), (Some(&at), at, at));
            }
            assert_eq!(all.partition_point(|_| true), total);
        }
    }

    #[test]
    fn runs_are_not_seen() {
        assert_eq!(format!("{:?}", numbers(&[1, 2])), "[0, 1, 2]");
    }

    #[test]
    fn what_is_kept_moves_up_and_more_can_follow() {
        let mut all = numbers(&[2, 1, 4]);
        all.append(numbers(&[BLOCK]));
        all.retain(|number| *number != 2 && *number < 5);
        all.push(7);
        all[1] = 9;
        for entry in &mut all {
            *entry *= 10;
        }
        assert_eq!((all.len(), all[2], all[5]), (9, 30, 10));
        assert_eq!(all.into_iter().collect::<Vec<_>>(), [0, 90, 30, 40, 0, 10, 30, 40, 70]);
    }
}
