//! A chart that was judged: by whose norms, as of which day, and what was found.

use crate::graph::Graph;
use crate::model::{Chart, Date};
use crate::read::Defect;
use crate::text::Sources;

use super::{AsOf, Level, Norms, Outcome, fingerprints, run};

/// A chart as it was read, under the names by which it is shown and known.
#[derive(Clone, Copy, Debug)]
pub struct Claimed<'a> {
    /// The path by which the chart is shown.
    pub name: &'a str,
    /// By what it is known from quarter to quarter.
    pub key: &'a str,
    /// Whether it is read from a revision in git, whose name then stands before the paths of its files.
    pub at_revision: bool,
    /// The newest of how many revisions it is, where it stands in a history; else 1.
    pub revisions: usize,
    /// Its texts.
    pub sources: &'a Sources,
    /// What it claims.
    pub chart: &'a Chart,
    /// What is wrong in its text.
    pub defects: &'a [Defect],
}

/// One judged chart: what rules, reviews, diffs, trends and pictures speak of.
///
/// All charts of one run that are compared with each other are judged by the same norms, those of the newest: what a
/// team has settled anew is no change of its chart.
#[derive(Debug)]
pub struct Judged<'a> {
    /// The path by which the chart is shown.
    pub name: &'a str,
    /// By what it is known from quarter to quarter.
    pub key: &'a str,
    /// Whether it is read from a revision in git, whose name then stands before the paths of its files.
    pub at_revision: bool,
    /// The newest of how many revisions it is, where it stands in a history; else 1.
    pub revisions: usize,
    /// Its texts.
    pub sources: &'a Sources,
    /// What follows from its claims, with load counted by the norms.
    pub graph: Graph<'a>,
    /// By what it was judged.
    pub norms: Norms,
    /// As of which day.
    pub today: Date,
    /// The day of the run, which no day of the past comes after.
    pub latest: Date,
    /// What was found.
    pub outcome: Outcome,
}

impl<'a> Judged<'a> {
    /// Judges a chart.
    #[must_use]
    pub fn new(claimed: Claimed<'a>, norms: &Norms, as_of: AsOf) -> Self {
        Self::down_to(Level::Info, claimed, norms, as_of)
    }

    /// Judges a chart by the rules that can find something of this level or above, and others only where those depend on
    /// them: a picture that counts no findings has no use for the rest.
    #[must_use]
    pub fn down_to(least: Level, claimed: Claimed<'a>, norms: &Norms, as_of: AsOf) -> Self {
        let graph = Graph::new(claimed.chart, norms.rates());
        let outcome = run::check(&graph, claimed.defects, norms, as_of, least);
        Self::with(claimed, graph, norms, as_of, outcome)
    }

    /// A chart that was judged before, by the same norms, with what was found then.
    #[must_use]
    pub fn again(claimed: Claimed<'a>, norms: &Norms, as_of: AsOf, outcome: Outcome) -> Self {
        let graph = Graph::new(claimed.chart, norms.rates());
        Self::with(claimed, graph, norms, as_of, outcome)
    }

    fn with(claimed: Claimed<'a>, graph: Graph<'a>, norms: &Norms, as_of: AsOf, outcome: Outcome) -> Self {
        let Claimed { name, key, at_revision, revisions, sources, chart, defects: _ } = claimed;
        let (norms, today, latest) = (norms.clone(), as_of.day(chart), as_of.latest());
        Self { name, key, at_revision, revisions, sources, graph, norms, today, latest, outcome }
    }

    /// A name for each finding that stays while lines move.
    #[must_use]
    pub fn fingerprints(&self) -> Vec<String> {
        fingerprints(self.key, &self.outcome)
    }
}
