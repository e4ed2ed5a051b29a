//! A page that names entries by their ids, since those are what the files contain.

use crate::phrase::{Args, Block, By, Entry, Page, Part, Phrase, Prose};

use super::terminal;

/// A value of this many bytes is not broken.
const SHORT: usize = 16;
/// Stands for a space at which no line is broken.
const GLUE: &str = "\u{a0}";

/// A page for a terminal, with entries by their ids.
pub(in crate::report) fn terminal_by_ids(page: Page, width: usize, color: bool) -> String {
    let blocks = page.blocks.into_iter().map(by_ids).collect();
    terminal(&Page::of(blocks), width, color).replace(GLUE, " ")
}

fn by_ids(block: Block) -> Block {
    match block {
        Block::Paragraph(said) => Block::Paragraph(prose(said)),
        Block::Item(mut item) => {
            item.prose = prose(item.prose);
            item.below = item.below.into_iter().map(prose).collect();
            Block::Item(item)
        }
        Block::Table(mut table) => {
            table.rows = table.rows.into_iter().map(|row| row.into_iter().map(prose).collect()).collect();
            Block::Table(table)
        }
        block @ (Block::Title(_)
        | Block::Heading { .. }
        | Block::Subheading(_)
        | Block::Picture(_)
        | Block::Code(_)) => block,
    }
}

fn prose(prose: Prose) -> Prose {
    Prose(prose.0.into_iter().map(|(phrase, tone)| (of_ids(&phrase), tone)).collect())
}

fn of_ids(phrase: &Phrase) -> Phrase {
    let mut args = Args::default();
    for part in phrase.parts() {
        match part {
            // What is short stays together, such as `66 %`.
            Part::Text(text) if text.len() <= SHORT => args.part(Part::Text(&text.replace(' ', GLUE))),
            Part::Entry(Entry { by: By::Name, name, .. }) if name.len() <= SHORT => {
                args.part(Part::Text(&name.replace(' ', GLUE)));
            }
            Part::Entry(Entry { by: By::Id, id, .. }) => args.part(Part::Code(id)),
            Part::Entry(entry @ Entry { by: By::Bare, id, .. }) => args.part(Part::Entry(Entry { name: id, ..entry })),
            part => args.part(part),
        }
    }
    args.phrase()
}
