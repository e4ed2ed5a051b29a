//! Every rule's page: its failing example raises that rule on the marked lines and nothing else, its passing
//! one raises nothing.

use std::collections::BTreeSet;
use std::fmt::Write;

use rightseat::check::{RULES, Rule};

use crate::company::with_company;
use crate::support::{assert_file, checked, lines, project};

/// Stands at the end of each line that has a finding.
const MARK: &str = "# <--";
const TAKES: &str = "a string takes all";

/// The one YAML block under a heading of a rule's page.
pub(crate) fn example(rule: &Rule, heading: &str) -> Option<String> {
    let (_, section) = rule.docs.split_once(&format!("\n## {heading}\n"))?;
    let section = section.split("\n## ").next()?;
    let (_, block) = section.split_once("```yaml\n")?;
    block.split_once("```").map(|(block, _)| block.to_owned())
}

fn as_files<'a>(files: &'a [(&'static str, String)]) -> Vec<(&'static str, &'a str)> {
    files.iter().map(|(path, text)| (*path, text.as_str())).collect()
}

#[test]
fn the_company_is_clean() {
    let company = with_company("seats:\n");
    assert_eq!(lines(&as_files(&company)), "");
}

#[test]
fn failing_examples_raise_their_rule_where_marked() {
    let mut faults = String::new();
    for rule in RULES {
        let Some(text) = example(rule, "Fails") else {
            writeln!(faults, "{}: no failing example", rule.id).expect(TAKES);
            continue;
        };
        let marked: BTreeSet<usize> =
            (1..).zip(text.lines()).filter(|(_, line)| line.contains(MARK)).map(|(at, _)| at).collect();
        let files = with_company(&text);
        let found = checked(&as_files(&files), |sources, _, outcome| {
            let place = |finding: &rightseat::check::Finding| {
                let place = sources.place(finding.span);
                (finding.rule.id, place.path == "example.yaml", place.line)
            };
            outcome.findings.iter().map(place).collect::<Vec<_>>()
        });
        let found_lines: BTreeSet<usize> = found.iter().map(|(.., line)| *line).collect();
        let is_right = found.iter().all(|(id, is_in_example, _)| *id == rule.id && *is_in_example);
        if !is_right || found_lines != marked || marked.is_empty() {
            writeln!(
                faults,
                "{}: marked {marked:?}, found
{}",
                rule.id,
                lines(&as_files(&files))
            )
            .expect(TAKES);
        }
    }
    assert!(faults.is_empty(), "{faults}");
}

#[test]
fn passing_examples_raise_nothing() {
    let mut faults = String::new();
    for rule in RULES {
        let Some(text) = example(rule, "Passes") else {
            writeln!(faults, "{}: no passing example", rule.id).expect(TAKES);
            continue;
        };
        let found = lines(&as_files(&with_company(&text)));
        if !found.is_empty() {
            writeln!(faults, "{}:\n{found}", rule.id).expect(TAKES);
        }
    }
    assert!(faults.is_empty(), "{faults}");
}

#[test]
fn the_registry_is_sorted_and_matches_the_folder() {
    let ids: Vec<&str> = RULES.iter().map(|rule| rule.id.as_str()).collect();
    assert!(ids.is_sorted());
    let mut files: Vec<String> = std::fs::read_dir(project().join("src/check/rules"))
        .expect("the folder is there")
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter_map(|name| name.strip_suffix(".rs").map(|name| name.replace('_', "-")))
        .filter(|name| name != "mod" && name != "words")
        .collect();
    files.sort();
    assert_eq!(ids, files);
}

#[test]
fn the_published_pages_are_fresh() {
    let mut index = String::from(
        "# Rules\n\nEvery way in which a chart can be wrong, by what it harms. `rightseat explain RULE` shows a page in the terminal.\n\n\
         Levels: an **error** fails `check`, a **warning** fails it under `--fail-on warning`, an **info** is shown by `--verbose`. Two levels: the \
         second holds in the milder case that the page describes. `rules:` in `rightseat.yaml` changes levels and limits.\n\n\
         The examples on the pages add to [this company](../../src/check/rules/company.yaml), replacing its entries of the same id, and are read as of \
         2026-10-20.\n\n",
    );
    index += &rightseat::report::rule_index();
    assert_file("docs/rules/README.md", &index);
    for rule in RULES {
        assert_file(&format!("docs/rules/{}.md", rule.id), &rightseat::report::rule_page(rule));
    }
}
