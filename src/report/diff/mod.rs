//! What changed between two charts, for people, for a pull request, and for programs.

mod json;
mod lines;
mod markdown;
mod text;
mod words;

use crate::check::{Finding, Level};
use crate::diff::{Diff, Group};

use super::{Checked, counted};

pub use json::diff_json;
pub use markdown::diff_markdown;
pub use text::diff_text;

/// Two charts and what changed between them.
#[derive(Debug)]
pub struct Compared<'a> {
    /// The old chart.
    pub old: Checked<'a>,
    /// The new chart.
    pub new: Checked<'a>,
    /// What changed.
    pub diff: &'a Diff<'a>,
    /// Findings below this level are only counted.
    pub lowest: Level,
}

impl Compared<'_> {
    /// How many changes there are, by group.
    fn counts(&self) -> String {
        let total = counted(self.diff.changes.len(), "change", "changes");
        let groups: Vec<String> = Group::ALL
            .into_iter()
            .map(|group| (self.diff.group(group).count(), group.title().to_lowercase()))
            .filter(|(count, _)| *count > 0)
            .map(|(count, title)| format!("{count} {title}"))
            .collect();
        if groups.is_empty() { total } else { format!("{total}: {}", groups.join(", ")) }
    }

    /// How many findings there are, by what became of them.
    fn finding_counts(&self) -> String {
        let findings = &self.diff.findings;
        format!(
            "{} introduced, {} fixed, {} changed, {} persisting",
            findings.introduced.len(),
            findings.fixed.len(),
            findings.changed.len(),
            findings.persisting.len()
        )
    }

    /// The findings that are shown, the gravest first.
    fn shown<'f>(&self, findings: impl Iterator<Item = &'f Finding>) -> Vec<&'f Finding> {
        let mut shown: Vec<&Finding> = findings.filter(|finding| finding.level >= self.lowest).collect();
        shown.sort_by_key(|finding| std::cmp::Reverse(finding.level));
        shown
    }
}

/// The charts by name, with the moments that they describe.
fn name(checked: &Checked<'_>) -> String {
    match checked.graph.chart().revision.get() {
        Some(revision) if !checked.name.contains(&revision.to_string()) => format!("{} ({revision})", checked.name),
        _ => checked.name.to_owned(),
    }
}
