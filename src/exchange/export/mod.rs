//! From a chart to the tools that people have.

mod backstage;
mod delimited;
mod document;
mod table;
mod tables;
mod workbook;

pub use backstage::backstage;
pub use delimited::{table, tables};
pub use document::document;
pub use tables::left_out;
pub use workbook::workbook;
