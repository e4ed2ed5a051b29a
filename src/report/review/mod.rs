//! The quarter's packet in words: one page, for a terminal or as Markdown.

mod changes;
mod decisions;
mod figures;
mod opening;
mod people;
mod pillars;
mod subject;
mod what_if;
mod words;

use crate::review::Packet;

use super::diff::{Summary, summary};
use super::json::{Tool, document};
use super::page::{Page, markdown, terminal};

pub use opening::PACKET_TITLE;
pub use subject::Subject;

/// So many rows of a table are shown on a terminal.
const ROWS_ON_TERMINAL: usize = 25;
/// So many in Markdown, so that a packet stays short enough for a comment.
const ROWS_IN_MARKDOWN: usize = 60;

/// The packet for a terminal of so many columns.
#[must_use]
pub fn review_text(packet: &Packet<'_>, width: usize, color: bool) -> String {
    terminal(&page(packet, ROWS_ON_TERMINAL), width, color)
}

/// The packet as Markdown.
#[must_use]
pub fn review_markdown(packet: &Packet<'_>) -> String {
    markdown(&page(packet, ROWS_IN_MARKDOWN))
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

/// The sections in the order in which a leadership team walks through them.
fn page(packet: &Packet<'_>, rows: usize) -> Page {
    let mut page = Page::default();
    if let Some(supposed) = &packet.what_if {
        what_if::what_if(&mut page, packet, supposed, rows);
        return page;
    }
    opening::headline(&mut page, packet);
    decisions::decisions(&mut page, packet, rows);
    pillars::pillars(&mut page, packet);
    changes::changes(&mut page, packet, rows);
    figures::priorities(&mut page, packet, rows);
    people::loads(&mut page, packet, rows);
    people::vacancies(&mut page, packet, rows);
    figures::spans(&mut page, packet, rows);
    figures::scorecard(&mut page, packet, rows);
    people::watch(&mut page, packet, rows);
    decisions::waivers(&mut page, packet, rows);
    page
}
