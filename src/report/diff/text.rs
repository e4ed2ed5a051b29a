//! What changed, on a terminal.

use crate::phrase::Page;

use super::super::Look;
use super::super::page::terminal_by_ids;
use super::Compared;
use super::story::Story;

/// The most columns that a line takes.
const WIDEST: usize = 80;
/// How many loads are shown, and every one that passed a limit.
const LOADS: usize = 12;

/// What changed between two charts, in words.
#[must_use]
pub fn diff_text(compared: &Compared<'_>, look: Look) -> String {
    let Story { opening, changes, introduced, others, notes } = Story::of(compared, LOADS);
    let parts = [opening, changes, introduced, others, notes];
    let page = Page::of(parts.into_iter().flat_map(|part| part.blocks).collect());
    terminal_by_ids(page, look.width.clamp(40, WIDEST), look.color)
}
