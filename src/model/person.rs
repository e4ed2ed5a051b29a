//! People: who owns seats, backs them up and works in them.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::keys::keys;
use super::{Claim, Entry, PersonId, References, Share, Text};

/// A person as a chart defines them.
pub type Person = Entry<PersonId, PersonClaims>;

keys! {
    /// What a chart says of one person; what is said of few is read as if it stood here: `person.outside`.
    #[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
    #[schemars(!from, default, extend("additionalProperties" = false, "required" = ["name"]))]
    pub struct PersonClaims {
        /// The name.
        #[schemars(with = "Text")]
        name: Claim<Text>,
    }

    /// What is said of few people.
    #[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
    #[schemars(default)]
    pub struct PersonDetails {
        /// Share of full time; 1 by default.
        capacity: Claim<Share>,
        /// Contractor or fractional.
        outside: Claim<bool>,
        /// The number by which another system knows the person.
        refs as "ref": Claim<References>,
        /// For the reader.
        note: Claim<Text>,
    }
}

impl PersonClaims {
    /// The share of full time, 1 by default.
    #[must_use]
    pub fn capacity(&self) -> Share {
        self.capacity.get().copied().unwrap_or(Share::ONE)
    }
}
