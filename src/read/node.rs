//! One value of a file, as a flat tree of spanned nodes.
//!
//! A node is followed by what is in it: walking and dropping need no recursion, and the room is used
//! again for the next value.

use std::borrow::Cow;

use crate::text::Span;

use super::defect::Defects;
use super::event::{Broken, Event};
use super::events::Events;

/// How many entries of a list are looked through for the one that holds a place.
const LOOKED_THROUGH: usize = 1000;

/// What a node holds.
#[derive(Debug)]
pub(super) enum Kind<'t> {
    Null,
    Plain(Cow<'t, str>),
    Quoted(Cow<'t, str>),
    List,
    /// Keys and values in turn.
    Map,
    /// An alias, refused and reported.
    Alias,
}

#[derive(Debug)]
struct Slot<'t> {
    kind: Kind<'t>,
    span: Span,
    /// The node after this one and all that is in it.
    after: u32,
    /// Whether a comment stands behind it that may be meant as text.
    is_cut: bool,
}

/// The nodes of one value.
#[derive(Debug, Default)]
pub(super) struct Tree<'t> {
    slots: Vec<Slot<'t>>,
    open: Vec<usize>,
}

impl<'t> Tree<'t> {
    /// Takes the value that begins with `first`; what was there before is gone.
    pub(super) fn fill(
        &mut self,
        first: Event<'t>,
        span: Span,
        events: &mut Events<'t>,
        defects: &mut Defects,
    ) -> Result<Node<'_, 't>, Broken> {
        self.slots.clear();
        self.open.clear();
        let is_cut = events.is_cut(&first, span);
        self.add(first, span, is_cut);
        while !self.open.is_empty() {
            let (event, span) = events.next(defects)?.ok_or(Broken)?;
            let is_cut = events.is_cut(&event, span);
            self.add(event, span, is_cut);
        }
        Ok(Node { tree: self, at: 0 })
    }

    fn add(&mut self, event: Event<'t>, span: Span, is_cut: bool) {
        let at = self.slots.len();
        let kind = match event {
            Event::Null => Kind::Null,
            Event::Plain(text) => Kind::Plain(text),
            Event::Quoted(text) => Kind::Quoted(text),
            Event::List => Kind::List,
            Event::Map => Kind::Map,
            Event::Alias | Event::Document => Kind::Alias,
            Event::End => {
                let opened = self.open.pop().expect("events nest");
                // A flow collection ends with its bracket, a block with its last value.
                let end = if span.start() == span.end() { self.slots[at - 1].span.end() } else { span.end() };
                let slot = &mut self.slots[opened];
                slot.after = index(at);
                slot.span = Span::new(slot.span.start(), end);
                return;
            }
        };
        if matches!(kind, Kind::List | Kind::Map) {
            self.open.push(at);
        }
        self.slots.push(Slot { kind, span, after: index(at + 1), is_cut });
    }
}

fn index(at: usize) -> u32 {
    u32::try_from(at).expect("a text of 4 GiB has fewer nodes")
}

/// A node of a tree, and all that is in it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Node<'a, 't> {
    tree: &'a Tree<'t>,
    at: usize,
}

impl<'a, 't> Node<'a, 't> {
    pub(super) fn kind(self) -> &'a Kind<'t> {
        &self.slot().kind
    }

    pub(super) fn span(self) -> Span {
        self.slot().span
    }

    /// Whether a comment stands behind it that may be meant as text.
    pub(super) fn is_cut(self) -> bool {
        self.slot().is_cut
    }

    /// What is in a list, or the keys and values of a mapping in turn.
    pub(super) fn children(self) -> impl Iterator<Item = Node<'a, 't>> {
        let end = self.slot().after as usize;
        let mut at = self.at + 1;
        std::iter::from_fn(move || {
            let child = Node { tree: self.tree, at };
            (at < end).then(|| {
                at = child.slot().after as usize;
                child
            })
        })
    }

    /// The keys of a mapping that have nothing behind them, or an empty list.
    pub(super) fn emptied(self) -> impl Iterator<Item = &'a str> {
        let mut children = self.children();
        let is_map = matches!(self.kind(), Kind::Map);
        let pairs = std::iter::from_fn(move || is_map.then(|| children.next().zip(children.next())).flatten());
        pairs.filter_map(|(key, value)| match (key.kind(), value.kind()) {
            (Kind::Plain(key) | Kind::Quoted(key), Kind::Null) => Some(&**key),
            (Kind::Plain(key) | Kind::Quoted(key), Kind::List) if value.children().next().is_none() => Some(&**key),
            _ => None,
        })
    }

    /// The keys that lead from here to a place; the entries of lists have none.
    pub(super) fn way_to(self, place: Span) -> Vec<&'a str> {
        let (mut way, mut node) = (Vec::new(), Some(self));
        while let Some(here) = node.take() {
            let mut children = here.children();
            match here.kind() {
                Kind::Map => {
                    while let (Some(key), Some(value)) = (children.next(), children.next()) {
                        let is_inside = value.span().holds(place);
                        if is_inside || key.span().holds(place) {
                            if let Kind::Plain(text) | Kind::Quoted(text) = key.kind() {
                                way.push(&**text);
                            }
                            node = is_inside.then_some(value);
                            break;
                        }
                    }
                }
                Kind::List => node = children.take(LOOKED_THROUGH).find(|child| child.span().holds(place)),
                _ => {}
            }
        }
        way
    }

    fn slot(self) -> &'a Slot<'t> {
        &self.tree.slots[self.at]
    }
}

impl Kind<'_> {
    /// What was found, in words.
    pub(super) fn name(&self) -> &'static str {
        match self {
            Self::Null => "nothing",
            Self::Plain(_) | Self::Quoted(_) => "text",
            Self::List => "a list",
            Self::Map => "a mapping",
            Self::Alias => "an alias",
        }
    }
}
