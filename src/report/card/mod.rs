//! A card for one seat, person, priority or metric: everything that a chart says and implies about it.

mod history;
mod metric;
mod person;
mod priority;
mod seat;
mod sight;

use crate::check::{Judged, Level};
use crate::graph::{EntryView, Graph, PersonView, SeatView, by_name};
use crate::phrase::{Column, Page, Phrase, Prose, Say, Tone, code, cut, ours, percent, row, say, text};
use crate::report::page::terminal;
use crate::review::Hit;

/// A revision before the one that is shown.
#[derive(Clone, Copy, Debug)]
pub struct Past<'a> {
    /// Its moment, or its path where it names none.
    pub name: &'a str,
    /// Its graph.
    pub graph: &'a Graph<'a>,
}

/// Cards for a terminal of this many columns; `past` are the revisions before, the oldest first.
#[must_use]
pub fn cards<'a>(
    side: &'a Judged<'a>,
    entries: &[EntryView<'a>],
    past: &[Past<'a>],
    width: usize,
    color: bool,
) -> String {
    let cards = entries.iter().map(|entry| terminal(&card(side, *entry, past), width, color));
    cards.collect::<Vec<_>>().join("\n")
}

fn card<'a>(side: &'a Judged<'a>, entry: EntryView<'a>, past: &[Past<'a>]) -> Page {
    let mut card = Card { page: Page::default(), rows: Vec::new() };
    let place = side.sources.place(entry.span());
    card.page.title(say![entry.noun().name(), " ", code(entry.id()), ": ", text(entry.name())]);
    card.page.say(Prose::toned(Tone::Quiet, say![text(place.path), ":", place.line]));
    match entry {
        EntryView::Seat(seat) => seat::rows(&mut card, seat),
        EntryView::Person(person) => person::rows(&mut card, person),
        EntryView::Priority(priority) => priority::rows(&mut card, side, priority),
        EntryView::Metric(metric) => metric::rows(&mut card, metric),
    }
    card.findings(side, entry);
    card.row("history", history::lines(entry, side, past));
    let columns = [Column::text(""), Column::text("")];
    card.page.table(&columns, card.rows, usize::MAX);
    card.page
}

/// What words were found in, for a terminal.
#[must_use]
pub fn hits(hits: &[Hit<'_>], width: usize, color: bool) -> String {
    const SHOWN: usize = 12;
    let mut page = Page::default();
    let columns = [Column::text("what"), Column::text("found in"), Column::text("who")];
    let rows = hits.iter().take(SHOWN).map(|hit| {
        let who = match hit.entry {
            EntryView::Seat(seat) => seat.holding().holder(),
            EntryView::Person(person) => list_of(person.held()),
            EntryView::Priority(priority) => list_of(priority.owners().map(owner)),
            EntryView::Metric(metric) => list_of(metric.owners().map(owner)),
        };
        vec![
            say![text(format_args!("{}:{}", hit.entry.noun(), hit.entry.id()))].into(),
            say![text(hit.text)].into(),
            who.into(),
        ]
    });
    page.table(&columns, rows.collect(), usize::MAX);
    if hits.len() > SHOWN {
        let left = hits.len() - SHOWN;
        page.say(Prose::toned(Tone::Quiet, say!["… and ", left, " more: say it in more words"]));
    }
    terminal(&page, width, color)
}

/// A card being filled.
struct Card {
    page: Page,
    rows: Vec<Vec<Prose>>,
}

impl Card {
    /// Adds a row for each line, the label before the first; nothing where there is no line.
    fn row<T: Into<Prose>>(&mut self, label: &'static str, lines: impl IntoIterator<Item = T>) {
        for (at, line) in lines.into_iter().enumerate() {
            let label = if at == 0 { Prose::toned(Tone::Quiet, label) } else { Prose::default() };
            self.rows.push(vec![label, line.into()]);
        }
    }

    fn findings(&mut self, side: &Judged<'_>, entry: EntryView<'_>) {
        let is_on = |finding: &&crate::check::Finding| {
            finding.subjects.iter().any(|subject| (subject.kind, subject.id.as_str()) == (entry.noun(), entry.id()))
        };
        let lines = side.outcome.findings.iter().filter(is_on).map(|finding| {
            let tone = match finding.level {
                Level::Error => Tone::Bad,
                Level::Warning => Tone::Warning,
                Level::Info => Tone::Quiet,
            };
            Prose::toned(tone, finding.level.name())
                .then(Tone::Plain, say![" ", &finding.message, " [", ours(finding.rule.id), "]"])
        });
        self.row("findings", lines);
    }
}

/// A person and how much they carry.
fn loaded(person: PersonView<'_>) -> Phrase {
    let load = person.total_load().percent_of(person.claims().capacity());
    let load = load.map(|load| say![", ", percent(load), " loaded"]);
    say![by_name(person), " ", code(person.id()), load]
}

/// A seat and who holds it.
fn owner(seat: SeatView<'_>) -> Phrase {
    say![seat, " (", seat.holding().holder(), ")"]
}

/// The chain of accountability from a seat to its root.
fn chain(seat: SeatView<'_>) -> Phrase {
    const SHOWN: usize = 12;
    let seats: Vec<SeatView<'_>> = std::iter::once(seat).chain(seat.managers()).take(SHOWN + 1).collect();
    let (shown, left) = cut(&seats, SHOWN);
    say![row(shown.iter().map(|seat| owner(*seat)), " → "), if left > 0 { " → …" } else { "" }]
}

/// A row of things; a long one is cut.
fn list_of<S: Say>(items: impl Iterator<Item = S>) -> Phrase {
    const SHOWN: usize = 15;
    let items: Vec<S> = items.collect();
    let (shown, left) = cut(&items, SHOWN);
    say![row(shown, ", "), (left > 0).then(|| say![", ", left, " more"])]
}

/// One line, or none where there is nothing to say.
fn said(phrase: Phrase) -> Option<Phrase> {
    Some(phrase).filter(|phrase| !phrase.is_empty())
}
