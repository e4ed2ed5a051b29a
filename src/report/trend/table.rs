//! Figures over time on a terminal.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use crate::text::printable_line;
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
    let mut out = padded("", room);
    for (measure, column) in MEASURES.iter().zip(&columns) {
        out += &format!(" {:>column$}", measure.head);
    }
    out.push('\n');
    for (row, label) in trend.rows.iter().zip(&labels) {
        out += &padded(&cut(label, room), room);
        match &row.figures {
            Ok(figures) => {
                for (measure, column) in MEASURES.iter().zip(&columns) {
                    out += &format!(" {:>column$}", cell(measure, figures));
                }
            }
            Err(reason) => {
                out.push(' ');
                out += &cut(&format!("no figures: {}", printable_line(reason)), width - room - 1);
            }
        }
        out.push('\n');
    }
    out.push('\n');
    out += &legend(width);
    for note in &trend.notes {
        out += &format!("note: {}\n", printable_line(note));
    }
    out
}

/// How wide a column is: its figures are plain digits.
fn column(trend: &Trend, measure: &Measure) -> usize {
    let figures = trend.rows.iter().filter_map(|row| row.figures.as_ref().ok());
    figures.map(|figures| cell(measure, figures).len()).chain([measure.head.len()]).max().unwrap_or(0)
}

fn cell(measure: &Measure, figures: &Figures) -> String {
    measure.shown(figures).unwrap_or_else(|| "-".to_owned())
}

/// What the heads mean, where they don't say it themselves.
fn legend(width: usize) -> String {
    let mut out = String::new();
    let mut used = 0;
    for measure in MEASURES.iter().filter(|measure| measure.head != measure.meaning) {
        let entry = format!("{}: {}", measure.head, measure.meaning);
        if used > 0 && used + 2 + entry.width() > width {
            out.push('\n');
            used = 0;
        }
        if used > 0 {
            out.push_str("; ");
            used += 2;
        }
        used += entry.width();
        out += &entry;
    }
    out.push('\n');
    out
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

/// A text and the blanks behind it.
fn padded(text: &str, room: usize) -> String {
    format!("{text}{}", " ".repeat(room.saturating_sub(text.width())))
}
