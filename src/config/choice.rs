//! Mappings whose keys a team chooses, such as the rules that it settles.

use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, Visitor};

use crate::model::{Claim, Text};
use crate::text::{Placed, Spanned};

/// What is chosen for a rule: a level, or a level and limits.
#[derive(Debug)]
pub(super) enum Choice {
    Level(String),
    Keys(Pairs<Text>),
}

/// The pairs of a mapping with free keys, in the order written.
#[derive(Debug)]
pub(super) struct Pairs<T: Placed>(pub(super) Vec<(Spanned<Text>, Claim<T>)>);

impl<'de, T: Placed + Deserialize<'de>> Pairs<T> {
    fn collect<A: MapAccess<'de>>(mut map: A) -> Result<Self, A::Error> {
        let mut pairs = Vec::new();
        while let Some((key, value)) = map.next_entry::<Claim<Text>, Claim<T>>()? {
            if let Claim::Given(key) = key {
                pairs.push((key, value));
            }
        }
        Ok(Self(pairs))
    }
}

impl<'de, T: Placed + Deserialize<'de>> Deserialize<'de> for Pairs<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct PairsVisitor<T>(std::marker::PhantomData<T>);

        impl<'de, T: Placed + Deserialize<'de>> Visitor<'de> for PairsVisitor<T> {
            type Value = Pairs<T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a mapping")
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Pairs<T>, A::Error> {
                Pairs::collect(map)
            }
        }

        deserializer.deserialize_map(PairsVisitor(std::marker::PhantomData))
    }
}

impl<'de> Deserialize<'de> for Choice {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct ChoiceVisitor;

        impl<'de> Visitor<'de> for ChoiceVisitor {
            type Value = Choice;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a level, or a mapping of `level` and the rule's limits")
            }

            fn visit_str<E>(self, level: &str) -> Result<Choice, E> {
                Ok(Choice::Level(level.to_owned()))
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Choice, A::Error> {
                Pairs::collect(map).map(Choice::Keys)
            }
        }

        deserializer.deserialize_any(ChoiceVisitor)
    }
}
