//! Figures over time on a terminal.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use crate::text::{printable_line, without_commands};
use crate::trend::{Figures, MEASURES, Measure, Trend};

/// No table is narrower.
const LEAST_WIDTH: usize = 80;
/// Stands where something was cut off.
const CUT: char = '…';

/// One line a revision, and what the heads of the columns mean.
#[must_use]
pub fn trend_table(trend: &Trend, width: usize) -> String {
    let width = width.max(LEAST_WIDTH);
    let columns: Vec<usize> = MEASURES.iter().map(|measure| column(trend, measure)).collect();
    let figures = columns.iter().map(|column| column + 1).sum::<usize>();
    let labels: Vec<String> = trend.rows.iter().map(|row| printable_line(&row.label).into_owned()).collect();
    let longest = labels.iter().map(|label| label.width()).max().unwrap_or(0);
    let room = longest.min(width.saturating_sub(figures)).max(8);
    let aligned = |cells: &mut dyn Iterator<Item = String>| {
        let cells = cells.zip(&columns).map(|(cell, column)| format!("{cell:>column$}"));
        cells.collect::<Vec<_>>().join(" ")
    };
    let heads = aligned(&mut MEASURES.iter().map(|measure| measure.head.to_owned()));
    let mut lines = vec![format!("{} {heads}", padded("", room))];
    for (row, label) in trend.rows.iter().zip(&labels) {
        let figures = match &row.figures {
            Ok(figures) => aligned(&mut MEASURES.iter().map(|measure| cell(measure, figures))),
            Err(reason) => cut(&format!("no figures: {}", printable_line(reason)), width - room - 1),
        };
        lines.push(format!("{} {figures}", padded(&cut(label, room), room)));
    }
    lines.push(String::new());
    lines.extend(legend(width));
    lines.extend(trend.notes.iter().map(|note| format!("note: {}", printable_line(note))));
    without_commands(&(lines.join("\n") + "\n")).into_owned()
}

/// How wide a column is: its figures are plain digits.
fn column(trend: &Trend, measure: &Measure) -> usize {
    let figures = trend.rows.iter().filter_map(|row| row.figures.as_ref().ok());
    figures.map(|figures| cell(measure, figures).len()).chain([measure.head.len()]).max().unwrap_or(0)
}

fn cell(measure: &Measure, figures: &Figures) -> String {
    measure.shown(figures).unwrap_or_else(|| "-".to_owned())
}

/// What the heads mean, where they don't say it themselves: as many on a line as fit.
fn legend(width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for measure in MEASURES.iter().filter(|measure| measure.head != measure.meaning) {
        let entry = format!("{}: {}", measure.head, measure.meaning);
        match lines.last_mut().filter(|line| line.len() + 2 + entry.len() <= width) {
            Some(line) => line.extend(["; ", &entry]),
            None => lines.push(entry),
        }
    }
    lines
}

/// The beginning of a text that fits, in columns of a terminal.
fn cut(text: &str, room: usize) -> String {
    if text.width() <= room {
        return text.to_owned();
    }
    let mut out = String::new();
    let mut used = 1;
    for letter in text.chars() {
        used += letter.width().unwrap_or(0);
        if used > room {
            break;
        }
        out.push(letter);
    }
    out.push(CUT);
    out
}

/// A text and the spaces behind it.
fn padded(text: &str, room: usize) -> String {
    format!("{text}{}", " ".repeat(room.saturating_sub(text.width())))
}
