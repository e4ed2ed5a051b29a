//! The sections of a chart as tables of entries.

use compact_str::CompactString;

use super::{Entries, Id};
use crate::text::{Placed, Spanned};

/// What one section of a chart defines, each id once.
#[derive(Debug)]
pub struct Table<K, C> {
    /// The entries that could be read.
    pub entries: Entries<Entry<Id<K>, C>>,
    /// The ids of those that could not: they exist, but nothing is known of them.
    pub unreadable: Vec<Spanned<Id<K>>>,
    /// Keys of entries that are written with nothing behind them, or an empty list: in a chart they say nothing, in a
    /// fragment that is laid over one they take away.
    pub(crate) emptied: Vec<(Id<K>, CompactString)>,
}

impl<K, C> Default for Table<K, C> {
    fn default() -> Self {
        Self { entries: Entries::default(), unreadable: Vec::new(), emptied: Vec::new() }
    }
}

impl<K, C> Table<K, C> {
    /// Takes over what a later part of the section defines.
    pub(crate) fn append(&mut self, mut later: Self) {
        self.entries.append(later.entries);
        self.unreadable.append(&mut later.unreadable);
        self.emptied.append(&mut later.emptied);
    }
}

/// An id and what the chart says of what it names.
#[derive(Debug)]
pub struct Entry<I: Placed, C> {
    /// The id, where it is defined.
    pub id: Spanned<I>,
    /// What is said of it.
    pub claims: C,
}

impl<I: Placed, C> std::ops::Deref for Entry<I, C> {
    type Target = C;

    fn deref(&self) -> &C {
        &self.claims
    }
}
