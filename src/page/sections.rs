//! The sections that are pictures: the chart, which a script brings to life, and the strategy.

use std::collections::{BTreeMap, HashSet};

use maud::{Markup, Render, html};

use crate::layout::{GroupKind, Pictures};
use crate::model::{Language, Noun};
use crate::phrase::{PageLabel, View};
use crate::render::{Naming, fragment};

use super::{Palette, shown, verbatim};

/// One section of a page.
#[derive(Debug)]
pub struct Section {
    /// The id that links to it use.
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

/// This many pages of a view are shown one after the other; of more only the first is, and the rest are folded.
const MOST_SHOWN: usize = 3;

/// The pictures of a view.
pub(super) fn pictured(view: View, drawn: &Pictures, palette: &mut Palette, language: Language) -> Markup {
    let is_chart = view == View::Chart;
    let parts = palette.parts(&drawn.scenes, if is_chart { Naming::Targets } else { Naming::Nothing });
    // Links lead to any page of the chart.
    let (shown_first, folded) = parts.split_at(if is_chart || parts.len() <= MOST_SHOWN { parts.len() } else { 1 });
    html! {
        @for part in shown_first { figure.picture { (verbatim(part)) } }
        @if !folded.is_empty() {
            details.pages {
                summary { (PageLabel::MorePages.with(language, &[&folded.len()])) }
                @for part in folded { figure.picture { (verbatim(part)) } }
            }
        }
        @if let Some(note) = &drawn.note { p.quiet { (shown(note)) } }
    }
}

/// The chart in pictures, which give way to the living one where there is a script.
pub(super) fn still(pictures: &Markup) -> Markup {
    html! { div id="live" hidden {} div id="still" { (pictures) } }
}

/// Where links lead to the seats that a page names, by id, and its pictures leave out.
pub(super) fn left_out(named: &BTreeMap<&str, &str>, drawn: &Pictures, language: Language) -> Markup {
    let kinds = drawn.scenes.iter().flat_map(|scene| &scene.groups).map(|group| &group.kind);
    let boxes = kinds.filter_map(|kind| if let GroupKind::Seat { id, .. } = kind { Some(id.as_str()) } else { None });
    let boxes: HashSet<&str> = boxes.collect();
    let left: Vec<_> = named.iter().filter(|(id, _)| !boxes.contains(*id)).collect();
    html! {
        @if !left.is_empty() {
            p.unpictured.quiet {
                (PageLabel::NotPictured.words(language))
                @for (at, (id, name)) in left.into_iter().enumerate() {
                    (if at > 0 { " · " } else { " " })
                    span id=(fragment(Noun::Seat, id)) dir="auto" { (shown(name)) }
                }
            }
        }
    }
}

/// A section that is a view of the chart, with its name in the row of links and its heading.
#[must_use]
pub fn picture_section(
    view: View,
    (name, title): (&str, &str),
    drawn: &Pictures,
    palette: &mut Palette,
    language: Language,
) -> Section {
    let pictures = pictured(view, drawn, palette, language);
    Section::new(view.name(), name, title, if view == View::Chart { still(&pictures) } else { pictures })
}
