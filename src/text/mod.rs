//! The texts that charts are read from, places in them, and words that people write.
//!
//! With them `sort`, for whatever people read. Nothing here knows charts, or how they are written.

mod formulas;
mod lines;
mod log_commands;
mod nearest;
mod printable;
mod quote;
mod shell;
pub(crate) mod sort;
mod sources;
mod span;
mod unseen;
mod vocabulary;

pub(crate) use formulas::{armour, needs_armour};
pub(crate) use log_commands::{escape_commands, without_commands};
pub(crate) use nearest::is_slip;
pub use nearest::{Suggestions, nearest};
pub use printable::forbidden;
pub(crate) use printable::{printable, printable_in_place, printable_json, printable_line};
pub(crate) use quote::Quote;
pub use shell::shell_command;
pub(crate) use sources::BYTE_ORDER_MARK;
pub use sources::{Place, Source, SourceId, Sources};
pub use span::{Span, Spanned};
pub use unseen::{Unseen, unseen};
pub(crate) use vocabulary::{
    Word, bare, fields_of, first_word_of, header_words, is_honorific, is_nobody, is_unseen, is_word, month, spellings,
    words,
};
