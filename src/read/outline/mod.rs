//! A whole text as it is written: what reading into types drops, and edits need. Quotes, brackets, dashes, colons, the
//! headers of blocks, comments, each at its bytes.

mod build;
mod cursor;

use std::borrow::Cow;
use std::ops::Range;

use crate::text::Source;

pub(crate) use super::yaml::{Oddity, Style};

/// What a node is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Shape<'t> {
    /// Nothing is written.
    Missing,
    /// A text, and how it is written.
    Scalar(Cow<'t, str>, Style),
    /// A list; in brackets or by dashes.
    List { in_brackets: bool },
    /// Keys and values in turn; in braces or by lines.
    Map { in_braces: bool },
}

/// A key, a value, an item of a list.
#[derive(Clone, Debug)]
pub(crate) struct Node<'t> {
    pub(crate) shape: Shape<'t>,
    /// From its first byte to its last: with quotes, brackets and the header of a block; a list by dashes begins at the
    /// first of them. Of what is missing, the place behind its colon or dash, without a byte.
    pub(crate) bytes: Range<usize>,
    /// Where the lines end that belong to it although nothing stands in them: behind its last byte, but for a block
    /// that keeps the blank lines below.
    pub(crate) kept: usize,
    /// The dash of an item, the colon of a value; a key, and an item in brackets, has none, nor has a value that is
    /// missing with its colon.
    pub(crate) mark: Option<usize>,
    /// The node after this one and all that is in it.
    pub(crate) after: usize,
}

/// A text as a flat tree: each node is followed by what is in it.
#[derive(Debug)]
pub(crate) struct Outline<'t> {
    pub(crate) text: &'t str,
    pub(crate) nodes: Vec<Node<'t>>,
    /// From `#` to the end of the line, in the order of the text.
    pub(crate) comments: Vec<Range<usize>>,
}

impl<'t> Outline<'t> {
    /// Reads a text by the YAML library.
    pub(crate) fn of(source: &'t Source) -> Result<Self, Oddity> {
        build::outline(source)
    }

    pub(crate) fn node(&self, at: usize) -> &Node<'t> {
        &self.nodes[at]
    }

    /// What is in a list, or the keys and values of a mapping in turn.
    pub(crate) fn children(&self, at: usize) -> impl Iterator<Item = usize> {
        let end = self.nodes[at].after;
        let mut next = at + 1;
        std::iter::from_fn(move || {
            let child = next;
            (child < end).then(|| {
                next = self.nodes[child].after;
                child
            })
        })
    }

    /// The pairs of a mapping: key and value.
    pub(crate) fn pairs(&self, at: usize) -> impl Iterator<Item = (usize, usize)> {
        let is_map = matches!(self.nodes[at].shape, Shape::Map { .. });
        let mut children = self.children(at);
        std::iter::from_fn(move || is_map.then(|| children.next().zip(children.next())).flatten())
    }

    /// The pair of a mapping with this key; the first, where there are several.
    pub(crate) fn pair(&self, map: usize, key: &str) -> Option<(usize, usize)> {
        self.pairs(map).find(|(at, _)| self.word(*at) == Some(key))
    }

    /// A text that is no list and no mapping.
    pub(crate) fn word(&self, at: usize) -> Option<&str> {
        match &self.nodes[at].shape {
            Shape::Scalar(text, _) => Some(text),
            _ => None,
        }
    }

    /// The mapping that is the whole text; `None` where there is none.
    pub(crate) fn top(&self) -> Option<usize> {
        matches!(self.nodes.first()?.shape, Shape::Map { .. }).then_some(0)
    }

    /// The comments of which some byte stands there.
    pub(crate) fn comments_in(&self, bytes: Range<usize>) -> &[Range<usize>] {
        let first = self.comments.partition_point(|comment| comment.end <= bytes.start);
        let end = self.comments.partition_point(|comment| comment.start < bytes.end);
        &self.comments[first..end.max(first)]
    }
}
