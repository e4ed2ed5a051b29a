//! Slides that can be edited: each seat a group with its words in a box, lines that follow the boxes they join, colours and
//! fonts that are those of the deck (ECMA-376, `PresentationML`).

mod blocks;
mod measure;
mod outline;
mod palette;
mod paragraphs;
mod parts;
mod picture;
mod prose;
mod shapes;
mod table;
mod trace;
mod wire;
mod words;

use super::Theme;
use super::package::{Package, Relation, title_of};
use super::xml::Xml;
use crate::layout;
use crate::layout::Scene;
use crate::model::Date;
use crate::phrase::{Page, View};
use blocks::Slide;
use measure::SlideSize;
use palette::Palette;
use picture::Style;
use prose::Ink;

/// What a deck says of itself.
#[derive(Clone, Copy, Debug, Default)]
pub struct About<'a> {
    /// What it is called.
    pub title: &'a str,
    /// The language that its words are checked in.
    pub language: Option<&'a str>,
    /// The day on which the chart was looked at: the file's own, since it knows no clock.
    pub reviewed: Option<Date>,
}

/// Writes pages as the slides of one deck. Equal pages give equal bytes.
#[must_use]
pub fn pptx(pages: &[Scene], theme: &Theme, about: &About<'_>) -> Vec<u8> {
    let palette = Palette::of(pages, theme);
    let size = SlideSize::of(pages.first().map_or(layout::Page::SLIDE.size, |page| page.size));
    let style = Style { theme, palette: &palette, language: about.language, size };
    let slides = pages.iter().map(|page| picture::slide(page, style, &page.title)).collect();
    packed(slides, size, &palette, about)
}

/// Writes a page of blocks as a deck of 16:9, with the pictures at hand for each view. Equal pages give equal bytes.
#[must_use]
pub fn deck(page: &Page, scenes: &[(View, Vec<Scene>)], theme: &Theme, about: &About<'_>) -> Vec<u8> {
    let language = about.language;
    let palette = Palette::of(scenes.iter().flat_map(|(_, scenes)| scenes), theme);
    let size = SlideSize::of(layout::Page::SLIDE.size);
    let style = Style { theme, palette: &palette, language, size };
    let slides = blocks::slides(page, scenes, size, Ink { theme, palette: &palette, language });
    let slides = slides.into_iter().map(|slide| match slide {
        Slide::Words(words) => words,
        Slide::Picture(scene, section) => picture::slide(scene, style, &section),
    });
    packed(slides.collect(), size, &palette, about)
}

/// What the deck in these bytes is called, if it is one.
#[must_use]
pub fn deck_title(bytes: &[u8]) -> Option<String> {
    title_of(bytes)
}

/// The file of a deck.
fn packed(slides: Vec<Xml>, size: SlideSize, palette: &Palette, about: &About<'_>) -> Vec<u8> {
    let count = i64::try_from(slides.len()).expect("slides are counted in memory");
    let main = "ppt/presentation.xml";
    let kind = "presentationml.presentation.main";
    let mut package = Package::new((main, kind), parts::presentation(count, size), about.title, about.reviewed);
    let mut relations = vec![Relation::new("slideMaster", "slideMasters/slideMaster1.xml")];
    for (number, slide) in (1..).zip(slides) {
        let name = format!("ppt/slides/slide{number}.xml");
        package.part(&*name, "presentationml.slide", slide);
        package.relations(&name, &[Relation::new("slideLayout", "../slideLayouts/slideLayout1.xml")]);
        relations.push(Relation::new("slide", format!("slides/slide{number}.xml")));
    }
    relations.push(Relation::new("theme", "theme/theme1.xml"));
    package.relations(main, &relations);
    let (master, layout) = ("ppt/slideMasters/slideMaster1.xml", "ppt/slideLayouts/slideLayout1.xml");
    package.part(master, "presentationml.slideMaster", parts::master(size));
    let layouts = Relation::new("slideLayout", "../slideLayouts/slideLayout1.xml");
    package.relations(master, &[layouts, Relation::new("theme", "../theme/theme1.xml")]);
    package.part(layout, "presentationml.slideLayout", parts::layout(size));
    package.relations(layout, &[Relation::new("slideMaster", "../slideMasters/slideMaster1.xml")]);
    package.part("ppt/theme/theme1.xml", "theme", parts::theme(palette));
    package.finish()
}
