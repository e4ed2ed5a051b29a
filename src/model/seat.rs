//! Seats: the places in the structure, filled or not.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::keys::keys;
use super::{Claim, Claims, Date, Entry, OneOrMany, PersonId, References, SeatId, Text, Waiver};
use crate::text::placed_beside;

/// A seat as a chart defines it.
pub type Seat = Entry<SeatId, SeatClaims>;

keys! {
    /// What a chart says of one seat; what few seats say is read as if it stood here: `seat.vacant`.
    #[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
    #[schemars(!from, default, extend("additionalProperties" = false, "required" = ["title"]))]
    pub struct SeatClaims {
        /// What the seat is called.
        #[schemars(with = "Text")]
        title: Claim<Text>,
        /// The seat that it answers to; absent at a root.
        reports_to: Claim<SeatId>,
        /// The person who is accountable for the seat; exactly one in a sound chart.
        owner: OneOrMany<PersonId>,
        /// What the seat answers for.
        responsibilities: Claims<Text>,
        /// The department; inherited by the seats below.
        function: Claim<Text>,
        /// A person who could take over tomorrow.
        backup: Claim<PersonId>,
    }

    /// What few seats say.
    #[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
    #[schemars(default)]
    pub struct SeatDetails {
        /// Who covers while there is no owner.
        interim: Claim<PersonId>,
        /// That the seat is known to be empty, since when, and what is being done.
        vacant: Claim<Vacancy>,
        /// People who work in the seat and are not accountable for it.
        members: Claims<PersonId>,
        /// Further seats that it works for; never solid lines.
        dotted_to: Claims<SeatId>,
        /// The kind of manager, which sets the band for its span.
        manages: Claim<Manages>,
        /// Drawn beside its manager.
        assistant: Claim<bool>,
        /// Whether the owner fits the seat.
        fit: Claim<Fit>,
        /// Earlier ids: a rename, not a new seat.
        formerly: Claims<SeatId>,
        /// The number by which another system knows the position.
        refs as "ref": Claim<References>,
        /// Waivers.
        allow: Claims<Waiver>,
        /// For the reader.
        note: Claim<Text>,
    }
}

keys! {
    /// An acknowledged vacancy.
    #[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
    #[serde(default)]
    #[schemars(deny_unknown_fields)]
    pub struct Vacancy {
        /// The first day without an owner.
        since: Claim<Date>,
        /// What is being done.
        plan: Claim<Text>,
    }
}

/// The kind of manager (after the consultancy's archetypes), by which the span of control is judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Manages {
    /// Works beside the team: 3 to 5 reports.
    PlayerCoach,
    /// Teaches: 6 to 7.
    Coach,
    /// Oversees: 8 to 10.
    Supervisor,
    /// Clears the way: 11 to 15.
    Facilitator,
    /// Keeps standard work going: 15 and more.
    Coordinator,
}

placed_beside!(Manages);

impl Manages {
    /// The fewest reports that such a manager leads.
    #[must_use]
    pub fn fewest(self) -> usize {
        match self {
            Self::PlayerCoach => 3,
            Self::Coach => 6,
            Self::Supervisor => 8,
            Self::Facilitator => 11,
            Self::Coordinator => 15,
        }
    }

    /// The word for it in a chart.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::PlayerCoach => "player-coach",
            Self::Coach => "coach",
            Self::Supervisor => "supervisor",
            Self::Facilitator => "facilitator",
            Self::Coordinator => "coordinator",
        }
    }
}

keys! {
    /// Whether the owner fits the seat on all three counts.
    #[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
    #[serde(default)]
    #[schemars(deny_unknown_fields)]
    pub struct Fit {
        /// Behaviour.
        head: Claim<bool>,
        /// Values.
        heart: Claim<bool>,
        /// Skills.
        briefcase: Claim<bool>,
    }
}
