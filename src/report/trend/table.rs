//! Figures over time on a terminal.

use crate::phrase::{Column, Page, Phrase, Prose, figure, ours, say, text};
use crate::trend::{Figures, MEASURES, Trend};

use super::super::page::terminal;

/// Its columns, however wide the terminal.
const WIDTH: usize = 80;

/// One line a revision, and what the heads of the columns mean.
#[must_use]
pub fn trend_table(trend: &Trend, color: bool) -> String {
    let mut page = Page::default();
    let measures = MEASURES.iter().map(|measure| Column::number(measure.head));
    let columns: Vec<Column> = [Column::text("")].into_iter().chain(measures).collect();
    let rows = trend.rows.iter().map(|row| {
        let label: Prose = Phrase::worded(&row.label).into();
        [label].into_iter().chain(cells(row.figures.as_ref().ok())).collect()
    });
    page.table(&columns, rows.collect(), usize::MAX);
    for row in &trend.rows {
        if let Err(reason) = &row.figures {
            page.say(say![text(&row.label), ": no figures: ", text(reason)]);
        }
    }
    let meanings = MEASURES.iter().filter(|measure| measure.head != measure.meaning);
    let meanings = meanings.map(|measure| vec![say![ours(measure.head)].into(), say![ours(measure.meaning)].into()]);
    page.table(&[Column::text(""), Column::text("")], meanings.collect(), usize::MAX);
    for note in &trend.notes {
        page.say(say!["note: ", text(note)]);
    }
    terminal(&page, WIDTH, color)
}

/// The figures of a revision, a cell each.
fn cells(figures: Option<&Figures>) -> impl Iterator<Item = Prose> {
    MEASURES.iter().map(move |measure| match figures.and_then(|figures| measure.shown(figures)) {
        Some(shown) => say![figure(shown)].into(),
        None => "-".into(),
    })
}
