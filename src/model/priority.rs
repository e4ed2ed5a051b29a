//! Priorities: what the organisation has decided to get done.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::keys::keys;
use super::{Claim, Claims, Date, Entry, Lane, OneOrMany, PriorityId, SeatId, Share, Text, Waiver};
use crate::text::placed_beside;

/// A priority as a chart defines it.
pub type Priority = Entry<PriorityId, PriorityClaims>;

keys! {
    /// What a chart says of one priority.
    #[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
    #[serde(default)]
    #[schemars(deny_unknown_fields, extend("required" = ["title"]))]
    pub struct PriorityClaims {
        /// What is to be done.
        #[schemars(with = "Text")]
        title: Claim<Text>,
        /// The seat that answers for it; exactly one in a sound chart.
        owner: OneOrMany<SeatId>,
        /// How far ahead it reaches; a quarter by default.
        horizon: Claim<Horizon>,
        /// The lane that it serves.
        lane: Claim<Lane>,
        /// The priorities that it serves: the line of sight upwards.
        supports: Claims<PriorityId>,
        /// Seats that help.
        contributors: Claims<SeatId>,
        /// Share of one person's quarter.
        effort: Claim<Share>,
        /// The last day.
        due: Claim<Date>,
        /// Where it stands.
        status: Claim<Status>,
        /// Waivers.
        allow: Claims<Waiver>,
        /// For the reader.
        note: Claim<Text>,
    }
}

placed_beside!(Horizon, Status);

impl PriorityClaims {
    /// How far ahead it reaches; a quarter by default.
    #[must_use]
    pub fn horizon(&self) -> Horizon {
        self.horizon.get().copied().unwrap_or(Horizon::Quarter)
    }

    /// Whether it is still to be done: neither done nor dropped.
    #[must_use]
    pub fn is_open(&self) -> bool {
        !matches!(self.status.get(), Some(Status::Done | Status::Dropped))
    }

    /// Whether it is what the others serve: it reaches beyond the quarter and supports nothing.
    #[must_use]
    pub fn is_strategic(&self) -> bool {
        self.horizon() != Horizon::Quarter && self.supports.is_empty() && !self.supports.is_wrong()
    }
}

/// How far ahead a priority reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Horizon {
    /// This quarter.
    Quarter,
    /// This year.
    Year,
    /// Beyond the year.
    Long,
}

impl Horizon {
    /// The word for it in a chart.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Quarter => "quarter",
            Self::Year => "year",
            Self::Long => "long",
        }
    }
}

/// Where a priority stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// Will be done by its day.
    OnTrack,
    /// Will not, as things are.
    OffTrack,
    /// Is done.
    Done,
    /// Was given up.
    Dropped,
}

impl Status {
    /// The word for it in a chart.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::OnTrack => "on-track",
            Self::OffTrack => "off-track",
            Self::Done => "done",
            Self::Dropped => "dropped",
        }
    }
}
