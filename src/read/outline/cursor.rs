//! A place in a text that moves over what stands between values.

use std::ops::Range;

use crate::text::BYTE_ORDER_MARK;

use super::Style;

/// A block of text: where its last line ends that is not blank, and where the blank lines end that it keeps.
pub(super) struct Block {
    pub(super) end: usize,
    pub(super) kept: usize,
}

pub(super) struct Cursor<'t> {
    pub(super) text: &'t str,
    pub(super) at: usize,
    pub(super) comments: Vec<Range<usize>>,
}

impl<'t> Cursor<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        let at = if text.starts_with(BYTE_ORDER_MARK) { BYTE_ORDER_MARK.len_utf8() } else { 0 };
        Self { text, at, comments: Vec::new() }
    }

    /// Goes over white space and comments.
    pub(super) fn skip(&mut self) {
        let bytes = self.text.as_bytes();
        while let Some(&byte) = bytes.get(self.at) {
            match byte {
                b' ' | b'\t' | b'\n' | b'\r' => self.at += 1,
                b'#' => {
                    let end = self.line_end(self.at);
                    self.comments.push(self.at..end);
                    self.at = end;
                }
                _ => return,
            }
        }
    }

    /// Goes over white space, comments and then this, where it comes next; its place comes back.
    pub(super) fn take(&mut self, word: &str) -> Option<usize> {
        self.skip();
        let at = self.at;
        self.text[at..].starts_with(word).then(|| {
            self.at += word.len();
            at
        })
    }

    /// Whether this comes next, and a space or nothing behind it.
    pub(super) fn is_at_word(&mut self, word: &str) -> bool {
        self.skip();
        let rest = &self.text[self.at..];
        rest.strip_prefix(word).is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '\t', '\n', '\r']))
    }

    pub(super) fn next_byte(&mut self) -> Option<u8> {
        self.skip();
        self.text.as_bytes().get(self.at).copied()
    }

    pub(super) fn is_at_end(&mut self) -> bool {
        self.skip();
        self.at == self.text.len()
    }

    /// The column of a byte, counted in bytes: before it stand spaces and dashes alone.
    pub(super) fn column(&self, at: usize) -> usize {
        at - self.text[..at]
            .rfind(['\n', '\r', BYTE_ORDER_MARK])
            .map_or(0, |before| before + self.text[before..].chars().next().map_or(1, char::len_utf8))
    }

    /// Goes over a block of text that begins with its header here, within what is indented by `parent`.
    pub(super) fn block(&mut self, style: Style, parent: usize) -> Option<Block> {
        let sign = if style == Style::Literal { '|' } else { '>' };
        let header = self.text[self.at..].strip_prefix(sign)?;
        let length = header.bytes().take_while(|byte| matches!(byte, b'+' | b'-' | b'0'..=b'9')).count();
        let (header, line_end) = (&header[..length], self.line_end(self.at));
        let mut end = self.at + 1 + length;
        self.at = end;
        self.comment_before(line_end);
        let digits = header.trim_matches(['+', '-']);
        let mut indent = digits.parse::<usize>().ok().map(|more| parent + more);
        let (mut next, mut content_end) = (self.line_after(line_end), None);
        let mut blank_end = line_end;
        while let Some(start) = next {
            let line_end = self.line_end(start);
            let line = &self.text[start..line_end];
            let blanks = line.len() - line.trim_start_matches(' ').len();
            let is_blank = blanks == line.len() && indent.is_none_or(|indent| blanks <= indent);
            if !is_blank {
                let least = *indent.get_or_insert_with(|| blanks.max(parent + 1));
                if blanks < least {
                    break;
                }
                content_end = Some(line_end);
            }
            blank_end = line_end;
            next = self.line_after(line_end);
        }
        if let Some(content_end) = content_end {
            end = content_end;
        }
        let keeps = header.contains('+');
        // The lines of a block hold no comments, whatever they look like.
        self.at = if content_end.is_some() { end } else { line_end };
        Some(Block { end, kept: if keeps { blank_end.max(end) } else { end } })
    }

    /// Takes a comment in the rest of a line.
    fn comment_before(&mut self, line_end: usize) {
        let rest = &self.text[self.at..line_end];
        let blanks = rest.len() - rest.trim_start_matches([' ', '\t']).len();
        if rest[blanks..].starts_with('#') {
            self.comments.push(self.at + blanks..line_end);
        }
    }

    /// Where the line ends that a byte is in.
    fn line_end(&self, at: usize) -> usize {
        self.text[at..].find(['\n', '\r']).map_or(self.text.len(), |length| at + length)
    }

    /// Where the line begins after one that ends here.
    fn line_after(&self, end: usize) -> Option<usize> {
        let rest = &self.text[end..];
        let length = if rest.starts_with("\r\n") { 2 } else { 1 };
        (rest.len() > length).then_some(end + length)
    }
}
