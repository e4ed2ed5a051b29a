//! What is counted in one revision.

use crate::check::{Judged, Level};
use crate::diff::Diff;
use crate::graph::{Answer, Holding};
use crate::phrase::Label;

use super::Tenths;
use super::unrest::Unrest;

/// The figures of one revision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figures {
    seats: usize,
    people: usize,
    vacancies: usize,
    layers: usize,
    /// How many report to each seat that has reports, ascending.
    spans: Vec<usize>,
    unanswered: usize,
    overloaded: usize,
    unrest: Option<Unrest>,
    errors: usize,
    warnings: usize,
    infos: usize,
}

/// One of the figures.
#[derive(Debug)]
pub struct Measure {
    /// Its name for programs.
    pub key: &'static str,
    /// The head of its column.
    pub head: &'static str,
    /// Its name on a picture.
    pub title: Label,
    /// What follows each value.
    pub unit: &'static str,
    /// What it counts.
    pub meaning: &'static str,
    value: fn(&Figures) -> Option<Tenths>,
}

impl Measure {
    /// Its value, where there is one: moves and churn need a revision before.
    #[must_use]
    pub fn of(&self, figures: &Figures) -> Option<Tenths> {
        (self.value)(figures)
    }

    /// Its value for display: a share in whole per cent, since a decimal would suggest more precision than there is.
    #[must_use]
    pub fn shown(&self, figures: &Figures) -> Option<String> {
        let value = self.of(figures)?;
        Some(if self.unit.is_empty() { value.to_string() } else { format!("{}{}", (value.0 + 5) / 10, self.unit) })
    }
}

const fn measure(
    (key, head, title, meaning): (&'static str, &'static str, Label, &'static str),
    value: fn(&Figures) -> Option<Tenths>,
) -> Measure {
    Measure { key, head, title, unit: "", meaning, value }
}

/// All figures, in the order in which they are shown.
pub static MEASURES: [Measure; 13] = [
    measure(("seats", "seats", Label::FigureSeats, "seats"), |of| Some(Tenths::whole(of.seats))),
    measure(("people", "people", Label::FigurePeople, "people in the chart"), |of| Some(Tenths::whole(of.people))),
    measure(
        ("vacancies", "empty", Label::FigureVacant, "seats that nobody owns, including those with an interim"),
        |of| Some(Tenths::whole(of.vacancies)),
    ),
    measure(("layers", "tiers", Label::FigureLayers, "layers of the tree"), |of| Some(Tenths::whole(of.layers))),
    measure(
        ("span_median", "span", Label::FigureMedianSpan, "median number of reports of a seat that has some"),
        |of| {
            let (count, at) = (of.spans.len(), of.spans.len() / 2);
            let upper = of.spans.get(at)?;
            let lower = if count % 2 == 1 { upper } else { &of.spans[at - 1] };
            Some(Tenths((lower + upper) as u64 * 5))
        },
    ),
    measure(("span_max", "most", Label::FigureWidestSpan, "most reports of one seat"), |of| {
        of.spans.last().copied().map(Tenths::whole)
    }),
    measure(
        ("unanswered", "open", Label::FigureUnanswered, "open priorities for which not exactly one person answers"),
        |of| Some(Tenths::whole(of.unanswered)),
    ),
    measure(("overloaded", "over", Label::FigureOverloaded, "people who carry more than they can"), |of| {
        Some(Tenths::whole(of.overloaded))
    }),
    measure(
        (
            "moves",
            "moves",
            Label::FigureMoves,
            "seats that report elsewhere than in the revision before, a subtree once",
        ),
        |of| of.unrest.map(|unrest| Tenths::whole(unrest.moves)),
    ),
    Measure {
        unit: "%",
        ..measure(
            ("churn", "churn", Label::FigureChurn, "share of seats that came, went, moved or changed hands"),
            |of| of.unrest.map(|unrest| unrest.churn),
        )
    },
    measure(("errors", "err", Label::FigureErrors, "findings that are errors"), |of| Some(Tenths::whole(of.errors))),
    measure(("warnings", "warn", Label::FigureWarnings, "findings that are warnings"), |of| {
        Some(Tenths::whole(of.warnings))
    }),
    measure(("infos", "note", Label::FigureNotes, "findings that are notes"), |of| Some(Tenths::whole(of.infos))),
];

impl Figures {
    /// Counts a chart, with what changed since the revision before.
    #[must_use]
    pub fn of(judged: &Judged<'_>, since: Option<&Diff<'_>>) -> Self {
        let (graph, outcome) = (&judged.graph, &judged.outcome);
        let is_empty = |holding| matches!(holding, Holding::Vacant | Holding::Interim(_));
        let answers =
            graph.priorities().filter(|priority| priority.claims().is_open()).map(|priority| priority.answer());
        let mut spans: Vec<usize> = graph.seats().map(|seat| seat.reports().count()).filter(|&span| span > 0).collect();
        spans.sort_unstable();
        Self {
            seats: graph.seats().len(),
            people: graph.people().len(),
            vacancies: graph.seats().filter(|seat| is_empty(seat.holding())).count(),
            layers: graph.layers(),
            spans,
            unanswered: answers
                .filter(|answer| !matches!(answer, Answer::Accountable { .. } | Answer::Unknown))
                .count(),
            overloaded: graph.people().filter(|&person| judged.norms.is_over(person)).count(),
            unrest: since.map(|diff| Unrest::of(diff, graph.seats().len())),
            errors: outcome.count(Level::Error),
            warnings: outcome.count(Level::Warning),
            infos: outcome.count(Level::Info),
        }
    }
}
