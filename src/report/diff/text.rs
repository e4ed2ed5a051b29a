//! What changed, on a terminal: entries by their ids, since that is what is written in the files that changed.

use crate::phrase::{Args, Block, By, Entry, Page, Part, Phrase, Prose};

use super::super::Look;
use super::super::page::terminal;
use super::Compared;
use super::story::Story;

/// The most columns that a line takes.
const WIDEST: usize = 80;
/// How many loads are shown, and every one that passed a limit.
const LOADS: usize = 12;
/// A value of this many bytes is not broken.
const SHORT: usize = 16;
/// Stands for a space at which no line is broken.
const GLUE: &str = "\u{a0}";

/// What changed between two charts, in words.
#[must_use]
pub fn diff_text(compared: &Compared<'_>, look: Look) -> String {
    let Story { opening, changes, introduced, others, notes } = Story::of(compared, LOADS);
    let parts = [opening, changes, introduced, others, notes];
    let blocks = parts.into_iter().flat_map(|part| part.blocks).map(by_ids).collect();
    terminal(&Page::of(blocks), look.width.clamp(40, WIDEST), look.color).replace(GLUE, " ")
}

fn by_ids(block: Block) -> Block {
    let prose = |prose: Prose| Prose(prose.0.into_iter().map(|(phrase, tone)| (of_ids(&phrase), tone)).collect());
    match block {
        Block::Paragraph(said) => Block::Paragraph(prose(said)),
        Block::Item(mut item) => {
            item.prose = prose(item.prose);
            Block::Item(item)
        }
        block @ (Block::Title(_)
        | Block::Heading { .. }
        | Block::Subheading(_)
        | Block::Table(_)
        | Block::Picture(_)) => block,
    }
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
