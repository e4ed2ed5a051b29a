//! What goes between charts and the tools that people have: editors, spreadsheets, HR systems.

mod export;
mod ids;
mod import;
mod schema;

pub use export::{backstage, document, left_out, table, tables, workbook};
pub use import::{Arrows, DayOrder, File, Imported, Input, Remember, Request, Update, import, update, vocabulary};
pub(crate) use schema::describe_keys_alone;
pub use schema::{chart_schema, plain_schema, schema_text};

/// What comes before a lone entry of a list that would otherwise be taken for several.
const LONE: &str = "• ";
/// What precedes a line of a cell that continues the entry above it.
const INDENT: &str = "  ";
