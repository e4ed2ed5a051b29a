//! The ids of one kind on their way from the old chart to the new.

use std::collections::{HashMap, HashSet};

/// Which end of a diff.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    Old,
    New,
}

/// What ids of the old chart are called in the new, as far as that is known.
#[derive(Debug, Default)]
pub(in crate::diff) struct Names<'a> {
    /// Old ids to new ones, where they differ.
    pub(super) renamed: HashMap<&'a str, &'a str>,
    /// New ids under which something has another id in the old chart: there they are no entry's.
    pub(super) taken: HashSet<&'a str>,
    /// Old ids that nothing in the new chart is known to answer to.
    pub(super) gone: HashSet<&'a str>,
    /// New ids that nothing in the old chart is known to answer to.
    pub(super) come: HashSet<&'a str>,
}

impl<'a> Names<'a> {
    /// The new id of what the old chart calls this.
    pub(in crate::diff) fn mapped<'i>(&self, old: &'i str) -> &'i str
    where
        'a: 'i,
    {
        self.renamed.get(old).copied().unwrap_or(old)
    }

    /// An id that means the same at both ends; none while it has no counterpart.
    pub(super) fn common<'i>(&self, end: End, id: &'i str) -> Option<&'i str>
    where
        'a: 'i,
    {
        match end {
            End::Old => match self.renamed.get(id) {
                Some(new) => Some(*new),
                // What the old chart does not define is not what the new one means by it.
                None => (!self.gone.contains(id) && !self.taken.contains(id)).then_some(id),
            },
            End::New => (!self.come.contains(id)).then_some(id),
        }
    }
}
