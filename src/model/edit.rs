//! One claim that is not what it was: what two charts are told apart by, and what is carried out on one.

use serde::{Deserialize, Serialize};

use super::{Noun, Value};

/// One claim that is not what it was: the value of a key, or a whole entry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edit {
    /// What kind of entry.
    pub kind: Noun,
    /// Its id; empty for the chart and its strategy.
    pub id: String,
    /// The key; none for an entry that was added, removed, or can't be read on one side.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// What it was, if it was there.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "given")]
    pub old: Option<Value>,
    /// What it is, if it is there.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "given")]
    pub new: Option<Value>,
}

/// A value that is written, `null` too, is there.
fn given<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Option<Value>, D::Error> {
    Value::deserialize(deserializer).map(Some)
}

impl Edit {
    /// The edit that undoes it.
    #[must_use]
    pub fn inverse(self) -> Self {
        Self { old: self.new, new: self.old, ..self }
    }
}
