//! The exact level of a diff: which claim of which entry was what and is what. Complete, so that it can be applied
//! and undone.

mod fields;
mod typed;
mod value;

use std::collections::BTreeMap;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::model::{Chart, Claim, Entry, Id, Index, Kind, Lookup, Table};
use crate::text::{Span, Spanned};

pub(super) use fields::Keyed;
use typed::typed;
pub use value::Value;
use value::{Fields, one};

/// What an edit or a change is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Noun {
    /// The chart as a whole.
    Chart,
    /// Its strategy.
    Strategy,
    /// A person.
    Person,
    /// A seat.
    Seat,
    /// A priority.
    Priority,
    /// A metric.
    Metric,
}

impl Noun {
    /// The word for it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Chart => "chart",
            Self::Strategy => "strategy",
            Self::Person => "person",
            Self::Seat => "seat",
            Self::Priority => "priority",
            Self::Metric => "metric",
        }
    }
}

/// One claim that is not what it was: the value of a key, or a whole entry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edit {
    /// What kind of entry.
    pub kind: Noun,
    /// Its id; empty for the chart and its strategy.
    pub id: String,
    /// The key; none for an entry that was added, removed, or can't be read on one side.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// What it was, if it was there.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "given")]
    pub old: Option<Value>,
    /// What it is, if it is there.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "given")]
    pub new: Option<Value>,
}

/// A value that is written, `null` too, is there.
fn given<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Option<Value>, D::Error> {
    Value::deserialize(deserializer).map(Some)
}

impl Edit {
    /// The edit that undoes it.
    #[must_use]
    pub fn inverse(self) -> Self {
        Self { old: self.new, new: self.old, ..self }
    }
}

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
        add(&mut entries, Noun::Person, &chart.people);
        add(&mut entries, Noun::Seat, &chart.seats);
        add(&mut entries, Noun::Priority, &chart.priorities);
        add(&mut entries, Noun::Metric, &chart.metrics);
        Self { entries }
    }

    /// Makes each edit.
    ///
    /// # Errors
    /// An edit that expects something else than is there, in words.
    pub fn apply(&mut self, edits: &[Edit]) -> Result<(), String> {
        for edit in edits {
            let key = (edit.kind, edit.id.clone());
            let here = |found: bool| {
                let (kind, id) = (edit.kind.name(), &edit.id);
                let of = edit.field.as_ref().map_or_else(String::new, |field| format!("`{field}` of "));
                found.then_some(()).ok_or_else(|| format!("{of}the {kind} `{id}` is not what the edit expects"))
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
    pub fn chart(&self) -> Result<Chart, String> {
        let mut chart = Chart::default();
        for ((kind, id), value) in &self.entries {
            let placed = |error: String| format!("the {} `{id}`: {error}", kind.name());
            match kind {
                Noun::Chart => head(&mut chart, value).map_err(placed)?,
                Noun::Strategy => chart.strategy = typed(value).map_err(placed)?,
                Noun::Person => entry(&mut chart.people, id, value).map_err(placed)?,
                Noun::Seat => entry(&mut chart.seats, id, value).map_err(placed)?,
                Noun::Priority => entry(&mut chart.priorities, id, value).map_err(placed)?,
                Noun::Metric => entry(&mut chart.metrics, id, value).map_err(placed)?,
            }
        }
        // A value that its type refuses has become unreadable on the way.
        if Self::of(&chart) == *self { Ok(chart) } else { Err("a value is not of the type of its key".to_owned()) }
    }
}

fn put<K: Ord>(values: &mut BTreeMap<K, Value>, key: K, value: Option<&Value>) {
    match value {
        Some(value) => values.insert(key, value.clone()),
        None => values.remove(&key),
    };
}

fn of_chart(chart: &Chart) -> Fields {
    let mut fields = Fields::new();
    one(&mut fields, "organization", &chart.organization);
    one(&mut fields, "revision", &chart.revision);
    one(&mut fields, "reviewed", &chart.reviewed);
    if chart.is_partial {
        fields.insert("partial".to_owned(), Value::Flag(true));
    }
    fields
}

fn head(chart: &mut Chart, value: &Value) -> Result<(), String> {
    let Value::Map(fields) = value else { return Err("expected keys and values".to_owned()) };
    for (key, value) in fields {
        match key.as_str() {
            "organization" => chart.organization = typed(value)?,
            "revision" => chart.revision = typed(value)?,
            "reviewed" => chart.reviewed = typed(value)?,
            "partial" => chart.is_partial = typed(value)?,
            _ => return Err(format!("unknown key `{key}`")),
        }
    }
    Ok(())
}

fn of_strategy(chart: &Chart) -> Option<Value> {
    match &chart.strategy {
        Claim::Absent => None,
        Claim::Wrong => Some(Value::Wrong),
        Claim::Given(strategy) => Some(strategy.value.value()),
    }
}

fn add<K, C: Keyed>(entries: &mut BTreeMap<(Noun, String), Value>, kind: Noun, table: &Table<K, C>) {
    for entry in &table.entries {
        entries.insert((kind, entry.id.value.as_str().to_owned()), entry.claims.value());
    }
    for id in &table.unreadable {
        entries.insert((kind, id.value.as_str().to_owned()), Value::Wrong);
    }
}

fn entry<K: Kind, C: DeserializeOwned>(table: &mut Table<K, C>, id: &str, value: &Value) -> Result<(), String> {
    let id = Spanned { value: Id::new(id)?, span: Span::default() };
    match value {
        Value::Wrong => table.unreadable.push(id),
        _ => table.entries.push(Box::new(Entry { id, claims: typed(value)? })),
    }
    Ok(())
}

/// Every claim in which two charts differ, by kind, id and key.
#[must_use]
pub fn edits(old: &Chart, new: &Chart) -> Vec<Edit> {
    let mut edits = Vec::new();
    let whole = Value::Map;
    compare(&mut edits, Noun::Chart, "", Some(whole(of_chart(old))), Some(whole(of_chart(new))));
    if old.strategy != new.strategy {
        compare(&mut edits, Noun::Strategy, "", of_strategy(old), of_strategy(new));
    }
    table(&mut edits, Noun::Person, &old.people, &new.people);
    table(&mut edits, Noun::Seat, &old.seats, &new.seats);
    table(&mut edits, Noun::Priority, &old.priorities, &new.priorities);
    table(&mut edits, Noun::Metric, &old.metrics, &new.metrics);
    edits.sort_by(|one, other| (one.kind, &one.id, &one.field).cmp(&(other.kind, &other.id, &other.field)));
    edits
}

fn table<K, C: Keyed + PartialEq>(edits: &mut Vec<Edit>, kind: Noun, old: &Table<K, C>, new: &Table<K, C>) {
    let (in_old, in_new) = (Index::new(old), Index::new(new));
    let value = |table: &Table<K, C>, found: Lookup| match found {
        Lookup::Entry(at) => table.entries[at as usize].claims.value(),
        Lookup::Unreadable => Value::Wrong,
    };
    for id in in_old.ids() {
        let before = in_old.get(id).expect("an index finds its own ids");
        match in_new.get(id) {
            None => compare(edits, kind, id, Some(value(old, before)), None),
            Some(after) => {
                if let (Lookup::Entry(one), Lookup::Entry(other)) = (before, after)
                    && old.entries[one as usize].claims == new.entries[other as usize].claims
                {
                    continue;
                }
                compare(edits, kind, id, Some(value(old, before)), Some(value(new, after)));
            }
        }
    }
    for id in in_new.ids().filter(|id| in_old.get(id).is_none()) {
        let after = in_new.get(id).expect("an index finds its own ids");
        compare(edits, kind, id, None, Some(value(new, after)));
    }
}

/// Adds the edits of one entry: by key where it is readable in both, else as a whole.
fn compare(edits: &mut Vec<Edit>, kind: Noun, id: &str, old: Option<Value>, new: Option<Value>) {
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
