//! A plan as people read it: what was asked, which lines change, and what follows.

use std::collections::BTreeSet;

use crate::check::{Finding, Level};
use crate::model::Noun;
use crate::phrase::{Block, CodeLine, Column, Page, Phrase, Prose, all, count, percent, row, say, text};

use super::super::page::terminal_by_ids;
use super::Edited;
use super::hunks::{Hunk, hunks, lines};
use super::undo::undo;

/// A plan in words.
#[must_use]
pub fn edit_text(edited: &Edited<'_>, width: usize, color: bool) -> String {
    let mut page = Page::of(edited.asked.iter().cloned().map(Block::Item).collect());
    if edited.plan.is_nothing() {
        page.say("The chart already says so: there is nothing to write.");
    } else {
        for patch in &edited.plan.patches {
            let source = edited.old.sources.file(patch.source);
            page.subheading(Phrase::worded(source.path()));
            let (old, mut shown) = (lines(source.text()), Changed::default());
            for hunk in hunks(source.text(), &patch.splices) {
                shown.add(&old, &hunk);
            }
            page.blocks.push(Block::Code(shown.lines));
        }
        consequence(&mut page, edited);
        ending(&mut page, edited);
    }
    terminal_by_ids(page, width, color)
}

/// The lines of a file that change.
#[derive(Default)]
struct Changed {
    lines: Vec<CodeLine>,
    /// The last line below which some are shown.
    header: Option<usize>,
}

impl Changed {
    /// Adds the lines of a hunk below the line that they stand under.
    fn add(&mut self, old: &[&str], hunk: &Hunk<'_>) {
        let indent = |line: &str| line.len() - line.trim_start_matches(' ').len();
        let all = || hunk.old.iter().copied().chain(hunk.new.iter().map(String::as_str));
        let least = all().filter(|line| !line.trim().is_empty()).map(indent).min().unwrap_or(0);
        let is_above =
            |line: &&str| !line.trim().is_empty() && !line.trim_start().starts_with('#') && indent(line) < least;
        let above = old[..hunk.start.min(old.len())].iter().rposition(is_above);
        let base = above.map_or(0, |at| indent(old[at]));
        let mut line = |number: usize, sign: char, text: &str| {
            let text = text.trim_end_matches(['\n', '\r']);
            let text = text.get(base.min(indent(text))..).unwrap_or(text);
            self.lines.push(CodeLine { place: Some((number + 1, sign)), text: Phrase::worded(text) });
        };
        if let Some(at) = above.filter(|at| self.header != Some(*at)) {
            line(at, ' ', old[at]);
            self.header = Some(at);
        }
        for (at, text) in hunk.old.iter().enumerate() {
            line(hunk.start + at, '-', text);
        }
        for (at, text) in hunk.new.iter().enumerate() {
            line(hunk.new_start + at, '+', text);
        }
    }
}

fn consequence(page: &mut Page, edited: &Edited<'_>) {
    let mut rows: Vec<Vec<Prose>> = Vec::new();
    let mut told = |label: &'static str, said: Phrase| rows.push(vec![label.into(), said.into()]);
    let findings = &edited.diff.findings;
    let finding =
        |finding: &Finding| say![finding.level.name(), ": ", &finding.message, " [", text(finding.rule.id), "]"];
    for (label, all) in [("new", &findings.introduced), ("gone", &findings.fixed)] {
        for one in all.iter().filter(|one| one.level > Level::Info) {
            told(label, finding(one));
        }
    }
    for change in findings.changed.iter().filter(|change| change.new.level > Level::Info) {
        told("now", finding(change.new));
    }
    let loads = edited.diff.loads.iter().filter(|load| load.holder.kind == Noun::Person).filter_map(|load| {
        let (old, new) = (load.old_percent()?, load.percent()?);
        (old != new).then(|| say![text(&load.holder.name), " ", percent(old), " → ", percent(new)])
    });
    let loads = row(loads, ", ");
    if !loads.is_empty() {
        told("load", loads);
    }
    for note in &edited.plan.told {
        told("note", Phrase::worded(note));
    }
    if !rows.is_empty() {
        page.table(&[Column::text(""), Column::text("")], rows, usize::MAX);
    }
}

/// How much changes, and how it is written or undone.
fn ending(page: &mut Page, edited: &Edited<'_>) {
    let meant = &edited.plan.meant;
    let entries: BTreeSet<(Noun, &str)> = meant.iter().map(|edit| (edit.kind, edit.id.as_str())).collect();
    let entries: Vec<_> = entries.into_iter().collect();
    let of = entries.chunk_by(|one, other| one.0 == other.0).map(|of| match of[0].0 {
        kind @ (Noun::Chart | Noun::Strategy | Noun::Promise) => say!["the ", kind.name()],
        kind => count(of.len(), kind.name(), kind.section()),
    });
    let verb = if meant.len() == 1 { "changes" } else { "change" };
    let sum = say![count(meant.len(), "claim", "claims"), " of ", all(of), " ", verb, ", and nothing else."];
    let undo = undo(edited.old, edited.plan);
    match (edited.is_written, edited.command, undo) {
        (true, _, None) => page.say(say![sum, " Written."]),
        (true, _, Some(undo)) => {
            page.say(say![sum, " Written. To undo:"]);
            page.command(&undo);
        }
        (false, Some(command), undo) => {
            page.say(say![sum, " Not written. To write:"]);
            page.command(command);
            if let Some(undo) = undo {
                page.say("To undo it afterwards:");
                page.command(&undo);
            } else {
                page.say("To be able to undo it, first save the patch with `--format diff > undo.patch`; then:");
                page.command("git apply -R undo.patch");
            }
        }
        (false, None, _) => page.say(say![sum, " Not written: a revision in git can't be changed."]),
    }
}
