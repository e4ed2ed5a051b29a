//! Which entry of the old chart is which of the new: ids, then what is declared, then what is the same, then what
//! is alike.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::OnceLock;

use unicode_normalization::UnicodeNormalization;

use crate::model::{Id, Index, Lookup, Reference, References, Table};
use crate::text::Spanned;

use super::likeness::{Trait, best};
use super::names::{End, Names};
use super::{How, Renames};

/// A pair is taken for the same from this likeness on.
const TAKEN: u32 = 450;
/// And only if no other comes within this.
const MARGIN: u32 = 50;
/// How often neighbours are looked at again.
const ROUNDS: usize = 3;
/// How many levels down seats are recognised just by their manager.
const LEVELS: usize = 32;

/// What an entry can be known by; `names` are the ids of its own kind as far as they are matched.
pub(super) trait Describe {
    /// All that makes it the same when another has it too; none where it says too little.
    fn content(&self, end: End, at: u32, names: &Names<'_>) -> Option<String>;

    /// Its traits, always as many and in the same order.
    fn traits(&self, end: End, at: u32, names: &Names<'_>) -> Vec<Trait>;

    /// Whether two entries that are alike may be the same at all.
    fn may_be(&self, _old: u32, _new: u32) -> bool {
        true
    }
}

/// The entries of one kind, matched.
#[derive(Debug)]
pub(in crate::diff) struct Pairing<'a, K, C> {
    /// The old entries, and where each id is.
    pub(in crate::diff) old: &'a Table<K, C>,
    pub(in crate::diff) in_old: Index<'a, K, C>,
    /// The new entries, and where each id is.
    pub(in crate::diff) new: &'a Table<K, C>,
    pub(in crate::diff) in_new: Index<'a, K, C>,
    /// The counterpart of each old entry.
    pub(in crate::diff) to_new: Vec<Option<u32>>,
    /// The counterpart of each new entry.
    pub(in crate::diff) to_old: Vec<Option<u32>>,
    /// The old entries without a counterpart.
    pub(in crate::diff) removed: Vec<u32>,
    /// The new entries without a counterpart.
    pub(in crate::diff) added: Vec<u32>,
    changed: OnceLock<Vec<(u32, u32)>>,
    /// The pairs whose ids differ.
    pub(in crate::diff) renamed: Vec<(u32, u32, How)>,
    /// Pairs that may be the same.
    pub(in crate::diff) hints: Vec<(u32, u32, How)>,
    /// How many removed and added entries there were, where they were too many to compare.
    pub(in crate::diff) skipped: Option<(usize, usize)>,
    /// What is wrong with `formerly:`.
    pub(in crate::diff) disputes: Vec<String>,
    /// Their ids.
    pub(in crate::diff) names: Names<'a>,
}

impl<'a, K, C> Pairing<'a, K, C> {
    /// Pairs by id. An entry that can't be read on one side has a counterpart of which nothing is known.
    pub(in crate::diff) fn by_id(old: &'a Table<K, C>, new: &'a Table<K, C>) -> Self {
        let (in_old, in_new) = (Index::new(old), Index::new(new));
        let mut to_new = vec![None; old.entries.len()];
        let mut to_old = vec![None; new.entries.len()];
        let mut removed = Vec::new();
        for (at, entry) in (0..).zip(&old.entries) {
            match in_new.get(entry.id.value.as_str()) {
                Some(Lookup::Entry(other)) => {
                    to_new[at as usize] = Some(other);
                    to_old[other as usize] = Some(at);
                }
                Some(Lookup::Unreadable) => {}
                None => removed.push(at),
            }
        }
        let is_added = |at: u32| to_old[at as usize].is_none() && in_old.get(id_of(new, at)).is_none();
        let mut added: Vec<u32> = (0..).take(new.entries.len()).filter(|&at| is_added(at)).collect();
        // Ties are broken by id: from here on the order is that of the ids.
        removed.sort_by_key(|&at| id_of(old, at));
        added.sort_by_key(|&at| id_of(new, at));
        let names = Names {
            renamed: HashMap::new(),
            taken: HashSet::new(),
            gone: removed.iter().map(|&at| id_of(old, at)).collect(),
            come: added.iter().map(|&at| id_of(new, at)).collect(),
        };
        let (renamed, hints, disputes) = (Vec::new(), Vec::new(), Vec::new());
        Self {
            old,
            in_old,
            new,
            in_new,
            to_new,
            to_old,
            removed,
            added,
            changed: OnceLock::new(),
            renamed,
            hints,
            skipped: None,
            disputes,
            names,
        }
    }

    /// Goes on to entries under another id, as far as is wanted.
    pub(super) fn with_renames<D: Describe>(
        mut self,
        renames: Renames,
        formerly: impl Fn(&'a C) -> &'a [Spanned<Id<K>>],
        refs: impl Fn(&'a C) -> Option<&'a References>,
        describe: impl FnOnce(&Self) -> D,
    ) -> Self {
        if renames != Renames::Off {
            self.by_declaration(formerly);
            self.by_number(refs);
        }
        if let Renames::Likely { limit } = renames
            && !self.removed.is_empty()
            && !self.added.is_empty()
        {
            let describe = describe(&self);
            self.by_content(&describe);
            self.by_likeness(&describe, limit);
        }
        self
    }

    /// The old entry of an id.
    pub(in crate::diff) fn old_at(&self, id: &str) -> Option<u32> {
        readable(self.in_old.get(id))
    }

    /// The new entry of an id.
    pub(in crate::diff) fn new_at(&self, id: &str) -> Option<u32> {
        readable(self.in_new.get(id))
    }

    /// The old and the new entries that are the same, in the order of the new chart.
    pub(in crate::diff) fn pairs(&self) -> impl Iterator<Item = (u32, u32)> {
        self.to_old.iter().zip(0..).filter_map(|(old, new)| Some(((*old)?, new)))
    }

    /// Those about which something changed.
    pub(in crate::diff) fn changed(&self) -> impl Iterator<Item = (u32, u32)>
    where
        C: PartialEq,
    {
        let is_changed =
            |&(old, new): &(u32, u32)| self.old.entries[old as usize].claims != self.new.entries[new as usize].claims;
        self.changed.get_or_init(|| self.pairs().filter(is_changed).collect()).iter().copied()
    }

    fn pair(&mut self, old: u32, new: u32, how: How) {
        self.to_new[old as usize] = Some(new);
        self.to_old[new as usize] = Some(old);
        self.renamed.push((old, new, how));
        let (before, after) = (id_of(self.old, old), id_of(self.new, new));
        self.names.renamed.insert(before, after);
        self.names.taken.insert(after);
        self.names.gone.remove(before);
        self.names.come.remove(after);
    }

    /// Leaves out what has found a counterpart.
    fn settle(&mut self) {
        self.removed.retain(|&at| self.to_new[at as usize].is_none());
        self.added.retain(|&at| self.to_old[at as usize].is_none());
    }

    /// Pairs by `formerly:`: an old id that is gone and claimed once.
    fn by_declaration(&mut self, formerly: impl Fn(&'a C) -> &'a [Spanned<Id<K>>]) {
        let (old, new) = (self.old, self.new);
        let gone: HashMap<&str, u32> = self.removed.iter().map(|&at| (id_of(old, at), at)).collect();
        let mut claims: BTreeMap<&str, Vec<u32>> = BTreeMap::new();
        for (at, entry) in (0..).zip(&new.entries) {
            for id in formerly(&entry.claims) {
                claims.entry(id.value.as_str()).or_default().push(at);
            }
        }
        for (id, claimants) in claims {
            let names: Vec<String> = claimants.iter().map(|&at| format!("`{}`", id_of(new, at))).collect();
            let names = names.join(" and ");
            match (gone.get(id), claimants.as_slice()) {
                (Some(&from), &[to]) if self.to_old[to as usize].is_none() => {
                    self.pair(from, to, How::Declared);
                }
                (Some(_), &[_]) => {
                    self.disputes.push(format!("{names} says that it was `{id}`, and was something else"));
                }
                (Some(_), _) => self.disputes.push(format!("{names} both say that they were `{id}`: leave one")),
                (None, _) if self.in_new.get(id).is_some() => {
                    self.disputes.push(format!("{names} says that it was `{id}`, which is still there"));
                }
                // A rename of long ago.
                (None, _) => {}
            }
        }
        self.settle();
    }

    /// Pairs by a number of another system that one entry has at each end.
    fn by_number(&mut self, refs: impl Fn(&'a C) -> Option<&'a References>) {
        let (old, new) = (self.old, self.new);
        let known = |table: &'a Table<K, C>, entries: &[u32]| {
            let mut known: BTreeMap<&'a Reference, Option<u32>> = BTreeMap::new();
            for &at in entries {
                for number in refs(&table.entries[at as usize].claims).into_iter().flatten() {
                    known.entry(number).and_modify(|one| *one = None).or_insert(Some(at));
                }
            }
            known
        };
        let (before, after) = (known(old, &self.removed), known(new, &self.added));
        for (number, from) in before {
            let (Some(from), Some(&Some(to))) = (from, after.get(number)) else { continue };
            if self.to_new[from as usize].is_none() && self.to_old[to as usize].is_none() {
                self.pair(from, to, How::Number);
            }
        }
        self.settle();
    }

    /// Pairs by content that stands once at each end, as long as that leads to more, and by ids that differ in case
    /// or Unicode form alone.
    fn by_content(&mut self, describe: &impl Describe) {
        for _ in 0..LEVELS {
            let content = |end, at| describe.content(end, at, &self.names);
            let found = self.alone(|at| content(End::Old, at), |at| content(End::New, at));
            if found.is_empty() {
                break;
            }
            for (from, to) in found {
                self.pair(from, to, How::Exact);
            }
            self.settle();
        }
        let form = |id: &str| Some(id.nfc().collect::<String>().to_lowercase());
        for (from, to) in self.alone(|at| form(id_of(self.old, at)), |at| form(id_of(self.new, at))) {
            self.pair(from, to, How::Exact);
        }
        self.settle();
    }

    /// The removed and added entries whose keys are the same and stand once at each end.
    fn alone(&self, old: impl Fn(u32) -> Option<String>, new: impl Fn(u32) -> Option<String>) -> Vec<(u32, u32)> {
        let once = |entries: &[u32], key: &dyn Fn(u32) -> Option<String>| {
            let mut once: BTreeMap<String, Option<u32>> = BTreeMap::new();
            for &at in entries {
                if let Some(key) = key(at) {
                    once.entry(key).and_modify(|one| *one = None).or_insert(Some(at));
                }
            }
            once
        };
        let others = once(&self.added, &new);
        let pairs = once(&self.removed, &old).into_iter();
        pairs.filter_map(|(key, from)| Some((from?, (*others.get(&key)?)?))).collect()
    }

    /// Pairs by likeness, where each is clearly the other's best, round by round; what is left over is hinted at.
    fn by_likeness(&mut self, describe: &impl Describe, limit: usize) {
        if self.removed.len().saturating_mul(self.added.len()) > limit {
            self.skipped = Some((self.removed.len(), self.added.len()));
            return;
        }
        for round in 0..=ROUNDS {
            let traits = |end, entries: &[u32]| -> Vec<Vec<Trait>> {
                entries.iter().map(|&at| describe.traits(end, at, &self.names)).collect()
            };
            let (of_old, of_new) = (traits(End::Old, &self.removed), traits(End::New, &self.added));
            let may_be = |one: usize, other: usize| describe.may_be(self.removed[one], self.added[other]);
            let (of_old, of_new) = best(&of_old, &of_new, may_be);
            let mutual = of_old.iter().enumerate().filter(|(at, best)| {
                best.score > 0 && of_new[best.at].at == *at && of_new[best.at].score == best.score
            });
            let (taken, mut left): (Vec<_>, Vec<_>) = mutual
                .map(|(at, best)| {
                    let is_clear = best.score >= best.second.max(of_new[best.at].second) + MARGIN;
                    let how = How::Likely(u16::try_from(best.score).unwrap_or(1000));
                    (best.score >= TAKEN && is_clear, (self.removed[at], self.added[best.at], how))
                })
                .partition(|(is_taken, _)| *is_taken);
            if taken.is_empty() || round == ROUNDS {
                left.extend(taken);
                left.sort_by_key(|(_, (from, ..))| id_of(self.old, *from));
                self.hints = left.into_iter().map(|(_, pair)| pair).collect();
                break;
            }
            for (_, (from, to, how)) in taken {
                self.pair(from, to, how);
            }
            self.settle();
        }
    }
}

fn readable(found: Option<Lookup>) -> Option<u32> {
    match found? {
        Lookup::Entry(at) => Some(at),
        Lookup::Unreadable => None,
    }
}

fn id_of<K, C>(table: &Table<K, C>, at: u32) -> &str {
    table.entries[at as usize].id.value.as_str()
}
