//! Characters that must not reach a terminal or hide in a chart.

use std::borrow::Cow;
use std::fmt::Write;

use super::log_commands::escape_commands;

/// Whether a character has no business in a chart: controls other than tab and line ends, the
/// direction overrides that make text read differently from what it says, a byte order mark in the wrong place, and
/// non-characters.
///
/// Right-to-left scripts and joined emoji need none of these.
#[must_use]
pub fn forbidden(character: char) -> bool {
    match character {
        '\t' | '\n' | '\r' => false,
        _ => matches!(
            character,
            '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}'
        ),
    }
}

/// The text with every forbidden character written out as `\u{…}`, safe to send to a terminal.
#[must_use]
pub(crate) fn printable(text: &str) -> Cow<'_, str> {
    if text.chars().any(forbidden) { Cow::Owned(escape(text, forbidden)) } else { Cow::Borrowed(text) }
}

/// As [`printable`], with line ends and tabs written out too: for places that hold one line.
#[must_use]
pub(crate) fn printable_line(text: &str) -> Cow<'_, str> {
    let breaks = |character: char| forbidden(character) || matches!(character, '\n' | '\r' | '\t');
    if text.chars().any(breaks) { Cow::Owned(escape(text, breaks)) } else { Cow::Borrowed(text) }
}

/// The text with every forbidden character replaced by a harmless one that takes as many bytes: for lines in which
/// places are marked by bytes.
#[must_use]
pub(crate) fn printable_in_place(text: &str) -> Cow<'_, str> {
    if !text.chars().any(forbidden) {
        return Cow::Borrowed(text);
    }
    // What begins a file has no room to fill.
    let (mark, text) = text.split_at(text.len() - text.trim_start_matches('\u{feff}').len());
    let harmless = |character: char| match character.len_utf8() {
        _ if !forbidden(character) => character,
        1 => '?',
        2 => '·',
        _ => char::REPLACEMENT_CHARACTER,
    };
    Cow::Owned(mark.chars().chain(text.chars().map(harmless)).collect())
}

/// JSON with what must not reach a terminal, or would be obeyed by a CI system, written as escapes; both stand in
/// strings only, which mean the same.
#[must_use]
pub(crate) fn printable_json(json: String) -> String {
    let json = escape_commands(json, "\\u005b");
    if !json.chars().any(forbidden) {
        return json;
    }
    let mut out = String::with_capacity(json.len() + 8);
    for character in json.chars() {
        if forbidden(character) {
            write!(out, "\\u{:04x}", u32::from(character)).expect("a string takes all");
        } else {
            out.push(character);
        }
    }
    out
}

fn escape(text: &str, written_out: impl Fn(char) -> bool) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for character in text.chars() {
        if written_out(character) {
            out.extend(character.escape_default());
        } else {
            out.push(character);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_reach_no_terminal() {
        assert_eq!(printable("a\u{1b}[31mb\n"), "a\\u{1b}[31mb\n");
        assert_eq!(printable_line("a\r\nb\u{202e}c"), "a\\r\\nb\\u{202e}c");
    }

    #[test]
    fn in_place_no_byte_moves() {
        let text = "a\u{1b}b\u{9b}c\u{202e}d\u{ffff}e";
        assert_eq!(printable_in_place(text), "a?b·c\u{fffd}d\u{fffd}e");
        assert_eq!(printable_in_place(text).len(), text.len());
    }

    #[test]
    fn honest_text_passes() {
        for text in ["שלום", "👩‍👩‍👧", "kůň", "tab\tand line\n"] {
            assert!(matches!(printable(text), Cow::Borrowed(_)), "{text}");
        }
    }
}
