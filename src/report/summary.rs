//! A run as a page of Markdown, for the summary of a CI job or a comment.

use crate::check::{Finding, Judged, Level};
use crate::phrase::{Page, Phrase, Prose, Tone, code, count, ours, say};

use super::Run;
use super::page::markdown;
use super::ranked::ranked;

/// How many findings are listed; a page with more is not read, and comments have a limit.
const LISTED: usize = 50;

/// How many findings each chart has, and the ones that matter.
#[must_use]
pub fn summary(run: Run<'_>) -> String {
    let mut page = Page::default();
    page.heading("Accountability check");
    for trouble in run.trouble {
        let prose = Prose::toned(Tone::Strong, "could not run").then(Tone::Plain, say![" ", code(trouble)]);
        page.item(None, prose, Vec::new());
    }
    for checked in run.charts {
        page.item(None, counts(checked), Vec::new());
    }
    let found = ranked(run);
    if !found.is_empty() {
        page.subheading("Findings");
    }
    for (checked, finding) in found.iter().take(LISTED) {
        item(&mut page, checked, finding);
    }
    if let more @ 1.. = found.len().saturating_sub(LISTED) {
        page.say(say![count(more, "more finding is", "more findings are"), " not listed here."]);
    }
    markdown(&page, &|_| Vec::new())
}

/// How many findings of each level a chart has, and how many are not shown for a reason.
fn counts(checked: &Judged<'_>) -> Phrase {
    let outcome = &checked.outcome;
    let levels = [
        count(outcome.count(Level::Error), "error", "errors"),
        count(outcome.count(Level::Warning), "warning", "warnings"),
        count(outcome.count(Level::Info), "note", "notes"),
    ];
    let [errors, warnings, notes] = levels;
    let quiet = |count: usize, state| (count > 0).then(|| say![", ", count, " ", ours(state)]);
    let waiting = outcome.held_back.len();
    let waiting = (waiting > 0).then(|| count(waiting, "rule was", "rules were"));
    let waiting = waiting.map(|rules| say![", ", rules, " not run, since files could not be read"]);
    say![
        code(checked.name),
        ": ",
        errors,
        ", ",
        warnings,
        ", ",
        notes,
        quiet(outcome.waived, "accepted by waivers"),
        quiet(outcome.known, "already known"),
        waiting
    ]
}

fn item(page: &mut Page, checked: &Judged<'_>, finding: &Finding) {
    let place = checked.sources.place(finding.span);
    let said = say![" ", &finding.message, " (", code(finding.rule.id), ")"];
    let help = finding.help.as_ref().map(|help| say![" · ", help]);
    let below = say![code(format_args!("{}:{}", place.path, place.line)), help];
    page.item(None, Prose::toned(Tone::Strong, finding.level.name()).then(Tone::Plain, said), vec![below.into()]);
}
