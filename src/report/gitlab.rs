//! Findings as GitLab's code quality report.

use serde::Serialize;

use crate::check::Level;

use super::json::document;
use super::{Run, in_repository};

#[derive(Serialize)]
struct Entry<'a> {
    description: String,
    check_name: &'static str,
    fingerprint: String,
    severity: &'static str,
    location: Location<'a>,
}

#[derive(Serialize)]
struct Location<'a> {
    path: &'a str,
    lines: Lines,
}

#[derive(Serialize)]
struct Lines {
    begin: usize,
    end: usize,
}

/// All findings at every level, as one JSON list.
#[must_use]
pub fn gitlab(run: Run<'_>) -> String {
    let mut entries = Vec::new();
    for checked in run.charts {
        for (finding, fingerprint) in checked.outcome.findings.iter().zip(checked.fingerprints()) {
            let place = checked.sources.place(finding.span);
            let more = finding.note.as_deref().into_iter().chain(&finding.help).map(|more| format!(" ({more})"));
            entries.push(Entry {
                description: std::iter::once(finding.message.plain()).chain(more).collect(),
                check_name: finding.rule.id.as_str(),
                fingerprint,
                severity: match finding.level {
                    Level::Error => "major",
                    Level::Warning => "minor",
                    Level::Info => "info",
                },
                location: Location {
                    path: in_repository(checked, place.path),
                    lines: Lines { begin: place.line, end: place.end_line },
                },
            });
        }
    }
    document(&entries)
}
