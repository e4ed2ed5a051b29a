//! Values as they are to be written: in the format's order, with values that may need quotes kept apart from
//! those that must not have any.

use std::collections::BTreeMap;

use crate::model::Value;
use crate::read::{Outline, Shape, Style};

use super::super::keys::Type;
use super::quote;

/// A value to write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Literal {
    /// Nothing.
    Nothing,
    /// A number, day, flag or word: never in quotes.
    Bare(String),
    /// Text.
    Text(String),
    /// A list, and whether it is written a line each where there is room for that.
    List(Vec<Literal>, bool),
    /// A mapping, likewise.
    Map(Vec<(String, Literal)>, bool),
}

/// What a text is made of, however it is written: what an edit must lead to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    Nothing,
    Text(String),
    List,
    Map,
    End,
}

impl Literal {
    pub(crate) fn of(of: Type, value: &Value) -> Self {
        match value {
            Value::Wrong => Self::Nothing,
            Value::Flag(flag) => Self::Bare(flag.to_string()),
            Value::Text(text) if of.is_bare() || of == Type::Amount && is_number(text) => Self::Bare(text.clone()),
            Value::Text(text) => Self::Text(text.clone()),
            Value::List(values) if matches!(of, Type::OneOrMany(_)) && values.len() == 1 => {
                Self::of(of.item(), &values[0])
            }
            Value::List(values) => {
                let is_long = matches!(of, Type::Texts | Type::Maps(_));
                Self::List(values.iter().map(|value| Self::of(of.item(), value)).collect(), is_long)
            }
            Value::Map(values) => Self::Map(in_order(of, values), matches!(of, Type::Lines(_))),
        }
    }

    /// An entry with these values.
    pub(crate) fn entry(keys: &[(&'static str, Type)], values: &BTreeMap<String, Value>) -> Self {
        let known = keys.iter().filter_map(|(key, of)| Some(((*key).to_owned(), Self::of(*of, values.get(*key)?))));
        Self::Map(known.collect(), true)
    }

    /// On one line, as within brackets or by itself.
    pub(crate) fn inline(&self, in_brackets: bool, was: Option<Style>) -> String {
        match self {
            Self::Nothing => "null".to_owned(),
            Self::Bare(text) => text.clone(),
            Self::Text(text) => quote::text(text, in_brackets, was),
            Self::List(items, _) => {
                let items: Vec<String> = items.iter().map(|item| item.inline(true, None)).collect();
                format!("[{}]", items.join(", "))
            }
            Self::Map(pairs, _) => {
                let pairs: Vec<String> = pairs.iter().map(|(key, value)| pair(key, value, true)).collect();
                format!("{{{}}}", pairs.join(", "))
            }
        }
    }

    pub(crate) fn parts(&self, parts: &mut Vec<Part>) {
        match self {
            Self::Nothing => parts.push(Part::Nothing),
            Self::Bare(text) | Self::Text(text) => parts.push(Part::Text(text.clone())),
            Self::List(items, _) => {
                parts.push(Part::List);
                for item in items {
                    item.parts(parts);
                }
                parts.push(Part::End);
            }
            Self::Map(pairs, _) => {
                parts.push(Part::Map);
                for (key, value) in pairs {
                    parts.push(Part::Text(key.clone()));
                    value.parts(parts);
                }
                parts.push(Part::End);
            }
        }
    }
}

/// Whether a text is a number and nothing else, which any reader of YAML takes for one.
pub(crate) fn is_number(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
    let are_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    are_digits(whole) && are_digits(fraction) && (whole == "0" || !whole.starts_with('0'))
}

/// `key: value` in one line.
pub(super) fn pair(key: &str, value: &Literal, in_brackets: bool) -> String {
    format!("{}: {}", quote::text(key, in_brackets, None), value.inline(in_brackets, None))
}

fn in_order(of: Type, values: &BTreeMap<String, Value>) -> Vec<(String, Literal)> {
    let known = of.keys().iter().filter_map(|(key, _)| values.get_key_value(*key));
    let others = values.iter().filter(|(key, _)| !of.keys().iter().any(|(name, _)| name == key));
    known.chain(others).map(|(key, value)| (key.clone(), Literal::of(of.within(key), value))).collect()
}

/// The contents of a node, without its type, for a comparison with what is claimed.
pub(crate) fn value(outline: &Outline<'_>, at: usize) -> Value {
    match &outline.node(at).shape {
        Shape::Missing => Value::Wrong,
        Shape::Scalar(text, Style::Plain) if matches!(&**text, "~" | "null" | "Null" | "NULL") => Value::Wrong,
        Shape::Scalar(text, _) => Value::Text(text.trim().to_owned()),
        Shape::List { .. } => Value::List(outline.children(at).map(|item| value(outline, item)).collect()),
        Shape::Map { .. } => {
            let pairs = outline.pairs(at).filter_map(|(key, of)| {
                let of = value(outline, of);
                (of != Value::Wrong).then_some((outline.word(key)?.to_owned(), of))
            });
            Value::Map(pairs.collect())
        }
    }
}
