//! The blocks of a packet on sheets of paper: text flows from sheet to sheet, tables repeat their head, and a picture
//! has a sheet of its own.

mod elements;
mod flow;
mod table;

use std::collections::{BTreeMap, HashMap};

use crate::model::{Language, Noun};
use crate::phrase::{Block, Item, Mark as Sign, Page as Blocks, Part, Phrase, Prose, Tone, View};

use super::geometry::{Area, Point, Px};
use super::scene::{GroupKind, Scene, TextRole};

use flow::Flow;

pub use elements::{Element, Part as SheetPart};

/// A view in a document.
#[derive(Debug)]
pub struct Pictures {
    /// What is drawn of it; nothing where it says nothing, or is too large.
    pub scenes: Vec<Scene>,
    /// What the scenes leave out, and how to see it.
    pub note: Option<String>,
}

/// Sheets of paper with what leads from one to another.
#[derive(Debug, Default)]
pub struct Sheets {
    /// What is on each.
    pub scenes: Vec<Scene>,
    /// Where each section begins.
    pub headings: Vec<Heading>,
    /// What leads somewhere.
    pub links: Vec<Link>,
    /// What the lines are part of, in the order in which they are read.
    pub elements: Vec<Element>,
}

/// Where a section begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// What it is called.
    pub title: String,
    /// On which sheet, from 0.
    pub sheet: usize,
    /// How far from the sheet's top.
    pub top: Px,
}

/// A place that leads to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// On which sheet, from 0.
    pub sheet: usize,
    /// Where on it.
    pub area: Area,
    /// The sheet it leads to.
    pub to: usize,
    /// The place on that sheet.
    pub place: Point,
    /// Which element leads there, by its place among all.
    pub element: usize,
}

/// What leads to the box of a seat, until all sheets are there.
pub(super) struct Wish {
    sheet: usize,
    area: Area,
    seat: String,
    element: usize,
}

/// Lets blocks flow over sheets of A4. A view that is not among the pictures is left to the command that draws it.
#[must_use]
pub fn sheets(page: &Blocks, language: Language, mut pictures: BTreeMap<View, Pictures>) -> Sheets {
    let mut flow = Flow::new(title(page));
    for (at, block) in page.blocks.iter().enumerate() {
        match block {
            Block::Title(text) => flow.title(&plain(text)),
            Block::Heading { text, .. } => {
                // A picture that has sheets of its own has its section's heading on the first of them.
                if !matches!(page.blocks.get(at + 1), Some(Block::Picture(_))) {
                    flow.heading(&plain(text));
                }
            }
            Block::Subheading(text) => flow.subheading(&plain(text)),
            Block::Paragraph(prose) => {
                flow.begin(SheetPart::Paragraph);
                flow.prose(prose, Px::ZERO, "");
            }
            Block::Item(item) => point(&mut flow, item),
            Block::Table(table) => table::table(&mut flow, table),
            Block::Code(lines) => {
                for line in lines {
                    flow.paragraph(&format!("{}{}", line.margin(), plain(&line.text)));
                }
            }
            Block::Picture(picture) => {
                let before = at.checked_sub(1).map(|before| &page.blocks[before]);
                let title = match before {
                    Some(Block::Heading { text, .. }) => plain(text),
                    _ => plain(&picture.caption),
                };
                let (scenes, note) =
                    pictures.remove(&picture.view).map_or((Vec::new(), None), |of| (of.scenes, of.note));
                let is_drawn = !scenes.is_empty();
                if let Some(note) = &note {
                    // The note stands above the first of the pictures that it is about.
                    flow.turn();
                    flow.heading(&title);
                    flow.paragraph(note);
                } else if !is_drawn {
                    flow.heading(&title);
                }
                if !is_drawn {
                    flow.paragraph(&format!("{}: {}", plain(&picture.caption), plain(&picture.command)));
                }
                let is_headed = note.is_some() || !matches!(before, Some(Block::Heading { .. }));
                flow.picture(&title, scenes, is_headed);
            }
        }
    }
    linked(flow.finish(language))
}

fn title(page: &Blocks) -> String {
    let title =
        page.blocks.iter().find_map(|block| if let Block::Title(text) = block { Some(plain(text)) } else { None });
    title.unwrap_or_default()
}

fn point(flow: &mut Flow, item: &Item) {
    let sign = match item.mark {
        Sign::Dash => "•".to_owned(),
        Sign::Number(number) => format!("{number}."),
        Sign::Change(sign) => sign.to_string(),
    };
    flow.begin(SheetPart::Point);
    flow.prose(&item.prose, Flow::INDENT, &sign);
    for below in &item.below {
        flow.begin(SheetPart::Point);
        flow.prose(below, Flow::INDENT * 2, "");
    }
    if !item.below.is_empty() {
        flow.skip(Px::whole(6));
    }
}

/// Leads what names a seat to the first box of that seat.
fn linked((mut sheets, wishes): (Sheets, Vec<Wish>)) -> Sheets {
    let mut boxes: HashMap<&str, (usize, Point)> = HashMap::new();
    for (sheet, scene) in sheets.scenes.iter().enumerate() {
        for group in &scene.groups {
            if let GroupKind::Seat { id, area, .. } = &group.kind {
                boxes.entry(id.as_str()).or_insert((sheet, area.origin));
            }
        }
    }
    let links = wishes.iter().filter_map(|wish| {
        let &(to, place) = boxes.get(wish.seat.as_str())?;
        Some(Link { sheet: wish.sheet, area: wish.area, to, place, element: wish.element })
    });
    sheets.links = links.collect();
    sheets
}

/// A phrase in words, entries by their names.
fn plain(phrase: &Phrase) -> String {
    phrase
        .parts()
        .map(|part| match part {
            Part::Entry(entry) => entry.name.to_owned(),
            Part::Code(text) => text.to_owned(),
            Part::Arrow => " → ".to_owned(),
            other => other.to_string(),
        })
        .collect()
}

/// What some prose says, how it is meant, and the one seat that it names.
struct Said {
    text: String,
    role: TextRole,
    seat: Option<String>,
}

impl Said {
    fn of(prose: &Prose, usual: TextRole, amiss: TextRole) -> Self {
        let text = prose.0.iter().map(|(phrase, _)| plain(phrase)).collect();
        let has = |tone| prose.0.iter().any(|(phrase, other)| *other == tone && !phrase.is_empty());
        let role = match () {
            () if has(Tone::Bad) => amiss,
            () if prose.0.first().is_some_and(|(_, tone)| *tone == Tone::Strong) => TextRole::Column,
            () => usual,
        };
        let seats = prose.0.iter().flat_map(|(phrase, _)| phrase.parts()).filter_map(|part| match part {
            Part::Entry(entry) if entry.noun == Noun::Seat => Some(entry.id),
            _ => None,
        });
        let seats: Vec<&str> = seats.collect();
        let seat = if let [one] = seats.as_slice() { Some((*one).to_owned()) } else { None };
        Self { text, role, seat }
    }
}
