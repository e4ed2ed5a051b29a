//! Quotes and brackets that end nowhere or too early. YAML notices only where the text no longer fits, often lines
//! below: here the value that began it is found.

use crate::phrase::{Phrase, code, say};
use std::ops::Range;

/// A value is looked for in this many lines above an error.
const LINES_ABOVE: usize = 20;

/// What is wrong with how a value is enclosed: where, what, and what to write.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Fault {
    pub(super) bytes: Range<usize>,
    pub(super) message: Phrase,
    pub(super) help: Phrase,
}

/// The value in or above the line of byte `at` whose quotes or brackets explain a syntax error there.
pub(super) fn fault(text: &str, at: usize) -> Option<Fault> {
    let mut line = line_start(text, at);
    for _ in 0..=LINES_ABOVE {
        if let Some(start) = value(text, line)
            && let Some(fault) = fault_of(text, start, at)
        {
            return Some(fault);
        }
        line = line_start(text, line.checked_sub(1)?);
    }
    None
}

fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind('\n').map_or(0, |end| end + 1)
}

fn line_end(text: &str, at: usize) -> usize {
    text[at..].find(['\n', '\r']).map_or(text.len(), |end| at + end)
}

/// Where the value of a line begins, behind dashes and its key, if it begins with a quote or a bracket.
fn value(text: &str, line: usize) -> Option<usize> {
    let content = text[line..line_end(text, line)].trim_start_matches([' ', '-']);
    let from = line_end(text, line) - content.len();
    let encloses = |text: &str| text.starts_with(['"', '\'', '[', '{']);
    if encloses(content) {
        return Some(from);
    }
    let colon = content.find(": ")?;
    let value = content[colon + 1..].trim_start();
    encloses(value).then(|| line_end(text, line) - value.len())
}

fn fault_of(text: &str, start: usize, at: usize) -> Option<Fault> {
    let opening = text[start..].chars().next()?;
    let is_quote = matches!(opening, '"' | '\'');
    let whole = start..start + text[start..line_end(text, start)].trim_end().len();
    let Some(end) = end(text, start, line_end(text, at)) else {
        let what = if is_quote { "quote" } else { "bracket" };
        let help = say!["write the closing ", what, ", or put the whole text in quotes"];
        return Some(Fault { bytes: whole, message: say!["the ", what, " of this line is never closed"], help });
    };
    let behind = text[end..line_end(text, end)].trim_start();
    let is_over = behind.is_empty() || behind.starts_with(['#', ':', ',', ']', '}']);
    if is_over || line_start(text, end) != line_start(text, at) {
        return None;
    }
    if end > whole.end {
        let help = "write the closing quote on the same line".into();
        return Some(Fault { bytes: whole, message: "the quote on this line is not closed".into(), help });
    }
    let message = if is_quote {
        "text follows the closing quote".into()
    } else {
        say!["a text that begins with ", code(opening), " needs quotes"]
    };
    Some(Fault { help: say!["write ", code(quoted(&text[whole.clone()]))], bytes: whole, message })
}

/// Where what is opened at `start` is closed, behind the closing mark, if that is before `limit`.
fn end(text: &str, start: usize, limit: usize) -> Option<usize> {
    let bytes = &text.as_bytes()[..limit];
    let mut closing = Vec::new();
    // Inside brackets a quote opens a text only where a value begins.
    let mut begins = true;
    let mut at = start;
    while let Some(&byte) = bytes.get(at) {
        at += 1;
        match byte {
            b'"' | b'\'' if begins => at = after_quote(bytes, at, byte)?,
            b'[' if begins => closing.push(b']'),
            b'{' if begins => closing.push(b'}'),
            _ if closing.last() == Some(&byte) => drop(closing.pop()),
            _ => {}
        }
        if closing.is_empty() {
            return Some(at);
        }
        begins = matches!(byte, b'[' | b'{' | b',' | b':') || (begins && byte.is_ascii_whitespace());
    }
    None
}

/// Where a text in quotes ends that begins at `at`.
fn after_quote(bytes: &[u8], mut at: usize, quote: u8) -> Option<usize> {
    while let Some(&byte) = bytes.get(at) {
        at += 1;
        if byte == b'\\' && quote == b'"' {
            at += 1;
        } else if byte == quote {
            if quote == b'"' || bytes.get(at) != Some(&quote) {
                return Some(at);
            }
            at += 1;
        }
    }
    None
}

/// A text as one value of YAML.
fn quoted(text: &str) -> String {
    if text.contains(['"', '\\']) { format!("'{}'", text.replace('\'', "''")) } else { format!("\"{text}\"") }
}
