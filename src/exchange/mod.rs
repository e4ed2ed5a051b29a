//! What goes between charts and the tools that people have: editors, spreadsheets, HR systems.

mod schema;

pub use schema::chart_schema;
