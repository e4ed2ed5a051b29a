//! The sections that are pictures: the chart, which a script brings to life, and the strategy.

use maud::{Markup, Render, html};

use crate::layout::Scene;
use crate::render::Naming;

use super::{Palette, verbatim};

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

/// The chart: its picture, and beside it the place where the script puts the living one. `note` says what the picture
/// leaves out.
#[must_use]
pub fn chart_section(scenes: &[Scene], note: Option<&str>, palette: &mut Palette) -> Section {
    let parts = palette.parts(scenes, Naming { prefix: "chart-", are_seats_targets: true });
    let body = html! {
        div id="live" hidden {}
        div id="still" {
            @for part in &parts { figure.picture { (verbatim(part)) } }
            @if let Some(note) = note { p.quiet { (note) } }
        }
    };
    Section::new("chart", "Chart", "The chart", body)
}

/// The strategy.
#[must_use]
pub fn strategy_section(scene: Scene, palette: &mut Palette) -> Section {
    let parts = palette.parts(&[scene], Naming { prefix: "strategy-", are_seats_targets: false });
    let body = html! { @for part in &parts { figure.picture { (verbatim(part)) } } };
    Section::new("strategy", "Strategy", "Strategy", body)
}
