//! From what entries are to say to the changes in their files.

use std::collections::BTreeMap;

use crate::model::{Fields, Noun, Value};
use crate::read::Shape;
use crate::text::Span;

use super::draft::{Draft, Entry, Task};
use super::files::Files;
use super::home::home;
use super::keys::{TOP, Type, keys};
use super::refusal::Refusal;
use super::yaml::{Fresh, Literal, Sheet, Stuck};

/// What goes from a section of a file, and what comes in.
#[derive(Default)]
struct Section {
    removed: Vec<usize>,
    added: Vec<Fresh>,
}

/// The sheets of the files that change.
pub(super) struct Splicing<'f, 'c> {
    files: &'f Files<'c>,
    pub(super) sheets: BTreeMap<usize, Sheet<'f, 'c>>,
    sections: BTreeMap<(usize, usize), Section>,
    /// Sections that a file has not yet, or that hold nothing.
    fresh: BTreeMap<(usize, &'static str), Vec<(String, Literal)>>,
    renamed: BTreeMap<String, String>,
}

impl<'f, 'c> Splicing<'f, 'c> {
    pub(super) fn new(files: &'f Files<'c>, renames: &[(Noun, String, String)]) -> Self {
        let now_called = renames.iter().map(|(_, old, new)| (old.clone(), new.clone())).collect();
        Self { files, sheets: BTreeMap::new(), sections: BTreeMap::new(), fresh: BTreeMap::new(), renamed: now_called }
    }

    fn sheet(&mut self, file: usize) -> Result<&mut Sheet<'f, 'c>, Refusal> {
        if !self.sheets.contains_key(&file) {
            self.sheets.insert(file, Sheet::new(self.files.outline(file)?));
        }
        Ok(self.sheets.get_mut(&file).expect("it was just put there"))
    }

    fn unstuck<T>(&self, file: usize, result: Result<T, Stuck>) -> Result<T, Refusal> {
        let path = self.files.path(file);
        result.map_err(|stuck| match stuck {
            Stuck::Comment(at) => Refusal::Comment { path: path.to_owned(), line: self.files.line(file, at) },
            Stuck::Lost(_) => Refusal::unusual(path, crate::read::Oddity::Unknown),
        })
    }

    pub(super) fn task(&mut self, draft: &Draft<'_>, task: &Task, tasks: &[Task]) -> Result<(), Refusal> {
        let (kind, id, entry) = task;
        match (kind, &entry.origin, id) {
            (Noun::Chart, ..) => self.chart(draft, entry),
            (Noun::Strategy | Noun::Promise, ..) => self.strategy(entry),
            (_, Some(origin), None) => {
                let site = self.files.site(place(draft, *kind, origin)?)?;
                self.sheet(site.file)?;
                self.sections.entry((site.file, site.section)).or_default().removed.push(site.key);
                Ok(())
            }
            (_, Some(origin), Some(id)) => self.change(draft, *kind, (origin, id), entry),
            (_, None, Some(id)) => self.add(draft, *kind, id, entry, tasks),
            (_, None, None) => Ok(()),
        }
    }

    fn change(
        &mut self,
        draft: &Draft<'_>,
        kind: Noun,
        (origin, id): (&str, &str),
        entry: &Entry,
    ) -> Result<(), Refusal> {
        let site = self.files.site(place(draft, kind, origin)?)?;
        let renamed = self.renamed.clone();
        let sheet = self.sheet(site.file)?;
        if origin != id {
            sheet.rename(site.section, site.key, id);
        }
        let (Some(before), Some(after)) = (&entry.before, &entry.after) else { return Ok(()) };
        if before == after {
            return Ok(());
        }
        let value = site.key + 1;
        let done = match &sheet.outline.node(value).shape {
            Shape::Map { .. } => sheet.change((site.section, value), keys(kind), (before, after), &renamed),
            // A person by name only.
            Shape::Scalar(..) if kind == Noun::Person => {
                let literal = match Literal::entry(keys(kind), after) {
                    Literal::Map(pairs, _) if pairs.len() == 1 && pairs[0].0 == "name" => pairs[0].1.clone(),
                    Literal::Map(pairs, _) => Literal::Map(pairs, false),
                    other => other,
                };
                sheet.put(site.section, value, &literal)
            }
            _ => sheet.put(site.section, value, &Literal::entry(keys(kind), after)),
        };
        self.unstuck(site.file, done)
    }

    fn add(&mut self, draft: &Draft<'_>, kind: Noun, id: &str, entry: &Entry, tasks: &[Task]) -> Result<(), Refusal> {
        let Some(fields) = &entry.after else { return Ok(()) };
        let (file, behind) = home((draft, self.files), kind, (id, fields), tasks)?;
        let literal = Literal::entry(keys(kind), fields);
        let behind = behind.map(|span| self.files.site(span)).transpose()?;
        let section = match behind {
            Some(site) => Some(site.section),
            None => self.files.section(file, kind)?.map(|(_, value)| value),
        };
        let outline = self.files.outline(file)?;
        match section.filter(|section| matches!(outline.node(*section).shape, Shape::Map { .. })) {
            Some(section) => {
                let last = behind.map(|site| site.key).or_else(|| outline.pairs(section).last().map(|(key, _)| key));
                let sheet = self.sheet(file)?;
                let is_parted = last.is_some_and(|last| sheet.parts_entries(section, last));
                let value = last.map_or(literal.clone(), |last| sheet.like(last, literal));
                let fresh = Fresh { key: id.to_owned(), value, behind: last, is_parted };
                self.sections.entry((file, section)).or_default().added.push(fresh);
            }
            None => self.fresh.entry((file, kind.section())).or_default().push((id.to_owned(), literal)),
        }
        Ok(())
    }

    /// Keys at the top of a file.
    fn chart(&mut self, draft: &Draft<'_>, entry: &Entry) -> Result<(), Refusal> {
        let (Some(before), Some(after)) = (&entry.before, &entry.after) else { return Ok(()) };
        let mut by_file: BTreeMap<usize, (Fields, Fields)> = BTreeMap::new();
        for (key, _) in keys(Noun::Chart) {
            let (old, new) = (before.get(*key), after.get(*key));
            if old == new {
                continue;
            }
            let file = match old {
                Some(_) => self.files.with_top(key)?,
                None => None,
            };
            let home = || Ok(self.files.with_top("organization")?.unwrap_or_else(|| self.files.main()));
            let fields = by_file.entry(file.map_or_else(home, Ok)?).or_default();
            fields.0.extend(old.map(|value| ((*key).to_owned(), value.clone())));
            fields.1.extend(new.map(|value| ((*key).to_owned(), value.clone())));
        }
        debug_assert!(draft.has(Noun::Chart, ""));
        let top_keys: Vec<(&'static str, Type)> = TOP
            .iter()
            .map(|key| (*key, keys(Noun::Chart).iter().find(|(name, _)| name == key).map_or(Type::Text, |(_, of)| *of)))
            .collect();
        for (file, (old, new)) in by_file {
            let renamed = self.renamed.clone();
            let top = self.top(file)?;
            let done = self.sheet(file)?.change((top, top), &top_keys, (&old, &new), &renamed);
            self.unstuck(file, done)?;
        }
        Ok(())
    }

    fn top(&self, file: usize) -> Result<usize, Refusal> {
        let top = self.files.outline(file)?.top();
        top.ok_or_else(|| Refusal::unusual(self.files.path(file), crate::read::Oddity::Unknown))
    }

    /// The strategy may be spread over several files, each of its keys in one.
    fn strategy(&mut self, entry: &Entry) -> Result<(), Refusal> {
        let (Some(before), Some(after)) = (&entry.before, &entry.after) else { return Ok(()) };
        let mut homes = Vec::new();
        for file in 0..self.files.count() {
            homes.extend(self.files.top(file, "strategy")?.map(|(_, value)| (file, value)));
        }
        let has = |(file, value): (usize, usize), key: &str| {
            self.files.outline(file).is_ok_and(|outline| outline.pair(value, key).is_some())
        };
        let mut by_home: BTreeMap<Option<(usize, usize)>, (Fields, Fields)> = BTreeMap::new();
        for (key, _) in keys(Noun::Strategy) {
            let (old, new) = (before.get(*key), after.get(*key));
            if old == new {
                continue;
            }
            let home = homes.iter().copied().find(|home| has(*home, key)).or(homes.first().copied());
            let fields = by_home.entry(home).or_default();
            fields.0.extend(old.map(|value| ((*key).to_owned(), value.clone())));
            fields.1.extend(new.map(|value| ((*key).to_owned(), value.clone())));
        }
        for (home, (old, new)) in by_home {
            let Some((file, value)) = home else {
                let file = self.files.with_top("organization")?.unwrap_or_else(|| self.files.main());
                let Literal::Map(pairs, _) = Literal::entry(keys(Noun::Strategy), &new) else { continue };
                self.fresh.entry((file, "strategy")).or_default().extend(pairs);
                continue;
            };
            let (top, renamed) = (self.top(file)?, self.renamed.clone());
            let sheet = self.sheet(file)?;
            let done = match sheet.outline.node(value).shape {
                Shape::Map { .. } => sheet.change((top, value), keys(Noun::Strategy), (&old, &new), &renamed),
                _ => sheet.put(top, value, &Literal::entry(keys(Noun::Strategy), &new)),
            };
            self.unstuck(file, done)?;
        }
        Ok(())
    }

    /// Writes the version of the format into the chart, unless it is there already.
    pub(super) fn version(&mut self) -> Result<(), Refusal> {
        if self.files.with_top("rightseat")?.is_some() {
            return Ok(());
        }
        let file = self.files.with_top("organization")?.unwrap_or_else(|| self.files.main());
        let top = self.top(file)?;
        let sheet = self.sheet(file)?;
        let behind = sheet.outline.pairs(top).next().map(|(key, _)| key);
        let (key, value) = ("rightseat".to_owned(), Literal::Bare("1".to_owned()));
        let done = sheet.change_pairs((top, top), &[], vec![Fresh { key, value, behind, is_parted: false }]);
        self.unstuck(file, done)
    }

    /// Does what concerns whole sections.
    pub(super) fn finish(&mut self) -> Result<(), Refusal> {
        for ((file, section), mut changes) in std::mem::take(&mut self.sections) {
            changes.removed.sort_unstable();
            let top = self.top(file)?;
            let done = self.sheet(file)?.change_pairs((top, section), &changes.removed, changes.added);
            self.unstuck(file, done)?;
        }
        let mut tops: BTreeMap<usize, Vec<Fresh>> = BTreeMap::new();
        for ((file, section), entries) in std::mem::take(&mut self.fresh) {
            let top = self.top(file)?;
            let value = Literal::Map(entries, true);
            let place = self.files.top(file, section)?;
            let sheet = self.sheet(file)?;
            if let Some((_, at)) = place {
                let done = sheet.put(top, at, &value);
                self.unstuck(file, done)?;
                continue;
            }
            let pairs = sheet.outline.pairs(top);
            let is_before = |key: &str| {
                let rank = |key: &str| TOP.iter().position(|name| *name == key).unwrap_or(TOP.len());
                rank(key) < rank(section)
            };
            let last = sheet.outline.pairs(top).last().map(|(key, _)| key);
            let behind = pairs.filter(|(key, _)| sheet.outline.word(*key).is_some_and(is_before)).last();
            // Entries go to the end of a file, a strategy before them.
            let behind = if section == "strategy" { behind.map(|(key, _)| key) } else { last };
            let is_parted = last.is_some_and(|last| sheet.parts_entries(top, last));
            tops.entry(file).or_default().push(Fresh { key: section.to_owned(), value, behind, is_parted });
        }
        for (file, added) in tops {
            let top = self.top(file)?;
            let done = self.sheet(file)?.change_pairs((top, top), &[], added);
            self.unstuck(file, done)?;
        }
        Ok(())
    }
}

fn place(draft: &Draft<'_>, kind: Noun, id: &str) -> Result<Span, Refusal> {
    draft.place(kind, id).ok_or_else(|| Refusal::Unreadable { kind, id: id.to_owned() })
}

/// Whether a value is one that can't be written.
pub(super) fn is_unreadable(value: &Value) -> bool {
    match value {
        Value::Wrong => true,
        Value::List(items) => items.iter().any(is_unreadable),
        Value::Map(pairs) => pairs.values().any(is_unreadable),
        Value::Flag(_) | Value::Text(_) => false,
    }
}
