//! Findings for programs, in a versioned form.

use serde::Serialize;

use crate::check::{Finding, Judged};
use crate::edit::{Offer, Splice};
use crate::model::Edit;
use crate::phrase::Phrase;
use crate::review::Counts;
use crate::text::{Sources, Span, printable_json};

use super::{Run, offer_for};

/// The version of this form; it grows by one when a reader of the last would misunderstand.
const VERSION: u32 = 1;

#[derive(Serialize)]
struct Report<'a> {
    version: u32,
    tool: Tool,
    trouble: &'a [String],
    charts: Vec<Chart<'a>>,
}

#[derive(Serialize)]
pub(super) struct Tool {
    name: &'static str,
    version: &'static str,
}

impl Tool {
    /// This program.
    pub(super) const THIS: Self = Self { name: env!("CARGO_PKG_NAME"), version: env!("CARGO_PKG_VERSION") };
}

#[derive(Serialize)]
struct Chart<'a> {
    path: &'a str,
    organization: Option<&'a str>,
    revision: Option<String>,
    today: String,
    files: Vec<&'a str>,
    #[serde(flatten)]
    counts: Counts,
    known: usize,
    held_back: Vec<&'static str>,
    findings: Vec<Mendable<'a>>,
}

/// A finding, and how it can be mended.
#[derive(Serialize)]
struct Mendable<'a> {
    #[serde(flatten)]
    entry: Entry<'a>,
    fix: Option<Fix<'a>>,
}

/// A mend: whether it is sure, what the chart would say, and bytes of its files with what comes in their place.
#[derive(Serialize)]
struct Fix<'a> {
    safe: bool,
    does: &'a str,
    edits: &'a [Edit],
    splices: Vec<Bytes<'a>>,
}

#[derive(Serialize)]
struct Bytes<'a> {
    path: &'a str,
    start: usize,
    end: usize,
    text: &'a str,
}

#[derive(Serialize)]
pub(super) struct Entry<'a> {
    rule: &'static str,
    level: &'static str,
    pillar: &'static str,
    message: &'a Phrase,
    help: Option<&'a Phrase>,
    note: Option<&'a Phrase>,
    place: Place<'a>,
    others: Vec<Other<'a>>,
    subjects: Vec<Subject<'a>>,
}

/// Lines and columns count from 1, columns in characters; bytes from 0, the end exclusive.
#[derive(Serialize)]
pub(super) struct Place<'a> {
    path: &'a str,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    start_byte: usize,
    end_byte: usize,
}

#[derive(Serialize)]
struct Other<'a> {
    label: &'a Phrase,
    place: Place<'a>,
}

#[derive(Serialize)]
struct Subject<'a> {
    kind: &'static str,
    id: &'a str,
}

/// All findings of all charts, at every level, as one JSON document.
#[must_use]
pub fn json(run: Run<'_>) -> String {
    let charts = run.mendable().map(|(checked, offers)| chart(checked, offers)).collect();
    let report = Report { version: VERSION, tool: Tool::THIS, trouble: run.trouble, charts };
    document(&report)
}

/// A document as JSON that is fit for a terminal and a log.
pub(crate) fn document(value: &impl Serialize) -> String {
    let mut text = serde_json::to_string_pretty(value).expect("strings and numbers are always JSON");
    text.push('\n');
    printable_json(text)
}

fn chart<'a>(checked: &'a Judged<'_>, offers: &'a [Offer]) -> Chart<'a> {
    let (graph, outcome) = (&checked.graph, &checked.outcome);
    let claims = graph.chart();
    Chart {
        path: checked.name,
        organization: claims.organization.get().map(|name| name.as_str()),
        revision: claims.revision.get().map(ToString::to_string),
        today: checked.today.to_string(),
        files: checked.sources.files().iter().map(|file| file.path()).collect(),
        counts: Counts::of(graph, outcome),
        known: outcome.known,
        held_back: outcome.held_back.iter().map(|rule| rule.id.as_str()).collect(),
        findings: outcome
            .findings
            .iter()
            .enumerate()
            .map(|(at, finding)| Mendable {
                entry: entry(checked.sources, finding),
                fix: offer_for(offers, at).map(|offer| fix(checked.sources, offer)),
            })
            .collect(),
    }
}

fn fix<'a>(sources: &'a Sources, offer: &'a Offer) -> Fix<'a> {
    let splices = offer.patches.iter().flat_map(|patch| {
        let path = sources.file(patch.source).path();
        let bytes = |splice: &'a Splice| (splice.bytes.start, splice.bytes.end, splice.text.as_str());
        patch.splices.iter().map(bytes).map(move |(start, end, text)| Bytes { path, start, end, text })
    });
    Fix { safe: offer.is_safe, does: &offer.said, edits: &offer.edits, splices: splices.collect() }
}

pub(super) fn entry<'a>(sources: &'a Sources, finding: &'a Finding) -> Entry<'a> {
    Entry {
        rule: finding.rule.id.as_str(),
        level: finding.level.name(),
        pillar: finding.rule.pillar.name(),
        message: &finding.message,
        help: finding.help.as_ref(),
        note: finding.note.as_deref(),
        place: place(sources, finding.span),
        others: finding
            .others
            .iter()
            .map(|other| Other { label: &other.label, place: place(sources, other.span) })
            .collect(),
        subjects: finding
            .subjects
            .iter()
            .map(|subject| Subject { kind: subject.kind.name(), id: &subject.id })
            .collect(),
    }
}

pub(super) fn place(sources: &Sources, span: Span) -> Place<'_> {
    let place = sources.place(span);
    Place {
        path: place.path,
        line: place.line,
        column: place.column,
        end_line: place.end_line,
        end_column: place.end_column,
        start_byte: place.bytes.start,
        end_byte: place.bytes.end,
    }
}
