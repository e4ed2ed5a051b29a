//! Makes any text fit for one line of a picture: no control characters, single spaces, no towers of accents.

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthChar;

use crate::model::Language;
use crate::phrase::Label;
use crate::text::forbidden;

/// How many characters of a text are drawn: nobody reads more in a picture, whatever somebody wrote into a title.
const LONGEST: usize = 1000;

/// How many characters without width may follow one another; more would climb out of the line.
const MAX_MARKS: usize = 4;

/// The text with runs of white space as one space and with every character visible or harmless.
///
/// Control characters, overrides of the writing direction and noncharacters become U+FFFD: shown, not obeyed.
pub(crate) fn clean(text: &str) -> Cow<'_, str> {
    let cut = cut(text);
    if is_plain(&cut) {
        return cut;
    }
    let text = &*cut;
    let mut clean = String::with_capacity(text.len());
    let mut marks = 0;
    for letter in text.chars() {
        if is_break(letter) {
            if !clean.is_empty() && !clean.ends_with(' ') {
                clean.push(' ');
            }
            marks = 0;
            continue;
        }
        let letter = if is_unsafe(letter) { char::REPLACEMENT_CHARACTER } else { letter };
        marks = if letter.width() == Some(0) { marks + 1 } else { 0 };
        if marks <= MAX_MARKS {
            clean.push(letter);
        }
    }
    clean.truncate(clean.trim_end().len());
    Cow::Owned(clean)
}

/// The part of the text that is drawn, with "…" for the rest.
pub(super) fn cut(text: &str) -> Cow<'_, str> {
    // For nearly every text, the number of bytes shows that it is short.
    if text.len() <= LONGEST || text.chars().nth(LONGEST).is_none() {
        return Cow::Borrowed(text);
    }
    let (end, _) = text.char_indices().nth(LONGEST - 1).expect("it is longer");
    // What is read as one letter is not cut, unless it has no end.
    let whole = text[..end].grapheme_indices(true).next_back().map_or(end, |(start, _)| start);
    let end = if whole * 2 > end { whole } else { end };
    Cow::Owned(format!("{}…", &text[..end]))
}

/// The first of some names, and how many more there are.
pub(super) fn some<'n>(names: impl ExactSizeIterator<Item = Cow<'n, str>>, most: usize, language: Language) -> String {
    let more = names.len().saturating_sub(most);
    let first = names.take(most).collect::<Vec<_>>().join(", ");
    if more == 0 { first } else { format!("{first} {}", Label::AndMore.with(language, &[&more])) }
}

/// Whether the text is printable ASCII with single spaces, as most are.
fn is_plain(text: &str) -> bool {
    let mut after_space = true;
    for byte in text.bytes() {
        match byte {
            b' ' if after_space => return false,
            b' ' => after_space = true,
            0x21..=0x7E => after_space = false,
            _ => return false,
        }
    }
    !after_space || text.is_empty()
}

/// Whether the letter is white space at which a line may end.
fn is_break(letter: char) -> bool {
    letter.is_whitespace() && !matches!(letter, '\u{A0}' | '\u{2007}' | '\u{202F}')
}

/// Whether the letter must not reach a picture.
fn is_unsafe(letter: char) -> bool {
    forbidden(letter) || matches!(letter, '\u{FDD0}'..='\u{FDEF}') || u32::from(letter) & 0xFFFE == 0xFFFE
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_text_is_kept() {
        assert!(matches!(clean("Head of Sales"), Cow::Borrowed("Head of Sales")));
        assert!(matches!(clean(""), Cow::Borrowed("")));
    }

    #[test]
    fn white_space_is_one_space() {
        assert_eq!(clean("  a \t\r\n b\u{2028}c  "), "a b c");
        assert_eq!(clean(" "), "");
    }

    #[test]
    fn what_can_not_be_shown_is_replaced() {
        assert_eq!(clean("a\0b\u{1b}c\u{FFFE}d\u{202E}e"), "a\u{FFFD}b\u{FFFD}c\u{FFFD}d\u{FFFD}e");
    }

    #[test]
    fn endless_text_is_cut_once() {
        let family = "👩\u{200D}👩\u{200D}👧";
        for text in ["a".repeat(5000), "wörd ".repeat(5000), family.repeat(5000), "\u{200D}".repeat(5000)] {
            let cut = clean(&text);
            assert!(cut.ends_with('…') && cut.chars().count() <= LONGEST, "{cut}");
            assert_eq!(clean(&cut), cut);
        }
        assert!(clean(&family.repeat(5000)).ends_with("👧…"));
        assert_eq!(clean(&"a".repeat(LONGEST)), "a".repeat(LONGEST));
    }

    #[test]
    fn towers_of_accents_are_cut() {
        assert_eq!(clean(&format!("a{}b", "\u{301}".repeat(50))), "a\u{301}\u{301}\u{301}\u{301}b");
    }
}
