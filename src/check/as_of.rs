//! As of which day a chart is judged.

use crate::model::{Chart, Date};

/// As of which day a chart is judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AsOf {
    /// This day, whatever time the chart describes.
    Day(Date),
    /// The last day of the time that the chart describes, and no later than this day: a chart of the past is judged by
    /// its own time.
    ItsTime(Date),
}

impl AsOf {
    /// The day of the run.
    pub(super) fn latest(self) -> Date {
        match self {
            Self::Day(day) | Self::ItsTime(day) => day,
        }
    }

    /// The day as of which this chart is judged.
    pub(super) fn day(self, chart: &Chart) -> Date {
        match self {
            Self::Day(day) => day,
            Self::ItsTime(latest) => chart.revision.get().map_or(latest, |revision| revision.last_day().min(latest)),
        }
    }
}
