//! Breaks a text into lines of a given width.

use std::borrow::Cow;
use std::sync::OnceLock;

use super::pieces::{End, Piece, pieces};
use super::typeface::{Face, SOFT_HYPHEN};
use crate::layout::geometry::Px;
use crate::layout::scene::TextRole;
use crate::model::Language;
use crate::picture::clean;

/// Room that a line leaves free, in per cent of its own width: viewers may draw with another font.
const SLACK: i64 = 4;

/// Texts of more pieces are not balanced: only two or three lines are, and those have fewer.
const MOST_BALANCED: usize = 64;
const MOST_LINES: usize = 3;

/// A line that ends within a word, after its dash, is as bad as one that lacks half of its width.
const SPLIT_WORD: u64 = 2;

/// A cleaned text of one role: measured once, set in any width.
#[derive(Debug)]
pub(in crate::layout) struct Words<'t> {
    text: Cow<'t, str>,
    role: TextRole,
    /// The language by which words are broken.
    language: Option<Language>,
    /// The width of the whole text in font units.
    whole: u64,
    /// None of them cut; found when the text is first broken, for most never is.
    pieces: OnceLock<Pieces>,
}

#[derive(Debug)]
struct Pieces {
    all: Vec<Piece>,
    /// The width of the widest with its hyphen.
    widest: u64,
}

impl<'t> Words<'t> {
    /// Cleans and measures a text.
    pub(in crate::layout) fn new(text: &'t str, role: TextRole) -> Self {
        Self::cleaned(clean(text), role)
    }

    /// Measures a text that is clean already.
    pub(in crate::layout) fn cleaned(text: Cow<'t, str>, role: TextRole) -> Self {
        let face = role.face();
        let whole = text.chars().map(|letter| u64::from(face.advance(letter))).sum();
        Self { text, role, language: None, whole, pieces: OnceLock::new() }
    }

    /// The words, broken as this language does.
    pub(in crate::layout) fn in_language(self, language: Option<Language>) -> Self {
        Self { language, ..self }
    }

    /// What the words are.
    pub(in crate::layout) fn role(&self) -> TextRole {
        self.role
    }

    /// The words.
    pub(in crate::layout) fn text(&self) -> &str {
        &self.text
    }

    /// How wide the words are on one line, with the slack.
    pub(in crate::layout) fn width(&self) -> Px {
        self.drawn(self.whole)
    }

    /// How many lines the words need in this width.
    pub(in crate::layout) fn count(&self, width: Px) -> i64 {
        let limit = limit(width, self.role.size());
        if self.whole <= limit {
            return 1;
        }
        let count = 1 + breaks(&self.fitting(limit), limit).count();
        i64::try_from(count).expect("lines are counted in 63 bits")
    }

    /// How wide the last line is.
    pub(in crate::layout) fn end(&self, width: Px) -> Px {
        let limit = limit(width, self.role.size());
        if self.whole <= limit {
            return self.width();
        }
        let pieces = self.fitting(limit);
        let ends = self.ends(&pieces, limit);
        let last = &pieces[ends.len().checked_sub(2).map_or(0, |before| ends[before])..];
        self.drawn(last.iter().map(|piece| piece.ink + piece.space).sum())
    }

    /// The lines, each fit for this width, and whether it ends with a hyphen that is not in the text.
    ///
    /// Two or three lines get about the same length, so that no word is left alone; longer texts fill line by line.
    pub(in crate::layout) fn lines(&self, width: Px) -> Vec<(String, bool)> {
        self.broken(width, |pieces, limit| self.ends(pieces, limit))
    }

    /// The same, each line as full as it can be: a paragraph is no label.
    pub(in crate::layout) fn filled(&self, width: Px) -> Vec<(String, bool)> {
        self.broken(width, line_by_line)
    }

    fn broken(&self, width: Px, ends: impl FnOnce(&[Piece], u64) -> Vec<usize>) -> Vec<(String, bool)> {
        let limit = limit(width, self.role.size());
        if self.whole <= limit {
            return vec![(without_soft_hyphens(&self.text), false)];
        }
        let pieces = self.fitting(limit);
        let mut first = 0;
        let line = |end| {
            let line = line(&self.text, &pieces[first..end], end == pieces.len());
            first = end;
            line
        };
        ends(&pieces, limit).into_iter().map(line).collect()
    }

    /// The pieces, none wider than a line.
    fn fitting(&self, limit: u64) -> Cow<'_, [Piece]> {
        let whole = self.pieces.get_or_init(|| {
            let all = pieces(&self.text, self.role.face(), u64::MAX, self.language);
            let widest = all.iter().map(|piece| piece.ink + piece.end.hyphen()).max().unwrap_or(0);
            Pieces { all, widest }
        });
        if whole.widest <= limit {
            Cow::Borrowed(&whole.all)
        } else {
            Cow::Owned(pieces(&self.text, self.role.face(), limit, self.language))
        }
    }

    /// For each line the index after its last piece.
    fn ends(&self, pieces: &[Piece], limit: u64) -> Vec<usize> {
        let ends = line_by_line(pieces, limit);
        let can_balance =
            (2..=MOST_LINES).contains(&ends.len()) && pieces.len() <= MOST_BALANCED && self.role != TextRole::Footer;
        let balanced = if can_balance { balance(pieces, limit, ends.len()) } else { None };
        balanced.unwrap_or(ends)
    }

    /// The room for this many font units, with the slack.
    fn drawn(&self, units: u64) -> Px {
        let units = i64::try_from(units).unwrap_or(i64::MAX / 1_000_000);
        let em = i64::from(Face::UNITS_PER_EM) * 100;
        Px::hundredths((units * self.role.size().in_hundredths() * (100 + SLACK)).div_euclid(em) + 1)
    }
}

/// The width of a line in font units, less the slack.
fn limit(width: Px, size: Px) -> u64 {
    let units = width.in_hundredths() * i64::from(Face::UNITS_PER_EM) * 100;
    u64::try_from(units / (size.in_hundredths() * (100 + SLACK))).unwrap_or(0)
}

/// For each line the index after its last piece, when each is as full as it can be.
fn line_by_line(pieces: &[Piece], limit: u64) -> Vec<usize> {
    breaks(pieces, limit).chain([pieces.len()]).collect()
}

/// Where lines end that are filled one by one: the index after the last piece of each but the last.
fn breaks(pieces: &[Piece], limit: u64) -> impl Iterator<Item = usize> {
    let mut pen = 0;
    pieces.iter().enumerate().filter_map(move |(index, piece)| {
        let cut = index > 0 && matches!(pieces[index - 1].end, End::Cut(_));
        let ends = index > 0 && (cut || pen + piece.ink + piece.end.hyphen() > limit);
        pen = if ends { 0 } else { pen } + piece.ink + piece.space;
        ends.then_some(index)
    })
}

/// The breaks into exactly `count` lines with the least sum of squared rests, as in Knuth and Plass 1981; `None` when
/// there are none.
fn balance(pieces: &[Piece], limit: u64, count: usize) -> Option<Vec<usize>> {
    let unreached = (u64::MAX, 0);
    // best[lines][end]: the least cost of setting pieces[..end] in that many lines, and where the last of them starts.
    let mut best = [[unreached; MOST_BALANCED + 1]; MOST_LINES + 1];
    best[0][0] = (0, 0);
    for lines in 1..=count {
        for start in 0..pieces.len() {
            let before = best[lines - 1][start].0;
            if before == u64::MAX {
                continue;
            }
            let mut pen = 0;
            for (end, piece) in pieces.iter().enumerate().skip(start) {
                let ink = pen + piece.ink + piece.end.hyphen();
                if ink > limit {
                    break;
                }
                let split = if piece.end == End::Dash { (limit / SPLIT_WORD).pow(2) } else { 0 };
                let cost = before + (limit - ink).pow(2) + split;
                if cost < best[lines][end + 1].0 {
                    best[lines][end + 1] = (cost, start);
                }
                if matches!(piece.end, End::Cut(_)) {
                    break;
                }
                pen += piece.ink + piece.space;
            }
        }
    }
    let mut end = pieces.len();
    let mut ends = Vec::with_capacity(count);
    for lines in (1..=count).rev() {
        let (cost, start) = best[lines][end];
        if cost == u64::MAX {
            return None;
        }
        ends.push(end);
        end = start;
    }
    ends.reverse();
    Some(ends)
}

/// Most texts have none.
fn without_soft_hyphens(text: &str) -> String {
    if text.contains(SOFT_HYPHEN) { text.replace(SOFT_HYPHEN, "") } else { text.to_owned() }
}

/// The words of one line: soft hyphens are left out, except for one at the end of the line.
fn line(text: &str, pieces: &[Piece], is_last: bool) -> (String, bool) {
    let (Some(first), Some(last)) = (pieces.first(), pieces.last()) else {
        return (String::new(), false);
    };
    let mut line = without_soft_hyphens(&text[first.range.start..last.range.end]);
    let is_cut = !is_last && last.end.hyphen() > 0;
    if is_cut {
        line.truncate(line.trim_end().len());
        line.push('-');
    }
    (line, is_cut)
}

#[cfg(test)]
mod tests {
    use super::*;

    const BOX: Px = Px::whole(144);

    fn wrap(text: &str, role: TextRole, width: Px) -> Vec<String> {
        let words = Words::cleaned(text.into(), role);
        let lines: Vec<String> = words.lines(width).into_iter().map(|(line, _)| line).collect();
        assert_eq!(words.count(width), i64::try_from(lines.len()).expect("few lines"), "{text:?} in {width:?}");
        let drawn = role.face().width(lines[lines.len() - 1].trim_end(), role.size());
        assert!(words.end(width) >= drawn || words.end(width) >= width, "{text:?} in {width:?}");
        lines
    }

    #[test]
    fn short_text_is_one_line() {
        assert_eq!(wrap("Head of Sales", TextRole::SeatTitle, BOX), ["Head of Sales"]);
        assert_eq!(wrap("", TextRole::Holder, BOX), [""]);
    }

    #[test]
    fn no_word_is_left_alone() {
        let text = "Head of Customer Success and of Support";
        assert_eq!(wrap(text, TextRole::SeatTitle, Px::whole(220)), ["Head of Customer ", "Success and of Support"]);
        let text = "Answers within one working day to everybody";
        assert_eq!(
            wrap(text, TextRole::Responsibility, Px::whole(160)),
            ["Answers within one ", "working day to everybody"]
        );
    }

    #[test]
    fn a_word_with_a_dash_stays_whole_where_it_can() {
        let text = "A trained stand-in for every critical job";
        assert_eq!(
            wrap(text, TextRole::Responsibility, Px::whole(150)),
            ["A trained stand-in ", "for every critical job"]
        );
        assert_eq!(wrap("Wiederaufnahme-Verfahren", TextRole::Holder, BOX), ["Wiederaufnahme-", "Verfahren"]);
    }

    #[test]
    fn a_word_is_cut_only_when_it_does_not_fit_alone() {
        let lines = wrap("Verantwortungsbereichsleiterin", TextRole::SeatTitle, BOX);
        assert_eq!(lines.concat(), "Verantwortungsbereichsleiterin", "without a language there is no false hyphen");
        let lines = wrap("漢漢漢漢漢漢漢漢漢漢漢漢漢漢", TextRole::SeatTitle, Px::whole(100));
        assert_eq!(lines, ["漢漢漢漢漢漢漢", "漢漢漢漢漢漢漢"]);
        let family = "👩\u{200D}👩\u{200D}👧".repeat(40);
        let lines = wrap(&family, TextRole::SeatTitle, BOX);
        assert!(lines.iter().all(|line| line.starts_with('👩') && line.ends_with('👧')), "{lines:?}");
    }

    #[test]
    fn a_word_is_broken_where_its_language_breaks_it() {
        for (language, word, lines) in [
            (Language::German, "Verantwortungsbereichsleiterin", ["Verantwortungs-", "bereichsleiterin"]),
            (Language::German, "Donaudampfschifffahrtsgesell", ["Donaudampf-", "schifffahrtsgesell"]),
            (Language::English, "internationalisations", ["internation-", "alisations"]),
        ] {
            let width = Px::whole(130);
            let words = Words::cleaned(word.into(), TextRole::SeatTitle).in_language(Some(language));
            let found: Vec<String> = words.lines(width).into_iter().map(|(line, _)| line).collect();
            assert_eq!(found, lines, "{language:?}");
        }
        let greek = Words::cleaned("ΟλοκληρωμένηΔιαχείρισηΠελατών".into(), TextRole::SeatTitle);
        let lines = greek.in_language(Some(Language::German)).lines(Px::whole(130));
        assert!(lines.len() > 1 && lines.iter().all(|(line, is_cut)| !line.contains('-') && !is_cut), "{lines:?}");
    }

    #[test]
    fn a_cut_word_leaves_no_lone_letter() {
        for length in 10..200 {
            let lines = wrap(&"w".repeat(length), TextRole::Holder, BOX);
            let last = lines.last().expect("there is a line").len();
            assert!(lines.len() == 1 || last * lines.len() >= length / 2, "{lines:?}");
        }
    }

    #[test]
    fn soft_hyphens_show_only_where_a_line_ends() {
        let text = "Verantwortungs\u{AD}bereich";
        assert_eq!(wrap(text, TextRole::Responsibility, Px::whole(300)), ["Verantwortungsbereich"]);
        assert_eq!(wrap(text, TextRole::Responsibility, Px::whole(100)), ["Verantwortungs-", "bereich"]);
    }

    #[test]
    fn no_line_is_wider_than_its_measure() {
        for width in 1..200 {
            for text in ["Owns the number, e-mail and (all) co-operation", &"w".repeat(500), "a\u{200B}b漢 c👍🏽d"]
            {
                let lines = wrap(text, TextRole::Responsibility, Px::whole(width));
                let joined: String = lines.iter().map(|line| line.replace('-', "")).collect();
                assert_eq!(joined, text.replace('-', ""), "nothing is lost");
                // A letter is never cut, so the narrowest line is one letter and its hyphen.
                let least = width.max(22);
                for line in lines {
                    let drawn = Face::Regular.width(line.trim_end(), Px::whole(11));
                    assert!(drawn <= Px::whole(least), "{line:?} is {drawn:?} in {width}");
                }
            }
        }
    }
}
