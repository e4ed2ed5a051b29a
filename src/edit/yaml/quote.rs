//! Texts as YAML that every reader reads back unchanged.

use crate::read::Style;

/// A text in one line: plain where any reader takes it for that text, else in quotes, of the kind that it had.
pub(super) fn text(text: &str, in_brackets: bool, was: Option<Style>) -> String {
    match was {
        Some(Style::Double) => double(text),
        Some(Style::Single) => single(text),
        _ if is_plain(text, in_brackets) => text.to_owned(),
        _ => double(text),
    }
}

fn single(text: &str) -> String {
    if text.contains(['\n', '\r', '\t']) { double(text) } else { format!("'{}'", text.replace('\'', "''")) }
}

fn double(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for character in text.chars() {
        match character {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            '\r' => quoted.push_str("\\r"),
            '\t' => quoted.push_str("\\t"),
            other => quoted.push(other),
        }
    }
    quoted.push('"');
    quoted
}

/// Whether a text can do without quotes.
pub(crate) fn is_plain(text: &str, in_brackets: bool) -> bool {
    let mut characters = text.chars();
    let Some(first) = characters.next() else { return false };
    let second = characters.next();
    let is_indicator = match first {
        '-' | '?' | ':' => second.is_none_or(char::is_whitespace) || (in_brackets && first != '-'),
        _ => ",[]{}#&*!|>'\"%@`".contains(first),
    };
    let holds_indicator = text.contains(": ") || text.contains(" #") || text.ends_with(':');
    let breaks_brackets = in_brackets && text.contains([',', '[', ']', '{', '}', '?']);
    let is_odd = |character: char| {
        character.is_control() || matches!(character, '\u{85}' | '\u{2028}' | '\u{2029}' | '\u{feff}')
    };
    let is_marker = text.starts_with("---") || text.starts_with("...");
    !(text.trim() != text
        || is_indicator
        || holds_indicator
        || breaks_brackets
        || is_marker
        || text.contains(is_odd)
        || means_something_else(text))
}

/// Whether some reader takes it for a flag, nothing, a number, a day or a time.
fn means_something_else(text: &str) -> bool {
    const WORDS: [&str; 13] = ["y", "n", "yes", "no", "on", "off", "true", "false", "null", "~", "=", "<<", ".nan"];
    let small = text.to_ascii_lowercase();
    let unsigned = small.trim_start_matches(['+', '-']);
    WORDS.contains(&small.as_str()) || unsigned == ".inf" || is_like_a_number(unsigned)
}

fn is_like_a_number(text: &str) -> bool {
    let begins = text.starts_with(|c: char| c.is_ascii_digit())
        || (text.starts_with('.') && text[1..].starts_with(|c: char| c.is_ascii_digit()));
    let is_part =
        |c: char| c.is_ascii_hexdigit() || matches!(c, '_' | '.' | ':' | '-' | '+' | 'x' | 'o' | 't' | 'z' | ' ');
    begins && text.chars().all(is_part)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_some_reader_takes_for_something_else_stands_in_quotes() {
        for text in [
            "",
            " a",
            "a ",
            "- a",
            "? a",
            ": a",
            "-",
            "[a]",
            "{a",
            "#a",
            "&a",
            "*a",
            "!a",
            "|",
            ">",
            "'a",
            "\"a",
            "%a",
            "@a",
            "`a",
            "a: b",
            "a #b",
            "a:",
            "---",
            "--- a",
            "...",
            "a\tb",
            "a\nb",
            "no",
            "On",
            "y",
            "NULL",
            "~",
            "=",
            "<<",
            "12",
            "-1",
            "+1.5",
            ".5",
            "1_000",
            "0x1f",
            "0o17",
            "1e3",
            ".inf",
            "-.INF",
            ".NaN",
            "2026-10-06",
            "2026-10-06T10:00:00Z",
            "12:30",
            "190:20:30",
        ] {
            assert!(!is_plain(text, false), "{text:?}");
        }
        for text in ["a,b", "a]", "{", "why?", ":a", "?a"] {
            assert!(!is_plain(text, true), "{text:?}");
        }
    }

    #[test]
    fn other_texts_stand_plain() {
        for text in
            ["ana", "-a", "?a", ":a", "a#b", "a:b", "a - b", "2026 plan", "v1", "a, b", "It's [so]", "東京", "kůň"]
        {
            assert!(is_plain(text, false), "{text:?}");
        }
        for text in ["ana", "-a", "a:b", "It's"] {
            assert!(is_plain(text, true), "{text:?}");
        }
    }
}
