//! What we say ourselves, apart from how it is shown.

mod labels;

pub use labels::Label;
