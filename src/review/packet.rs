//! The quarter's packet as one page of blocks: every section once, in one order, whoever shows it.
//!
//! [`page`] is what the terminal, Markdown, an HTML page and slides show; a figure names its view, and whoever shows
//! the page hands the picture in.

mod changes;
mod decisions;
mod figures;
mod opening;
mod people;
mod pillars;
mod what_if;
mod words;

use crate::phrase::Page;
use crate::text::shell_command;

use super::Packet;

pub use opening::PACKET_TITLE;

/// The sections in the order in which a leadership team walks through them; tables are cut after this many rows.
#[must_use]
pub fn page(packet: &Packet<'_>, rows: usize) -> Page {
    if let Some(supposed) = &packet.what_if {
        let mut page = Page::default();
        what_if::what_if(&mut page, packet, supposed, rows);
        return page;
    }
    let mut page = Page::with_all_in(shell_command(["rightseat", "review", packet.headline.chart, "--format", "json"]));
    opening::headline(&mut page, packet);
    decisions::decisions(&mut page, packet, rows);
    pillars::pillars(&mut page, packet);
    changes::changes(&mut page, packet, rows);
    changes::pictures(&mut page, packet);
    figures::priorities(&mut page, packet, rows);
    people::loads(&mut page, packet, rows);
    people::vacancies(&mut page, packet, rows);
    figures::spans(&mut page, packet, rows);
    figures::scorecard(&mut page, packet, rows);
    people::watch(&mut page, packet, rows);
    decisions::waivers(&mut page, packet, rows);
    page
}
