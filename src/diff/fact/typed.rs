//! From plain values back to the types of `model`, through the same serde that reads charts.

use std::collections::btree_map;

use serde::de::value::{Error, StrDeserializer};
use serde::de::{self, Deserialize, DeserializeSeed, Deserializer, IntoDeserializer, MapAccess, SeqAccess, Visitor};
use serde::forward_to_deserialize_any;

use crate::model::{CLAIM, LIST, ONE_OR_MANY, PLAIN, Parts, REFERENCES, Value};
use crate::text::Span;

/// Reads a value as a `T`.
pub(super) fn typed<'v, T: Deserialize<'v>>(value: &'v Value) -> Result<T, String> {
    T::deserialize(Typed(value)).map_err(|error| error.to_string())
}

#[derive(Clone, Copy)]
struct Typed<'v>(&'v Value);

impl<'v> Typed<'v> {
    fn text(self) -> Result<&'v str, Error> {
        match self.0 {
            Value::Text(text) => Ok(text),
            _ => Err(de::Error::custom("expected text")),
        }
    }
}

impl<'de> Deserializer<'de> for Typed<'de> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_str(self.text()?)
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.0 {
            Value::Flag(flag) => visitor.visit_bool(*flag),
            _ => Err(de::Error::custom("expected true or false")),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, name: &'static str, visitor: V) -> Result<V::Value, Error> {
        match (name, self.0) {
            (CLAIM, _) => visitor.visit_seq(Parts::given(Span::default(), self)),
            (LIST | ONE_OR_MANY | REFERENCES, Value::List(values)) => visitor.visit_seq(Items(values.iter())),
            (LIST | ONE_OR_MANY, _) => Err(de::Error::custom("expected a list")),
            (REFERENCES, Value::Map(values)) => visitor.visit_map(Pairs { pairs: values.iter(), value: None }),
            (PLAIN | REFERENCES, _) => visitor.visit_str(self.text()?),
            _ => visitor.visit_newtype_struct(self),
        }
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        match self.0 {
            Value::Map(values) => match values.keys().find(|key| !fields.contains(&key.as_str())) {
                Some(key) => Err(de::Error::custom(format!("unknown key `{key}`"))),
                None => visitor.visit_map(Pairs { pairs: values.iter(), value: None }),
            },
            _ => Err(de::Error::custom("expected keys and values")),
        }
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        let word: StrDeserializer<'_, Error> = self.text()?.into_deserializer();
        visitor.visit_enum(word)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_some(self)
    }

    forward_to_deserialize_any! {
        i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct seq tuple
        tuple_struct map identifier ignored_any
    }
}

struct Items<'v>(std::slice::Iter<'v, Value>);

impl<'de> SeqAccess<'de> for Items<'de> {
    type Error = Error;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Error> {
        self.0.next().map(|value| seed.deserialize(Typed(value))).transpose()
    }
}

struct Pairs<'v> {
    pairs: btree_map::Iter<'v, String, Value>,
    value: Option<&'v Value>,
}

impl<'de> MapAccess<'de> for Pairs<'de> {
    type Error = Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Error> {
        let Some((key, value)) = self.pairs.next() else { return Ok(None) };
        self.value = Some(value);
        let key: StrDeserializer<'_, Error> = key.as_str().into_deserializer();
        seed.deserialize(key).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Error> {
        seed.deserialize(Typed(self.value.take().expect("a value follows its key")))
    }
}
