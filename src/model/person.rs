//! People: who owns seats, backs them up and works in them.

use serde::Deserialize;

use super::{Claim, Entry, PersonId, Share, Text};

/// A person as a chart defines them.
pub type Person = Entry<PersonId, PersonClaims>;

/// What a chart says of one person.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct PersonClaims {
    /// The name.
    pub name: Claim<Text>,
    /// Share of full time; 1 where not given.
    pub capacity: Claim<Share>,
    /// Contractor or fractional.
    pub outside: Claim<bool>,
    /// For the reader.
    pub note: Claim<Text>,
}

impl PersonClaims {
    /// The share of full time, 1 where not given.
    #[must_use]
    pub fn capacity(&self) -> Share {
        self.capacity.get().copied().unwrap_or(Share::ONE)
    }
}
