//! The numbers by which other systems know an entry.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{self, Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde::ser::{Serialize, SerializeMap, Serializer};

use super::Text;
use crate::text::placed_beside;

/// Asks the deserializer for a text, a list of texts or a mapping of texts.
pub(crate) const REFERENCES: &str = "rightseat references";

/// The numbers of one entry: one, several, or one a system.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct References(Vec<Reference>);

/// A number, and the system that it is from where the chart names one.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Reference {
    /// The other system.
    pub system: Option<Text>,
    /// The number, as text.
    pub number: Text,
}

placed_beside!(References);

impl References {
    /// The numbers in the order written.
    pub fn iter(&self) -> std::slice::Iter<'_, Reference> {
        self.0.iter()
    }

    /// The numbers by their systems, where they have any.
    pub(crate) fn by_system(&self) -> Option<BTreeMap<String, String>> {
        let pair = |one: &Reference| Some((one.system.as_ref()?.to_string(), one.number.to_string()));
        self.0.iter().map(pair).collect()
    }
}

impl<'r> IntoIterator for &'r References {
    type Item = &'r Reference;
    type IntoIter = std::slice::Iter<'r, Reference>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

/// `P-110`, or `workday=P-110`.
impl fmt::Display for Reference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.system {
            Some(system) => write!(f, "{system}={}", self.number),
            None => write!(f, "{}", self.number),
        }
    }
}

impl<'de> Deserialize<'de> for References {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_newtype_struct(REFERENCES, ReferencesVisitor)
    }
}

struct ReferencesVisitor;

impl<'de> Visitor<'de> for ReferencesVisitor {
    type Value = References;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a number such as `P-110`, a list of them, or `{system: number}`")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<References, E> {
        let number = Text::parse(text).map_err(E::custom)?;
        Ok(References(vec![Reference { system: None, number }]))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<References, A::Error> {
        let mut references = Vec::new();
        while let Some(number) = list.next_element::<Text>()? {
            references.push(Reference { system: None, number });
        }
        Ok(References(references))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut pairs: A) -> Result<References, A::Error> {
        let mut references = Vec::new();
        while let Some((system, number)) = pairs.next_entry::<Text, Text>()? {
            references.push(Reference { system: Some(system), number });
        }
        Ok(References(references))
    }
}

/// In the form that is read: a mapping where systems are named, else one text or a list.
impl Serialize for References {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0.as_slice() {
            [Reference { system: None, number }] => number.serialize(serializer),
            all if all.iter().any(|one| one.system.is_some()) => {
                let mut map = serializer.serialize_map(Some(all.len()))?;
                for one in all {
                    let system = one.system.as_ref().map_or("other", Text::as_str);
                    map.serialize_entry(system, &one.number)?;
                }
                map.end()
            }
            all => serializer.collect_seq(all.iter().map(|one| &one.number)),
        }
    }
}

impl JsonSchema for References {
    fn schema_name() -> Cow<'static, str> {
        "references".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let text = generator.subschema_for::<Text>();
        json_schema!({
            "description": "The number by which another system knows this: text, a list, or a mapping of system to text.",
            // One schema instead of a choice of three: of a choice within a choice editors show no description.
            "type": ["string", "number", "boolean", "array", "object"],
            "pattern": r"\S",
            "patternErrorMessage": "expected text",
            "items": text,
            "additionalProperties": text,
        })
    }
}
