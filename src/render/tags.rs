//! The structure of sheets as tags of a PDF, by which screen readers say what a line is part of.

use std::collections::HashMap;
use std::num::NonZeroU16;

use krilla::tagging::{ListNumbering, Node, TableHeaderScope, Tag, TagGroup, TagTree};
use resvg::usvg;

use crate::layout::{Element, SheetPart, Sheets};

/// What becomes of the elements of sheets while their pages are drawn.
pub(super) struct Tags<'s> {
    elements: &'s [Element],
    /// Which element a line is part of, by its sheet and its start in hundredths of pixels. Looked up only.
    lines: HashMap<(usize, i64, i64), usize>,
    /// What was drawn of each element, and what leads from it elsewhere.
    drawn: Vec<(Vec<Node>, Vec<Node>)>,
}

impl<'s> Tags<'s> {
    pub(super) fn of(sheets: &'s Sheets) -> Self {
        let mut lines = HashMap::new();
        for (at, element) in sheets.elements.iter().enumerate() {
            for (sheet, start) in &element.lines {
                lines.insert((*sheet, start.x.in_hundredths(), start.y.in_hundredths()), at);
            }
        }
        let drawn = sheets.elements.iter().map(|_| (Vec::new(), Vec::new())).collect();
        Self { elements: &sheets.elements, lines, drawn }
    }

    /// The picture on a sheet.
    pub(super) fn figure(&self, sheet: usize) -> Option<usize> {
        let at = *self.lines.get(&(sheet, 0, 0))?;
        (self.elements[at].part == SheetPart::Figure).then_some(at)
    }

    /// The element that a line of a sheet is part of. What is repeated on each sheet is part of none.
    pub(super) fn line(&self, sheet: usize, text: &usvg::Text) -> Option<usize> {
        let start = text.chunks().first()?;
        #[expect(clippy::cast_possible_truncation, reason = "places on a page, written with two decimals")]
        let hundredths = |place: f32| (place * 100.0).round() as i64;
        self.lines.get(&(sheet, hundredths(start.x()?), hundredths(start.y()?))).copied()
    }

    /// Notes what was drawn of an element.
    pub(super) fn draw(&mut self, element: usize, node: impl Into<Node>) {
        self.drawn[element].0.push(node.into());
    }

    /// Notes what leads from an element elsewhere.
    pub(super) fn link(&mut self, element: usize, node: impl Into<Node>) {
        self.drawn[element].1.push(node.into());
    }

    /// All elements in the order in which they are read, points in lists, cells in rows, rows in tables.
    pub(super) fn tree(self, pictures: &dyn Fn(usize) -> String, language: &str) -> TagTree {
        let mut tree = TagTree::new().with_lang(Some(language.to_owned()));
        let mut elements = self.elements.iter().zip(self.drawn).peekable();
        while let Some((element, drawn)) = elements.next() {
            let content = content(drawn);
            match element.part {
                SheetPart::Heading(level) => {
                    let level = NonZeroU16::new(level).expect("levels are counted from 1");
                    tree.push(TagGroup::with_children(Tag::Hn(level, None), content));
                }
                SheetPart::Paragraph => tree.push(TagGroup::with_children(Tag::P, content)),
                SheetPart::Figure => {
                    let words = element.lines.first().map(|(sheet, _)| pictures(*sheet));
                    tree.push(TagGroup::with_children(Tag::Figure(words), content));
                }
                SheetPart::Point => {
                    let mut list = TagGroup::new(Tag::L(ListNumbering::None));
                    list.push(point(content));
                    while let Some((_, drawn)) = elements.next_if(|(next, _)| next.part == SheetPart::Point) {
                        list.push(point(self::content(drawn)));
                    }
                    tree.push(list);
                }
                SheetPart::Cell { table, row, is_head } => {
                    let mut rows = vec![(row, vec![cell(is_head, content)])];
                    let of_table = |part: SheetPart| match part {
                        SheetPart::Cell { table: other, row, is_head } if other == table => Some((row, is_head)),
                        _ => None,
                    };
                    while let Some((next, drawn)) = elements.next_if(|(next, _)| of_table(next.part).is_some()) {
                        let (row, is_head) = of_table(next.part).expect("it was asked for");
                        let cell = cell(is_head, self::content(drawn));
                        match rows.last_mut() {
                            Some((last, cells)) if *last == row => cells.push(cell),
                            _ => rows.push((row, vec![cell])),
                        }
                    }
                    let rows = rows.into_iter().map(|(_, cells)| TagGroup::with_children(Tag::TR, cells).into());
                    tree.push(TagGroup::with_children(Tag::Table, rows.collect()));
                }
            }
        }
        tree
    }
}

/// What was drawn, as a link where it leads somewhere.
fn content((drawn, mut links): (Vec<Node>, Vec<Node>)) -> Vec<Node> {
    if links.is_empty() {
        return drawn;
    }
    let mut linked = drawn;
    linked.append(&mut links);
    vec![TagGroup::with_children(Tag::Link, linked).into()]
}

fn point(content: Vec<Node>) -> TagGroup {
    TagGroup::with_children(Tag::LI, vec![TagGroup::with_children(Tag::LBody, content).into()])
}

fn cell(is_head: bool, content: Vec<Node>) -> Node {
    if is_head {
        TagGroup::with_children(Tag::TH(TableHeaderScope::Column), content).into()
    } else {
        TagGroup::with_children(Tag::TD, content).into()
    }
}
