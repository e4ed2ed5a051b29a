//! Sets texts one below the other.

use super::typeface::Face;
use super::wrap::Words;
use crate::layout::geometry::{Area, Point, Px, Size};
use crate::layout::scene::{Corners, Line, Mark, Rect, RectRole, Text, TextRole};
use crate::picture::clean;

/// What begins an item of a list.
pub(in crate::layout) const BULLET: &str = "• ";
/// The indent of an item's text from its bullet.
const HANG: Px = Px::whole(10);

/// A column of texts, filled from the top.
#[derive(Debug)]
pub(in crate::layout) struct Column {
    left: Px,
    width: Px,
    /// Where the next line begins.
    pen: Px,
    /// `None` while the column is only measured.
    marks: Option<Vec<Mark>>,
}

impl Column {
    /// An empty column that begins at `origin`.
    pub(in crate::layout) fn new(origin: Point, width: Px) -> Self {
        Self { left: origin.x, width, pen: origin.y, marks: Some(Vec::new()) }
    }

    /// A column that only tells how far down it would reach.
    pub(in crate::layout) fn measuring(origin: Point, width: Px) -> Self {
        Self { marks: None, ..Self::new(origin, width) }
    }

    /// Leaves room before the next text.
    pub(in crate::layout) fn skip(&mut self, room: Px) {
        self.pen += room;
    }

    /// Sets a text; it begins `indent` further to the right.
    pub(in crate::layout) fn text(&mut self, words: &Words<'_>, indent: Px) {
        let mut lines = Vec::new();
        self.lines(words, indent, &mut lines);
        self.mark(|| Mark::Text(Text { role: words.role(), size: words.role().size(), lines }));
    }

    /// Where the last line of a text ends that was just set, at the top of the line.
    pub(in crate::layout) fn end(&self, words: &Words<'_>, indent: Px) -> Point {
        let end = self.left + indent + words.end(self.width - indent);
        Point::new(end, self.pen - words.role().line_height())
    }

    /// Sets a text that is struck through.
    pub(in crate::layout) fn struck(&mut self, words: &Words<'_>) {
        let mut lines = Vec::new();
        self.lines(words, Px::ZERO, &mut lines);
        let role = words.role();
        // An invisible line of zero-width letters has none.
        let strikes: Vec<Mark> = lines.iter().filter_map(|line| strike(line, role)).collect();
        self.mark(|| Mark::Text(Text { role, size: role.size(), lines }));
        for strike in strikes {
            self.mark(|| strike);
        }
    }

    /// Sets a list with hanging bullets and `gap` between its items.
    pub(in crate::layout) fn list(&mut self, items: &[Words<'_>], gap: Px) {
        self.signed(BULLET, items, gap);
    }

    /// Sets a list with this sign as its bullet.
    pub(in crate::layout) fn signed(&mut self, sign: &str, items: &[Words<'_>], gap: Px) {
        let Some(role) = items.first().map(|item| item.role()) else { return };
        let mut lines = Vec::new();
        for (index, item) in items.iter().enumerate() {
            if index > 0 {
                self.skip(gap);
            }
            if self.marks.is_some() {
                lines.push(Line {
                    start: Point::new(self.left, self.pen + rise(role)),
                    text: sign.to_owned(),
                    is_cut: false,
                });
            }
            self.lines(item, HANG, &mut lines);
        }
        self.mark(|| Mark::Text(Text { role, size: role.size(), lines }));
    }

    /// Adds a mark that takes no room.
    pub(in crate::layout) fn mark(&mut self, mark: impl FnOnce() -> Mark) {
        if let Some(marks) = &mut self.marks {
            marks.push(mark());
        }
    }

    /// Where the next line begins.
    pub(in crate::layout) fn pen(&self) -> Point {
        Point::new(self.left, self.pen)
    }

    /// How wide a line without indent is.
    pub(in crate::layout) fn width(&self) -> Px {
        self.width
    }

    /// Everything that was set.
    pub(in crate::layout) fn into_marks(self) -> Vec<Mark> {
        self.marks.unwrap_or_default()
    }

    /// Sets the lines of a text, or counts them.
    fn lines(&mut self, words: &Words<'_>, indent: Px, lines: &mut Vec<Line>) {
        let (role, left, width) = (words.role(), self.left + indent, self.width - indent);
        if self.marks.is_none() {
            self.pen += role.line_height() * words.count(width);
            return;
        }
        for (text, is_cut) in words.lines(width) {
            lines.push(Line { start: Point::new(left, self.pen + rise(role)), text, is_cut });
            self.pen += role.line_height();
        }
    }
}

/// A line through the middle of the small letters.
fn strike(line: &Line, role: TextRole) -> Option<Mark> {
    let up = Px::hundredths(role.size().in_hundredths() * 32 / 100);
    let width = role.face().width(line.text.trim_end(), role.size());
    let area = Area::new(line.start + Point::new(Px::ZERO, Px::ZERO - up), Size::new(width, Px::whole(1)));
    (width > Px::ZERO).then_some(Mark::Rect(Rect { area, corners: Corners::Square, role: RectRole::Strike }))
}

/// From the top of a line to its baseline: the letters are centred in the line's height.
pub(in crate::layout) fn rise(role: TextRole) -> Px {
    let em = i64::from(Face::UNITS_PER_EM);
    let scaled = |units: u32| Px::hundredths(i64::from(units) * role.size().in_hundredths() / em);
    let letters = scaled(Face::ASCENT) + scaled(Face::DESCENT);
    (role.line_height() - letters).half() + scaled(Face::ASCENT)
}

/// The beginning of a text that fits a width.
pub(in crate::layout) fn fitting(role: TextRole, words: &str, room: Px) -> String {
    let words = clean(words);
    let fits = |text: &str| role.face().width(text, role.size()) <= room;
    if fits(&words) {
        return words.into_owned();
    }
    let cuts: Vec<usize> = words.char_indices().map(|(at, _)| at).collect();
    let kept = cuts.partition_point(|&at| fits(&format!("{}…", &words[..at])));
    format!("{}…", &words[..cuts[kept.saturating_sub(1)]])
}
