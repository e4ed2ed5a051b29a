//! Values: set, and lists changed item by item.

use std::collections::BTreeMap;

use crate::model::Value;
use crate::read::{Shape, Style};

use super::super::keys::Type;
use super::blocks::Thing;
use super::brackets::Slot;
use super::render::{Rendered, Site, item_lines, render};
use super::{BELOW, LINES, Literal, Part, Sheet, Stuck, VALUE, is_same, value};

/// Ids that have become others: an item that names one is changed in place.
pub(crate) type Renamed = BTreeMap<String, String>;

impl Sheet<'_, '_> {
    /// Makes a value say `new` where it said `old`: the items of a list and the keys of a mapping each by itself.
    pub(super) fn set(
        &mut self,
        within: usize,
        at: usize,
        of: Type,
        (old, new): (Option<&Value>, &Value),
        renamed: &Renamed,
    ) -> Result<(), Stuck> {
        match (&self.outline.node(at).shape, old, new) {
            (Shape::List { in_brackets: true }, Some(Value::List(_)), Value::List(one))
                if matches!((of, one.as_slice()), (Type::OneOrMany(_), [one]) if *one != Value::Wrong)
                    && self.outline.children(at).count() > 1
                    && self.outline.comments_in(self.outline.node(at).bytes.clone()).is_empty() =>
            {
                self.put(within, at, &Literal::of(of, new))
            }
            (Shape::List { .. }, _, Value::List(new)) => self.change_list((within, at), of, (old, new), renamed),
            (Shape::Map { .. }, Some(Value::Map(old)), Value::Map(new)) => {
                self.change((within, at), of.keys(), (old, new), renamed)
            }
            _ => self.put(within, at, &Literal::of(of, new)),
        }
    }

    /// Puts a value in place of another, or where there was none.
    pub(crate) fn put(&mut self, within: usize, at: usize, literal: &Literal) -> Result<(), Stuck> {
        let node = self.outline.node(at);
        let (bytes, kept, mark) = (node.bytes.clone(), node.kept, node.mark);
        let was = if let Shape::Scalar(_, style) = node.shape { Some(style) } else { None };
        let in_brackets = self.is_in_brackets(within);
        let column = self.lines.column(
            mark.filter(|mark| self.outline.text[*mark..].starts_with('-'))
                .unwrap_or_else(|| self.outline.nodes[at.saturating_sub(1)].bytes.start),
        );
        let site = Site { in_brackets, column, was, may_be_block: !self.is_followed_by_comment(kept, column) };
        let Rendered { head, lines } = render(literal, site, self.layout);
        let mut parts = Vec::new();
        literal.parts(&mut parts);
        self.swap(within, at..node.after, parts);
        match node.shape {
            Shape::Missing => {
                let lead = if mark.is_some() { " " } else { ": " };
                if !head.is_empty() {
                    self.cut(bytes.start..bytes.start, format!("{lead}{head}"), VALUE);
                }
                self.put_below(bytes.start, &lines, column);
            }
            Shape::Scalar(_, Style::Literal | Style::Folded) => {
                let text = &self.outline.text[bytes.clone()];
                let header = 1 + text[1..].bytes().take_while(|byte| matches!(byte, b'+' | b'-' | b'0'..=b'9')).count();
                self.cut(bytes.start..bytes.start + header, head, VALUE);
                let content = self.lines.next(bytes.start)..self.lines.next(kept);
                self.put_below(bytes.start, &lines, column);
                if !content.is_empty() {
                    self.cut(content, "", BELOW);
                }
            }
            Shape::Scalar(..) => {
                let end = self.end_for(bytes.end, &lines);
                self.cut(bytes.start..end, head, VALUE);
                self.put_below(bytes.end, &lines, column);
            }
            Shape::List { in_brackets: true } | Shape::Map { in_braces: true } => {
                self.without_comments(bytes.clone())?;
                let end = self.end_for(bytes.end, &lines);
                self.cut(bytes.start..end, head, VALUE);
                self.put_below(bytes.end, &lines, column);
            }
            Shape::List { .. } | Shape::Map { .. } => self.put_for_lines(at, (&head, &lines), column)?,
        }
        Ok(())
    }

    /// Puts a value in place of a list or mapping that is on the lines below.
    fn put_for_lines(&mut self, at: usize, (head, lines): (&str, &[String]), column: usize) -> Result<(), Stuck> {
        let node = self.outline.node(at);
        let (bytes, kept) = (node.bytes.clone(), node.kept);
        let Some(mark) = node.mark else { return Err(Stuck::Lost(bytes.start)) };
        self.without_comments(mark..bytes.end)?;
        if !self.lines.begins(bytes.start) {
            self.cut(bytes, head, VALUE);
            return Ok(());
        }
        if !head.is_empty() {
            self.cut(mark + 1..mark + 1, format!(" {head}"), VALUE);
        }
        self.put_below(mark, lines, column);
        self.cut(self.lines.start(bytes.start)..self.lines.next(kept), "", BELOW);
        Ok(())
    }

    /// The end of a value that lines will follow: white space after it is removed.
    fn end_for(&self, end: usize, lines: &[String]) -> usize {
        let stop = self.lines.stop(end);
        let is_blank = self.outline.text[end..stop].trim_matches([' ', '\t']).is_empty();
        if lines.is_empty() || !is_blank { end } else { stop }
    }

    fn put_below(&mut self, at: usize, lines: &[String], column: usize) {
        if !lines.is_empty() {
            self.put_lines(self.lines.next(at), lines, BELOW, column);
        }
    }

    /// Whether the next thing below is a comment with a deeper indent.
    fn is_followed_by_comment(&self, end: usize, column: usize) -> bool {
        let next = self.lines.next(end);
        let first = self.outline.comments.partition_point(|comment| comment.start < next);
        self.outline.comments.get(first).is_some_and(|comment| {
            let between = &self.outline.text[next.min(comment.start)..comment.start];
            between.trim().is_empty() && self.lines.column(comment.start) > column
        })
    }

    /// Makes a list say `new`: what it no longer says goes, what it did not say comes last, the rest stays in order.
    fn change_list(
        &mut self,
        (within, list): (usize, usize),
        of: Type,
        (old, new): (Option<&Value>, &[Value]),
        renamed: &Renamed,
    ) -> Result<(), Stuck> {
        let items: Vec<usize> = self.outline.children(list).collect();
        let mut left: Vec<Option<&Value>> = new.iter().map(Some).collect();
        let keeps_wrong = new.contains(&Value::Wrong);
        let known: &[Value] = if let Some(Value::List(old)) = old { old } else { &[] };
        let mut stays = vec![true; items.len()];
        for (stay, &item) in stays.iter_mut().zip(&items) {
            let here = value(self.outline, item);
            let found = left.iter_mut().find(|one| one.is_some_and(|one| is_same(one, &here)));
            let is_unreadable = keeps_wrong && !known.iter().any(|one| is_same(one, &here));
            *stay = found.map(Option::take).is_some() || is_unreadable;
        }
        let mut added: Vec<&Value> = left.into_iter().flatten().filter(|value| **value != Value::Wrong).collect();
        for (stay, &item) in stays.iter_mut().zip(&items).filter(|(stay, _)| !**stay) {
            let now = self.outline.word(item).and_then(|word| renamed.get(word.trim()));
            let Some(at) = now.and_then(|now| added.iter().position(|one| **one == Value::Text(now.clone()))) else {
                continue;
            };
            *stay = true;
            self.put(list, item, &Literal::of(of.item(), added.remove(at)))?;
        }
        let fresh: Vec<Literal> = added.into_iter().map(|value| Literal::of(of.item(), value)).collect();
        if stays.iter().all(|stay| !stay) && fresh.is_empty() && !self.is_in_brackets(list) {
            return self.put(within, list, &Literal::List(Vec::new(), false));
        }
        self.change_items(list, &items, &stays, &fresh)
    }

    /// Takes an item out of a list that has others.
    pub(crate) fn drop_item(&mut self, list: usize, at: usize) -> Result<(), Stuck> {
        let items: Vec<usize> = self.outline.children(list).collect();
        let stays: Vec<bool> = (0..items.len()).map(|other| other != at).collect();
        self.change_items(list, &items, &stays, &[])
    }

    fn change_items(&mut self, list: usize, items: &[usize], stays: &[bool], fresh: &[Literal]) -> Result<(), Stuck> {
        let nodes = &self.outline.nodes;
        if self.is_in_brackets(list) {
            let slot = |(&item, &stays): (&usize, &bool)| Slot {
                nodes: item..nodes[item].after,
                bytes: nodes[item].bytes.clone(),
                stays,
            };
            let slots: Vec<Slot> = items.iter().zip(stays).map(slot).collect();
            let texts: Vec<String> = fresh.iter().map(|item| item.inline(true, None)).collect();
            self.change_brackets(list, &slots, &texts)?;
        } else {
            let thing = |at: usize| {
                let (item, start) = (items[at], nodes[items[at]].mark);
                start.map(|start| Thing { start, value: item, is_first: at == 0 })
            };
            let unmarked = Stuck::Lost(nodes[list].bytes.start);
            let things = (0..items.len()).map(thing).collect::<Option<Vec<Thing>>>().ok_or(unmarked)?;
            if let Some(last) = things.last() {
                let column = self.lines.column(things[0].start);
                let in_lines = matches!(nodes[last.value].shape, Shape::Map { in_braces: false });
                let tail = self.tail(*last);
                for item in fresh {
                    let item = match item {
                        Literal::Map(pairs, _) => &Literal::Map(pairs.clone(), in_lines),
                        other => other,
                    };
                    self.put_lines(tail, &item_lines(item, column, self.layout), LINES, column);
                }
            }
            for (thing, _) in things.into_iter().zip(stays).filter(|(_, stays)| !**stays) {
                self.cut_lines(thing);
            }
        }
        for (&item, _) in items.iter().zip(stays).filter(|(_, stays)| !**stays) {
            self.swap(list, item..self.outline.node(item).after, Vec::new());
        }
        let after = self.outline.node(list).after;
        for item in fresh {
            let mut parts: Vec<Part> = Vec::new();
            item.parts(&mut parts);
            self.swap(list, after..after, parts);
        }
        Ok(())
    }
}
