//! An edit for programs.

use crate::model::Edit;
use serde::Serialize;

use crate::check::Finding;
use crate::phrase::{Item, Mark};

use super::super::json::{Tool, document};
use super::Edited;
use super::undo::undo;

/// The version of this form; it grows by one when a reader of the last would misunderstand.
const VERSION: u32 = 1;

#[derive(Serialize)]
struct Report<'a> {
    version: u32,
    tool: Tool,
    chart: &'a str,
    asked: Vec<String>,
    is_written: bool,
    is_nothing: bool,
    command: Option<&'a str>,
    undo: Option<String>,
    edits: &'a [Edit],
    files: Vec<File<'a>>,
    findings: Findings<'a>,
    loads: Vec<Load<'a>>,
    notes: &'a [String],
}

#[derive(Serialize)]
struct File<'a> {
    path: &'a str,
    splices: Vec<Bytes<'a>>,
}

/// Bytes of the file before, from 0, and what comes in their place.
#[derive(Serialize)]
struct Bytes<'a> {
    start: usize,
    end: usize,
    text: &'a str,
}

#[derive(Serialize)]
struct Findings<'a> {
    introduced: Vec<Found<'a>>,
    fixed: Vec<Found<'a>>,
}

#[derive(Serialize)]
struct Found<'a> {
    rule: &'a str,
    level: &'static str,
    message: String,
}

#[derive(Serialize)]
struct Load<'a> {
    kind: &'static str,
    id: &'a str,
    name: &'a str,
    old: String,
    new: String,
    capacity: String,
}

/// A plan, as one JSON document.
#[must_use]
pub fn edit_json(edited: &Edited<'_>) -> String {
    let splices = |splice: &'_ crate::edit::Splice| (splice.bytes.start, splice.bytes.end);
    let files = edited.plan.patches.iter().map(|patch| File {
        path: edited.old.sources.file(patch.source).path(),
        splices: patch
            .splices
            .iter()
            .map(|splice| {
                let (start, end) = splices(splice);
                Bytes { start, end, text: &splice.text }
            })
            .collect(),
    });
    let found = |findings: &[&'_ Finding]| {
        findings
            .iter()
            .map(|finding| Found {
                rule: finding.rule.id.as_str(),
                level: finding.level.name(),
                message: finding.message.to_string(),
            })
            .collect()
    };
    let loads = edited.diff.loads.iter().map(|load| Load {
        kind: load.holder.kind.name(),
        id: &load.holder.id,
        name: &load.holder.name,
        old: load.old.to_string(),
        new: load.new.to_string(),
        capacity: load.capacity.to_string(),
    });
    document(&Report {
        version: VERSION,
        tool: Tool::THIS,
        chart: edited.old.name,
        asked: edited.asked.iter().flat_map(lines).collect(),
        is_written: edited.is_written,
        is_nothing: edited.plan.is_nothing(),
        command: edited.command,
        undo: edited.command.and(undo(edited.old, edited.plan)),
        edits: &edited.plan.meant,
        files: files.collect(),
        findings: Findings {
            introduced: found(&edited.diff.findings.introduced),
            fixed: found(&edited.diff.findings.fixed),
        },
        loads: loads.collect(),
        notes: &edited.plan.told,
    })
}

/// A point as lines.
fn lines(Item { mark, prose, below, .. }: &Item) -> Vec<String> {
    let number = if let Mark::Number(number) = mark { format!("{number}. ") } else { String::new() };
    let below = below.iter().map(|one| format!("{}{}", " ".repeat(number.len()), one.plain()));
    std::iter::once(format!("{number}{}", prose.plain())).chain(below).collect()
}
