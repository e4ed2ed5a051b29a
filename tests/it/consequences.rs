//! One mistake is reported once: what could not be read is no ground for a finding of any other rule.

use crate::support::{checked, project};

/// The company, with the claims that it has no use for.
fn company() -> String {
    let company = std::fs::read_to_string(project().join("src/check/rules/company.yaml")).expect("it is there");
    company
        .replace("\npriorities:\n", "  desk:\n    title: Desk\n    reports_to: workshop\n    owner: dora\n    responsibilities: [Calls, Bookings, Bills]\n  till:\n    title: Till\n    reports_to: workshop\n    owner: emil\n    responsibilities: [Cash, Cards, Coins]\n\npriorities:\n")
        .replace("\nmetrics:\n", "  safety:\n    title: Nobody hurt in the workshop\n    owner: lead\n    horizon: long\n    lane: service\n\nmetrics:\n")
        .replace("    title: Gross margin\n", "    title: Gross margin\n    measures: [safety]\n")
        .replace("  cleo: Cleo Marsh\n", "  cleo: {name: Cleo Marsh, capacity: 0.9}\n  dora: Dora Lind\n  emil: Emil Rask\n  fay: Fay Moss\n")
        .replace("    responsibilities: [Repairs", "    members: [fay]\n    responsibilities: [Repairs")
        .replace("    title: Ten company fleets\n", "    title: Ten company fleets\n    effort: 0.1\n    due: 2026-12-15\n    status: on-track\n    contributors: [desk, till]\n")
        .replace("    title: Gross margin\n", "    title: Gross margin\n    target: at least 20 %\n    actual: 21 %\n")
}

/// The rules that speak, those of reading aside.
fn consequences(text: &str) -> Vec<String> {
    let reading = ["invalid-yaml", "invalid-value", "unknown-key", "missing-key", "duplicate-id"];
    checked(&[("chart.yaml", text)], |_, _, outcome| {
        assert!(!outcome.findings.is_empty(), "{text}");
        let others = outcome.findings.iter().filter(|finding| !reading.contains(&finding.rule.id.as_str()));
        others.map(|finding| format!("{} {}", finding.rule.id, finding.message)).collect()
    })
}

/// The text with each of its lines made wrong in turn: the number of the line, and what came of it.
fn each_line_wrong(wrong: impl Fn(&str) -> Option<String>) -> Vec<(String, String)> {
    let company = company();
    let lines: Vec<&str> = company.lines().collect();
    let mut texts = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let Some(instead) = wrong(line) else { continue };
        // What is deeper belongs to the line.
        let depth = |line: &str| line.len() - line.trim_start().len();
        let has_value = line.split_once(": ").is_some();
        let below =
            lines[at + 1..].iter().take_while(|next| !has_value && (next.is_empty() || depth(next) > depth(line)));
        let rest = &lines[at + 1 + if instead.ends_with(':') { 0 } else { below.count() }..];
        let text = [&lines[..at], &[instead.as_str()], rest].concat().join("\n") + "\n";
        texts.push((instead.clone(), text));
    }
    texts
}

#[test]
fn the_company_is_clean() {
    assert_eq!(crate::support::lines(&[("chart.yaml", &company())]), "");
}

#[test]
fn what_is_of_the_wrong_shape_is_told_once() {
    let wrong = |line: &str| {
        let (key, _) = line.split_once(':').filter(|_| !line.starts_with('#'))?;
        Some(format!("{key}: [[1]]"))
    };
    let mut told = String::new();
    for (line, text) in each_line_wrong(wrong) {
        for finding in consequences(&text) {
            told += &format!("{line}: {finding}\n");
        }
    }
    assert_eq!(told, "");
}

#[test]
fn what_is_misspelt_is_told_once() {
    let wrong = |line: &str| {
        let (key, value) =
            line.split_once(':').filter(|_| !line.starts_with([' ', '#']) || line.starts_with("    "))?;
        let (blanks, key) = key.split_at(key.len() - key.trim_start().len());
        Some(format!("{blanks}{}x{}:{value}", &key[..1], &key[1..]))
    };
    let mut told = String::new();
    for (line, text) in each_line_wrong(wrong) {
        for finding in consequences(&text) {
            told += &format!("{line}: {finding}\n");
        }
    }
    assert_eq!(told, "");
}
