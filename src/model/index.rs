//! Finding entries by what they have in common, without a copy of it.

use std::hash::{BuildHasher, Hash};

use foldhash::fast::RandomState;
use hashbrown::HashTable;

use super::{Id, Table};

/// Finds the entries of a table by their ids.
#[derive(Debug)]
pub struct Index<'c, K, C> {
    table: &'c Table<K, C>,
    state: RandomState,
    slots: HashTable<u32>,
}

/// What an id leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lookup {
    /// The entry at this place in the table.
    Entry(u32),
    /// An entry that could not be read.
    Unreadable,
}

impl<'c, K, C> Index<'c, K, C> {
    /// The index of a table in which each id stands once.
    #[must_use]
    pub fn new(table: &'c Table<K, C>) -> Self {
        let state = RandomState::default();
        let count = table.entries.len() + table.unreadable.len();
        let mut slots = HashTable::with_capacity(count);
        let hash = |at: u32| state.hash_one(id(table, at).as_str());
        for at in (0..).take(count) {
            slots.insert_unique(hash(at), at, |&at| hash(at));
        }
        Self { table, state, slots }
    }

    /// What has this id.
    #[must_use]
    pub fn get(&self, text: &str) -> Option<Lookup> {
        let at = *self.slots.find(self.state.hash_one(text), |&at| id(self.table, at).as_str() == text)?;
        Some(if (at as usize) < self.table.entries.len() { Lookup::Entry(at) } else { Lookup::Unreadable })
    }

    /// Every id, the unreadable ones last.
    #[must_use]
    pub fn ids(&self) -> impl ExactSizeIterator<Item = &'c str> {
        (0..self.slots.len()).map(|at| id(self.table, u32::try_from(at).expect("slots are 32 bits")).as_str())
    }
}

/// The id at a place, where the unreadable ones follow upon the others.
fn id<K, C>(table: &Table<K, C>, at: u32) -> &Id<K> {
    let at = at as usize;
    match table.entries.get(at) {
        Some(entry) => &entry.id.value,
        None => &table.unreadable[at - table.entries.len()].value,
    }
}

/// Of this many items those whose key another has before them: the place of each, and that of the first with its key.
/// Items without a key are passed over.
pub(crate) fn repeated<Q: Hash + Eq>(count: usize, key: impl Fn(usize) -> Option<Q>) -> Vec<(usize, usize)> {
    const PLACE: u64 = u32::MAX as u64;
    let state = RandomState::default();
    // Half of each hash above the place of its key. Of millions a table would be looked up where no cache holds it:
    // sorting goes through memory in order.
    let hashed = |at: u32| Some((state.hash_one(key(at as usize)?) & !PLACE) | u64::from(at));
    let count = u32::try_from(count).expect("entries are counted in 32 bits");
    // Nearly every item has a key.
    let mut places = Vec::with_capacity(count as usize);
    places.extend((0..count).filter_map(hashed));
    places.sort_unstable();
    let mut repeated = Vec::new();
    for alike in places.chunk_by(|one, other| one & !PLACE == other & !PLACE).filter(|alike| alike.len() > 1) {
        // Keys that differ may have the same half of a hash.
        let mut firsts: Vec<usize> = Vec::new();
        for place in alike {
            let at = usize::try_from(place & PLACE).expect("a place has 32 bits");
            let here = key(at);
            match firsts.iter().find(|first| key(**first) == here) {
                Some(first) => repeated.push((at, *first)),
                None => firsts.push(at),
            }
        }
    }
    repeated.sort_unstable();
    repeated
}

#[cfg(test)]
mod tests {
    use std::hash::{Hash, Hasher};

    use super::repeated;

    /// All of them have one hash.
    #[derive(PartialEq, Eq)]
    struct Alike(u8);

    impl Hash for Alike {
        fn hash<H: Hasher>(&self, _: &mut H) {}
    }

    #[test]
    fn keys_that_differ_are_told_apart_whatever_their_hashes() {
        let key = |at: usize| Some(Alike([1, 2, 1, 2, 1, 3][at]));
        assert_eq!(repeated(6, key), [(2, 0), (3, 1), (4, 0)]);
        assert_eq!(repeated(6, |at| key(at).filter(|_| at > 0)), [(3, 1), (4, 2)]);
    }
}
