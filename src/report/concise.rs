//! One line per finding, for editors and pipes.

use crate::check::{Judged, Level};
use crate::text::{break_commands, printable_line};

/// `path:line:col: level[rule] message` and a line end, for each finding from a level upwards.
pub fn concise<'a>(checked: &'a Judged<'_>, lowest: Level) -> impl Iterator<Item = String> + 'a {
    checked.outcome.findings.iter().filter(move |finding| finding.level >= lowest).map(|finding| {
        let place = checked.sources.place(finding.span);
        let message = finding.message.plain();
        let (path, message) = (printable_line(place.path), printable_line(&message));
        let (level, rule) = (finding.level, finding.rule.id);
        break_commands(format!("{path}:{}:{}: {level}[{rule}] {message}\n", place.line, place.column))
    })
}
