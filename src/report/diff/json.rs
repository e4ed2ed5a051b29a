//! What changed, for programs, in a versioned form that holds enough to apply and to undo it.

use std::borrow::Cow;

use serde::Serialize;

use crate::check::Judged;
use crate::diff::{Change, Diff, FindingChange, Group, LoadDelta, Party, Rename};
use crate::model::Edit;
use crate::text::Sources;

use super::super::json::{self, Tool};
use super::Compared;

/// The version of this form; it grows by one when a reader of the last would misunderstand.
const VERSION: u32 = 1;

#[derive(Serialize)]
struct Report<'a> {
    version: u32,
    tool: Tool,
    old: End<'a>,
    new: End<'a>,
    is_same: bool,
    counts: Vec<Count>,
    changes: Vec<Told<'a>>,
    renames: Vec<Same<'a>>,
    hints: Vec<Same<'a>>,
    loads: Vec<Load<'a>>,
    findings: Findings<'a>,
    edits: &'a [Edit],
    notes: &'a [String],
}

#[derive(Serialize)]
struct End<'a> {
    path: &'a str,
    organization: Option<&'a str>,
    revision: Option<String>,
    today: String,
    files: Vec<&'a str>,
}

#[derive(Serialize)]
struct Count {
    group: String,
    changes: usize,
}

#[derive(Serialize)]
struct Told<'a> {
    code: &'static str,
    group: String,
    old: Option<Entry<'a>>,
    new: Option<Entry<'a>>,
    from: Vec<Entry<'a>>,
    to: Vec<Entry<'a>>,
    was: Option<Cow<'a, str>>,
    is: Option<Cow<'a, str>>,
    field: Option<&'static str>,
    count: usize,
    how: &'static str,
    confidence: u16,
    folded: Vec<Told<'a>>,
}

/// An entry, and the line where it is defined, counted from 1.
#[derive(Serialize)]
struct Entry<'a> {
    kind: &'static str,
    id: &'a str,
    name: &'a str,
    path: Option<&'a str>,
    line: Option<usize>,
}

#[derive(Serialize)]
struct Same<'a> {
    old: Entry<'a>,
    new: Entry<'a>,
    how: &'static str,
    confidence: u16,
}

/// Loads are shares of one full-time person, as exact decimals.
#[derive(Serialize)]
struct Load<'a> {
    kind: &'static str,
    id: &'a str,
    name: &'a str,
    old: String,
    new: String,
    difference: String,
    capacity: String,
    old_capacity: String,
    crossing: Option<&'static str>,
}

#[derive(Serialize)]
struct Findings<'a> {
    introduced: Vec<json::Entry<'a>>,
    fixed: Vec<json::Entry<'a>>,
    changed: Vec<Both<'a>>,
    persisting: Vec<Both<'a>>,
}

#[derive(Serialize)]
struct Both<'a> {
    old: json::Entry<'a>,
    new: json::Entry<'a>,
}

/// What changed between two charts, as one JSON document.
#[must_use]
pub fn diff_json(compared: &Compared<'_>) -> String {
    let diff = compared.diff;
    let sides = Sides { old: compared.old.sources, new: compared.new.sources };
    let findings = &diff.findings;
    let report = Report {
        version: VERSION,
        tool: Tool::THIS,
        old: end(compared.old),
        new: end(compared.new),
        is_same: diff.is_empty(),
        counts: counts(diff),
        changes: diff.changes.iter().map(|change| sides.told(change)).collect(),
        renames: diff.renames.iter().map(|rename| sides.same(rename)).collect(),
        hints: diff.hints.iter().map(|rename| sides.same(rename)).collect(),
        loads: diff.loads.iter().map(load).collect(),
        findings: Findings {
            introduced: findings.introduced.iter().map(|finding| json::entry(sides.new, finding)).collect(),
            fixed: findings.fixed.iter().map(|finding| json::entry(sides.old, finding)).collect(),
            changed: findings.changed.iter().map(|change| sides.both(change)).collect(),
            persisting: findings.persisting.iter().map(|change| sides.both(change)).collect(),
        },
        edits: &diff.edits,
        notes: &diff.notes,
    };
    json::document(&report)
}

/// What changed, for a document that holds more.
#[derive(Serialize)]
pub(in crate::report) struct Summary<'a> {
    counts: Vec<Count>,
    changes: Vec<Told<'a>>,
    renames: Vec<Same<'a>>,
}

pub(in crate::report) fn summary<'a>(diff: &'a Diff<'a>, old: &'a Sources, new: &'a Sources) -> Summary<'a> {
    let sides = Sides { old, new };
    Summary {
        counts: counts(diff),
        changes: diff.changes.iter().map(|change| sides.told(change)).collect(),
        renames: diff.renames.iter().map(|rename| sides.same(rename)).collect(),
    }
}

fn counts(diff: &Diff<'_>) -> Vec<Count> {
    Group::ALL.into_iter().map(|group| Count { group: word(group), changes: diff.group(group).count() }).collect()
}

fn word(group: Group) -> String {
    group.title().to_lowercase()
}

fn end<'a>(checked: &'a Judged<'a>) -> End<'a> {
    let chart = checked.graph.chart();
    End {
        path: checked.name,
        organization: chart.organization.get().map(|name| name.as_str()),
        revision: chart.revision.get().map(ToString::to_string),
        today: checked.today.to_string(),
        files: checked.sources.files().iter().map(|file| file.path()).collect(),
    }
}

fn load(delta: &LoadDelta) -> Load<'_> {
    Load {
        kind: delta.holder.kind.name(),
        id: &delta.holder.id,
        name: &delta.holder.name,
        old: delta.old.to_string(),
        new: delta.new.to_string(),
        difference: delta.difference().to_string(),
        capacity: delta.capacity.to_string(),
        old_capacity: delta.old_capacity.to_string(),
        crossing: delta.crossing.map(crate::diff::Crossing::name),
    }
}

/// The texts of both charts.
#[derive(Clone, Copy)]
struct Sides<'a> {
    old: &'a Sources,
    new: &'a Sources,
}

impl<'a> Sides<'a> {
    fn told(self, change: &'a Change) -> Told<'a> {
        let entries =
            |parties: Vec<&'a Party>, sources| parties.into_iter().map(|party| entry(party, sources)).collect();
        let flat = change.what.flat();
        Told {
            code: change.code().as_str(),
            group: word(change.group()),
            old: change.old.as_ref().map(|party| entry(party, self.old)),
            new: change.new.as_ref().map(|party| entry(party, self.new)),
            from: entries(flat.from, self.old),
            to: entries(flat.to, self.new),
            was: flat.was,
            is: flat.is,
            field: flat.field,
            count: flat.count,
            how: flat.how.name(),
            confidence: flat.how.confidence(),
            folded: change.folded.iter().map(|folded| self.told(folded)).collect(),
        }
    }

    fn both(self, change: &FindingChange<'a>) -> Both<'a> {
        Both { old: json::entry(self.old, change.old), new: json::entry(self.new, change.new) }
    }

    fn same(self, rename: &'a Rename) -> Same<'a> {
        Same {
            old: entry(&rename.old, self.old),
            new: entry(&rename.new, self.new),
            how: rename.how.name(),
            confidence: rename.how.confidence(),
        }
    }
}

fn entry<'a>(party: &'a Party, sources: &'a Sources) -> Entry<'a> {
    let place = party.span.map(|span| sources.place(span));
    Entry {
        kind: party.kind.name(),
        id: &party.id,
        name: &party.name,
        path: place.as_ref().map(|place| place.path),
        line: place.map(|place| place.line),
    }
}
