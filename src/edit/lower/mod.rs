//! From what somebody wants to what entries are to say.

mod entries;
mod parse;
mod references;
mod seats;

use crate::model::{Fields, Noun, Value};

use super::draft::Draft;
use super::intent::Intent;
use super::refusal::Refusal;

pub(super) use parse::parse;
pub(super) use references::referring;

pub(super) fn lower(draft: &mut Draft<'_>, intent: &Intent) -> Result<(), Refusal> {
    match intent {
        Intent::HandOver { priority, seat } => seats::hand_over(draft, priority, seat),
        Intent::Fill { seat, person } => seats::fill(draft, seat, person),
        Intent::Cover { seat, person } => seats::cover(draft, seat, person),
        Intent::Vacate { seat, since, plan } => seats::vacate(draft, seat, *since, plan.as_deref()),
        Intent::Move { seat, manager } => seats::move_below(draft, seat, manager),
        Intent::Close { seat, to } => seats::close(draft, seat, to.as_deref()),
        Intent::Rename { kind, id, new } => entries::rename(draft, *kind, id, new),
        Intent::Set { kind, id, key, values } => entries::set(draft, (*kind, id), key, values),
        Intent::Unset { kind, id, key } => entries::unset(draft, (*kind, id), key),
        Intent::Add { kind, id, key, values } => entries::add(draft, (*kind, id), key, values),
        Intent::Remove { kind, id, key, values } => entries::remove(draft, (*kind, id), key, values),
        Intent::New { kind, id, values } => entries::new(draft, (*kind, id), values),
        Intent::Delete { kind, id } => entries::delete(draft, *kind, id),
        Intent::Allow { rule, kind, id, reason, until } => entries::allow(draft, rule, (*kind, id), reason, *until),
        Intent::Disallow { rule, kind, id } => entries::disallow(draft, rule, (*kind, id)),
        Intent::Exactly(edits) => entries::exactly(draft, edits),
    }
}

/// The items of a list.
fn items<'f>(fields: &'f Fields, key: &str) -> &'f [Value] {
    match fields.get(key) {
        Some(Value::List(items)) => items,
        _ => &[],
    }
}

/// Sets a list, or takes its key away where nothing is left in it.
fn set_items(fields: &mut Fields, key: &str, items: Vec<Value>) {
    if items.is_empty() {
        fields.remove(key);
    } else {
        fields.insert(key.to_owned(), Value::List(items));
    }
}

fn drop_item(fields: &mut Fields, key: &str, item: &str) {
    let left = items(fields, key).iter().filter(|value| !is(value, item)).cloned().collect();
    set_items(fields, key, left);
}

fn add_item(fields: &mut Fields, key: &str, item: &str) {
    if !items(fields, key).iter().any(|value| is(value, item)) {
        let all = items(fields, key).iter().cloned().chain([text(item)]).collect();
        set_items(fields, key, all);
    }
}

fn text(text: &str) -> Value {
    Value::Text(text.to_owned())
}

fn is(value: &Value, word: &str) -> bool {
    matches!(value, Value::Text(text) if text == word)
}

fn says(fields: &Fields, key: &str, word: &str) -> bool {
    fields.get(key).is_some_and(|value| is(value, word))
}

/// An entry as it is named to people.
fn named(kind: Noun, id: &str) -> String {
    if id.is_empty() { format!("the {kind}") } else { format!("`{kind}:{id}`") }
}
