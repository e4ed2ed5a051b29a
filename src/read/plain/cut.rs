//! A long section of a plain file, cut between its entries so that several threads can read it.

use std::collections::VecDeque;

use memchr::memchr;

use super::{Block, Lines};

impl<'t> Lines<'t> {
    /// What is left of the section that has just begun, as parts of some `size` bytes that begin with an entry, each
    /// by itself; what is after the section is left here. None where the section is too short to be cut.
    pub(in super::super) fn parts(&mut self, size: usize) -> Vec<Lines<'t>> {
        // Of a section in brackets no block is open.
        let [_, section] = self.open[..] else { return Vec::new() };
        if self.bytes.len() - self.at < 2 * size {
            return Vec::new();
        }
        if let Some(line) = self.ahead.take() {
            self.at = line.start - line.column;
        }
        let (cuts, end) = self.cuts(section, size);
        if cuts.is_empty() {
            return Vec::new();
        }
        let ends = cuts.iter().copied().chain([end]);
        let mut first = self.part(section, self.at);
        first.waiting = self.waiting.take();
        first.ready = std::mem::take(&mut self.ready);
        let rest = cuts.iter().map(|&start| self.part(section, start));
        let mut parts: Vec<Self> = std::iter::once(first).chain(rest).collect();
        for (part, end) in parts.iter_mut().zip(ends) {
            part.bytes = &part.bytes[..end];
        }
        self.at = end;
        self.open.pop();
        parts
    }

    fn part(&self, section: Block, at: usize) -> Self {
        Self { at, ahead: None, open: vec![section], waiting: None, ready: VecDeque::new(), ..*self }
    }

    /// Where to cut, and where the section ends.
    fn cuts(&self, section: Block, size: usize) -> (Vec<usize>, usize) {
        let (mut cuts, mut last, mut at) = (Vec::new(), self.at, self.at);
        while at < self.bytes.len() {
            let rest = &self.bytes[at..];
            let column = rest.iter().take_while(|&&byte| byte == b' ').count();
            let says_something = !matches!(rest.get(column), None | Some(b'\n' | b'\r' | b'#'));
            if says_something && column < section.column {
                break;
            }
            if says_something && column == section.column && at - last >= size {
                cuts.push(at);
                last = at;
            }
            at += memchr(b'\n', rest).map_or(rest.len(), |length| length + 1);
        }
        (cuts, at)
    }
}
