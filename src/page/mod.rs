//! The page that is opened from a mail: one file of hypertext that is whole without a script, and in which a script
//! brings the chart to life.
//!
//! Strings in, one string out. Every text is untrusted: maud escapes it, and `shown` replaces control characters.

mod block;
mod data;
mod gather;
mod links;
mod looks;
mod pictures;
mod script;
mod sections;
mod table;
mod wording;

use std::fmt::Write as _;

use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::phrase::PageLabel;
use crate::render::Theme;
use crate::text::{escape_commands, forbidden};

pub use block::Front;
pub use data::{Data, page_schema};
pub use gather::{Moment, Shows, gather};
pub use pictures::Palette;
pub use sections::{Section, picture_section};

/// How a page lives: as a file, or served while its chart is edited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Life {
    /// As a file, which reaches nothing.
    File,
    /// From a server on the same machine, which says when there is a newer one.
    Served,
}

/// A whole page.
#[derive(Debug)]
pub struct Page<'a> {
    /// Its contents.
    pub front: Front,
    /// What the script knows.
    pub data: &'a Data,
    /// The colours.
    pub palette: &'a Palette,
    /// Where it is read.
    pub life: Life,
}

/// The page as one text.
#[must_use]
pub fn page(page: &Page<'_>) -> String {
    let style = format!("{}{}", script::STYLE, page.palette.style());
    let (further, connect): (&[&str], _) = match page.life {
        Life::File => (&[], None),
        Life::Served => (&[include_str!("../../assets/page/serve.js")], Some("'self'")),
    };
    let script = script::script(further);
    let policy = script::policy(&script, &style, connect);
    let title = &page.front.title;
    let say = |label: PageLabel| label.words(page.data.language);
    let mut text = html! {
        (DOCTYPE)
        html lang=(page.data.language.name()) {
            head {
                meta http-equiv="Content-Security-Policy" content=(policy);
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="referrer" content="no-referrer";
                meta name="color-scheme" content="light dark";
                meta name="generator" content={ "rightseat " (page.data.tool) };
                title { (title) }
                style { (verbatim(&style)) }
            }
            body {
                a.skip href="#content" { (say(PageLabel::Skip)) }
                header.head {
                    h1 dir="auto" { (title) }
                    (page.front.head)
                }
                (contents(&page.front.sections, say(PageLabel::Sections)))
                main id="content" tabindex="-1" {
                    @for section in &page.front.sections { (section) }
                }
                footer { p { (PageLabel::WrittenBy.with(page.data.language, &[&page.data.tool])) } }
                script type="application/json" id="data" { (verbatim(&page.data.json())) }
                script { (verbatim(&script)) }
            }
        }
    }
    .into_string();
    writeln!(text).expect("a string takes everything");
    // On standard output a CI system reads along.
    escape_commands(text, "&#91;")
}

/// A served page with its number and, where the files can't be read, with a strip that says why.
#[must_use]
pub fn with_trouble(page: &str, number: u64, trouble: Option<&str>) -> String {
    // No text of a chart can hold these: they would be escaped.
    let (head, rest) = page.split_once("</head>").expect("a page has a head");
    let (before, main) = rest.split_once("<main").expect("a page has a main part");
    let number = html! { meta name="served" content=(number); }.into_string();
    let strip = trouble.map_or_else(String::new, |trouble| {
        let lines = trouble.lines().map(shown);
        html! { div.trouble role="alert" { @for line in lines { p { (line) } } } }.into_string()
    });
    format!("{head}{number}</head>{before}{strip}<main{main}")
}

/// A served page without a chart.
#[must_use]
pub fn empty_page() -> String {
    let data = Data::empty();
    let palette = Palette::new(Theme::light(), Theme::dark());
    let front = Front::of("rightseat", &[], Vec::new());
    page(&Page { front, data: &data, palette: &palette, life: Life::Served })
}

/// One row of links to all sections.
fn contents(sections: &[Section], name: &str) -> Markup {
    html! {
        nav.sections aria-label=(name) {
            ul {
                @for section in sections { li { a href={ "#" (section.id) } { (section.name) } } }
            }
        }
    }
}

/// What we wrote ourselves: the style, the script, its data, and pictures, which escape for themselves.
fn verbatim(ours: &str) -> PreEscaped<&str> {
    PreEscaped(ours)
}

/// A text in one line, with what would be obeyed rather than read replaced, as pictures show it.
fn shown(text: &str) -> String {
    let letter = |letter| match letter {
        '\n' | '\r' | '\t' => ' ',
        _ if forbidden(letter) => char::REPLACEMENT_CHARACTER,
        _ => letter,
    };
    text.chars().map(letter).collect()
}
