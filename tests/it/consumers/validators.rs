//! Validators in other languages judge charts by our schema as one in Rust does.

use rightseat::check::RULES;
use serde_json::{Value, json};

use crate::schema::{example, right_charts, schema, wrong_charts, yaml_files};
use crate::support::{project, rightseat};

use super::{NODE, PYTHON, answer};

/// Charts sound and troubled, and seats of many ids, as the second reader of YAML has them.
fn documents() -> Vec<Value> {
    let mut texts: Vec<String> = yaml_files(&project().join("charts"))
        .iter()
        .map(|path| std::fs::read_to_string(path).expect("it is there"))
        .collect();
    texts.extend(wrong_charts());
    texts.extend(right_charts());
    texts.extend(RULES.iter().map(|rule| example(rule.docs, "Fails")));
    let mut documents: Vec<Value> = texts.iter().filter_map(|text| serde_yaml::from_str(text).ok()).collect();
    let letters = ('\0'..='\u{ff}').chain("\u{2000}\u{2028}\u{202e}…€→☃❶、〇\u{feff}０！ſ支मंž".chars());
    let ids = letters.flat_map(|c| [format!("{c}"), format!("a{c}a"), format!("a{c}")]);
    // In Python `$` stands before a line's end, too.
    for id in ids.filter(|id| !id.ends_with('\n')) {
        documents.push(json!({"seats": {id: {"title": "A"}}}));
    }
    documents
}

/// What the validator in Rust says, which the other tests of the schema hold against the reader.
fn verdicts(schema: &Value, documents: &[Value]) -> Vec<bool> {
    let validator = jsonschema::draft7::new(schema).expect("it is a schema");
    documents.iter().map(|document| validator.is_valid(document)).collect()
}

fn assert_agreed(answer: &Value, names: &[&str], documents: &[Value], expected: &[bool]) {
    assert!(expected.iter().filter(|passes| **passes).count() > 100 && expected.contains(&false));
    for name in names {
        let given: Vec<bool> = serde_json::from_value(answer[name].clone()).expect("a list of verdicts");
        assert_eq!(given.len(), expected.len(), "{name}");
        for ((document, given), expected) in documents.iter().zip(given).zip(expected) {
            assert_eq!(given, *expected, "{name}: {document}");
        }
    }
}

#[test]
fn python_reads_the_schema_as_we_mean_it() {
    let Some(python) = PYTHON.found("python_reads_the_schema_as_we_mean_it") else { return };
    let schema: Value = serde_json::from_str(&schema("chart")).expect("it is JSON");
    let documents = documents();
    let answer = answer(&python, "validate.py", &[], &json!({"schema": schema, "documents": documents}));
    assert_agreed(&answer, &["jsonschema", "fastjsonschema"], &documents, &verdicts(&schema, &documents));
}

#[test]
fn ajv_reads_the_plain_schema_as_it_comes() {
    let Some(node) = NODE.found("ajv_reads_the_plain_schema_as_it_comes") else { return };
    let plain = rightseat(project(), &["schema", "chart", "--plain"]).out;
    let schema: Value = serde_json::from_str(&plain).expect("it is JSON");
    let documents = documents();
    let answer = answer(&node, "validate.js", &[], &json!({"schema": schema, "documents": documents}));
    assert_agreed(&answer, &["ajv"], &documents, &verdicts(&schema, &documents));
}
