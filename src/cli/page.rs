//! Pages of hypertext: which revisions they hold, and their pictures.

use crate::check::{AsOf, Judged};
use crate::config::{Base, Look};
use crate::error::Error;
use crate::layout::{Options, Px, Scene, pages, strategy_scene};
use crate::load::{ChartFiles, Loaded, history};
use crate::page::{Life, Moment, Page, Palette, Shows, chart_section, gather, page, strategy_section};
use crate::picture::{Content, Field, Picture, picture, strategy};

use super::read_in_full;

/// So many revisions a page holds where nothing is said.
pub(super) const REVISIONS: usize = 12;
/// So many pages of a chart stand in a page at most; of a larger one its top does.
const MOST_SCENES: usize = 12;
/// Nor do more seats: drawn, they take a third of a megabyte.
const MOST_SEATS: usize = 300;
/// So many boxes the top of a large chart has.
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

/// The page of a chart and its strategy.
pub(super) fn chart_page(
    now: &Judged<'_>,
    past: &Past,
    content: &Content,
    options: &Options,
    look: &Look,
    life: Life,
) -> Result<String, Error> {
    let own_colours = look.functions.iter().map(|(name, _)| name.clone()).collect();
    let shows = Shows { content: content.clone(), is_review: false, own_colours };
    let judged = past.judged(now);
    let newest = name(now);
    let before = judged.iter().map(|(name, chart)| Moment { name, chart: chart.as_ref().map_err(|reason| *reason) });
    let moments: Vec<Moment<'_>> = before.chain([Moment { name: &newest, chart: Ok(now) }]).collect();
    let data = gather(&moments, &shows)?;
    let mut palette = palette(look);
    let drawn = Drawn::of(now, content, options)?;
    let mut sections = vec![chart_section(&drawn.scenes, drawn.note.as_deref(), &mut palette)];
    // A part of the chart has no strategy of its own, and the whole's would tell what is left out.
    let is_whole = content.root.is_none() && content.hidden.is_empty() && content.depth.is_none();
    if is_whole && now.graph.priorities().len() > 0 {
        let strategy = strategy(&now.graph, content.fields.contains(&Field::Owner));
        sections.push(strategy_section(strategy_scene(&strategy, &options.accenting), &mut palette));
    }
    let lines = vec![drawn.subtitle, format!("as of {}", now.today)];
    let lines = lines.into_iter().filter(|line| !line.is_empty()).collect();
    let title = if drawn.title.is_empty() { now.name.to_owned() } else { drawn.title };
    Ok(page(&Page { title, lines, sections, data: &data, palette: &palette, life }))
}

/// The colours of a page: it follows its reader from light to dark.
pub(super) fn palette(look: &Look) -> Palette {
    Palette::new(look.theme(Some(Base::Light)).0, look.theme(Some(Base::Dark)).0)
}

/// The pictures of a chart, and what they leave out.
pub(super) struct Drawn {
    title: String,
    subtitle: String,
    pub(super) scenes: Vec<Scene>,
    pub(super) note: Option<String>,
}

impl Drawn {
    /// The whole where it can be read on a few pages, else its top.
    pub(super) fn of(judged: &Judged<'_>, content: &Content, options: &Options) -> Result<Self, Error> {
        let whole = picture(judged, content)?;
        let mut drawn =
            Self { title: whole.title.clone(), subtitle: whole.subtitle.clone(), scenes: Vec::new(), note: None };
        if whole.cards.len() <= MOST_SEATS {
            let scenes = pages(&whole, options);
            if scenes.len() <= MOST_SCENES {
                drawn.scenes = scenes;
                return Ok(drawn);
            }
        }
        let (levels, boxes) = levels(&whole);
        if boxes <= 2 * MOST_SEATS {
            let top = picture(judged, &Content { depth: Some(levels), ..content.clone() })?;
            drawn.scenes = pages(&top, &Options { least_font: Px::ZERO, ..options.clone() });
        }
        let (seats, chart) = (whole.cards.len(), judged.name);
        let shown = if levels == 1 { "the first level".to_owned() } else { format!("the first {levels} levels") };
        drawn.note = Some(format!(
            "The picture shows {shown} of {seats} seats; `rightseat render {chart} -o chart.pdf` prints all of them."
        ));
        Ok(drawn)
    }
}

/// How many levels of a picture have at most so many boxes that they are taken in at a glance, and how many they have.
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
