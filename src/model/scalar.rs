//! How every value that is written as one scalar reads itself from its text.

use std::fmt;

use serde::de::{self, Deserializer, Visitor};

use super::{PLAIN, TEXT};

/// Describes a type that reads itself from the text of one scalar, for editors.
macro_rules! scalar_schema {
    ($type:ty, $name:expr, $schema:tt $(, $kind:ident)?) => {
        impl$(<$kind: Kind>)? schemars::JsonSchema for $type {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                $name.into()
            }

            fn schema_id() -> std::borrow::Cow<'static, str> {
                Self::schema_name()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!($schema)
            }
        }
    };
}

pub(super) use scalar_schema;

/// Writes a type as the text that it reads itself from.
macro_rules! written_as_text {
    ($type:ty $(, $kind:ident)?) => {
        impl$(<$kind>)? serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }
    };
}

pub(super) use written_as_text;

/// A reader of one kind of scalar.
pub(super) struct Scalar<T, R> {
    /// What is expected, in words that complete "expected …".
    pub(super) expected: &'static str,
    /// The value, or what to write instead.
    pub(super) parse: fn(&str) -> Result<T, R>,
}

impl<T, R: fmt::Display> Scalar<T, R> {
    /// Reads any scalar, as text.
    pub(super) fn text<'de, D: Deserializer<'de>>(self, deserializer: D) -> Result<T, D::Error> {
        deserializer.deserialize_str(self)
    }

    /// Reads any scalar, as words.
    pub(super) fn words<'de, D: Deserializer<'de>>(self, deserializer: D) -> Result<T, D::Error> {
        deserializer.deserialize_newtype_struct(TEXT, self)
    }

    /// Reads a plain scalar: in quotes it would be text and no number.
    pub(super) fn plain<'de, D: Deserializer<'de>>(self, deserializer: D) -> Result<T, D::Error> {
        deserializer.deserialize_newtype_struct(PLAIN, self)
    }
}

impl<'de, T, R: fmt::Display> Visitor<'de> for Scalar<T, R> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.expected)
    }

    /// Where the reader has no use for the name of the type.
    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<T, D::Error> {
        deserializer.deserialize_str(self)
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<T, E> {
        (self.parse)(text).map_err(E::custom)
    }
}
