//! People: who owns seats, backs them up and works in them.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::rare::{Rare, rarely_said};
use super::{Claim, Entry, PersonId, References, Share, Text};

/// A person as a chart defines them.
pub type Person = Entry<PersonId, PersonClaims>;

/// What a chart says of one person; what is said of few is read as if it stood here: `person.outside`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(from = "Written")]
#[schemars(!from, default, extend("additionalProperties" = false, "required" = ["name"]))]
pub struct PersonClaims {
    /// The name.
    #[schemars(with = "Text")]
    pub name: Claim<Text>,
    #[serde(flatten)]
    pub(crate) details: Rare<PersonDetails>,
}

/// What is said of few people.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(default)]
pub struct PersonDetails {
    /// Share of full time; 1 where not given.
    pub capacity: Claim<Share>,
    /// Contractor or fractional.
    pub outside: Claim<bool>,
    /// The number by which another system knows the person.
    #[serde(rename = "ref")]
    pub refs: Claim<References>,
    /// For the reader.
    pub note: Claim<Text>,
}

/// The keys of a person as they are written.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Written {
    name: Claim<Text>,
    capacity: Claim<Share>,
    outside: Claim<bool>,
    #[serde(rename = "ref")]
    refs: Claim<References>,
    note: Claim<Text>,
}

impl From<Written> for PersonClaims {
    fn from(Written { name, capacity, outside, refs, note }: Written) -> Self {
        Self { name, details: PersonDetails { capacity, outside, refs, note }.into() }
    }
}

rarely_said!(PersonClaims, PersonDetails);

impl PersonClaims {
    /// The share of full time, 1 where not given.
    #[must_use]
    pub fn capacity(&self) -> Share {
        self.capacity.get().copied().unwrap_or(Share::ONE)
    }
}
