//! Cuts a text into the pieces between which a line may end.
//!
//! Lines may end where Unicode says so (UAX #14); a word is cut only when it does not fit on a line of its own.

use std::ops::Range;

use hypher::Lang;
use unicode_linebreak::{BreakOpportunity, linebreaks};
use unicode_segmentation::UnicodeSegmentation;

use super::typeface::{Face, SOFT_HYPHEN};
use crate::model::Language;

/// No language has longer words.
const LONGEST_HYPHENATED: usize = 200;

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
    /// A line may end here, after a dash within a word, but preferably elsewhere.
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
pub(super) fn pieces(text: &str, face: Face, limit: u64, language: Option<Language>) -> Vec<Piece> {
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
            Cutter { text, face, limit, language }.cut(&piece, &mut pieces);
        }
        start = end;
    }
    pieces
}

fn width(text: &str, face: Face) -> u64 {
    text.chars().map(|letter| u64::from(face.advance(letter))).sum()
}

/// Where a word may be cut: how far from the goal, after how many atoms, and their width.
type Found = (u64, usize, u64);

/// Cuts words that are wider than a line.
struct Cutter<'a> {
    text: &'a str,
    face: Face,
    limit: u64,
    language: Option<Language>,
}

impl Cutter<'_> {
    /// Cuts one word into as few pieces as there must be, of about the same width, so that no lone letter is left over:
    /// where its language breaks it, with a hyphen; else between any two letters, without a false one.
    fn cut(&self, word: &Piece, pieces: &mut Vec<Piece>) {
        let hyphen = u64::from(self.face.advance('-'));
        let room = self.limit.saturating_sub(hyphen);
        let atoms = self.atoms(word);
        let points = self.points(word);
        let (mut first, mut start, mut left) = (0, word.range.start, word.ink);
        while left > self.limit {
            let goal = left.div_ceil(fewest(&atoms[first..], room));
            let (mut at_point, mut anywhere): (Option<Found>, Option<Found>) = (None, None);
            let mut ink = 0;
            for (at, (range, width)) in (first + 1..atoms.len()).zip(&atoms[first..]) {
                if ink > 0 && ink + width > room {
                    break;
                }
                ink += width;
                let found = (ink.abs_diff(goal), at, ink);
                let nearest = |known: Option<Found>| Some(known.map_or(found, |known| known.min(found)));
                anywhere = nearest(anywhere);
                if points.binary_search(&range.end).is_ok() {
                    at_point = nearest(at_point);
                }
            }
            let Some((_, at, ink)) = at_point.or(anywhere) else { break };
            let mark = if at_point.is_some() { hyphen } else { 0 };
            let end = atoms[at - 1].0.end;
            pieces.push(Piece { range: start..end, ink, space: 0, end: End::Cut(mark) });
            (first, start) = (at, end);
            left -= ink;
        }
        // A soft hyphen at the end of a cut word is dropped: there may be no room to show it.
        pieces.push(Piece { range: start..word.range.end, ink: left, space: word.space, end: End::Open });
    }

    /// Where the word's language breaks it, in order.
    fn points(&self, word: &Piece) -> Vec<usize> {
        let Some(language) = self.language else { return Vec::new() };
        let patterns = match language {
            Language::English => Lang::English,
            Language::German => Lang::German,
            Language::French => Lang::French,
            Language::Spanish => Lang::Spanish,
        };
        let mut points = Vec::new();
        let mut start = word.range.start;
        for run in self.text[word.range.clone()].split_inclusive(|letter: char| !letter.is_alphabetic()) {
            let letters = run.trim_end_matches(|letter: char| !letter.is_alphabetic());
            if letters.len() <= LONGEST_HYPHENATED {
                let mut at = start;
                points.extend(hypher::hyphenate(letters, patterns).map(|syllable| {
                    at += syllable.len();
                    at
                }));
                // The last one ends the run.
                points.pop();
            }
            start += run.len();
        }
        points
    }

    /// The graphemes of the word and their widths; the letters of those that are wider than a line on their own. What has no
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
