//! The texts that charts are read from, and places in them.
//!
//! Nothing here knows YAML or charts.

mod formulas;
mod lines;
mod log_commands;
mod nearest;
mod nobody;
mod printable;
mod sources;
mod span;
mod unseen;

pub use formulas::{armour, needs_armour};
pub use log_commands::{escape_commands, without_commands};
pub use nearest::{Suggestions, nearest};
pub(crate) use nobody::is_nobody;
pub use printable::{forbidden, printable, printable_in_place, printable_json, printable_line};
pub(crate) use sources::BYTE_ORDER_MARK;
pub use sources::{Place, Source, SourceId, Sources};
pub use span::{Span, Spanned};
pub use unseen::{Unseen, unseen};
