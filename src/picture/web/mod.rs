//! What no tree shows: departments that wait for each other, and seats that work for more than one.

mod dependencies;
mod matrix;
mod pages;

use std::collections::BTreeSet;

use super::NodeState;
use super::scope::{Part, Scope};
use crate::graph::Graph;
use crate::model::Language;
use crate::phrase::{Label, Spoken};

pub use dependencies::dependencies;
pub use matrix::matrix;
pub use pages::web_pages;

/// Boxes, and lines between any of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Web {
    /// What the lines say.
    pub view: WebView,
    /// The language of the labels.
    pub language: Language,
    /// The language by which the chart's words are broken, where it says one.
    pub hyphens: Option<Language>,
    /// Written at the top left.
    pub title: String,
    /// What the picture is of, and what is seen where it is empty.
    pub subject: String,
    /// Written in the footer: revision, date reviewed, what is not shown.
    pub notes: Vec<String>,
    /// All functions of the chart, in order: each has its colour by its place.
    pub functions: Vec<String>,
    /// The boxes, in tree order.
    pub boxes: Vec<WebBox>,
    /// The lines; no two between the same boxes.
    pub lines: Vec<WebLine>,
    /// Which page of how many this is, where there is more than one.
    pub number: Option<(usize, usize)>,
}

/// What the lines of a web say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum WebView {
    /// One waits for the other.
    #[default]
    Dependencies,
    /// The upper leads the lower.
    Matrix,
}

/// What one box says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WebBox {
    /// The id of the seat, or the function.
    pub id: String,
    /// The title of the seat, or the function.
    pub title: String,
    /// Who holds it or leads it, and how many seats it has.
    pub detail: String,
    /// The seat, or the one that leads the department.
    pub seat: String,
    /// Its function.
    pub function: Option<String>,
    /// How it is held.
    pub state: NodeState,
}

/// A line between two boxes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WebLine {
    /// Index of the box where it starts.
    pub from: usize,
    /// Index of the box where it ends.
    pub to: usize,
    /// How it looks.
    pub look: WebLook,
    /// In how many places the first waits for the second, and the second for the first.
    pub counts: [usize; 2],
}

/// How a line of a web looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WebLook {
    /// As most do.
    Plain,
    /// Dotted in the chart.
    Dashed,
    /// Part of a loop: none of them can begin.
    Loop,
}

impl Web {
    /// What a part of a chart has of the web: the lines of its seats, whose other ends may lie beside a branch.
    #[must_use]
    pub fn within(self, scope: &Scope, graph: &Graph<'_>) -> Self {
        let title = scope.title.clone().unwrap_or_else(|| self.title.clone());
        let Some(part) = &scope.part else { return Self { title, ..self } };
        let is_shown = |seat: &str| part.seats.contains(seat) || part.is_beside(seat);
        let visible = |line: &&WebLine| [line.from, line.to].into_iter().all(|end| is_shown(&self.boxes[end].seat));
        let several = if self.view == WebView::Matrix { several(graph, part, is_shown) } else { BTreeSet::new() };
        let is_of_part = |line: &&WebLine| {
            let [from, to] = [line.from, line.to].map(|end| self.boxes[end].seat.as_str());
            match self.view {
                WebView::Dependencies => part.seats.contains(from) || part.seats.contains(to),
                WebView::Matrix => several.contains(&(from, to)) || several.contains(&(to, from)),
            }
        };
        let lines: Vec<WebLine> = self.lines.iter().filter(visible).filter(is_of_part).copied().collect();
        let notes = notes(graph, self.language);
        let drawn = pages::of_lines(&self, lines.into_iter());
        let is_emptied = drawn.boxes.is_empty() && !self.boxes.is_empty();
        let subject = if is_emptied { Label::NoneInPart.words(self.language).to_owned() } else { self.subject.clone() };
        Self { title, subject, notes, ..drawn }
    }

    /// The web without the functions of its boxes.
    #[must_use]
    pub fn without_functions(mut self) -> Self {
        self.boxes.iter_mut().for_each(|shown| shown.function = None);
        self
    }

    /// What a line says, for those who can't see it.
    #[must_use]
    pub fn words(&self, line: &WebLine) -> String {
        let [from, to] = [line.from, line.to].map(|at| self.boxes[at].title.as_str());
        let ([forth, back], language) = (line.counts, self.language);
        match (self.view, line.look) {
            (WebView::Matrix, WebLook::Dashed) => Spoken::AlsoWorks.with(language, &[&to, &from]),
            (WebView::Matrix, _) => Spoken::ReportsTo.with(language, &[&to, &from]),
            (WebView::Dependencies, _) if back > 0 => Spoken::WaitBoth.with(language, &[&from, &to, &forth, &back]),
            (WebView::Dependencies, _) => Spoken::Waits.with(language, &[&from, &to, &forth]),
        }
    }

    /// The figures that stand at a line.
    #[must_use]
    pub fn figures(line: &WebLine) -> String {
        match line.counts {
            [0, 0] => String::new(),
            [forth, 0] => forth.to_string(),
            [forth, back] => format!("{forth}\u{A0}↔\u{A0}{back}"),
        }
    }
}

/// For whom the seats of a part work that work for more than one that is shown: the upper and the lower of each pair.
fn several<'g>(graph: &'g Graph<'_>, part: &Part, is_shown: impl Fn(&str) -> bool) -> BTreeSet<(&'g str, &'g str)> {
    let mut pairs = BTreeSet::new();
    for seat in graph.seats().filter(|seat| part.seats.contains(seat.id().as_str())) {
        let above = seat.works_for().into_iter().map(|(above, _)| above.id().as_str());
        let above: Vec<&str> = above.filter(|above| is_shown(above)).collect();
        if above.len() > 1 {
            pairs.extend(above.into_iter().map(|above| (above, seat.id().as_str())));
        }
    }
    pairs
}

/// The revision and the day of a chart.
fn notes(graph: &Graph<'_>, language: Language) -> Vec<String> {
    let chart = graph.chart();
    let revision = chart.revision.get().map(ToString::to_string);
    let reviewed = chart.reviewed.get().map(|day| Label::Reviewed.with(language, &[day]));
    revision.into_iter().chain(reviewed).collect()
}
