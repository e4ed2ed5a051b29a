//! What the lines on sheets are part of, for readers that show a document in another way or read it out.

use crate::layout::geometry::Point;

/// What a part of a document is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// A heading; the document's title is of level 1.
    Heading(u16),
    /// A paragraph.
    Paragraph,
    /// A point of a list.
    Point,
    /// A cell of a table. Tables and rows are counted through the document.
    Cell {
        /// Its table.
        table: usize,
        /// Its row.
        row: usize,
        /// Whether it names its column.
        is_head: bool,
    },
    /// A picture, which takes a sheet.
    Figure,
}

/// A part of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Element {
    /// What it is.
    pub part: Part,
    /// Its lines: on which sheets they are, and where they start there. Of a picture the sheet.
    pub lines: Vec<(usize, Point)>,
}
