//! Edits that are planned: in words, as a patch, and for programs.

mod hunks;
mod json;
mod patch;
mod text;
mod undo;

use crate::check::Judged;
use crate::diff::Diff;
use crate::edit::Plan;
use crate::phrase::Item;

pub use json::edit_json;
pub use patch::{edit_patch, patch};
pub use text::edit_text;
pub use undo::undo;

/// A plan with its consequence.
#[derive(Clone, Copy, Debug)]
pub struct Edited<'a> {
    /// The chart before.
    pub old: &'a Judged<'a>,
    /// The chart that would be.
    pub new: &'a Judged<'a>,
    /// What changes.
    pub plan: &'a Plan,
    /// What follows.
    pub diff: &'a Diff<'a>,
    /// What was asked, in people's words, to be shown first.
    pub asked: &'a [Item],
    /// Whether it has been written.
    pub is_written: bool,
    /// The command that writes it; none for what can't be written.
    pub command: Option<&'a str>,
}
