//! The quarter's packet in words: one page, for a terminal or as Markdown.

mod subject;

use crate::phrase::{Page, View};
use crate::review::{Packet, page};

use super::diff::{Summary, summary};
use super::json::{Tool, document};
use super::page::{markdown, terminal};

pub use crate::review::PACKET_TITLE;
pub use subject::Subject;

/// How many rows of a table are shown on a terminal.
const ROWS_ON_TERMINAL: usize = 25;
/// How many in Markdown, so that a packet stays short enough for a comment.
const ROWS_IN_MARKDOWN: usize = 60;

/// The packet for a terminal of this many columns.
#[must_use]
pub fn review_text(packet: &Packet<'_>, width: usize, color: bool) -> String {
    terminal(&page(packet, ROWS_ON_TERMINAL), width, color)
}

/// The packet as blocks, as long as in Markdown: for slides.
#[must_use]
pub fn review_page(packet: &Packet<'_>) -> Page {
    page(packet, ROWS_IN_MARKDOWN)
}

/// The packet as Markdown; `files` are the pictures beside it for each view, if there are any.
#[must_use]
pub fn review_markdown(packet: &Packet<'_>, files: &dyn Fn(View) -> Vec<String>) -> String {
    markdown(&page(packet, ROWS_IN_MARKDOWN), files)
}

/// The version of the JSON form; it grows by one when a reader of the last would misunderstand.
const VERSION: u32 = 1;

#[derive(serde::Serialize)]
struct Report<'a> {
    version: u32,
    tool: Tool,
    #[serde(flatten)]
    packet: &'a Packet<'a>,
    changes: Option<Summary<'a>>,
}

/// The whole packet as one JSON document.
#[must_use]
pub fn review_json(packet: &Packet<'_>) -> String {
    let changes = packet.changes.as_ref();
    let changes = changes.map(|all| summary(&all.diff, all.before.sources, all.now.sources));
    document(&Report { version: VERSION, tool: Tool::THIS, packet, changes })
}
