//! Where links on a page lead: a seat to its box, and whatever has a row of its own to that row.

use std::collections::{BTreeMap, HashMap, HashSet};

use maud::Markup;

use crate::model::{Language, Noun};
use crate::phrase::{Block, Entry, Page as Blocks, Part, Phrase, Prose, Section, View};
use crate::render::fragment;

/// What links can lead to; by default nothing.
#[derive(Default)]
pub(super) struct Links<'w> {
    /// Of the page's own words.
    pub(super) language: Language,
    /// The seats, whose boxes are targets.
    seats: HashSet<&'w str>,
    /// Those of them that are named on the page, each with its name.
    pub(super) named: BTreeMap<&'w str, &'w str>,
    /// The rows that are about one entry each. Looked up only, never iterated.
    rows: HashMap<(Noun, &'w str), &'w [Prose]>,
}

impl<'w> Links<'w> {
    /// The targets of a packet's page. Without a chart on it no seat has a box.
    pub(super) fn of(page: &'w Blocks, mut seats: HashSet<&'w str>, language: Language) -> Self {
        let mut rows = HashMap::new();
        if !page.blocks.iter().any(|block| matches!(block, Block::Picture(of) if of.view == View::Chart)) {
            seats.clear();
        }
        let parts = page.blocks.iter().flat_map(Block::phrases).flat_map(Phrase::parts);
        let mut named: BTreeMap<&str, &str> = BTreeMap::new();
        for part in parts {
            let Part::Entry(entry) = part else { continue };
            if entry.noun == Noun::Seat && seats.contains(entry.id) {
                let name = named.entry(entry.id).or_insert(entry.name);
                // Where the title stands beside it an entry is named by its id.
                if *name == entry.id {
                    *name = entry.name;
                }
            }
        }
        let mut of = None;
        for block in &page.blocks {
            match block {
                Block::Heading { section, .. } => of = section.and_then(tells_of),
                Block::Table(table) => {
                    let Some(noun) = of else { continue };
                    for row in &table.rows {
                        if let Some(entry) = entry(noun, row) {
                            rows.entry((noun, entry.id)).or_insert(row.as_slice());
                        }
                    }
                }
                _ => {}
            }
        }
        Self { language, seats, named, rows }
    }

    /// Where a link to an entry leads, if anywhere.
    pub(super) fn to(&self, noun: Noun, id: &str) -> Option<String> {
        let is_there = if noun == Noun::Seat { self.seats.contains(id) } else { self.rows.contains_key(&(noun, id)) };
        is_there.then(|| fragment(noun, id))
    }

    /// The id of a row that links lead to.
    pub(super) fn id(&self, section: Option<Section>, row: &[Prose]) -> Option<String> {
        let noun = tells_of(section?)?;
        let entry = entry(noun, row)?;
        // Only the first of an entry's rows can have the id.
        let is_home = self.rows.get(&(noun, entry.id)).is_some_and(|home| std::ptr::eq(*home, row));
        is_home.then(|| fragment(noun, entry.id))
    }

    /// A cell of a row; the entry that the row is about is not linked to its own row.
    pub(super) fn cell(&self, section: Option<Section>, cell: &Prose, row: &[Prose]) -> Markup {
        let about = section.and_then(tells_of).and_then(|noun| entry(noun, row));
        let is_name = about.is_some_and(|about| named(about.noun, cell) == Some(about));
        if is_name { Self::default().prose(cell) } else { self.prose(cell) }
    }
}

/// What each row of a section's table is about.
fn tells_of(section: Section) -> Option<Noun> {
    match section {
        Section::Priorities => Some(Noun::Priority),
        Section::Load => Some(Noun::Person),
        Section::Scorecard => Some(Noun::Metric),
        _ => None,
    }
}

/// The entry that a row is about, the first of its kind in it.
fn entry(noun: Noun, row: &[Prose]) -> Option<Entry<'_>> {
    row.iter().find_map(|cell| named(noun, cell))
}

/// The first entry of a kind that a cell names.
fn named(noun: Noun, cell: &Prose) -> Option<Entry<'_>> {
    let parts = cell.0.iter().flat_map(|(phrase, _)| phrase.parts());
    parts
        .filter_map(|part| if let Part::Entry(entry) = part { Some(entry) } else { None })
        .find(|entry| entry.noun == noun)
}
