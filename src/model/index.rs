//! Finding entries by what they have in common, without a copy of it.

use std::hash::{BuildHasher, Hash};

use foldhash::fast::RandomState;
use hashbrown::HashTable;
use hashbrown::hash_table::Entry;

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
    let state = RandomState::default();
    let mut firsts: HashTable<u32> = HashTable::with_capacity(count);
    let key_at = |at: u32| key(at as usize);
    let mut repeated = Vec::new();
    for at in 0..u32::try_from(count).expect("entries are counted in 32 bits") {
        let here = key_at(at);
        if here.is_none() {
            continue;
        }
        let hash = state.hash_one(&here);
        match firsts.entry(hash, |&first| key_at(first) == here, |&first| state.hash_one(key_at(first))) {
            Entry::Occupied(first) => repeated.push((at as usize, *first.get() as usize)),
            Entry::Vacant(place) => {
                place.insert(at);
            }
        }
    }
    repeated
}
