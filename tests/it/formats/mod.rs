//! Every format read back by a reader of its own, for honest charts and for hostile ones.

mod files;
mod github;
mod gitlab;
pub(crate) mod hostile;
mod junit;
mod markdown;
pub(crate) mod runner;
mod sarif;

use crate::support::{project, rightseat};

/// The charts that come with the project.
const CHARTS: [&str; 3] = ["charts/atlas", "charts/northwind", "charts/solo.yaml"];
const FORMATS: [&str; 8] = ["human", "concise", "json", "sarif", "github", "gitlab", "junit", "markdown"];

/// What `check` prints about one of the project's charts.
fn output(chart: &str, format: &str) -> String {
    rightseat(project(), &["check", chart, "--verbose", "--format", format]).out
}

/// The number of findings of a chart, by the oldest format.
fn count(chart: &str) -> usize {
    output(chart, "concise").lines().count()
}
