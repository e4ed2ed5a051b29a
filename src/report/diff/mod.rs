//! What changed between two charts, for people, for a pull request, and for programs.

mod json;
mod lines;
mod markdown;
mod text;
mod words;

use std::collections::BTreeSet;

use crate::check::{Finding, Level};
use crate::diff::{Change, Diff, Group};

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

impl<'a> Compared<'a> {
    /// How many changes there are, by group.
    fn counts(&self) -> String {
        let total = counted(self.diff.changes.len(), "change", "changes");
        let groups: Vec<String> = Group::ALL
            .into_iter()
            .map(|group| (self.diff.group(group).count(), group.title().to_lowercase()))
            .filter(|(count, _)| *count > 0)
            .map(|(count, title)| format!("{title} {count}"))
            .collect();
        if groups.is_empty() { total } else { format!("{total} ({})", groups.join(", ")) }
    }

    /// The findings by what became of them.
    fn findings(&self) -> Found<'a> {
        let findings = &self.diff.findings;
        let gone: BTreeSet<(&str, &str)> = self
            .diff
            .changes
            .iter()
            .flat_map(Change::all)
            .filter_map(|change| change.old.as_ref().filter(|_| change.new.is_none()))
            .map(|party| (party.kind.name(), party.id.as_str()))
            .collect();
        let is_gone = |finding: &&Finding| {
            finding.subjects.first().is_some_and(|subject| gone.contains(&(subject.kind, subject.id.as_str())))
        };
        let (went, fixed): (Vec<_>, Vec<_>) = findings.fixed.iter().copied().partition(is_gone);
        let all = findings.introduced.iter().chain(&findings.fixed).copied();
        let all = all.chain(findings.changed.iter().chain(&findings.persisting).map(|both| both.new));
        Found {
            introduced: self.shown(&findings.introduced),
            fixed: self.shown(&fixed),
            went: self.shown(&went).len(),
            changed: self.shown(&findings.changed.iter().map(|both| both.new).collect::<Vec<_>>()),
            persisting: self.shown(&findings.persisting.iter().map(|both| both.new).collect::<Vec<_>>()).len(),
            hidden: all.filter(|finding| finding.level < self.lowest).count(),
        }
    }

    /// The findings that are shown, the gravest first.
    fn shown(&self, findings: &[&'a Finding]) -> Vec<&'a Finding> {
        let mut shown: Vec<&Finding> =
            findings.iter().copied().filter(|finding| finding.level >= self.lowest).collect();
        shown.sort_by_key(|finding| std::cmp::Reverse(finding.level));
        shown
    }
}

/// The findings that are shown, and how many of those that are not.
struct Found<'a> {
    introduced: Vec<&'a Finding>,
    fixed: Vec<&'a Finding>,
    /// Those that were about an entry that is gone.
    went: usize,
    changed: Vec<&'a Finding>,
    persisting: usize,
    /// Those below the lowest level shown.
    hidden: usize,
}

impl Found<'_> {
    fn counts(&self) -> String {
        let counts = [
            (self.introduced.len(), "introduced"),
            (self.fixed.len(), "fixed"),
            (self.went, "gone with their entries"),
            (self.changed.len(), "more or less grave"),
            (self.persisting, "as before"),
        ];
        let counts: Vec<String> =
            counts.iter().filter(|(count, _)| *count > 0).map(|(count, what)| format!("{count} {what}")).collect();
        let counts = if counts.is_empty() { "none".to_owned() } else { counts.join(", ") };
        let hidden = counted(self.hidden, "note is", "notes are");
        let hidden = if self.hidden > 0 { format!("; {hidden} shown by --verbose") } else { String::new() };
        format!("Findings: {counts}{hidden}")
    }
}

/// The charts by name, with the moments that they describe.
fn name(checked: &Checked<'_>) -> String {
    match checked.graph.chart().revision.get() {
        Some(revision) if !checked.name.contains(&revision.to_string()) => format!("{} ({revision})", checked.name),
        _ => checked.name.to_owned(),
    }
}
