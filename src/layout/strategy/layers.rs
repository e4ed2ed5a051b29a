//! The columns of the strategy view, before anything in them has an order or a place.

/// Boxes in columns with lines between neighbouring columns. A line that passes over a column has a node of its own
/// there, so that no box stands in its way.
#[derive(Debug, Default)]
pub(super) struct Layers {
    /// The nodes of each column, from the top.
    pub(super) columns: Vec<Vec<usize>>,
    /// The height of each node.
    pub(super) heights: Vec<i64>,
    /// The neighbours of each node in the column on its left.
    pub(super) left: Vec<Vec<usize>>,
    /// The same on its right.
    pub(super) right: Vec<Vec<usize>>,
}
