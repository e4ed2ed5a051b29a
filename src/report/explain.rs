//! The rules' own pages, from the one place where they are written.

use std::fmt::Write;

use crate::check::{Pillar, RULES, Rule};
use crate::phrase::{Column, Page, code, ours, say};

use super::page::{markdown, terminal};

/// A rule's page as Markdown.
#[must_use]
pub fn rule_page(rule: &Rule) -> String {
    let mut page = format!("# {}\n\n*{}.*\n\n", rule.id, capital(rule.summary));
    writeln!(page, "Level: {} · pillar: {} · since {}\n", levels(rule), rule.pillar.title(), rule.since).expect(TAKES);
    page.push_str(rule.docs.trim());
    page.push('\n');
    if !rule.limits.is_empty() {
        page.push('\n');
        page.push_str(&markdown(&limits(rule), &|_| Vec::new()));
    }
    page
}

/// What can be set of a rule.
fn limits(rule: &Rule) -> Page {
    let mut page = Page::default();
    page.heading("Limits");
    let columns = ["key", "default", "counts"].map(Column::text);
    let cells = rule
        .limits
        .iter()
        .map(|limit| vec![say![code(limit.key)].into(), say![limit.default].into(), limit.meaning.into()]);
    page.table(&columns, cells.collect(), usize::MAX);
    page
}

/// All rules for a terminal of this many columns.
#[must_use]
pub fn rule_list(width: usize, color: bool) -> String {
    terminal(&rules(), width, color)
}

/// The same as Markdown, in which each id leads to its page.
#[must_use]
pub fn rule_index() -> String {
    let index = markdown(&rules(), &|_| Vec::new());
    RULES
        .iter()
        .fold(index, |index, rule| index.replace(&format!("| `{}` |", rule.id), &format!("| [{0}]({0}.md) |", rule.id)))
}

/// All rules by pillar.
fn rules() -> Page {
    let mut page = Page::default();
    for pillar in Pillar::ALL {
        page.heading(pillar.title());
        let of = RULES.iter().filter(|rule| rule.pillar == pillar);
        let cells =
            |rule: &&Rule| vec![say![code(rule.id)].into(), say![ours(levels(rule))].into(), rule.summary.into()];
        let columns = [Column::text("rule"), Column::text("level"), Column::text("reports")];
        page.table(&columns, of.map(cells).collect(), usize::MAX);
    }
    page
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
