//! What changed between two charts, for people, for a pull request, and for programs.

mod json;
mod markdown;
mod story;
mod text;

use std::collections::BTreeSet;

use crate::check::{Finding, Judged, Level};
use crate::diff::{Change, Diff, FindingChange};
use crate::model::Noun;
use crate::phrase::{Part, Phrase, code, count, figure, row, say};
use crate::text::sort;

pub(super) use json::{Summary, summary};

pub use json::diff_json;
pub use markdown::diff_markdown;
pub use text::diff_text;

/// Two charts and what changed between them.
#[derive(Debug)]
pub struct Compared<'a> {
    /// The old chart.
    pub old: &'a Judged<'a>,
    /// The new chart.
    pub new: &'a Judged<'a>,
    /// What changed.
    pub diff: &'a Diff<'a>,
    /// Findings below this level are only counted.
    pub lowest: Level,
}

impl<'a> Compared<'a> {
    /// The findings by what became of them.
    fn findings(&self) -> Found<'a> {
        let findings = &self.diff.findings;
        let gone: BTreeSet<(Noun, &str)> = self
            .diff
            .changes
            .iter()
            .flat_map(Change::all)
            .filter_map(|change| change.old.as_ref().filter(|_| change.new.is_none()))
            .map(|party| (party.kind, party.id.as_str()))
            .collect();
        let is_gone = |finding: &&Finding| {
            finding.subjects.first().is_some_and(|subject| gone.contains(&(subject.kind, subject.id.as_str())))
        };
        let (went, fixed): (Vec<_>, Vec<_>) = findings.fixed.iter().copied().partition(is_gone);
        let all = findings.introduced.iter().chain(&findings.fixed).copied();
        let all = all.chain(findings.changed.iter().chain(&findings.persisting).map(|both| both.new));
        let alone = |finding: &&'a Finding| Shown { finding, before: Phrase::default() };
        let is_shown = |finding: &Finding| finding.level >= self.lowest;
        Found {
            introduced: self.shown(findings.introduced.iter().map(alone)),
            fixed: self.shown(fixed.iter().map(alone)),
            went: went.into_iter().filter(|finding| is_shown(finding)).count(),
            changed: self.shown(findings.changed.iter().map(|both| Shown { finding: both.new, before: before(both) })),
            persisting: findings.persisting.iter().filter(|both| is_shown(both.new)).count(),
            hidden: all.filter(|finding| !is_shown(finding)).count(),
        }
    }

    /// The findings that are shown, the most serious first.
    fn shown(&self, findings: impl Iterator<Item = Shown<'a>>) -> Vec<Shown<'a>> {
        let mut shown: Vec<Shown<'a>> = findings.filter(|shown| shown.finding.level >= self.lowest).collect();
        sort::by_key(&mut shown, |shown| std::cmp::Reverse(shown.finding.level));
        shown
    }
}

/// A finding that is shown, with what was different before in brackets.
struct Shown<'a> {
    finding: &'a Finding,
    before: Phrase,
}

/// The level that a finding had, or its figure: ` (was 102 %)`.
fn before(both: &FindingChange<'_>) -> Phrase {
    if both.old.level != both.new.level {
        return say![" (was ", both.old.level.name(), ")"];
    }
    say![both.old.measure.as_ref().map(|was| say![" (was ", figure(was), ")"])]
}

/// The entry that a reading mistake is in, where the mistake does not say so itself: there is no line to look at here.
fn of_whom(finding: &Finding) -> Phrase {
    let is_read =
        ["invalid-value", "missing-key", "unknown-key", "unknown-reference"].contains(&finding.rule.id.as_str());
    let subject = finding.subjects.first().filter(|subject| is_read && !subject.id.is_empty());
    let subject = subject.filter(|subject| !names(&finding.message, &subject.id));
    subject.map_or_else(Phrase::default, |subject| say![" (in the ", subject.kind.name(), " ", code(&subject.id), ")"])
}

/// Whether a phrase names an entry or writes its id.
fn names(phrase: &Phrase, wanted: &str) -> bool {
    phrase.parts().any(|part| match part {
        Part::Entry(entry) => entry.id == wanted,
        Part::Code(code) => code == wanted,
        _ => false,
    })
}

/// The findings that are shown, and how many of those that are not.
struct Found<'a> {
    introduced: Vec<Shown<'a>>,
    fixed: Vec<Shown<'a>>,
    /// Those that were about an entry that is gone.
    went: usize,
    changed: Vec<Shown<'a>>,
    persisting: usize,
    /// Those below the lowest level shown.
    hidden: usize,
}

impl Found<'_> {
    fn counts(&self) -> Phrase {
        let counts = [
            (self.introduced.len(), " introduced"),
            (self.fixed.len(), " fixed"),
            (self.went, " gone with their entries"),
            (self.changed.len(), " more or less serious"),
            (self.persisting, " as before"),
        ];
        let counts =
            row(counts.into_iter().filter(|(count, _)| *count > 0).map(|(count, what)| say![count, what]), ", ");
        let counts = if counts.is_empty() { "none".into() } else { counts };
        let hidden = count(self.hidden, "note is", "notes are");
        let hidden = (self.hidden > 0).then(|| say!["; ", hidden, " shown by ", code("--verbose")]);
        say!["Findings: ", counts, hidden]
    }
}

/// The charts by name, with the moments that they describe.
fn name(checked: &Judged<'_>) -> String {
    match checked.graph.chart().revision.get() {
        Some(revision) if !checked.name.contains(&revision.to_string()) => format!("{} ({revision})", checked.name),
        _ => checked.name.to_owned(),
    }
}
