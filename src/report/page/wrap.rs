//! Prose broken into lines by the columns that its characters take.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::{Prose, Tone};

/// One line of prose and the columns it takes.
#[derive(Debug, Default)]
pub(super) struct Line {
    pub(super) pieces: Vec<(String, Tone)>,
    pub(super) width: usize,
}

impl Line {
    fn push(&mut self, text: &str, tone: Tone) {
        self.width += text.width();
        match self.pieces.last_mut() {
            Some((last, of)) if *of == tone => last.push_str(text),
            _ => self.pieces.push((text.to_owned(), tone)),
        }
    }
}

/// Breaks prose at blanks into lines of at most `width` columns; a word that is longer is broken inside.
pub(super) fn wrap(prose: &Prose, width: usize) -> Vec<Line> {
    let width = width.max(1);
    let mut lines = vec![Line::default()];
    let mut blank = false;
    for (text, tone) in &prose.0 {
        for part in text.split_inclusive(' ') {
            let word = part.trim_end_matches(' ');
            let line = lines.last_mut().expect("there is always a line");
            let needed = word.width() + usize::from(blank && line.width > 0);
            if line.width > 0 && blank && line.width + needed > width {
                lines.push(Line::default());
            } else if blank && line.width > 0 && !word.is_empty() {
                line.push(" ", *tone);
            }
            put(word, *tone, width, &mut lines);
            blank = (blank && word.is_empty()) || part.len() > word.len();
        }
    }
    lines
}

/// Adds a word to the last line; one that is too long is broken after a hyphen or slash, or where it must be.
fn put(word: &str, tone: Tone, width: usize, lines: &mut Vec<Line>) {
    let is_long = word.width() > width;
    for part in word.split_inclusive(|c| is_long && matches!(c, '-' | '/' | '_')) {
        let line = lines.last_mut().expect("there is always a line");
        if line.width > 0 && line.width + part.width() > width {
            lines.push(Line::default());
        }
        for letter in part.graphemes(true) {
            let line = lines.last_mut().expect("there is always a line");
            if line.width > 0 && line.width + letter.width() > width {
                lines.push(Line::default());
            }
            lines.last_mut().expect("there is always a line").push(letter, tone);
        }
    }
}

/// The columns of the longest word, and of the whole.
pub(super) fn widths(prose: &Prose) -> (usize, usize) {
    let words = prose.0.iter().flat_map(|(text, _)| text.split(' '));
    (words.map(UnicodeWidthStr::width).max().unwrap_or(0), prose.0.iter().map(|(text, _)| text.width()).sum())
}
