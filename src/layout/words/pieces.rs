//! Cuts a text into the pieces between which a line may end.
//!
//! Lines may end where Unicode says so (UAX #14); a word is cut only when it does not fit on a line of its own.

use std::ops::Range;

use unicode_linebreak::{BreakOpportunity, linebreaks};
use unicode_segmentation::UnicodeSegmentation;

use super::typeface::{Face, SOFT_HYPHEN};

/// Text that stays on one line. Widths are in font units.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    /// Where in the text it lies, with the spaces that follow it.
    pub(super) range: Range<usize>,
    /// Its width without the spaces that follow it.
    pub(super) ink: u64,
    /// The width of the spaces that follow it.
    pub(super) space: u64,
    /// What happens where it ends.
    pub(super) end: End,
}

/// What happens at the end of a piece.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    /// A line may end here.
    Open,
    /// A line may end here, behind a dash within a word, but better elsewhere.
    Dash,
    /// A line may end here, and then shows a hyphen of this width.
    Hyphen(u64),
    /// A word was cut: the line ends here, and shows a hyphen of this width (0: none).
    Cut(u64),
}

impl End {
    /// How wide the hyphen is that the line shows if it ends here.
    pub(super) fn hyphen(self) -> u64 {
        match self {
            Self::Open | Self::Dash => 0,
            Self::Hyphen(width) | Self::Cut(width) => width,
        }
    }
}

/// The pieces of a cleaned text, none wider than `limit` font units with its hyphen.
pub(super) fn pieces(text: &str, face: Face, limit: u64) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut start = 0;
    for (end, opportunity) in linebreaks(text) {
        debug_assert!(opportunity == BreakOpportunity::Allowed || end == text.len(), "cleaned text is one paragraph");
        let word = &text[start..end];
        let inked = word.trim_end();
        let end_mark = match inked.chars().next_back() {
            Some(SOFT_HYPHEN) => End::Hyphen(u64::from(face.advance('-'))),
            Some('-' | '\u{2010}' | '/') if inked.len() == word.len() => End::Dash,
            _ => End::Open,
        };
        let piece = Piece {
            range: start..end,
            ink: width(inked, face),
            space: width(&word[inked.len()..], face),
            end: end_mark,
        };
        if piece.ink + end_mark.hyphen() <= limit {
            pieces.push(piece);
        } else {
            Cutter { text, face, limit }.cut(&piece, &mut pieces);
        }
        start = end;
    }
    pieces
}

fn width(text: &str, face: Face) -> u64 {
    text.chars().map(|letter| u64::from(face.advance(letter))).sum()
}

/// Cuts words that are wider than a line.
struct Cutter<'a> {
    text: &'a str,
    face: Face,
    limit: u64,
}

impl Cutter<'_> {
    /// Cuts one word into as few pieces as there must be, of about the same width, so that no lone letter is left over.
    fn cut(&self, word: &Piece, pieces: &mut Vec<Piece>) {
        let hyphen = u64::from(self.face.advance('-'));
        let room = self.limit.saturating_sub(hyphen);
        let atoms = self.atoms(word);
        let mut count = fewest(&atoms, room);
        let mut goal = word.ink.div_ceil(count);
        let mut start = word.range.start;
        let mut left = word.ink;
        let mut ink = 0;
        for (index, (range, width)) in atoms.iter().enumerate() {
            ink += width;
            let Some((_, following)) = atoms.get(index + 1) else { break };
            if ink >= goal || ink + following > room {
                let mark = if self.is_latin_around(range.end) { hyphen } else { 0 };
                pieces.push(Piece { range: start..range.end, ink, space: 0, end: End::Cut(mark) });
                start = range.end;
                left -= ink;
                ink = 0;
                count = (count - 1).max(1);
                goal = left.div_ceil(count);
            }
        }
        // A soft hyphen at the end of a cut word is dropped: there may be no room to show it.
        pieces.push(Piece { range: start..word.range.end, ink: left, space: word.space, end: End::Open });
    }

    /// The graphemes of the word and their widths; the letters of those that alone are wider than a line. What has no
    /// width belongs to the one before.
    fn atoms(&self, word: &Piece) -> Vec<(Range<usize>, u64)> {
        let mut atoms: Vec<(Range<usize>, u64)> = Vec::new();
        let mut add = |start: usize, text: &str, width: u64| match atoms.last_mut() {
            Some((last, _)) if width == 0 => last.end = start + text.len(),
            _ => atoms.push((start..start + text.len(), width)),
        };
        for (at, grapheme) in self.text[word.range.clone()].trim_end().grapheme_indices(true) {
            let start = word.range.start + at;
            let whole = width(grapheme, self.face);
            if whole <= self.limit {
                add(start, grapheme, whole);
                continue;
            }
            for (at, letter) in grapheme.char_indices() {
                let letter_width = u64::from(self.face.advance(letter));
                add(start + at, &grapheme[at..at + letter.len_utf8()], letter_width);
            }
        }
        atoms
    }

    /// Whether a cut at `at` lies between two Latin letters, where a hyphen is what readers expect.
    fn is_latin_around(&self, at: usize) -> bool {
        let before = self.text[..at].chars().next_back();
        let after = self.text[at..].chars().next();
        before.is_some_and(is_latin) && after.is_some_and(is_latin)
    }
}

/// In how many pieces the atoms fit when each is filled.
fn fewest(atoms: &[(Range<usize>, u64)], room: u64) -> u64 {
    let mut count = 1;
    let mut ink = 0;
    for (_, width) in atoms {
        if ink > 0 && ink + width > room {
            count += 1;
            ink = 0;
        }
        ink += width;
    }
    count
}

fn is_latin(letter: char) -> bool {
    letter.is_ascii_alphabetic()
        || (letter.is_alphabetic() && matches!(letter, '\u{C0}'..='\u{24F}' | '\u{1E00}'..='\u{1EFF}'))
}
