//! From matched charts to changes in people's words: what belongs together is reported once.

mod arrivals;
mod families;
mod metrics;
mod moves;
mod ownership;
mod people;
mod priorities;
mod responsibilities;
mod rotation;
mod split;
mod strategy;
mod structure;

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::model::{Claim, Entry, Id, Keyed, Kind, Listed, Noun, Value};
use crate::text::Spanned;

use super::matching::{Matched, Named, Pairing};
use super::{Change, How, KeyChange, Party, Values, What};

/// Everything that changed, by group, kind of change and id.
pub(super) fn changes(matched: &Matched<'_>) -> Vec<Change> {
    let mut changes = structure::changes(matched);
    changes.extend(ownership::changes(matched));
    responsibilities::add(matched, &mut changes);
    rotation::fold(matched, &mut changes);
    families::fold(&mut changes);
    changes.extend(people::changes(matched));
    arrivals::fold(&mut changes);
    changes.extend(priorities::changes(matched));
    changes.extend(metrics::changes(matched));
    changes.extend(strategy::changes(matched));
    in_order(&mut changes);
    changes
}

/// Sorts by kind of change and id, folded changes too.
fn in_order(changes: &mut [Change]) {
    let id = |change: &Change| change.subject().map(|subject| subject.id.clone());
    changes.sort_by_cached_key(|change| {
        let flat = change.what.flat();
        let said = |words: Option<Cow<'_, str>>| words.map(Cow::into_owned);
        (change.code(), id(change), flat.field, said(flat.is), said(flat.was))
    });
    for change in changes {
        in_order(&mut change.folded);
    }
}

impl<K: Kind, C: Named + PartialEq> Pairing<'_, K, C> {
    fn before(&self, at: u32) -> &Entry<Id<K>, C> {
        &self.old.entries[at as usize]
    }

    fn after(&self, at: u32) -> &Entry<Id<K>, C> {
        &self.new.entries[at as usize]
    }

    /// What the old chart means by an id.
    fn old_named(&self, id: &str) -> Party {
        self.old_at(id).map_or_else(|| nobody(K::NOUN, id), |at| self.old_party(at))
    }

    /// What the new chart means by an id.
    fn new_named(&self, id: &str) -> Party {
        self.new_at(id).map_or_else(|| nobody(K::NOUN, id), |at| self.new_party(at))
    }

    /// What is in the old list but not in the new one, and the other way round.
    fn exchanged<'i>(
        &self,
        old: impl Iterator<Item = &'i str>,
        new: impl Iterator<Item = &'i str>,
    ) -> (Vec<Party>, Vec<Party>) {
        let (old, new): (BTreeSet<&str>, BTreeSet<&str>) = (old.collect(), new.collect());
        let now: BTreeSet<&str> = old.iter().map(|id| self.names.mapped(id)).collect();
        let from = old.iter().filter(|id| !new.contains(self.names.mapped(id))).map(|id| self.old_named(id)).collect();
        let to = new.difference(&now).map(|id| self.new_named(id)).collect();
        (from, to)
    }

    /// Who is in only one of two lists of ids of this kind; nothing where both mean the same.
    fn listed<L: Listed<Id<K>>>(&self, old: &L, new: &L) -> Option<(Vec<Party>, Vec<Party>)> {
        if old == new || old.is_wrong() || new.is_wrong() {
            return None;
        }
        let (from, to) = self.exchanged(listed(old), listed(new));
        (!from.is_empty() || !to.is_empty()).then_some((from, to))
    }

    /// The same for a key with one id.
    fn single(&self, old: &Claim<Id<K>>, new: &Claim<Id<K>>) -> Option<(Option<Party>, Option<Party>)> {
        if old == new || matches!(old, Claim::Wrong) || matches!(new, Claim::Wrong) {
            return None;
        }
        let (mut from, mut to) = self.exchanged(one(old), one(new));
        (!from.is_empty() || !to.is_empty()).then(|| (from.pop(), to.pop()))
    }

    /// The changes of a pair's id and title.
    fn renamed(
        &self,
        renamed: impl Fn(How) -> What,
        retitled: impl Fn(String, String) -> What,
        changes: &mut Vec<Change>,
    ) {
        let mut places: HashMap<u32, usize> = HashMap::new();
        for &(old, new, how) in &self.renamed {
            places.insert(new, changes.len());
            changes.push(Change::of(renamed(how), self.both((old, new))));
        }
        for pair in self.changed() {
            let (was, is) = (self.before(pair.0).claims.called(), self.after(pair.1).claims.called());
            if let (Claim::Given(was), Claim::Given(is)) = (was, is)
                && was != is
            {
                let what = retitled(was.value.to_string(), is.value.to_string());
                let change = Change::of(what, self.both(pair));
                // A seat's title is more than words, and is reported by itself.
                match places.get(&pair.1).filter(|_| K::NOUN != Noun::Seat) {
                    Some(&renamed) => changes[renamed].folded.push(change),
                    None => changes.push(change),
                }
            }
        }
    }
}

/// A party that is named but not in the chart.
fn nobody(kind: Noun, id: &str) -> Party {
    Party { kind, id: id.to_owned(), name: id.to_owned(), span: None }
}

/// The ids of a list, sorted: their order in the file means nothing.
fn listed<K>(claims: &[Spanned<Id<K>>]) -> impl Iterator<Item = &str> {
    let mut ids: Vec<&str> = claims.iter().map(|id| id.value.as_str()).collect();
    ids.sort_unstable();
    ids.into_iter()
}

fn one<K>(claim: &Claim<Id<K>>) -> impl Iterator<Item = &str> {
    claim.get().map(|id| id.as_str()).into_iter()
}

/// The change of one key, in words.
fn key<C: Keyed>(
    what: impl FnOnce(KeyChange) -> What,
    subject: impl FnOnce() -> (Party, Party),
    (old, new): (&C, &C),
    key: &'static str,
    changes: &mut Vec<Change>,
) {
    let (old, new) = (old.fields(), new.fields());
    let (was, is) = (old.get(key), new.get(key));
    if was != is {
        let (was, is) = values(key, was, is);
        changes.push(Change::of(what(KeyChange { key, values: Values::Words { was, is } }), subject()));
    }
}

/// The changes of all keys but those that have words of their own, so that a new key is reported without further code.
fn others<C: Keyed>(
    matched: &Matched<'_>,
    what: impl Fn(KeyChange) -> What,
    subject: impl Fn() -> (Party, Party),
    (old, new): (&C, &C),
    own: &[&str],
    changes: &mut Vec<Change>,
) {
    let (old, new) = (old.fields(), new.fields());
    for key in C::KEYS.iter().filter(|key| !own.contains(&key.name)) {
        let (was, is) = (old.get(key.name), new.get(key.name));
        if was == is {
            continue;
        }
        let mut told = |values| changes.push(Change::of(what(KeyChange { key: key.name, values }), subject()));
        let Some(noun) = key.names else {
            let (was, is) = values(key.name, was, is);
            told(Values::Words { was, is });
            continue;
        };
        let (Some(was), Some(is)) = (ids(was), ids(is)) else { continue };
        let (was, is) = (was.into_iter(), is.into_iter());
        let (from, to) = match noun {
            Noun::Person => matched.people.exchanged(was, is),
            Noun::Priority => matched.priorities.exchanged(was, is),
            Noun::Metric => matched.metrics.exchanged(was, is),
            Noun::Seat | Noun::Chart | Noun::Strategy | Noun::Promise => matched.seats.exchanged(was, is),
        };
        // An entry under another id is still the same entry.
        if !from.is_empty() || !to.is_empty() {
            told(Values::Entries { from, to });
        }
    }
}

/// The ids that a value names; `None` where one can't be read.
fn ids(value: Option<&Value>) -> Option<Vec<&str>> {
    let values = match value {
        None => return Some(Vec::new()),
        Some(Value::List(values)) => values.as_slice(),
        Some(value) => std::slice::from_ref(value),
    };
    values.iter().map(Value::text).collect()
}

/// The old and new values of a key, in words; for lists only the items that differ.
fn values(key: &str, was: Option<&Value>, is: Option<&Value>) -> (Option<String>, Option<String>) {
    let (was, is) = match (was, is) {
        (Some(Value::List(was)), Some(Value::List(is))) => {
            let only = |one: &[Value], other: &[Value]| -> Vec<Value> {
                one.iter().filter(|value| !other.contains(value)).cloned().collect()
            };
            (Some(Value::List(only(was, is))), Some(Value::List(only(is, was))))
        }
        (was, is) => (was.cloned(), is.cloned()),
    };
    let said = |value: Option<Value>| value.map(|value| in_words(key, &value)).filter(|words| !words.is_empty());
    (said(was), said(is))
}

fn in_words(key: &str, value: &Value) -> String {
    let part = |fields: &BTreeMap<String, Value>, key: &str, before: &str| {
        fields.get(key).map_or_else(String::new, |value| format!("{before}{value}"))
    };
    match (key, value) {
        (_, Value::List(values)) => values.iter().map(|value| in_words(key, value)).collect::<Vec<_>>().join(", "),
        ("allow", Value::Map(waiver)) => {
            [part(waiver, "rule", ""), part(waiver, "until", " until "), part(waiver, "reason", ": ")].concat()
        }
        ("vacant", Value::Map(vacancy)) => {
            let said = [part(vacancy, "since", "since "), part(vacancy, "plan", "")];
            let said: Vec<String> = said.into_iter().filter(|said| !said.is_empty()).collect();
            if said.is_empty() { "noted".to_owned() } else { said.join(": ") }
        }
        ("fit", Value::Map(fit)) => {
            let said = [part(fit, "head", "head "), part(fit, "heart", "heart "), part(fit, "briefcase", "briefcase ")];
            said.into_iter().filter(|said| !said.is_empty()).collect::<Vec<_>>().join(", ")
        }
        _ => value.to_string(),
    }
}
