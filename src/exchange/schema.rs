//! JSON Schema (draft-07) of charts, for editors: derived from the types that read them.

use std::borrow::Cow;
use std::fmt::Write as _;
use std::marker::PhantomData;

use schemars::generate::SchemaSettings;
use schemars::transform::RecursiveTransform;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Value, json};

use crate::check::RULES;
use crate::model::{
    Claim, Head, Id, Kind, MetricClaims, Metrics, Noun, People, PersonClaims, Priorities, PriorityClaims, SeatClaims,
    Seats, Strategy, Text,
};

/// The keyword under which editors find what to say of a text that does not match.
const MESSAGE: &str = "patternErrorMessage";

// The reader of these sections takes them one entry at a time and so has no struct of its own.
/// Who is accountable for what in one organisation at one moment.
#[derive(JsonSchema)]
#[schemars(title = "Accountability chart", extend("additionalProperties" = false))]
#[expect(dead_code, reason = "only its schema is of use")]
struct ChartFile {
    /// The format's version, in `chart.yaml` or a single file.
    rightseat: Option<Version>,
    #[schemars(flatten)]
    head: Head,
    /// What the organisation is for and how it means to win.
    strategy: Option<Claim<Strategy>>,
    /// The people by their ids: a name, or a mapping.
    people: Option<Section<People, PersonClaims>>,
    /// The seats by their ids.
    seats: Option<Section<Seats, SeatClaims>>,
    /// The priorities by their ids.
    priorities: Option<Section<Priorities, PriorityClaims>>,
    /// The metrics by their ids.
    metrics: Option<Section<Metrics, MetricClaims>>,
}

/// Version 1, as a number or as text.
struct Version;

impl JsonSchema for Version {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "version".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({"enum": [1, "1"]})
    }
}

/// Entries by their ids.
struct Section<K, C>(PhantomData<(K, C)>);

impl<K: Kind, C: JsonSchema> JsonSchema for Section<K, C> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        K::NOUN.section().into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let entry = generator.subschema_for::<C>();
        // A person may be just a name.
        let entries = if K::NOUN == Noun::Person {
            json!({"anyOf": [generator.subschema_for::<Text>(), entry]})
        } else {
            entry.into()
        };
        json_schema!({
            "type": "object",
            "propertyNames": generator.subschema_for::<Id<K>>(),
            "additionalProperties": entries,
        })
    }
}

/// The schema of a chart's file.
#[must_use]
pub fn chart_schema() -> Value {
    // That a key may be left out is said by its not being required.
    let no_default = RecursiveTransform(|schema: &mut Schema| {
        schema.remove("default");
    });
    let settings = SchemaSettings::draft07().with_transform(no_default);
    let mut schema = settings.into_generator().into_root_schema_for::<ChartFile>().to_value();
    // The model knows no rules; here a waiver's rule is one of them.
    let rules: Vec<Value> =
        RULES.iter().map(|rule| json!({"const": rule.id.as_str(), "description": rule.summary})).collect();
    let rule = schema.pointer_mut("/definitions/Waiver/properties/rule").expect("a waiver names its rule");
    *rule = json!({"description": "The rule's id.", "oneOf": rules});
    describe_keys_alone(&mut schema);
    schema
}

/// Takes the descriptions off the definitions that keys share: an editor that finds two shows the definition's, and
/// never the key's own.
pub(crate) fn describe_keys_alone(schema: &mut Value) {
    let definitions = schema.get_mut("definitions").and_then(Value::as_object_mut);
    for definition in definitions.into_iter().flat_map(|definitions| definitions.values_mut()) {
        definition.as_object_mut().map(|definition| definition.remove("description"));
    }
}

/// A schema without the messages that it holds for editors: some validators refuse a keyword that JSON Schema
/// does not know.
#[must_use]
pub fn plain_schema(mut schema: Value) -> Value {
    let mut open = vec![&mut schema];
    while let Some(value) = open.pop() {
        match value {
            Value::Object(map) => {
                map.remove(MESSAGE);
                open.extend(map.values_mut());
            }
            Value::Array(values) => open.extend(values),
            _ => {}
        }
    }
    schema
}

/// A schema as the text of a file, in ASCII: its classes of characters name some that nobody can see.
#[must_use]
pub fn schema_text(schema: &Value) -> String {
    let mut text = String::new();
    for c in format!("{schema:#}\n").chars() {
        if c.is_ascii() {
            text.push(c);
        } else {
            for unit in c.encode_utf16(&mut [0; 2]) {
                write!(text, "\\u{unit:04x}").expect("a string takes all");
            }
        }
    }
    text
}
