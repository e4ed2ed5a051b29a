//! A sheet of a file, and what a person has said about it.

use super::grid::Grid;
use super::table::Kind;

/// What a person has said about a sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wanted {
    Kind(Kind),
    Skip,
}

/// A grid, and what its sheet was said to hold.
pub(super) type Read = (Grid, Option<Kind>);
