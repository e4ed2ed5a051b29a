//! The pictures of a packet's views, the same for whoever shows them.

use std::collections::BTreeMap;

use crate::check::Judged;
use crate::error::Error;
use crate::layout::{Options, Pictures, Px, Scene, pages, strategy_scenes, web_scenes};
use crate::phrase::{Block, Page, View};
use crate::picture::{Content, Picture, Stood, Web, dependencies, matrix, picture, strategy, with_changes};
use crate::review::Packet;

use super::past::{Past, alike};

/// At most this many pages of a chart are shown in a page; of a larger one, only the top.
const MOST_SCENES: usize = 12;
/// The most seats: drawn, they take a third of a megabyte.
const MOST_SEATS: usize = 300;
/// How many boxes the top of a large chart has.
const OVERVIEW: usize = 80;

/// The views of a packet, and how they are drawn.
pub(super) struct Views<'v> {
    packet: &'v Packet<'v>,
    now: &'v Judged<'v>,
    options: Options,
    /// The order of seats in the pictures before.
    order: Vec<Stood>,
}

impl<'v> Views<'v> {
    pub(super) fn new(packet: &'v Packet<'v>, (now, past): (&'v Judged<'v>, &Past), options: &Options) -> Self {
        let (Content { order, .. }, options) = alike(past, &Content::default(), options);
        Self { packet, now, options, order }
    }

    /// What the boxes of the chart say: the usual, and what is to be decided about them.
    fn content(&self) -> Content {
        Content { asked: self.packet.asked(), ..self.plain() }
    }

    fn plain(&self) -> Content {
        Content { language: Some(self.packet.language), order: self.order.clone(), ..Content::default() }
    }

    /// All pages of a view; none where there is nothing to draw.
    pub(super) fn scenes(&self, view: View) -> Result<Vec<Scene>, Error> {
        let Self { packet, now, options, .. } = self;
        let language = packet.language;
        Ok(match view {
            View::Chart => pages(&picture(now, &self.content())?, options),
            View::Changes => {
                let Some(changes) = &packet.changes else { return Ok(Vec::new()) };
                let chart = picture(now, &self.plain())?;
                pages(&with_changes(chart, &changes.before.graph, &now.graph, &changes.diff), options)
            }
            View::Strategy if now.graph.priorities().len() == 0 => Vec::new(),
            View::Strategy => strategy_scenes(&strategy(&now.graph, true, language), options),
            View::Dependencies => self.web(&dependencies(&now.graph, true, language)),
            View::Matrix => self.web(&matrix(&now.graph, true, language)),
        })
    }

    fn web(&self, web: &Web) -> Vec<Scene> {
        if web.boxes.is_empty() {
            return Vec::new();
        }
        web_scenes(web, &self.options)
    }

    /// The views that a document shows, which holds no more of a large chart than its top.
    pub(super) fn shown_by(&self, document: &Page) -> Result<BTreeMap<View, Pictures>, Error> {
        let mut shown = BTreeMap::new();
        for block in &document.blocks {
            let Block::Picture(of) = block else { continue };
            let pictures = match of.view {
                View::Chart => chart_pictures(self.now, &self.content(), &self.options)?,
                view => Pictures { scenes: self.scenes(view)?, note: None },
            };
            if !pictures.scenes.is_empty() || pictures.note.is_some() {
                shown.insert(of.view, pictures);
            }
        }
        Ok(shown)
    }
}

/// The pictures of a chart: the whole where it can be read on a few pages, else its top.
pub(super) fn chart_pictures(judged: &Judged<'_>, content: &Content, options: &Options) -> Result<Pictures, Error> {
    let whole = picture(judged, content)?;
    if whole.cards.len() <= MOST_SEATS {
        let scenes = pages(&whole, options);
        if scenes.len() <= MOST_SCENES {
            return Ok(Pictures { scenes, note: None });
        }
    }
    let (levels, boxes) = levels(&whole);
    let mut scenes = Vec::new();
    if boxes <= 2 * MOST_SEATS {
        let top = picture(judged, &Content { depth: Some(levels), ..content.clone() })?;
        scenes = pages(&top, &Options { least_font: Px::ZERO, ..options.clone() });
    }
    let (seats, chart) = (whole.cards.len(), judged.name);
    let shown = if levels == 1 { "the first level".to_owned() } else { format!("the first {levels} levels") };
    let note = format!(
        "The picture shows {shown} of {seats} seats; `rightseat render {chart} -o chart.pdf` prints all of them."
    );
    Ok(Pictures { scenes, note: Some(note) })
}

/// How many levels of a picture have at most this many boxes that they are taken in at a glance, and how many they have.
fn levels(picture: &Picture) -> (usize, usize) {
    let mut of: Vec<usize> = Vec::with_capacity(picture.cards.len());
    let mut counts: Vec<usize> = Vec::new();
    for card in &picture.cards {
        let level = card.parent.and_then(|parent| of.get(parent)).map_or(0, |above| above + 1);
        if counts.len() <= level {
            counts.push(0);
        }
        counts[level] += 1;
        of.push(level);
    }
    let (mut levels, mut boxes) = (1, counts.first().copied().unwrap_or(0));
    while levels < counts.len() && boxes + counts[levels] <= OVERVIEW {
        boxes += counts[levels];
        levels += 1;
    }
    (levels, boxes)
}
