//! What changed, as one comment on a pull request.
//!
//! Nothing of a chart is markup there: each part of a phrase is escaped by its kind.

use crate::phrase::count;
use crate::text::break_commands;

use super::super::page::{folded, longest, markdown};
use super::Compared;
use super::story::Story;

/// A later run finds its comment by this.
const MARKER: &str = "<!-- rightseat diff -->";
/// A comment on GitHub takes 65,536 characters; this many bytes leave room for what is put around it.
const LARGEST: usize = 59_000;

/// What changed between two charts, in GitHub's Markdown, below 60,000 characters.
#[must_use]
pub fn diff_markdown(compared: &Compared<'_>) -> String {
    let story = Story::of(compared, usize::MAX);
    // Whole if it fits, else as many lines of each part as do.
    let mut most = [&story.introduced, &story.changes, &story.others].map(longest).into_iter().max().unwrap_or(0);
    loop {
        let page = page(&story, most);
        if page.len() <= LARGEST || most == 0 {
            return break_commands(page);
        }
        most /= 2;
    }
}

/// What is new and wrong is open and comes first.
fn page(story: &Story, most: usize) -> String {
    let (mut sections, mut cut) = (String::new(), 0);
    for (part, is_open) in [(&story.introduced, true), (&story.changes, false), (&story.others, false)] {
        cut += folded(part, is_open, most, &mut sections);
    }
    let cut = match cut {
        0 => String::new(),
        cut => {
            let lines = count(cut, "line is", "lines are");
            format!("**Cut to fit into one comment: {lines} left out.** `rightseat diff` shows all.\n\n")
        }
    };
    let [opening, notes] = [&story.opening, &story.notes].map(|part| markdown(part, &|_| Vec::new()));
    let notes = if notes.is_empty() { notes } else { format!("\n{notes}") };
    format!("{MARKER}\n{cut}{opening}{sections}{notes}")
}
