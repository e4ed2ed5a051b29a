//! One value, or a list of values, as a chart claims it: given, absent, or there but unreadable.
//!
//! Reading goes through serde, which stops at the first mistake. These types stop the stopping:
//! a mistake below a claim is reported where it is made and leaves the claim [`Claim::Wrong`], so
//! that it hides neither its neighbours nor passes for an absence.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::value::U64Deserializer;
use serde::de::{Deserialize, DeserializeSeed, Deserializer, IntoDeserializer, SeqAccess, Visitor};
use serde::ser::{Serialize, Serializer};
use thin_vec::ThinVec;

use crate::text::{Placed, Span, Spanned};

/// Asks the deserializer for `(span, value)`, or unit where nothing is written.
pub(crate) const CLAIM: &str = "rightseat claim";
/// Asks the deserializer for a list of claims.
pub(crate) const LIST: &str = "rightseat list of claims";
/// Asks the deserializer for a list of claims, one of which may stand without the list.
pub(crate) const ONE_OR_MANY: &str = "rightseat claims";
/// Asks the deserializer for the text of a plain scalar: a number, not text in quotes.
pub(crate) const PLAIN: &str = "rightseat plain scalar";
/// By this name a reader is told that words are read, whatever they say.
pub(crate) const TEXT: &str = "rightseat text";

/// One value that a chart may state.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Claim<T: Placed> {
    /// Nothing is written.
    #[default]
    Absent,
    /// Something is written that could not be read; a finding says what.
    Wrong,
    /// The value.
    Given(Spanned<T>),
}

impl<T: Placed> Claim<T> {
    /// The value, if there is one.
    #[must_use]
    pub fn get(&self) -> Option<&T> {
        self.spanned().map(|given| &given.value)
    }

    /// The value and its place, if there is one.
    #[must_use]
    pub fn spanned(&self) -> Option<&Spanned<T>> {
        match self {
            Self::Given(given) => Some(given),
            Self::Absent | Self::Wrong => None,
        }
    }

    /// Where the value stands, if there is one.
    #[must_use]
    pub fn span(&self) -> Option<Span> {
        self.spanned().map(Spanned::span)
    }

    /// Whether nothing is written.
    #[must_use]
    pub fn is_absent(&self) -> bool {
        matches!(self, Self::Absent)
    }
}

/// A list of values that a chart may state, in the order written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claims<T: Placed> {
    values: ThinVec<Spanned<T>>,
    wrong: bool,
}

impl<T: Placed> Claims<T> {
    /// Something that could not be read.
    pub(super) fn unreadable() -> Self {
        Self { wrong: true, ..Self::default() }
    }

    /// Whether something is written that could not be read; the readable values are there.
    #[must_use]
    pub fn is_wrong(&self) -> bool {
        self.wrong
    }

    /// Keeps the values for which `keep` holds.
    pub(crate) fn retain(&mut self, keep: impl FnMut(&mut Spanned<T>) -> bool) {
        self.values.retain_mut(keep);
    }
}

impl<T: Placed> std::ops::Deref for Claims<T> {
    type Target = [Spanned<T>];

    fn deref(&self) -> &[Spanned<T>] {
        &self.values
    }
}

impl<'c, T: Placed> IntoIterator for &'c Claims<T> {
    type Item = &'c Spanned<T>;
    type IntoIter = std::slice::Iter<'c, Spanned<T>>;

    fn into_iter(self) -> Self::IntoIter {
        self.values.iter()
    }
}

impl<T: Placed> Default for Claims<T> {
    fn default() -> Self {
        Self { values: ThinVec::new(), wrong: false }
    }
}

/// One value, or several where the chart wrongly claims so.
#[derive(Clone, Debug)]
pub enum OneOrMany<T: Placed> {
    /// The usual one, which needs no list.
    One(Spanned<T>),
    /// None, several, or something that could not be read; behind a pointer, so that these rare ones take no room beside
    /// the usual one.
    Other(Option<Box<Claims<T>>>),
}

impl<T: Placed> OneOrMany<T> {
    /// Whether something is written that could not be read; the readable values are there.
    #[must_use]
    pub fn is_wrong(&self) -> bool {
        matches!(self, Self::Other(Some(claims)) if claims.wrong)
    }

    /// Keeps the values for which `keep` holds.
    pub(crate) fn retain(&mut self, mut keep: impl FnMut(&mut Spanned<T>) -> bool) {
        match self {
            Self::One(value) => {
                if !keep(value) {
                    *self = Self::default();
                }
            }
            Self::Other(claims) => claims.iter_mut().for_each(|claims| claims.retain(&mut keep)),
        }
    }
}

impl<T: Placed> From<Claims<T>> for OneOrMany<T> {
    fn from(mut claims: Claims<T>) -> Self {
        match claims.values.len() {
            1 if !claims.wrong => Self::One(claims.values.remove(0)),
            0 if !claims.wrong => Self::Other(None),
            _ => Self::Other(Some(Box::new(claims))),
        }
    }
}

impl<T: Placed> std::ops::Deref for OneOrMany<T> {
    type Target = [Spanned<T>];

    fn deref(&self) -> &[Spanned<T>] {
        match self {
            Self::One(value) => std::slice::from_ref(value),
            Self::Other(claims) => claims.as_deref().map_or(&[], |claims| claims),
        }
    }
}

impl<'c, T: Placed> IntoIterator for &'c OneOrMany<T> {
    type Item = &'c Spanned<T>;
    type IntoIter = std::slice::Iter<'c, Spanned<T>>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl<T: Placed> Default for OneOrMany<T> {
    fn default() -> Self {
        Self::Other(None)
    }
}

impl<T: Placed + PartialEq> PartialEq for OneOrMany<T> {
    fn eq(&self, other: &Self) -> bool {
        self[..] == other[..] && self.is_wrong() == other.is_wrong()
    }
}

impl<T: Placed + Eq> Eq for OneOrMany<T> {}

/// Either of the two, where it does not matter which.
pub(crate) trait Listed<T: Placed>: std::ops::Deref<Target = [Spanned<T>]> + PartialEq {
    /// Whether something is written that could not be read; the readable values are there.
    fn is_wrong(&self) -> bool;
}

impl<T: Placed + PartialEq> Listed<T> for Claims<T> {
    fn is_wrong(&self) -> bool {
        self.is_wrong()
    }
}

impl<T: Placed + PartialEq> Listed<T> for OneOrMany<T> {
    fn is_wrong(&self) -> bool {
        self.is_wrong()
    }
}

impl<'de, T: Placed + Deserialize<'de>> Deserialize<'de> for Claim<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct ClaimVisitor<T>(PhantomData<T>);

        impl<'de, T: Placed + Deserialize<'de>> Visitor<'de> for ClaimVisitor<T> {
            type Value = Claim<T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a value and its place")
            }

            fn visit_unit<E>(self) -> Result<Claim<T>, E> {
                Ok(Claim::Absent)
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut parts: A) -> Result<Claim<T>, A::Error> {
                let span = parts.next_element::<u64>()?.map(unpack);
                // The deserializer has reported what is wrong; here it ends.
                let value = parts.next_element::<T>().ok().flatten();
                Ok(span.zip(value).map_or(Claim::Wrong, |(span, value)| Claim::Given(Spanned::new(value, span))))
            }
        }

        deserializer.deserialize_newtype_struct(CLAIM, ClaimVisitor(PhantomData))
    }
}

/// The value; nothing where there is none.
impl<T: Placed + Serialize> Serialize for Claim<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.get().serialize(serializer)
    }
}

/// The values; nothing where there are none.
impl<T: Placed + Serialize> Serialize for Claims<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.is_empty() {
            return serializer.serialize_none();
        }
        serializer.collect_seq(self.iter().map(|value| &value.value))
    }
}

/// The one value as it is, several as a list.
impl<T: Placed + Serialize> Serialize for OneOrMany<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::One(value) => value.value.serialize(serializer),
            Self::Other(Some(claims)) => claims.serialize(serializer),
            Self::Other(None) => serializer.serialize_none(),
        }
    }
}

impl<T: Placed + JsonSchema> JsonSchema for Claim<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        T::schema_name()
    }

    /// The value, or nothing.
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        Option::<T>::json_schema(generator)
    }
}

impl<T: Placed + JsonSchema> JsonSchema for Claims<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        format!("list of {}", T::schema_name()).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        Option::<Vec<T>>::json_schema(generator)
    }
}

impl<T: Placed + JsonSchema> JsonSchema for OneOrMany<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        format!("one {}", T::schema_name()).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        json_schema!({"anyOf": [
            generator.subschema_for::<T>(),
            {"type": "array", "items": generator.subschema_for::<T>()},
            {"type": "null"},
        ]})
    }
}

/// A claim on its way in: its place, then what deserializes to its value; neither where it could not be read.
pub(crate) struct Parts<D> {
    span: Option<Span>,
    value: Option<D>,
}

impl<D> Parts<D> {
    /// A value at a place.
    pub(crate) fn given(span: Span, value: D) -> Self {
        Self { span: Some(span), value: Some(value) }
    }

    /// Something that could not be read, and was reported.
    pub(crate) fn wrong() -> Self {
        Self { span: None, value: None }
    }
}

impl<'de, D: Deserializer<'de>> SeqAccess<'de> for Parts<D> {
    type Error = D::Error;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, D::Error> {
        if let Some(span) = self.span.take() {
            let span: U64Deserializer<D::Error> = pack(span).into_deserializer();
            return seed.deserialize(span).map(Some);
        }
        self.value.take().map(|value| seed.deserialize(value)).transpose()
    }
}

/// A span as the one number in which it passes through serde.
fn pack(span: Span) -> u64 {
    u64::from(span.start()) << 32 | u64::from(span.end())
}

fn unpack(packed: u64) -> Span {
    let half = |bits: u64| u32::try_from(bits & u64::from(u32::MAX)).expect("masked to 32 bits");
    Span::new(half(packed >> 32), half(packed))
}

struct ClaimsVisitor<T>(PhantomData<T>);

impl<'de, T: Placed + Deserialize<'de>> Visitor<'de> for ClaimsVisitor<T> {
    type Value = Claims<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list, such as `[one, two]`")
    }

    fn visit_none<E>(self) -> Result<Claims<T>, E> {
        Ok(Claims::default())
    }

    /// What could not be read as a list at all, and was reported.
    fn visit_unit<E>(self) -> Result<Claims<T>, E> {
        Ok(Claims::unreadable())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Claims<T>, A::Error> {
        let mut claims = Claims { values: ThinVec::with_capacity(list.size_hint().unwrap_or(0)), wrong: false };
        while let Some(claim) = list.next_element::<Claim<T>>()? {
            match claim {
                Claim::Given(value) => claims.values.push(value),
                Claim::Absent | Claim::Wrong => claims.wrong = true,
            }
        }
        Ok(claims)
    }
}

impl<'de, T: Placed + Deserialize<'de>> Deserialize<'de> for Claims<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_newtype_struct(LIST, ClaimsVisitor(PhantomData))
    }
}

/// A list, or one value without the list.
impl<'de, T: Placed + Deserialize<'de>> Deserialize<'de> for OneOrMany<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_newtype_struct(ONE_OR_MANY, ClaimsVisitor(PhantomData)).map(Self::from)
    }
}
