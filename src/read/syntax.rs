//! What is wrong with a text as text: tabs, merge conflicts, hidden characters.

use std::ops::Range;

use memchr::memchr_iter;

use crate::phrase::{Phrase, code_point, say};
use crate::text::{BYTE_ORDER_MARK, Source, Span, forbidden};

use super::defect::{Defect, DefectKind, Defects};
use super::enclosed;

/// How many lines around a syntax error may hold its cause.
const LINES_AROUND: usize = 2;
/// The most characters that are marked as wrong: a reader looks at the first of them.
const MARKED: usize = 40;
/// How many bytes are looked at together.
const BLOCK: usize = 256;

/// A syntax error found at byte `at`, reported at its cause where a usual one stands nearby.
pub(super) fn error(source: &Source, at: usize, message: Phrase, help: Option<Phrase>) -> Defect {
    let found = source.span(at..at);
    if let Some(marker) = conflict(source.text()) {
        let span = source.span(marker);
        return Defect::new(DefectKind::InvalidYaml, span, "a merge conflict that was left in the file")
            .help("choose one side and remove the markers");
    }
    if let Some(tab) = tab_in_indentation(source.text(), at) {
        let span = source.span(tab);
        return Defect::new(DefectKind::InvalidYaml, span, "a tab in the indentation")
            .help("indent by spaces: YAML allows no tabs there");
    }
    if let Some(enclosed::Fault { bytes, message, help }) = enclosed::fault(source.text(), at) {
        return Defect::new(DefectKind::InvalidYaml, source.span(marked(source.text(), bytes)), message).help(help);
    }
    if let Some(key) = key_indented_too_far(source.text(), at) {
        let message = "this line is indented further than the line above it";
        return Defect::new(DefectKind::InvalidYaml, source.span(key), message).help(
            "indent it like its neighbours; a text that goes on over several lines and holds a colon needs quotes",
        );
    }
    let line = source.text()[at..].split(['\n', '\r']).next().unwrap_or_default();
    let rest = marked(source.text(), at..at + line.len());
    let span = if rest.is_empty() { found } else { source.span(rest) };
    let defect = Defect::new(DefectKind::InvalidYaml, span, message);
    match help {
        Some(help) => defect.help(help),
        None => defect,
    }
}

/// The part of a line that is marked as wrong.
fn marked(text: &str, bytes: Range<usize>) -> Range<usize> {
    let line = &text[bytes.clone()];
    let end = line.char_indices().nth(MARKED).map_or(line.len(), |(end, _)| end);
    bytes.start..bytes.start + line[..end].trim_end().len()
}

/// The first line that git writes into a conflict.
fn conflict(text: &str) -> Option<Range<usize>> {
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        if line.starts_with("<<<<<<< ") {
            return Some(start..start + line.trim_end().len());
        }
        start += line.len();
    }
    None
}

/// The tab nearest before or after byte `at` that indents a line.
fn tab_in_indentation(text: &str, at: usize) -> Option<Range<usize>> {
    let mut start = at;
    for _ in 0..=LINES_AROUND {
        start = text[..start].trim_end_matches(['\n', '\r']).rfind('\n').map_or(0, |end| end + 1);
    }
    let mut tabs = Vec::new();
    let mut line_start = start;
    for line in text[start..].split_inclusive('\n') {
        if line_start > at && tabs.len() + text[at..line_start].matches('\n').count() > LINES_AROUND {
            break;
        }
        let indentation = line.len() - line.trim_start_matches([' ', '\t']).len();
        if let Some(tab) = line[..indentation].find('\t').filter(|_| !line.trim().is_empty()) {
            tabs.push(line_start + tab..line_start + indentation);
        }
        line_start += line.len();
    }
    tabs.into_iter().min_by_key(|tab| tab.start.abs_diff(at))
}

/// The key whose colon at byte `at` can't stand there because the line goes on from a value in the line above.
fn key_indented_too_far(text: &str, at: usize) -> Option<Range<usize>> {
    let start = text[..at].rfind('\n').map_or(0, |end| end + 1);
    let key = text[start..at].trim_start();
    let above = text[..start].lines().rev().find(|line| !line.trim().is_empty())?;
    let indentation = |line: &str| line.len() - line.trim_start().len();
    let is_key = text[at..].starts_with(':') && !key.is_empty() && !key.contains([':', '{', '[', '"', '\'', ',']);
    let goes_on = above.contains(": ") && indentation(&text[start..at]) > indentation(above);
    (is_key && goes_on).then(|| at - key.len()..at)
}

/// Reports every character that has no business in a chart. Whether the text is *even* comes back: it holds nothing
/// else either that needs more than a look at single lines, such as tabs or line ends of old.
pub(super) fn first_look(source: &Source, defects: &mut Defects) -> bool {
    let text = source.text();
    let bytes = text.as_bytes();
    let mut is_even = memchr_iter(b'\r', bytes).all(|at| bytes.get(at + 1) == Some(&b'\n'));
    let blocks = (0..text.len()).step_by(BLOCK).zip(bytes.chunks(BLOCK));
    for (start, _) in blocks.filter(|(_, block)| block.iter().fold(false, |any, &byte| any | may_begin_odd(byte))) {
        // The characters that begin in this block; the last may end in the next.
        let (first, end) = (text.ceil_char_boundary(start), text.ceil_char_boundary(start + BLOCK));
        for (at, character) in text[first..end].char_indices() {
            let at = first + at;
            is_even &= character != '\t';
            if forbidden(character) && (at, character) != (0, BYTE_ORDER_MARK) {
                is_even = false;
                defects.push(forbidden_character(character, source.span(at..at + character.len_utf8())));
            }
        }
    }
    is_even
}

/// Whether a character that is looked for may begin with this byte. Letters of most scripts begin with none of these,
/// and so nearly all blocks of a chart hold none.
fn may_begin_odd(byte: u8) -> bool {
    let is_control = byte < 0x20 && !matches!(byte, b'\n' | b'\r');
    is_control || matches!(byte, 0x7f | 0xc2 | 0xe2 | 0xef)
}

pub(super) fn forbidden_character(character: char, span: Span) -> Defect {
    let kind = if character.is_control() { "a control character" } else { "a character that changes how text reads" };
    Defect::new(DefectKind::InvalidYaml, span, say![kind, ", ", code_point(character)]).help("remove it")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Sources;

    #[test]
    fn every_hidden_character_begins_with_a_byte_that_is_looked_for() {
        for character in ('\0'..=char::MAX).filter(|&character| forbidden(character)) {
            assert!(may_begin_odd(character.to_string().as_bytes()[0]), "{character:?}");
        }
    }

    #[test]
    fn hidden_characters_are_found_wherever_blocks_begin_and_end() {
        for hidden in ['\u{1}', '\u{9b}', '\u{202e}'] {
            for before in ["a", "é", "東", "🦀"] {
                for room in BLOCK - 9..BLOCK + 5 {
                    let lead = "x".repeat(room) + before;
                    let text = format!("{lead}{hidden}{before}{}{hidden}", "y".repeat(BLOCK));
                    let mut sources = Sources::new();
                    let id = sources.add("chart.yaml", text.clone()).expect("small");
                    let mut defects = Defects::default();
                    first_look(sources.file(id), &mut defects);
                    let spans: Vec<_> = defects.finish().iter().map(|defect| defect.span).collect();
                    let expected: Vec<_> = text
                        .match_indices(hidden)
                        .map(|(at, hidden)| sources.file(id).span(at..at + hidden.len()))
                        .collect();
                    assert_eq!(spans, expected, "{text:?}");
                }
            }
        }
    }
}
