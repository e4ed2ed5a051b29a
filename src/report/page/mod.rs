//! Pages of blocks on a terminal and as Markdown.

mod ids;
mod markdown;
mod runs;
mod table;
mod terminal;
#[cfg(test)]
mod tests;
mod wrap;

pub(super) use ids::terminal_by_ids;
pub(super) use markdown::{folded, longest, markdown};
pub(super) use terminal::terminal;
