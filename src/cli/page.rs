//! Pages of hypertext and sheets of paper: which revisions they hold, and what stands on them.

use std::collections::{BTreeSet, HashSet};

use crate::check::Judged;
use crate::config::{Base, Look};
use crate::error::Error;
use crate::layout::{Accenting, Options, Pictures, sheets, strategy_scenes};
use crate::page::{Data, Front, Life, Moment, Page, Palette, Shows, gather, page, picture_section};
use crate::phrase::{Label, PageLabel, View};
use crate::picture::{Content, Field, picture, strategy};
use crate::render::{Drawing, Fonts, pdf_sheets, svg};
use crate::review::{Packet, page as blocks};

use super::past::{Past, alike};
use super::points::{legible, legible_on};
use super::views::{Views, chart_pictures};

/// How many rows of a table.
pub(super) const ROWS: usize = 100;

/// The name of the newest revision on its page.
fn name(now: &Judged<'_>) -> String {
    now.graph.chart().revision.get().map_or_else(|| "now".to_owned(), ToString::to_string)
}

/// What a page knows of a chart and of the revisions before it.
fn data(now: &Judged<'_>, past: &Past, content: &Content, look: &Look, is_review: bool) -> Result<Data, Error> {
    let accenting = Accenting { earlier: past.earlier().functions, ..look.theme(Some(Base::Light)).1 };
    let shows = Shows { content: content.clone(), is_review, accenting };
    let judged = past.judged(now);
    let newest = name(now);
    let before = judged.iter().map(|(name, chart)| Moment { name, chart: chart.as_ref().map_err(|reason| *reason) });
    let moments: Vec<Moment<'_>> = before.chain([Moment { name: &newest, chart: Ok(now) }]).collect();
    gather(&moments, &shows)
}

/// The page of a chart and its strategy, and whether it shows no seat.
pub(super) fn chart_page(
    now: &Judged<'_>,
    past: &Past,
    content: &Content,
    options: &Options,
    look: &Look,
    life: Life,
) -> Result<(String, bool), Error> {
    let (content, options) = &alike(past, content, options);
    let data = data(now, past, content, look, false)?;
    let mut palette = palette(look);
    let whole = picture(now, content)?;
    let drawn = chart_pictures(now, content, options)?;
    let language = content.language.unwrap_or_else(|| now.graph.chart().language());
    let named = |name: PageLabel, title: Label| (name.words(language), title.words(language));
    let called = named(PageLabel::Chart, Label::TheChart);
    let mut sections = vec![picture_section(View::Chart, called, &drawn, &mut palette, language)];
    // A part of the chart has no strategy of its own, and the whole's would tell what is left out.
    let is_whole = content.root.is_none() && content.hidden.is_empty() && content.depth.is_none();
    if is_whole && now.graph.priorities().len() > 0 {
        let strategy = strategy(&now.graph, content.fields.contains(&Field::Owner), language);
        let drawn = Pictures { scenes: strategy_scenes(&strategy, options), note: None };
        sections.push(picture_section(
            View::Strategy,
            named(PageLabel::Strategy, Label::TheStrategy),
            &drawn,
            &mut palette,
            language,
        ));
    }
    let lines = [whole.subtitle, Label::AsOf.with(language, &[&now.today])];
    let title = if whole.title.is_empty() { now.name } else { &whole.title };
    let front = Front::of(title, lines.as_slice(), sections);
    Ok((page(&Page { front, data: &data, palette: &palette, life }), whole.cards.is_empty()))
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
    let blocks = blocks(packet, ROWS);
    let front = Front::of_blocks(&blocks, packet.language, seats, &mut palette, &views.shown_by(&blocks)?);
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
    let blocks = blocks(packet, ROWS);
    let sheets = sheets(&blocks, packet.language, views.shown_by(&blocks)?);
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
