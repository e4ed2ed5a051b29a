//! The schemas for editors, judged by an independent validator over the text as an independent reader reads it.

use std::path::{Path, PathBuf};

use rightseat::check::{Pillar, RULES};
use rightseat::model::{LONGEST_ID, SeatId};
use rightseat::phrase::Part;
use serde_json::Value;

use crate::support::{assert_file, lines, project, rightseat};

pub(crate) fn schema(of: &str) -> String {
    let ran = rightseat(project(), &["schema", of]);
    assert_eq!((ran.code, ran.out.is_ascii()), (0, true));
    ran.out
}

/// What an editor would underline; `Err` where the text is no YAML.
fn complaints(of: &str, text: &str) -> Result<Vec<String>, serde_yaml::Error> {
    let schema: Value = serde_json::from_str(&schema(of)).expect("it is JSON");
    let validator = jsonschema::draft7::new(&schema).expect("it is a schema");
    let value: Value = serde_yaml::from_str(text)?;
    Ok(validator.iter_errors(&value).map(|error| format!("{} {error}", error.instance_path())).collect())
}

pub(crate) fn yaml_files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).expect("a folder can be read").flatten() {
        let path = entry.path();
        if path.is_dir() { found.extend(yaml_files(&path)) } else { found.push(path) }
    }
    found.retain(|path| path.extension().is_some_and(|ending| ending == "yaml"));
    found.sort();
    found
}

#[test]
fn the_published_schemas_are_fresh() {
    for of in ["chart", "settings"] {
        assert_file(&format!("docs/{of}.schema.json"), &schema(of));
        assert!(schema(of).contains("http://json-schema.org/draft-07/schema#"));
    }
}

/// `charts/atlas` is the troubled one: its mistakes of reading are the ones that an editor shows.
#[test]
fn sound_charts_pass_and_mistakes_of_reading_do_not() {
    let files = yaml_files(&project().join("charts"));
    assert!(files.len() > 20);
    for file in files {
        let text = std::fs::read_to_string(&file).expect("it is there");
        let name = file.display().to_string();
        let path = file.strip_prefix(project()).expect("it is the project's").display().to_string();
        let complaints = complaints("chart", &text);
        if !path.starts_with("charts/atlas") {
            assert_eq!(complaints.expect(&name), Vec::<String>::new(), "{name}");
            continue;
        }
        let found = rightseat(project(), &["check", "charts/atlas", "--format", "concise"]).out;
        let kinds = ["[invalid-value]", "[unknown-key]", "[missing-key]", "[invalid-yaml]"];
        let here = found.lines().filter(|line| line.starts_with(&path));
        let expected = here.filter(|line| kinds.iter().any(|kind| line.contains(kind))).count();
        // The second reader stops at a key that stands twice.
        if let Ok(complaints) = complaints {
            assert_eq!(complaints.is_empty(), expected == 0, "{path}: {complaints:?}");
        }
    }
}

pub(crate) fn example(docs: &str, heading: &str) -> String {
    let section = docs.split_once(&format!("## {heading}\n")).expect("every page has both").1;
    section.split_once("```yaml\n").expect("a block").1.split_once("```").expect("it ends").0.to_owned()
}

#[test]
fn examples_of_reading_mistakes_fail_and_all_others_pass() {
    // Only what concerns a single entry: a schema can't compare two, and other readers follow anchors.
    let by_schema = ["invalid-value", "missing-key", "unknown-key"];
    let beyond = [
        "contested-formerly",
        "duplicate-id",
        "duplicate-ref",
        "invalid-yaml",
        "lost-text",
        "unknown-reference",
        "unseen-text",
        "unused-waiver",
    ];
    for rule in RULES {
        let id = rule.id.as_str();
        if rule.pillar == Pillar::Reading {
            assert!(by_schema.contains(&id) || beyond.contains(&id), "{id}: can a schema see it?");
        }
        let passing = complaints("chart", &example(rule.docs, "Passes")).expect(id);
        assert_eq!(passing, Vec::<String>::new(), "{id}");
        let failing = complaints("chart", &example(rule.docs, "Fails")).expect(id);
        assert_eq!(!failing.is_empty(), by_schema.contains(&id), "{id}: {failing:?}");
    }
}

fn seat(keys: &str) -> String {
    format!("seats:\n  a: {{title: A, {keys}}}\n")
}

/// Charts that the schema refuses, as the reader does.
pub(crate) fn wrong_charts() -> Vec<String> {
    vec![
        seat("manages: boss"),
        seat("assistant: \"true\""),
        seat("owner: {x: 1}"),
        seat("owner: \"a b\""),
        seat("members: x"),
        seat("vacant: {since: soon}"),
        seat("vacant: {until: 2026-10-06}"),
        seat("fit: {head: 1}"),
        seat("allow: [{rule: thin-seat, reason: x}]"),
        "seats:\n  a: {title: }\n".to_owned(),
        "seats:\n  a:\n".to_owned(),
        "seats:\n  a b: {title: A}\n".to_owned(),
        "seats: [a]\n".to_owned(),
        "people: {x: {name: X, capacity: \"0.5\"}}\n".to_owned(),
        "people: {x: {name: X, capacity: 80}}\n".to_owned(),
        "people: {x: {capacity: 1}}\n".to_owned(),
        "rightseat: 2\n".to_owned(),
        "revision: 2026-Q5\n".to_owned(),
        "reviewed: 6 October\n".to_owned(),
        "reviewed: 2026-02-30\n".to_owned(),
        "reviewed: 1900-02-29\n".to_owned(),
        "revision: 2026-11-31\n".to_owned(),
        "seats:\n  \"null\": {title: A}\n".to_owned(),
        "seats:\n  “a”: {title: A}\n".to_owned(),
        "strategy: {lane: quality}\n".to_owned(),
        "strategy: {values: one}\n".to_owned(),
        "priorities: {p: {title: P, horizon: month}}\n".to_owned(),
        "metrics: {m: {title: M, target: four}}\n".to_owned(),
        "metrics: {m: {title: M, actual: many}}\n".to_owned(),
        seat("ref: [[x]]"),
        seat("ref: {hr: [x]}"),
        "teams: {}\n".to_owned(),
    ]
}

/// Charts that both take.
pub(crate) fn right_charts() -> Vec<String> {
    vec![
        seat("owner: , reports_to: ~, members: , responsibilities: [no, 012, 1e3, true]"),
        seat("manages: player-coach, assistant: true, formerly: [old.seat/1], function: 2026"),
        "people: {no: Nora, 012: {name: 7, capacity: 0.5, outside: false}}\nseats:\n".to_owned(),
        seat("ref: 0110"),
        "people: {a: {name: A, ref: [A-1, 2]}, b: {name: B, ref: {hr: A-1, ats: \"2\"}}}\n".to_owned(),
        "rightseat: \"1\"\nrevision: 2026-10\nreviewed: 2026-10-06\norganization: 2026\n".to_owned(),
        "seats: {支持: {title: 支持, note: x}}\n".to_owned(),
        "metrics: {m: {title: M, owner: [a, b], target: <= 900, actual: 858}}\nseats: {a: {title: A}, b: {title: B}}\n"
            .to_owned(),
        "reviewed: 2000-02-29\nrevision: 2024-02-29\n".to_owned(),
    ]
}

/// Each text is refused by the reader and by the schema, or taken by both.
#[test]
fn the_schema_and_the_reader_agree() {
    for text in &wrong_charts() {
        assert_ne!(complaints("chart", text).expect(text), Vec::<String>::new(), "{text}");
        assert!(lines(&[("chart.yaml", text)]).contains(": error["), "{text}");
    }
    for text in &right_charts() {
        assert_eq!(complaints("chart", text).expect(text), Vec::<String>::new(), "{text}");
        let found = lines(&[("chart.yaml", text)]);
        assert!(!["invalid-", "unknown-", "missing-key"].iter().any(|rule| found.contains(rule)), "{text}{found}");
    }
}

/// Every key that the reader takes is described, and no other: the reader names its keys when it meets another.
#[test]
fn the_keys_are_the_readers_keys() {
    let schema: Value = serde_json::from_str(&schema("chart")).expect("it is JSON");
    for (text, pointer) in [
        ("zzz: 1\n", ""),
        ("strategy: {zzz: 1}\n", "/definitions/Strategy"),
        ("strategy: {promise: {zzz: 1}}\n", "/definitions/Promise"),
        ("people: {a: {name: A, zzz: 1}}\n", "/definitions/PersonClaims"),
        ("seats: {a: {title: A, zzz: 1}}\n", "/definitions/SeatClaims"),
        ("seats: {a: {title: A, fit: {zzz: 1}}}\n", "/definitions/Fit"),
        ("seats: {a: {title: A, vacant: {zzz: 1}}}\n", "/definitions/Vacancy"),
        ("seats: {a: {title: A, allow: [{zzz: 1}]}}\n", "/definitions/Waiver"),
        ("priorities: {a: {title: A, zzz: 1}}\n", "/definitions/PriorityClaims"),
        ("metrics: {a: {title: A, zzz: 1}}\n", "/definitions/MetricClaims"),
    ] {
        let help = crate::support::checked(&[("chart.yaml", text)], |_, _, outcome| {
            let finding = outcome.findings.iter().find(|finding| finding.rule.id.as_str() == "unknown-key");
            finding.and_then(|finding| finding.help.clone()).expect(text)
        });
        let codes = help.parts().filter_map(|part| if let Part::Code(code) = part { Some(code) } else { None });
        let mut said: Vec<&str> = codes.collect();
        said.sort_unstable();
        let properties = schema.pointer(&format!("{pointer}/properties")).and_then(Value::as_object).expect(pointer);
        let described: Vec<&str> = properties.keys().map(String::as_str).collect();
        assert_eq!(described, said, "{text}");
        assert!(properties.values().all(|property| property["description"].is_string()), "{pointer}");
    }
}

/// Everything that the pattern is for: what the reader refuses there is underlined. Of the rest an editor lets some
/// pass, and never underlines what the reader takes.
#[test]
fn an_editor_takes_the_ids_that_the_reader_takes() {
    let schema: Value = serde_json::from_str(&schema("chart")).expect("it is JSON");
    let validator = jsonschema::draft7::new(&schema["definitions"]["seat-id"]).expect("it is a schema");
    let exact = [
        '\0'..='\u{ff}',
        '\u{2000}'..='\u{206f}',
        '\u{20a0}'..='\u{20cf}',
        '\u{2190}'..='\u{245f}',
        '\u{2500}'..='\u{2bff}',
        '\u{3000}'..='\u{303f}',
        '\u{e000}'..='\u{e0ff}',
        '\u{fe10}'..='\u{fe6f}',
        '\u{feff}'..='\u{ffff}',
    ];
    for c in ('\0'..='\u{ffff}').chain("𝒜𐐀𠀀🌀\u{e0041}".chars()) {
        let places: &[String] = if c < '\u{ffff}' && u32::from(c) % 16 > 0 && !c.is_ascii() {
            &[format!("a{c}a")]
        } else {
            &[c.to_string(), format!("{c}a"), format!("a{c}a"), format!("a{c}")]
        };
        for id in places {
            let is_taken = SeatId::new(id).is_ok();
            let is_shown = validator.is_valid(&Value::String(id.clone()));
            assert!(is_shown || !is_taken, "{id:?} is underlined");
            assert!(!is_shown || is_taken || !exact.iter().any(|block| block.contains(&c)), "{id:?} passes");
        }
    }
    for (length, is_taken) in [(LONGEST_ID, true), (LONGEST_ID + 1, false)] {
        let id = "é".repeat(length);
        assert_eq!((SeatId::new(&id).is_ok(), validator.is_valid(&Value::String(id))), (is_taken, is_taken));
    }
}

/// Hidden letters in a file are written as escapes, and a plain schema holds the standard's keywords alone.
#[test]
fn a_plain_schema_is_the_same_without_messages() {
    let plain = rightseat(project(), &["schema", "chart", "--plain"]).out;
    let messages = |text: &str| text.matches("patternErrorMessage").count();
    assert_eq!((messages(&schema("chart")) > 5, messages(&plain)), (true, 0));
    let without: String = schema("chart").lines().filter(|line| !line.contains("patternErrorMessage")).collect();
    let joined: String = plain.lines().collect();
    assert_eq!(without.replace(' ', ""), joined.replace(' ', ""));
}

#[test]
fn settings_are_described_too() {
    let right = "charts: [charts/acme]\nrules:\n  narrow-span: off\n  crowded-seat: {level: error, max: 6}\n  \
                 invalid-yaml: error\nload: {priority: 0.08}\ntheme: {base: dark, accent: \"#1f6feb\", functions: {Sales: \"#112233\"}}\n";
    // The second reader takes `off` for text, as charts do.
    assert_eq!(complaints("settings", right).expect("it is YAML"), Vec::<String>::new());
    for wrong in [
        "rules: {narow-span: off}",
        "rules: {narrow-span: fatal}",
        "rules: {crowded-seat: {mx: 6}}",
        "rules: {crowded-seat: {max: many}}",
        "rules: {invalid-yaml: off}",
        "load: {report: -1}",
        "theme: {accent: blue}",
        "theme: {base: bright}",
        "theme: {functions: {Sales: red}}",
        "them: {}",
    ] {
        assert_ne!(complaints("settings", wrong).expect(wrong), Vec::<String>::new(), "{wrong}");
    }
}
