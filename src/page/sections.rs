//! The sections that are pictures: the chart, which a script brings to life, and the strategy.

use maud::{Markup, Render, html};

use crate::phrase::View;
use crate::render::Naming;

use super::{Drawn, Palette, shown, verbatim};

/// One section of a page.
#[derive(Debug)]
pub struct Section {
    /// By which links lead to it.
    pub id: &'static str,
    /// What the row of links calls it.
    pub name: String,
    /// Its heading.
    pub title: String,
    body: Markup,
}

impl Section {
    pub(super) fn new(id: &'static str, name: &str, title: &str, body: Markup) -> Self {
        Self { id, name: name.to_owned(), title: title.to_owned(), body }
    }
}

impl Render for Section {
    fn render(&self) -> Markup {
        let title = format!("title-{}", self.id);
        html! {
            section id=(self.id) aria-labelledby=(title) {
                h2 id=(title) dir="auto" { (self.title) }
                (self.body)
            }
        }
    }
}

/// The pictures of a view: of the chart with the place where the script puts the living one.
pub(super) fn pictured(view: View, drawn: &Drawn, palette: &mut Palette) -> Markup {
    let is_chart = view == View::Chart;
    let parts = palette.parts(&drawn.scenes, if is_chart { Naming::Targets } else { Naming::Nothing });
    let pictures = html! {
        @for part in &parts { figure.picture { (verbatim(part)) } }
        @if let Some(note) = &drawn.note { p.quiet { (shown(note)) } }
    };
    if is_chart {
        html! { div id="live" hidden {} div id="still" { (pictures) } }
    } else {
        pictures
    }
}

/// A section that is a view of the chart, with its name in the row of links and its heading.
#[must_use]
pub fn picture_section(view: View, (name, title): (&str, &str), drawn: &Drawn, palette: &mut Palette) -> Section {
    Section::new(view.name(), name, title, pictured(view, drawn, palette))
}
