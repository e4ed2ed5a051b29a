//! From words to values, with the reader of charts itself.

use crate::diff::{of_chart, of_strategy};
use crate::model::{Keyed, Noun, Value};
use crate::read::{self, DefectKind, Input};
use crate::text::{Sources, forbidden};

use super::super::keys::{Type, keys, type_of};
use super::super::refusal::Refusal;
use super::super::yaml::{Literal, is_number};

/// What a key says with these words.
pub(in crate::edit) fn parse(kind: Noun, key: &str, words: &[String]) -> Result<Value, Refusal> {
    let Some(of) = type_of(kind, key) else { return Err(no_key(kind, key)) };
    if words.is_empty() {
        return Err(Refusal::Value(format!("write a value for `{key}`")));
    }
    let one = |words: &[String]| match words {
        [word] => Ok(word.clone()),
        _ => Err(Refusal::Value(format!("`{key}` takes one value, not {}", words.len()))),
    };
    match of {
        _ if of.is_list() && !matches!(of, Type::Maps(_)) => {
            let mut items = Vec::new();
            for word in words {
                match read(kind, key, &Literal::List(vec![literal(of.item(), word)], false))? {
                    Value::List(mut read) => items.append(&mut read),
                    other => items.push(other),
                }
            }
            Ok(Value::List(items))
        }
        Type::Maps(_) => Err(Refusal::Value(format!("`{key}` is written by `edit allow` and `edit disallow`"))),
        Type::References if words.len() > 1 && !words.iter().all(|word| word.contains('=')) => {
            read(kind, key, &Literal::List(words.iter().map(|word| literal(Type::Text, word)).collect(), false))
        }
        Type::References if !words.iter().all(|word| word.contains('=')) => {
            read(kind, key, &literal(Type::Text, &one(words)?))
        }
        Type::Map(_) | Type::Lines(_) | Type::References => {
            let pair = |word: &String| match word.split_once('=') {
                Some((name, word)) => Ok((name.to_owned(), literal(of.within(name), word))),
                None => Err(Refusal::Value(format!("`{key}` is written as KEY=VALUE, found `{word}`"))),
            };
            read(kind, key, &Literal::Map(words.iter().map(pair).collect::<Result<_, _>>()?, false))
        }
        _ => read(kind, key, &literal(of, &one(words)?)),
    }
}

/// That a kind has no such key.
pub(super) fn no_key(kind: Noun, key: &str) -> Refusal {
    let known: Vec<String> = keys(kind).iter().map(|(key, _)| format!("`{key}`")).collect();
    let near = crate::text::nearest(key, keys(kind).iter().map(|(key, _)| *key));
    let help =
        near.map_or_else(|| format!("its keys are {}", known.join(", ")), |near| format!("did you mean `{near}`?"));
    Refusal::Value(format!("a {kind} has no key `{key}`: {help}"))
}

fn literal(of: Type, word: &str) -> Literal {
    let is_safe = |c: char| c.is_alphanumeric() || matches!(c, '.' | '_' | '-' | '+' | '%' | ',');
    // What can't be a number, day, flag or word is read as the text that it is, and refused as such.
    if of.is_bare() && !word.is_empty() && word.chars().all(is_safe) || of == Type::Amount && is_number(word) {
        Literal::Bare(word.to_owned())
    } else {
        Literal::Text(word.to_owned())
    }
}

/// Reads a value as the only one of a chart.
fn read(kind: Noun, key: &str, value: &Literal) -> Result<Value, Refusal> {
    let written = value.inline(true, None);
    if let Some(hidden) = written.chars().find(|&character| forbidden(character)) {
        return Err(Refusal::Value(format!("`{key}` can't hold the character U+{:04X}", u32::from(hidden))));
    }
    let pair = format!("{{{key}: {written}}}");
    let text = match kind {
        Noun::Chart => pair,
        Noun::Strategy | Noun::Promise => format!("strategy: {pair}"),
        _ => format!("{}: {{x: {pair}}}", kind.section()),
    };
    let mut sources = Sources::new();
    let too_long = || Refusal::Value(format!("`{key}` is too long"));
    let source = sources.add("value", text).ok_or_else(too_long)?;
    let (chart, defects) = read::chart(&sources, &[Input { source, is_main: true, unread: None }]);
    if let Some(wrong) = defects.iter().find(|defect| !matches!(defect.kind, DefectKind::MissingKey)) {
        let help = wrong.help.as_ref().map_or_else(String::new, |help| format!(": {help}"));
        return Err(Refusal::Value(format!("`{key}`: {}{help}", wrong.message)));
    }
    let fields = match kind {
        Noun::Chart => Some(of_chart(&chart)),
        Noun::Strategy | Noun::Promise => match of_strategy(&chart) {
            Some(Value::Map(fields)) => Some(fields),
            _ => None,
        },
        Noun::Person => chart.people.entries.first().map(|entry| entry.claims.fields()),
        Noun::Seat => chart.seats.entries.first().map(|entry| entry.claims.fields()),
        Noun::Priority => chart.priorities.entries.first().map(|entry| entry.claims.fields()),
        Noun::Metric => chart.metrics.entries.first().map(|entry| entry.claims.fields()),
    };
    let value = fields.and_then(|mut fields| fields.remove(key));
    value.ok_or_else(|| Refusal::Value(format!("`{key}` would be empty: unset it instead")))
}

/// An id that an entry can have.
pub(super) fn id(kind: Noun, text: &str) -> Result<(), Refusal> {
    use crate::model::{MetricId, PersonId, PriorityId, SeatId};
    match kind {
        Noun::Person => PersonId::new(text).map(|_| ()),
        Noun::Seat => SeatId::new(text).map(|_| ()),
        Noun::Priority => PriorityId::new(text).map(|_| ()),
        Noun::Metric => MetricId::new(text).map(|_| ()),
        Noun::Chart | Noun::Strategy | Noun::Promise => return Err(Refusal::Value(format!("the {kind} has no id"))),
    }
    .map_err(|refused| Refusal::Value(refused.to_string()))
}
