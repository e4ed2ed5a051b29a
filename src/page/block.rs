//! The blocks of a packet as hypertext: each kind of block once, and what a section makes of its blocks.

use std::collections::HashSet;

use maud::{Markup, html};

use crate::layout::Scene;
use crate::model::{Language, Noun};
use crate::phrase::{
    Block, Entry, Item, Mark, Page as Blocks, PageLabel, Part, Phrase, Prose, Section as Of, Table, Tone, Unit, View,
};
use crate::render::seat_fragment;

use super::sections::pictured;
use super::{Palette, Section, shown};

/// The scenes of a picture, and what they leave out.
#[derive(Debug)]
pub struct Drawn {
    /// The scenes, where it could be drawn.
    pub scenes: Vec<Scene>,
    /// What they leave out, and how to see it.
    pub note: Option<String>,
}

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

    /// The blocks of a packet. `draw` draws a picture; what it can't draw is left to the command that does.
    #[must_use]
    pub fn of_blocks(
        page: &Blocks,
        language: Language,
        seats: &HashSet<&str>,
        palette: &mut Palette,
        draw: &mut dyn FnMut(View) -> Option<Drawn>,
    ) -> Self {
        Writer { language, seats, palette, draw }.write(page)
    }
}

/// Turns blocks into hypertext.
struct Writer<'w> {
    /// Of our own words.
    language: Language,
    /// The seats that links lead to.
    seats: &'w HashSet<&'w str>,
    palette: &'w mut Palette,
    draw: &'w mut dyn FnMut(View) -> Option<Drawn>,
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
                    let name = section.map_or(PageLabel::More, short).words(self.language);
                    let body = self.section(*section, body);
                    written.sections.push(Section::new(id, name, &words(text), body));
                }
                // Only what a page does not begin with can stand before its title.
                _ => {}
            }
            at = end;
        }
        written
    }

    fn section(&mut self, section: Option<Of>, blocks: &[Block]) -> Markup {
        match section {
            Some(Of::Changes) => html! { div.changes { (self.blocks(section, blocks)) } },
            Some(Of::Pillars) => html! {
                @for block in blocks {
                    @match block {
                        Block::Table(table) => (self.pillars(table)),
                        other => (self.blocks(section, std::slice::from_ref(other))),
                    }
                }
            },
            _ => self.blocks(section, blocks),
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
            Block::Title(text) | Block::Heading { text, .. } => html! { h2 { (self.phrase(text)) } },
            Block::Subheading(text) => html! { h3 { (self.phrase(text)) } },
            Block::Paragraph(prose) => html! { p { (self.prose(prose)) } },
            Block::Item(item) => self.list(section, &[item]),
            Block::Table(table) => self.table(section, table),
            Block::Picture(picture) => {
                let Some(drawn) = (self.draw)(picture.view) else {
                    let command = words(&picture.command);
                    return html! { p { (self.phrase(&picture.caption)) ": " code.command { (command) } } };
                };
                pictured(picture.view, &drawn, self.palette)
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
            (self.prose(&item.prose))
            @if !item.below.is_empty() { ul { @for below in &item.below { li { (self.prose(below)) } } } }
        }
    }

    /// A question with its answers.
    fn card(&self, item: &Item) -> Markup {
        html! {
            p {
                @if let Mark::Number(number) = item.mark { span.count { (number) } " " }
                (self.prose(&item.prose))
            }
            @if !item.below.is_empty() { ul.answers {
                @for (at, below) in item.below.iter().enumerate() {
                    li {
                        (self.prose(below))
                        @if let Some(command) = item.commands.get(at).filter(|command| !command.is_empty()) {
                            details { summary { (PageLabel::WriteIt.words(self.language)) } code.command { (command) } }
                        }
                    }
                }
            } }
        }
    }

    fn table(&self, section: Option<Of>, table: &Table) -> Markup {
        let class = |at: usize| table.columns[at].is_number.then_some("number");
        html! {
            div.tablebox tabindex="0" role="group" aria-label=(PageLabel::Table.words(self.language)) {
                table {
                    thead { tr { @for (at, column) in table.columns.iter().enumerate() { th scope="col" class=[class(at)] { (column.title) } } } }
                    tbody {
                        @for row in &table.rows {
                            tr {
                                @for (at, cell) in row.iter().enumerate() {
                                    td class=[class(at)] {
                                        (self.prose(cell))
                                        @if section == Some(Of::Load) && at == 1 { (bar(cell)) }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    /// The pillars as cards: a row whose name stands out begins one, the rows below it are its shares.
    fn pillars(&self, table: &Table) -> Markup {
        let is_pillar = |row: &&[Prose]| row[0].0.first().is_some_and(|(_, tone)| *tone == Tone::Strong);
        let rows: Vec<&[Prose]> = table.rows.iter().map(Vec::as_slice).collect();
        let starts: Vec<usize> = (0..rows.len()).filter(|at| is_pillar(&rows[*at])).collect();
        let shares = |at: usize| {
            let end = starts.get(at + 1).copied().unwrap_or(rows.len());
            &rows[starts[at] + 1..end]
        };
        html! {
            ul.columns.three {
                @for (at, start) in starts.iter().enumerate() {
                    @let pillar = rows[*start];
                    li.pillar {
                        h3 { (self.prose(&pillar[0])) }
                        p { span.score { (self.prose(&pillar[1])) }
                            @for (column, cell) in table.columns.iter().zip(pillar).skip(2) {
                                @if !cell.is_empty() { " " span.quiet { (column.title) " " (self.prose(cell)) } }
                            }
                        }
                        (bar(&pillar[1]))
                        @if !shares(at).is_empty() {
                            details {
                                summary { (self.shares(shares(at).len())) }
                                ul { @for share in shares(at) { li { (self.prose(&share[0])) " " b { (self.prose(&share[1])) } } } }
                            }
                        }
                    }
                }
            }
        }
    }

    fn shares(&self, count: usize) -> String {
        let label = if count == 1 { PageLabel::OneShare } else { PageLabel::Shares };
        label.with(self.language, &[&count])
    }

    fn prose(&self, prose: &Prose) -> Markup {
        html! {
            @for (phrase, tone) in &prose.0 {
                @match class(*tone) {
                    None => (self.phrase(phrase)),
                    Some(class) => span class=(class) { (self.phrase(phrase)) },
                }
            }
        }
    }

    fn phrase(&self, phrase: &Phrase) -> Markup {
        html! { @for part in phrase.parts() { (self.part(part)) } }
    }

    fn part(&self, part: Part<'_>) -> Markup {
        match part {
            Part::Words(text) | Part::Day(text) => html! { (shown(text)) },
            Part::Text(text) => html! { bdi { (shown(text)) } },
            Part::Quoted(text) => html! { "“" bdi { (shown(text)) } "”" },
            Part::Code(text) => html! { code { (shown(text)) } },
            Part::Arrow => html! { " → " },
            Part::Figure(figure) => html! { (figure.value) @if figure.unit == Unit::Percent { "\u{a0}%" } },
            Part::Entry(entry) => self.entry(entry),
        }
    }

    fn entry(&self, Entry { noun, id, name, .. }: Entry<'_>) -> Markup {
        let name = shown(name);
        if noun == Noun::Seat && self.seats.contains(id) {
            return html! { a href={ "#" (seat_fragment(id)) } dir="auto" { (name) } };
        }
        if name == id {
            html! { code { (name) } }
        } else {
            html! { bdi title=(id) { (name) } }
        }
    }
}

/// A phrase in words alone, by names rather than ids.
fn words(phrase: &Phrase) -> String {
    phrase
        .parts()
        .map(|part| match part {
            Part::Entry(entry) => shown(entry.name),
            Part::Code(text) => shown(text),
            other => shown(&other.to_string()),
        })
        .collect()
}

fn class(tone: Tone) -> Option<&'static str> {
    match tone {
        Tone::Plain => None,
        Tone::Strong => Some("strong"),
        Tone::Quiet => Some("quiet"),
        Tone::Good => Some("good"),
        Tone::Warning => Some("warning"),
        Tone::Bad => Some("bad"),
    }
}

/// A bar as long as the percentage that a cell says; nothing where it says none.
fn bar(cell: &Prose) -> Markup {
    let figure = cell.0.iter().find_map(|(phrase, tone)| {
        let percent = phrase.parts().find_map(|part| match part {
            Part::Figure(figure) if figure.unit == Unit::Percent => figure.value.parse::<u32>().ok(),
            _ => None,
        });
        Some((percent?, *tone))
    });
    let Some((percent, tone)) = figure else { return html! {} };
    // What is beyond all is seen by its colour and said by its number.
    let width = percent.min(125);
    html! {
        svg.bar viewBox="0 0 125 8" preserveAspectRatio="none" aria-hidden="true" {
            rect.ground x="0" y="0" width="100" height="8" {}
            rect class={ "fill " (class(tone).unwrap_or("plain")) } x="0" y="0" width=(width) height="8" {}
        }
    }
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
