//! The entries that an edit touches, as they are and as they are to be.

use std::cell::OnceCell;
use std::collections::BTreeMap;

use crate::check::Judged;
use crate::diff::{compare, in_order, of_chart, of_strategy};
use crate::model::{
    Chart, Edit, Fields, Index, Keyed, Lookup, MetricClaims, Metrics, Noun, People, PersonClaims, Priorities,
};
use crate::model::{PriorityClaims, SeatClaims, Seats, Value};
use crate::text::{Span, nearest};

use super::refusal::Refusal;
use super::yaml::sorted;

/// One entry.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    /// Its id as the chart has it, if it is there.
    pub(super) origin: Option<String>,
    /// What the chart says of it.
    pub(super) before: Option<Fields>,
    /// What it is to say; items that are put into lists in their order.
    pub(super) after: Option<Fields>,
}

/// What is to be done with an entry: its kind, the id that it is to have, none where it goes, and what it says.
pub(super) type Task = (Noun, Option<String>, Entry);

/// A chart, and what is to become of some of its entries.
pub(super) struct Draft<'c> {
    pub(super) judged: &'c Judged<'c>,
    pub(super) chart: &'c Chart,
    entries: BTreeMap<(Noun, String), Entry>,
    /// Entries that were removed, or have another id now.
    gone: Vec<(Noun, Entry)>,
    seats: OnceCell<Index<'c, Seats, SeatClaims>>,
    people: OnceCell<Index<'c, People, PersonClaims>>,
    priorities: OnceCell<Index<'c, Priorities, PriorityClaims>>,
    metrics: OnceCell<Index<'c, Metrics, MetricClaims>>,
    pub(super) renames: Vec<(Noun, String, String)>,
    pub(super) told: Vec<String>,
    /// Whether the chart is to state its version of the format.
    pub(super) says_version: bool,
}

/// What the chart has under an id.
enum Found {
    Nothing,
    Unreadable,
    Entry(Fields, Span),
}

impl<'c> Draft<'c> {
    pub(super) fn new(judged: &'c Judged<'c>) -> Self {
        Self {
            judged,
            chart: judged.graph.chart(),
            entries: BTreeMap::new(),
            gone: Vec::new(),
            seats: OnceCell::new(),
            people: OnceCell::new(),
            priorities: OnceCell::new(),
            metrics: OnceCell::new(),
            renames: Vec::new(),
            told: Vec::new(),
            says_version: false,
        }
    }

    fn find(&self, kind: Noun, id: &str) -> Found {
        macro_rules! in_table {
            ($name:ident) => {{
                let table = &self.chart.$name;
                match self.$name.get_or_init(|| Index::new(table)).get(id) {
                    None => Found::Nothing,
                    Some(Lookup::Unreadable) => Found::Unreadable,
                    Some(Lookup::Entry(at)) => {
                        let entry = &table.entries[at as usize];
                        Found::Entry(entry.claims.fields(), entry.id.span())
                    }
                }
            }};
        }
        match kind {
            Noun::Chart => Found::Entry(of_chart(self.chart), self.chart.start),
            Noun::Strategy | Noun::Promise => match of_strategy(self.chart) {
                Some(Value::Map(fields)) => Found::Entry(fields, self.chart.start),
                None => Found::Entry(Fields::new(), self.chart.start),
                Some(_) => Found::Unreadable,
            },
            Noun::Person => in_table!(people),
            Noun::Seat => in_table!(seats),
            Noun::Priority => in_table!(priorities),
            Noun::Metric => in_table!(metrics),
        }
    }

    /// Where the chart defines an entry.
    pub(super) fn place(&self, kind: Noun, id: &str) -> Option<Span> {
        match self.find(kind, id) {
            Found::Entry(_, span) => Some(span),
            _ => None,
        }
    }

    /// Whether there will be an entry.
    pub(super) fn has(&self, kind: Noun, id: &str) -> bool {
        let key = (kind, id.to_owned());
        match self.entries.get(&key) {
            Some(entry) => entry.after.is_some(),
            None => !self.is_gone(kind, id) && !matches!(self.find(kind, id), Found::Nothing),
        }
    }

    fn is_gone(&self, kind: Noun, id: &str) -> bool {
        self.gone.iter().any(|(of, entry)| *of == kind && entry.origin.as_deref() == Some(id))
    }

    fn taken_up(&mut self, kind: Noun, id: &str) -> Result<&mut Entry, Refusal> {
        let key = (kind, id.to_owned());
        if !self.entries.contains_key(&key) {
            let found = if self.is_gone(kind, id) { Found::Nothing } else { self.find(kind, id) };
            let before = match found {
                Found::Nothing => return Err(self.unknown(kind, id)),
                Found::Unreadable => return Err(Refusal::Unreadable { kind, id: id.to_owned() }),
                Found::Entry(fields, _) => fields,
            };
            let entry = Entry { origin: Some(id.to_owned()), before: Some(before.clone()), after: Some(before) };
            self.entries.insert(key.clone(), entry);
        }
        Ok(self.entries.get_mut(&key).expect("it was just put there"))
    }

    /// That there is no such entry.
    pub(super) fn unknown(&self, kind: Noun, id: &str) -> Refusal {
        let ids: Vec<&str> = match kind {
            Noun::Seat => self.chart.seats.entries.iter().map(|entry| entry.id.value.as_str()).collect(),
            Noun::Person => self.chart.people.entries.iter().map(|entry| entry.id.value.as_str()).collect(),
            Noun::Priority => self.chart.priorities.entries.iter().map(|entry| entry.id.value.as_str()).collect(),
            Noun::Metric => self.chart.metrics.entries.iter().map(|entry| entry.id.value.as_str()).collect(),
            Noun::Chart | Noun::Strategy | Noun::Promise => Vec::new(),
        };
        Refusal::Unknown { kind, id: id.to_owned(), near: nearest(id, ids).map(str::to_owned) }
    }

    /// What an entry is to say.
    pub(super) fn fields(&mut self, kind: Noun, id: &str) -> Result<&mut Fields, Refusal> {
        let missing = Refusal::Unknown { kind, id: id.to_owned(), near: None };
        self.taken_up(kind, id)?.after.as_mut().ok_or(missing)
    }

    /// Whether an entry is or will be there.
    pub(super) fn expect(&self, kind: Noun, id: &str) -> Result<(), Refusal> {
        if self.has(kind, id) { Ok(()) } else { Err(self.unknown(kind, id)) }
    }

    pub(super) fn add(&mut self, kind: Noun, id: &str, fields: Fields) -> Result<(), Refusal> {
        if self.has(kind, id) {
            return Err(Refusal::Taken { kind, id: id.to_owned() });
        }
        let entry = Entry { origin: None, before: None, after: Some(fields) };
        if let Some(old) = self.entries.insert((kind, id.to_owned()), entry) {
            self.gone.push((kind, old));
        }
        Ok(())
    }

    pub(super) fn remove(&mut self, kind: Noun, id: &str) -> Result<(), Refusal> {
        self.taken_up(kind, id)?;
        if let Some(mut entry) = self.entries.remove(&(kind, id.to_owned())) {
            entry.after = None;
            if entry.origin.is_some() {
                self.gone.push((kind, entry));
            }
        }
        Ok(())
    }

    pub(super) fn rename(&mut self, kind: Noun, id: &str, new: &str) -> Result<(), Refusal> {
        if self.has(kind, new) {
            return Err(Refusal::Taken { kind, id: new.to_owned() });
        }
        self.taken_up(kind, id)?;
        let entry = self.entries.remove(&(kind, id.to_owned())).expect("it was just taken up");
        self.renames.push((kind, id.to_owned(), new.to_owned()));
        // Under its old id nothing is found any more.
        let moved = Entry { origin: entry.origin.clone(), before: None, after: None };
        self.entries.insert((kind, new.to_owned()), entry);
        if moved.origin.as_deref() == Some(id) {
            self.gone.push((kind, moved));
        }
        Ok(())
    }

    /// The entries that the draft knows, by kind and id.
    pub(super) fn touched(&self) -> impl Iterator<Item = (&(Noun, String), &Entry)> {
        self.entries.iter()
    }

    pub(super) fn touches(&self, kind: Noun, id: &str) -> bool {
        self.entries.contains_key(&(kind, id.to_owned()))
    }

    /// What is to be done: each entry that differs, with its id, or without one where it goes; and what is to be reported.
    pub(super) fn take_tasks(&mut self) -> (Vec<Task>, Vec<String>) {
        let gone = self.gone.iter().filter(|(_, entry)| entry.before.is_some());
        let gone = gone.map(|(kind, entry)| (*kind, None, entry.clone()));
        let kept = self.entries.iter().filter_map(|((kind, id), entry)| {
            let is_changed = entry.before != entry.after || entry.origin.as_deref() != Some(id);
            is_changed.then(|| (*kind, Some(id.clone()), entry.clone()))
        });
        (gone.chain(kept).collect(), std::mem::take(&mut self.told))
    }
}

/// What an entry says before and after.
type Ends = (Option<Value>, Option<Value>);

/// The claims that tasks mean, as two charts that differ in them would show.
pub(super) fn meant(tasks: &[Task]) -> Vec<Edit> {
    let mut ends: BTreeMap<(Noun, &str), Ends> = BTreeMap::new();
    for (kind, id, entry) in tasks {
        // A strategy that says nothing does not count as one.
        let whole = |fields: &Fields| {
            let is_none = *kind == Noun::Strategy && fields.is_empty();
            (!is_none).then(|| sorted(&Value::Map(fields.clone())))
        };
        if let (Some(origin), Some(before)) = (&entry.origin, &entry.before) {
            ends.entry((*kind, origin)).or_default().0 = whole(before);
        }
        if let (Some(id), Some(after)) = (id, &entry.after) {
            ends.entry((*kind, id)).or_default().1 = whole(after);
        }
    }
    in_order(|edits| {
        for ((kind, id), (old, new)) in ends {
            compare(edits, kind, id, old, new);
        }
    })
}

impl Draft<'_> {
    /// The seat that a seat is to report to.
    pub(super) fn reports_to(&self, seat: &str) -> Option<String> {
        let drafted = self.entries.get(&(Noun::Seat, seat.to_owned()));
        let value = match drafted {
            Some(entry) => entry.after.as_ref()?.get("reports_to").cloned(),
            None => match self.find(Noun::Seat, seat) {
                Found::Entry(mut fields, _) => fields.remove("reports_to"),
                _ => None,
            },
        };
        match value {
            Some(Value::Text(manager)) => Some(manager),
            _ => None,
        }
    }
}
