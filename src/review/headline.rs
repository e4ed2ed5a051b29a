//! Which chart is reviewed, and how large it is.

use serde::Serialize;

use crate::check::{Judged, Level, Outcome};
use crate::graph::Graph;
use crate::model::Claim;

/// The first lines of the packet.
#[derive(Clone, Debug, Serialize)]
pub struct Headline<'a> {
    /// The path of the chart.
    pub chart: &'a str,
    /// The organisation.
    pub organization: Option<&'a str>,
    /// The moment that the chart describes.
    pub revision: Option<String>,
    /// The day of the last review.
    pub reviewed: Option<String>,
    /// Whether a day is written there that can't be read.
    #[serde(skip)]
    pub is_review_unreadable: bool,
    /// How many days ago that was.
    pub days_since_review: Option<i64>,
    /// The day on which the packet was made.
    pub today: String,
    /// How much there is.
    pub counts: Counts,
    /// The path of the chart that it is compared with.
    pub before: Option<&'a str>,
    /// That chart's revision.
    pub before_revision: Option<String>,
    /// The day as of which that chart is judged.
    pub before_day: Option<String>,
    /// How much there was.
    pub before_counts: Option<Counts>,
}

/// How much a chart holds, and what was found in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Counts {
    /// Seats.
    pub seats: usize,
    /// People.
    pub people: usize,
    /// Priorities.
    pub priorities: usize,
    /// Metrics.
    pub metrics: usize,
    /// Findings that must be mended.
    pub errors: usize,
    /// Findings worth mending.
    pub warnings: usize,
    /// Findings worth knowing.
    pub infos: usize,
    /// Findings that waivers accept.
    pub waived: usize,
}

pub(super) fn headline<'a>(side: &'a Judged<'a>, before: Option<&'a Judged<'a>>) -> Headline<'a> {
    let chart = side.graph.chart();
    let reviewed = chart.reviewed.get().copied();
    let revision = |side: &'a Judged<'a>| side.graph.chart().revision.get().map(ToString::to_string);
    Headline {
        chart: side.name,
        organization: chart.organization.get().map(|name| name.as_str()),
        revision: revision(side),
        reviewed: reviewed.map(|day| day.to_string()),
        is_review_unreadable: matches!(chart.reviewed, Claim::Wrong),
        days_since_review: reviewed.map(|day| side.today.days_since(day)),
        today: side.today.to_string(),
        counts: Counts::of(&side.graph, &side.outcome),
        before: before.map(|before| before.name),
        before_revision: before.and_then(revision),
        before_day: before.map(|before| before.today.to_string()),
        before_counts: before.map(|before| Counts::of(&before.graph, &before.outcome)),
    }
}

impl Counts {
    pub(crate) fn of(graph: &Graph<'_>, outcome: &Outcome) -> Self {
        Self {
            seats: graph.seats().len(),
            people: graph.people().len(),
            priorities: graph.priorities().len(),
            metrics: graph.metrics().len(),
            errors: outcome.count(Level::Error),
            warnings: outcome.count(Level::Warning),
            infos: outcome.count(Level::Info),
            waived: outcome.waived,
        }
    }
}
