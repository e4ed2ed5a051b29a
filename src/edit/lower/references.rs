//! Which entries name another one, and what becomes of them when that one gets another id or goes.

use crate::model::{Chart, Fields, Kind, Listed, Noun, Value};
use crate::text::sort;

use super::super::draft::Draft;
use super::super::keys::{Type, keys};
use super::{is, set_items, text};

/// The entries that name an entry, as the chart stands and as it is to be, and its strategy where the promise does.
pub(in crate::edit) fn referring(draft: &Draft<'_>, kind: Noun, id: &str) -> Vec<(Noun, String)> {
    let mut found = in_chart(draft.chart, kind, id);
    // Where the draft knows the entry, the draft decides.
    found.retain(|(of, other)| draft.has(*of, other) && !draft.touches(*of, other));
    let drafted = draft.touched().filter(|((of, _), entry)| {
        entry.after.as_ref().is_some_and(|fields| !naming(*of, fields, kind, id).is_empty())
    });
    found.extend(drafted.map(|(key, _)| key.clone()));
    sort::by(&mut found, Ord::cmp);
    found.dedup();
    found
}

fn one<K: Kind>(claim: &crate::model::Claim<crate::model::Id<K>>, id: &str) -> bool {
    claim.get().is_some_and(|given| given.as_str() == id)
}

fn many<K: Kind>(claims: &impl Listed<crate::model::Id<K>>, id: &str) -> bool {
    claims.iter().any(|given| given.value.as_str() == id)
}

fn in_chart(chart: &Chart, kind: Noun, id: &str) -> Vec<(Noun, String)> {
    let mut found = Vec::new();
    let seats = chart.seats.entries.iter().filter(|seat| match kind {
        Noun::Seat => one(&seat.reports_to, id) || many(&seat.dotted_to, id),
        Noun::Person => {
            many(&seat.owner, id) || one(&seat.backup, id) || one(&seat.interim, id) || many(&seat.members, id)
        }
        _ => false,
    });
    found.extend(seats.map(|seat| (Noun::Seat, seat.id.value.as_str().to_owned())));
    let priorities = chart.priorities.entries.iter().filter(|priority| match kind {
        Noun::Seat => many(&priority.owner, id) || many(&priority.contributors, id),
        Noun::Priority => many(&priority.supports, id),
        _ => false,
    });
    found.extend(priorities.map(|priority| (Noun::Priority, priority.id.value.as_str().to_owned())));
    let metrics = chart.metrics.entries.iter().filter(|metric| match kind {
        Noun::Seat => many(&metric.owner, id),
        Noun::Priority => many(&metric.measures, id),
        _ => false,
    });
    found.extend(metrics.map(|metric| (Noun::Metric, metric.id.value.as_str().to_owned())));
    let promise = chart.strategy.get().and_then(|strategy| strategy.promise.get());
    if kind == Noun::Seat && promise.is_some_and(|promise| one(&promise.owner, id)) {
        found.push((Noun::Strategy, String::new()));
    }
    found
}

/// The keys by which an entry names another one.
pub(super) fn naming(of: Noun, fields: &Fields, kind: Noun, id: &str) -> Vec<&'static str> {
    let names = |value: &Value, of: Type| match (value, of.refers_to() == Some(kind)) {
        (Value::List(items), true) => items.iter().any(|item| is(item, id)),
        (Value::Map(pairs), _) => {
            kind == Noun::Seat && matches!(of, Type::Lines(_)) && pairs.get("owner").is_some_and(|value| is(value, id))
        }
        (value, true) => is(value, id),
        _ => false,
    };
    keys(of)
        .iter()
        .filter(|(key, of)| fields.get(*key).is_some_and(|value| names(value, *of)))
        .map(|(key, _)| *key)
        .collect()
}

/// Names another entry wherever this one was named under a key, or nobody; a list that names it already does so once.
pub(super) fn replace(fields: &mut Fields, key: &str, id: &str, new: Option<&str>) {
    match fields.get(key) {
        Some(Value::List(items)) => {
            let mut left = Vec::new();
            for item in items {
                let item = if is(item, id) { new.map(text) } else { Some(item.clone()) };
                left.extend(item.filter(|item| !left.contains(item)));
            }
            set_items(fields, key, left);
        }
        Some(Value::Map(pairs)) => {
            let mut pairs = pairs.clone();
            match new {
                Some(new) => pairs.insert("owner".to_owned(), text(new)),
                None => pairs.remove("owner"),
            };
            fields.insert(key.to_owned(), Value::Map(pairs));
        }
        Some(_) => match new {
            Some(new) => {
                fields.insert(key.to_owned(), text(new));
            }
            None => {
                fields.remove(key);
            }
        },
        None => {}
    }
}
