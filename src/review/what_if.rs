//! The chart as it might be: the supposition, and what would be left with nobody if a person left.

use serde::Serialize;

use super::Leaving;
use super::watch::leaving;
use crate::check::Judged;

/// What is supposed of a chart.
#[derive(Clone, Debug, Serialize)]
pub struct WhatIf<'a> {
    /// Who left, and what would be left with nobody, as the chart stands.
    pub without: Vec<Leaving<'a>>,
    /// The fragments that were laid over the chart.
    pub with: Vec<&'a str>,
}

impl<'a> WhatIf<'a> {
    /// What is supposed of a chart as it stands: people who leave, by their ids, and fragments that hold.
    #[must_use]
    pub fn of(side: &'a Judged<'a>, without: &[&str], with: Vec<&'a str>) -> Self {
        let people = without.iter().filter_map(|id| side.graph.find_person(id));
        let mut left: Vec<Leaving<'a>> = people.map(|person| leaving(side, person)).collect();
        // Nobody who leaves as well takes over.
        for held in left.iter_mut().flat_map(|one| &mut one.seats) {
            held.backup = held.backup.take().filter(|backup| !without.contains(&backup.id));
        }
        Self { without: left, with }
    }
}
