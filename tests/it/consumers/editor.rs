//! What the YAML language server, which most editors share, shows of a chart.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::schema::schema;

use super::{NODE, answer};

/// A chart that says all that can be said, a line for each key.
const WHOLE: &str = include_str!("whole.yaml");

/// Where the keys of a mapping are described, by the path to the mapping.
fn pointer(path: &[&str]) -> Option<&'static str> {
    Some(match path {
        [] => "",
        ["strategy"] => "/definitions/Strategy",
        ["strategy", "promise"] => "/definitions/Promise",
        ["people", _] => "/definitions/PersonClaims",
        ["seats", _] => "/definitions/SeatClaims",
        ["seats", _, "fit"] => "/definitions/Fit",
        ["seats", _, "vacant"] => "/definitions/Vacancy",
        [_, _, "allow"] => "/definitions/Waiver",
        ["priorities", _] => "/definitions/PriorityClaims",
        ["metrics", _] => "/definitions/MetricClaims",
        _ => return None,
    })
}

/// Each key of the chart that has a description: its line, its column, and where it is described.
fn keys() -> Vec<(usize, usize, String)> {
    let mut keys = Vec::new();
    let mut path: Vec<(usize, &str)> = Vec::new();
    for (line, text) in WHOLE.lines().enumerate() {
        let column = text.len() - text.trim_start_matches([' ', '-']).len();
        let Some((key, _)) = text[column..].split_once(':') else { continue };
        path.retain(|(outer, _)| *outer < column);
        let names: Vec<&str> = path.iter().map(|(_, name)| *name).collect();
        if let Some(pointer) = pointer(&names) {
            keys.push((line, column, format!("{pointer}/properties/{key}")));
        }
        path.push((column, key));
    }
    keys
}

/// The words of a hover without Markdown's escapes.
fn shown_of(hover: &Value) -> String {
    hover.as_str().expect("words").replace('\\', "")
}

#[test]
fn an_editor_shows_each_keys_own_description() {
    let schema: Value = serde_json::from_str(&schema("chart")).expect("it is JSON");
    let keys = keys();
    let said: BTreeSet<&str> = keys.iter().map(|(_, _, pointer)| pointer.as_str()).collect();
    let mut described = 0;
    for mapping in std::iter::once(&schema).chain(schema["definitions"].as_object().expect("a mapping").values()) {
        described += mapping["properties"].as_object().map_or(0, serde_json::Map::len);
    }
    assert_eq!(said.len(), described, "whole.yaml has every key: {said:?}");
    let Some(node) = NODE.found("an_editor_shows_each_keys_own_description") else { return };
    let places: Vec<(usize, usize)> = keys.iter().map(|(line, column, _)| (*line, column + 1)).collect();
    let asked = json!({"schema": schema, "texts": [{"text": WHOLE, "places": places}]});
    let answer = answer(&node, "editor.js", &[], &asked);
    assert_eq!(answer[0]["complaints"], json!([]));
    for ((_, _, pointer), hover) in keys.iter().zip(answer[0]["hovers"].as_array().expect("a list")) {
        let described = schema.pointer(pointer).expect(pointer);
        // Of a waiver the editor shows what its rule is about, which helps more.
        let own = if pointer == "/definitions/Waiver/properties/rule" {
            let rules = described["oneOf"].as_array().expect("one of the rules");
            rules.iter().find_map(|rule| rule["description"].as_str().filter(|words| shown_of(hover).contains(words)))
        } else {
            described["description"].as_str()
        };
        let shown = shown_of(hover);
        assert!(own.is_some(), "{pointer}");
        // The first paragraph is the schema's title, the last its address.
        assert_eq!(shown.split("\n\n").nth(1), own, "{pointer}: {shown}");
    }
}

#[test]
fn an_editor_says_what_to_write() {
    let Some(node) = NODE.found("an_editor_says_what_to_write") else { return };
    let cases = [
        ("metrics: {m: {title: M, target: four}}\n", "expected a target such as `<= 4 h` or `at least 95 %`"),
        ("metrics: {m: {title: M, actual: many}}\n", "expected a number and its unit, such as `6 h`"),
        ("reviewed: 6 October\n", "expected a day such as 2026-10-06"),
        ("revision: Q4\n", "expected a quarter, month or day such as 2026-Q4, 2026-10 or 2026-10-06"),
        ("seats: {a: {title: \" \"}}\n", "expected text"),
        ("seats: {a: {title: A, owner: Kim Larsen}}\n", "expected the id of a person: letters and digits"),
        ("seats: {a b: {title: A}}\n", "expected the id of a seat: letters and digits"),
    ];
    let texts: Vec<Value> = cases.iter().map(|(text, _)| json!({"text": text, "places": []})).collect();
    let schema: Value = serde_json::from_str(&schema("chart")).expect("it is JSON");
    let answer = answer(&node, "editor.js", &[], &json!({"schema": schema, "texts": texts}));
    for ((text, expected), shown) in cases.iter().zip(answer.as_array().expect("a list")) {
        let complaints = shown["complaints"].as_array().expect("a list");
        let said = |complaint: &Value| complaint.as_str().is_some_and(|words| words.contains(expected));
        assert!(complaints.iter().any(said), "{text}{complaints:?}");
    }
}
