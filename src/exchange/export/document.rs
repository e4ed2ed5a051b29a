//! A whole chart as one JSON document in the format's own keys: it is a chart again, and `schema chart` describes it.

use serde::Serialize;
use serde_yaml::{Mapping, Value};

use crate::model::{Chart, Id, Table};
use crate::report;

/// The chart as JSON, its entries in the order of the files; what could not be read is left out.
#[must_use]
pub fn document(chart: &Chart) -> String {
    let mut top = Mapping::new();
    top.insert("rightseat".into(), 1.into());
    if let Value::Mapping(head) = said(&chart.head) {
        top.extend(head);
    }
    top.insert("strategy".into(), said(&chart.strategy));
    top.insert("people".into(), entries(&chart.people));
    top.insert("seats".into(), entries(&chart.seats));
    top.insert("priorities".into(), entries(&chart.priorities));
    top.insert("metrics".into(), entries(&chart.metrics));
    top.retain(|_, value| !value.is_null());
    report::document(&top)
}

fn entries<K, C: Serialize>(table: &Table<K, C>) -> Value {
    let entry = |id: &Id<K>, claims: &C| (Value::from(id.as_str()), said(claims));
    let entries: Mapping = table.entries.iter().map(|one| entry(&one.id.value, &one.claims)).collect();
    if entries.is_empty() { Value::Null } else { entries.into() }
}

/// A value without the keys that say nothing; the format is a few levels deep at most.
fn said(value: &impl Serialize) -> Value {
    let mut value = serde_yaml::to_value(value).expect("text and numbers are always YAML");
    prune(&mut value);
    value
}

fn prune(value: &mut Value) {
    match value {
        Value::Mapping(pairs) => {
            pairs.iter_mut().for_each(|(_, value)| prune(value));
            pairs.retain(|_, value| !value.is_null());
        }
        Value::Sequence(values) => values.iter_mut().for_each(prune),
        _ => {}
    }
}
