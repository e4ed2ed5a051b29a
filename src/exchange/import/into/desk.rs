//! The claims of a chart while a table is laid over them: what was, and what is to be.

use std::collections::BTreeMap;

use crate::diff::{compare, in_order};
use crate::model::{
    Chart, Edit, Fields, Index, Keyed, Lookup, MetricClaims, Metrics, Noun, People, PersonClaims, Priorities,
    PriorityClaims, SeatClaims, Seats, Value,
};

/// A chart, and what is to become of some of its entries.
pub(super) struct Desk<'c> {
    pub(super) chart: &'c Chart,
    people: Index<'c, People, PersonClaims>,
    seats: Index<'c, Seats, SeatClaims>,
    priorities: Index<'c, Priorities, PriorityClaims>,
    metrics: Index<'c, Metrics, MetricClaims>,
    /// What is said of entries that were taken up; nothing of those that go.
    after: BTreeMap<(Noun, String), Option<Fields>>,
}

impl<'c> Desk<'c> {
    pub(super) fn new(chart: &'c Chart) -> Self {
        Self {
            chart,
            people: Index::new(&chart.people),
            seats: Index::new(&chart.seats),
            priorities: Index::new(&chart.priorities),
            metrics: Index::new(&chart.metrics),
            after: BTreeMap::new(),
        }
    }

    /// What the chart says about an entry; nothing where it does not exist or can't be read.
    pub(super) fn before(&self, kind: Noun, id: &str) -> Option<Fields> {
        macro_rules! fields {
            ($table:ident) => {
                match self.$table.get(id)? {
                    Lookup::Entry(at) => Some(self.chart.$table.entries[at as usize].claims.fields()),
                    Lookup::Unreadable => None,
                }
            };
        }
        match kind {
            Noun::Person => fields!(people),
            Noun::Seat => fields!(seats),
            Noun::Priority => fields!(priorities),
            Noun::Metric => fields!(metrics),
            Noun::Chart | Noun::Strategy | Noun::Promise => None,
        }
    }

    /// What an entry is to say of a key.
    pub(super) fn get(&self, kind: Noun, id: &str, key: &str) -> Option<Value> {
        match self.after.get(&(kind, id.to_owned())) {
            Some(fields) => fields.as_ref()?.get(key).cloned(),
            None => self.before(kind, id)?.remove(key),
        }
    }

    /// The text of a key.
    pub(super) fn text(&self, kind: Noun, id: &str, key: &str) -> Option<String> {
        self.get(kind, id, key)?.text().map(str::to_owned)
    }

    /// The texts of a list.
    pub(super) fn texts(&self, kind: Noun, id: &str, key: &str) -> Vec<String> {
        match self.get(kind, id, key) {
            Some(Value::List(items)) => items.iter().filter_map(|item| item.text().map(str::to_owned)).collect(),
            _ => Vec::new(),
        }
    }

    fn taken_up(&mut self, kind: Noun, id: &str) -> &mut Option<Fields> {
        let key = (kind, id.to_owned());
        if !self.after.contains_key(&key) {
            let before = self.before(kind, id);
            self.after.insert(key.clone(), before);
        }
        self.after.get_mut(&key).expect("it was just put there")
    }

    /// Lets a key say something, or nothing.
    pub(super) fn set(&mut self, kind: Noun, id: &str, key: &str, value: Option<Value>) {
        if self.get(kind, id, key) == value {
            return;
        }
        let Some(fields) = self.taken_up(kind, id) else { return };
        match value {
            Some(value) => fields.insert(key.to_owned(), value),
            None => fields.remove(key),
        };
    }

    pub(super) fn unset(&mut self, kind: Noun, id: &str, key: &str) {
        self.set(kind, id, key, None);
    }

    /// Takes an item out of a list, and the list away with its last one; whether it was in it.
    pub(super) fn drop_item(&mut self, kind: Noun, id: &str, key: &str, item: &str) -> bool {
        let Some(Value::List(items)) = self.get(kind, id, key) else { return false };
        let left: Vec<Value> = items.iter().filter(|one| one.text() != Some(item)).cloned().collect();
        let is_there = left.len() < items.len();
        if is_there {
            self.set(kind, id, key, (!left.is_empty()).then_some(Value::List(left)));
        }
        is_there
    }

    pub(super) fn add(&mut self, kind: Noun, id: &str, fields: Fields) {
        self.after.insert((kind, id.to_owned()), Some(fields));
    }

    pub(super) fn remove(&mut self, kind: Noun, id: &str) {
        self.after.insert((kind, id.to_owned()), None);
    }

    /// Whether there is to be an entry.
    pub(super) fn has(&self, kind: Noun, id: &str) -> bool {
        match self.after.get(&(kind, id.to_owned())) {
            Some(fields) => fields.is_some(),
            None => self.before(kind, id).is_some(),
        }
    }

    /// The ids that there are to be: those of the chart in its order, then new ones.
    pub(super) fn ids(&self, kind: Noun) -> Vec<String> {
        macro_rules! known {
            ($table:ident) => {
                self.chart.$table.entries.iter().map(|entry| entry.id.value.as_str().to_owned()).collect::<Vec<_>>()
            };
        }
        let mut ids = match kind {
            Noun::Person => known!(people),
            Noun::Seat => known!(seats),
            Noun::Priority => known!(priorities),
            Noun::Metric => known!(metrics),
            Noun::Chart | Noun::Strategy | Noun::Promise => Vec::new(),
        };
        ids.retain(|id| self.has(kind, id));
        let new = self
            .after
            .iter()
            .filter(|((of, id), fields)| *of == kind && fields.is_some() && self.before(kind, id).is_none());
        ids.extend(new.map(|((_, id), _)| id.clone()));
        ids
    }

    /// All claims that change.
    pub(super) fn edits(self) -> Vec<Edit> {
        let ends: Vec<_> = self
            .after
            .iter()
            .map(|((kind, id), after)| (*kind, id.as_str(), self.before(*kind, id), after.clone()))
            .collect();
        in_order(|edits| {
            for (kind, id, before, after) in ends {
                compare(edits, kind, id, before.map(Value::Map), after.map(Value::Map));
            }
        })
    }
}

/// A list of texts, in the order that lists of claims have.
pub(super) fn list(texts: impl IntoIterator<Item = String>) -> Option<Value> {
    let mut items: Vec<Value> = texts.into_iter().map(Value::Text).collect();
    items.sort();
    items.dedup();
    (!items.is_empty()).then_some(Value::List(items))
}
