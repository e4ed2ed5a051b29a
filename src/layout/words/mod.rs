//! Words in the embedded typeface: how wide they are, where their lines break, and texts set one below the other.

mod column;
mod pieces;
mod typeface;
mod wrap;

pub(super) use column::{Column, fitting, rise};
pub use typeface::Face;
pub(super) use wrap::Words;
