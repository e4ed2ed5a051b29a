//! GitLab's report: a list of entries with the fields that it names, fingerprints all different.

use std::collections::BTreeSet;

use serde_json::Value;

use super::hostile::{PAYLOADS, checked};
use super::{CHARTS, count, output};

fn entries(text: &str) -> Vec<Value> {
    let entries: Vec<Value> = serde_json::from_str(text).expect("a list in JSON");
    for entry in &entries {
        let keys: Vec<&str> = entry.as_object().expect("an object").keys().map(String::as_str).collect();
        assert_eq!(keys, ["check_name", "description", "fingerprint", "location", "severity"]);
        assert!(["info", "minor", "major"].contains(&entry["severity"].as_str().expect("a word")));
        assert!(entry["location"]["lines"]["begin"].as_u64().is_some_and(|line| line > 0));
    }
    let names: BTreeSet<&str> = entries.iter().filter_map(|entry| entry["fingerprint"].as_str()).collect();
    assert_eq!(names.len(), entries.len());
    entries
}

#[test]
fn each_finding_is_one_entry() {
    for chart in CHARTS {
        assert_eq!(entries(&output(chart, "gitlab")).len(), count(chart), "{chart}");
    }
}

#[test]
fn entries_and_tests_tell_the_sum_and_what_to_write() {
    let json: Value = serde_json::from_str(&output("charts/northwind", "json")).expect("it is JSON");
    let findings = json["charts"][0]["findings"].as_array().expect("a list");
    let said: Vec<String> = findings
        .iter()
        .flat_map(|finding| [&finding["note"], &finding["help"]])
        .filter_map(|more| Some(format!(" ({})", more.as_str()?)))
        .collect();
    assert!(said.iter().any(|more| more.contains("load: ")));
    let entries = entries(&output("charts/northwind", "gitlab"));
    let text = output("charts/northwind", "junit");
    let document = roxmltree::Document::parse(&text).expect("it is XML");
    let junit: String = document.descendants().filter_map(|node| node.text()).collect();
    for more in said {
        assert!(
            entries.iter().any(|entry| entry["description"].as_str().is_some_and(|text| text.contains(&more))),
            "{more}"
        );
        assert!(junit.contains(&more), "{more}");
    }
}

#[test]
fn a_hostile_chart_is_a_report_all_the_same() {
    for payload in PAYLOADS {
        assert!(entries(&checked(payload, "gitlab").out).len() > 20, "{payload:?}");
    }
}
