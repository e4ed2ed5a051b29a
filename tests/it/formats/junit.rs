//! `JUnit`, read by an XML parser.

use roxmltree::{Document, Node};

use crate::support::{project, rightseat};

use super::hostile::{PAYLOADS, checked};
use super::{CHARTS, output};

fn suites<'d>(document: &'d Document<'_>) -> Vec<Node<'d, 'd>> {
    assert_eq!(document.root_element().tag_name().name(), "testsuites");
    let suites: Vec<_> = document.root_element().children().filter(Node::is_element).collect();
    for suite in &suites {
        let cases: Vec<_> = suite.children().filter(Node::is_element).collect();
        let with =
            |name: &str| cases.iter().filter(|case| case.children().any(|child| child.has_tag_name(name))).count();
        let said = |name: &str| suite.attribute(name).map_or(0, |number| number.parse::<usize>().expect("a number"));
        assert_eq!(said("tests"), cases.len());
        assert_eq!(
            (said("failures"), said("errors"), said("skipped")),
            (with("failure"), with("error"), with("skipped"))
        );
    }
    suites
}

#[test]
fn failures_are_the_findings_that_fail() {
    for chart in CHARTS {
        let text = output(chart, "junit");
        let document = Document::parse(&text).expect("it is XML");
        let lines = output(chart, "concise");
        let errors = lines.lines().filter(|line| line.contains(": error[")).count();
        let failures: usize =
            suites(&document).iter().map(|suite| suite.attribute("failures").unwrap_or("").parse().unwrap_or(0)).sum();
        assert_eq!(failures, errors, "{chart}");
    }
    let text = rightseat(project(), &["check", "charts/northwind", "--format", "junit", "--fail-on", "warning"]).out;
    let document = Document::parse(&text).expect("it is XML");
    assert_eq!(suites(&document)[0].attribute("failures"), Some("2"));
}

#[test]
fn every_rule_is_a_test() {
    let text = output("charts/northwind", "junit");
    for rule in rightseat::check::RULES {
        assert!(text.contains(&format!("name=\"{}", rule.id)), "{}", rule.id);
    }
}

#[test]
fn a_hostile_chart_is_xml_all_the_same() {
    for payload in PAYLOADS {
        let text = checked(payload, "junit").out;
        let document = Document::parse(&text).unwrap_or_else(|reason| panic!("{payload:?}: {reason}\n{text}"));
        let suites = suites(&document);
        assert_eq!(suites.len(), 3, "{payload:?}");
        let names = ["testsuites", "testsuite", "testcase", "failure", "system-out", "skipped", "error"];
        let strange = document.descendants().find(|node| node.is_element() && !names.contains(&node.tag_name().name()));
        assert_eq!(strange, None);
    }
}
