//! Charts as nearly everyone writes them, read line by line without the library.
//!
//! A file is *plain* when each of its lines can be understood by itself, its indentation aside: `key: value`, `key:`,
//! `- entry`, lists and mappings in brackets that end where they began, quotes without escapes, comments. What is not
//! plain is the library's from its first byte, and so is every mistake: nothing is judged here. Of a plain file come
//! the events that the library would give, with the same spans; `agree` compares the two.

mod cut;
mod flow;
mod word;

use std::collections::VecDeque;

use memchr::memchr;

use crate::text::{BYTE_ORDER_MARK, Source, Span};

use super::event::Event;

/// Collections within collections; a chart needs six levels.
const DEEPEST: usize = 16;
/// The longest key; YAML gives up at 1024 characters.
const LONGEST_KEY: usize = 1000;

/// The text is not plain.
#[derive(Debug)]
pub(super) struct NotPlain;

/// The events of a plain text.
#[derive(Debug)]
pub(super) struct Lines<'t> {
    source: &'t Source,
    bytes: &'t [u8],
    /// Where the next line begins.
    at: usize,
    /// The next line that says something, once it was looked for.
    ahead: Option<Line>,
    /// The blocks that are open, outermost first.
    open: Vec<Block>,
    /// The colon of a key whose value may stand in the lines below.
    waiting: Option<usize>,
    /// What the last line that was read says, as far as it was not yet asked for.
    ready: VecDeque<(Event<'t>, Span)>,
    has_begun: bool,
    has_ended: bool,
}

/// A list or a mapping that takes several lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Block {
    /// Where its entries begin, in bytes from the start of their lines.
    column: usize,
    is_list: bool,
}

/// The content of one line, without indentation and line end.
#[derive(Clone, Copy, Debug)]
struct Line {
    start: usize,
    column: usize,
    end: usize,
}

impl<'t> Lines<'t> {
    /// The events of a text that is even, as [`first_look`](super::syntax::first_look) says.
    pub(super) fn new(source: &'t Source) -> Self {
        let text = source.text();
        let mark = text.strip_prefix(BYTE_ORDER_MARK).map_or(0, |rest| text.len() - rest.len());
        Self {
            source,
            bytes: text.as_bytes(),
            at: mark,
            ahead: None,
            open: Vec::new(),
            waiting: None,
            ready: VecDeque::new(),
            has_begun: false,
            has_ended: false,
        }
    }

    /// The next event; `None` at the end.
    pub(super) fn next(&mut self) -> Result<Option<(Event<'t>, Span)>, NotPlain> {
        loop {
            if let Some(event) = self.ready.pop_front() {
                return Ok(Some(event));
            }
            if self.has_ended {
                return Ok(None);
            }
            match self.ahead.take().or_else(|| self.content()) {
                Some(line) if self.has_begun => self.line(line)?,
                Some(line) => self.first(line)?,
                None => self.end()?,
            }
            // A line that is indented further goes on with the text of this one.
            self.ahead = self.content();
            if let (Some(next), Some(top), None) = (self.ahead, self.open.last(), self.waiting)
                && next.column > top.column
            {
                return Err(NotPlain);
            }
        }
    }

    /// The next line that says something.
    fn content(&mut self) -> Option<Line> {
        while self.at < self.bytes.len() {
            let begin = self.at;
            let rest = &self.bytes[begin..];
            let length = memchr(b'\n', rest).unwrap_or(rest.len());
            self.at = (begin + length + 1).min(self.bytes.len());
            let column = rest.iter().take_while(|&&byte| byte == b' ').count();
            let line = rest[..length].strip_suffix(b"\r").unwrap_or(&rest[..length]);
            if column < line.len() && line[column] != b'#' {
                return Some(Line { start: begin + column, column, end: begin + line.len() });
            }
        }
        None
    }

    /// The first line, which may say that a document begins.
    fn first(&mut self, line: Line) -> Result<(), NotPlain> {
        self.has_begun = true;
        if line.column == 0 && &self.bytes[line.start..line.end] == b"---" {
            self.push(Event::Document, line.start, line.end);
            let below = self.content().ok_or(NotPlain)?;
            return self.block(below);
        }
        self.push(Event::Document, line.start, line.start);
        self.block(line)
    }

    fn line(&mut self, line: Line) -> Result<(), NotPlain> {
        let is_entry = self.is_entry(line);
        if let Some(colon) = self.waiting.take() {
            let map = self.open.last().ok_or(NotPlain)?;
            // The entries of a list may stand as far left as the key.
            if line.column > map.column || (line.column == map.column && is_entry) {
                return self.block(line);
            }
            self.push(Event::Null, colon, colon);
        }
        while let Some(top) = self.open.last() {
            let is_past = top.column > line.column || (top.column == line.column && top.is_list && !is_entry);
            if !is_past {
                break;
            }
            self.open.pop();
            self.push(Event::End, line.start, line.start);
        }
        if self.open.last() != Some(&Block { column: line.column, is_list: is_entry }) {
            return Err(NotPlain);
        }
        if is_entry { self.entry(line) } else { self.pair(line) }
    }

    fn end(&mut self) -> Result<(), NotPlain> {
        if !self.has_begun {
            return Err(NotPlain);
        }
        if let Some(colon) = self.waiting.take() {
            self.push(Event::Null, colon, colon);
        }
        while self.open.pop().is_some() {
            self.push(Event::End, self.bytes.len(), self.bytes.len());
        }
        self.has_ended = true;
        Ok(())
    }

    /// A list or mapping that begins with this line.
    fn block(&mut self, line: Line) -> Result<(), NotPlain> {
        let is_list = self.is_entry(line);
        // The library places a list that is not indented at the text of its first entry.
        let is_indented = self.open.last().is_none_or(|map| map.column < line.column);
        let place = if is_list && !is_indented { self.spaces(line.start + 1, line.end) } else { line.start };
        self.open(Block { column: line.column, is_list }, place)?;
        if is_list { self.entry(line) } else { self.pair(line) }
    }

    fn open(&mut self, block: Block, place: usize) -> Result<(), NotPlain> {
        if self.open.len() == DEEPEST {
            return Err(NotPlain);
        }
        self.open.push(block);
        self.push(if block.is_list { Event::List } else { Event::Map }, place, place);
        Ok(())
    }

    #[inline]
    fn is_entry(&self, line: Line) -> bool {
        self.bytes[line.start] == b'-' && self.is_blank(line.start + 1, line.end)
    }

    /// `- text`, `- [flow]`, or a mapping that begins after the dash.
    fn entry(&mut self, line: Line) -> Result<(), NotPlain> {
        let start = self.spaces(line.start + 1, line.end);
        let inner = Line { start, column: line.column + start - line.start, ..line };
        if start == line.end || self.is_entry(inner) {
            return Err(NotPlain);
        }
        if self.is_bracket(start) {
            let after = self.flow(start, line.end)?;
            return self.nothing(after, line.end);
        }
        let word = self.word(start, line.end)?;
        if word.colon.is_none() {
            self.ready.push_back((word.event, word.span));
            return Ok(());
        }
        self.open(Block { column: inner.column, is_list: false }, start)?;
        self.pair(inner)
    }

    /// `key: value`, or a key alone.
    fn pair(&mut self, line: Line) -> Result<(), NotPlain> {
        if line.column == 0 && self.bytes[line.start..line.end].starts_with(b"...") {
            return Err(NotPlain);
        }
        let key = self.word(line.start, line.end)?;
        let colon = key.colon.filter(|colon| colon - line.start <= LONGEST_KEY).ok_or(NotPlain)?;
        self.ready.push_back((key.event, key.span));
        let start = self.spaces(colon + 1, line.end);
        if start == line.end || self.bytes[start] == b'#' {
            self.waiting = Some(colon);
            return Ok(());
        }
        if self.is_bracket(start) {
            let after = self.flow(start, line.end)?;
            return self.nothing(after, line.end);
        }
        let value = self.word(start, line.end)?;
        if value.colon.is_some() {
            return Err(NotPlain);
        }
        self.ready.push_back((value.event, value.span));
        Ok(())
    }

    #[inline]
    fn is_bracket(&self, at: usize) -> bool {
        matches!(self.bytes[at], b'[' | b'{')
    }

    /// Nothing more in this line but a comment.
    fn nothing(&self, after: usize, end: usize) -> Result<(), NotPlain> {
        let at = self.spaces(after, end);
        if at == end || (at > after && self.bytes[at] == b'#') { Ok(()) } else { Err(NotPlain) }
    }

    /// The first byte from `at` on that is no space.
    #[inline]
    fn spaces(&self, at: usize, end: usize) -> usize {
        at + self.bytes[at..end].iter().take_while(|&&byte| byte == b' ').count()
    }

    /// Whether a space stands here, or nothing more.
    #[inline]
    fn is_blank(&self, at: usize, end: usize) -> bool {
        at >= end || self.bytes[at] == b' '
    }

    #[inline]
    fn push(&mut self, event: Event<'t>, start: usize, end: usize) {
        self.ready.push_back((event, self.span(start, end)));
    }

    #[inline]
    fn span(&self, start: usize, end: usize) -> Span {
        self.source.span_of_characters(start..end)
    }
}
