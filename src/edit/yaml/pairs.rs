//! Mappings: keys that are set, added and removed.

use std::collections::BTreeMap;

use crate::model::Value;
use crate::read::Shape;
use crate::text::sort;

use super::super::keys::Type;
use super::blocks::Thing;
use super::brackets::Slot;
use super::render::{pair_in_braces, pair_lines};
use super::values::Renamed;
use super::{LINES, Literal, Part, Sheet, Stuck};

type Fields = BTreeMap<String, Value>;

/// A pair to put into a mapping.
pub(crate) struct Fresh {
    pub(crate) key: String,
    pub(crate) value: Literal,
    /// The key after which it goes where the mapping has lines; the last one where none is given.
    pub(crate) behind: Option<usize>,
    /// Whether a blank line separates it from what comes before it.
    pub(crate) is_parted: bool,
}

impl Sheet<'_, '_> {
    /// Makes a mapping say `new` where it said `old`.
    pub(crate) fn change(
        &mut self,
        (within, map): (usize, usize),
        keys: &[(&'static str, Type)],
        (old, new): (&Fields, &Fields),
        renamed: &Renamed,
    ) -> Result<(), Stuck> {
        let (mut removed, mut added) = (Vec::new(), Vec::new());
        let mut all: Vec<&String> = old.keys().chain(new.keys()).collect();
        let rank = |key: &str| keys.iter().position(|(name, _)| *name == key).unwrap_or(keys.len());
        sort::by_key(&mut all, |key| (rank(key), *key));
        all.dedup();
        for key in all {
            let (before, after) = (old.get(key), new.get(key));
            if before == after {
                continue;
            }
            let of = keys.iter().find(|(name, _)| name == key).map_or(Type::Text, |(_, of)| *of);
            match (self.outline.pair(map, key), after) {
                (Some((_, value)), Some(after)) => self.set(map, value, of, (before, after), renamed)?,
                (Some((key, _)), None) => removed.push(key),
                (None, Some(after)) => {
                    let mut known = keys[..rank(key).min(keys.len())].iter().rev();
                    let behind = known.find_map(|(name, _)| self.outline.pair(map, name));
                    let first = self.outline.pairs(map).next();
                    let behind = behind.or(first).map(|(key, _)| key);
                    added.push(Fresh { key: key.clone(), value: Literal::of(of, after), behind, is_parted: false });
                }
                (None, None) => return Err(Stuck::Lost(self.outline.node(map).bytes.start)),
            }
        }
        removed.sort_unstable();
        self.change_pairs((within, map), &removed, added)
    }

    /// Takes pairs out of a mapping, by their keys in the order of the text, and puts others in.
    pub(crate) fn change_pairs(
        &mut self,
        (within, map): (usize, usize),
        removed: &[usize],
        added: Vec<Fresh>,
    ) -> Result<(), Stuck> {
        if removed.is_empty() && added.is_empty() {
            return Ok(());
        }
        let all: Vec<(usize, usize)> = self.outline.pairs(map).collect();
        let nodes = &self.outline.nodes;
        if self.is_in_brackets(map) {
            let slot = |&(key, value): &(usize, usize)| Slot {
                nodes: key..nodes[value].after,
                bytes: nodes[key].bytes.start..nodes[value].bytes.end.max(nodes[key].bytes.end),
                stays: removed.binary_search(&key).is_err(),
            };
            let slots: Vec<Slot> = all.iter().map(slot).collect();
            let texts: Vec<String> = added.iter().map(|fresh| pair_in_braces(&fresh.key, &fresh.value)).collect();
            self.change_brackets(map, &slots, &texts)?;
            for slot in slots.into_iter().filter(|slot| !slot.stays) {
                self.swap(map, slot.nodes, Vec::new());
            }
            let after = self.outline.node(map).after;
            for fresh in added {
                self.swap(map, after..after, fresh.parts());
            }
            return Ok(());
        }
        if removed.len() == all.len() && added.is_empty() {
            for (at, &(key, value)) in all.iter().enumerate() {
                self.cut_pair(
                    &all,
                    key,
                    Thing { start: self.outline.node(key).bytes.start, value, is_first: at == 0 },
                )?;
            }
            let after = self.outline.node(map).after;
            self.swap(within, map..after, vec![Part::Nothing]);
            return Ok(());
        }
        for (at, &(key, value)) in all.iter().enumerate().filter(|(_, (key, _))| removed.binary_search(key).is_ok()) {
            let start = self.outline.node(key).bytes.start;
            self.cut_pair(&all, key, Thing { start, value, is_first: at == 0 })?;
            self.swap(map, key..self.outline.node(value).after, Vec::new());
        }
        for fresh in added {
            self.put_pair(map, &all, &fresh)?;
        }
        Ok(())
    }

    fn cut_pair(&mut self, all: &[(usize, usize)], key: usize, thing: Thing) -> Result<(), Stuck> {
        if self.lines.begins(thing.start) {
            self.cut_lines(thing);
            return Ok(());
        }
        // The first key beside a dash lets the next come up.
        let next = all.get(all.partition_point(|(other, _)| *other <= key)).map(|(other, _)| *other);
        let Some(next) = next else { return Err(Stuck::Lost(thing.start)) };
        let bytes = thing.start..self.outline.node(next).bytes.start;
        self.without_comments(bytes.clone())?;
        self.cut(bytes, "", super::VALUE);
        Ok(())
    }

    fn put_pair(&mut self, map: usize, all: &[(usize, usize)], fresh: &Fresh) -> Result<(), Stuck> {
        let place = match fresh.behind {
            Some(behind) => all.binary_search_by_key(&behind, |(key, _)| *key).ok(),
            None => all.len().checked_sub(1),
        };
        let lost = Stuck::Lost(self.outline.node(map).bytes.start);
        let (at, &(key, value)) = place.and_then(|at| Some((at, all.get(at)?))).ok_or(lost)?;
        let column = self.lines.column(self.outline.node(all[0].0).bytes.start);
        let thing = Thing { start: self.outline.node(key).bytes.start, value, is_first: at == 0 };
        let mut lines = pair_lines(&fresh.key, &fresh.value, column, self.layout);
        if fresh.is_parted && !self.ends_in_kept_blanks(thing) {
            lines.insert(0, String::new());
        }
        let tail = self.tail(thing);
        self.put_lines(tail, &lines, LINES, column);
        let after = self.outline.node(value).after;
        self.swap(map, after..after, fresh.parts());
        Ok(())
    }

    /// Whether blank lines separate the entries of a mapping, judging by the one after this key.
    pub(crate) fn parts_entries(&self, map: usize, behind: usize) -> bool {
        if self.is_in_brackets(map) {
            return false;
        }
        let all: Vec<(usize, usize)> = self.outline.pairs(map).collect();
        let Some(at) = all.iter().position(|(key, _)| *key == behind) else { return false };
        let thing = |at: usize| {
            let (key, value): (usize, usize) = all[at];
            Thing { start: self.outline.node(key).bytes.start, value, is_first: at == 0 }
        };
        match (at, all.len()) {
            (0, 1) => false,
            (0, _) => self.is_parted(thing(1)),
            _ => self.is_parted(thing(at)),
        }
    }

    /// How the entry with this key is written, for one that is to be written like it.
    pub(crate) fn like(&self, key: usize, entry: Literal) -> Literal {
        let Literal::Map(pairs, _) = entry else { return entry };
        match (&self.outline.node(key + 1).shape, pairs.as_slice()) {
            (Shape::Scalar(..), [(name, text)]) if name == "name" => text.clone(),
            (Shape::Scalar(..) | Shape::Map { in_braces: true }, _) => Literal::Map(pairs, false),
            _ => Literal::Map(pairs, true),
        }
    }
}

impl Fresh {
    fn parts(&self) -> Vec<Part> {
        let mut parts = vec![Part::Text(self.key.clone())];
        self.value.parts(&mut parts);
        parts
    }
}
