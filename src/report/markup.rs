//! Phrases in Markdown: each part is escaped by its kind, and no text of a chart is ever markup, a link, a
//! mention or a reference.

use std::borrow::Cow;

use crate::phrase::{By, Entry, Part, Phrase};
use crate::text::{printable_line, without_commands};

/// At most this many characters of a chart's text are shown: a comment has a limit.
const LONGEST: usize = 240;
/// GitHub takes this many hexadecimal digits or more for the name of a commit.
const COMMIT: usize = 7;
const ZERO_WIDTH: char = '\u{200b}';

/// A text, cut where it is long.
pub(super) fn shortened(text: &str) -> Cow<'_, str> {
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &text[..end]).into(),
        None => text.into(),
    }
}

/// Adds a phrase.
pub(super) fn phrase(phrase: &Phrase, out: &mut String) {
    for part in phrase.parts() {
        match part {
            Part::Words(words) => text(words, out),
            Part::Text(said) => text(&shortened(said), out),
            Part::Quoted(said) => text(&format!("\"{}\"", shortened(said)), out),
            Part::Code(said) => code(&shortened(said), out),
            Part::Entry(said) => entry(said, out),
            Part::Figure(figure) => text(&figure.to_string(), out),
            Part::Day(day) => text(day, out),
            Part::Arrow => out.push_str(" → "),
        }
    }
}

/// Adds an entry: its title or name, and the id that machines know it by.
fn entry(Entry { id, name, by, .. }: Entry<'_>, out: &mut String) {
    if name == id {
        code(&shortened(id), out);
        return;
    }
    if by == By::Name {
        text(&shortened(name), out);
        return;
    }
    strong(&shortened(name), out);
    out.push(' ');
    code(&shortened(id), out);
}

/// Adds a text that stands out.
pub(super) fn strong(said: &str, out: &mut String) {
    let inner = said.trim();
    if inner.is_empty() {
        return;
    }
    // Two that touch would be read as one.
    if out.ends_with('*') {
        out.push(ZERO_WIDTH);
    }
    out.push_str("**");
    text(inner, out);
    out.push_str("**");
}

/// Adds a text as one code span.
///
/// Its fence is longer than any run of backticks inside, so that the text can't end it; one line in, one line out.
pub(super) fn code(text: &str, out: &mut String) {
    let text = printable_line(text);
    let text = without_commands(text.trim());
    if text.is_empty() {
        return;
    }
    let longest = text.split(|character| character != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    let pad = if text.starts_with('`') || text.ends_with('`') { " " } else { "" };
    // Two spans that touch would be read as one fence.
    if out.ends_with('`') {
        out.push(' ');
    }
    out.extend([fence.as_str(), pad, &*text, pad, fence.as_str()]);
}

/// Adds text with every character that Markdown or GitHub gives a meaning written so that it has none.
///
/// A mention, an issue, a commit or a link is made after the text is read, whatever precedes it: only something
/// between its parts keeps it text.
pub(super) fn text(text: &str, out: &mut String) {
    let text = printable_line(text);
    let mut before = ' ';
    // How many hexadecimal digits came last, in a word of nothing else.
    let mut digits = Some(0);
    for character in text.chars() {
        digits = match digits {
            Some(count) if character.is_ascii_hexdigit() => Some(count + 1),
            _ if !character.is_alphanumeric() => Some(0),
            _ => None,
        };
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '|' => out.push_str("\\|"),
            '@' | '#' => out.extend(['\\', character, ZERO_WIDTH]),
            '/' if before == ':' => out.extend([ZERO_WIDTH, '/']),
            '.' if ends_in(out, "www") => out.extend([ZERO_WIDTH, '.']),
            '-' if ends_in(out, "gh") => out.extend(['-', ZERO_WIDTH]),
            // Not after a backslash, so that counting backticks finds only our own spans.
            '`' => out.push_str("&#96;"),
            '\\' | '*' | '_' | '[' | ']' | '~' | '!' | '$' => out.extend(['\\', character]),
            _ if digits.is_some_and(|count| count % COMMIT == COMMIT - 1) => out.extend([character, ZERO_WIDTH]),
            _ => out.push(character),
        }
        before = character;
    }
}

/// Whether what was written ends in these letters, in either case.
fn ends_in(out: &str, letters: &str) -> bool {
    let start = out.len().checked_sub(letters.len());
    start.and_then(|start| out.get(start..)).is_some_and(|end| end.eq_ignore_ascii_case(letters))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Noun;
    use crate::phrase::{self, of_kind, quoted, say};

    fn written(phrase: &Phrase) -> String {
        let mut out = String::new();
        super::phrase(phrase, &mut out);
        out
    }

    #[test]
    fn our_sentences_stay_readable() {
        let seat = of_kind(Noun::Seat, "service-lead", "Head of Service");
        let sentence =
            say![seat, " carries ", phrase::percent(117), ": hand on ", code("owner:"), " (or more), by now"];
        assert_eq!(
            written(&sentence),
            "**Head of Service** `service-lead` carries 117 %: hand on `owner:` (or more), by now"
        );
    }

    #[test]
    fn what_could_be_markup_is_none() {
        let said = |text: &str| written(&say![phrase::text(text)]);
        assert_eq!(said("ping @torvalds now"), "ping \\@\u{200b}torvalds now");
        assert_eq!(said("see www.evil.example, or #12"), "see www\u{200b}.evil.example, or \\#\u{200b}12");
        assert_eq!(said("<img src=x>"), "&lt;img src=x&gt;");
        assert_eq!(said("[x](y) GH-12 deadbeef"), "\\[x\\](y) GH-\u{200b}12 deadbe\u{200b}ef");
        assert_eq!(written(&say![quoted("a`b")]), "\"a&#96;b\"");
    }

    #[test]
    fn a_code_span_cannot_be_left() {
        let mut out = String::new();
        super::code("a`b``c\n@x", &mut out);
        assert_eq!(out, "```a`b``c\\n@x```");
        out.clear();
        super::code("`", &mut out);
        assert_eq!(out, "`` ` ``");
    }
}
