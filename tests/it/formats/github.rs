//! Workflow commands, read by the port of the runner.

use std::collections::BTreeSet;

use super::hostile::{PAYLOADS, checked};
use super::runner::{Command, commands};
use super::{CHARTS, count, output};

#[test]
fn each_finding_is_one_annotation_at_its_place() {
    for chart in CHARTS {
        let log = output(chart, "github");
        let found = commands(&log);
        assert_eq!((found.len(), log.lines().count()), (count(chart), count(chart)), "{chart}");
        for line in output(chart, "concise").lines() {
            let (path, rest) = line.split_once(':').expect("a path");
            let (place, message) = rest.split_once("] ").expect("a message");
            let is_same = |command: &&Command| {
                command.properties["file"] == path
                    && place.starts_with(&format!("{}:{}: ", command.properties["line"], command.properties["col"]))
                    && command.data.split('\n').next().is_some_and(|first| first.ends_with(message))
            };
            assert!(found.iter().any(|command| is_same(&command)), "{line}");
        }
    }
}

#[test]
fn the_first_ten_are_the_ten_that_matter() {
    let found = commands(&output("charts/atlas", "github"));
    let levels: Vec<usize> = found
        .iter()
        .map(|command| ["error", "warning", "notice"].iter().position(|name| *name == command.name).expect("a level"))
        .collect();
    assert!(levels.is_sorted());
    let rules: BTreeSet<&str> = found.iter().take(10).map(|command| command.properties["title"].as_str()).collect();
    assert_eq!(rules.len(), 10, "ten rules, not one rule ten times: {rules:?}");
    assert_eq!(found[0].properties["title"], "unknown-reference");
}

#[test]
fn a_hostile_chart_gives_annotations_and_nothing_else() {
    for payload in PAYLOADS {
        let log = checked(payload, "github").out;
        let found = commands(&log);
        assert_eq!(found.len(), log.lines().count(), "{payload:?}\n{log}");
        for command in &found {
            assert!(["error", "warning", "notice"].contains(&command.name.as_str()), "{command:?}");
            let keys: Vec<&str> = command.properties.keys().map(String::as_str).collect();
            let allowed = ["col", "endColumn", "file", "line", "title"];
            assert!(keys.iter().all(|key| allowed.contains(key)), "{payload:?}: {keys:?}");
            assert!(!command.data.contains("##["), "the log's own view obeys it: {command:?}");
        }
        let files: BTreeSet<&str> =
            found.iter().filter_map(|command| command.properties.get("file")).map(String::as_str).collect();
        assert_eq!(files.into_iter().collect::<Vec<_>>(), ["::error file=x::y,z:%0A`a`@b.yaml", "plain.yaml"]);
    }
}
