//! A run in Markdown, for the summary of a CI job or a comment.

use std::fmt::Write;

use crate::check::{Finding, Judged, Level};

use super::markup::{code, phrase};
use super::ranked::ranked;
use super::{Run, counted};

const TAKES: &str = "a string takes all";
/// How many findings are listed; a page with more is not read, and comments have a limit.
const LISTED: usize = 50;

/// How many findings each chart has, and the ones that matter.
#[must_use]
pub fn summary(run: Run<'_>) -> String {
    let mut out = String::from("## Accountability check\n\n");
    for trouble in run.trouble {
        out.push_str("- **could not run** ");
        code(trouble, &mut out);
        out.push('\n');
    }
    for checked in run.charts {
        out.push_str("- ");
        code(checked.name, &mut out);
        let outcome = &checked.outcome;
        let count = |level, one, many| counted(outcome.count(level), one, many);
        let (errors, warnings) = (count(Level::Error, "error", "errors"), count(Level::Warning, "warning", "warnings"));
        let notes = count(Level::Info, "note", "notes");
        write!(out, ": {errors}, {warnings}, {notes}").expect(TAKES);
        for (count, state) in [(outcome.waived, "accepted by waivers"), (outcome.known, "known already")] {
            if count > 0 {
                write!(out, ", {count} {state}").expect(TAKES);
            }
        }
        if !outcome.held_back.is_empty() {
            let waiting = counted(outcome.held_back.len(), "rule waits", "rules wait");
            write!(out, ", {waiting} for files that could not be read").expect(TAKES);
        }
        out.push('\n');
    }
    let found = ranked(run);
    if !found.is_empty() {
        out.push_str("\n### Findings\n\n");
    }
    for (checked, finding) in found.iter().take(LISTED) {
        item(checked, finding, &mut out);
    }
    if let more @ 1.. = found.len().saturating_sub(LISTED) {
        writeln!(out, "\n{} not listed here.", counted(more, "more finding is", "more findings are")).expect(TAKES);
    }
    out
}

fn item(checked: &Judged<'_>, finding: &Finding, out: &mut String) {
    let place = checked.sources.place(finding.span);
    write!(out, "- **{}** ", finding.level).expect(TAKES);
    phrase(&finding.message, out);
    writeln!(out, " (`{}`)  ", finding.rule.id).expect(TAKES);
    out.push_str("  ");
    code(&format!("{}:{}", place.path, place.line), out);
    if let Some(help) = &finding.help {
        out.push_str(" · ");
        phrase(help, out);
    }
    out.push('\n');
}
