//! `folding-ids`: two ids of one kind that other readers of YAML take for one value.

use crate::phrase::{listed, of_kind, say};
use std::collections::BTreeMap;

use crate::model::{Kind, Table, repeated};

use super::super::{Context, Findings, Level, Pillar, Rule, RuleId, Subject};
use super::words::SHOWN;

pub(super) static RULE: Rule = Rule {
    id: RuleId::new("folding-ids"),
    summary: "two ids of one kind that other readers of YAML take for one value",
    pillar: Pillar::Structure,
    level: Level::Info,
    docs: include_str!("folding_ids.md"),
    ..Rule::BLANK
};

pub(super) fn check(context: &Context<'_>, findings: &mut Findings<'_>) {
    let chart = context.chart();
    check_kind(&chart.people, findings);
    check_kind(&chart.seats, findings);
    check_kind(&chart.priorities, findings);
    check_kind(&chart.metrics, findings);
}

fn check_kind<K: Kind, C>(table: &Table<K, C>, findings: &mut Findings<'_>) {
    let text = |at: usize| table.entries[at].id.value.as_str();
    let groups = |reader: fn(&str) -> Option<Value>| -> Vec<Vec<usize>> {
        let mut by_first: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (at, first) in repeated(table.entries.len(), |at| reader(text(at))) {
            // Those that differ only in case are an error already.
            if !text(at).eq_ignore_ascii_case(text(first)) {
                by_first.entry(first).or_insert_with(|| vec![first]).push(at);
            }
        }
        by_first.into_values().collect()
    };
    let today = groups(value_today);
    let mut of_old = groups(value_of_old);
    let is_said = |group: &Vec<usize>| today.iter().any(|said| group.iter().all(|at| said.binary_search(at).is_ok()));
    of_old.retain(|group| !is_said(group));
    for group in today.iter().chain(&of_old) {
        report(table, group, findings);
    }
}

/// One finding for all that fold into one, at the second of them.
fn report<K: Kind, C>(table: &Table<K, C>, group: &[usize], findings: &mut Findings<'_>) {
    let mut ids: Vec<&str> = group.iter().map(|&at| table.entries[at].id.value.as_str()).collect();
    ids.sort_unstable();
    let (first, second) = (&table.entries[group[0]].id, &table.entries[group[1]].id);
    let message = say![
        "other readers of YAML take the ",
        K::NOUN.name(),
        " ids ",
        listed(ids.iter().map(|id| of_kind(K::NOUN, id, "")), SHOWN),
        " for one value"
    ];
    let mut draft = findings
        .at(second.span(), message)
        .help("let all but one of them begin with a letter")
        .other(first.span(), "the first of them");
    for id in ids {
        draft = draft.on(Subject::new(K::NOUN, id));
    }
}

/// The value of an id that other readers don't take for text.
#[derive(Debug, PartialEq, Eq, Hash)]
enum Value {
    Truth(bool),
    /// The bits of a float: the languages in question hold 1000 and 1000.0 for equal.
    Number(u64),
}

impl Value {
    fn number(number: f64) -> Self {
        Self::Number(number.to_bits())
    }

    fn integer(digits: &str, base: u32) -> Option<Self> {
        // An id is short: what is too long for this is no number that a person writes.
        #[expect(clippy::cast_precision_loss, reason = "so do the readers in question")]
        u128::from_str_radix(digits, base).ok().map(|number| Self::number(number as f64))
    }
}

/// As YAML 1.2 has it in its core schema.
fn value_today(id: &str) -> Option<Value> {
    match id {
        "true" | "True" | "TRUE" => return Some(Value::Truth(true)),
        "false" | "False" | "FALSE" => return Some(Value::Truth(false)),
        _ => {}
    }
    if let Some(digits) = id.strip_prefix("0x") {
        return Value::integer(digits, 16);
    }
    if let Some(digits) = id.strip_prefix("0o") {
        return Value::integer(digits, 8);
    }
    id.parse().ok().filter(|_| begins_with_digit(id)).map(Value::number)
}

/// As YAML 1.1 had it, which many libraries still read.
fn value_of_old(id: &str) -> Option<Value> {
    if !begins_with_digit(id) {
        let is_one_of = |words: [&str; 4]| words.iter().any(|word| id.eq_ignore_ascii_case(word));
        let is_true = is_one_of(["y", "yes", "on", "true"]);
        return (is_true || is_one_of(["n", "no", "off", "false"])).then_some(Value::Truth(is_true));
    }
    let digits = id.replace('_', "");
    match digits.as_bytes() {
        [b'0', b'x', ..] => Value::integer(&digits[2..], 16),
        [b'0', b'b', ..] => Value::integer(&digits[2..], 2),
        [b'0', _, ..] if !digits.contains('.') => Value::integer(&digits[1..], 8),
        // It wants a sign in an exponent, which no id can hold.
        _ => digits.parse().ok().filter(|_| !digits.contains(['e', 'E'])).map(Value::number),
    }
}

/// Rust knows other words for numbers, which begin with letters.
fn begins_with_digit(id: &str) -> bool {
    id.starts_with(|c: char| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_fold_as_each_version_of_yaml_reads_them() {
        for (one, other, today, of_old) in [
            ("012", "12", true, false),
            ("012", "10", false, true),
            ("1e3", "1000", true, false),
            ("1.0", "1", true, true),
            ("0x0c", "12", true, true),
            ("0o14", "12", true, false),
            ("0b11", "3", false, true),
            ("1_000", "1000", false, true),
            ("yes", "on", false, true),
            ("true", "on", false, true),
            ("12", "13", false, false),
            ("a12", "a012", false, false),
            ("inf", "infinity", false, false),
            ("08", "8", true, false),
            ("१२", "12", false, false),
        ] {
            let folds = |reader: fn(&str) -> Option<Value>| reader(one).is_some() && reader(one) == reader(other);
            assert_eq!((folds(value_today), folds(value_of_old)), (today, of_old), "{one} {other}");
        }
    }
}
