//! One line per finding, for editors and pipes.

use std::fmt::Write;

use crate::check::{Judged, Level};
use crate::text::{printable_line, without_commands};

/// `path:line:col: level[rule] message`, for the findings from a level upwards.
#[must_use]
pub fn concise(checked: &Judged<'_>, lowest: Level) -> String {
    let mut out = String::new();
    for finding in checked.outcome.findings.iter().filter(|finding| finding.level >= lowest) {
        let place = checked.sources.place(finding.span);
        let message = finding.message.plain();
        let (path, message) = (printable_line(place.path), printable_line(&message));
        let (level, rule) = (finding.level, finding.rule.id);
        writeln!(out, "{path}:{}:{}: {level}[{rule}] {message}", place.line, place.column).expect("a string takes all");
    }
    without_commands(&out).into_owned()
}
