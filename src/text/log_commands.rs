//! Words that a CI system would take from a log as commands.

use std::borrow::Cow;

/// What begins a command anywhere in a line: of GitHub's old form, of Azure and of `TeamCity`.
const ANYWHERE: [&str; 3] = ["##[", "##vso[", "##teamcity["];
/// What begins a command at the start of a line, spaces aside.
const AT_START: &str = "::";
/// How those begin that may occur anywhere.
const DOUBLED: &str = "##";

/// The text, with a backslash in every word that a CI system would obey, and otherwise unchanged.
///
/// For text that people read. Data formats have escapes of their own that keep the value.
#[must_use]
pub(crate) fn without_commands(text: &str) -> Cow<'_, str> {
    if !text.contains(AT_START) && !text.contains(DOUBLED) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 8);
    for line in text.split_inclusive(['\n', '\r']) {
        let blanks = line.len() - line.trim_start().len();
        let (indent, mut rest) = line.split_at(blanks);
        out.push_str(indent);
        if rest.starts_with(AT_START) {
            out.push('\\');
        }
        while let Some(at) = first_command(rest) {
            let (before, word) = rest.split_at(at + DOUBLED.len());
            out.extend([before, "\\"]);
            rest = word;
        }
        out.push_str(rest);
    }
    Cow::Owned(out)
}

/// The same of a whole output, which is copied only where a word must be broken.
#[must_use]
pub(crate) fn break_commands(text: String) -> String {
    match without_commands(&text) {
        Cow::Borrowed(_) => text,
        Cow::Owned(broken) => broken,
    }
}

/// Where the first of the commands that may occur anywhere begins.
fn first_command(text: &str) -> Option<usize> {
    // Colours begin with one `#`, and a picture has thousands of them.
    let doubled = memchr::memmem::Finder::new(DOUBLED);
    let mut from = 0;
    while let Some(at) = doubled.find(&text.as_bytes()[from..]) {
        let at = from + at;
        if ANYWHERE.iter().any(|command| text[at..].starts_with(command)) {
            return Some(at);
        }
        from = at + 1;
    }
    None
}

/// Data with the commands that may occur anywhere in a line kept from being obeyed: their bracket is written as
/// `bracket`, the data format's own escape for it, so that the data mean the same.
#[must_use]
pub(crate) fn escape_commands(mut data: String, bracket: &str) -> String {
    let mut from = 0;
    while let Some(at) = first_command(&data[from..]) {
        let at = from + at + data[from + at..].find('[').expect("each of them ends with one");
        data.replace_range(at..=at, bracket);
        from = at;
    }
    data
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commands_are_broken_where_they_would_be_obeyed() {
        assert_eq!(without_commands("::error::x\n  ::debug::y"), "\\::error::x\n  \\::debug::y");
        assert_eq!(without_commands("a\r::error::x"), "a\r\\::error::x");
        assert_eq!(without_commands("a ##[set-env name=x]y ##vso[a]"), "a ##\\[set-env name=x]y ##\\vso[a]");
        assert_eq!(without_commands("###[error]"), "###\\[error]");
    }

    #[test]
    fn other_text_is_left_alone() {
        for text in ["a::b", "model::Chart\n- a::b", "# heading ## [x]", "[##]", ""] {
            assert_eq!(without_commands(text), text);
        }
    }

    #[test]
    fn data_keep_their_value() {
        let json = escape_commands("[\"##[group]\", \"a ##[##[\"]".to_owned(), "\\u005b");
        assert!(!json.contains("##["), "{json}");
        let value: Vec<String> = serde_json::from_str(&json).expect("it is JSON");
        assert_eq!(value, ["##[group]", "a ##[##["]);
    }
}
