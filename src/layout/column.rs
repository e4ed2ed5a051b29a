//! Sets texts one below the other.

use super::clean::clean;
use super::geometry::{Point, Px};
use super::scene::{Line, Mark, Text, TextRole};
use super::typeface::Face;
use super::wrap::wrap;

/// How far the text of an item stands in from its bullet.
const HANG: Px = Px::whole(10);

/// A column of texts, filled from the top.
#[derive(Debug)]
pub(super) struct Column {
    left: Px,
    width: Px,
    /// Where the next line begins.
    pen: Px,
    marks: Vec<Mark>,
}

impl Column {
    /// An empty column that begins at `origin`.
    pub(super) fn new(origin: Point, width: Px) -> Self {
        Self { left: origin.x, width, pen: origin.y, marks: Vec::new() }
    }

    /// Leaves room before the next text.
    pub(super) fn skip(&mut self, room: Px) {
        self.pen += room;
    }

    /// Sets a text; it begins `indent` further to the right.
    pub(super) fn text(&mut self, role: TextRole, words: &str, indent: Px) {
        let mut lines = Vec::new();
        self.lines(role, words, indent, &mut lines);
        self.marks.push(Mark::Text(Text { role, lines }));
    }

    /// Sets a list with hanging bullets and `gap` between its items.
    pub(super) fn list(&mut self, role: TextRole, items: &[String], gap: Px) {
        let mut lines = Vec::new();
        for (index, item) in items.iter().enumerate() {
            if index > 0 {
                self.skip(gap);
            }
            lines.push(Line { start: Point::new(self.left, self.pen + rise(role)), text: "• ".to_owned() });
            self.lines(role, item, HANG, &mut lines);
        }
        self.marks.push(Mark::Text(Text { role, lines }));
    }

    /// Adds a mark that takes no room.
    pub(super) fn mark(&mut self, mark: Mark) {
        self.marks.push(mark);
    }

    /// Where the next line begins.
    pub(super) fn pen(&self) -> Point {
        Point::new(self.left, self.pen)
    }

    /// How wide a line without indent is.
    pub(super) fn width(&self) -> Px {
        self.width
    }

    /// Everything that was set.
    pub(super) fn into_marks(self) -> Vec<Mark> {
        self.marks
    }

    fn lines(&mut self, role: TextRole, words: &str, indent: Px, lines: &mut Vec<Line>) {
        let left = self.left + indent;
        for text in wrap(&clean(words), role, self.width - indent) {
            lines.push(Line { start: Point::new(left, self.pen + rise(role)), text });
            self.pen += role.line_height();
        }
    }
}

/// From the top of a line to its baseline: the letters stand in the middle of the line's height.
pub(super) fn rise(role: TextRole) -> Px {
    let em = i64::from(Face::UNITS_PER_EM);
    let scaled = |units: u32| Px::hundredths(i64::from(units) * role.size().in_hundredths() / em);
    let letters = scaled(Face::ASCENT) + scaled(Face::DESCENT);
    (role.line_height() - letters).half() + scaled(Face::ASCENT)
}
