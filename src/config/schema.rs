//! The parts of the settings' JSON Schema that say more than the types that read them: rules, palettes and colours.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Map, Value, json};

use crate::check::{RULES, Rule};

use super::Base;
use super::choice::{Choice, Pairs};
use super::rules::{LEVELS, level};

/// What may be chosen for each rule, from the rules themselves.
impl JsonSchema for Pairs<Choice> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "rules".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let rules: Map<String, Value> = RULES.iter().map(|rule| (rule.id.to_string(), choice(rule))).collect();
        json_schema!({"type": "object", "additionalProperties": false, "properties": rules})
    }
}

/// The names of palettes.
pub(super) fn base(_: &mut SchemaGenerator) -> Schema {
    let mut names: Vec<Value> = Base::ALL.into_iter().map(|base| base.name().into()).collect();
    names.push(Value::Null);
    json_schema!({"enum": names})
}

/// A colour as it is written in settings.
pub(super) fn color(_: &mut SchemaGenerator) -> Schema {
    json_schema!({"type": ["string", "null"], "pattern": "^#[0-9A-Fa-f]{6}$",
        "patternErrorMessage": "expected a colour such as #1f6feb"})
}

/// Colours by the names of functions.
pub(super) fn colors(generator: &mut SchemaGenerator) -> Schema {
    json_schema!({"type": ["object", "null"], "additionalProperties": color(generator)})
}

fn choice(rule: &Rule) -> Value {
    let allowed = LEVELS.iter().filter(|(_, chosen)| level(rule, *chosen).is_ok());
    let levels = json!({"enum": allowed.map(|(name, _)| *name).collect::<Vec<_>>()});
    let mut keys = Map::new();
    keys.insert("level".to_owned(), levels.clone());
    for limit in rule.limits {
        let description = format!("{}, by default {}", limit.meaning, limit.default);
        let number = json!({"type": "integer", "minimum": 0, "maximum": u32::MAX, "description": description});
        keys.insert(limit.key.to_owned(), number);
    }
    let mapping = json!({"type": "object", "additionalProperties": false, "properties": keys});
    json!({"description": rule.summary, "anyOf": [levels, mapping, {"type": "null"}]})
}
