//! Pages of hypertext and sheets of paper: which revisions they hold, and what stands on them.

use std::collections::{BTreeSet, HashSet};

use rayon::prelude::*;

use crate::check::{AsOf, Judged};
use crate::config::{Base, Look};
use crate::error::Error;
use crate::layout::{Accenting, Options, sheets, strategy_scenes};
use crate::load::{ChartFiles, Loaded, history};
use crate::page::{Data, Drawn, Front, Life, Moment, Page, Palette, Shows, gather, page, picture_section};
use crate::phrase::{Label, PageLabel, View};
use crate::picture::{Content, Earlier, Field, picture, strategy};
use crate::render::{Drawing, Fonts, pdf_sheets, svg};
use crate::review::{Packet, page as blocks};

use super::read_in_full;
use super::render::{legible, legible_on};
use super::views::{Views, chart_pictures};

/// How many revisions a page holds where nothing is said.
pub(super) const REVISIONS: usize = 12;
/// How many rows of a table.
pub(super) const ROWS: usize = 100;

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
        let read = before.into_par_iter().map(|files| {
            let loaded = read_in_full(&files);
            let revision = loaded.as_ref().ok().and_then(|loaded| loaded.chart.revision.get());
            let name = || files.path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            (revision.map_or_else(name, ToString::to_string), loaded)
        });
        Ok(Self(read.collect()))
    }

    /// What their pictures looked like. One that can't be read is passed over.
    pub(super) fn earlier(&self) -> Earlier {
        let read = self.0.iter().filter_map(|(_, loaded)| loaded.as_ref().ok());
        read.fold(Earlier::default(), |earlier, loaded| earlier.then(&loaded.graph()))
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
    let shows = Shows { content: content.clone(), is_review, own_colours, earlier: past.earlier().functions };
    let judged = past.judged(now);
    let newest = name(now);
    let before = judged.iter().map(|(name, chart)| Moment { name, chart: chart.as_ref().map_err(|reason| *reason) });
    let moments: Vec<Moment<'_>> = before.chain([Moment { name: &newest, chart: Ok(now) }]).collect();
    gather(&moments, &shows)
}

/// What is drawn of a chart and how, so that it looks as it did in the revisions before.
pub(super) fn alike(past: &Past, content: &Content, options: &Options) -> (Content, Options) {
    let Earlier { functions, order } = past.earlier();
    let accenting = Accenting { earlier: functions, ..options.accenting.clone() };
    (Content { order, ..content.clone() }, Options { accenting, ..options.clone() })
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
    let (content, options) = &alike(past, content, options);
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
        let drawn = Drawn { scenes: strategy_scenes(&strategy, options), note: None };
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
    let (asked, order) = (packet.asked(), past.earlier().order);
    let content = Content { asked, order, language: Some(packet.language), ..Content::default() };
    let data = data(now, past, &content, look, true)?;
    let mut palette = palette(look);
    let seats: HashSet<&str> = now.graph.seats().map(|seat| seat.id().as_str()).collect();
    let views = Views::new(packet, (now, past), &legible(look.theme(None).1));
    let mut failed = Ok(());
    let mut draw = |view| match views.drawn(view) {
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
    past: &Past,
    look: &Look,
) -> Result<(Vec<u8>, BTreeSet<char>), Error> {
    let (theme, accenting) = look.theme(Some(Base::Light));
    let views = Views::new(packet, (now, past), &legible_on(sheet(), accenting));
    let mut failed = Ok(());
    let sheets = sheets(&blocks(packet, ROWS), |shown| match views.drawn(shown.view) {
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
    Ok((pdf_sheets(&drawings, &sheets, packet.language.name(), &fonts)?, missing))
}

/// A sheet for pictures.
fn sheet() -> crate::layout::Page {
    crate::layout::Page::parse("a4-landscape").expect("it has this name")
}

/// The colours of a page: it follows its reader from light to dark.
pub(super) fn palette(look: &Look) -> Palette {
    Palette::new(look.theme(Some(Base::Light)).0, look.theme(Some(Base::Dark)).0)
}
