//! A plan as people read it: what was asked, which lines change, and what follows.

use std::collections::BTreeSet;
use std::fmt::Write;

use crate::check::{Finding, Level};
use crate::model::Noun;
use crate::phrase::{all, count, say};
use crate::text::{printable, printable_line};

use super::Edited;
use super::hunks::{Hunk, hunks, lines};
use super::undo::undo;

/// A plan in words.
#[must_use]
pub fn edit_text(edited: &Edited<'_>) -> String {
    let mut out = String::new();
    for line in edited.asked {
        let _ = writeln!(out, "{line}");
    }
    if edited.plan.is_nothing() {
        let _ = writeln!(out, "The chart says so already: there is nothing to write.");
        return printable(&out).into_owned();
    }
    for patch in &edited.plan.patches {
        let source = edited.old.sources.file(patch.source);
        let blank = if out.is_empty() { "" } else { "\n" };
        let _ = writeln!(out, "{blank}{}", source.path());
        let old = lines(source.text());
        let mut header = None;
        for hunk in hunks(source.text(), &patch.splices) {
            write_hunk(&mut out, &old, &hunk, &mut header);
        }
    }
    let before = out.len();
    consequence(&mut out, edited);
    if out.len() > before {
        out.insert(before, '\n');
    }
    let _ = writeln!(out, "{}", ending(edited));
    printable(&out).into_owned()
}

/// The lines of a hunk below the line that they stand under.
fn write_hunk(out: &mut String, old: &[&str], hunk: &Hunk<'_>, header: &mut Option<usize>) {
    let indent = |line: &str| line.len() - line.trim_start_matches(' ').len();
    let all = || hunk.old.iter().copied().chain(hunk.new.iter().map(String::as_str));
    let least = all().filter(|line| !line.trim().is_empty()).map(indent).min().unwrap_or(0);
    let is_above = |line: &&str| !line.trim().is_empty() && !line.trim_start().starts_with('#') && indent(line) < least;
    let above = old[..hunk.start.min(old.len())].iter().rposition(is_above);
    let base = above.map_or(0, |at| indent(old[at]));
    let mut line = |number: usize, sign: char, text: &str| {
        let text = text.trim_end_matches(['\n', '\r']);
        let text = text.get(base.min(indent(text))..).unwrap_or(text);
        let _ = writeln!(out, "{}", format!("{:>5}  {sign} {}", number + 1, printable_line(text)).trim_end());
    };
    if let Some(at) = above.filter(|at| *header != Some(*at)) {
        line(at, ' ', old[at]);
        *header = Some(at);
    }
    for (at, text) in hunk.old.iter().enumerate() {
        line(hunk.start + at, '-', text);
    }
    for (at, text) in hunk.new.iter().enumerate() {
        line(hunk.new_start + at, '+', text);
    }
}

fn consequence(out: &mut String, edited: &Edited<'_>) {
    let findings = &edited.diff.findings;
    let told = |finding: &Finding| {
        let (level, message, rule) = (finding.level.name(), &finding.message, finding.rule.id);
        printable_line(&format!("{level}: {message} [{rule}]")).into_owned()
    };
    for (word, all) in [("new", &findings.introduced), ("gone", &findings.fixed)] {
        for finding in all.iter().filter(|finding| finding.level > Level::Info) {
            let _ = writeln!(out, "{word:<8}{}", told(finding));
        }
    }
    for change in findings.changed.iter().filter(|change| change.new.level > Level::Info) {
        let _ = writeln!(out, "now     {}", told(change.new));
    }
    let loads = edited.diff.loads.iter().filter(|load| load.holder.kind == Noun::Person).filter_map(|load| {
        let (old, new) = (load.old_percent()?, load.percent()?);
        (old != new).then(|| format!("{} {old} % → {new} %", load.holder.name))
    });
    let loads: Vec<String> = loads.collect();
    if !loads.is_empty() {
        let _ = writeln!(out, "load    {}", printable_line(&loads.join(", ")));
    }
    for note in &edited.plan.told {
        let _ = writeln!(out, "note    {}", printable_line(note));
    }
}

/// How much changes, and how it is written or undone.
fn ending(edited: &Edited<'_>) -> String {
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
    match (edited.is_written, edited.command) {
        (true, _) => {
            let undo = undo.map_or_else(String::new, |undo| format!(" To undo:\n  {undo}"));
            format!("{sum} Written.{undo}")
        }
        (false, Some(command)) => {
            let undo = undo.map_or_else(
                || "To be able to undo it, first save the patch with `--format diff > undo.patch`; then: git apply -R undo.patch".to_owned(),
                |undo| format!("To undo it afterwards:\n  {undo}"),
            );
            format!("{sum} Not written. To write:\n  {command}\n{undo}")
        }
        (false, None) => format!("{sum} Not written: a revision in git stays as it is."),
    }
}
