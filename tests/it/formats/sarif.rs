//! SARIF against the standard's own schema, and against the files that it points into.

use std::fs;

use serde_json::Value;

use crate::support::{project, rightseat};

use super::hostile::{PAYLOADS, checked};
use super::{CHARTS, count, output};

fn valid(text: &str) -> Value {
    let log: Value = serde_json::from_str(text).expect("it is JSON");
    let errors: Vec<String> = validator().iter_errors(&log).map(|error| error.to_string()).collect();
    assert_eq!(errors, Vec::<String>::new());
    log
}

fn validator() -> &'static jsonschema::Validator {
    static VALIDATOR: std::sync::OnceLock<jsonschema::Validator> = std::sync::OnceLock::new();
    VALIDATOR.get_or_init(|| {
        let schema = fs::read_to_string(project().join("tests/schemas/sarif-2.1.0.json")).expect("the schema is there");
        // A bracket that is no class stands bare in one of the standard's patterns, which not every reader takes.
        let schema = schema.replace("{2}]?$", "{2}\\\\]?$");
        jsonschema::validator_for(&serde_json::from_str(&schema).expect("it is JSON")).expect("it is a schema")
    })
}

fn results(log: &Value) -> &Vec<Value> {
    log["runs"][0]["results"].as_array().expect("a list")
}

/// The text at a place, found as the standard says: lines and code points from 1, the end exclusive.
fn text_at(location: &Value) -> String {
    let physical = &location["physicalLocation"];
    let path = physical["artifactLocation"]["uri"].as_str().expect("a path");
    let text = fs::read_to_string(project().join(path)).expect("the file is there");
    let region = |key: &str| usize::try_from(physical["region"][key].as_u64().expect("a number")).expect("small");
    let lines: Vec<&str> = text.split('\n').collect();
    let (first, last) = (region("startLine") - 1, region("endLine") - 1);
    let line = |at: usize| lines[at].chars().collect::<Vec<char>>();
    if first == last {
        return line(first)[region("startColumn") - 1..region("endColumn") - 1].iter().collect();
    }
    line(first)[region("startColumn") - 1..].iter().collect()
}

#[test]
fn it_is_valid_and_whole() {
    for chart in CHARTS {
        let log = valid(&output(chart, "sarif"));
        assert_eq!(results(&log).len(), count(chart));
        let run = &log["runs"][0];
        assert_eq!(
            (&run["columnKind"], &run["invocations"][0]["executionSuccessful"]),
            (&"unicodeCodePoints".into(), &true.into())
        );
        let rules = run["tool"]["driver"]["rules"].as_array().expect("a list");
        assert_eq!(rules.len(), rightseat::check::RULES.len());
        for result in results(&log) {
            let index = usize::try_from(result["ruleIndex"].as_u64().expect("a number")).expect("small");
            assert_eq!(rules[index]["id"], result["ruleId"]);
        }
        assert!(
            rules.iter().all(|rule| rule["help"]["markdown"].as_str().is_some_and(|page| page.contains("## Fails")))
        );
    }
    assert!(!validator().is_valid(&serde_json::json!({"version": "2.1.0"})));
}

#[test]
fn places_lead_back_to_the_text() {
    let log = valid(&output("charts/atlas", "sarif"));
    let text_of = |rule: &str| {
        let result = results(&log).iter().find(|result| result["ruleId"] == rule).expect(rule);
        (text_at(&result["locations"][0]), result["relatedLocations"].as_array().map(|places| text_at(&places[0])))
    };
    assert_eq!(text_of("unknown-key"), ("deadline".to_owned(), None));
    assert_eq!(text_of("duplicate-id"), ("customs".to_owned(), Some("customs".to_owned())));
}

#[test]
fn fixes_say_what_to_put_where() {
    let home = tempfile::TempDir::new().expect("a folder can be made");
    let slips = "people:\n  ana: Ana Ruiz\nseats:\n  a: {title: Ä, ownr: ana}\n  b: {title: B, reports_to: a, dotted_to: [a, a], owner: ana}\n";
    fs::write(home.path().join("slips.yaml"), slips).expect("a file can be written");
    let log = valid(&rightseat(home.path(), &["check", "slips.yaml", "--format", "sarif"]).out);
    let fixes: Vec<&Value> =
        results(&log).iter().filter_map(|result| result.get("fixes")).map(|fixes| &fixes[0]).collect();
    let shown: Vec<String> = fixes
        .iter()
        .map(|fix| {
            let change = &fix["artifactChanges"][0];
            assert_eq!(change["artifactLocation"]["uri"], "slips.yaml");
            let replacement = &change["replacements"][0];
            let region = &replacement["deletedRegion"];
            let place =
                ["startLine", "startColumn", "endLine", "endColumn"].map(|key| region[key].to_string()).join(":");
            format!("{place} {} {}", replacement["insertedContent"]["text"], fix["description"]["text"])
        })
        .collect();
    assert_eq!(shown, ["4:17:4:21 \"owner\" \"the key `ownr` is `owner`\"", "5:45:5:48 \"\" \"`a` is listed once\"",]);
}

#[test]
fn fingerprints_stay_when_lines_move() {
    let text = fs::read_to_string(project().join("charts/solo.yaml")).expect("it is there");
    let fingerprints = |text: &str| {
        let home = tempfile::TempDir::new().expect("a folder can be made");
        fs::write(home.path().join("solo.yaml"), text).expect("a file can be written");
        let log = valid(&rightseat(home.path(), &["check", "solo.yaml", "--format", "sarif"]).out);
        let found =
            results(&log).iter().map(|result| result["partialFingerprints"]["rightseatSubjects/v1"].to_string());
        found.collect::<std::collections::BTreeSet<_>>()
    };
    let before = fingerprints(&text);
    assert!(before.len() > 10);
    assert_eq!(before, fingerprints(&format!("# one\n\n# two\n{text}").replace("\n  ", "\n    ")));
}

#[test]
fn a_hostile_chart_is_valid_all_the_same() {
    for payload in PAYLOADS {
        let log = valid(&checked(payload, "sarif").out);
        assert_eq!(log["runs"][0]["invocations"][0]["executionSuccessful"], false, "a file could not be read");
        assert!(results(&log).len() > 20);
        let uri = &results(&log)[0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"];
        assert_eq!(uri, "%3A%3Aerror%20file%3Dx%3A%3Ay%2Cz%3A%250A%60a%60%40b.yaml");
    }
}
