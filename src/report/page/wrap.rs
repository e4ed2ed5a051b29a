//! Prose broken into lines by the columns that its characters take.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use crate::phrase::Tone;

use super::runs::Run;

/// One line of prose and the columns it takes.
#[derive(Debug, Default)]
pub(super) struct Line {
    pub(super) pieces: Vec<Run>,
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

/// Breaks prose at spaces into lines of at most `width` columns; a word that is longer is broken inside.
pub(super) fn wrap(prose: &[Run], width: usize) -> Vec<Line> {
    let width = width.max(1);
    let mut lines = vec![Line::default()];
    for word in words(prose) {
        let needed = columns(&word);
        let line = lines.last_mut().expect("there is always a line");
        if line.width > 0 && line.width + 1 + needed > width {
            lines.push(Line::default());
        } else if line.width > 0 {
            line.push(" ", word[0].1);
        }
        for (part, tone) in word {
            put(part, tone, needed > width, width, &mut lines);
        }
    }
    lines
}

/// A word, in as many parts as it has tones.
type Word<'p> = Vec<(&'p str, Tone)>;

/// What is between spaces; a change of tone ends no word.
fn words(prose: &[Run]) -> Vec<Word<'_>> {
    let mut words: Vec<Word<'_>> = vec![Vec::new()];
    for (text, tone) in prose {
        for (at, part) in text.split(' ').enumerate() {
            if at > 0 {
                words.push(Vec::new());
            }
            if !part.is_empty() {
                words.last_mut().expect("there is always a word").push((part, *tone));
            }
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

fn columns(word: &Word<'_>) -> usize {
    word.iter().map(|(part, _)| part.width()).sum()
}

/// Adds a part of a word to the last line; a word that is too long for one is broken after a hyphen or slash, or where
/// it must be.
fn put(part: &str, tone: Tone, is_long: bool, width: usize, lines: &mut Vec<Line>) {
    for part in part.split_inclusive(|c| is_long && matches!(c, '-' | '/' | '_')) {
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
pub(super) fn widths(prose: &[Run]) -> (usize, usize) {
    (words(prose).iter().map(columns).max().unwrap_or(0), prose.iter().map(|(text, _)| text.width()).sum())
}
