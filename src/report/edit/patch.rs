//! A patch, as `git apply` and `patch` take it.

use std::fmt::Write;

use crate::edit::Patch;
use crate::text::Sources;

use super::Edited;
use super::hunks::{Hunk, hunks, lines};

/// How many lines are shown before and after those that change.
const CONTEXT: usize = 3;

/// What changes in the files, as one patch.
#[must_use]
pub fn edit_patch(edited: &Edited<'_>) -> String {
    patch(edited.old.sources, &edited.plan.patches)
}

/// Splices of these texts, as one patch.
#[must_use]
pub fn patch(old: &Sources, patches: &[Patch]) -> String {
    let mut out = String::new();
    for patch in patches {
        let source = old.file(patch.source);
        let (text, path) = (source.text(), source.path().replace('\\', "/"));
        let _ = writeln!(out, "--- a/{path}\n+++ b/{path}");
        let (old, hunks) = (lines(text), hunks(text, &patch.splices));
        let mut left = hunks.as_slice();
        while let Some(first) = left.first() {
            // Hunks whose lines around them meet are one.
            let meets = |pair: &&[Hunk<'_>]| pair[1].start <= pair[0].start + pair[0].old.len() + 2 * CONTEXT;
            let count = 1 + left.windows(2).take_while(meets).count();
            write_group(&mut out, &old, first, &left[..count]);
            left = &left[count..];
        }
    }
    out
}

fn write_group(out: &mut String, old: &[&str], first: &Hunk<'_>, group: &[Hunk<'_>]) {
    let last = &group[group.len() - 1];
    let start = first.start.saturating_sub(CONTEXT);
    let end = (last.start + last.old.len() + CONTEXT).min(old.len());
    let new_start = first.new_start - (first.start - start);
    let removed: usize = group.iter().map(|hunk| hunk.old.len()).sum();
    let added: usize = group.iter().map(|hunk| hunk.new.len()).sum();
    let length = end - start;
    let new_length = length - removed + added;
    // For no lines, the one before is named.
    let from = |start: usize, length: usize| if length == 0 { start } else { start + 1 };
    let (old_from, new_from) = (from(start, length), from(new_start, new_length));
    let _ = writeln!(out, "@@ -{old_from},{length} +{new_from},{new_length} @@");
    let mut at = start;
    for hunk in group {
        old[at..hunk.start].iter().for_each(|text| line(out, ' ', text));
        hunk.old.iter().for_each(|text| line(out, '-', text));
        hunk.new.iter().for_each(|text| line(out, '+', text));
        at = hunk.start + hunk.old.len();
    }
    old[at..end].iter().for_each(|text| line(out, ' ', text));
}

fn line(out: &mut String, sign: char, text: &str) {
    out.push(sign);
    out.push_str(text);
    if !text.ends_with('\n') {
        out.push_str("\n\\ No newline at end of file\n");
    }
}
