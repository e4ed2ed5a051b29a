//! What can be done with any entry.

use std::collections::BTreeMap;

use crate::model::{Date, Edit, Fields, Noun, Value};

use super::super::draft::Draft;
use super::super::keys::type_of;
use super::super::refusal::Refusal;
use super::super::yaml::is_same;
use super::parse::{id as check_id, no_key};
use super::references::{naming, replace};
use super::{add_item, drop_item, items, named, parse, referring, set_items, text};

type Of<'a> = (Noun, &'a str);

pub(super) fn rename(draft: &mut Draft<'_>, kind: Noun, id: &str, new: &str) -> Result<(), Refusal> {
    has_id(kind, id)?;
    draft.expect(kind, id)?;
    check_id(kind, new)?;
    if id == new {
        return Ok(());
    }
    let referring = referring(draft, kind, id);
    draft.rename(kind, id, new)?;
    for (of, other) in referring {
        let other = if (of, other.as_str()) == (kind, id) { new.to_owned() } else { other };
        let fields = draft.fields(of, &other)?;
        for key in naming(of, fields, kind, id) {
            replace(fields, key, id, Some(new));
        }
    }
    if kind == Noun::Seat {
        let fields = draft.fields(kind, new)?;
        drop_item(fields, "formerly", new);
        add_item(fields, "formerly", id);
    }
    Ok(())
}

/// A key, and one within it where it is written `vacant.since`.
fn split(key: &str) -> (&str, Option<&str>) {
    key.split_once('.').map_or((key, None), |(key, within)| (key, Some(within)))
}

pub(super) fn set(draft: &mut Draft<'_>, (kind, id): Of<'_>, key: &str, words: &[String]) -> Result<(), Refusal> {
    draft.expect(kind, id)?;
    // The version is what a file is read by, and no claim.
    if (kind, key) == (Noun::Chart, "rightseat") {
        draft.says_version = words == ["1"];
        let other = || Refusal::Value("this release writes format version 1".to_owned());
        return draft.says_version.then_some(()).ok_or_else(other);
    }
    let (key, within) = split(key);
    let value = match within {
        None => parse(kind, key, words)?,
        Some(within) => {
            let joined: Vec<String> = words.iter().map(|word| format!("{within}={word}")).collect();
            let Value::Map(new) = parse(kind, key, &joined)? else { return Err(no_key(kind, key)) };
            let mut all = match draft.fields(kind, id)?.get(key) {
                Some(Value::Map(all)) => all.clone(),
                _ => BTreeMap::new(),
            };
            all.extend(new);
            Value::Map(all)
        }
    };
    known(draft, kind, key, &value)?;
    let fields = draft.fields(kind, id)?;
    // A list that already says this is not rewritten in another order.
    if !fields.get(key).is_some_and(|before| is_same(before, &value)) {
        fields.insert(key.to_owned(), value);
    }
    Ok(())
}

/// Whether the entries are there that a value names.
fn known(draft: &Draft<'_>, kind: Noun, key: &str, value: &Value) -> Result<(), Refusal> {
    let Some(of) = type_of(kind, key) else { return Err(no_key(kind, key)) };
    let one = |of: Option<Noun>, value: &Value| match (of, value) {
        (Some(of), Value::Text(id)) => draft.expect(of, id),
        _ => Ok(()),
    };
    match value {
        Value::List(items) => items.iter().try_for_each(|item| one(of.refers_to(), item)),
        Value::Map(pairs) => pairs.iter().try_for_each(|(key, value)| one(of.within(key).refers_to(), value)),
        value => one(of.refers_to(), value),
    }
}

pub(super) fn unset(draft: &mut Draft<'_>, (kind, id): Of<'_>, key: &str) -> Result<(), Refusal> {
    draft.expect(kind, id)?;
    let (key, within) = split(key);
    let of = type_of(kind, key).ok_or_else(|| no_key(kind, key))?;
    let fields = draft.fields(kind, id)?;
    match (within, fields.get_mut(key)) {
        (None, _) => {
            fields.remove(key);
        }
        (Some(within), _) if !of.keys().iter().any(|(name, _)| *name == within) => {
            return Err(no_key(kind, &format!("{key}.{within}")));
        }
        (Some(within), Some(Value::Map(pairs))) => {
            pairs.remove(within);
            if pairs.is_empty() {
                fields.remove(key);
            }
        }
        (Some(_), _) => {}
    }
    Ok(())
}

pub(super) fn add(draft: &mut Draft<'_>, (kind, id): Of<'_>, key: &str, words: &[String]) -> Result<(), Refusal> {
    draft.expect(kind, id)?;
    let value = list(kind, key, words)?;
    known(draft, kind, key, &value)?;
    let fields = draft.fields(kind, id)?;
    let mut all = items(fields, key).to_vec();
    if let Value::List(new) = value {
        let fresh: Vec<Value> = new.into_iter().filter(|item| !all.contains(item)).collect();
        all.extend(fresh);
    }
    set_items(fields, key, all);
    Ok(())
}

pub(super) fn remove(draft: &mut Draft<'_>, (kind, id): Of<'_>, key: &str, words: &[String]) -> Result<(), Refusal> {
    draft.expect(kind, id)?;
    let Value::List(gone) = list(kind, key, words)? else { return Ok(()) };
    let fields = draft.fields(kind, id)?;
    if let Some(missing) = gone.iter().find(|item| !items(fields, key).contains(item)) {
        return Err(Refusal::Value(format!("`{key}` of {} does not say `{missing}`", named(kind, id))));
    }
    let left = items(fields, key).iter().filter(|item| !gone.contains(item)).cloned().collect();
    set_items(fields, key, left);
    Ok(())
}

fn list(kind: Noun, key: &str, words: &[String]) -> Result<Value, Refusal> {
    let of = type_of(kind, key).ok_or_else(|| no_key(kind, key))?;
    if of.is_list() {
        parse(kind, key, words)
    } else {
        Err(Refusal::Value(format!("`{key}` is not a list: use `edit set` to change it")))
    }
}

pub(super) fn new(draft: &mut Draft<'_>, (kind, id): Of<'_>, values: &[(String, Vec<String>)]) -> Result<(), Refusal> {
    check_id(kind, id)?;
    draft.add(kind, id, Fields::new())?;
    values.iter().try_for_each(|(key, words)| set(draft, (kind, id), key, words))
}

/// The chart itself and its strategy are neither renamed nor taken away.
fn has_id(kind: Noun, id: &str) -> Result<(), Refusal> {
    let help = format!("`edit set {kind} KEY VALUE` changes what it says, `edit unset {kind} KEY` takes a key away");
    if id.is_empty() { Err(Refusal::Value(format!("the {kind} has no id: {help}"))) } else { Ok(()) }
}

pub(super) fn delete(draft: &mut Draft<'_>, kind: Noun, id: &str) -> Result<(), Refusal> {
    has_id(kind, id)?;
    draft.expect(kind, id)?;
    let by: Vec<String> = referring(draft, kind, id)
        .into_iter()
        .filter(|(of, other)| (*of, other.as_str()) != (kind, id))
        .map(|(of, other)| named(of, &other))
        .collect();
    if !by.is_empty() {
        let help = match kind {
            Noun::Seat => "`edit close` hands over what hangs on a seat",
            _ => "remove that first",
        };
        return Err(Refusal::Needed { what: named(kind, id), by, help: help.to_owned() });
    }
    draft.remove(kind, id)
}

pub(super) fn allow(
    draft: &mut Draft<'_>,
    rule: &str,
    (kind, id): Of<'_>,
    reason: &str,
    until: Date,
) -> Result<(), Refusal> {
    draft.expect(kind, id)?;
    type_of(kind, "allow").ok_or_else(|| no_key(kind, "allow"))?;
    let reason = match reason.trim() {
        "" => return Err(Refusal::Value("write why it is accepted".to_owned())),
        reason => reason,
    };
    if let Some(hidden) = reason.chars().find(|&character| crate::text::forbidden(character)) {
        return Err(Refusal::Value(format!("a reason can't hold the character U+{:04X}", u32::from(hidden))));
    }
    let pairs = [("rule", text(rule)), ("reason", text(reason)), ("until", text(&until.to_string()))];
    let waiver = Value::Map(pairs.into_iter().map(|(key, value)| (key.to_owned(), value)).collect());
    let fields = draft.fields(kind, id)?;
    if items(fields, "allow").contains(&waiver) {
        return Ok(());
    }
    let left = items(fields, "allow").iter().filter(|waiver| !is_of(waiver, rule)).cloned();
    let all = left.chain([waiver]).collect();
    set_items(fields, "allow", all);
    Ok(())
}

fn is_of(waiver: &Value, rule: &str) -> bool {
    matches!(waiver, Value::Map(pairs) if pairs.get("rule") == Some(&text(rule)))
}

pub(super) fn disallow(draft: &mut Draft<'_>, rule: &str, (kind, id): Of<'_>) -> Result<(), Refusal> {
    draft.expect(kind, id)?;
    let fields = draft.fields(kind, id)?;
    if !items(fields, "allow").iter().any(|waiver| is_of(waiver, rule)) {
        return Err(Refusal::Value(format!("{} has no waiver of `{rule}`", named(kind, id))));
    }
    let left = items(fields, "allow").iter().filter(|waiver| !is_of(waiver, rule)).cloned().collect();
    set_items(fields, "allow", left);
    Ok(())
}

/// Makes exactly these edits, which must fit what is there.
pub(super) fn exactly(draft: &mut Draft<'_>, edits: &[Edit]) -> Result<(), Refusal> {
    for edit in edits {
        let (kind, id) = (edit.kind, edit.id.as_str());
        match (&edit.field, &edit.new) {
            (Some(key), Some(new)) => {
                draft.fields(kind, id)?.insert(key.clone(), new.clone());
            }
            (Some(key), None) => {
                draft.fields(kind, id)?.remove(key);
            }
            (None, Some(Value::Map(fields))) if kind == Noun::Strategy => *draft.fields(kind, id)? = fields.clone(),
            (None, Some(Value::Map(fields))) => draft.add(kind, id, fields.clone())?,
            (None, None) if kind == Noun::Strategy => draft.fields(kind, id)?.clear(),
            (None, None) => draft.remove(kind, id)?,
            (None, Some(_)) => return Err(Refusal::Unreadable { kind, id: id.to_owned() }),
        }
    }
    Ok(())
}
