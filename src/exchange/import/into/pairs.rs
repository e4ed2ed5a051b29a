//! Which entry of the chart is which of the table.

use std::collections::HashMap;

use super::super::super::ids::Taken;
use super::super::forms::{number, plain};

/// Pairs of entries, by their places on both sides.
#[derive(Debug)]
pub(super) struct Pairs {
    /// By the table's places.
    pub(super) old: Vec<Option<usize>>,
    /// By the chart's places.
    pub(super) new: Vec<Option<usize>>,
}

/// The places that have a key, on both sides.
type Sides = (Vec<usize>, Vec<usize>);
/// A place, and the keys that it is looked for by.
type Asked = (usize, Vec<String>);

impl Pairs {
    pub(super) fn new(old: usize, new: usize) -> Self {
        Self { old: vec![None; new], new: vec![None; old] }
    }

    pub(super) fn put(&mut self, old: usize, new: usize) {
        self.old[new] = Some(old);
        self.new[old] = Some(new);
    }

    fn by_key(
        &self,
        old: impl Fn(usize) -> Vec<String>,
        new: impl Fn(usize) -> Vec<String>,
    ) -> (HashMap<String, Sides>, Vec<Asked>) {
        let mut keys: HashMap<String, Sides> = HashMap::new();
        for at in (0..self.new.len()).filter(|at| self.new[*at].is_none()) {
            for key in old(at) {
                let (known, _) = keys.entry(key).or_default();
                if known.last() != Some(&at) {
                    known.push(at);
                }
            }
        }
        let mut asked = Vec::new();
        for at in (0..self.old.len()).filter(|at| self.old[*at].is_none()) {
            let wanted = new(at);
            for key in &wanted {
                if let Some((_, known)) = keys.get_mut(key)
                    && known.last() != Some(&at)
                {
                    known.push(at);
                }
            }
            asked.push((at, wanted));
        }
        (keys, asked)
    }

    /// Pairs those that are the only ones with a key, on both sides; returns how many.
    pub(super) fn alone(&mut self, old: impl Fn(usize) -> Vec<String>, new: impl Fn(usize) -> Vec<String>) -> usize {
        let (keys, asked) = self.by_key(old, new);
        let mut count = 0;
        for (at, wanted) in asked {
            let found = wanted.iter().find_map(|key| match keys.get(key)? {
                (old, new) if old.len() == 1 && new.len() == 1 => Some(old[0]),
                _ => None,
            });
            if let Some(old) = found.filter(|old| self.new[*old].is_none()) {
                self.put(old, at);
                count += 1;
            }
        }
        count
    }

    /// Pairs those with a number that nobody else has: first as written, then as a number.
    pub(super) fn numbered<'r, I: Iterator<Item = &'r str>>(
        &mut self,
        old: impl Fn(usize) -> I,
        new: impl Fn(usize) -> Vec<String>,
    ) {
        self.alone(
            |at| old(at).map(|text| plain(text).into_owned()).collect(),
            |at| new(at).iter().map(|text| plain(text).into_owned()).collect(),
        );
        let as_number = |text: &str| number(text).map(str::to_owned);
        self.alone(
            |at| old(at).filter_map(as_number).collect(),
            |at| new(at).iter().filter_map(|text| as_number(text)).collect(),
        );
    }

    /// Lets entries of the table have the ids of those in the chart that they are, and others ids that nobody has.
    pub(super) fn call<'i, Id>(&self, known: &[&str], ids: impl Iterator<Item = &'i mut Id>)
    where
        Id: 'i + AsRef<str> + From<String> + for<'k> From<&'k str>,
    {
        let mut taken = Taken::default();
        for id in known {
            taken.take(id);
        }
        for (at, id) in ids.enumerate() {
            *id = match self.old[at] {
                Some(old) => known[old].into(),
                None => taken.take((*id).as_ref()).into(),
            };
        }
    }

    /// Pairs those that have a key in their order: which is which says nothing there; how many.
    pub(super) fn in_order(
        &mut self,
        old: impl Fn(usize) -> Option<String>,
        new: impl Fn(usize) -> Option<String>,
    ) -> usize {
        let (keys, asked) = self.by_key(|at| old(at).into_iter().collect(), |at| new(at).into_iter().collect());
        let mut count = 0;
        for (at, wanted) in asked {
            let free = |known: &Sides| known.0.iter().copied().find(|old| self.new[*old].is_none());
            if let Some(old) = wanted.first().and_then(|key| free(keys.get(key)?)) {
                self.put(old, at);
                count += 1;
            }
        }
        count
    }
}
