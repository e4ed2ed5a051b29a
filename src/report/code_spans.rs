//! Text from charts in Markdown: nothing in it is ever markup, a link, a mention or a reference.

use std::borrow::Cow;

use crate::text::{printable_line, without_commands};

/// Of one text of a chart so many characters are shown: a comment has a limit.
const LONGEST: usize = 240;

/// A text, cut where it is long.
pub(super) fn shortened(text: &str) -> Cow<'_, str> {
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &text[..end]).into(),
        None => text.into(),
    }
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

/// Adds one of our sentences. What it has in backticks is code; of the rest only plain words and numbers stay words,
/// because a chart's text may hold backticks of its own.
pub(super) fn sentence(text: &str, out: &mut String) {
    for (at, part) in text.split('`').enumerate() {
        if at % 2 == 1 {
            code(part, out);
            continue;
        }
        for word in part.split_inclusive(char::is_whitespace) {
            let bare = word.trim_end();
            if is_plain(bare) {
                if out.ends_with('`') && bare.starts_with(char::is_alphanumeric) {
                    out.push(' ');
                }
                out.push_str(bare);
            } else {
                // Punctuation behind it is ours.
                let core = bare.trim_end_matches([',', '.', ';']);
                code(core, out);
                out.push_str(&bare[core.len()..]);
            }
            if bare.len() < word.len() {
                out.push(' ');
            }
        }
    }
}

/// Whether a word means nothing in Markdown: letters with hyphens or an apostrophe inside, a number or a day, with
/// punctuation around it. A long number could be the name of a commit.
fn is_plain(word: &str) -> bool {
    let core = word.trim_start_matches('(').trim_end_matches([',', '.', ':', ';', '?', ')', '%']);
    let is_word = core.chars().all(|character| character.is_alphabetic() || matches!(character, '\'' | '’' | '-'));
    let is_number = core.len() < 7 && core.chars().all(|character| character.is_ascii_digit() || character == '.');
    let is_date = core.len() == 10
        && (0..10)
            .zip(core.chars())
            .all(|(at, letter)| if matches!(at, 4 | 7) { letter == '-' } else { letter.is_ascii_digit() });
    let is_sign = matches!(core, "×" | "=" | "+" | "→" | "/" | "…");
    let ends_plain = !core.starts_with(['-', '.']) && !core.ends_with('-');
    (is_word || is_number || is_date || is_sign) && ends_plain && !core.contains("--")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(text: &str) -> String {
        let mut out = String::new();
        sentence(text, &mut out);
        out
    }

    #[test]
    fn our_sentences_stay_readable() {
        let text = "`service-lead` carries 117 % of one full-time person: hand on 2.5 of them (or more), on 2026-10-06";
        assert_eq!(written(text), text);
    }

    #[test]
    fn what_could_be_markup_is_code() {
        assert_eq!(written("ping @torvalds now"), "ping `@torvalds` now");
        assert_eq!(written("see www.evil.example, or #12"), "see `www.evil.example`, or `#12`");
        assert_eq!(written("<img src=x>"), "`<img` `src=x>`");
        assert_eq!(written("`a``b` [x](y)"), "`a` `b` `[x](y)`");
        assert_eq!(written("- item"), "`-` item");
    }

    #[test]
    fn a_code_span_cannot_be_left() {
        let mut out = String::new();
        code("a`b``c\n@x", &mut out);
        assert_eq!(out, "```a`b``c\\n@x```");
        out.clear();
        code("`", &mut out);
        assert_eq!(out, "`` ` ``");
    }
}
