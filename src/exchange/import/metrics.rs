//! Metrics: what is measured, who answers for it, what it should be and what it is.

use serde::Deserialize;
use serde::de::IntoDeserializer;
use serde::de::value::{Error, StrDeserializer};

use crate::model::{Amount, Date, MetricId, MetricKind, Perspective, Target};
use crate::text::{bare, sort};

use super::super::ids::{Taken, slug};
use super::Odd;
use super::days::{DayOrder, Number, day, number};
use super::fields::Field;
use super::forms::plain;
use super::owners::{Owners, odd_at};
use super::priorities::Priority;
use super::rows::word;
use super::table::{Kind, Table};

/// A metric.
#[derive(Debug, Default)]
pub(super) struct Metric {
    /// The table that it is in.
    pub(super) table: usize,
    pub(super) id: String,
    pub(super) title: String,
    pub(super) owners: Vec<usize>,
    pub(super) measures: Vec<usize>,
    pub(super) perspective: Option<Perspective>,
    pub(super) kind: Option<MetricKind>,
    pub(super) target: Option<String>,
    pub(super) actual: Option<String>,
    pub(super) waivers: Vec<String>,
    pub(super) notes: Vec<String>,
}

/// The metrics of all tables that hold some.
pub(super) fn metrics(
    tables: &[Table],
    owners: &Owners<'_, '_>,
    priorities: &[Priority],
    odd: &mut Vec<Odd>,
) -> Vec<Metric> {
    let mut all: Vec<Metric> = Vec::new();
    let mut taken = Taken::default();
    for (at, table) in tables.iter().enumerate().filter(|(_, table)| table.kind == Kind::Metrics) {
        let days = days(table);
        for row in table.rows() {
            let mut tell = |message: String| odd.push(odd_at(at, table.grid.number(row), message));
            let id = table.cell(row, Field::MetricId).filter(|id| MetricId::new(id).is_ok());
            let title = table.cell(row, Field::Metric);
            // A second row for a metric in our own export adds an owner.
            let again =
                id.as_ref().filter(|_| title.is_none()).and_then(|id| all.iter().position(|known| known.id == **id));
            let owner = table
                .columns
                .of(Field::PriorityOwner)
                .iter()
                .find_map(|&column| Some(table.raw(row, column)).filter(|text| !text.is_empty()));
            let mut notes = Vec::new();
            let (seats, missing) = owner.filter(|text| !owners.is_nobody(text)).map_or_else(Default::default, |text| {
                owners.of(text, table.cell(row, Field::Department).as_deref(), "the owner", &mut tell)
            });
            for text in missing {
                tell(format!("no seat `{text}` to own `{}`: kept as a note", title.as_deref().unwrap_or_default()));
                notes.push(format!("Owner in the imported table: {text}"));
            }
            if let Some(known) = again {
                all[known].owners.extend(seats);
                continue;
            }
            let Some(title) = title else {
                tell("no title of a metric: left out".to_owned());
                continue;
            };
            let id = id.map_or_else(|| slug(&title, "metric"), std::borrow::Cow::into_owned);
            let mut metric = Metric {
                table: at,
                id: taken.take(&id),
                title: title.into_owned(),
                owners: seats,
                notes,
                ..Metric::default()
            };
            figures(&mut metric, table, row, &days, &mut tell);
            rest(&mut metric, table, row, priorities, &mut tell);
            all.push(metric);
        }
    }
    all
}

/// The columns that are headed by days, the newest first.
fn days(table: &Table) -> Vec<usize> {
    let order = table.days.or(Some(DayOrder::MonthFirst));
    let mut days: Vec<(Date, usize)> = table
        .columns
        .all
        .iter()
        .enumerate()
        .filter_map(|(at, column)| Some((day(&column.header, order)?, at)))
        .collect();
    sort::by_key(&mut days, |(day, at)| std::cmp::Reverse((*day, *at)));
    days.into_iter().map(|(_, at)| at).collect()
}

fn figures(metric: &mut Metric, table: &Table, row: usize, days: &[usize], tell: &mut dyn FnMut(String)) {
    let unit = table.cell(row, Field::Unit).unwrap_or_default();
    let comparison = table.cell(row, Field::Comparison);
    if table.columns.is_ours {
        let own = |field| table.cell(row, field).map(std::borrow::Cow::into_owned);
        metric.target = own(Field::Target).filter(|text| typed::<Target>(text).is_some());
        metric.actual = own(Field::Actual).filter(|text| typed::<Amount>(text).is_some());
        return;
    }
    let goal = table.cell(row, Field::Target).and_then(|text| {
        match target(&text, comparison.as_deref(), &unit, table.has_decimal_comma) {
            Ok(goal) => Some(goal),
            Err(why) => {
                tell(format!("the goal `{text}` {why}: kept as a note"));
                metric.notes.push(format!("Goal in the imported table: {text}"));
                None
            }
        }
    });
    metric.target = goal.as_ref().map(Goal::written);
    let columns = table.columns.at(Field::Actual).into_iter().chain(days.iter().copied());
    let Some(text) = columns.into_iter().find_map(|column| table.line(row, column)) else { return };
    let goal_unit = goal.as_ref().map_or(unit.as_ref(), |goal: &Goal| goal.unit.as_str());
    match amount(&text, table.has_decimal_comma) {
        Some((value, own_unit)) => {
            let own_unit = if own_unit.is_empty() { goal_unit } else { own_unit.as_str() };
            let mut value = value;
            let is_share = own_unit == "%" && value.parse::<f64>().is_ok_and(|value| value.abs() <= 1.5);
            if is_share && goal.as_ref().is_some_and(|goal| goal.value.parse::<f64>().is_ok_and(|value| value > 1.5)) {
                value = percent(&value);
                tell(format!("the value `{text}` was taken for {value} %"));
            }
            if own_unit == goal_unit {
                metric.actual = Some(format!("{value} {own_unit}").trim().to_owned());
            } else {
                tell(format!("the value `{text}` is in another unit than the goal: left out"));
            }
        }
        None => tell(format!("expected a number, found `{text}`: left out")),
    }
    if metric.actual.as_deref().is_some_and(|actual| typed::<Amount>(actual).is_none()) {
        metric.actual = None;
    }
}

fn rest(metric: &mut Metric, table: &Table, row: usize, priorities: &[Priority], tell: &mut dyn FnMut(String)) {
    for text in table.list(row, Field::Measures) {
        let is_meant = |priority: &Priority| priority.id == text || plain(&priority.title) == plain(&text);
        match priorities.iter().position(is_meant) {
            Some(priority) => metric.measures.push(priority),
            None => tell(format!("no priority `{text}` to measure: left out")),
        }
    }
    if let Some(text) = table.cell(row, Field::Perspective) {
        metric.perspective = word(&text);
        if metric.perspective.is_none() {
            tell(format!("expected a perspective such as customer, found `{text}`: left out"));
        }
    }
    if let Some(text) = table.cell(row, Field::MetricKind) {
        metric.kind = word(&text);
        if metric.kind.is_none() {
            tell(format!("expected leading or lagging, found `{text}`: left out"));
        }
    }
    metric.notes.extend(table.text(row, Field::MetricNote));
    metric.waivers = table.lines(row, Field::Waivers);
}

/// What a metric should be, in parts.
#[derive(Debug, PartialEq, Eq)]
struct Goal {
    sign: &'static str,
    value: String,
    unit: String,
}

impl Goal {
    fn written(&self) -> String {
        format!("{} {} {}", self.sign, self.value, self.unit).trim().to_owned()
    }
}

/// How a goal may be compared, with the words for it; the longer before their beginnings.
const SIGNS: [(&str, &str); 20] = [
    (">=", ">="),
    ("≥", ">="),
    ("=>", ">="),
    ("at least", ">="),
    ("min", ">="),
    ("mindestens", ">="),
    ("au moins", ">="),
    ("al menos", ">="),
    ("<=", "<="),
    ("≤", "<="),
    ("=<", "<="),
    ("at most", "<="),
    ("max", "<="),
    ("hochstens", "<="),
    ("au plus", "<="),
    ("como maximo", "<="),
    ("greater than", ">"),
    (">", ">"),
    ("less than", "<"),
    ("<", "<"),
];

fn sign(text: &str) -> Option<(&'static str, &str)> {
    let lower = text.to_lowercase();
    let (word, sign) = SIGNS.iter().find(|(word, _)| lower.starts_with(word))?;
    // Words of plain letters are as long in either case.
    Some((sign, text.get(word.len()..)?.trim_start_matches(['.', ':', ' '])))
}

/// A goal, its comparison in the cell itself or beside it.
fn target(text: &str, beside: Option<&str>, unit: &str, has_comma: bool) -> Result<Goal, &'static str> {
    let beside_sign = beside.and_then(|beside| {
        let word = bare(beside);
        sign(beside).map(|(sign, _)| sign).or(match word.as_str() {
            "up" | "higher" | "higher is better" | "increase" | "maximize" | "greater than or equal to" => Some(">="),
            "down" | "lower" | "lower is better" | "decrease" | "minimize" | "less than or equal to" => Some("<="),
            _ => None,
        })
    });
    let (sign, rest) = match (sign(text), beside_sign) {
        (Some(found), _) => found,
        (None, Some(sign)) => (sign, text),
        (None, None) => return Err("says no direction, such as `>= 30`"),
    };
    let (value, own) = amount(rest, has_comma).ok_or("holds no plain number")?;
    let unit = if own.is_empty() { unit.to_owned() } else { own };
    let goal = Goal { sign, value, unit };
    if typed::<Target>(&goal.written()).is_none() {
        return Err("is no number that a chart can hold");
    }
    Ok(goal)
}

/// A number and its unit; a currency's sign before it counts as one.
fn amount(text: &str, has_comma: bool) -> Option<(String, String)> {
    let text = text.trim();
    let is_of_number = |letter: char| {
        letter.is_ascii_digit() || matches!(letter, '.' | ',' | '-' | '\'' | ' ' | '\u{a0}' | '\u{202f}')
    };
    let start = text.find(|letter: char| letter.is_ascii_digit() || letter == '-')?;
    let before = text[..start].trim();
    let rest = &text[start..];
    let end = rest.find(|letter: char| !is_of_number(letter)).unwrap_or(rest.len());
    let (digits, after) = rest.split_at(end);
    let after = after.trim();
    let (("", unit) | (unit, "")) = (before, after) else { return None };
    match number(digits.trim(), has_comma)? {
        Number::Is(value) => Some((value, unit.to_owned())),
        Number::Unclear => None,
    }
}

/// A share as a number of hundredths, exactly.
fn percent(value: &str) -> String {
    let (sign, digits) = value.strip_prefix('-').map_or(("", value), |digits| ("-", digits));
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let padded = format!("{fraction:0<2}");
    let (hundredths, rest) = padded.split_at(2);
    let whole = format!("{whole}{hundredths}");
    let whole = whole.trim_start_matches('0');
    let whole = if whole.is_empty() { "0" } else { whole };
    let rest = rest.trim_end_matches('0');
    if rest.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{rest}") }
}

/// A text as a type of the chart reads it.
pub(super) fn typed<T: for<'de> Deserialize<'de>>(text: &str) -> Option<T> {
    let text: StrDeserializer<'_, Error> = text.into_deserializer();
    T::deserialize(text).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn goals_are_read_as_scorecards_write_them() {
        let written = |text: &str, beside: Option<&str>| target(text, beside, "", false).map(|goal| goal.written());
        for (text, beside, expected) in [
            (">= 30", None, ">= 30"),
            (">= 250000 EUR", None, ">= 250000 EUR"),
            ("≥ 95 %", None, ">= 95 %"),
            ("< 4 h", None, "< 4 h"),
            ("30", Some(">="), ">= 30"),
            ("$1,000", Some("higher is better"), ">= 1000 $"),
            ("At least 12.5 days", None, ">= 12.5 days"),
        ] {
            assert_eq!(written(text, beside), Ok(expected.to_owned()), "{text}");
        }
        assert!(written("30", None).is_err() && written("> lots", None).is_err());
        assert_eq!(["0.96", "1", "0.125", "-0.5"].map(percent), ["96", "100", "12.5", "-50"]);
    }
}
