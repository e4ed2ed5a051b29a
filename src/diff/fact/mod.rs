//! The exact level of a diff: each claim that changed, with its old and new value. Complete, so that it can be applied
//! and undone.

mod typed;

use std::collections::BTreeMap;

use serde::de::DeserializeOwned;

use crate::error::Error;
use crate::model::{Chart, Edit, Entry, Fields, Id, Keyed, Kind, Lookup, Noun, Stated, Table, Value};
use crate::text::{Span, Spanned};

use super::How;
use super::matching::{Matched, Pairing};
use typed::typed;

/// Every claim of a chart by entry: two charts that say the same are equal here.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    entries: BTreeMap<(Noun, String), Value>,
}

impl Facts {
    /// What a chart claims.
    #[must_use]
    pub fn of(chart: &Chart) -> Self {
        let mut entries = BTreeMap::new();
        entries.insert((Noun::Chart, String::new()), Value::Map(of_chart(chart)));
        if let Some(strategy) = of_strategy(chart) {
            entries.insert((Noun::Strategy, String::new()), strategy);
        }
        add(&mut entries, &chart.people);
        add(&mut entries, &chart.seats);
        add(&mut entries, &chart.priorities);
        add(&mut entries, &chart.metrics);
        Self { entries }
    }

    /// Makes each edit.
    ///
    /// # Errors
    /// An edit that expects something else than is there, in words.
    pub fn apply(&mut self, edits: &[Edit]) -> Result<(), Error> {
        for edit in edits {
            let key = (edit.kind, edit.id.clone());
            let here = |found: bool| {
                let (kind, id) = (edit.kind.name(), &edit.id);
                let of = edit.field.as_ref().map_or_else(String::new, |field| format!("`{field}` of "));
                let why = || Error::new(format!("{of}the {kind} `{id}` is not what the edit expects"));
                found.then_some(()).ok_or_else(why)
            };
            match &edit.field {
                None => {
                    here(self.entries.get(&key) == edit.old.as_ref())?;
                    put(&mut self.entries, key, edit.new.as_ref());
                }
                Some(field) => match self.entries.get_mut(&key) {
                    Some(Value::Map(fields)) => {
                        here(fields.get(field) == edit.old.as_ref())?;
                        put(fields, field.clone(), edit.new.as_ref());
                    }
                    _ => here(false)?,
                },
            }
        }
        Ok(())
    }

    /// The chart that claims this, its entries in the order of their ids and its values without places.
    ///
    /// # Errors
    /// A value that its key can't have, in words.
    pub fn chart(&self) -> Result<Chart, Error> {
        let mut chart = Chart::default();
        for ((kind, id), value) in &self.entries {
            let placed = |error: String| Error::new(format!("the {} `{id}`: {error}", kind.name()));
            match kind {
                Noun::Chart => head(&mut chart, value).map_err(placed)?,
                Noun::Strategy => chart.strategy = typed(value).map_err(placed)?,
                // It is a part of the strategy.
                Noun::Promise => return Err(placed("it has no claims of its own".to_owned())),
                Noun::Person => entry(&mut chart.people, id, value).map_err(placed)?,
                Noun::Seat => entry(&mut chart.seats, id, value).map_err(placed)?,
                Noun::Priority => entry(&mut chart.priorities, id, value).map_err(placed)?,
                Noun::Metric => entry(&mut chart.metrics, id, value).map_err(placed)?,
            }
        }
        // A value that its type refuses has become unreadable on the way.
        if Self::of(&chart) == *self { Ok(chart) } else { Err(Error::new("a value is not of the type of its key")) }
    }
}

fn put<K: Ord>(values: &mut BTreeMap<K, Value>, key: K, value: Option<&Value>) {
    match value {
        Some(value) => values.insert(key, value.clone()),
        None => values.remove(&key),
    };
}

/// Says of a chart that it could not be read to its end; no key of the format.
const PARTIAL: &str = "partial";

/// What a chart states of itself.
pub(crate) fn of_chart(chart: &Chart) -> Fields {
    let mut fields = chart.head.fields();
    if chart.is_partial {
        fields.insert(PARTIAL.to_owned(), Value::Flag(true));
    }
    fields
}

fn head(chart: &mut Chart, value: &Value) -> Result<(), String> {
    let Value::Map(fields) = value else { return Err("expected keys and values".to_owned()) };
    let mut fields = fields.clone();
    if let Some(value) = fields.remove(PARTIAL) {
        chart.is_partial = typed(&value)?;
    }
    chart.head = typed(&Value::Map(fields))?;
    Ok(())
}

/// What it states of its strategy.
pub(crate) fn of_strategy(chart: &Chart) -> Option<Value> {
    chart.strategy.plain()
}

fn add<K: Kind, C: Keyed>(entries: &mut BTreeMap<(Noun, String), Value>, table: &Table<K, C>) {
    for entry in &table.entries {
        entries.insert((K::NOUN, entry.id.value.as_str().to_owned()), entry.claims.value());
    }
    for id in &table.unreadable {
        entries.insert((K::NOUN, id.value.as_str().to_owned()), Value::Wrong);
    }
}

fn entry<K: Kind, C: DeserializeOwned>(table: &mut Table<K, C>, id: &str, value: &Value) -> Result<(), String> {
    let id = Spanned::new(Id::claimed(id).ok_or("an entry needs an id")?, Span::default());
    match value {
        Value::Wrong => table.unreadable.push(id),
        _ => table.entries.push(Entry { id, claims: typed(value)? }),
    }
    Ok(())
}

/// Every claim in which two charts differ, by kind, id and key.
#[must_use]
pub fn edits(old: &Chart, new: &Chart) -> Vec<Edit> {
    in_order(|edits| {
        head_and_strategy(edits, old, new);
        table(edits, &Pairing::by_id(&old.people, &new.people));
        table(edits, &Pairing::by_id(&old.seats, &new.seats));
        table(edits, &Pairing::by_id(&old.priorities, &new.priorities));
        table(edits, &Pairing::by_id(&old.metrics, &new.metrics));
    })
}

impl Matched<'_> {
    /// The same of charts that are matched: what is taken for the same under another id is one removed and one added.
    pub(super) fn edits(&self) -> Vec<Edit> {
        in_order(|edits| {
            head_and_strategy(edits, self.old.chart(), self.new.chart());
            table(edits, &self.people);
            table(edits, &self.seats);
            table(edits, &self.priorities);
            table(edits, &self.metrics);
        })
    }
}

/// Edits in the order in which [`edits`] has them.
pub(crate) fn in_order(add: impl FnOnce(&mut Vec<Edit>)) -> Vec<Edit> {
    let mut edits = Vec::new();
    add(&mut edits);
    edits.sort_by(|one, other| (one.kind, &one.id, &one.field).cmp(&(other.kind, &other.id, &other.field)));
    edits
}

fn head_and_strategy(edits: &mut Vec<Edit>, old: &Chart, new: &Chart) {
    let whole = |chart| Some(Value::Map(of_chart(chart)));
    compare(edits, Noun::Chart, "", whole(old), whole(new));
    compare(edits, Noun::Strategy, "", of_strategy(old), of_strategy(new));
}

fn table<K: Kind, C: Keyed + PartialEq>(edits: &mut Vec<Edit>, pairing: &Pairing<'_, K, C>) {
    let (old, new) = (pairing.old, pairing.new);
    let mut add = |id: &Id<K>, old, new| compare(edits, K::NOUN, id.as_str(), old, new);
    for (from, to) in pairing.changed() {
        let (from, to) = (&old.entries[from as usize], &new.entries[to as usize]);
        if from.id == to.id {
            add(&from.id.value, Some(from.claims.value()), Some(to.claims.value()));
        }
    }
    let renamed = |end: fn(&(u32, u32, How)) -> u32| pairing.renamed.iter().map(end);
    for at in pairing.removed.iter().copied().chain(renamed(|pair| pair.0)) {
        let entry = &old.entries[at as usize];
        add(&entry.id.value, Some(entry.claims.value()), None);
    }
    for at in pairing.added.iter().copied().chain(renamed(|pair| pair.1)) {
        let entry = &new.entries[at as usize];
        add(&entry.id.value, None, Some(entry.claims.value()));
    }
    let value = |table: &Table<K, C>, found: Option<Lookup>| match found? {
        Lookup::Entry(at) => Some(table.entries[at as usize].claims.value()),
        Lookup::Unreadable => Some(Value::Wrong),
    };
    // What can't be read at one end is in none of the lists.
    let known = old.unreadable.iter();
    let others =
        new.unreadable.iter().filter(|id| !matches!(pairing.in_old.get(id.value.as_str()), Some(Lookup::Unreadable)));
    for id in known.chain(others) {
        let text = id.value.as_str();
        add(&id.value, value(old, pairing.in_old.get(text)), value(new, pairing.in_new.get(text)));
    }
}

/// Adds the edits of one entry: by key where it is readable in both, else as a whole.
pub(crate) fn compare(edits: &mut Vec<Edit>, kind: Noun, id: &str, old: Option<Value>, new: Option<Value>) {
    let edit = |field, old, new| Edit { kind, id: id.to_owned(), field, old, new };
    match (old, new) {
        (old, new) if old == new => {}
        (Some(Value::Map(mut old)), Some(Value::Map(new))) => {
            for (key, value) in new {
                let before = old.remove(&key);
                if before.as_ref() != Some(&value) {
                    edits.push(edit(Some(key), before, Some(value)));
                }
            }
            edits.extend(old.into_iter().map(|(key, value)| edit(Some(key), Some(value), None)));
        }
        (old, new) => edits.push(edit(None, old, new)),
    }
}
