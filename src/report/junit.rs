//! Findings as a `JUnit` report: each rule is a test of the chart, and each failing finding a failed one.

use crate::check::{Finding, Judged, RULES};
use crate::render::xml::Xml;
use crate::text::{escape_commands, printable_line};

use super::{Run, in_repository};

/// One suite a chart. Findings below the failing level are told in tests that pass; rules that wait for files that
/// could not be read are skipped.
#[must_use]
pub fn junit(run: Run<'_>) -> String {
    let mut xml = Xml::default();
    xml.open("testsuites").attribute("name", "rightseat");
    for checked in run.charts {
        suite(&mut xml, checked, run);
    }
    if !run.trouble.is_empty() {
        let count = run.trouble.len().to_string();
        xml.open("testsuite").attribute("name", "charts that could not be checked");
        xml.attribute("tests", count.as_str()).attribute("failures", "0").attribute("errors", count.as_str());
        for trouble in run.trouble.iter().map(|trouble| printable_line(trouble)) {
            xml.open("testcase").attribute("name", &*trouble).attribute("classname", "rightseat");
            xml.open("error").attribute("message", &*trouble).close().close_block();
        }
        xml.close_block();
    }
    xml.close_block();
    let document = format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{}", xml.finish());
    escape_commands(document, "&#91;")
}

fn suite(xml: &mut Xml, checked: &Judged<'_>, run: Run<'_>) {
    let outcome = &checked.outcome;
    let silent: Vec<_> =
        RULES.iter().filter(|rule| !outcome.findings.iter().any(|finding| finding.rule == **rule)).collect();
    let failures = outcome.findings.iter().filter(|finding| finding.level >= run.failing).count();
    let waiting = silent.iter().filter(|rule| outcome.held_back.contains(rule)).count();
    xml.open("testsuite");
    let name = &*printable_line(checked.name);
    xml.attribute("name", name);
    xml.attribute("tests", (outcome.findings.len() + silent.len()).to_string().as_str());
    xml.attribute("failures", failures.to_string().as_str()).attribute("errors", "0");
    xml.attribute("skipped", waiting.to_string().as_str());
    for finding in &outcome.findings {
        case(xml, checked, finding, run);
    }
    for rule in silent {
        xml.open("testcase").attribute("name", rule.id.as_str()).attribute("classname", name);
        if outcome.held_back.contains(rule) {
            xml.open("skipped").attribute("message", "waits for files that could not be read").close();
        }
        xml.close_block();
    }
    xml.close_block();
}

fn case(xml: &mut Xml, checked: &Judged<'_>, finding: &Finding, run: Run<'_>) {
    let place = checked.sources.place(finding.span);
    let subject =
        finding.subjects.first().map_or_else(String::new, |subject| format!(" {}", printable_line(&subject.id)));
    let message = finding.message.plain();
    let (path, message) = (printable_line(place.path), printable_line(&message));
    let words = format!("{path}:{}:{}: {message}", place.line, place.column);
    xml.open("testcase").attribute("name", format!("{}{subject}", finding.rule.id).as_str());
    xml.attribute("classname", &*printable_line(checked.name));
    xml.attribute("file", in_repository(checked, &path)).attribute("line", place.line.to_string().as_str());
    if finding.level >= run.failing {
        xml.open("failure").attribute("type", finding.level.name()).attribute("message", &*message).words(&words);
    } else {
        xml.open("system-out").words(finding.level.name()).words(": ").words(&words);
    }
    for more in finding.note.as_deref().into_iter().chain(&finding.help) {
        xml.words(" (").words(&printable_line(&more.plain())).words(")");
    }
    xml.close().close_block();
}
