//! The blocks of a packet as hypertext: each kind of block once, and what a section makes of its blocks.

use std::collections::{BTreeMap, HashSet};

use maud::{Markup, html};

use crate::layout::Pictures;
use crate::model::Language;
use crate::phrase::{Block, Item, Mark, Page as Blocks, PageLabel, Section as Of, View};
use crate::text::forbidden;

use super::links::Links;
use super::sections::{left_out, pictured, still};
use super::wording::words;
use super::{Palette, Section, shown};

/// What a page begins with, and its sections.
#[derive(Debug)]
pub struct Front {
    pub(super) title: String,
    pub(super) head: Markup,
    pub(super) sections: Vec<Section>,
}

impl Front {
    /// A page of sections under a few lines.
    #[must_use]
    pub fn of(title: &str, lines: &[String], sections: Vec<Section>) -> Self {
        let head = html! { @for line in lines { p dir="auto" { (shown(line)) } } };
        Self { title: shown(title), head, sections }
    }

    /// The blocks of a packet. A view that is not among the pictures is left to the command that draws it.
    #[must_use]
    pub fn of_blocks(
        page: &Blocks,
        language: Language,
        seats: HashSet<&str>,
        palette: &mut Palette,
        pictures: &BTreeMap<View, Pictures>,
    ) -> Self {
        Writer { links: Links::of(page, seats, language), palette, pictures }.write(page)
    }
}

/// Turns blocks into hypertext.
struct Writer<'w> {
    links: Links<'w>,
    palette: &'w mut Palette,
    pictures: &'w BTreeMap<View, Pictures>,
}

impl Writer<'_> {
    fn write(&mut self, page: &Blocks) -> Front {
        let begins = |block: &Block| matches!(block, Block::Title(_) | Block::Heading { .. });
        let mut written = Front { title: String::new(), head: html! {}, sections: Vec::new() };
        let mut at = 0;
        while at < page.blocks.len() {
            let end = page.blocks[at + 1..].iter().position(begins).map_or(page.blocks.len(), |next| at + 1 + next);
            let body = &page.blocks[at + 1..end];
            match &page.blocks[at] {
                Block::Title(title) => {
                    written.title = words(title);
                    written.head = self.blocks(None, body);
                }
                Block::Heading { section, text } => {
                    let id = section.map_or("more", Of::anchor);
                    let name = section.map_or(PageLabel::More, short).words(self.links.language);
                    let body = self.section(*section, body);
                    written.sections.push(Section::new(id, name, &words(text), body));
                }
                // A page begins with its title, so only later blocks get here before it.
                _ => {}
            }
            at = end;
        }
        written
    }

    fn section(&mut self, section: Option<Of>, blocks: &[Block]) -> Markup {
        let body = self.blocks(section, blocks);
        if section == Some(Of::Changes) {
            html! { div.changes { (body) } }
        } else {
            body
        }
    }

    /// Blocks one after the other; points that follow each other are one list.
    fn blocks(&mut self, section: Option<Of>, blocks: &[Block]) -> Markup {
        let mut parts = Vec::new();
        let mut at = 0;
        while at < blocks.len() {
            let items: Vec<&Item> = blocks[at..]
                .iter()
                .map_while(|block| if let Block::Item(item) = block { Some(item) } else { None })
                .collect();
            if items.is_empty() {
                parts.push(self.block(section, &blocks[at]));
                at += 1;
            } else {
                parts.push(self.list(section, &items));
                at += items.len();
            }
        }
        html! { @for part in &parts { (part) } }
    }

    fn block(&mut self, section: Option<Of>, block: &Block) -> Markup {
        match block {
            Block::Title(text) | Block::Heading { text, .. } => html! { h2 { (self.links.phrase(text)) } },
            Block::Subheading(text) => html! { h3 { (self.links.phrase(text)) } },
            Block::Paragraph(prose) => html! { p { (self.links.prose(prose)) } },
            Block::Item(item) => self.list(section, &[item]),
            Block::Table(table) if section == Some(Of::Pillars) => self.links.pillars(table),
            Block::Table(table) => self.links.table(section, table),
            Block::Code(lines) => html! { @for line in lines { code.command { (line.margin()) (words(&line.text)) } } },
            Block::Picture(picture) => {
                let Some(drawn) = self.pictures.get(&picture.view) else {
                    let command = words(&picture.command);
                    return html! { p { (self.links.phrase(&picture.caption)) ": " code.command { (command) } } };
                };
                let pictures = pictured(picture.view, drawn, self.palette, self.links.language);
                if picture.view == View::Chart {
                    let left_out = left_out(&self.links.named, drawn, self.links.language);
                    still(&html! { (pictures) (left_out) })
                } else {
                    pictures
                }
            }
        }
    }

    fn list(&self, section: Option<Of>, items: &[&Item]) -> Markup {
        if section == Some(Of::Decisions) {
            return html! { ul.columns { @for item in items { li.decision { (self.card(item)) } } } };
        }
        let is_numbered = items.iter().all(|item| matches!(item.mark, Mark::Number(_)));
        let content = html! { @for item in items { li { (self.point(item)) } } };
        if is_numbered {
            html! { ol { (content) } }
        } else {
            html! { ul { (content) } }
        }
    }

    fn point(&self, item: &Item) -> Markup {
        html! {
            @if let Mark::Change(mark) = item.mark { span.mark { (mark) } " " }
            (self.links.prose(&item.prose))
            @if !item.below.is_empty() { ul { @for below in &item.below { li { (self.links.prose(below)) } } } }
        }
    }

    /// A question with its answers.
    fn card(&self, item: &Item) -> Markup {
        html! {
            p {
                @if let Mark::Number(number) = item.mark { span.count { (number) } " " }
                (self.links.prose(&item.prose))
            }
            @if !item.below.is_empty() { ul.answers {
                @for (at, below) in item.below.iter().enumerate() {
                    li {
                        (self.links.prose(below))
                        @if let Some(command) = item.commands.get(at).filter(|command| is_safe(command)) {
                            details { summary { (PageLabel::WriteIt.words(self.links.language)) } code.command { (command) } }
                        }
                    }
                }
            } }
        }
    }
}

/// Whether a command can be shown as it is, for a shell; one with control characters must not be copied.
fn is_safe(command: &str) -> bool {
    !command.is_empty() && !command.chars().any(|letter| letter.is_control() || forbidden(letter))
}

/// What the row of links calls a section.
fn short(section: Of) -> PageLabel {
    match section {
        Of::Head => PageLabel::Top,
        Of::Decisions => PageLabel::Decisions,
        Of::Mend => PageLabel::ToMend,
        Of::Pillars => PageLabel::Pillars,
        Of::Changes => PageLabel::Changes,
        Of::Chart => PageLabel::Chart,
        Of::Strategy => PageLabel::Strategy,
        Of::Dependencies => PageLabel::Dependencies,
        Of::Matrix => PageLabel::Matrix,
        Of::Priorities => PageLabel::Priorities,
        Of::Load => PageLabel::Load,
        Of::Vacant => PageLabel::VacantSeats,
        Of::Spans => PageLabel::Spans,
        Of::Scorecard => PageLabel::Scorecard,
        Of::Watch => PageLabel::Watch,
        Of::Waivers => PageLabel::Waivers,
    }
}
