//! The lines of a text, whatever ends them.

use crate::text::BYTE_ORDER_MARK;

/// A text by its lines. One without a line end at its end is treated as if it had one: places run up to after that.
#[derive(Clone, Copy)]
pub(super) struct Lines<'t> {
    text: &'t str,
    end: &'static str,
}

impl<'t> Lines<'t> {
    pub(super) fn of(text: &'t str) -> Self {
        let first = text.find(['\n', '\r']).map(|at| &text[at..]);
        let end = match first {
            Some(rest) if rest.starts_with("\r\n") => "\r\n",
            Some(rest) if rest.starts_with('\r') => "\r",
            _ => "\n",
        };
        Self { text, end }
    }

    pub(super) fn text(self) -> &'t str {
        self.text
    }

    pub(super) fn line_end(self) -> &'static str {
        self.end
    }

    pub(super) fn is_ended(self) -> bool {
        self.text.is_empty() || self.text.ends_with(['\n', '\r'])
    }

    /// After the last line end.
    pub(super) fn length(self) -> usize {
        self.text.len() + if self.is_ended() { 0 } else { self.end.len() }
    }

    /// Where the line begins that a byte is in.
    pub(super) fn start(self, at: usize) -> usize {
        let at = at.min(self.text.len());
        let start = self.text[..at].rfind(['\n', '\r']).map_or(0, |end| end + 1);
        if start == 0 && self.text.starts_with(BYTE_ORDER_MARK) { BYTE_ORDER_MARK.len_utf8().min(at) } else { start }
    }

    /// Where the line ends that a byte is in, before what ends it.
    pub(super) fn stop(self, at: usize) -> usize {
        let at = at.min(self.text.len());
        self.text[at..].find(['\n', '\r']).map_or(self.text.len(), |length| at + length)
    }

    /// Where the line begins after the one that a byte is in.
    pub(super) fn next(self, at: usize) -> usize {
        let stop = self.stop(at);
        let rest = &self.text[stop..];
        if rest.is_empty() { self.length() } else { stop + if rest.starts_with("\r\n") { 2 } else { 1 } }
    }

    /// Where the line begins before the one that begins here.
    pub(super) fn before(self, start: usize) -> Option<usize> {
        let above = &self.text[..start.min(self.text.len())];
        let above = above.strip_suffix("\r\n").or_else(|| above.strip_suffix(['\n', '\r']))?;
        Some(self.start(above.len()))
    }

    /// The line that begins here, without its end.
    pub(super) fn line(self, start: usize) -> &'t str {
        if start >= self.text.len() { "" } else { &self.text[start..self.stop(start)] }
    }

    pub(super) fn is_blank(self, start: usize) -> bool {
        start < self.text.len() && self.line(start).trim_matches([' ', '\t']).is_empty()
    }

    /// The column of a byte in its line, in bytes.
    pub(super) fn column(self, at: usize) -> usize {
        at - self.start(at)
    }

    /// Whether there are only spaces before a byte in its line.
    pub(super) fn begins(self, at: usize) -> bool {
        self.text[self.start(at)..at].bytes().all(|byte| byte == b' ')
    }

    /// The length of what ends the line before the one that begins here.
    pub(super) fn end_before(self, start: usize) -> usize {
        let above = &self.text[..start];
        if above.ends_with("\r\n") { 2 } else { usize::from(above.ends_with(['\n', '\r'])) }
    }
}
