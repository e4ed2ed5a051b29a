//! Slides that can be edited: each seat a group with its words in a box, lines that follow the boxes they join, colours and
//! fonts that are those of the deck (ECMA-376, `PresentationML`).

mod measure;
mod outline;
mod palette;
mod paragraphs;
mod parts;
mod picture;
mod shapes;
mod trace;
mod wire;
mod words;

use super::Theme;
use super::package::{Package, Relation};
use crate::layout::Scene;
use measure::SlideSize;
use palette::Palette;
use picture::Style;

/// Writes pages as the slides of one deck. Equal pages give equal bytes.
#[must_use]
pub fn pptx(pages: &[Scene], theme: &Theme, title: &str, language: Option<&str>) -> Vec<u8> {
    let pages: Vec<&Scene> = pages.iter().collect();
    let palette = Palette::of(&pages, theme);
    let size =
        pages.first().map_or_else(|| SlideSize::of(crate::layout::Page::SLIDE.size), |page| SlideSize::of(page.size));
    let style = Style { theme, palette: &palette, language, size };
    let count = i64::try_from(pages.len()).expect("pages are counted in memory");
    let main = "ppt/presentation.xml";
    let mut package = Package::new(main, "presentationml.presentation.main", parts::presentation(count, size), title);
    let mut relations = vec![Relation::new("slideMaster", "slideMasters/slideMaster1.xml")];
    for (number, page) in (1..).zip(&pages) {
        let name = format!("ppt/slides/slide{number}.xml");
        package.part(&*name, "presentationml.slide", picture::slide(page, style));
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
    package.part("ppt/theme/theme1.xml", "theme", parts::theme(&palette));
    package.finish()
}
