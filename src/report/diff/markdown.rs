//! What changed, as one comment on a pull request.
//!
//! Nothing of a chart stands outside a code span, and a code span ends where we end it.

use std::fmt::Write;

use crate::diff::{Crossing, Group, Line, hint, lines};
use crate::model::Noun;
use crate::phrase::Phrase;
use crate::text::without_commands;

use super::super::markup::{self, shortened};
use super::text::percent;
use super::{Compared, Shown, counted, name, of_whom};

/// By this a later run finds its comment again.
const MARKER: &str = "<!-- rightseat diff -->";
/// A comment on GitHub takes 65,536 characters; this many bytes leave room for what is put around it.
const LARGEST: usize = 59_000;

/// A part that can be folded.
struct Section {
    title: String,
    is_open: bool,
    lines: Vec<String>,
}

/// What changed between two charts, in GitHub's Markdown, below 60,000 characters.
#[must_use]
pub fn diff_markdown(compared: &Compared<'_>) -> String {
    let sections = sections(compared);
    let longest = sections.iter().map(|section| section.lines.len()).max().unwrap_or(0);
    // Whole if it fits, else as many lines of each part as do.
    let mut most = longest;
    loop {
        let page = page(compared, &sections, most);
        if page.len() <= LARGEST || most == 0 {
            return without_commands(&page).into_owned();
        }
        most /= 2;
    }
}

fn page(compared: &Compared<'_>, sections: &[Section], most: usize) -> String {
    let mut out = format!("{MARKER}\n### {} → {}\n\n", code(&name(compared.old)), code(&name(compared.new)));
    let cut: usize = sections.iter().map(|section| section.lines.len().saturating_sub(most)).sum();
    let mut push = |text: std::fmt::Arguments<'_>| out.write_fmt(text).expect("a string takes all");
    if cut > 0 {
        let lines = counted(cut, "line is", "lines are");
        push(format_args!("**Cut to fit into one comment: {lines} left out.** `rightseat diff` shows all.\n\n"));
    }
    push(format_args!("**{}**\n\n", compared.counts()));
    if compared.diff.is_empty() {
        push(format_args!("The charts say the same.\n\n"));
    }
    push(format_args!("{}\n", compared.findings().counts()));
    for section in sections {
        let open = if section.is_open { " open" } else { "" };
        push(format_args!("\n<details{open}><summary>{}</summary>\n\n", section.title));
        for line in section.lines.iter().take(most) {
            push(format_args!("- {line}\n"));
        }
        if section.lines.len() > most {
            push(format_args!("- and {} more\n", section.lines.len() - most));
        }
        push(format_args!("\n</details>\n"));
    }
    for note in &compared.diff.notes {
        push(format_args!("\nNote: {}\n", code(note)));
    }
    out
}

fn sections(compared: &Compared<'_>) -> Vec<Section> {
    let diff = compared.diff;
    let mut sections = Vec::new();
    let found = compared.findings();
    sections.push(findings("Introduced", '+', &found.introduced, true));
    for group in Group::ALL {
        let title = format!("{} ({})", group.title(), diff.group(group).count());
        let line = |line: Line| format!("`{}` {}", line.mark, sentence(&line.phrase));
        sections.push(Section { title, is_open: false, lines: lines(diff, group).into_iter().map(line).collect() });
    }
    let hints: Vec<String> = diff.hints.iter().map(|rename| format!("`?` {}", sentence(&hint(rename)))).collect();
    sections.push(Section { title: format!("Possible renames ({})", hints.len()), is_open: false, lines: hints });
    let people = diff.loads.iter().filter(|load| load.holder.kind == Noun::Person);
    let loads: Vec<String> = people
        .map(|load| {
            let crossing = match load.crossing {
                Some(Crossing::Overloaded) => ", **now overloaded**",
                Some(Crossing::Relieved) if load.is_gone => "",
                Some(Crossing::Relieved) => ", no longer overloaded",
                None => "",
            };
            let mark = if load.is_heavier() { '+' } else { '-' };
            let (old, new) = percent(load);
            format!("`{mark}` {}: {old} → {new}{crossing}", code(&load.holder.name))
        })
        .collect();
    let title = format!("Load ({})", counted(loads.len(), "person", "people"));
    sections.push(Section { title, is_open: false, lines: loads });
    sections.push(findings("Fixed", '-', &found.fixed, false));
    sections.push(findings("More or less grave", '~', &found.changed, false));
    sections.retain(|section| !section.lines.is_empty());
    sections
}

fn findings(title: &str, mark: char, findings: &[Shown<'_>], is_open: bool) -> Section {
    let line = |Shown { finding, before }: &Shown<'_>| {
        format!(
            "`{mark}` {} `{}`: {}{}{before}",
            finding.level,
            finding.rule.id,
            sentence(&finding.message),
            sentence(&of_whom(finding))
        )
    };
    let title = format!("{title} ({})", counted(findings.len(), "finding", "findings"));
    Section { title, is_open, lines: findings.iter().map(line).collect() }
}

/// A text of the chart as code.
fn code(text: &str) -> String {
    let mut out = String::new();
    markup::code(&shortened(text), &mut out);
    out
}

fn sentence(said: &Phrase) -> String {
    let mut out = String::new();
    markup::phrase(said, &mut out);
    out
}
