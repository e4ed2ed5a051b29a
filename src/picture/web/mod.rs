//! What no tree shows: departments that wait for each other, and seats that work for more than one.

mod dependencies;
mod matrix;
mod pages;

use super::NodeState;
use crate::graph::Graph;
use crate::model::Language;
use crate::phrase::Label;

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
    /// What a line says, for those who can't see it.
    #[must_use]
    pub fn words(&self, line: &WebLine) -> String {
        let [from, to] = [line.from, line.to].map(|at| self.boxes[at].title.as_str());
        let [forth, back] = line.counts;
        match (self.view, line.look) {
            (WebView::Matrix, WebLook::Dashed) => format!("{to} also works for {from}"),
            (WebView::Matrix, _) => format!("{to} reports to {from}"),
            (WebView::Dependencies, _) if back > 0 => {
                format!("{from} and {to} wait for each other: {forth} and {back}")
            }
            (WebView::Dependencies, _) => format!("{from} waits for {to}: {forth}"),
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

/// The revision and the day of a chart.
fn notes(graph: &Graph<'_>, language: Language) -> Vec<String> {
    let chart = graph.chart();
    let revision = chart.revision.get().map(ToString::to_string);
    let reviewed = chart.reviewed.get().map(|day| Label::Reviewed.with(language, &[day]));
    revision.into_iter().chain(reviewed).collect()
}
