//! Findings as workflow commands, which GitHub shows at the lines of a pull request.

use std::fmt::Write;

use crate::check::{Finding, Judged, Level};
use crate::text::{escape_commands, printable, printable_line};

use super::ranked::ranked;
use super::{Run, in_repository};

/// One command a finding, those that matter first: GitHub shows ten a level and step.
#[must_use]
pub fn github(run: Run<'_>) -> String {
    let mut out = String::new();
    for trouble in run.trouble {
        writeln!(out, "::error title=rightseat::{}", data(&printable(trouble))).expect("a string takes all");
    }
    for (checked, finding) in ranked(run) {
        out.push_str(&command(checked, finding));
    }
    escape_commands(out, "\\[")
}

fn command(checked: &Judged<'_>, finding: &Finding) -> String {
    let place = checked.sources.place(finding.span);
    let path = printable_line(place.path);
    let (line, column, rule) = (place.line, place.column, finding.rule.id);
    // Columns are shown for places within one line only.
    let end = if place.end_line == line && place.end_column > column + 1 {
        format!(",endColumn={}", place.end_column - 1)
    } else {
        String::new()
    };
    let name = match finding.level {
        Level::Error => "error",
        Level::Warning => "warning",
        Level::Info => "notice",
    };
    // The place again, because the log shows only the words.
    let mut words = format!("{path}:{line}:{column}: {rule}: {}", printable_line(&finding.message.plain()));
    for (kind, more) in [("note", finding.note.as_deref()), ("help", finding.help.as_ref())] {
        if let Some(more) = more {
            write!(words, "\n{kind}: {}", printable(&more.plain())).expect("a string takes all");
        }
    }
    let (file, words) = (property(in_repository(checked, &path)), data(&words));
    format!("::{name} file={file},line={line},col={column}{end},title={rule}::{words}\n")
}

/// The words of a command, as the runner unescapes them.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// A property's value, as the runner unescapes it.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
