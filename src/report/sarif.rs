//! Findings as SARIF 2.1.0, the standard for the results of checkers.

use std::cmp::Reverse;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Serialize;
use serde_json::{Value, json};

use crate::check::{Finding, Judged, Level, Pillar, RULES, Rule};
use crate::edit::Offer;
use crate::text::{Span, printable, sort};

use super::json::document;
use super::{Run, in_repository, offer_for, rule_page};

/// Where the standard's schema is published.
const SCHEMA: &str = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
/// What a path may hold unescaped; the rest is percent-encoded.
const PATH: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b'/');
/// GitHub refuses a file with more results in a run.
const MOST: usize = 25_000;
/// The folder that paths start from, which the reader knows: the one that `rightseat` ran in.
const ROOT: &str = "%SRCROOT%";
const BASE: &str = "The folder in which rightseat ran; of a chart at a revision, the top of its repository.";

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Log {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [SarifRun; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct SarifRun {
    tool: Value,
    language: &'static str,
    column_kind: &'static str,
    original_uri_base_ids: Value,
    invocations: [Value; 1],
    results: Vec<SarifResult>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct SarifResult {
    rule_id: &'static str,
    rule_index: usize,
    level: &'static str,
    message: Text,
    locations: [Value; 1],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_locations: Vec<Value>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    fixes: Vec<Value>,
    partial_fingerprints: Value,
}

#[derive(Serialize)]
struct Text {
    text: String,
}

/// The message where a run has more findings than the format may hold.
#[must_use]
pub fn sarif_cut(run: Run<'_>) -> Option<String> {
    let all: usize = run.charts.iter().map(|checked| checked.outcome.findings.len()).sum();
    (all > MOST).then(|| {
        let left_out = all - MOST;
        format!("SARIF holds {MOST} of {all} findings, the most serious first; {left_out} are left out")
    })
}

/// The findings of all charts, at every level, as one run; of too many those that matter first.
#[must_use]
pub fn sarif(run: Run<'_>) -> String {
    let mut found: Vec<(&Judged<'_>, &Finding, String, Option<&Offer>)> = Vec::new();
    for (checked, offers) in run.mendable() {
        let named = checked.outcome.findings.iter().zip(checked.fingerprints()).enumerate();
        found.extend(named.map(|(at, (finding, fingerprint))| (checked, finding, fingerprint, offer_for(offers, at))));
    }
    let cut = sarif_cut(run);
    if cut.is_some() {
        sort::by_key(&mut found, |(_, finding, ..)| (Reverse(finding.level), finding.rule.pillar != Pillar::Reading));
        found.truncate(MOST);
    }
    let results = found.iter().map(|(checked, finding, fingerprint, offer)| {
        let fixes = offer.iter().map(|offer| fix(checked, offer)).collect();
        SarifResult { fixes, ..result(checked, finding, fingerprint) }
    });
    let told = |level: &'static str| move |text: &String| json!({"level": level, "message": {"text": plain(text)}});
    let notifications: Vec<Value> =
        run.trouble.iter().map(told("error")).chain(cut.iter().map(told("warning"))).collect();
    document(&Log {
        schema: SCHEMA,
        version: "2.1.0",
        runs: [SarifRun {
            tool: json!({"driver": {
                "name": env!("CARGO_PKG_NAME"),
                "version": env!("CARGO_PKG_VERSION"),
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "rules": RULES.map(descriptor).to_vec(),
            }}),
            language: "en",
            column_kind: "unicodeCodePoints",
            original_uri_base_ids: json!({ROOT: {"description": {"text": BASE}}}),
            invocations: [json!({
                "executionSuccessful": run.trouble.is_empty(),
                "toolExecutionNotifications": notifications,
            })],
            results: results.collect(),
        }],
    })
}

fn descriptor(rule: &Rule) -> Value {
    let page = rule_page(rule);
    json!({
        "id": rule.id.as_str(),
        "name": pascal(rule.id.as_str()),
        "shortDescription": {"text": plain(rule.summary)},
        "fullDescription": {"text": plain(&first_paragraph(rule.docs))},
        "help": {"text": plain(&page), "markdown": page},
        "defaultConfiguration": {"level": level(rule.level)},
        "properties": {"tags": [rule.pillar.name()]},
    })
}

fn result(checked: &Judged<'_>, finding: &Finding, fingerprint: &str) -> SarifResult {
    let parts = [("note", finding.note.as_deref()), ("help", finding.help.as_ref())];
    let more = parts.iter().filter_map(|(kind, part)| part.map(|part| format!("\n{kind}: {part}")));
    let text: String = std::iter::once(finding.message.plain()).chain(more).collect();
    let related = (1..).zip(&finding.others).map(|(id, other)| {
        let place = physical(checked, other.span);
        json!({"id": id, "physicalLocation": place, "message": {"text": plain(&other.label.plain())}})
    });
    let subjects = finding.subjects.iter().map(|subject| {
        let name = printable(&subject.id);
        json!({"name": name, "kind": subject.kind.name(), "fullyQualifiedName": format!("{}/{name}", subject.kind)})
    });
    let mut location = json!({"physicalLocation": physical(checked, finding.span)});
    if !finding.subjects.is_empty() {
        location["logicalLocations"] = subjects.collect();
    }
    SarifResult {
        rule_id: finding.rule.id.as_str(),
        rule_index: RULES.iter().position(|rule| **rule == *finding.rule).expect("every rule is registered"),
        level: level(finding.level),
        message: Text { text: plain(&text) },
        locations: [location],
        related_locations: related.collect(),
        fixes: Vec::new(),
        // GitHub looks only at the second name and would write the hash of the line and what follows it there, which
        // changes with the lines next to a finding: by ours an alert that was dismissed stays dismissed. Its form is a
        // hash and which of several alike it is.
        partial_fingerprints: json!({
            "rightseatSubjects/v1": fingerprint,
            "primaryLocationLineHash": format!("{fingerprint}:1"),
        }),
    }
}

/// A mend, as regions of files that go with what comes in their place.
fn fix(checked: &Judged<'_>, offer: &Offer) -> Value {
    let changes = offer.patches.iter().map(|patch| {
        let source = checked.sources.file(patch.source);
        let replacements = patch.splices.iter().map(|splice| {
            let place = physical(checked, source.span(splice.bytes.clone()));
            json!({"deletedRegion": place["region"], "insertedContent": {"text": splice.text}})
        });
        let artifact = physical(checked, source.span(0..0));
        json!({"artifactLocation": artifact["artifactLocation"], "replacements": replacements.collect::<Vec<_>>()})
    });
    json!({"description": {"text": plain(&offer.said)}, "artifactChanges": changes.collect::<Vec<_>>()})
}

/// File, lines and columns, all from 1; the end column is the one after the last character.
fn physical(checked: &Judged<'_>, span: Span) -> Value {
    let place = checked.sources.place(span);
    let path = in_repository(checked, place.path);
    json!({
        "artifactLocation": {"uri": utf8_percent_encode(path, PATH).to_string(), "uriBaseId": ROOT},
        "region": {
            "startLine": place.line,
            "startColumn": place.column,
            "endLine": place.end_line,
            "endColumn": place.end_column,
        },
    })
}

fn level(level: Level) -> &'static str {
    match level {
        Level::Error => "error",
        Level::Warning => "warning",
        Level::Info => "note",
    }
}

/// Plain text, in which the standard would read brackets as a link.
fn plain(text: &str) -> String {
    printable(text).replace('[', "\\[").replace(']', "\\]")
}

fn first_paragraph(docs: &str) -> String {
    docs.trim().split("\n\n").next().unwrap_or_default().replace('\n', " ")
}

/// `vacant-seat` as `VacantSeat`, the form that the standard wants of names.
fn pascal(id: &str) -> String {
    id.split('-').map(|word| word[..1].to_ascii_uppercase() + &word[1..]).collect()
}
