//! Lines: which of them belong to a pair or an item, where more are inserted after it, and how it is removed.

use std::ops::Range;

use crate::read::{Node, Shape, Style};

use super::Sheet;

/// A pair of a mapping or an item of a list that is on lines of its own.
#[derive(Clone, Copy)]
pub(super) struct Thing {
    /// The first byte of its key, or its dash.
    pub(super) start: usize,
    /// Its value, or the item.
    pub(super) value: usize,
    pub(super) is_first: bool,
}

impl Sheet<'_, '_> {
    /// The start of the line after the last line of a thing, and after comments below it with a deeper indent.
    pub(super) fn tail(&self, thing: Thing) -> usize {
        let column = self.lines.column(thing.start);
        let mut tail = self.lines.next(self.outline.node(thing.value).kept.max(thing.start));
        let mut next = tail;
        while next < self.outline.text.len() {
            if !self.lines.is_blank(next) {
                if self.is_comment(next).is_none_or(|at| at <= column) {
                    break;
                }
                tail = self.lines.next(next);
            }
            next = self.lines.next(next);
        }
        tail
    }

    /// The column of the comment that a line consists of.
    fn is_comment(&self, start: usize) -> Option<usize> {
        let line = self.lines.line(start);
        let column = line.len() - line.trim_start_matches([' ', '\t']).len();
        let found = self.outline.comments.binary_search_by_key(&(start + column), |comment| comment.start);
        found.ok().map(|_| column)
    }

    /// Where the comments begin that stand directly above a thing at its indent; those above the first of its block
    /// speak of the whole.
    fn head(&self, thing: Thing) -> usize {
        let column = self.lines.column(thing.start);
        let mut head = self.lines.start(thing.start);
        while !thing.is_first
            && let Some(above) = self.lines.before(head)
            && self.is_comment(above) == Some(column)
        {
            head = above;
        }
        head
    }

    /// Takes the lines of a thing out, with what belongs to it.
    pub(super) fn cut_lines(&mut self, thing: Thing) {
        let lines = self.lines;
        let (mut start, mut end) = (self.head(thing), self.tail(thing));
        let blank_above = lines.before(start).filter(|above| lines.is_blank(*above));
        let is_kept_above = self.keeps_blanks_before(thing);
        let mut below = end;
        while below < lines.length() && lines.is_blank(below) {
            below = lines.next(below);
        }
        if is_kept_above || (blank_above.is_some() && below > end) {
            end = below;
        } else if let Some(above) = blank_above
            && below >= lines.length()
        {
            // Nothing follows that the blank lines part it from.
            start = above;
            while let Some(above) = lines.before(start).filter(|above| lines.is_blank(*above)) {
                start = above;
            }
        }
        self.forget(start..end);
        self.cut(start..end, "", super::VALUE);
    }

    /// The comments there go with what is taken out.
    pub(super) fn forget(&mut self, bytes: Range<usize>) {
        self.gone.extend_from_slice(self.outline.comments_in(bytes));
    }

    /// Whether the blank lines above a thing are content of a block that ends there.
    fn keeps_blanks_before(&self, thing: Thing) -> bool {
        let nodes = &self.outline.nodes;
        let first = nodes.partition_point(|node| node.bytes.start < thing.start);
        // The place of a missing value may be after its own key.
        let before = nodes[..first].last();
        before.is_some_and(|node| self.keeps_blanks(node))
    }

    /// Whether the last lines of a thing are a block that keeps the blank lines below.
    pub(super) fn ends_in_kept_blanks(&self, thing: Thing) -> bool {
        let after = self.outline.node(thing.value).after;
        self.keeps_blanks(self.outline.node(after - 1))
    }

    fn keeps_blanks(&self, node: &Node<'_>) -> bool {
        matches!(node.shape, Shape::Scalar(_, Style::Literal | Style::Folded)) && {
            let header = &self.outline.text[node.bytes.clone()][1..];
            header.bytes().take_while(|byte| matches!(byte, b'+' | b'-' | b'0'..=b'9')).any(|byte| byte == b'+')
        }
    }

    /// Whether a blank line separates a thing from what comes before it.
    pub(super) fn is_parted(&self, thing: Thing) -> bool {
        self.lines.before(self.head(Thing { is_first: false, ..thing })).is_some_and(|above| self.lines.is_blank(above))
    }
}
