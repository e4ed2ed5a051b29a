//! The rules' own pages, from the one place where they are written.

use std::fmt::Write;

use crate::check::{Pillar, RULES, Rule};

/// A rule's page as Markdown.
#[must_use]
pub fn rule_page(rule: &Rule) -> String {
    let mut page = format!("# {}\n\n*{}.*\n\n", rule.id, capital(rule.summary));
    writeln!(page, "Level: {} · pillar: {} · since {}\n", levels(rule), rule.pillar.title(), rule.since).expect(TAKES);
    page.push_str(rule.docs.trim());
    page.push('\n');
    if !rule.limits.is_empty() {
        page.push_str("\n## Limits\n\n| key | default | counts |\n|---|---|---|\n");
        for limit in rule.limits {
            writeln!(page, "| `{}` | {} | {} |", limit.key, limit.default, limit.meaning).expect(TAKES);
        }
    }
    page
}

/// All rules by pillar, as Markdown tables; `link` makes the id a link to its page.
#[must_use]
pub fn rule_table(link: impl Fn(&Rule) -> String) -> String {
    let mut out = String::new();
    for pillar in Pillar::ALL {
        let rules: Vec<_> = RULES.iter().filter(|rule| rule.pillar == pillar).collect();
        let ids: Vec<String> = rules.iter().map(|rule| link(rule)).collect();
        let width = ids.iter().map(|id| id.chars().count()).max().unwrap_or(0);
        if !out.is_empty() {
            out.push('\n');
        }
        writeln!(out, "## {}\n", pillar.title()).expect(TAKES);
        writeln!(
            out,
            "| {:width$} | {:13} | reports |\n|{:-<dashes$}|---------------|---------|",
            "rule",
            "level",
            "",
            dashes = width + 2
        )
        .expect(TAKES);
        for (rule, id) in rules.iter().zip(ids) {
            writeln!(out, "| {id:width$} | {:13} | {} |", levels(rule), rule.summary).expect(TAKES);
        }
    }
    out
}

const TAKES: &str = "a string takes all";

fn levels(rule: &Rule) -> String {
    match rule.mild {
        Some(mild) => format!("{}, {mild}", rule.level),
        None => rule.level.to_string(),
    }
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
