//! Findings as SARIF 2.1.0, the standard for the results of checkers.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Serialize;
use serde_json::{Value, json};

use crate::check::{Finding, Level, RULES, Rule};
use crate::text::{Place, printable};

use super::json::document;
use super::{Checked, Run, rule_page};

/// Where the standard's schema is published.
const SCHEMA: &str = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
/// What a path may hold as it is; the rest is percent-encoded.
const PATH: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b'/');
/// The folder that paths start from, which the reader knows: the one that `rightseat` ran in.
const ROOT: &str = "%SRCROOT%";

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
    partial_fingerprints: Value,
}

#[derive(Serialize)]
struct Text {
    text: String,
}

/// All findings of all charts, at every level, as one run.
#[must_use]
pub fn sarif(run: Run<'_>) -> String {
    let results = run.charts.iter().flat_map(|checked| {
        let named = checked.outcome.findings.iter().zip(checked.fingerprints());
        named.map(|(finding, fingerprint)| result(checked, finding, &fingerprint)).collect::<Vec<_>>()
    });
    let notifications: Vec<Value> =
        run.trouble.iter().map(|trouble| json!({"level": "error", "message": {"text": plain(trouble)}})).collect();
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
            original_uri_base_ids: json!({ROOT: {"description": {"text": "The folder in which rightseat ran."}}}),
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

fn result(checked: &Checked<'_>, finding: &Finding, fingerprint: &str) -> SarifResult {
    let parts = [("note", &finding.note), ("help", &finding.help)];
    let more = parts.iter().filter_map(|(kind, part)| part.as_ref().map(|part| format!("\n{kind}: {part}")));
    let text: String = std::iter::once(finding.message.clone()).chain(more).collect();
    let related = (1..).zip(&finding.others).map(|(id, other)| {
        let place = physical(&checked.sources.place(other.span));
        json!({"id": id, "physicalLocation": place, "message": {"text": plain(&other.label)}})
    });
    let subjects = finding.subjects.iter().map(|subject| {
        let name = printable(&subject.id);
        json!({"name": name, "kind": subject.kind.name(), "fullyQualifiedName": format!("{}/{name}", subject.kind)})
    });
    let mut location = json!({"physicalLocation": physical(&checked.sources.place(finding.span))});
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
        partial_fingerprints: json!({"rightseatSubjects/v1": fingerprint}),
    }
}

/// File, lines and columns, all from 1; the end column is the one behind the last character.
fn physical(place: &Place<'_>) -> Value {
    json!({
        "artifactLocation": {"uri": utf8_percent_encode(place.path, PATH).to_string(), "uriBaseId": ROOT},
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
