//! One word of a line: text without quotes, or text in quotes that end in the same line.

use std::borrow::Cow;

use memchr::{memchr, memchr2};

use crate::text::Span;

use super::super::event::Event;
use super::{Lines, NotPlain};

/// A scalar, and what follows upon it.
#[derive(Debug)]
pub(super) struct Word<'t> {
    pub(super) event: Event<'t>,
    pub(super) span: Span,
    /// The colon that makes it a key.
    pub(super) colon: Option<usize>,
    /// Where the line goes on.
    pub(super) next: usize,
}

impl<'t> Lines<'t> {
    /// A key or value outside of brackets: what does not end with a colon ends with its line.
    pub(super) fn word(&self, start: usize, end: usize) -> Result<Word<'t>, NotPlain> {
        if self.is_quote(start) {
            let word = self.quoted(start, end)?;
            if word.colon.is_none() {
                self.nothing(word.next, end)?;
            }
            return Ok(word);
        }
        if !self.begins_text(start, end) {
            return Err(NotPlain);
        }
        let mut at = start;
        while let Some(found) = memchr2(b':', b'#', &self.bytes[at..end]) {
            at += found;
            if self.bytes[at] == b':' && self.is_blank(at + 1, end) {
                return Ok(self.unquoted(start, at, Some(at)));
            }
            if self.bytes[at] == b'#' && self.bytes[at - 1] == b' ' {
                return Ok(self.unquoted(start, at, None));
            }
            at += 1;
        }
        Ok(self.unquoted(start, end, None))
    }

    /// A key or value in brackets.
    pub(super) fn flow_word(&self, start: usize, end: usize) -> Result<Word<'t>, NotPlain> {
        if start < end && self.is_quote(start) {
            return self.quoted(start, end);
        }
        if !self.begins_text(start, end) {
            return Err(NotPlain);
        }
        let mut at = start;
        loop {
            let ends = |byte: &u8| matches!(byte, b',' | b'[' | b']' | b'{' | b'}' | b':' | b'#');
            at += self.bytes[at..end].iter().position(ends).ok_or(NotPlain)?;
            match self.bytes[at] {
                b':' if self.is_blank(at + 1, end) => return Ok(self.unquoted(start, at, Some(at))),
                b':' if matches!(self.bytes[at + 1], b',' | b'[' | b']' | b'{' | b'}') => return Err(NotPlain),
                b'#' if self.bytes[at - 1] == b' ' => return Err(NotPlain),
                b':' | b'#' => at += 1,
                _ => return Ok(self.unquoted(start, at, None)),
            }
        }
    }

    fn unquoted(&self, start: usize, end: usize, colon: Option<usize>) -> Word<'t> {
        let text = self.source.text()[start..end].trim_end_matches(' ');
        let span = self.span(start, start + text.len());
        Word { event: Event::unquoted(Cow::Borrowed(text)), span, colon, next: end }
    }

    fn quoted(&self, start: usize, end: usize) -> Result<Word<'t>, NotPlain> {
        let (text, after) = if self.bytes[start] == b'"' {
            let length = memchr2(b'"', b'\\', &self.bytes[start + 1..end]).ok_or(NotPlain)?;
            let close = start + 1 + length;
            if self.bytes[close] == b'\\' {
                return Err(NotPlain);
            }
            (Cow::Borrowed(&self.source.text()[start + 1..close]), close + 1)
        } else {
            self.in_single_quotes(start + 1, end)?
        };
        let next = self.spaces(after, end);
        let is_key = next < end && self.bytes[next] == b':' && self.is_blank(next + 1, end);
        // What is said of spaces before a comment is asked where the quote ends.
        let (colon, next) = if is_key { (Some(next), next) } else { (None, after) };
        Ok(Word { event: Event::Quoted(text), span: self.span(start, after), colon, next })
    }

    /// The text up to the closing quote, and the place after that; two quotes stand for one.
    fn in_single_quotes(&self, start: usize, end: usize) -> Result<(Cow<'t, str>, usize), NotPlain> {
        let (mut at, mut has_quotes) = (start, false);
        loop {
            at += memchr(b'\'', &self.bytes[at..end]).ok_or(NotPlain)?;
            if at + 1 < end && self.bytes[at + 1] == b'\'' {
                has_quotes = true;
                at += 2;
                continue;
            }
            let text = &self.source.text()[start..at];
            let text = if has_quotes { Cow::Owned(text.replace("''", "'")) } else { Cow::Borrowed(text) };
            return Ok((text, at + 1));
        }
    }

    fn is_quote(&self, at: usize) -> bool {
        matches!(self.bytes[at], b'"' | b'\'')
    }

    /// Whether text without quotes may begin here: no sign that means something else to YAML.
    fn begins_text(&self, at: usize, end: usize) -> bool {
        match self.bytes[at..end].first() {
            Some(b'-') => self.bytes[at + 1..end].first().is_some_and(u8::is_ascii_alphanumeric),
            Some(
                b'?' | b':' | b',' | b'[' | b']' | b'{' | b'}' | b'#' | b'&' | b'*' | b'!' | b'|' | b'>' | b'\'' | b'"'
                | b'%' | b'@' | b'`',
            )
            | None => false,
            Some(_) => true,
        }
    }
}
