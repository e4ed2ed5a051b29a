//! From a chart to the tools that people have.

mod backstage;
mod document;
mod table;
mod tables;

pub use backstage::backstage;
pub use document::document;
pub use table::table;
pub use tables::tables;
