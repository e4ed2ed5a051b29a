//! The texts that charts are read from, and places in them.
//!
//! Nothing here knows YAML or charts.

mod nearest;
mod printable;
mod sources;
mod span;

pub use nearest::nearest;
pub use printable::{forbidden, printable, printable_in_place, printable_line};
pub use sources::{Place, Source, SourceId, Sources};
pub use span::{Span, Spanned};
