//! Pages of hypertext and sheets of paper: which revisions they hold, and their pictures.

use std::collections::{BTreeSet, HashSet};

use crate::check::{AsOf, Judged};
use crate::config::{Base, Look};
use crate::error::Error;
use crate::layout::{Options, Px, pages, sheets, strategy_scene, web_scene};
use crate::load::{ChartFiles, Loaded, history};
use crate::page::{Data, Drawn, Front, Life, Moment, Page, Palette, Shows, gather, page, picture_section};
use crate::phrase::{Label, PageLabel, View};
use crate::picture::{Content, Field, Picture, dependencies, matrix, picture, strategy, web_pages, with_changes};
use crate::render::{Drawing, Fonts, pdf_sheets, svg};
use crate::review::{Packet, page as blocks};

use super::read_in_full;
use super::render::{legible, legible_on};

/// How many revisions a page holds where nothing is said.
pub(super) const REVISIONS: usize = 12;
/// How many rows of a table.
pub(super) const ROWS: usize = 100;
/// How many pages of a chart stand in a page at most; of a larger one its top does.
const MOST_SCENES: usize = 12;
/// Nor do more seats: drawn, they take a third of a megabyte.
const MOST_SEATS: usize = 300;
/// How many boxes the top of a large chart has.
const OVERVIEW: usize = 80;

/// The revisions before a chart, the oldest first, under their names.
pub(super) struct Past(Vec<(String, Result<Loaded, String>)>);

impl Past {
    /// The revisions before a chart, so many that with it they are `most`.
    pub(super) fn before(chart: &ChartFiles, most: usize) -> Result<Self, Error> {
        if most < 2 {
            return Ok(Self(Vec::new()));
        }
        let mut before = history(chart)?;
        before.truncate(before.iter().position(|other| other.path == chart.path).unwrap_or(0));
        before.drain(..before.len().saturating_sub(most - 1));
        let read = before.into_iter().map(|files| {
            let loaded = read_in_full(&files);
            let revision = loaded.as_ref().ok().and_then(|loaded| loaded.chart.revision.get());
            let name = || files.path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            (revision.map_or_else(name, ToString::to_string), loaded)
        });
        Ok(Self(read.collect()))
    }

    /// Each judged by the norms of the chart that they stand before, as of its own time.
    pub(super) fn judged(&self, now: &Judged<'_>) -> Vec<(&str, Result<Judged<'_>, &str>)> {
        let judged = self.0.iter().map(|(name, loaded)| match loaded {
            Ok(loaded) => (name.as_str(), Ok(loaded.judged(&now.norms, AsOf::ItsTime(now.today)))),
            Err(reason) => (name.as_str(), Err(reason.as_str())),
        });
        judged.collect()
    }
}

/// The name of the newest revision on its page.
fn name(now: &Judged<'_>) -> String {
    now.graph.chart().revision.get().map_or_else(|| "now".to_owned(), ToString::to_string)
}

/// What a page knows of a chart and of the revisions before it.
fn data(now: &Judged<'_>, past: &Past, content: &Content, look: &Look, is_review: bool) -> Result<Data, Error> {
    let own_colours = look.functions.iter().map(|(name, _)| name.clone()).collect();
    let shows = Shows { content: content.clone(), is_review, own_colours };
    let judged = past.judged(now);
    let newest = name(now);
    let before = judged.iter().map(|(name, chart)| Moment { name, chart: chart.as_ref().map_err(|reason| *reason) });
    let moments: Vec<Moment<'_>> = before.chain([Moment { name: &newest, chart: Ok(now) }]).collect();
    gather(&moments, &shows)
}

/// The page of a chart and its strategy.
pub(super) fn chart_page(
    now: &Judged<'_>,
    past: &Past,
    content: &Content,
    options: &Options,
    look: &Look,
    life: Life,
) -> Result<String, Error> {
    let data = data(now, past, content, look, false)?;
    let mut palette = palette(look);
    let whole = picture(now, content)?;
    let drawn = chart_pictures(now, content, options)?;
    let language = content.language.unwrap_or_else(|| now.graph.chart().language());
    let named = |name: PageLabel, title: Label| (name.words(language), title.words(language));
    let called = named(PageLabel::Chart, Label::TheChart);
    let mut sections = vec![picture_section(View::Chart, called, &drawn, &mut palette)];
    // A part of the chart has no strategy of its own, and the whole's would tell what is left out.
    let is_whole = content.root.is_none() && content.hidden.is_empty() && content.depth.is_none();
    if is_whole && now.graph.priorities().len() > 0 {
        let strategy = strategy(&now.graph, content.fields.contains(&Field::Owner), language);
        let drawn = Drawn { scenes: vec![strategy_scene(&strategy, &options.accenting)], note: None };
        sections.push(picture_section(
            View::Strategy,
            named(PageLabel::Strategy, Label::TheStrategy),
            &drawn,
            &mut palette,
        ));
    }
    let lines = [whole.subtitle, Label::AsOf.with(language, &[&now.today])];
    let title = if whole.title.is_empty() { now.name } else { &whole.title };
    let front = Front::of(title, lines.as_slice(), sections);
    Ok(page(&Page { front, data: &data, palette: &palette, life }))
}

/// The page of a packet.
pub(super) fn packet_page(
    packet: &Packet<'_>,
    now: &Judged<'_>,
    past: &Past,
    look: &Look,
    life: Life,
) -> Result<String, Error> {
    let content = Content { asked: packet.asked(), language: Some(packet.language), ..Content::default() };
    let data = data(now, past, &content, look, true)?;
    let mut palette = palette(look);
    let seats: HashSet<&str> = now.graph.seats().map(|seat| seat.id().as_str()).collect();
    let options = legible(look.theme(None).1);
    let mut failed = Ok(());
    let mut draw = |view| match packet_pictures(view, packet, now, &content, &options) {
        Ok(drawn) => drawn,
        Err(error) => {
            failed = Err(error);
            None
        }
    };
    let front = Front::of_blocks(&blocks(packet, ROWS), packet.language, seats, &mut palette, &mut draw);
    failed?;
    Ok(page(&Page { front, data: &data, palette: &palette, life }))
}

/// The packet on sheets of A4 as one PDF, and the letters that no font has.
pub(super) fn packet_sheets(
    packet: &Packet<'_>,
    now: &Judged<'_>,
    look: &Look,
) -> Result<(Vec<u8>, BTreeSet<char>), Error> {
    let (theme, accenting) = look.theme(Some(Base::Light));
    let content = Content { asked: packet.asked(), language: Some(packet.language), ..Content::default() };
    let options = legible_on(sheet(), accenting);
    let mut failed = Ok(());
    let sheets =
        sheets(&blocks(packet, ROWS), |shown| match packet_pictures(shown.view, packet, now, &content, &options) {
            Ok(drawn) => drawn.map_or_else(Vec::new, |drawn| drawn.scenes),
            Err(error) => {
                failed = Err(error);
                Vec::new()
            }
        });
    failed?;
    let fonts = Fonts::embedded();
    let drawings = sheets.scenes.iter().map(|scene| Drawing::new(&svg(scene, &theme), &fonts));
    let drawings = drawings.collect::<Result<Vec<_>, _>>()?;
    let missing = drawings.iter().flat_map(Drawing::missing).collect();
    Ok((pdf_sheets(&drawings, &sheets, &fonts)?, missing))
}

/// A sheet for pictures.
fn sheet() -> crate::layout::Page {
    crate::layout::Page::parse("a4-landscape").expect("it has this name")
}

/// The pictures of a view of a packet; none where there is nothing to draw, or nobody draws it here.
pub(super) fn packet_pictures(
    view: View,
    packet: &Packet<'_>,
    now: &Judged<'_>,
    content: &Content,
    options: &Options,
) -> Result<Option<Drawn>, Error> {
    let scenes = match view {
        View::Chart => return chart_pictures(now, content, options).map(Some),
        View::Changes => {
            let Some(changes) = &packet.changes else { return Ok(None) };
            let chart = picture(now, &Content { language: Some(packet.language), ..Content::default() })?;
            pages(&with_changes(chart, &changes.before.graph, &now.graph, &changes.diff), options)
        }
        View::Strategy => vec![strategy_scene(&strategy(&now.graph, true, packet.language), &options.accenting)],
        View::Dependencies => web_pages(&dependencies(&now.graph, true, packet.language))
            .iter()
            .map(|page| web_scene(page, &options.accenting))
            .collect(),
        View::Matrix => web_pages(&matrix(&now.graph, true, packet.language))
            .iter()
            .map(|page| web_scene(page, &options.accenting))
            .collect(),
    };
    Ok(Some(Drawn { scenes, note: None }))
}

/// The colours of a page: it follows its reader from light to dark.
pub(super) fn palette(look: &Look) -> Palette {
    Palette::new(look.theme(Some(Base::Light)).0, look.theme(Some(Base::Dark)).0)
}

/// The pictures of a chart: the whole where it can be read on a few pages, else its top.
fn chart_pictures(judged: &Judged<'_>, content: &Content, options: &Options) -> Result<Drawn, Error> {
    let whole = picture(judged, content)?;
    if whole.cards.len() <= MOST_SEATS {
        let scenes = pages(&whole, options);
        if scenes.len() <= MOST_SCENES {
            return Ok(Drawn { scenes, note: None });
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
    Ok(Drawn { scenes, note: Some(note) })
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
