//! Figures over time: a table, CSV and JSON.

mod csv;
mod json;
mod table;

pub use csv::trend_csv;
pub use json::trend_json;
pub use table::trend_table;
